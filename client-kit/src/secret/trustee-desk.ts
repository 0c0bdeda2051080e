import { type Announcement, ceremonyHash, type Deal, keyCode as codeOf, keysOf, type Keys, readAnnouncement, readDeal, type Share } from "./ceremony.ts";
import { CheckFailed, must } from "./fault.ts";
import { bytes32, draw as chance, type Draw } from "./group.ts";
import type { KeyRow, KeyShelf } from "../store/key-shelf.ts";
import { type Poll, pollHash, TRUSTEES } from "./poll.ts";
import { canonical, list } from "./shape.ts";
import { confirm, type TrusteeKey, TrusteeSetup } from "./trustee.ts";

export type Round = "commits" | "announcements" | "deals" | "confirms";

/** What the server carries of a ceremony: each list is whole, in the order of the trustees, or empty until all three have sent theirs. */
export interface Published extends Readonly<Record<Round, readonly unknown[]>> {
  /** Numbers of the trustees who have sent theirs. */
  readonly sent: Readonly<Record<Round, readonly number[]>>;
}

/** Where one trustee's tablet stands. */
export type Standing =
  | { readonly at: "send"; readonly step: { readonly round: "commits"; readonly commit: string } | { readonly round: "announcements"; readonly announcement: Announcement } | { readonly round: "deals"; readonly deals: readonly Deal[] } }
  /** For the numbers of the trustees whose tablets are not there yet. */
  | { readonly at: "wait"; readonly round: Round; readonly missing: readonly number[] }
  /** The key code is to be read out, compared and confirmed. */
  | { readonly at: "compare"; readonly keyCode: string }
  /** All three have confirmed. */
  | { readonly at: "ready"; readonly keyCode: string }
  /** This trustee began on another device, or what was kept here is gone. */
  | { readonly at: "elsewhere" }
  /** The ceremony can't come to an end; `why` is the check that failed. */
  | { readonly at: "void"; readonly why: CheckFailed };

/**
 * One trustee's way through the ceremony on this tablet (section 4). Every secret is on the disk before what follows from it is handed out, so that a reload
 * or a dead battery goes on where it was; asked again with the same, it gives the same.
 */
export class TrusteeDesk {
  readonly #number: number;

  /** @param person one of the poll's trustees */
  constructor(readonly poll: Poll, readonly person: string, private readonly shelf: KeyShelf, private readonly draw: Draw = chance) {
    this.#number = poll.trustees.indexOf(person) + 1;
    if (this.#number === 0) throw new Error("this person is no trustee of the poll");
  }

  /** What comes next, given what the server has published. Rejects with a StoreFailure where the device can keep nothing: then nothing is sent. */
  async next(published: Published): Promise<Standing> {
    try {
      const row = await this.#row(published);
      return row === undefined ? { at: "elsewhere" } : await this.#step(row, published);
    } catch (failure) {
      if (failure instanceof CheckFailed) return { at: "void", why: failure };
      throw failure;
    }
  }

  /** The confirmation, which its owner has agreed to after comparing the key code. */
  async confirm(published: Published): Promise<Share> {
    const { key, keys } = await this.#key(published);
    return confirm(key, keys, this.draw);
  }

  /** The key for the count, as long as this tablet holds it. */
  async key(): Promise<TrusteeKey | undefined> {
    return (await this.shelf.of(this.person, this.poll.id))?.key;
  }

  async #key(published: Published): Promise<{ key: TrusteeKey; keys: Keys }> {
    const key = await this.key();
    if (key === undefined) throw new Error("no key is here");
    return { key, keys: keysOf(key.poll, dealt(published)) };
  }

  #sent(round: Round, published: Published): boolean {
    return published.sent[round].includes(this.#number);
  }

  /** What is kept here for this poll; begun only where this trustee has sent nothing from anywhere. */
  async #row(published: Published): Promise<KeyRow | undefined> {
    const there = await this.shelf.of(this.person, this.poll.id);
    if (there !== undefined) return (there.key ?? there.setup)?.poll === pollHash(this.poll) ? there : undefined;
    if (this.#sent("commits", published)) return undefined;
    return this.shelf.begin({ person: this.person, poll: this.poll.id, setup: TrusteeSetup.begin(this.poll, this.#number, this.draw).keep() });
  }

  async #step(row: KeyRow, published: Published): Promise<Standing> {
    if (row.key !== undefined) return this.#tested(row.key, published);
    const setup = TrusteeSetup.goOn(row.setup!, this.draw);
    if (!this.#sent("commits", published)) return { at: "send", step: { round: "commits", commit: setup.commit() } };
    const waits = this.#waits("commits", published);
    if (waits) return waits;
    // of another device of the same person, which came first
    if (published.commits[this.#number - 1] !== setup.commit()) return { at: "elsewhere" };
    const announcement = setup.announce(list(published.commits, TRUSTEES, TRUSTEES, "commits", bytes32));
    if (!this.#sent("announcements", published)) return this.#kept(row, setup, { at: "send", step: { round: "announcements", announcement } }, published);
    const unannounced = this.#waits("announcements", published);
    if (unannounced) return unannounced;
    const deals = setup.deal(list(published.announcements, TRUSTEES, TRUSTEES, "announcements", readAnnouncement));
    if (!this.#sent("deals", published)) return this.#kept(row, setup, { at: "send", step: { round: "deals", deals } }, published);
    const undealt = this.#waits("deals", published);
    if (undealt) return undealt;
    const { key } = setup.collect(dealt(published).deals);
    const kept = await this.shelf.advance({ person: this.person, poll: this.poll.id, key });
    return this.#tested(kept.key!, published);
  }

  /** The step, once it is written down; where another page of this device was first, its secrets count. */
  async #kept(row: KeyRow, setup: TrusteeSetup, step: Standing, published: Published): Promise<Standing> {
    const next = { ...row, setup: setup.keep() };
    const there = await this.shelf.advance(next);
    return canonical(there.setup) === canonical(next.setup) ? step : this.#step(there, published);
  }

  #tested(key: TrusteeKey, published: Published): Standing {
    const what = dealt(published);
    must(ceremonyHash(key.poll, what) === key.ceremony, "key", "the server shows another ceremony than before");
    const keyCode = codeOf(key.poll, what);
    if (!this.#sent("confirms", published)) return { at: "compare", keyCode };
    return this.#waits("confirms", published) ?? { at: "ready", keyCode };
  }

  #waits(round: Round, published: Published): Standing | undefined {
    const missing = [1, 2, 3].filter((number) => !published.sent[round].includes(number));
    return missing.length === 0 ? undefined : { at: "wait", round, missing };
  }
}

/** Three commitments, announcements and deals, read strictly. */
function dealt({ commits, announcements, deals }: Published): { commits: string[]; announcements: Announcement[]; deals: Deal[][] } {
  return {
    commits: list(commits, TRUSTEES, TRUSTEES, "commits", bytes32),
    announcements: list(announcements, TRUSTEES, TRUSTEES, "announcements", readAnnouncement),
    deals: list(deals, TRUSTEES, TRUSTEES, "deals", (row, name) => list(row, TRUSTEES - 1, TRUSTEES - 1, name, readDeal)),
  };
}
