import "fake-indexeddb/auto";
import { IDBFactory } from "fake-indexeddb";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { openElection } from "./ceremony.ts";
import { KeyShelf } from "../store/key-shelf.ts";
import type { Poll } from "./poll.ts";
import { type Published, type Round, type Standing, TrusteeDesk } from "./trustee-desk.ts";

const poll: Poll = { contests: [{ id: "c", least: 1, marks: ["for", "against"], most: 1 }], id: "m:v1:1", minimum: 3, trustees: ["an", "binh", "chi"], v: 1 };
const PEOPLE = poll.trustees;
/** As the server keeps it: by trustee, and nothing of a round is shown before it is whole. */
type Kept = Readonly<Record<Round, readonly unknown[]>>;
const nobody = (): Kept => ({ commits: [null, null, null], announcements: [null, null, null], deals: [null, null, null], confirms: [null, null, null] });
const after = (kept: Kept, round: Round, person: string, value: unknown): Kept => ({ ...kept, [round]: kept[round].map((one, at) => (PEOPLE[at] === person ? value : one)) });
const shown = (kept: Kept): Published => {
  const each = <T>(of: (row: readonly unknown[]) => T): Record<Round, T> => ({ commits: of(kept.commits), announcements: of(kept.announcements), deals: of(kept.deals), confirms: of(kept.confirms) });
  return { ...each((row) => (row.includes(null) ? [] : row)), sent: each((row) => [1, 2, 3].filter((number) => row[number - 1] !== null)) };
};

let shelves: Map<string, KeyShelf>;
/** Each person's own tablet, after a reload. */
const tablet = (person: string): TrusteeDesk => new TrusteeDesk(poll, person, shelves.get(person)!);
const heard = (published: Kept, person: string, standing: Standing): Kept => {
  if (standing.at !== "send") return published;
  const { step } = standing;
  return after(published, step.round, person, step.round === "commits" ? step.commit : step.round === "announcements" ? step.announcement : step.deals);
};

/** Everybody's tablet does what comes next, on a page that is loaded anew each time, until nothing is sent any more. */
async function untilAllWait(published: Kept): Promise<Kept> {
  for (;;) {
    const before = published;
    for (const person of PEOPLE) published = heard(published, person, await tablet(person).next(shown(published)));
    if (before === published) return published;
  }
}

beforeEach(() => {
  vi.stubGlobal("indexedDB", new IDBFactory());
  shelves = new Map(PEOPLE.map((person) => [person, new KeyShelf(`nghisu.secret.${person}`)]));
});

afterEach(async () => {
  for (const shelf of shelves.values()) await shelf.close();
  vi.unstubAllGlobals();
});

describe("a trustee's desk", () => {
  it("comes to the same key code on three tablets that are loaded anew at every step, and to an election", async () => {
    let published = await untilAllWait(nobody());
    const codes = new Set<string>();
    for (const person of PEOPLE) {
      const standing = await tablet(person).next(shown(published));
      expect(standing.at).toBe("compare");
      if (standing.at === "compare") codes.add(standing.keyCode);
      published = after(published, "confirms", person, await tablet(person).confirm(shown(published)));
    }
    expect(codes.size).toBe(1);
    for (const person of PEOPLE) expect(await tablet(person).next(shown(published))).toEqual({ at: "ready", keyCode: [...codes][0] });
    expect(openElection(poll, (({ announcements, commits, confirms, deals }) => ({ announcements, commits, confirms, deals }))(published), [{ id: "v", weight: 1 }]).keys.ceremony).toBe((await tablet("an").key())?.ceremony);
  });

  it("gives the same again when its answer was lost on the way, and waits for the others by their numbers", async () => {
    const first = await tablet("an").next(shown(nobody()));
    expect(await tablet("an").next(shown(nobody()))).toEqual(first);
    const one = heard(nobody(), "an", first);
    expect(await tablet("an").next(shown(one))).toEqual({ at: "wait", round: "commits", missing: [2, 3] });
    let published = one;
    for (const person of ["binh", "chi"]) published = heard(published, person, await tablet(person).next(shown(published)));
    for (const person of PEOPLE) published = heard(published, person, await tablet(person).next(shown(published)));
    const deals = await tablet("an").next(shown(published));
    expect(deals).toMatchObject({ at: "send", step: { round: "deals" } });
    expect(await tablet("an").next(shown(published))).toEqual(deals);
  });

  it("keeps one set of secrets where two pages of a tablet begin or deal at once", async () => {
    const [one, other] = await Promise.all([tablet("an").next(shown(nobody())), tablet("an").next(shown(nobody()))]);
    expect(one).toEqual(other);
    let published = heard(nobody(), "an", one);
    for (const person of ["binh", "chi"]) published = heard(published, person, await tablet(person).next(shown(published)));
    for (const person of PEOPLE) published = heard(published, person, await tablet(person).next(shown(published)));
    const [here, there] = await Promise.all([tablet("an").next(shown(published)), tablet("an").next(shown(published))]);
    expect(here).toEqual(there);
  });

  it("says so on a second device of the same person, and never begins twice", async () => {
    const published = heard(nobody(), "an", await tablet("an").next(shown(nobody())));
    const second = new KeyShelf("another device");
    expect(await new TrusteeDesk(poll, "an", second).next(shown(published))).toEqual({ at: "elsewhere" });
    await second.close();
  });

  it("begins anew with a new poll id when a ceremony was given up, and wipes what the old one left", async () => {
    await untilAllWait(nobody());
    const again = new TrusteeDesk({ ...poll, id: "m:v1:2" }, "an", shelves.get("an")!);
    expect(await again.next(shown(nobody()))).toMatchObject({ at: "send", step: { round: "commits" } });
    expect(await tablet("an").key()).toBeUndefined();
  });

  it("keeps a key when a vote of another meeting has the same id, as in meetings of one template", async () => {
    await untilAllWait(nobody());
    const other = new TrusteeDesk({ ...poll, id: "n:v1:1" }, "an", shelves.get("an")!);
    expect(await other.next(shown(nobody()))).toMatchObject({ at: "send", step: { round: "commits" } });
    expect(await tablet("an").key()).toBeDefined();
  });

  it("is void when the server shows something else than before, or than was committed to", async () => {
    const published = await untilAllWait(nobody());
    const strange = after(published, "announcements", "binh", published.announcements[2]);
    expect(await tablet("an").next(shown(strange))).toMatchObject({ at: "void", why: { check: "key" } });
    // before the key is made
    vi.stubGlobal("indexedDB", new IDBFactory());
    shelves = new Map(PEOPLE.map((person) => [person, new KeyShelf(`anew.${person}`)]));
    let anew = nobody();
    for (const person of PEOPLE) anew = heard(anew, person, await tablet(person).next(shown(anew)));
    for (const person of PEOPLE) anew = heard(anew, person, await tablet(person).next(shown(anew)));
    expect(await tablet("an").next(shown(after(anew, "announcements", "binh", anew.announcements[2])))).toMatchObject({ at: "void", why: { check: "commitments" } });
    expect(await tablet("an").next(shown(after(anew, "commits", "binh", "0".repeat(64))))).toMatchObject({ at: "void" });
  });

  it("goes nowhere where the device keeps nothing: what was sent could not be gone on with", async () => {
    vi.stubGlobal("indexedDB", undefined);
    const shelf = new KeyShelf("none");
    await expect(new TrusteeDesk(poll, "an", shelf).next(shown(nobody()))).rejects.toMatchObject({ name: "StoreFailure" });
  });
});

describe("the shelf of keys", () => {
  it("remembers one set of ballots for a ceremony over a reload, erases a key, and forgets a person", async () => {
    const shelf = shelves.get("an")!;
    await untilAllWait(nobody());
    expect(await shelf.count("an")).toBe(1);
    await shelf.memory("an").remember("Z", "L");
    expect(await shelf.memory("an").remembered("Z")).toBe("L");
    await expect(shelf.memory("an").remember("Z", "other")).rejects.toThrow();
    expect(await shelf.memory("an").remembered("Z")).toBe("L");
    await shelf.keepOnly("an", "m", ["m:v1:1"]);
    await shelf.keepOnly("an", "another", []);
    expect(await tablet("an").key()).toBeDefined();
    await shelf.keepOnly("an", "m", ["m:v1:2"]);
    expect(await tablet("an").key()).toBeUndefined();
    expect(await shelf.memory("an").remembered("Z")).toBe("L");
    await shelf.forget("an");
    expect(await shelf.memory("an").remembered("Z")).toBeUndefined();
  });
});
