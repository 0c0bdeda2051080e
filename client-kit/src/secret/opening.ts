import { bytesToHex, hexToBytes } from "@noble/hashes/utils.js";
import type { Ballot } from "./ballot.ts";
import { must } from "./fault.ts";
import type { Poll } from "./poll.ts";
import type { Opening } from "./seal.ts";

const SCALAR_BYTES = 32;

/** What another device needs besides the spoiled ballot, which the server has: for each mark one byte, 0 or 1, and its randomness; in base64 for addresses. */
export function packed({ randomness, set }: Opening): string {
  const bytes = set.flatMap((row, i) => row.flatMap((mark, j) => [mark, ...hexToBytes(randomness[i]![j]!)]));
  return btoa(String.fromCharCode(...bytes)).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
}

/** @throws CheckFailed when it is not the opening of such a ballot */
export function unpacked(poll: Poll, ballot: Ballot, text: string): Opening {
  const bytes = bytesOf(text);
  const marks = poll.contests.flatMap((contest) => contest.marks).length;
  must(bytes.length === marks * (SCALAR_BYTES + 1), "form", "the opening is of another ballot");
  let at = 0;
  const rows = poll.contests.map((contest) => contest.marks.map(() => {
    const mark = bytes[at]!;
    must(mark === 0 || mark === 1, "form", "a mark is neither 0 nor 1");
    const r = bytesToHex(bytes.slice(at + 1, at + 1 + SCALAR_BYTES));
    at += SCALAR_BYTES + 1;
    return { mark, r };
  }));
  return { ballot, randomness: rows.map((row) => row.map(({ r }) => r)), set: rows.map((row) => row.map(({ mark }) => mark)) };
}

function bytesOf(text: string): Uint8Array {
  try {
    return Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (character) => character.charCodeAt(0));
  } catch {
    must(false, "form", "the opening can't be read");
  }
}

/** 0 or 1 for each mark of each contest, in the order of the poll. @param chosen ids of the marks that are set */
export const setOf = (poll: Poll, chosen: readonly string[]): number[][] => poll.contests.map(({ marks }) => marks.map((mark) => (chosen.includes(mark) ? 1 : 0)));

/** The ids of the marks that are set. */
export const chosenOf = (poll: Poll, set: readonly (readonly number[])[]): string[] => poll.contests.flatMap(({ marks }, i) => marks.filter((_, j) => set[i]?.[j] === 1));
