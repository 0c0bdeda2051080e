import type { MajorityRule } from "client-kit/proto/protocol.ts";
import { lead } from "../texts/lead.ts";

/** "quá nửa tổng số thành viên" */
export function ruleWords(rule: MajorityRule): string {
  return `${fractionWords(rule)} ${lead.votes.form.baseName[rule.base]}`;
}

function fractionWords({ numerator, denominator, strict }: MajorityRule): string {
  const say = lead.votes.form;
  if (strict && numerator * 2 === denominator) return say.half;
  if (!strict && numerator * 3 === denominator * 2) return say.twoThirds;
  if (!strict && numerator * 4 === denominator * 3) return say.threeQuarters;
  return `${strict ? ">" : "≥"} ${say.other(numerator, denominator)}`;
}
