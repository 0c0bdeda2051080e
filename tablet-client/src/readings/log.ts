/** What this tablet tells of one opened paper; times by the meeting's clock, ms. */
export interface Told { readonly paper: string; readonly firstMs: number; readonly lastMs: number; readonly pages: number }

interface Row { readonly first: number; readonly last: number; readonly pages: readonly number[]; readonly told: number }

const PREFIX = "nghisu.tablet.readings.";
const PAPERS_LIMIT = 100;
const PAGES_LIMIT = 2_000;

/** Which papers of one meeting this person has opened on this tablet; kept until the server has it, also over a time without network. */
export class ReadingLog {
  readonly #key: string;
  #rows: Map<string, Row>;
  #ended = false;

  constructor(person: string, meeting: string, private readonly store: Storage = localStorage) {
    this.#key = `${PREFIX}${person}.${meeting}`;
    this.#rows = new Map(Object.entries(this.#read()));
  }

  seen(paper: string, page: number, now: number): void {
    if (this.#ended) return;
    const row = this.#rows.get(paper);
    if (!row && this.#rows.size >= PAPERS_LIMIT) return;
    const pages = !row ? [page] : row.pages.includes(page) || row.pages.length >= PAGES_LIMIT ? row.pages : [...row.pages, page];
    this.#rows.set(paper, { first: row?.first ?? now, last: Math.max(now, row?.last ?? 0), pages, told: row?.told ?? 0 });
    this.#write();
  }

  /** Nothing is read any more: what waits may still be told, but a log that was forgotten does not come back. */
  end(): void { this.#ended = true; }

  has(paper: string): boolean { return this.#rows.has(paper); }

  /** What the server has not been told. */
  get untold(): readonly Told[] {
    return [...this.#rows].filter(([, row]) => row.last > row.told).map(([paper, row]) => ({ paper, firstMs: row.first, lastMs: row.last, pages: row.pages.length }));
  }

  /** The server has taken these. */
  taken(told: readonly Told[]): void {
    for (const { paper, lastMs } of told) {
      const row = this.#rows.get(paper);
      if (row) this.#rows.set(paper, { ...row, told: lastMs });
    }
    this.#write();
  }

  /** The body keeps nothing of the kind: nor does the tablet. */
  drop(): void {
    this.#rows = new Map();
    try { this.store.removeItem(this.#key); } catch { return; }
  }

  #read(): Record<string, Row> {
    try { return JSON.parse(this.store.getItem(this.#key) ?? "{}") as Record<string, Row>; } catch { return {}; }
  }

  #write(): void {
    // A full storage only means that what is untold is lost with the page.
    try { if (this.#ended && this.store.getItem(this.#key) === null) return; this.store.setItem(this.#key, JSON.stringify(Object.fromEntries(this.#rows))); } catch { return; }
  }
}

const KEPT = "nghisu.tablet.readings-kept.";

/** Whether a meeting's body keeps who has opened what, as its reader's tablet last heard; null when it never has. */
export function readingsKept(person: string, meeting: string): boolean | null {
  try {
    const known = localStorage.getItem(`${KEPT}${person}.${meeting}`);
    return known === null ? null : known === "1";
  } catch {
    return null;
  }
}

export function keepReadingsKept(person: string, meeting: string, kept: boolean): void {
  try { localStorage.setItem(`${KEPT}${person}.${meeting}`, kept ? "1" : "0"); } catch { /* asked again next time */ }
}

/** At sign-out of a shared tablet. */
export function forgetReadings(person: string, store: Storage = localStorage): void {
  const keys = Array.from({ length: store.length }, (_, i) => store.key(i) ?? "");
  for (const key of keys) if (key.startsWith(`${PREFIX}${person}.`) || key.startsWith(`${KEPT}${person}.`)) store.removeItem(key);
}
