import { http, HttpFailure, newId, sentenceOf } from "client-kit/net/index.ts";
import type { Access } from "client-kit/proto/protocol.ts";
import { format } from "client-kit/i18n/index.ts";
import { remark } from "../shared/notices.ts";
import { prepare } from "../texts/prepare.ts";

/** The server's own limit is smaller or equal; this one only spares a hopeless upload. */
export const LARGEST_BYTES = 200 * 1024 * 1024;
/** Files sent at the same time. */
const AT_ONCE = 2;

export interface Upload {
  readonly n: number;
  readonly file: File;
  readonly item: string;
  /** 0 to 1; 1 while the server checks */
  readonly share: number;
  readonly refusal?: string;
}

interface Wish {
  readonly item: string;
  readonly access: Access;
  readonly named?: readonly string[];
  readonly supersedes?: string;
  readonly title?: string;
  readonly reason?: string;
}

/** A file's name as a title: no extension, no underscores. */
export const titleOf = (fileName: string): string => fileName.replace(/\.[A-Za-z0-9]{1,5}$/, "").replace(/[_]+/g, " ").replace(/\s+/g, " ").trim() || fileName;

/** Files on their way to the server, oldest first; two at a time. */
export class Uploads {
  #all: readonly Upload[] = [];
  readonly #wishes = new Map<number, Wish>();
  /** By which the server knows a file that comes again after an answer was lost. */
  readonly #ids = new Map<number, string>();
  readonly #running = new Set<number>();
  #count = 0;

  constructor(private readonly meeting: string, private readonly changed: () => void) {}

  of(item: string): readonly Upload[] { return this.#all.filter((upload) => upload.item === item); }

  add(files: readonly File[], wish: Wish): void {
    for (const file of files) {
      const n = ++this.#count;
      this.#wishes.set(n, wish);
      this.#ids.set(n, newId());
      const refusal = file.size > LARGEST_BYTES ? { refusal: prepare.papers.tooBig(file.name, format.bytes(LARGEST_BYTES)) } : {};
      this.#all = [...this.#all, { n, file, item: wish.item, share: 0, ...refusal }];
    }
    this.#next();
  }

  dismiss(n: number): void {
    this.#all = this.#all.filter((upload) => upload.n !== n);
    this.changed();
  }

  retry(n: number): void {
    this.#all = this.#all.map((upload) => (upload.n === n ? { n, file: upload.file, item: upload.item, share: 0 } : upload));
    this.#next();
  }

  #next(): void {
    for (const upload of this.#all) {
      if (this.#running.size >= AT_ONCE) break;
      if (upload.refusal === undefined && !this.#running.has(upload.n)) void this.#send(upload);
    }
    this.changed();
  }

  async #send({ n, file }: Upload): Promise<void> {
    const wish = this.#wishes.get(n);
    if (!wish) return;
    this.#running.add(n);
    const query = new URLSearchParams({ upload: this.#ids.get(n) ?? newId(), item: wish.item, title: wish.title ?? titleOf(file.name), fileName: file.name, access: wish.access });
    if (wish.named?.length) query.set("named", wish.named.join(","));
    if (wish.supersedes) query.set("supersedes", wish.supersedes);
    if (wish.reason) query.set("reason", wish.reason);
    try {
      const { remarks } = await http.upload<{ readonly remarks: readonly { readonly text: string }[] }>(`/api/meetings/${this.meeting}/papers?${query}`, file, (share) => this.#update(n, { share }));
      this.#all = this.#all.filter((upload) => upload.n !== n);
      for (const { text } of remarks) remark(`${wish.title ?? titleOf(file.name)}: ${text}`);
    } catch (failure) {
      // what was refused stays refused under its id; only after a lost answer is it the same upload again
      if (failure instanceof HttpFailure && !failure.passing) this.#ids.set(n, newId());
      this.#update(n, { refusal: sentenceOf(failure) });
    } finally {
      this.#running.delete(n);
      this.#next();
    }
  }

  #update(n: number, change: Partial<Upload>): void {
    this.#all = this.#all.map((upload) => (upload.n === n ? { ...upload, ...change } : upload));
    this.changed();
  }
}
