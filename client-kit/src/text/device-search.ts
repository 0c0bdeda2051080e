import type { MeetingView } from "../proto/protocol.ts";
import { printedLabel, type Manifest } from "../reader/manifest.ts";
import { Folded } from "./fold.ts";
import type { InMeeting, InPaper, PageHit, SearchAnswer } from "./results.ts";
import type { Wanted } from "./wanted.ts";
import { pagesOfText, type PageText } from "./whole-text.ts";

/** Pages whose text is kept at hand, some 10 MB. */
const PAGES_LIMIT = 4_000;
/** So long, in ms, the page is kept from painting and from hearing its reader. */
const SLICE_MS = 8;
/** So many pages with hits are shown before it is gone on, for somebody waits for them. */
const FIRST_HITS = 4;
const PAGES_OF_EACH = 4;
const PAGES_OF_ONE = 200;
const TITLE = 64;

/** Reads a file that the device holds; null when it does not. */
export type ReadHere = (path: string) => Promise<unknown>;
/** Lets the page paint and hear its reader before it is gone on. */
export type Breathe = () => Promise<void>;

interface Ranked { readonly worth: number; readonly paper: InPaper }

interface Read { readonly pages: readonly PageText[]; readonly labels: ReadonlyMap<number, string>; readonly missing: boolean }

/** What was changed is on the glass; a page that is not in sight paints nothing and is not waited for. */
const afterPainting = (): Promise<void> => new Promise((resolve) => {
  if (document.visibilityState === "hidden") setTimeout(resolve);
  else requestAnimationFrame(() => setTimeout(resolve));
});

/** Looks for words in the papers that are on the device, without asking the network for anything. */
export class DeviceSearch {
  readonly #read = new Map<string, Read>();
  readonly #reading = new Map<string, Promise<Read>>();

  constructor(private readonly here: ReadHere, private readonly breathe: Breathe = afterPainting, private readonly now: () => number = () => performance.now()) {}

  /**
   * Looks through meetings in their order. `found` is told the first pages that have it, and what there is after each paper that has
   * something; what is returned is complete. Stops when `signal` does.
   *
   * @param paper only this one, with all its pages
   */
  async find(wanted: Wanted, meetings: readonly MeetingView[], signal: AbortSignal, found: (answer: SearchAnswer) => void, paper?: string): Promise<SearchAnswer> {
    const done: InMeeting[] = [];
    let unread = 0;
    for (const view of meetings) {
      const papers: Ranked[] = [];
      const items = paper === undefined ? itemsOf(view, wanted) : [];
      const answer = (): SearchAnswer => {
        const now = inMeeting(view, items, papers);
        return { meetings: now.items.length + now.papers.length > 0 ? [...done, now] : [...done], more: false, unread };
      };
      for (const id of paper === undefined ? searchedIn(view) : [paper]) {
        if (signal.aborted) return answer();
        const read = await this.#paper(view.head.id, id);
        if (read.missing) unread++;
        const soFar = (hit: Ranked): void => {
          papers[at] = hit;
          if (!signal.aborted) found(answer());
        };
        const at = papers.length;
        const hit = await this.#in(view, id, read, wanted, paper === undefined ? PAGES_OF_EACH : PAGES_OF_ONE, signal, at === 0 ? soFar : null);
        if (hit) soFar(hit);
      }
      const now = inMeeting(view, items, papers);
      if (now.items.length + now.papers.length > 0) done.push(now);
    }
    return { meetings: done, more: false, unread };
  }

  /** Reads the words of a meeting's papers before somebody has typed what to look for. */
  async ready(view: MeetingView, signal: AbortSignal, paper?: string): Promise<void> {
    for (const id of paper === undefined ? searchedIn(view) : [paper]) {
      if (signal.aborted) return;
      await this.#paper(view.head.id, id);
      await this.breathe();
    }
  }

  /** @param first is told once what there is, when it may be long until all is looked through */
  async #in(view: MeetingView, id: string, read: Read, wanted: Wanted, most: number, signal: AbortSignal, first: ((hit: Ranked) => void) | null): Promise<Ranked | null> {
    const paper = view.papers.papers[id];
    if (!paper) return null;
    const title = wanted.title(paper.title);
    const titleWorth = title.marks.length ? TITLE + (wanted.sameAccents(new Folded(paper.title)) ? TITLE : 0) : 0;
    const hits: { worth: number; hit: PageHit }[] = [];
    const ranked = (): Ranked => {
      hits.sort((a, b) => b.worth - a.worth || a.hit.number - b.hit.number);
      return {
        worth: titleWorth + (hits[0]?.worth ?? 0),
        paper: { id, item: view.agenda.items[paper.item]?.number ?? "", title, handling: paper.handling, pages: hits.length, hits: hits.slice(0, most).map((one) => one.hit) },
      };
    };
    let since = this.now();
    let told = first === null;
    for (const { page, folded } of read.pages) {
      const late = this.now() - since > SLICE_MS;
      if (late || hits.length === FIRST_HITS && !told) {
        if (!told && hits.length > 0) {
          told = true;
          first?.(ranked());
          // they reach the glass before what follows takes the processor
          await this.breathe();
        }
        await this.breathe();
        since = this.now();
      }
      if (signal.aborted) break;
      if (!wanted.mayBeIn(folded.folded)) continue;
      const found = wanted.in(folded);
      if (found.length === 0) continue;
      const sameAccents = wanted.exact || wanted.sameAccents(folded);
      hits.push({ worth: wanted.worth(found, sameAccents), hit: { number: page, label: read.labels.get(page) ?? String(page), snippet: wanted.snippet(folded.text, found), sameAccents } });
    }
    return hits.length === 0 && title.marks.length === 0 ? null : ranked();
  }

  /** The words of a paper; what was there is kept, what was not is looked for again. */
  async #paper(meeting: string, paper: string): Promise<Read> {
    const folder = `/files/${meeting}/${paper}/`;
    const known = this.#read.get(folder);
    if (known) return known;
    const reading = this.#reading.get(folder) ?? this.#readFrom(folder).finally(() => this.#reading.delete(folder));
    this.#reading.set(folder, reading);
    const read = await reading;
    if (!read.missing) this.#keep(folder, read);
    return read;
  }

  async #readFrom(folder: string): Promise<Read> {
    const manifest = await this.here(`${folder}manifest`) as Manifest | null;
    if (!manifest) return { pages: [], labels: new Map(), missing: true };
    const pages = manifest.text ? pagesOfText(await this.here(folder + manifest.text)) : [];
    const labels = new Map(manifest.pages.map((_, i) => [i + 1, printedLabel(manifest, i + 1) ?? String(i + 1)]));
    return { pages: pages ?? [], labels, missing: pages === null || !manifest.text && manifest.pages.some((page) => page.words) };
  }

  #keep(folder: string, read: Read): void {
    this.#read.set(folder, read);
    let held = [...this.#read.values()].reduce((n, one) => n + one.pages.length, 0);
    for (const [old, { pages }] of this.#read) {
      if (held <= PAGES_LIMIT || old === folder) break;
      this.#read.delete(old);
      held -= pages.length;
    }
  }
}

/** Papers that are searched, in the agenda's order: of those that were replaced only the newest version. */
export function searchedIn(view: MeetingView): string[] {
  return view.agenda.order.flatMap((item) => view.agenda.items[item]?.papers ?? []).filter((id) => view.papers.papers[id]?.status === "READY");
}

function itemsOf(view: MeetingView, wanted: Wanted): InMeeting["items"] {
  return view.agenda.order.flatMap((id) => {
    const item = view.agenda.items[id];
    const title = item ? wanted.title(item.title) : null;
    return item && title && title.marks.length > 0 ? [{ id, number: item.number, title }] : [];
  });
}

function inMeeting({ head }: MeetingView, items: InMeeting["items"], papers: readonly { readonly worth: number; readonly paper: InPaper }[]): InMeeting {
  return { id: head.id, title: head.title, bodyName: head.bodyName, startsAt: head.openedAt ?? head.startsAt, items, papers: [...papers].sort((a, b) => b.worth - a.worth).map((one) => one.paper) };
}

/** Reads from the papers that this person's tablet holds. */
export function packReader(cacheName: string): ReadHere {
  return async (path) => {
    if (typeof caches === "undefined") return null;
    const kept = await (await caches.open(cacheName)).match(path);
    return kept ? await kept.json() as unknown : null;
  };
}
