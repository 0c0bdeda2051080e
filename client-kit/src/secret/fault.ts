/** The numbered checks of docs/vote-protocol.md, section 8. */
export const CHECKS = ["form", "poll", "commitments", "possession", "key", "test", "entitlement", "copies", "marks", "sums", "enough", "partials", "result", "words", "paper"] as const;
export type Check = (typeof CHECKS)[number];

/** Something of a poll is not as docs/vote-protocol.md wants it. */
export class CheckFailed extends Error {
  constructor(readonly check: Check, what: string) {
    super(`check ${CHECKS.indexOf(check) + 1} (${check}): ${what}`);
    this.name = "CheckFailed";
  }
}

/** @throws CheckFailed unless it is good */
export function must(good: boolean, check: Check, what: string): asserts good {
  if (!good) throw new CheckFailed(check, what);
}
