import { type Sums, sumUp } from "./ballot.ts";
import { type Election, makeShare, readShare, type Share, shareHolds } from "./ceremony.ts";
import { combine } from "./combine.ts";
import { code, Digest } from "./digest.ts";
import { CheckFailed, must } from "./fault.ts";
import { draw as chance, type Draw, G, O, type Point, pointHex, pointOrIdentity, scalar } from "./group.ts";
import { list, object } from "./shape.ts";
import type { TrusteeKey } from "./trustee.ts";

/** One trustee's part of the decryption of all sums. */
export interface Partial { readonly shares: readonly (readonly Share[])[]; readonly trustee: number }

/** Where a trustee's tablet keeps which ballots it has decrypted; what `remember` has answered is on the disk. */
export interface Memory {
  /** L of the ballots that were decrypted with the key of this ceremony, if any. */
  remembered(ceremony: string): Promise<string | undefined>;
  remember(ceremony: string, ballots: string): Promise<void>;
}

/**
 * A trustee's part of the count: verifies every ballot, sums them here, and decrypts that sum and nothing else, and with
 * one key never a second set of ballots, be it of other voters.
 *
 * @param ballots as the server sent them, ascending by voter
 * @param agreed asked with the ballots' code and their number, for comparing with the others; false stops it
 * @throws CheckFailed checks 1 and 7 to 11; check 12 when other ballots were decrypted before, or it isn't agreed to
 */
export async function decrypt(election: Election, key: TrusteeKey, ballots: readonly unknown[], memory: Memory,
  agreed: (ballotsCode: string, size: number) => Promise<boolean>, draw: Draw = chance, progress?: (done: number) => void): Promise<Partial> {
  must(key.ceremony === election.keys.ceremony, "key", "this key is of another ceremony");
  const sums = await sumUp(election, ballots, progress);
  const before = await memory.remembered(key.ceremony);
  must(before === undefined || before === sums.ballots, "partials", "this tablet has decrypted other ballots of this vote");
  must(await agreed(code(sums.ballots), sums.size), "partials", "not agreed to");
  await memory.remember(key.ceremony, sums.ballots);
  const share = scalar(key.share, "share");
  const shares = sums.marks.map((row, i) => row.map(({ a }, j) => makeShare(partialStatement(election, sums, key.number, i, j), share, a, draw())));
  return { shares, trustee: key.number };
}

function partialStatement(election: Election, sums: Sums, trustee: number, i: number, j: number): Digest {
  const { a, b } = sums.marks[i]![j]!;
  return new Digest("partial").hash(election.hash).hash(sums.ballots).number(trustee).number(i).number(j).points(election.keys.trustees[trustee - 1]!, a, b);
}

/** A partial decryption as the server sends it, verified against sums that were computed here; checks 1 and 12. */
export function readPartial(election: Election, sums: Sums, value: unknown): Partial {
  const { shares: rows, trustee } = object(value, ["shares", "trustee"], "partial");
  must(trustee === 1 || trustee === 2 || trustee === 3, "form", "there is no such trustee");
  const shares = list(rows, sums.marks.length, sums.marks.length, "shares", (row, name, i) =>
    list(row, sums.marks[i]!.length, sums.marks[i]!.length, name, readShare));
  shares.forEach((row, i) => row.forEach((share, j) =>
    must(shareHolds(partialStatement(election, sums, trustee, i, j), share, election.keys.trustees[trustee - 1]!, sums.marks[i]![j]!.a), "partials",
      `trustee ${trustee} did not decrypt mark ${j} of contest ${i} rightly`)));
  return { shares, trustee };
}

/** The counts by contest and mark, from two verified partial decryptions of different trustees; check 13. */
export function count(sums: Sums, one: Partial, other: Partial): number[][] {
  must(one.trustee !== other.trustee, "partials", `trustee ${one.trustee} comes twice`);
  const find = multiples(sums.weight);
  return sums.marks.map((row, i) => row.map(({ b }, j) =>
    find(combine(b, one.trustee, pointOrIdentity(one.shares[i]![j]!.d, "d"), other.trustee, pointOrIdentity(other.shares[i]![j]!.d, "d")))));
}

/** Which multiple of the generator a point is: small steps from a table, large ones until one hits it. */
function multiples(most: number): (of: Point) => number {
  const width = Math.floor(Math.sqrt(most)) + 1;
  const small = new Map<string, number>();
  let stride = O;
  for (let i = 0; i < width; i++) {
    small.set(pointHex(stride), i);
    stride = stride.add(G);
  }
  return (of) => {
    let rest = of;
    for (let large = 0; large <= most; large += width) {
      const found = small.get(pointHex(rest));
      if (found !== undefined && large + found <= most) return large + found;
      rest = rest.subtract(stride);
    }
    throw new CheckFailed("result", `a sum holds no count from 0 to ${most}`);
  };
}
