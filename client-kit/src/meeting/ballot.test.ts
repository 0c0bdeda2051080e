import { expect, it } from "vitest";
import type { Contest, Mark, VoteView } from "../proto/protocol.ts";
import { BLANK, isWhole, markedWords, touched, wantsWords } from "./ballot.ts";

const mark = (id: string, meaning: Mark["meaning"] = "FOR"): Mark => ({ id, label: { vi: id.toUpperCase(), en: id }, meaning });
const contest = (over: Partial<Contest> = {}): Contest => ({ id: "c", label: { vi: "", en: "" }, marks: [mark("a"), mark("b"), mark("c")], least: 0, most: 2, ...over });
const paper = (...contests: Contest[]): Pick<VoteView, "contests"> => ({ contests });

it("a touch sets a mark, takes it away, and stops where all are given", () => {
  const two = contest();
  const first = touched(two, BLANK, "a");
  const full = touched(two, first, "c");
  expect(full.marks).toEqual(["a", "c"]);
  expect(touched(two, full, "b")).toBe(full);
  expect(touched(two, full, "a").marks).toEqual(["c"]);
});

it("where one answer is wanted a touch changes it, and leaves the other questions alone", () => {
  const one = contest({ least: 1, most: 1 });
  expect(touched(one, { marks: ["x:for", "a"], words: "" }, "b").marks).toEqual(["x:for", "b"]);
});

it("is whole when each question has what it wants, and an opinion its words", () => {
  const motion = paper(contest({ least: 1, most: 1, marks: [mark("agree"), mark("other", "OTHER")] }));
  expect(isWhole(motion, BLANK)).toBe(false);
  expect(isWhole(motion, { marks: ["agree"], words: "" })).toBe(true);
  expect(wantsWords(motion, { marks: ["other"], words: "" })).toBe(true);
  expect(isWhole(motion, { marks: ["other"], words: "  " })).toBe(false);
  expect(isWhole(motion, { marks: ["other"], words: "Đề nghị lùi thời hạn" })).toBe(true);
  expect(isWhole(paper(contest()), BLANK)).toBe(true);
  expect(isWhole(paper(contest(), contest({ id: "d", least: 1, most: 1, marks: [mark("d:for"), mark("d:against")] })), { marks: ["a"], words: "" })).toBe(false);
});

it("says what is marked in the order of the ballot, each name with its answer", () => {
  expect(markedWords(paper(contest()), ["c", "a"])).toEqual(["A", "C"]);
  expect(markedWords(paper(contest({ label: { vi: "Ông A", en: "Mr A" }, marks: [mark("x:for")] })), ["x:for"])).toEqual(["Ông A: x:for"]);
});
