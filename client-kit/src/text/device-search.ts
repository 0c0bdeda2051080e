import type { MeetingView } from "../proto/protocol.ts";
import { printedLabel, type Manifest } from "../reader/manifest.ts";
import type { Words } from "../reader/words.ts";
import { fold } from "./fold.ts";
import type { InMeeting, InPaper, PageHit, SearchAnswer } from "./results.ts";
import { pageText, type PageText } from "./search.ts";
import type { Wanted } from "./wanted.ts";

/** Pages whose text is kept at hand, some 10 MB. */
const PAGES_LIMIT = 4_000;
/** Word files read from the device at the same time. */
const AT_ONCE = 6;
/** So many pages between two breaths of the page. */
const BREATH = 40;
const PAGES_OF_EACH = 4;
const PAGES_OF_ONE = 200;
const TITLE = 64;

/** Reads a file that the device holds; null when it does not. */
export type ReadHere = (path: string) => Promise<unknown>;
/** Lets the page breathe. */
export type Breathe = () => Promise<void>;

interface Read { readonly pages: readonly PageText[]; readonly labels: ReadonlyMap<number, string>; readonly missing: boolean }

/** Looks for words in the papers that are on the device, without asking the network for anything. */
export class DeviceSearch {
  readonly #read = new Map<string, Read>();

  constructor(private readonly here: ReadHere, private readonly breathe: Breathe = () => new Promise((resolve) => { setTimeout(resolve); })) {}

  /**
   * Looks through meetings in their order. `found` is told what there is after each paper that has something; what is returned is
   * complete. Stops when `signal` does.
   *
   * @param paper only this one, with all its pages
   */
  async find(wanted: Wanted, meetings: readonly MeetingView[], signal: AbortSignal, found: (answer: SearchAnswer) => void, paper?: string): Promise<SearchAnswer> {
    const done: InMeeting[] = [];
    let unread = 0;
    for (const view of meetings) {
      const papers: { worth: number; paper: InPaper }[] = [];
      const items = paper === undefined ? itemsOf(view, wanted) : [];
      const answer = (): SearchAnswer => {
        const now = inMeeting(view, items, papers);
        return { meetings: now.items.length + now.papers.length > 0 ? [...done, now] : [...done], more: false, unread };
      };
      for (const id of paper === undefined ? searchedIn(view) : [paper]) {
        if (signal.aborted) return answer();
        const read = await this.#paper(view.head.id, id, signal);
        if (read.missing) unread++;
        const hit = await this.#in(view, id, read, wanted, paper === undefined ? PAGES_OF_EACH : PAGES_OF_ONE);
        if (!hit) continue;
        papers.push(hit);
        if (!signal.aborted) found(answer());
      }
      const now = inMeeting(view, items, papers);
      if (now.items.length + now.papers.length > 0) done.push(now);
    }
    return { meetings: done, more: false, unread };
  }

  async #in(view: MeetingView, id: string, read: Read, wanted: Wanted, most: number): Promise<{ worth: number; paper: InPaper } | null> {
    const paper = view.papers.papers[id];
    if (!paper) return null;
    const title = wanted.title(paper.title);
    const hits: { worth: number; hit: PageHit }[] = [];
    for (const [i, page] of read.pages.entries()) {
      if (i % BREATH === BREATH - 1) await this.breathe();
      if (!wanted.mayBeIn(page.folded)) continue;
      const stretched = wanted.in(page.text);
      if (stretched.length === 0) continue;
      const sameAccents = wanted.exact || wanted.sameAccents(page.text);
      hits.push({ worth: wanted.worth(stretched, sameAccents), hit: { number: page.page, label: read.labels.get(page.page) ?? String(page.page), snippet: wanted.snippet(page.text, stretched), sameAccents } });
    }
    if (hits.length === 0 && title.marks.length === 0) return null;
    hits.sort((a, b) => b.worth - a.worth || a.hit.number - b.hit.number);
    const worth = (title.marks.length ? TITLE + (wanted.sameAccents(paper.title) ? TITLE : 0) : 0) + (hits[0]?.worth ?? 0);
    return { worth, paper: { id, item: view.agenda.items[paper.item]?.number ?? "", title, handling: paper.handling, pages: hits.length, hits: hits.slice(0, most).map((one) => one.hit) } };
  }

  /** The words of a paper; what was complete is kept, what was not is looked for again. */
  async #paper(meeting: string, paper: string, signal: AbortSignal): Promise<Read> {
    const folder = `/files/${meeting}/${paper}/`;
    const known = this.#read.get(folder);
    if (known) return known;
    const manifest = await this.here(`${folder}manifest`) as Manifest | null;
    if (!manifest) return { pages: [], labels: new Map(), missing: true };
    const pages: PageText[] = [];
    let missing = false;
    const queue = manifest.pages.flatMap((page, i) => (page.words ? [{ number: i + 1, file: page.words }] : []));
    const work = async (): Promise<void> => {
      for (let next = queue.shift(); next !== undefined && !signal.aborted; next = queue.shift()) {
        const words = await this.here(folder + next.file) as Words | null;
        if (words) pages.push(pageText(next.number, words.text, words.folded ?? fold(words.text)));
        else missing = true;
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    pages.sort((a, b) => a.page - b.page);
    const labels = new Map(manifest.pages.map((_, i) => [i + 1, printedLabel(manifest, i + 1) ?? String(i + 1)]));
    const read = { pages, labels, missing };
    if (!missing && !signal.aborted) this.#keep(folder, read);
    return read;
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
  return { id: head.id, title: head.title, bodyName: head.bodyName, startsAt: head.startsAt, items, papers: [...papers].sort((a, b) => b.worth - a.worth).map((one) => one.paper) };
}

/** Reads from the papers that this person's tablet holds. */
export function packReader(cacheName: string): ReadHere {
  return async (path) => {
    if (typeof caches === "undefined") return null;
    const kept = await (await caches.open(cacheName)).match(path);
    return kept ? await kept.json() as unknown : null;
  };
}
