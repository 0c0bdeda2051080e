const PREFIX = "nghisu.refused.";
/** A row that old is dropped from the outbox as well. */
const KEEP_MS = 60 * 24 * 3_600_000;

type Shelf = Pick<Storage, "getItem" | "setItem" | "removeItem" | "key" | "length">;

/**
 * Ids of commands whose refusal has been told while they may still lie in the outbox on disk. They are not in the database: they stand at
 * once, before the page can go away, and where the database fails.
 */
export class Tombstones {
  constructor(private readonly shelf: () => Shelf | undefined = () => globalThis.localStorage) {}

  set(id: string, now: number): void {
    this.quietly((shelf) => shelf.setItem(PREFIX + id, String(now)));
  }

  has(id: string): boolean {
    return this.quietly((shelf) => shelf.getItem(PREFIX + id)) != null;
  }

  drop(id: string): void {
    this.quietly((shelf) => shelf.removeItem(PREFIX + id));
  }

  /** Those that a page left behind when it went away. */
  tidy(now: number): void {
    this.quietly((shelf) => {
      const names = Array.from({ length: shelf.length }, (_, n) => shelf.key(n) ?? "").filter((name) => name.startsWith(PREFIX));
      for (const name of names) if (!(Number(shelf.getItem(name)) > now - KEEP_MS)) shelf.removeItem(name);
    });
  }

  /** A browser without storage has no rows of yesterday either. */
  private quietly<R>(work: (shelf: Shelf) => R): R | undefined {
    try {
      const shelf = this.shelf();
      return shelf && work(shelf);
    } catch {
      return undefined;
    }
  }
}

/** The page's own. */
export const tombstones = new Tombstones();
