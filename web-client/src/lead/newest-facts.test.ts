import { expect, it } from "vitest";
import type { Fact } from "../api/api.ts";
import { withNew } from "./newest-facts.ts";

const facts = (from: number, to: number): Fact[] =>
  Array.from({ length: to - from + 1 }, (_, i) => ({ seq: from + i, at: 0, actor: "", type: "", text: `${from + i}`, code: "" }));
const seqs = (shown: readonly Fact[]): number[] => shown.map((fact) => fact.seq);

it("puts what is new on top", () => {
  expect(seqs(withNew(withNew([], facts(1, 2)), facts(3, 4)))).toEqual([4, 3, 2, 1]);
});

it("doubles nothing that comes twice", () => {
  expect(seqs(withNew(withNew([], facts(1, 3)), facts(2, 4)))).toEqual([4, 3, 2, 1]);
});

it("shows sixty, and leaves no old ones below a gap", () => {
  expect(seqs(withNew(withNew([], facts(1, 60)), facts(61, 62))).slice(-1)).toEqual([3]);
  expect(seqs(withNew(withNew([], facts(1, 10)), facts(101, 160))).slice(-1)).toEqual([101]);
});
