import { HttpFailure, newId, sentenceOf } from "client-kit/net/index.ts";
import type { Access, Handling } from "client-kit/proto/protocol.ts";
import { format } from "client-kit/i18n/index.ts";
import { remark } from "../shared/notices.ts";
import { prepare } from "../texts/prepare.ts";
import { markOf } from "./file-mark.ts";
import { callOff, send, unfinished, type Stands } from "./sending.ts";

/** The server's own limit is smaller or equal; this one only spares a hopeless upload. */
export const LARGEST_BYTES = 200 * 1024 * 1024;
/** What the server takes, for the browser's file chooser; content decides in the end. */
export const ACCEPT = "application/pdf,.pdf,.doc,.docx,.xls,.xlsx,.ppt,.pptx,.odt,.ods,.odp,.rtf,image/png,image/jpeg";
/** Files sent at the same time. */
const AT_ONCE = 2;

/** Refusals that say nothing of the file: the server keeps what has come, and a repeat goes on from there. */
const PASSING = ["busy", "disk_full", "not_written", "failed"];

/** waiting for its turn · sending · held while the line is down · checking on the server · refused */
export type UploadState = "waiting" | "sending" | "held" | "checking" | "refused";

export interface Upload {
  readonly n: number;
  readonly file: File;
  readonly item: string;
  readonly state: UploadState;
  /** Bytes that have arrived. */
  readonly sent: number;
  readonly refusal?: string;
  /** Refused for good: the same file again would be refused again. */
  readonly final?: boolean;
}

export interface Wish {
  readonly item: string;
  readonly access: Access;
  readonly named?: readonly string[];
  /** As the paper that it replaces, or free, when not said. */
  readonly handling?: Handling;
  readonly supersedes?: string;
  readonly title?: string;
  readonly reason?: string;
}

/** A file's name as a title: no extension, no underscores. */
export const titleOf = (fileName: string): string => fileName.replace(/\.[A-Za-z0-9]{1,5}$/, "").replace(/[_]+/g, " ").replace(/\s+/g, " ").trim() || fileName;

/** Files on their way into a meeting, oldest first, two at a time; and those that an earlier visit left unfinished. */
export class Uploads {
  #all: readonly Upload[] = [];
  #left: readonly Stands[] = [];
  readonly #wishes = new Map<number, Wish>();
  /** By which the server knows a file that comes again after an answer was lost. */
  readonly #ids = new Map<number, string>();
  readonly #running = new Map<number, AbortController>();
  readonly #listeners = new Set<() => void>();
  #count = 0;
  #asked = false;

  constructor(private readonly meeting: string) {}

  watch(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Files whose check on the server is waited for. */
  get checking(): number { return this.#all.filter(({ state }) => state === "checking").length; }

  of(item: string): readonly Upload[] { return this.#all.filter((upload) => upload.item === item); }

  /** What an earlier visit began on this item and did not end; the same file chosen again goes on from there. */
  leftOn(item: string): readonly Stands[] { return this.#left.filter((left) => left.item === item); }

  /** Asks the server once what is unfinished. */
  async recall(): Promise<void> {
    if (this.#asked) return;
    this.#asked = true;
    try {
      this.#left = (await unfinished(this.meeting)).filter(({ upload }) => ![...this.#ids.values()].includes(upload));
      this.#tell();
    } catch {
      this.#asked = false; // asked again the next time; meanwhile a file just goes from its start
    }
  }

  add(files: readonly File[], wish: Wish): void {
    for (const file of files) {
      const n = ++this.#count;
      this.#wishes.set(n, wish);
      this.#ids.set(n, newId());
      const refused = file.size > LARGEST_BYTES ? { state: "refused", final: true, refusal: prepare.papers.tooBig(file.name, format.bytes(LARGEST_BYTES)) } as const : { state: "waiting" } as const;
      this.#all = [...this.#all, { n, file, item: wish.item, sent: 0, ...refused }];
    }
    this.#next();
  }

  /** Calls an upload off, or takes a refused one from the list. */
  dismiss(n: number): void {
    const running = this.#running.get(n);
    const id = this.#ids.get(n);
    this.#all = this.#all.filter((upload) => upload.n !== n);
    running?.abort();
    if (running && id !== undefined) void callOff(this.meeting, id).catch(() => undefined); // else the server forgets it after a day
    this.#tell();
  }

  /** Whoever began them is no longer here: they stop, and go on when the same person chooses the same files again. */
  end(): void {
    this.#all = [];
    for (const running of this.#running.values()) running.abort();
    this.#tell();
  }

  async dropLeft(upload: string): Promise<void> {
    this.#left = this.#left.filter((left) => left.upload !== upload);
    this.#tell();
    await callOff(this.meeting, upload).catch(() => undefined);
  }

  /** Another file in the place of a refused one, laid where that was to lie. */
  replace(n: number, file: File): void {
    const wish = this.#wishes.get(n);
    this.dismiss(n);
    if (wish) this.add([file], wish);
  }

  retry(n: number): void {
    this.#update(n, { state: "waiting", sent: 0 });
    this.#next();
  }

  #next(): void {
    for (const upload of this.#all) {
      if (this.#running.size >= AT_ONCE) break;
      if (upload.state === "waiting" && !this.#running.has(upload.n)) void this.#send(upload);
    }
    this.#tell();
  }

  async #send({ n, file }: Upload): Promise<void> {
    const wish = this.#wishes.get(n);
    if (!wish) return;
    const stop = new AbortController();
    this.#running.set(n, stop);
    this.#update(n, { state: "sending" });
    try {
      const mark = await markOf(file);
      const upload = this.#takeUp(n, mark);
      const { remarks } = await send({ meeting: this.meeting, upload, file, mark, item: wish.item, placing: placing(file, wish) }, {
        sent: (sent) => this.#update(n, { sent, state: "sending" }),
        held: (down) => { if (down) this.#update(n, { state: "held" }); else if (this.#all.some((one) => one.n === n && one.state === "held")) this.#update(n, { state: "sending" }); },
        checking: () => this.#update(n, { state: "checking", sent: file.size }),
      }, stop.signal);
      this.#all = this.#all.filter((one) => one.n !== n);
      const [first, ...others] = remarks; // the gravest comes first
      if (first) remark(`${wish.title ?? titleOf(file.name)}: ${first.text}${others.length ? ` ${prepare.report.others(others.length)}` : ""}`);
    } catch (failure) {
      if (!stop.signal.aborted) {
        if (!(failure instanceof HttpFailure && PASSING.includes(failure.code))) this.#ids.set(n, newId()); // what was refused stays refused under its id
        this.#update(n, { state: "refused", final: isFinal(failure), refusal: this.#sentence(failure, file) });
      }
    } finally {
      this.#running.delete(n);
      this.#next();
    }
  }

  /** A file that was moved or changed since it was chosen can't be read any more. */
  #sentence(failure: unknown, file: File): string {
    return failure instanceof DOMException ? prepare.papers.unreadable(file.name) : sentenceOf(failure);
  }

  /** The id of the unfinished upload of the same file, when there is one. */
  #takeUp(n: number, mark: string): string {
    const left = this.#left.find((one) => one.mark === mark);
    if (left) {
      this.#left = this.#left.filter((one) => one !== left);
      this.#ids.set(n, left.upload);
    }
    return this.#ids.get(n) ?? newId();
  }

  #update(n: number, change: Partial<Upload>): void {
    this.#all = this.#all.map((upload) => (upload.n === n ? { ...upload, ...change } : upload));
    this.#tell();
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}

/** The server has judged the file, or it can't be read any more where it was chosen. */
const isFinal = (failure: unknown): boolean => failure instanceof DOMException || (failure instanceof HttpFailure && failure.kind === "refused" && !failure.passing && !PASSING.includes(failure.code));

function placing(file: File, wish: Wish): URLSearchParams {
  const query = new URLSearchParams({ item: wish.item, title: wish.title ?? titleOf(file.name), fileName: file.name, access: wish.access });
  if (wish.named?.length) query.set("named", wish.named.join(","));
  if (wish.handling) query.set("handling", wish.handling);
  if (wish.supersedes) query.set("supersedes", wish.supersedes);
  if (wish.reason) query.set("reason", wish.reason);
  return query;
}

/** One queue for each person and meeting: it goes on while its secretary looks at something else, and is there on return. */
const queues = new Map<string, Uploads>();

export function uploadsOf({ me, id }: { readonly me: string; readonly id: string }): Uploads {
  const key = `${me}/${id}`;
  const there = queues.get(key) ?? new Uploads(id);
  queues.set(key, there);
  return there;
}

/** At the end of a session. */
export function endUploads(): void {
  for (const uploads of queues.values()) uploads.end();
  queues.clear();
}
