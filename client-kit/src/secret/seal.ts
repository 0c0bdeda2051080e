import { type Ballot, ballotHash, type Branches, breath, type Ciphertext, statement } from "./ballot.ts";
import type { Election } from "./ceremony.ts";
import { code, Digest } from "./digest.ts";
import { must } from "./fault.ts";
import { draw as chance, type Draw, G, mod, pointHex, scalar, scalarHex, times } from "./group.ts";

/** What another device needs to see what a spoiled ballot holds. */
export interface Opening { readonly ballot: Ballot; readonly randomness: readonly (readonly string[])[]; readonly set: readonly (readonly number[])[] }

/**
 * An encrypted ballot before its voter chose to cast or to check it. The randomness, which could prove to others how it was filled, is forgotten in
 * both cases; only a ballot that is never cast gives it away.
 */
export class Sealed {
  #opening: Opening | undefined;

  constructor(opening: Opening, /** Shown before the choice between casting and checking. */ readonly code: string) {
    this.#opening = opening;
  }

  /** The ballot to send; it can't be opened any more. */
  cast(): Ballot {
    return this.#take().ballot;
  }

  /** Opens the ballot for another device; it can't be cast any more, and its ciphertexts are to be spoiled. */
  check(): Opening {
    return this.#take();
  }

  #take(): Opening {
    const opening = this.#opening;
    if (opening === undefined) throw new Error("this ballot was cast or opened already");
    this.#opening = undefined;
    return opening;
  }
}

/**
 * Encrypts a ballot with its proofs. It lets the page draw after each mark.
 *
 * @param set 0 or 1 for each mark of each contest, in the order of the poll
 * @throws CheckFailed when the ballot isn't valid: a wrong number of marks
 */
export async function seal(election: Election, voter: string, set: readonly (readonly number[])[], draw: Draw = chance): Promise<Sealed> {
  const { contests } = election.poll;
  must(set.length === contests.length, "form", "the ballot has other contests than the poll");
  contests.forEach((contest, i) => {
    const row = set[i]!;
    must(row.length === contest.marks.length && row.every((mark) => mark === 0 || mark === 1), "marks", `contest ${i} has other marks than the poll`);
    const count = row.filter((mark) => mark === 1).length;
    must(count >= contest.least && count <= contest.most, "sums", `contest ${i} takes ${contest.least} to ${contest.most} marks`);
  });
  const randomness = set.map((row) => row.map(() => draw()));
  const sealed = await slowly(set, (mark, i, j) => encrypt(election, randomness[i]![j]!, mark));
  const said = statement(election, voter, sealed.flat());
  const bits = await slowly(set, (mark, i, j) =>
    prove(election, new Digest("mark").hash(said).number(i).number(j), randomness[i]![j]!, mark, 0, 2, draw));
  const rows = contests.map((contest, i) => {
    const marks = sealed[i]!.map(({ a, b }, j) => ({ a: pointHex(a), b: pointHex(b), ...bits[i]![j]! }));
    const r = mod(randomness[i]!.reduce((sum, one) => sum + one, 0n));
    const count = set[i]!.reduce((sum, mark) => sum + mark, 0);
    return { marks, sum: prove(election, new Digest("sum").hash(said).number(i), r, count, contest.least, contest.most - contest.least + 1, draw) };
  });
  const ballot = { contests: rows, voter };
  return new Sealed({ ballot, randomness: randomness.map((row) => row.map(scalarHex)), set }, code(ballotHash(election, ballot)));
}

async function slowly<T>(set: readonly (readonly number[])[], work: (mark: number, i: number, j: number) => T): Promise<T[][]> {
  const done: T[][] = [];
  for (const [i, row] of set.entries()) {
    const made: T[] = [];
    for (const [j, mark] of row.entries()) {
      made.push(work(mark, i, j));
      await breath();
    }
    done.push(made);
  }
  return done;
}

function encrypt(election: Election, r: bigint, number: number): Ciphertext {
  const masked = election.keys.election.multiply(r);
  return { a: G.multiply(r), b: number === 0 ? masked : masked.add(G) };
}

/**
 * The proof that a ciphertext holds one of `size` numbers from `least`. Since r is known here, s·G − c·A = (s − c·r)·G and s·K − c·(B − j·G) =
 * (s − c·r)·K − c·(number − j)·G, so that all multiplications are of the two points with tables.
 */
function prove(election: Election, context: Digest, r: bigint, number: number, least: number, size: number, draw: Draw): Branches {
  const key = election.keys.election;
  const c: bigint[] = [];
  const s: bigint[] = [];
  let [w, others] = [0n, 0n];
  const truth = number - least;
  for (let j = 0; j < size; j++) {
    const first = draw();
    if (j === truth) {
      w = first;
      c.push(0n);
      s.push(0n);
      context.points(G.multiply(w), key.multiply(w));
    } else {
      const second = draw();
      c.push(first);
      s.push(second);
      others += first;
      const t = mod(second - first * r);
      context.points(times(t, G), times(t, key).subtract(times(mod(first * BigInt(truth - j)), G)));
    }
  }
  c[truth] = mod(context.challenge() - others);
  s[truth] = mod(w + c[truth]! * r);
  return { c: c.map(scalarHex), s: s.map(scalarHex) };
}

/**
 * On another device: whether a spoiled ballot holds what its tablet said. Compare the code with the one the tablet showed before it was asked to open.
 *
 * @returns the marks that are really set, and the code
 * @throws CheckFailed when the ciphertexts hold something else
 */
export function checkOpening(election: Election, opening: Opening): { readonly set: readonly (readonly number[])[]; readonly code: string } {
  opening.ballot.contests.forEach((contest, i) => contest.marks.forEach((mark, j) => {
    const { a, b } = encrypt(election, scalar(opening.randomness[i]?.[j], "randomness"), opening.set[i]?.[j] === 1 ? 1 : 0);
    must(pointHex(a) === mark.a && pointHex(b) === mark.b, "marks", `mark ${j} of contest ${i} holds something else`);
  }));
  return { set: opening.set, code: code(ballotHash(election, opening.ballot)) };
}
