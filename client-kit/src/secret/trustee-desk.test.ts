import "fake-indexeddb/auto";
import { IDBFactory } from "fake-indexeddb";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { openElection } from "./ceremony.ts";
import { KeyShelf } from "./key-shelf.ts";
import type { Poll } from "./poll.ts";
import { type Published, type Standing, TrusteeDesk } from "./trustee-desk.ts";

const poll: Poll = { contests: [{ id: "c", least: 1, marks: ["for", "against"], most: 1 }], id: "poll-1", minimum: 3, trustees: ["an", "binh", "chi"], v: 1 };
const PEOPLE = poll.trustees;
const nobody = (): Published => ({ commits: [null, null, null], announcements: [null, null, null], deals: [null, null, null], confirms: [null, null, null] });
const after = (published: Published, round: keyof Published, person: string, value: unknown): Published =>
  ({ ...published, [round]: published[round].map((one, at) => (PEOPLE[at] === person ? value : one)) });

let shelves: Map<string, KeyShelf>;
/** Each person's own tablet, after a reload. */
const tablet = (person: string): TrusteeDesk => new TrusteeDesk(poll, person, shelves.get(person)!);
const heard = (published: Published, person: string, standing: Standing): Published => {
  if (standing.at !== "send") return published;
  const { step } = standing;
  return after(published, step.round, person, step.round === "commits" ? step.commit : step.round === "announcements" ? step.announcement : step.deals);
};

/** Everybody's tablet does what comes next, on a page that is loaded anew each time, until nothing is sent any more. */
async function untilAllWait(published: Published): Promise<Published> {
  for (;;) {
    const before = published;
    for (const person of PEOPLE) published = heard(published, person, await tablet(person).next(published));
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
      const standing = await tablet(person).next(published);
      expect(standing.at).toBe("compare");
      if (standing.at === "compare") codes.add(standing.keyCode);
      published = after(published, "confirms", person, await tablet(person).confirm(published));
    }
    expect(codes.size).toBe(1);
    for (const person of PEOPLE) expect(await tablet(person).next(published)).toEqual({ at: "ready", keyCode: [...codes][0] });
    expect(openElection(poll, published, [{ id: "v", weight: 1 }]).keys.ceremony).toBe((await tablet("an").key())?.ceremony);
  });

  it("gives the same again when its answer was lost on the way, and waits for the others by their numbers", async () => {
    const first = await tablet("an").next(nobody());
    expect(await tablet("an").next(nobody())).toEqual(first);
    const one = heard(nobody(), "an", first);
    expect(await tablet("an").next(one)).toEqual({ at: "wait", round: "commits", missing: [2, 3] });
    let published = one;
    for (const person of ["binh", "chi"]) published = heard(published, person, await tablet(person).next(published));
    for (const person of PEOPLE) published = heard(published, person, await tablet(person).next(published));
    const deals = await tablet("an").next(published);
    expect(deals).toMatchObject({ at: "send", step: { round: "deals" } });
    expect(await tablet("an").next(published)).toEqual(deals);
  });

  it("keeps one set of secrets where two pages of a tablet begin or deal at once", async () => {
    const [one, other] = await Promise.all([tablet("an").next(nobody()), tablet("an").next(nobody())]);
    expect(one).toEqual(other);
    let published = heard(nobody(), "an", one);
    for (const person of ["binh", "chi"]) published = heard(published, person, await tablet(person).next(published));
    for (const person of PEOPLE) published = heard(published, person, await tablet(person).next(published));
    const [here, there] = await Promise.all([tablet("an").next(published), tablet("an").next(published)]);
    expect(here).toEqual(there);
  });

  it("says so on a second device of the same person, and never begins twice", async () => {
    const published = heard(nobody(), "an", await tablet("an").next(nobody()));
    const second = new KeyShelf("another device");
    expect(await new TrusteeDesk(poll, "an", second).next(published)).toEqual({ at: "elsewhere" });
    await second.close();
  });

  it("is void when the server shows something else than before, or than was committed to", async () => {
    const published = await untilAllWait(nobody());
    const strange = after(published, "announcements", "binh", published.announcements[2]);
    expect(await tablet("an").next(strange)).toMatchObject({ at: "void", why: { check: "key" } });
    // before the key is made
    vi.stubGlobal("indexedDB", new IDBFactory());
    shelves = new Map(PEOPLE.map((person) => [person, new KeyShelf(`anew.${person}`)]));
    let anew = nobody();
    for (const person of PEOPLE) anew = heard(anew, person, await tablet(person).next(anew));
    for (const person of PEOPLE) anew = heard(anew, person, await tablet(person).next(anew));
    expect(await tablet("an").next(after(anew, "announcements", "binh", anew.announcements[2]))).toMatchObject({ at: "void", why: { check: "commitments" } });
    expect(await tablet("an").next(after(anew, "commits", "binh", "0".repeat(64)))).toMatchObject({ at: "void" });
  });

  it("goes nowhere where the device keeps nothing: what was sent could not be gone on with", async () => {
    vi.stubGlobal("indexedDB", undefined);
    const shelf = new KeyShelf("none");
    await expect(new TrusteeDesk(poll, "an", shelf).next(nobody())).rejects.toMatchObject({ name: "StoreFailure" });
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
    await shelf.erase("an", poll.id);
    expect(await tablet("an").key()).toBeUndefined();
    expect(await shelf.memory("an").remembered("Z")).toBe("L");
    await shelf.forget("an");
    expect(await shelf.memory("an").remembered("Z")).toBeUndefined();
  });
});
