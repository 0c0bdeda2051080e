import type { Command } from "client-kit/proto/protocol.ts";
import { describe, expect, it } from "vitest";
import { vote } from "../meeting/testing.ts";
import { ballotStage, countdownMs, toldInSheet, type BallotFacts } from "./ballot-stage.ts";

const facts = (over: Partial<BallotFacts> = {}): BallotFacts => ({ vote: vote(), entitled: true, receipt: undefined, sending: undefined, refusal: undefined, picked: undefined, ...over });
const FOR = { marks: ["for"], words: "" };
const receipt = { code: "K7M2", seq: 9, at: 1 };
const closed = vote({ state: "CLOSED" });

describe("the stage of a ballot", () => {
  it("is sending, never recorded, until the server's receipt has come", () => {
    expect(ballotStage(facts({ sending: { filled: FOR, kept: false }, picked: { ...FOR, ready: true } }))).toEqual({ at: "sending", filled: FOR, kept: false });
    expect(ballotStage(facts({ sending: { filled: FOR, kept: true }, receipt }))).toEqual({ at: "recorded", receipt });
  });
  it("keeps a ballot that still waits as sending after the vote has closed, for only the server can say", () => {
    expect(ballotStage(facts({ vote: closed, sending: { filled: FOR, kept: true } })).at).toBe("sending");
  });
  it("tells why a ballot was refused", () => {
    const refusal = { code: "VOTE_CLOSED", text: "Biểu quyết đã kết thúc lúc 09:41" };
    expect(ballotStage(facts({ vote: closed, refusal }))).toEqual({ at: "refused", refusal });
  });
  it("a refusal while on hold does not end the chance to vote", () => {
    expect(ballotStage(facts({ refusal: { code: "VOTE_NOT_OPEN", text: "" } })).at).toBe("choosing");
  });
  it("asks to confirm what was touched", () => {
    const against = { marks: ["against"], words: "" };
    expect(ballotStage(facts({ picked: { ...against, ready: true } }))).toEqual({ at: "confirming", filled: against });
    expect(ballotStage(facts({ picked: { ...against, ready: false } })).at).toBe("choosing");
    expect(ballotStage(facts({ picked: { marks: ["gone"], words: "", ready: true } })).at).toBe("choosing");
  });
  it("says so to those who may not vote, while it is open and on hold", () => {
    expect(ballotStage(facts({ entitled: false, picked: { ...FOR, ready: true } })).at).toBe("not-entitled");
    expect(ballotStage(facts({ entitled: false, vote: vote({ state: "ON_HOLD" }) })).at).toBe("not-entitled");
    expect(ballotStage(facts({ vote: vote({ state: "ON_HOLD" }), picked: { ...FOR, ready: true } })).at).toBe("on-hold");
  });
  it("an entitled member without a receipt has missed a closed vote", () => {
    expect(ballotStage(facts({ vote: closed })).at).toBe("missed");
    expect(ballotStage(facts({ vote: closed, entitled: false })).at).toBe("over");
  });
  it("gives the reason of a cancelled vote", () => {
    expect(ballotStage(facts({ vote: vote({ state: "CANCELLED", cancelledBecause: "nhầm câu hỏi" }) }))).toEqual({ at: "cancelled", because: "nhầm câu hỏi" });
  });
});

it("an opened ballot is told in the sheet of its vote, like a cast one, and in no other", () => {
  const opened = { type: "spoilBallot", vote: "v1", ballot: { contests: [], voter: "lan" } } as unknown as Command;
  expect([toldInSheet(opened, "v1", "lan"), toldInSheet(opened, "v2", "lan")]).toEqual([true, false]);
});

describe("the countdown", () => {
  it("runs by the server's clock and stops at nought", () => {
    expect(countdownMs(vote({ endsAt: 5_000 }), 2_000)).toBe(3_000);
    expect(countdownMs(vote({ endsAt: 5_000 }), 9_000)).toBe(0);
    expect(countdownMs(vote(), 9_000)).toBeNull();
  });
});
