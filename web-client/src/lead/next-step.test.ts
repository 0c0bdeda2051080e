import { describe, expect, it } from "vitest";
import { sampleItem, sampleView, sampleVote } from "../shared/sample-view.ts";
import { nextStep } from "./next-step.ts";

const session = sampleView();
const inHand = (item: string) => ({ ...session.agenda, inHand: item, items: { ...session.agenda.items, [item]: sampleItem({ progress: "IN_HAND" }) } });

describe("the next step", () => {
  it("is opening when the meeting is issued, and says whether the quorum is met", () => {
    const head = { ...session.head, phase: "ISSUED" as const };
    expect(nextStep(sampleView({ head }))).toEqual({ step: "open", quorumMet: true });
  });
  it("is the first item when none is in hand", () => {
    expect(nextStep(session)).toEqual({ step: "take-up", item: "a" });
  });
  it("passes over a heading to the item below it", () => {
    expect(nextStep(sampleView({ agenda: inHand("a") }))).toEqual({ step: "take-up", item: "b1" });
  });
  it("is closing after the last item", () => {
    expect(nextStep(sampleView({ agenda: inHand("c") }))).toEqual({ step: "close" });
  });
  it("is the first who waits, but first the speaker ends", () => {
    const floor = { ...session.floor, order: ["r1"], requests: { r1: { person: "p1", kind: "DISCUSSION" as const, about: "", at: 0 } } };
    expect(nextStep(sampleView({ floor }))).toEqual({ step: "call", request: "r1", person: "p1" });
    const speaker = { person: "p2", kind: "DISCUSSION" as const, about: "", from: 0, limitMs: 0, spentMs: 0 };
    expect(nextStep(sampleView({ floor: { ...floor, speaker } }))).toEqual({ step: "end-turn", person: "p2" });
  });
  it("is the prepared vote of the item in hand, not of another", () => {
    const votes = { order: ["v1", "v2"], votes: { v1: sampleVote({ item: "c" }), v2: sampleVote({ item: "a" }) } };
    expect(nextStep(sampleView({ agenda: inHand("a"), votes }))).toEqual({ step: "open-vote", vote: "v2" });
  });
  it("is closing an open vote, with how many are missing, whatever else waits", () => {
    const votes = { order: ["v1"], votes: { v1: sampleVote({ state: "OPEN", entitled: 25, received: 22 }) }, running: "v1" };
    expect(nextStep(sampleView({ votes }))).toEqual({ step: "close-vote", vote: "v1", missing: 3 });
    const held = { ...votes, votes: { v1: sampleVote({ state: "ON_HOLD" }) } };
    expect(nextStep(sampleView({ votes: held }))).toEqual({ step: "continue-vote", vote: "v1" });
  });
  it("is the chair's word on a tie, else clearing the result", () => {
    const result = { counts: {}, cast: 0, notVoted: 0, base: 0, needed: 0, sentence: { vi: "", en: "" }, receipts: [] };
    const shown = (outcome: "PASSED" | "TIED") => sampleView({
      stage: { scene: "RESULT", result: "v1" }, votes: { order: ["v1"], votes: { v1: sampleVote({ state: "CLOSED", result: { ...result, outcome } }) } } });
    expect(nextStep(shown("TIED"))).toEqual({ step: "decide-tie", vote: "v1" });
    expect(nextStep(shown("PASSED"))).toEqual({ step: "clear-result", vote: "v1" });
  });
});
