import { forget, KeptNames, read, write } from "client-kit/store/names.ts";
import { parseKept, type Kept } from "./place.ts";

const PREFIX = "nghisu.tablet.desk.";
const FOLDED = "nghisu.tablet.rail-folded";

/** What this tablet remembers of one person in one meeting: the place, opened and read papers, changes and results already seen. Lost without harm. */
export class DeskMemory {
  readonly #key: string;
  /** Comparisons whose reader has said that they are seen, by `{newer}/{older}`. */
  readonly seenChanges: Set<string>;
  readonly #opened: Set<string>;
  readonly #read: Set<string>;
  readonly #seen: Set<string>;

  constructor(person: string, meeting: string) {
    this.#key = `${PREFIX}${person}.${meeting}`;
    this.#opened = new KeptNames(`${this.#key}.opened`);
    this.#read = new KeptNames(`${this.#key}.read`);
    this.seenChanges = new KeptNames(`${this.#key}.changes`);
    this.#seen = new KeptNames(`${this.#key}.seen`);
  }

  get place(): Kept | null { return parseKept(read(`${this.#key}.place`)); }
  set place(kept: Kept | null) { write(`${this.#key}.place`, JSON.stringify(kept)); }

  /** The code for the door that this tablet was given; it opens nothing else. */
  get pass(): unknown {
    try {
      return JSON.parse(read(`${this.#key}.pass`) ?? "null");
    } catch {
      return null;
    }
  }
  set pass(given: unknown) { write(`${this.#key}.pass`, JSON.stringify(given)); }

  get opened(): ReadonlySet<string> { return this.#opened; }
  open(paper: string): void { this.#opened.add(paper); }

  /** Papers of which a page was shown here. */
  get read(): ReadonlySet<string> { return this.#read; }
  readPage(paper: string): void { this.#read.add(paper); }

  get seenResults(): ReadonlySet<string> { return this.#seen; }
  see(vote: string): void { this.#seen.add(vote); }

  /** Kept for this tab only: another tablet of the same person does not present. */
  get presentsHere(): boolean { try { return sessionStorage.getItem(`${this.#key}.presents`) === "1"; } catch { return false; } }
  set presentsHere(here: boolean) { try { sessionStorage.setItem(`${this.#key}.presents`, here ? "1" : "0"); } catch { return; } }

  /** Whether the agenda is folded beside the page, on a wide screen. */
  get railFolded(): boolean { return read(FOLDED) === "1"; }
  set railFolded(folded: boolean) { write(FOLDED, folded ? "1" : "0"); }
}

/** At sign-out of a shared tablet. */
export const forgetDesks = (person: string): void => forget(`${PREFIX}${person}.`);
