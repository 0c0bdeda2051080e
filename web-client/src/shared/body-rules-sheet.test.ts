import { expect, it } from "vitest";
import type { BodyRules } from "../api/api.ts";
import { areWhole } from "./body-rules-sheet.ts";

const rule = { base: "ALL_MEMBERS", numerator: 1, denominator: 2, strict: true, tie: "FALLS" } as const;
const quorum = { numerator: 2, denominator: 3 };
const rules = (more: Partial<BodyRules["practice"]> = {}, over: Partial<BodyRules> = {}): BodyRules => ({ rule, quorum, practice: { modes: ["OPEN"], weights: false, delegations: 0, chairAnswers: "LAST", rules: [], secrecy: { fewest: 3, few: 10 }, substitutes: "NONE", ...more }, ...over });

it("wants shares of at most one, and a kind of vote", () => {
  expect(areWhole(rules())).toBe(true);
  expect(areWhole(rules({ modes: [] }))).toBe(false);
  expect(areWhole(rules({ secrecy: { fewest: 5, few: 5 } }))).toBe(true);
  for (const secrecy of [{ fewest: 2, few: 10 }, { fewest: 5, few: 4 }, { fewest: 3, few: 1_001 }, { fewest: 3.5, few: 10 }]) expect(areWhole(rules({ secrecy }))).toBe(false);
  for (const bad of [{ numerator: 3, denominator: 2 }, { numerator: 1, denominator: 0 }, { numerator: 0.5, denominator: 1 }, { numerator: -1, denominator: 2 }, { numerator: 1, denominator: 1001 }]) {
    expect(areWhole(rules({}, { quorum: bad }))).toBe(false);
    expect(areWhole(rules({}, { rule: { ...rule, ...bad } }))).toBe(false);
  }
});

it("wants a name for each special rule, and each once", () => {
  const named = (name: string) => ({ name, rule, quorum });
  expect(areWhole(rules({ rules: [named("Miễn nhiệm"), named("Khai trừ")] }))).toBe(true);
  expect(areWhole(rules({ rules: [named(" ")] }))).toBe(false);
  expect(areWhole(rules({ rules: [named("Miễn nhiệm"), named("Miễn nhiệm ")] }))).toBe(false);
});
