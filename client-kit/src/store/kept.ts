import type { DBSchema } from "idb";
import type { JsonValue } from "../proto/protocol.ts";
import { Database } from "./database.ts";

/** A command that the server has not answered yet. */
export interface OutboxRow {
  /** given by the store, ascending: the order of sending */
  order: number;
  id: string;
  person: string;
  meeting: string;
  /** the tab that made it, see Outbox */
  tab: string;
  command: JsonValue;
  createdAt: number;
  tries: number;
}

/** The last view of a meeting, so that it opens without a network. */
export interface KeptView {
  person: string;
  meeting: string;
  epoch: string;
  rev: number;
  view: JsonValue;
  mine: JsonValue;
  keptAt: number;
}

interface KeptSchema extends DBSchema {
  outbox: { key: number; value: Omit<OutboxRow, "order"> & { order?: number }; indexes: { "of-person": string; "of-id": string } };
  views: { key: [string, string]; value: KeptView; indexes: { "of-person": string } };
}

/** Where the outbox keeps its rows. */
export interface OutboxRows {
  add(row: Omit<OutboxRow, "order">): Promise<number>;
  /** oldest first */
  of(person: string, meeting: string): Promise<OutboxRow[]>;
  adopt(order: number, tab: string): Promise<void>;
  remove(id: string): Promise<void>;
}

/** Views of meetings that nobody opened for so long are dropped; an unsent command after that long can't mean anything either. */
const KEEP_MS = 60 * 24 * 3_600_000;

/** What the clients keep of meetings on this device: unsent commands and last views, by person. */
export class Kept implements OutboxRows {
  private readonly db: Database<KeptSchema>;

  constructor(name = "nghisu") {
    this.db = new Database<KeptSchema>(name, 1, (db) => {
      const outbox = db.createObjectStore("outbox", { keyPath: "order", autoIncrement: true });
      outbox.createIndex("of-person", "person");
      outbox.createIndex("of-id", "id");
      db.createObjectStore("views", { keyPath: ["person", "meeting"] }).createIndex("of-person", "person");
    });
  }

  add(row: Omit<OutboxRow, "order">): Promise<number> {
    return this.db.write(["outbox"], (tx) => sealed(tx, tx.objectStore("outbox").add(row)));
  }

  async of(person: string, meeting: string): Promise<OutboxRow[]> {
    const rows = await this.db.read(["outbox"], (tx) => tx.objectStore("outbox").index("of-person").getAll(person));
    return rows.filter((row): row is OutboxRow => row.order !== undefined && row.meeting === meeting).sort((a, b) => a.order - b.order);
  }

  adopt(order: number, tab: string): Promise<void> {
    return this.db.write(["outbox"], async (tx) => {
      const row = await tx.objectStore("outbox").get(order);
      if (row !== undefined) await tx.objectStore("outbox").put({ ...row, tab, tries: row.tries + 1 });
    });
  }

  remove(id: string): Promise<void> {
    return this.db.write(["outbox"], async (tx) => {
      const key = await tx.objectStore("outbox").index("of-id").getKey(id);
      if (key !== undefined) await tx.objectStore("outbox").delete(key);
    });
  }

  /** How many commands of a person wait on this device, in all meetings: ask before signing out. */
  waiting(person: string): Promise<number> {
    return this.db.read(["outbox"], (tx) => tx.objectStore("outbox").index("of-person").count(person));
  }

  keepView(kept: KeptView): Promise<void> {
    return this.db.write(["views"], async (tx) => {
      await sealed(tx, tx.objectStore("views").put(kept));
    });
  }

  view(person: string, meeting: string): Promise<KeptView | undefined> {
    return this.db.read(["views"], (tx) => tx.objectStore("views").get([person, meeting]));
  }

  dropView(person: string, meeting: string): Promise<void> {
    return this.db.write(["views"], (tx) => tx.objectStore("views").delete([person, meeting]));
  }

  /** Wipes what belongs to a person (a shared tablet, after signing out). */
  forget(person: string): Promise<void> {
    return this.db.write(["outbox", "views"], async (tx) => {
      const outbox = tx.objectStore("outbox");
      for (const key of await outbox.index("of-person").getAllKeys(person)) await outbox.delete(key);
      const views = tx.objectStore("views");
      for (const key of await views.index("of-person").getAllKeys(person)) await views.delete(key);
    });
  }

  /** The same, but commands stay until they are sent. */
  forgetViews(person: string): Promise<void> {
    return this.db.write(["views"], async (tx) => {
      const views = tx.objectStore("views");
      for (const key of await views.index("of-person").getAllKeys(person)) await views.delete(key);
    });
  }

  /** Drops what is too old to matter; call once at the start of an app. */
  tidy(now: number): Promise<void> {
    return this.db.write(["outbox", "views"], async (tx) => {
      const outbox = tx.objectStore("outbox");
      for (const row of await outbox.getAll()) if (row.order !== undefined && row.createdAt < now - KEEP_MS) await outbox.delete(row.order);
      const views = tx.objectStore("views");
      for (const row of await views.getAll()) if (row.keptAt < now - KEEP_MS) await views.delete([row.person, row.meeting]);
    });
  }

  close(): Promise<void> {
    return this.db.close();
  }
}

/** Nothing more comes: without this a page that goes away in the next moment takes the transaction with it. */
function sealed<R>(tx: { commit(): void }, last: Promise<R>): Promise<R> {
  tx.commit();
  return last;
}

/** The one store of the page. */
export const kept = new Kept();
