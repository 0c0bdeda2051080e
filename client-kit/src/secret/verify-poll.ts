import { type Ballot, ballotHash, readBallot, sumUp } from "./ballot.ts";
import { type Election, openElection, readCeremony } from "./ceremony.ts";
import { count, type Partial, readPartial } from "./decrypt.ts";
import { code } from "./digest.ts";
import { type Check, CHECKS, CheckFailed, must } from "./fault.ts";
import { pointHex } from "./group.ts";
import { list, number, object } from "./shape.ts";

/** What the checks of an exported poll came to; the codes are for comparing with the paper, which is check 14. */
export type Verdict = {
  /** Those that hold, in the order of section 8. */
  readonly held: readonly Check[];
  readonly keyCode?: string;
  readonly ballotsCode?: string;
  /** Receipt codes of the ballots that were counted, in their order. */
  readonly receipts?: readonly string[];
  readonly ballots?: number;
} & ({ readonly right: true } | { readonly right: false; readonly failed: Check; readonly why: string });

const LAST: Check = "result";
const before = (check: Check): Check[] => CHECKS.slice(0, CHECKS.indexOf(check));

/**
 * Goes through checks 1 to 13 of an exported poll (section 7) on this device, with nothing from the server but the file.
 *
 * @param progress told how many ballots are verified, of how many
 */
export async function verifyPoll(file: unknown, progress: (done: number, of: number) => void = () => {}): Promise<Verdict> {
  let found: Pick<Verdict, "keyCode" | "ballotsCode" | "receipts" | "ballots"> = {};
  try {
    const { ballots, ceremony, key, partials, poll, result, v, voters } =
      object(file, ["ballots", "ceremony", "key", "partials", "poll", "result", "v", "voters"], "file");
    must(v === 1, "form", "v is not 1");
    const election = openElection(poll, readCeremony(ceremony), voters);
    must(key === pointHex(election.keys.election), "key", "the key is not the one of the ceremony");
    found = { keyCode: code(election.keys.ceremony) };
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
    return { right: true, held: [...before(LAST), LAST], ...found };
  } catch (failure) {
    if (!(failure instanceof CheckFailed)) throw failure;
    return { right: false, held: before(failure.check), failed: failure.check, why: failure.message, ...found };
  }
}

const readResult = (value: unknown, { poll }: Election): number[][] =>
  list(value, poll.contests.length, poll.contests.length, "result", (row, name, i) =>
    list(row, poll.contests[i]!.marks.length, poll.contests[i]!.marks.length, name, (one, of) => number(one, of)));
