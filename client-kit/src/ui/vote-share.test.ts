import { expect, it } from "vitest";
import type { Base, MajorityRule } from "../proto/protocol.ts";
import { barOf, shareOfBase } from "./vote-share.ts";

const rule = (base: Base): MajorityRule => ({ base, numerator: 1, denominator: 2, strict: true, tie: "FALLS" });
const result = (base: number): { base: number; counts: Record<string, number> } => ({ base, counts: { for: 2, against: 1, abstain: 1 } });
const FOR = { id: "for", meaning: "FOR" } as const;
const ABSTAIN = { id: "abstain", meaning: "ABSTAIN" } as const;

it("is counted on the base of the rule, not on everybody who might have voted", () => {
  expect(shareOfBase({ rule: rule("CAST"), result: result(4) }, FOR)).toBe("50%");
  expect(shareOfBase({ rule: rule("CAST"), result: result(4) }, ABSTAIN)).toBe("25%");
  expect(shareOfBase({ rule: rule("PRESENT"), result: result(28) }, FOR)).toBe("7,1%");
});

it("is not told of a choice outside the base, nor when nothing was counted", () => {
  expect(shareOfBase({ rule: rule("CAST_WITHOUT_ABSTENTIONS"), result: result(3) }, FOR)).toBe("66,7%");
  expect(shareOfBase({ rule: rule("CAST_WITHOUT_ABSTENTIONS"), result: result(3) }, ABSTAIN)).toBeUndefined();
  expect(shareOfBase({ rule: rule("CAST"), result: { base: 0, counts: {} } }, FOR)).toBeUndefined();
});

it("the bar is as long as what the shares are of, or as all who might have voted", () => {
  const three = { counts: { for: 2, against: 1, abstain: 0 }, notVoted: 1 };
  expect(barOf({ result: { ...three, base: 27 } })).toEqual({ silent: 1, away: 23, whole: 27 });
  expect(barOf({ result: { ...three, base: 3 } })).toEqual({ silent: 1, away: 0, whole: 4 });
  expect(barOf({ result: { ...three, base: 20, votes: { for: 12, against: 3, abstain: 0 } } })).toEqual({ silent: 0, away: 5, whole: 20 });
});
