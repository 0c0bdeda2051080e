import { Digest } from "./digest.ts";
import { must } from "./fault.ts";
import { bytes32 } from "./group.ts";
import { canonical, id, list, number, object } from "./shape.ts";
import { readWords } from "./words.ts";

/** One question: `least` to `most` of its marks are set. */
export interface Contest { readonly id: string; readonly least: number; readonly marks: readonly string[]; readonly most: number }

/** What is asked in secret; `words` is the hash of what voters read, absent in version 1, which binds no words; `weights` are of members who have more votes than one, absent before version 3; `minimum` is the fewest ballots whose sum is decrypted, `trustees` are three, in the order of their numbers. */
export interface Poll { readonly contests: readonly Contest[]; readonly id: string; readonly minimum: number; readonly trustees: readonly string[]; readonly v: 1 | 2 | 3; readonly weights?: readonly Voter[]; readonly words?: string }

export interface Voter { readonly id: string; readonly weight: number }

export const TRUSTEES = 3;
const CONTESTS_MOST = 50;
const MARKS_MOST_EACH = 50;
const MARKS_MOST = 200;
const MINIMUM_LEAST = 3;
const VOTERS_MOST = 10_000;
const WEIGHT_MOST = 10_000;
const TOGETHER_MOST = 1_000_000;

const differ = (ids: readonly string[]): boolean => new Set(ids).size === ids.length;

/** A poll as the server sends it; checks 1 and 2. */
export function readPoll(value: unknown): Poll {
  const has = (name: string): boolean => typeof value === "object" && value !== null && name in value;
  const v = has("weights") ? 3 : has("words") ? 2 : 1;
  const poll = object(value, ["contests", "id", "minimum", "trustees", "v", ...["words", "weights"].slice(0, v - 1)], "poll");
  must(poll["v"] === v, "form", `poll.v is not ${v}`);
  const contests = list(poll["contests"], 1, CONTESTS_MOST, "poll.contests", readContest);
  const trustees = list(poll["trustees"], TRUSTEES, TRUSTEES, "poll.trustees", id);
  const minimum = number(poll["minimum"], "poll.minimum");
  const marks = contests.flatMap((contest) => contest.marks);
  must(marks.length <= MARKS_MOST, "form", `more than ${MARKS_MOST} marks`);
  must(differ(marks), "poll", "a mark comes twice");
  must(differ(contests.map((contest) => contest.id)), "poll", "a contest comes twice");
  must(differ(trustees), "poll", "a trustee comes twice");
  must(minimum >= MINIMUM_LEAST && minimum <= VOTERS_MOST, "poll", `minimum is ${minimum}`);
  for (const { id: name, least, most, marks: own } of contests) {
    must(least <= most && most >= 1 && most <= own.length, "poll", `contest ${name} wants ${least} to ${most} of ${own.length}`);
  }
  const read = { contests, id: id(poll["id"], "poll.id"), minimum, trustees };
  if (v === 1) return { ...read, v };
  // a meeting sends the words themselves, an exported poll has their hash
  const words = typeof poll["words"] === "string" ? bytes32(poll["words"], "poll.words") : readWords(poll["words"], contests);
  return v === 2 ? { ...read, v, words } : { ...read, v, weights: readVoters(poll["weights"], 0), words };
}

function readContest(value: unknown, name: string): Contest {
  const contest = object(value, ["id", "least", "marks", "most"], name);
  return {
    id: id(contest["id"], `${name}.id`), least: number(contest["least"], `${name}.least`),
    marks: list(contest["marks"], 1, MARKS_MOST_EACH, `${name}.marks`, id), most: number(contest["most"], `${name}.most`),
  };
}

/** Voters as the server sends them; checks 1 and 2. */
export function readVoters(value: unknown, least = 1): Voter[] {
  const voters = list(value, least, VOTERS_MOST, "voters", (item, name) => {
    const voter = object(item, ["id", "weight"], name);
    return { id: id(voter["id"], `${name}.id`), weight: number(voter["weight"], `${name}.weight`) };
  });
  voters.forEach((voter, at) => {
    const before = voters[at - 1];
    must(before === undefined || before.id < voter.id, "poll", `voter ${voter.id} is out of order`);
    must(voter.weight >= 1 && voter.weight <= WEIGHT_MOST, "poll", `voter ${voter.id} has weight ${voter.weight}`);
  });
  must(voters.reduce((sum, voter) => sum + voter.weight, 0) <= TOGETHER_MOST, "poll", `the weights are more than ${TOGETHER_MOST}`);
  return voters;
}

/** Each voter has as many votes as the keys were made for; of check 2. */
export function checkWeights({ weights }: Poll, voters: readonly Voter[]): void {
  if (weights === undefined) return;
  const bound = new Map(weights.map(({ id: name, weight }) => [name, weight]));
  for (const { id: name, weight } of voters) must(weight === (bound.get(name) ?? 1), "poll", `voter ${name} has weight ${weight}`);
}

/** P. */
export const pollHash = (poll: Poll): string => new Digest("poll").text(canonical(poll)).hex();
