import { Newest } from "../reader/newest.ts";
import type { Manifest } from "../reader/manifest.ts";
import { changesFile } from "../revision/changes.ts";
import { bytesHeld, heldPapers, pathsIn } from "./holdings.ts";
import { comparedIn, fileAddress, packCache, paperFolder, writeWho, type WorkerMessage } from "./names.ts";
import { PaperPack, type PackFile, type PaperState } from "./paper-pack.ts";

export const AT_ONCE = 3;
/** Tablets of one room start at different moments, so that the access point is not hit by all at once. */
export const SPREAD_MS = 30_000;
const PAUSE_FIRST_MS = 2_000;
const PAUSE_MOST_MS = 30_000;
const REQUEST_MS = 60_000;
const TELL_EVERY_MS = 250;
/** A page that does not come up in this time does not keep the downloads waiting any longer. */
const HOLD_MOST_MS = 2_000;

/** What the packs need of the browser; tests bring their own. */
export interface Surroundings {
  readonly caches: CacheStorage;
  fetch(path: string, init: RequestInit): Promise<Response>;
  random(): number;
  sleep(ms: number, signal: AbortSignal): Promise<void>;
  /** Tells the service worker; may come to nothing. */
  tell(message: WorkerMessage): void;
}

export interface PacksSummary {
  readonly papers: number;
  readonly ready: number;
  readonly pages: number;
  readonly pageCount: number;
  readonly bytes: number;
  readonly totalBytes: number;
  /** "paused": the network or the server does not answer, it goes on by itself. */
  readonly phase: "idle" | "loading" | "paused" | "full" | "signed-out";
}

class Pause extends Error {}
class SignedOut extends Error {}
class Gone extends Error {}
class NotItself extends Error {}

/** Brings papers onto the device and keeps them there for one person. Sends "change" a few times a second while something changes. */
export class Packs extends EventTarget {
  readonly #packs = new Map<string, PaperPack>();
  #order: string[] = [];
  readonly #ranks = new Map<string, number>();
  #cache: Promise<Cache> | null = null;
  #here = new Set<string>();
  #stop = new AbortController();
  #wake = new AbortController();
  readonly #requests = new Set<AbortController>();
  #running = false;
  #held: Promise<unknown> = Promise.resolve();
  /** Asked to go while it was about to end. */
  #again = false;
  #phase: PacksSummary["phase"] = "idle";
  #pauseMs = PAUSE_FIRST_MS;
  #spreadMs = 0;
  readonly #told = new Newest<null>(TELL_EVERY_MS, () => this.dispatchEvent(new Event("change")));

  constructor(readonly person: string, private readonly around: Surroundings = browserSurroundings()) { super(); }

  /** False on an address that the browser does not trust: there is no cache then. */
  static get available(): boolean { return typeof caches !== "undefined"; }

  state(meeting: string, paper: string): PaperState | null { return this.#packs.get(paperFolder(meeting, paper))?.state ?? null; }

  get summary(): PacksSummary {
    const states = [...this.#packs.values()].map((p) => p.state);
    const sum = (of: (s: PaperState) => number): number => states.reduce((n, s) => n + of(s), 0);
    return {
      papers: states.length, ready: states.filter((s) => s.phase === "ready").length, pages: sum((s) => s.pages), pageCount: sum((s) => s.pageCount),
      bytes: sum((s) => s.bytes), totalBytes: sum((s) => s.totalBytes), phase: this.#phase,
    };
  }

  /**
   * The papers of one meeting that its view shows, the one in hand first. Papers that have vanished from the view leave the device.
   * Meetings come by `rank`, the lowest first; one that is open has 0. With `spreadMs` the first download starts at a random moment within it. `marked` are those whose pages bear the reader's name: when
   * that changes a paper is fetched anew, and what was kept of it goes. `compared` names the earlier revisions of each paper whose
   * changes come along.
   */
  want(meeting: string, papers: readonly string[], options: { readonly rank?: number; readonly spreadMs?: number; readonly marked?: ReadonlySet<string>; readonly compared?: ReadonlyMap<string, readonly string[]> } = {}): void {
    const folders = papers.map((paper) => paperFolder(meeting, paper));
    const mine = (folder: string): boolean => folder.startsWith(`/files/${meeting}/`);
    const vanished = [...this.#packs.keys()].filter((f) => mine(f) && !folders.includes(f));
    for (const folder of vanished) this.#packs.delete(folder);
    papers.forEach((paper, i) => {
      const pack = new PaperPack(meeting, paper, options.marked?.has(paper) ?? false, options.compared?.get(paper)?.map(changesFile) ?? []);
      const known = this.#packs.get(folders[i]!);
      if (known?.marked !== pack.marked || known.extras.join() !== pack.extras.join()) this.#packs.set(folders[i]!, pack);
    });
    this.#ranks.set(meeting, options.rank ?? 0);
    const rank = (f: string): number => this.#ranks.get(f.split("/")[2]!) ?? 0;
    this.#order = [...folders, ...this.#order.filter((f) => !mine(f))].sort((a, b) => rank(a) - rank(b));
    this.#spreadMs = options.spreadMs ?? 0;
    this.#drop((path) => path.startsWith(`/files/${meeting}/`) && !folders.some((f) => path.startsWith(f)));
    this.#go();
  }

  /** Folders (see `paperFolder`) of papers that lie here whole, wanted or not: also after a start without a network. */
  async held(): Promise<ReadonlySet<string>> { return heldPapers(await this.#open()); }

  /** What the papers of each meeting take of this device, in bytes. */
  async used(): Promise<ReadonlyMap<string, number>> { return bytesHeld(await this.#open()); }

  /** Takes the papers of one meeting off the device, until they are wanted again; what had no room goes on. Sends "freed". */
  async free(meeting: string): Promise<void> {
    const folder = `/files/${meeting}/`;
    for (const paper of [...this.#packs.keys()]) if (paper.startsWith(folder)) this.#packs.delete(paper);
    this.#order = this.#order.filter((paper) => !paper.startsWith(folder));
    await this.#sweep((path) => path.startsWith(folder));
    this.dispatchEvent(new Event("freed"));
    this.wake();
  }

  /** The person opens this paper now: it goes before all others and does not wait. */
  first(meeting: string, paper: string): void {
    const folder = paperFolder(meeting, paper);
    if (!this.#packs.has(folder)) return;
    this.#order = [folder, ...this.#order.filter((f) => f !== folder)];
    this.wake();
  }

  /** Nothing is fetched and nothing looked through until the page that is being opened stands: a weak tablet has one processor for both. */
  hold(page: Promise<unknown>): void {
    this.#held = Promise.race([page, this.around.sleep(HOLD_MOST_MS, this.#stop.signal)]).catch(() => undefined);
  }

  /** Papers that may not be read any more leave the device, also those of meetings that are not opened. @param papers by meeting */
  keepOnly(papers: ReadonlyMap<string, readonly string[]>): void {
    const readable = (meeting: string, paper: string): boolean => papers.get(meeting)?.includes(paper) ?? false;
    const kept = (path: string): boolean => {
      const file = fileAddress(path.endsWith("/") ? `${path}manifest` : path);
      const older = file && comparedIn(file.name);
      return file !== null && readable(file.meeting, file.paper) && (!older || readable(file.meeting, older));
    };
    for (const folder of [...this.#packs.keys()]) if (!kept(folder)) this.#packs.delete(folder);
    this.#order = this.#order.filter(kept);
    this.#drop((path) => path.startsWith("/files/") && !kept(path));
  }

  /** The network is back (the socket has opened): try again now. */
  wake(): void {
    this.#pauseMs = PAUSE_FIRST_MS;
    for (const pack of this.#packs.values()) if (pack.phase === "refused" || pack.phase === "full" || pack.phase === "incomplete" || (pack.phase === "ready" && pack.lacks)) { pack.phase = "waiting"; pack.manifest = null; }
    this.#wake.abort();
    this.#wake = new AbortController();
    this.#go();
  }

  stop(): void {
    this.#stop.abort();
    this.#wake.abort();
    for (const request of this.#requests) request.abort();
    this.#told.stop();
  }

  /** Sign-out of this device: nothing of anybody stays. */
  async wipe(): Promise<void> {
    this.stop();
    this.#packs.clear();
    await writeWho(this.around.caches, null);
    this.around.tell({ t: "purge" });
  }

  #go(): void {
    if (this.#stop.signal.aborted) return;
    this.#again = this.#running;
    if (this.#running) return;
    this.#running = true;
    void this.#run().catch((fault: unknown) => { if (isQuota(fault)) this.#full(); else this.#enter("paused"); }).finally(() => {
      this.#running = false;
      if (this.#again) this.#go();
    });
  }

  async #run(): Promise<void> {
    const cache = await this.#open();
    if (this.#spreadMs > 0) {
      const wait = this.around.random() * this.#spreadMs;
      this.#spreadMs = 0;
      await this.#sleep(wait);
    }
    while (!this.#stop.signal.aborted) {
      this.#enter("loading");
      const faults = await Promise.all(Array.from({ length: AT_ONCE }, () => this.#lane(cache)));
      if (this.#stop.signal.aborted) return;
      const fault = faults.find((f) => f !== null) ?? null;
      if (fault instanceof SignedOut) { this.#enter("signed-out"); return; }
      if (isQuota(fault)) { this.#full(); return; }
      const packs = [...this.#packs.values()];
      if (!packs.some((p) => p.wants)) { this.#enter(packs.some((p) => p.phase === "full") ? "full" : "idle"); return; }
      this.#enter("paused");
      await this.#sleep(this.#pauseMs * (0.75 + this.around.random() / 2));
      this.#pauseMs = Math.min(PAUSE_MOST_MS, this.#pauseMs * 2);
    }
  }

  #full(): void {
    for (const pack of this.#packs.values()) if (pack.wants) pack.phase = "full";
    this.#enter("full");
  }

  /** Works until there is nothing to do or the way is blocked; hands back what blocked it. */
  async #lane(cache: Cache): Promise<Error | null> {
    while (!this.#stop.signal.aborted) {
      await this.#held;
      const job = this.#job(cache);
      // Nothing to take yet, but a manifest is on its way and will bring work.
      const coming = job ? null : [...this.#packs.values()].find((p) => p.asking)?.asking;
      if (!job && !coming) return null;
      try {
        await (job ? job() : coming);
      } catch (fault) {
        return fault as Error;
      }
    }
    return null;
  }

  /** The next thing to fetch, in the order of the papers. */
  #job(cache: Cache): (() => Promise<void>) | null {
    for (const folder of this.#order) {
      const pack = this.#packs.get(folder);
      if (!pack?.wants || pack.asking) continue;
      if (!pack.manifest) return () => (pack.asking = this.#manifest(cache, pack).finally(() => { pack.asking = null; }));
      const file = pack.take();
      if (file) return () => this.#file(cache, pack, file);
    }
    return null;
  }

  async #manifest(cache: Cache, pack: PaperPack): Promise<void> {
    try {
      const fresh = await this.#ask(pack.manifestPath, "application/json").catch(async (fault: unknown) => {
        if (fault instanceof Gone || fault instanceof SignedOut) throw fault;
        // No answer: what an earlier visit has left may still be complete.
        const kept = await cache.match(pack.manifestPath);
        if (!kept) throw fault;
        return kept;
      });
      const body = await fresh.blob();
      const manifest = JSON.parse(await body.text()) as Manifest;
      if (!Array.isArray(manifest.pages)) throw new Pause("no manifest");
      await this.#put(cache, pack, pack.manifestPath, body);
      pack.plan(manifest, (path) => this.#here.has(path));
      const keep = pack.paths();
      const stale = (path: string): boolean => path.startsWith(pack.folder) && !keep.has(path);
      if ([...this.#here].some(stale)) await this.#sweep(stale);
    } catch (fault) {
      if (!(fault instanceof Gone)) throw fault;
      pack.phase = "refused";
      await this.#sweep((path) => path.startsWith(pack.folder));
    }
    this.#told.push(null);
  }

  async #file(cache: Cache, pack: PaperPack, file: PackFile): Promise<void> {
    try {
      // The service worker may have kept it meanwhile because it was looked at.
      const kept = await cache.match(file.path);
      const blob = await (kept ?? await this.#ask(file.path, file.extra || file.path.endsWith(".json") ? "application/json" : "image/")).blob();
      if (file.bytes !== null && blob.size !== file.bytes) {
        await cache.delete(file.path);
        throw new NotItself("cut short");
      }
      if (!kept) await this.#put(cache, pack, file.path, blob);
      pack.done(file, blob.size);
      this.#pauseMs = PAUSE_FIRST_MS;
    } catch (fault) {
      // An extra that the server can't make now holds up nothing else; without a line it waits like all the others.
      const alone = fault instanceof Gone || fault instanceof NotItself || (file.extra && fault instanceof Pause);
      pack.failed(file, alone);
      if (!alone) throw fault;
    } finally {
      this.#told.push(null);
    }
  }

  /** A good answer of the expected type. A hotel-style login page is no answer, whatever its status says. */
  async #ask(path: string, type: string): Promise<Response> {
    const limit = new AbortController();
    const timer = setTimeout(() => limit.abort(), REQUEST_MS);
    this.#requests.add(limit);
    const answer = await this.around.fetch(path, { credentials: "same-origin", signal: limit.signal }).finally(() => { clearTimeout(timer); this.#requests.delete(limit); });
    if (answer.status === 401) throw new SignedOut();
    if (answer.status === 403 || answer.status === 404 || answer.status === 410) throw new Gone();
    if (!answer.ok || !(answer.headers.get("content-type") ?? "").startsWith(type)) throw new Pause(`${answer.status}`);
    return answer;
  }

  async #put(cache: Cache, pack: PaperPack, path: string, blob: Blob): Promise<void> {
    // A paper that has left the view while its file was on the way stays away.
    if (this.#stop.signal.aborted || this.#packs.get(pack.folder) !== pack) throw new Pause("not wanted any more");
    await cache.put(path, new Response(blob, { headers: { "content-type": blob.type || "application/octet-stream", "content-length": String(blob.size) } }));
    this.#here.add(path);
  }

  /** Where the cache fails just now, the next view or list does it. */
  #drop(gone: (path: string) => boolean): void { void this.#sweep(gone).catch(() => undefined); }

  /** Looks at what is really there: the service worker keeps files too. */
  async #sweep(gone: (path: string) => boolean): Promise<void> {
    await this.#held;
    const cache = await this.#open();
    for (const path of await pathsIn(cache)) {
      if (!gone(path)) continue;
      this.#here.delete(path);
      await cache.delete(path);
    }
    this.#told.push(null);
  }

  /** Opens this person's cache; what belongs to others goes first. */
  #open(): Promise<Cache> {
    this.#cache ??= (async () => {
      await writeWho(this.around.caches, this.person);
      const cache = await this.around.caches.open(packCache(this.person));
      this.#here = new Set(await pathsIn(cache));
      return cache;
    })().catch((fault: unknown) => { this.#cache = null; throw fault; });
    return this.#cache;
  }

  async #sleep(ms: number): Promise<void> {
    await this.around.sleep(ms, this.#wake.signal);
  }

  #enter(phase: PacksSummary["phase"]): void {
    this.#phase = phase;
    this.#told.push(null);
  }
}

const isQuota = (fault: unknown): boolean => fault instanceof Error && fault.name === "QuotaExceededError";

function browserSurroundings(): Surroundings {
  return {
    caches: globalThis.caches,
    fetch: (path, init) => fetch(path, init),
    random: Math.random,
    sleep: (ms, signal) => new Promise((resolve) => {
      const id = setTimeout(resolve, ms);
      signal.addEventListener("abort", () => { clearTimeout(id); resolve(); }, { once: true });
    }),
    tell: (message) => {
      void navigator.serviceWorker?.getRegistration("/tablet/").then((r) => r?.active?.postMessage(message)).catch(() => undefined);
    },
  };
}
