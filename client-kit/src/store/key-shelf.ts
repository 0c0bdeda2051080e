import type { DBSchema } from "idb";
import { Database } from "./database.ts";
import type { Memory } from "../secret/decrypt.ts";
import type { KeptSetup, TrusteeKey } from "../secret/trustee.ts";

/** What a trustee's tablet holds for one poll: the unfinished ceremony, then the key in its place. */
export interface KeyRow {
  readonly person: string;
  /** the poll's id, new for each ceremony of a vote */
  readonly poll: string;
  readonly setup?: KeptSetup;
  readonly key?: TrusteeKey;
}

interface ShelfSchema extends DBSchema {
  keys: { key: [string, string]; value: KeyRow; indexes: { "of-person": string } };
  decrypted: { key: [string, string]; value: { person: string; ceremony: string; ballots: string }; indexes: { "of-person": string } };
}

/** Where this device keeps trustees' secrets and which ballots were decrypted with them; each write is on the disk when it resolves. Rejects with a StoreFailure. */
export class KeyShelf {
  readonly #db: Database<ShelfSchema>;

  constructor(name = "nghisu.secret") {
    this.#db = new Database<ShelfSchema>(name, 1, (db) => {
      db.createObjectStore("keys", { keyPath: ["person", "poll"] }).createIndex("of-person", "person");
      db.createObjectStore("decrypted", { keyPath: ["person", "ceremony"] }).createIndex("of-person", "person");
    });
  }

  of(person: string, poll: string): Promise<KeyRow | undefined> {
    return this.#db.read(["keys"], (tx) => tx.objectStore("keys").get([person, poll]));
  }

  /** Puts a row where none is: of two pages that begin at once the second gets what the first has put. What an earlier ceremony of the same vote left is wiped. */
  begin(row: KeyRow): Promise<KeyRow> {
    return this.#db.write(["keys"], async (tx) => {
      const store = tx.objectStore("keys");
      const own = await store.index("of-person").getAll(row.person);
      for (const one of own) if (ceremonyOf(one.poll) === ceremonyOf(row.poll) && one.poll !== row.poll) await store.delete([one.person, one.poll]);
      const there = own.find((one) => one.poll === row.poll);
      if (there === undefined) await store.put(row);
      return there ?? row;
    });
  }

  /** Writes the next step, unless another page has come as far or further; gives what lies there now. */
  advance(row: KeyRow): Promise<KeyRow> {
    return this.#db.write(["keys"], async (tx) => {
      const there = await tx.objectStore("keys").get([row.person, row.poll]);
      if (there !== undefined && far(there) >= far(row)) return there;
      await tx.objectStore("keys").put(row);
      return row;
    });
  }

  /** Wipes the secrets of all polls of a meeting but these: once a vote is over, removed or made anew, they are no use to anybody. */
  keepOnly(person: string, meeting: string, polls: readonly string[]): Promise<void> {
    return this.#db.write(["keys"], async (tx) => {
      const store = tx.objectStore("keys");
      for (const { poll } of await store.index("of-person").getAll(person)) if (poll.startsWith(`${meeting}:`) && !polls.includes(poll)) await store.delete([person, poll]);
    });
  }

  /** How many keys, finished or not, a person has here: ask before signing out. */
  count(person: string): Promise<number> {
    return this.#db.read(["keys"], (tx) => tx.objectStore("keys").index("of-person").count(person));
  }

  /** Wipes what belongs to a person. */
  forget(person: string): Promise<void> {
    return this.#db.write(["keys", "decrypted"], async (tx) => {
      for (const name of ["keys", "decrypted"] as const) {
        const store = tx.objectStore(name);
        for (const key of await store.index("of-person").getAllKeys(person)) await store.delete(key);
      }
    });
  }

  /** What this person's tablet has decrypted. */
  memory(person: string): Memory {
    return {
      remembered: (ceremony) => this.#db.read(["decrypted"], async (tx) => (await tx.objectStore("decrypted").get([person, ceremony]))?.ballots),
      remember: (ceremony, ballots) => this.#db.write(["decrypted"], async (tx) => {
        const there = await tx.objectStore("decrypted").get([person, ceremony]);
        if (there !== undefined && there.ballots !== ballots) throw new Error("other ballots were decrypted before");
        await tx.objectStore("decrypted").put({ person, ceremony, ballots });
      }),
    };
  }

  close(): Promise<void> {
    return this.#db.close();
  }
}

/** The one shelf of the page. */
export const keyShelf = new KeyShelf();

/** Of a poll's id what all ceremonies of one vote share: meeting and vote, without the attempt. Votes of different meetings may have one id. */
const ceremonyOf = (poll: string): string => poll.slice(0, poll.lastIndexOf(":"));

const far = ({ key, setup }: KeyRow): number => (key ? 3 : setup?.dealt ? 2 : setup?.commits ? 1 : 0);
