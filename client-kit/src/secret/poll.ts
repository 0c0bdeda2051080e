import { Digest } from "./digest.ts";
import { must } from "./fault.ts";
import { bytes32 } from "./group.ts";
import { canonical, id, list, number, object } from "./shape.ts";
import { readWords } from "./words.ts";

/** One question: `least` to `most` of its marks are set. */
export interface Contest { readonly id: string; readonly least: number; readonly marks: readonly string[]; readonly most: number }

/** What is asked in secret; `words` is the hash of what voters read, absent in version 1, which binds no words; `minimum` is the fewest ballots whose sum is decrypted, `trustees` are three, in the order of their numbers. */
export interface Poll { readonly contests: readonly Contest[]; readonly id: string; readonly minimum: number; readonly trustees: readonly string[]; readonly v: 1 | 2; readonly words?: string }

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
  const worded = typeof value === "object" && value !== null && "words" in value;
  const poll = object(value, ["contests", "id", "minimum", "trustees", "v", ...(worded ? ["words"] : [])], "poll");
  must(poll["v"] === (worded ? 2 : 1), "form", `poll.v is not ${worded ? 2 : 1}`);
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
  if (!worded) return { ...read, v: 1 };
  // a meeting sends the words themselves, an exported poll has their hash
  const { words } = poll;
  return { ...read, v: 2, words: typeof words === "string" ? bytes32(words, "poll.words") : readWords(words, contests) };
}

function readContest(value: unknown, name: string): Contest {
  const contest = object(value, ["id", "least", "marks", "most"], name);
  return {
    id: id(contest["id"], `${name}.id`), least: number(contest["least"], `${name}.least`),
    marks: list(contest["marks"], 1, MARKS_MOST_EACH, `${name}.marks`, id), most: number(contest["most"], `${name}.most`),
  };
}

/** Voters as the server sends them; checks 1 and 2. */
export function readVoters(value: unknown): Voter[] {
  const voters = list(value, 1, VOTERS_MOST, "voters", (item, name) => {
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

/** P. */
export const pollHash = (poll: Poll): string => new Digest("poll").text(canonical(poll)).hex();
