import { parseKept, type Kept } from "./place.ts";

const PREFIX = "nghisu.tablet.desk.";
const FOLDED = "nghisu.tablet.rail-folded";
const NAMES_LIMIT = 600;

/** What this tablet remembers of one person in one meeting: the place, opened and read papers, changes and results already seen. Lost without harm. */
export class DeskMemory {
  readonly #key: string;
  readonly #opened: Set<string>;
  readonly #read: Set<string>;
  readonly #changes: Set<string>;
  readonly #seen: Set<string>;

  constructor(person: string, meeting: string) {
    this.#key = `${PREFIX}${person}.${meeting}`;
    this.#opened = new Set(this.#names("opened"));
    this.#read = new Set(this.#names("read"));
    this.#changes = new Set(this.#names("changes"));
    this.#seen = new Set(this.#names("seen"));
  }

  get place(): Kept | null { return parseKept(read(`${this.#key}.place`)); }
  set place(kept: Kept | null) { write(`${this.#key}.place`, JSON.stringify(kept)); }

  get opened(): ReadonlySet<string> { return this.#opened; }
  open(paper: string): void { this.#add(this.#opened, "opened", paper); }

  /** Papers of which a page was shown here. */
  get read(): ReadonlySet<string> { return this.#read; }
  readPage(paper: string): void { this.#add(this.#read, "read", paper); }

  /** Comparisons whose reader has said that they are seen, by `{newer}/{older}`. */
  readonly seenChanges = { has: (pair: string): boolean => this.#changes.has(pair), add: (pair: string): void => this.#add(this.#changes, "changes", pair) };

  get seenResults(): ReadonlySet<string> { return this.#seen; }
  see(vote: string): void { this.#add(this.#seen, "seen", vote); }

  /** Kept for this tab only: another tablet of the same person does not present. */
  get presentsHere(): boolean { try { return sessionStorage.getItem(`${this.#key}.presents`) === "1"; } catch { return false; } }
  set presentsHere(here: boolean) { try { sessionStorage.setItem(`${this.#key}.presents`, here ? "1" : "0"); } catch { return; } }

  /** Whether the agenda is folded beside the page, on a wide screen. */
  get railFolded(): boolean { return read(FOLDED) === "1"; }
  set railFolded(folded: boolean) { write(FOLDED, folded ? "1" : "0"); }

  #add(set: Set<string>, name: string, id: string): void {
    if (set.has(id)) return;
    set.add(id);
    write(`${this.#key}.${name}`, JSON.stringify([...set].slice(-NAMES_LIMIT)));
  }

  #names(name: string): string[] {
    try {
      const raw: unknown = JSON.parse(read(`${this.#key}.${name}`) ?? "[]");
      return Array.isArray(raw) ? raw.filter((one): one is string => typeof one === "string") : [];
    } catch {
      return [];
    }
  }
}

/** At sign-out of a shared tablet. */
export function forgetDesks(person: string): void {
  try {
    for (const key of Array.from({ length: localStorage.length }, (_, i) => localStorage.key(i) ?? "")) if (key.startsWith(`${PREFIX}${person}.`)) localStorage.removeItem(key);
  } catch {
    return;
  }
}

function read(key: string): string | null { try { return localStorage.getItem(key); } catch { return null; } }
function write(key: string, value: string): void { try { localStorage.setItem(key, value); } catch { return; } }
