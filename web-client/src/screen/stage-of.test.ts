import { expect, it } from "vitest";
import { samplePerson, sampleView, sampleVote } from "../shared/sample-view.ts";
import { MOST_NAMES, namesByChoice, spentMs } from "./stage-of.ts";

const choices = [
  { id: "for", label: { vi: "Tán thành", en: "For" }, meaning: "FOR" as const },
  { id: "against", label: { vi: "Không tán thành", en: "Against" }, meaning: "AGAINST" as const },
];
const result = { counts: {}, cast: 0, notVoted: 0, base: 0, needed: 0, outcome: "PASSED" as const, sentence: { vi: "", en: "" }, receipts: [] };

function closed(people: number) {
  const order = Array.from({ length: people }, (_, i) => `p${i}`);
  const names = Object.fromEntries(order.map((id, i) => [id, i === 1 ? "against" : "for"]));
  return sampleView({
    people: { order, people: Object.fromEntries(order.map((id) => [id, samplePerson({ name: id })])), quorum: { members: 0, present: 0, needed: 0, met: true }, presentCount: 0 },
    votes: { order: ["v"], votes: { v: sampleVote({ state: "CLOSED", choices, result: { ...result, names } }) } },
  });
}

it("groups names by choice in the order of the meeting's list", () => {
  expect(namesByChoice(closed(3), "v", "vi")).toEqual([
    { label: "Tán thành", names: ["p0", "p2"] }, { label: "Không tán thành", names: ["p1"] }]);
});

it("shows sixty names and not one more", () => {
  expect(namesByChoice(closed(MOST_NAMES), "v", "vi")).not.toBeNull();
  expect(namesByChoice(closed(MOST_NAMES + 1), "v", "vi")).toBeNull();
});

it("adds the running stretch to the time spent", () => {
  expect(spentMs({ spentMs: 1000, runningSince: 5000 }, 8000)).toBe(4000);
  expect(spentMs({ spentMs: 1000 }, 8000)).toBe(1000);
});
