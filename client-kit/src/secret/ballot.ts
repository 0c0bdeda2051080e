import type { Election } from "./ceremony.ts";
import { Digest } from "./digest.ts";
import { must } from "./fault.ts";
import { commitment, G, mod, O, type Point, point, pointHex, scalar } from "./group.ts";
import type { Contest, Poll } from "./poll.ts";
import { canonical, id, list, object } from "./shape.ts";

/** A proof that one of several statements is true: a challenge and an answer for each. */
export interface Branches { readonly c: readonly string[]; readonly s: readonly string[] }

/** A mark under the election key, with the proof that it is 0 or 1. */
export interface SealedMark extends Branches { readonly a: string; readonly b: string }

export interface SealedContest { readonly marks: readonly SealedMark[]; readonly sum: Branches }

/** One voter's encrypted ballot, as it is sent, kept and exported. */
export interface Ballot { readonly contests: readonly SealedContest[]; readonly voter: string }

export interface Ciphertext { readonly a: Point; readonly b: Point }

/** All accepted ballots in one; `ballots` is L, `weight` what all of them weigh together. */
export interface Sums { readonly ballots: string; readonly marks: readonly (readonly Ciphertext[])[]; readonly weight: number; readonly size: number }

const NOTHING: Ciphertext = { a: O, b: O };
export const plus = (one: Ciphertext, other: Ciphertext): Ciphertext => ({ a: one.a.add(other.a), b: one.b.add(other.b) });

/** Lets the page draw between two pieces of long work. */
export const breath = (): Promise<void> => new Promise((resume) => { setTimeout(resume, 0); });

function readBranches(value: Record<string, unknown>, size: number, name: string): Branches {
  const hex = (item: unknown, of: string): string => {
    scalar(item, of);
    return item as string;
  };
  return { c: list(value["c"], size, size, `${name}.c`, hex), s: list(value["s"], size, size, `${name}.s`, hex) };
}

/** A ballot as the server sends it; check 1. */
export function readBallot(value: unknown, poll: Poll): Ballot {
  const ballot = object(value, ["contests", "voter"], "ballot");
  const size = poll.contests.length;
  return {
    contests: list(ballot["contests"], size, size, "contests", (item, name, at) => {
      const contest = object(item, ["marks", "sum"], name);
      const asked = poll.contests[at]!;
      return {
        marks: list(contest["marks"], asked.marks.length, asked.marks.length, `${name}.marks`, readMark),
        sum: readBranches(object(contest["sum"], ["c", "s"], `${name}.sum`), asked.most - asked.least + 1, `${name}.sum`),
      };
    }),
    voter: id(ballot["voter"], "voter"),
  };
}

function readMark(value: unknown, name: string): SealedMark {
  const mark = object(value, ["a", "b", "c", "s"], name);
  return { a: pointHex(point(mark["a"], `${name}.a`)), b: pointHex(point(mark["b"], `${name}.b`)), ...readBranches(mark, 2, name) };
}

/** What the receipt's code is made of. */
export const ballotHash = (election: Election, ballot: Ballot): string => new Digest("ballot").hash(election.hash).text(canonical(ballot)).hex();

/** S: to it every proof of a ballot is bound. */
export function statement(election: Election, voter: string, ciphertexts: readonly Ciphertext[]): string {
  const digest = new Digest("statement").hash(election.hash).text(election.poll.id).text(voter).points(election.keys.election);
  for (const { a, b } of ciphertexts) digest.points(a, b);
  return digest.hex();
}

const open = (mark: SealedMark): Ciphertext => ({ a: point(mark.a, "a"), b: point(mark.b, "b") });

function holds(election: Election, context: Digest, sealed: Ciphertext, proof: Branches, first: number): boolean {
  let together = 0n;
  proof.c.forEach((hex, at) => {
    const [c, s] = [scalar(hex, "c"), scalar(proof.s[at], "s")];
    const rest = sealed.b.subtract(G.multiplyUnsafe(BigInt(first + at)));
    context.points(commitment(G, s, sealed.a, c), commitment(election.keys.election, s, rest, c));
    together += c;
  });
  return context.challenge() === mod(together);
}

/** The proofs of one ballot; checks 9 and 10. */
export function checkBallot(election: Election, ballot: Ballot): void {
  const sealed = ballot.contests.map((contest) => contest.marks.map(open));
  const said = statement(election, ballot.voter, sealed.flat());
  ballot.contests.forEach((contest, i) => contest.marks.forEach((mark, j) =>
    must(holds(election, new Digest("mark").hash(said).number(i).number(j), sealed[i]![j]!, mark, 0), "marks",
      `mark ${j} of contest ${i} of ${ballot.voter} is not proven to be 0 or 1`)));
  ballot.contests.forEach((contest, i) => {
    const { least, most } = election.poll.contests[i] as Contest;
    must(holds(election, new Digest("sum").hash(said).number(i), sealed[i]!.reduce(plus, NOTHING), contest.sum, least), "sums",
      `contest ${i} of ${ballot.voter} is not proven to have ${least} to ${most} marks`);
  });
}

/**
 * Verifies all ballots and sums them with their voters' weights; checks 1 and 7 to 11. It takes some milliseconds a mark and lets the page draw meanwhile.
 *
 * @param ballots as the server sent them, ascending by voter
 * @param progress told how many are done
 */
export async function sumUp(election: Election, ballots: readonly unknown[], progress: (done: number) => void = () => {}): Promise<Sums> {
  const weights = new Map(election.voters.map((voter) => [voter.id, voter.weight]));
  const seen = new Set<string>();
  const digest = new Digest("ballots").hash(election.hash);
  let marks = election.poll.contests.map((contest) => contest.marks.map(() => NOTHING));
  let [together, last] = [0, ""];
  for (const [at, value] of ballots.entries()) {
    const ballot = readBallot(value, election.poll);
    const weight = weights.get(ballot.voter);
    must(weight !== undefined, "entitlement", `${ballot.voter} may not vote`);
    must(last < ballot.voter, "entitlement", `the ballot of ${ballot.voter} comes twice or out of order`);
    for (const { a } of ballot.contests.flatMap((contest) => contest.marks)) {
      must(!seen.has(a), "copies", `the ballot of ${ballot.voter} repeats a ciphertext`);
      seen.add(a);
    }
    checkBallot(election, ballot);
    digest.hash(ballotHash(election, ballot));
    const factor = BigInt(weight);
    marks = marks.map((row, i) => row.map((sum, j) => {
      const { a, b } = open(ballot.contests[i]!.marks[j]!);
      return plus(sum, { a: a.multiplyUnsafe(factor), b: b.multiplyUnsafe(factor) });
    }));
    together += weight;
    last = ballot.voter;
    progress(at + 1);
    await breath();
  }
  must(ballots.length >= election.poll.minimum, "enough", `${ballots.length} ballots are fewer than ${election.poll.minimum}`);
  return { ballots: digest.hex(), marks, weight: together, size: ballots.length };
}
