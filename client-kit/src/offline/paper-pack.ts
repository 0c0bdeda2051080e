import { pageAt, type Manifest } from "../reader/manifest.ts";
import { paperFolder } from "./names.ts";

/** "waiting": its turn comes; "ready": every page opens without a network; "full": no room; "refused": may not be read any more; "incomplete": some files could not be had. */
export type PackPhase = "waiting" | "loading" | "ready" | "incomplete" | "full" | "refused";

export interface PaperState {
  readonly meeting: string;
  readonly paper: string;
  readonly phase: PackPhase;
  readonly files: number;
  readonly total: number;
  readonly bytes: number;
  readonly totalBytes: number;
  /** Pages whose picture is here, for "Đã tải 143/210 trang". */
  readonly pages: number;
  readonly pageCount: number;
}

/**
 * @property pages how many pages show it: papers repeat their blank and title pages
 * @property extra the paper is whole without it
 */
export interface PackFile { readonly path: string; readonly bytes: number | null; pages: number; readonly extra: boolean; tries: number }

/** A file that fails this often by itself is left out; the reader will say that the page is not here. */
export const FILE_TRIES_LIMIT = 4;

/** What of one paper is on the device and what is still to come. */
export class PaperPack {
  manifest: Manifest | null = null;
  /** The request for the manifest that is under way. */
  asking: Promise<void> | null = null;
  phase: PackPhase = "waiting";
  #todo: PackFile[] = [];
  #files = 0;
  #total = 0;
  #bytes = 0;
  #totalBytes = 0;
  #pages = 0;
  #flying = 0;
  #lost = 0;
  #lacks = false;

  /**
   * @param marked whether its pages bear this reader's name
   * @param extras names of files that come after its pages; without them it is ready all the same
   */
  constructor(readonly meeting: string, readonly paper: string, readonly marked = false, readonly extras: readonly string[] = []) {}

  get folder(): string { return paperFolder(this.meeting, this.paper); }
  get manifestPath(): string { return `${this.folder}manifest`; }
  /** Whether an extra file could not be had. */
  get lacks(): boolean { return this.#lacks; }
  get wants(): boolean { return this.phase === "waiting" || this.phase === "loading"; }

  get state(): PaperState {
    const { meeting, paper, phase } = this;
    return {
      meeting, paper, phase, files: this.#files, total: this.#total, bytes: this.#bytes, totalBytes: this.#totalBytes,
      pages: this.#pages, pageCount: this.manifest?.pages.length ?? 0,
    };
  }

  /** Plans the files of a manifest; `here` tells what the cache has. Pages before words before small pictures, front to back. */
  plan(manifest: Manifest, here: (path: string) => boolean): void {
    this.manifest = manifest;
    this.phase = "loading";
    this.#todo = [];
    this.#files = this.#total = this.#bytes = this.#totalBytes = this.#pages = this.#lost = 0;
    this.#lacks = false;
    const files = new Map<string, PackFile>();
    for (const kind of ["fit", "words", "thumb"] as const) {
      for (let n = 1; n <= manifest.pages.length; n++) {
        const page = pageAt(manifest, n)!;
        const name = kind === "words" ? page.words : page[kind]?.file;
        if (!name) continue;
        const path = this.folder + name;
        const file = files.get(path) ?? { path, bytes: kind === "words" ? null : page[kind]!.bytes || null, pages: 0, extra: false, tries: 0 };
        if (kind === "fit") file.pages++;
        files.set(path, file);
      }
    }
    if (manifest.text) files.set(this.folder + manifest.text, { path: this.folder + manifest.text, bytes: null, pages: 0, extra: false, tries: 0 });
    for (const name of this.extras) files.set(this.folder + name, { path: this.folder + name, bytes: null, pages: 0, extra: true, tries: 0 });
    for (const file of files.values()) {
      this.#total++;
      this.#totalBytes += file.bytes ?? 0;
      if (here(file.path)) this.#count(file, file.bytes ?? 0);
      else this.#todo.push(file);
    }
    this.#settle();
  }

  /** Every path that belongs to the paper, the manifest included. */
  paths(): Set<string> {
    const names = this.manifest?.pages.flatMap((p) => [p.fit?.file, p.words, p.thumb?.file]) ?? [];
    if (this.manifest?.text) names.push(this.manifest.text);
    return new Set([this.manifestPath, ...this.extras.map((n) => this.folder + n), ...names.filter((n) => n).map((n) => this.folder + n)]);
  }

  take(): PackFile | null {
    const file = this.#todo.shift() ?? null;
    if (file) this.#flying++;
    return file;
  }

  done(file: PackFile, bytes: number): void {
    this.#flying--;
    if (file.bytes === null) this.#totalBytes += bytes;
    this.#count(file, bytes);
    this.#settle();
  }

  /** `alone` when the fault is this file's own and not the network's. */
  failed(file: PackFile, alone: boolean): void {
    this.#flying--;
    if (alone) file.tries++;
    if (file.tries < FILE_TRIES_LIMIT) this.#todo.push(file);
    else if (file.extra) this.#lacks = true;
    else this.#lost++;
    this.#settle();
  }

  #count(file: PackFile, bytes: number): void {
    this.#files++;
    this.#bytes += bytes;
    this.#pages += file.pages;
  }

  #settle(): void {
    if (this.#todo.length > 0 || this.#flying > 0) return;
    this.phase = this.#lost > 0 ? "incomplete" : "ready";
  }
}
