import { type Ballot, ballotHash, readBallot, sumUp } from "./ballot.ts";
import { type Election, openElection, readCeremony } from "./ceremony.ts";
import { count, type Partial, readPartial } from "./decrypt.ts";
import { code } from "./digest.ts";
import { type Check, CHECKS, CheckFailed, must } from "./fault.ts";
import { pointHex } from "./group.ts";
import type { Poll } from "./poll.ts";
import { canonical, list, number, object } from "./shape.ts";
import { readWords } from "./words.ts";

/** What this device shows of a closed vote, and what it holds itself: a file that is right in itself may still be of another vote. */
export interface Shown {
  readonly poll: string;
  readonly trustees: readonly string[];
  /** the hash of question and answers as they stand here */
  readonly words: string;
  readonly keyCode: string | undefined;
  readonly ballotsCode: string | undefined;
  readonly ballots: number;
  /** votes by mark id */
  readonly counts: Readonly<Record<string, number>>;
  /** receipt codes of ballots that were cast from here */
  readonly receipts: readonly string[];
}

/** What the checks of an exported poll came to; codes and counts are compared with what is shown here, and by people with the paper, which is check 15. */
export type Verdict = {
  /** Those that hold, in the order of section 8. */
  readonly held: readonly Check[];
  readonly keyCode?: string;
  readonly ballotsCode?: string;
  /** Receipt codes of the ballots that were counted, in their order. */
  readonly receipts?: readonly string[];
  readonly ballots?: number;
  /** The counted votes by mark id, once the sums are found to hold them. */
  readonly counts?: Readonly<Record<string, number>>;
} & ({
  readonly right: true;
  /** Of the receipts that this device holds: another ballot than the one sent from here was recorded, perhaps from another device of its voter. */
  readonly missing: readonly string[];
} | { readonly right: false; readonly failed: Check; readonly why: string });

const before = (check: Check): Check[] => CHECKS.slice(0, CHECKS.indexOf(check));

/**
 * Goes through checks 1 to 14 of an exported poll (section 7) on this device, with nothing from the server but the file; then compares it with what
 * stands on this device's screen, as far as check 15 goes without the paper.
 *
 * @param progress told how many ballots are verified, of how many
 */
export async function verifyPoll(file: unknown, shown: Shown, progress: (done: number, of: number) => void = () => {}): Promise<Verdict> {
  let found: Omit<Verdict, "held" | "right" | "missing"> = {};
  try {
    const worded = typeof file === "object" && file !== null && "words" in file;
    const { ballots, ceremony, key, partials, poll, result, v, voters, words } =
      object(file, ["ballots", "ceremony", "key", "partials", "poll", "result", "v", "voters", ...(worded ? ["words"] : [])], "file");
    const election = openElection(poll, readCeremony(ceremony), voters);
    must(v === election.poll.v && worded === (election.poll.words !== undefined), "form", "v is not that of the poll");
    const said = worded ? readWords(words, election.poll.contests) : undefined;
    must(key === pointHex(election.keys.election), "key", "the key is not the one of the ceremony");
    found = { keyCode: election.keys.code };
    const sealed = list(ballots, 0, election.voters.length, "ballots", (one) => one);
    const sums = await sumUp(election, sealed, (done) => progress(done, sealed.length));
    const read = sealed.map((one): Ballot => readBallot(one, election.poll));
    found = { ...found, ballotsCode: code(sums.ballots), ballots: sums.size, receipts: read.map((one) => code(ballotHash(election, one))) };
    const parts = list(partials, 2, 3, "partials", (one): Partial => readPartial(election, sums, one));
    parts.forEach((part, at) => must(at === 0 || parts[at - 1]!.trustee < part.trustee, "partials", "trustees come twice or out of order"));
    const counted = readResult(result, election);
    for (const [i, one] of parts.entries()) {
      for (const other of parts.slice(i + 1)) must(JSON.stringify(count(sums, one, other)) === JSON.stringify(counted), "result", "the sums hold other numbers");
    }
    found = { ...found, counts: Object.fromEntries(election.poll.contests.flatMap(({ marks }, i) => marks.map((mark, j) => [mark, counted[i]![j]!]))) };
    must(said === election.poll.words, "words", "the words are not those that the keys were made for");
    compare(election.poll, found, shown);
    return { right: true, held: CHECKS, missing: shown.receipts.filter((own) => found.receipts?.includes(own) !== true), ...found };
  } catch (failure) {
    if (!(failure instanceof CheckFailed)) throw failure;
    return { right: false, held: before(failure.check), failed: failure.check, why: failure.message, ...found };
  }
}

/** Check 15 without the paper. */
function compare({ id, trustees, words }: Poll, found: Omit<Verdict, "held" | "right" | "missing">, shown: Shown): void {
  must(id === shown.poll, "paper", `the file is of ${id}`);
  must(canonical(trustees) === canonical(shown.trustees), "paper", "the trustees are others");
  must(words === undefined || words === shown.words, "paper", "question and answers have other words");
  must(found.keyCode === shown.keyCode, "paper", "the key code is another one");
  must(found.ballotsCode === shown.ballotsCode, "paper", "the ballots' code is another one");
  must(found.ballots === shown.ballots, "paper", `${found.ballots} ballots are in the file`);
  must(canonical(found.counts) === canonical(shown.counts), "paper", "the counts are others");
}

const readResult = (value: unknown, { poll }: Election): number[][] =>
  list(value, poll.contests.length, poll.contests.length, "result", (row, name, i) =>
    list(row, poll.contests[i]!.marks.length, poll.contests[i]!.marks.length, name, (one, of) => number(one, of)));
