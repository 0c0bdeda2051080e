import type { DBSchema, IDBPTransaction } from "idb";
import type { Note, NoteOp, SharedNote } from "../proto/protocol.ts";
import { Database } from "../store/database.ts";
import type { Refusal, Settlement, WaitingOp } from "./book.ts";

interface Line {
  person: string;
  meeting: string;
}

/** How far one person's notes in one meeting are known here. */
interface BookRow extends Line {
  epoch: string;
  version: number;
  /** grows with every change by any tab */
  serial: number;
  shared: readonly SharedNote[];
}

interface NoteRow extends Line {
  id: string;
  note: Note;
}

interface OpRow extends Line {
  /** given by the store, ascending: the order of acting */
  order?: number;
  id: string;
  op: NoteOp;
  refused?: Refusal | undefined;
}

interface ShelfSchema extends DBSchema {
  books: { key: [string, string]; value: BookRow; indexes: { "of-person": string } };
  notes: { key: [string, string, string]; value: NoteRow; indexes: { "of-person": string; "of-book": [string, string] } };
  ops: { key: number; value: OpRow; indexes: { "of-person": string; "of-book": [string, string]; "of-op": string } };
}

/** What lies on disk of one person in one meeting. */
export interface ShelvedBook {
  readonly epoch: string;
  readonly version: number;
  readonly serial: number;
  readonly shared: readonly SharedNote[];
  readonly notes: readonly Note[];
  /** oldest first */
  readonly ops: readonly WaitingOp[];
}

const ALL = ["books", "notes", "ops"] as const;
const STORES: (typeof ALL)[number][] = [...ALL];
type Tx = IDBPTransaction<ShelfSchema, typeof STORES, "readwrite">;

/**
 * Notes on this device, by person and meeting, and the operations that the server has not taken. An act only adds rows; a book is never
 * written as a whole. Each change gives the book's new serial number. Rejects with a StoreFailure and nothing else.
 */
export class NoteShelf {
  private readonly db: Database<ShelfSchema>;

  constructor(name = "nghisu-notes") {
    this.db = new Database<ShelfSchema>(name, 1, (db) => {
      db.createObjectStore("books", { keyPath: ["person", "meeting"] }).createIndex("of-person", "person");
      const notes = db.createObjectStore("notes", { keyPath: ["person", "meeting", "id"] });
      notes.createIndex("of-person", "person");
      notes.createIndex("of-book", ["person", "meeting"]);
      const ops = db.createObjectStore("ops", { keyPath: "order", autoIncrement: true });
      ops.createIndex("of-person", "person");
      ops.createIndex("of-book", ["person", "meeting"]);
      ops.createIndex("of-op", "id");
    });
  }

  /** @returns undefined when nothing of this person and meeting has ever been here */
  async read(person: string, meeting: string): Promise<ShelvedBook | undefined> {
    return this.db.read(STORES, async (tx) => {
      const [book, notes, ops] = await Promise.all([
        tx.objectStore("books").get([person, meeting]),
        tx.objectStore("notes").index("of-book").getAll([person, meeting]),
        tx.objectStore("ops").index("of-book").getAll([person, meeting]),
      ]);
      if (book === undefined) return undefined;
      ops.sort((a, b) => (a.order ?? 0) - (b.order ?? 0));
      return { ...book, notes: notes.map((row) => row.note), ops: ops.map(({ op, refused }) => (refused === undefined ? { op } : { op, refused })) };
    });
  }

  async serial(person: string, meeting: string): Promise<number> {
    const book = await this.db.read(["books"], (tx) => tx.objectStore("books").get([person, meeting]));
    return book?.serial ?? 0;
  }

  /** Makes room for a book when there is none; gives its serial number. */
  open(person: string, meeting: string): Promise<number> {
    return this.db.write(["books"], async (tx) => {
      const book = (await tx.objectStore("books").get([person, meeting])) ?? { person, meeting, epoch: "", version: 0, serial: 1, shared: [] };
      await tx.objectStore("books").put(book);
      return book.serial;
    });
  }

  /** Adds operations in their order, and drops those they replace. */
  add(person: string, meeting: string, ops: readonly NoteOp[], replaced: readonly string[]): Promise<number | undefined> {
    return this.change(person, meeting, async (tx, book) => {
      for (const id of replaced) await dropOp(tx, id);
      for (const op of ops) await tx.objectStore("ops").add({ person, meeting, id: op.op, op });
      return book;
    });
  }

  /** Writes what an answer has changed. */
  settle(person: string, meeting: string, change: Settlement, known: { epoch: string; version: number }): Promise<number | undefined> {
    return this.change(person, meeting, async (tx, book) => {
      for (const note of change.notes) await tx.objectStore("notes").put({ person, meeting, id: note.id, note });
      for (const id of change.gone) await tx.objectStore("notes").delete([person, meeting, id]);
      for (const id of change.dropped) await dropOp(tx, id);
      for (const { op, refused } of change.changed) {
        const row = await tx.objectStore("ops").index("of-op").get(op.op);
        if (row !== undefined) await tx.objectStore("ops").put({ ...row, op, ...(refused === undefined ? {} : { refused }) });
      }
      return { ...book, ...known };
    });
  }

  drop(person: string, meeting: string, ops: readonly string[]): Promise<number | undefined> {
    return this.change(person, meeting, async (tx, book) => {
      for (const id of ops) await dropOp(tx, id);
      return book;
    });
  }

  keepShared(person: string, meeting: string, shared: readonly SharedNote[]): Promise<number | undefined> {
    return this.change(person, meeting, (_, book) => Promise.resolve({ ...book, shared }));
  }

  /** All notes of a book are gone, and a new count begins. */
  empty(person: string, meeting: string, epoch: string): Promise<number | undefined> {
    return this.change(person, meeting, async (tx, book) => {
      await dropAll(tx, "of-book", [person, meeting]);
      return { ...book, epoch, version: 0 };
    });
  }

  /** The same for all meetings of a person; the new counts are not known. */
  emptyAll(person: string): Promise<void> {
    return this.db.write(STORES, async (tx) => {
      await dropAll(tx, "of-person", person);
      const books = tx.objectStore("books");
      for (const book of await books.index("of-person").getAll(person)) await books.put({ ...book, epoch: "", version: 0, serial: book.serial + 1 });
    });
  }

  /** Ids of a person's notes that wait on this device, in all meetings. */
  async waiting(person: string): Promise<ReadonlySet<string>> {
    const rows = await this.db.read(["ops"], (tx) => tx.objectStore("ops").index("of-person").getAll(person));
    return new Set(rows.map((row) => row.op.note));
  }

  /** Nothing of a person stays. */
  forget(person: string): Promise<void> {
    return this.db.write(STORES, async (tx) => {
      await dropAll(tx, "of-person", person);
      const books = tx.objectStore("books");
      for (const key of await books.index("of-person").getAllKeys(person)) await books.delete(key);
    });
  }

  /** Nothing of a person stays but what the server has not taken. */
  forgetSent(person: string): Promise<void> {
    return this.db.write(STORES, async (tx) => {
      const [books, notes, ops] = [tx.objectStore("books"), tx.objectStore("notes"), tx.objectStore("ops")];
      for (const key of await notes.index("of-person").getAllKeys(person)) await notes.delete(key);
      const waits = new Set((await ops.index("of-person").getAll(person)).map((row) => row.meeting));
      for (const book of await books.index("of-person").getAll(person)) {
        // the epoch stays, for notes that were destroyed meanwhile must not come back; all others are asked for anew
        if (waits.has(book.meeting)) await books.put({ ...book, version: 0, serial: book.serial + 1, shared: [] });
        else await books.delete([person, book.meeting]);
      }
    });
  }

  close(): Promise<void> {
    return this.db.close();
  }

  /** Changes a book that is there, and gives its new serial. One that is gone, since its person has signed out, stays gone: undefined. */
  private change(person: string, meeting: string, work: (tx: Tx, book: BookRow) => Promise<BookRow>): Promise<number | undefined> {
    return this.db.write(STORES, async (tx) => {
      const book = await tx.objectStore("books").get([person, meeting]);
      if (book === undefined) return undefined;
      const serial = book.serial + 1;
      await tx.objectStore("books").put({ ...(await work(tx, book)), serial });
      // nothing more comes: without this a page that goes away in the next moment takes the transaction with it
      tx.commit();
      return serial;
    });
  }
}

async function dropOp(tx: Tx, id: string): Promise<void> {
  const key = await tx.objectStore("ops").index("of-op").getKey(id);
  if (key !== undefined) await tx.objectStore("ops").delete(key);
}

async function dropAll(tx: Tx, of: "of-book" | "of-person", key: string | [string, string]): Promise<void> {
  const [notes, ops] = [tx.objectStore("notes"), tx.objectStore("ops")];
  for (const one of await notes.index(of).getAllKeys(key as never)) await notes.delete(one);
  for (const one of await ops.index(of).getAllKeys(key as never)) await ops.delete(one);
}
