import { describe, expect, it } from "vitest";
import { type Ballot, checkBallot, readBallot, sumUp } from "./ballot.ts";
import { commitHash, openElection } from "./ceremony.ts";
import { count, decrypt, type Partial, readPartial } from "./decrypt.ts";
import { CheckFailed } from "./fault.ts";
import { draw, G, pointHex } from "./group.ts";
import { type Poll, pollHash, readPoll } from "./poll.ts";
import { checkOpening, seal } from "./seal.ts";
import { canonical } from "./shape.ts";
import { hall, notebook } from "./testing.ts";
import { confirm, TrusteeSetup } from "./trustee.ts";

const poll: Poll = {
  contests: [{ id: "motion", least: 1, marks: ["agree", "disagree", "abstain"], most: 1 }, { id: "seats", least: 0, marks: ["an", "binh"], most: 2 }],
  id: "poll-1", minimum: 3, trustees: ["tv01", "tv02", "tv03"], v: 1,
};
const voters = [{ id: "a", weight: 1 }, { id: "b", weight: 2 }, { id: "c", weight: 1 }, { id: "d", weight: 1 }];
const { ceremony, election, keys } = hall(poll, voters);
const AGREE = [[1, 0, 0], [1, 1]];
const yes = async (): Promise<boolean> => true;

const cast = async (voter: string, set = AGREE): Promise<Ballot> => (await seal(election, voter, set)).cast();
const made = Promise.all([cast("a"), cast("b", [[0, 1, 0], [0, 0]]), cast("c", [[0, 0, 1], [0, 1]])]);
const three = async (): Promise<Ballot[]> => made;
const check = (name: string) => (thrown: unknown) => thrown instanceof CheckFailed && thrown.check === name;
const refused = async (work: () => unknown, name: string): Promise<void> => {
  const thrown = await Promise.resolve().then(work).then(() => undefined, (error: unknown) => error);
  expect(thrown, String(thrown)).toSatisfy(check(name));
};

describe("a sealed ballot", () => {
  it("holds what was marked and shows it to nobody but two trustees", async () => {
    const ballots = await three();
    const sums = await sumUp(election, ballots);
    const partials: Partial[] = [];
    for (const key of keys) partials.push(readPartial(election, sums, await decrypt(election, key, ballots, notebook(), yes)));
    expect(count(sums, partials[0]!, partials[2]!)).toEqual([[1, 2, 1], [1, 2]]);
    await refused(() => count(sums, partials[1]!, partials[1]!), "partials");
  });

  it("is never the same twice", async () => {
    expect(await cast("a")).not.toEqual(await cast("a"));
  });

  it("has the same form and takes as many random numbers, whatever is marked", async () => {
    const shapes = new Set<string>();
    for (const set of [[[1, 0, 0], [0, 0]], [[0, 1, 0], [1, 0]], [[0, 0, 1], [1, 1]]]) {
      let drawn = 0;
      const counting = (): bigint => (drawn++, draw());
      const ballot = (await seal(election, "a", set, counting)).cast();
      shapes.add(`${drawn} ${canonical(ballot).replace(/"0[23][0-9a-f]{64}"/g, "point").replace(/"[0-9a-f]{64}"/g, "scalar")}`);
    }
    expect(shapes.size).toBe(1);
  });

  it("isn't made of an invalid choice", async () => {
    await refused(() => seal(election, "a", [[1, 1, 0], [0, 0]]), "sums");
    await refused(() => seal(election, "a", [[0, 0, 0], [0, 0]]), "sums");
    await refused(() => seal(election, "a", [[2, 0, 0], [0, 0]]), "marks");
    await refused(() => seal(election, "a", [[1, 0], [0, 0]]), "marks");
    await refused(() => seal(election, "a", [[1, 0, 0]]), "form");
  });

  it("is cast or checked, never both", async () => {
    const sealed = await seal(election, "a", AGREE);
    sealed.cast();
    expect(() => sealed.check()).toThrow("already");
    const other = await seal(election, "a", AGREE);
    other.check();
    expect(() => other.cast()).toThrow("already");
  });

  it("shows on another device what it holds, and a tablet that lied", async () => {
    const sealed = await seal(election, "a", AGREE);
    const shown = sealed.code;
    const opening = sealed.check();
    expect(checkOpening(election, opening)).toEqual({ set: AGREE, code: shown });
    await refused(() => checkOpening(election, { ...opening, set: [[0, 1, 0], [1, 1]] }), "marks");
  });

  it("stands for its voter and its poll only", async () => {
    const ballot = await cast("a");
    await refused(() => checkBallot(election, { ...ballot, voter: "b" }), "marks");
    await refused(() => checkBallot({ ...election, poll: { ...poll, id: "poll-2" } }, ballot), "marks");
    const [motion, seats] = ballot.contests;
    await refused(() => checkBallot(election, { ...ballot, contests: [motion!, { ...seats!, sum: { c: seats!.sum.s, s: seats!.sum.c } }] }), "sums");
  });

  it("is read strictly", async () => {
    const ballot = await cast("a");
    const mark = (change: object): unknown => ({ ...ballot, contests: [{ ...ballot.contests[0]!, marks: [{ ...ballot.contests[0]!.marks[0]!, ...change }, ...ballot.contests[0]!.marks.slice(1)] }, ballot.contests[1]] });
    expect(readBallot(mark({}), poll)).toEqual(ballot);
    for (const change of [{ a: "00" }, { a: pointHex(G).toUpperCase() }, { a: `02${"0".repeat(63)}1` }, { b: 7 }, { c: [] }, { s: ["f".repeat(64), "0".repeat(64)] }, { extra: 1 }]) {
      await refused(() => readBallot(mark(change), poll), "form");
    }
  });
});

describe("the ballots of an election", () => {
  it("are of those who may vote, one each, in order, none copied, and enough", async () => {
    const [a, b, c] = await three() as [Ballot, Ballot, Ballot];
    await refused(() => sumUp(election, [b, a, c]), "entitlement");
    await refused(() => sumUp(election, [a, a, b, c]), "entitlement");
    await refused(() => sumUp(election, [a, b, c, { ...c, voter: "guest" }]), "entitlement");
    await refused(() => sumUp(election, [a, { ...a, voter: "b" }, c]), "copies");
    await refused(() => sumUp(election, [a, b]), "enough");
  });
});

describe("a trustee's tablet", () => {
  it("decrypts one set of ballots and no second one", async () => {
    const [a, b, c] = await three() as [Ballot, Ballot, Ballot];
    const memory = notebook();
    const d = await cast("d");
    await decrypt(election, keys[0]!, [a, b, c, d], memory, yes);
    await decrypt(election, keys[0]!, [a, b, c, d], memory, yes);
    await refused(() => decrypt(election, keys[0]!, [a, b, c], memory, yes), "partials");
  });

  it("decrypts nothing more when the same vote is opened again for others", async () => {
    const memory = notebook();
    await decrypt(election, keys[0]!, await three(), memory, yes);
    const again = openElection(poll, ceremony, voters.slice(0, 3));
    const ballots: Ballot[] = [];
    for (const voter of ["a", "b", "c"]) ballots.push((await seal(again, voter, AGREE)).cast());
    await refused(() => decrypt(again, keys[0]!, ballots, memory, yes), "partials");
  });

  it("decrypts nothing that its owner has not compared, and remembers nothing of it", async () => {
    const ballots = await three();
    const memory = notebook();
    await refused(() => decrypt(election, keys[0]!, ballots, memory, async () => false), "partials");
    expect(await memory.remembered(keys[0]!.ceremony)).toBeUndefined();
  });

  it("refuses keys of another ceremony", async () => {
    const other = hall(poll, voters);
    await refused(() => confirm(keys[0]!, other.election.keys), "key");
    const ballots = await three();
    await refused(() => decrypt(election, other.keys[0]!, ballots, notebook(), yes), "key");
  });

  it("refuses a wrong decryption of another", async () => {
    const ballots = await three();
    const sums = await sumUp(election, ballots);
    const good = await decrypt(election, keys[0]!, ballots, notebook(), yes);
    await refused(() => readPartial(election, sums, { ...good, trustee: 2 }), "partials");
    const more = await sumUp(election, [...ballots, await cast("d")]);
    await refused(() => readPartial(election, more, good), "partials");
  });
});

describe("the ceremony", () => {
  const begin = (): { setups: TrusteeSetup[]; commits: string[] } => {
    const setups = [1, 2, 3].map((number) => TrusteeSetup.begin(poll, number));
    return { setups, commits: setups.map((setup) => setup.commit()) };
  };

  it("announces nothing before three commitments, and to one set of them only", async () => {
    const { setups, commits } = begin();
    await refused(() => setups[0]!.announce([commits[0]!]), "commitments");
    await refused(() => setups[0]!.announce([commits[1]!, commits[0]!, commits[2]!]), "commitments");
    setups[0]!.announce(commits);
    await refused(() => setups[0]!.announce([commits[0]!, commits[2]!, commits[1]!]), "commitments");
  });

  it("deals only to who announced what was committed to", async () => {
    const { setups, commits } = begin();
    const announced = setups.map((setup) => setup.announce(commits));
    const stranger = TrusteeSetup.begin(poll, 3);
    const strange = stranger.announce([commits[0]!, commits[1]!, stranger.commit()]);
    await refused(() => setups[0]!.deal([announced[0]!, announced[1]!, strange]), "commitments");
    await refused(() => setups[0]!.deal([announced[0]!, announced[1]!]), "commitments");
  });

  it("takes no key whose owner has not shown to have it", async () => {
    const setups = [1, 2, 3].map((number) => TrusteeSetup.begin(poll, number));
    // trustee 2 commits to the points of trustee 1, proofs and all
    const mine = TrusteeSetup.begin(poll, 2);
    const first = setups[0]!.announce([setups[0]!.commit(), mine.commit(), setups[2]!.commit()]);
    const copied = commitHash(pollHash(poll), 2, first);
    const victim = setups[2]!;
    const third = victim.announce([setups[0]!.commit(), copied, victim.commit()]);
    await refused(() => victim.deal([first, first, third]), "possession");
  });

  it("is void when a deal is not what was announced", async () => {
    const { setups, commits } = begin();
    const announced = setups.map((setup) => setup.announce(commits));
    const deals = setups.map((setup) => setup.deal(announced));
    const changed = [[deals[1]![0]!, deals[0]![1]!], deals[1]!, deals[2]!];
    expect(() => setups[1]!.collect(changed)).toThrow("check 5 (key): trustee 1 dealt something else than was announced");
    await refused(() => setups[0]!.collect(changed), "key");
    setups[2]!.collect(deals);
    await refused(() => setups[2]!.collect(deals), "key");
  });
});

describe("an election", () => {
  it("isn't opened on keys that don't follow or that nobody confirmed", async () => {
    const { announcements, commits, confirms, deals } = ceremony;
    const swapped = [confirms[1]!, confirms[0]!, confirms[2]!];
    await refused(() => openElection(poll, { announcements, commits, confirms: swapped, deals }, voters), "test");
    await refused(() => openElection(poll, { announcements, commits, confirms: confirms.slice(1), deals }, voters), "form");
    await refused(() => openElection({ ...poll, id: "poll-2" }, ceremony, voters), "commitments");
    await refused(() => openElection(poll, ceremony, [...voters].reverse()), "poll");
  });
});

describe("a poll", () => {
  it("must make sense", async () => {
    const changes: [object, string][] = [[{ minimum: 2 }, "poll"], [{ trustees: ["a", "a", "b"] }, "poll"], [{ trustees: ["a", "b"] }, "form"], [{ v: 2 }, "form"], [{ id: "x y" }, "form"],
      [{ contests: [{ id: "m", least: 2, marks: ["a"], most: 1 }] }, "poll"], [{ contests: [{ id: "m", least: 0, marks: ["a", "a"], most: 1 }] }, "poll"], [{ more: 1 }, "form"]];
    expect(readPoll(poll)).toEqual(poll);
    for (const [change, name] of changes) await refused(() => readPoll({ ...poll, ...change }), name);
  });
});
