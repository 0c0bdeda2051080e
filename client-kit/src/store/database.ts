import { openDB, type DBSchema, type IDBPDatabase, type IDBPTransaction, type StoreNames } from "idb";
import { t } from "../i18n/texts.ts";

/** full: quota · closed: private mode or forbidden · blocked: another tab holds an old version · broken: anything else */
export type StoreTrouble = "full" | "closed" | "blocked" | "broken";

/** `message` is a sentence for the reader. */
export class StoreFailure extends Error {
  constructor(
    readonly trouble: StoreTrouble,
    cause: unknown,
  ) {
    super(t(({ full: "storageFull", closed: "storageClosed", blocked: "storageBlocked", broken: "storageTrouble" } as const)[trouble]), { cause });
    this.name = "StoreFailure";
  }
}

const OPEN_TIMEOUT_MS = 5_000;
/** Safari loses the connection to its database after a pause; a fresh one works. */
const LOST_CONNECTION = new Set(["UnknownError", "InvalidStateError"]);

export interface Upgrade<S extends DBSchema> {
  (db: IDBPDatabase<S>, oldVersion: number): void;
}

/**
 * An IndexedDB that reopens itself: a transaction that fails because the connection was lost is tried once more on a new one.
 * Store ArrayBuffers, never Blobs (Safari). Rejects with a StoreFailure and nothing else.
 */
export class Database<S extends DBSchema> {
  private opened: Promise<IDBPDatabase<S>> | undefined;

  constructor(
    private readonly name: string,
    private readonly version: number,
    private readonly upgrade: Upgrade<S>,
  ) {}

  /** Runs `work` in one transaction that is committed with strict durability; `work` must wait for nothing but the database. */
  async write<R, N extends StoreNames<S>>(stores: N[], work: (tx: IDBPTransaction<S, N[], "readwrite">) => Promise<R>): Promise<R> {
    return this.twice(async (db) => {
      const tx = db.transaction(stores, "readwrite", { durability: "strict" });
      // an aborted transaction rejects `done` as well as the request; only one of the two may be reported
      tx.done.catch(() => undefined);
      const result = await work(tx);
      await tx.done;
      return result;
    });
  }

  async read<R, N extends StoreNames<S>>(stores: N[], work: (tx: IDBPTransaction<S, N[], "readonly">) => Promise<R>): Promise<R> {
    return this.twice(async (db) => {
      const tx = db.transaction(stores, "readonly");
      tx.done.catch(() => undefined);
      return work(tx);
    });
  }

  async close(): Promise<void> {
    const opened = this.opened;
    this.opened = undefined;
    await opened?.then(
      (db) => db.close(),
      () => undefined,
    );
  }

  private async twice<R>(work: (db: IDBPDatabase<S>) => Promise<R>): Promise<R> {
    try {
      try {
        return await work(await this.connection());
      } catch (failure) {
        if (!LOST_CONNECTION.has(nameOf(failure))) throw failure;
        await this.close();
        return await work(await this.connection());
      }
    } catch (failure) {
      throw failure instanceof StoreFailure ? failure : new StoreFailure(troubleOf(failure), failure);
    }
  }

  private connection(): Promise<IDBPDatabase<S>> {
    if (this.opened === undefined) {
      const opening = this.open();
      this.opened = opening;
      opening.catch(() => {
        if (this.opened === opening) this.opened = undefined;
      });
    }
    return this.opened;
  }

  private async open(): Promise<IDBPDatabase<S>> {
    // Some Safari versions never answer the first open of a page; a bounded wait lets the caller go on without a store.
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new StoreFailure("broken", "open timed out")), OPEN_TIMEOUT_MS);
    });
    const forget = (): void => {
      this.opened = undefined;
    };
    try {
      if (typeof indexedDB === "undefined") throw new StoreFailure("closed", "no IndexedDB");
      return await Promise.race([
        new Promise<IDBPDatabase<S>>((resolve, reject) => {
          openDB<S>(this.name, this.version, {
            upgrade: (db, oldVersion) => this.upgrade(db, oldVersion),
            blocked: () => reject(new StoreFailure("blocked", "an older version is open elsewhere")),
            blocking: () => void this.close(),
            terminated: forget,
          }).then(resolve, reject);
        }),
        late,
      ]);
    } finally {
      clearTimeout(timer);
    }
  }
}

function nameOf(failure: unknown): string {
  return failure instanceof Error || failure instanceof DOMException ? failure.name : "";
}

function troubleOf(failure: unknown): StoreTrouble {
  switch (nameOf(failure)) {
    case "QuotaExceededError":
      return "full";
    case "SecurityError":
    case "NotAllowedError":
      return "closed";
    case "VersionError":
      return "blocked";
    default:
      return "broken";
  }
}
