import { expect, it } from "vitest";
import { sampleItem, samplePerson, sampleView, sampleVote } from "../shared/sample-view.ts";
import { MOST_NAMES, namesByChoice, onTheWall, spentMs, turnWord } from "./stage-of.ts";

const choices = [
  { id: "for", label: { vi: "Tán thành", en: "For" }, meaning: "FOR" as const },
  { id: "against", label: { vi: "Không tán thành", en: "Against" }, meaning: "AGAINST" as const },
];
const result = { counts: {}, cast: 0, blank: 0, lines: [], opinions: [], withoutBallot: [], helped: {}, corrections: [], notVoted: 0, base: 0, needed: 0, outcome: "PASSED" as const, sentence: { vi: "", en: "" }, receipts: [] };

function closed(people: number) {
  const order = Array.from({ length: people }, (_, i) => `p${i}`);
  const names = Object.fromEntries(order.map((id, i) => [id, [i === 1 ? "against" : "for"]]));
  return sampleView({
    people: { order, people: Object.fromEntries(order.map((id) => [id, samplePerson({ name: id })])), quorum: { members: 0, present: 0, needed: 0, met: true }, presentCount: 0, graceMinutes: 1 },
    votes: { order: ["v"], votes: { v: sampleVote({ state: "CLOSED", contests: [{ id: "motion", label: { vi: "", en: "" }, marks: choices, least: 1, most: 1 }], result: { ...result, names } }) } },
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

it("warns beside a turn's clock when the time that the rules give is left", () => {
  const turn = { person: "p", kind: "DISCUSSION" as const, about: "", from: 0, limitMs: 420_000, spentMs: 0, runningSince: 0 };
  expect(turnWord(turn, 60, 359_000)).toBe("running");
  expect(turnWord(turn, 60, 360_000)).toBe("soon");
  expect(turnWord(turn, 120, 300_000)).toBe("soon");
  expect(turnWord(turn, 60, 420_000)).toBe("over");
  expect(turnWord({ ...turn, limitMs: 0 }, 60, 900_000)).toBe("running");
});

it("cuts a leader's view down to what the wall shows: no hidden item, no hidden speaker, the wall's own numbers", () => {
  const lead = { step: "NONE" as const, itemsLeft: [], tiesForChair: [], tiesToRepeat: [], quorums: {}, cautions: {} };
  const speaker = { person: "p", kind: "DISCUSSION" as const, about: "", from: 0, limitMs: 0, spentMs: 0 };
  const mine = sampleView({
    agenda: { order: ["kín", "a"], items: { kín: sampleItem({ visibility: "MEMBERS" }), a: sampleItem({ number: "2" }) }, inHand: "kín" },
    floor: { ...sampleView().floor, order: ["r1", "r2"], speaker },
  });
  const hidden = onTheWall({ ...mine, lead: { ...lead, wall: { stage: { scene: "WELCOME", seats: false }, speaking: false, next: "r2" } } });
  expect([hidden.stage.scene, hidden.agenda.inHand, hidden.floor.speaker, hidden.floor.order]).toEqual(["WELCOME", undefined, undefined, ["r2"]]);
  const seen = onTheWall({ ...mine, lead: { ...lead, wall: { stage: { scene: "SPEAKER", seats: false }, inHand: "a", number: "1", speaking: true } } });
  expect([seen.agenda.items["a"]?.number, seen.floor.speaker, seen.floor.order]).toEqual(["1", speaker, []]);
});
