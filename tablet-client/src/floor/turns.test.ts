import { describe, expect, it } from "vitest";
import type { TurnView } from "client-kit/proto/protocol.ts";
import { meeting, mine } from "../meeting/testing.ts";
import { clockText, leftMs, mood, queue, spentMs } from "./turns.ts";

const turn = (over: Partial<TurnView> = {}): TurnView => ({ person: "a", kind: "DISCUSSION", about: "", from: 0, limitMs: 300_000, spentMs: 10_000, runningSince: 100_000, ...over });

describe("the speaker's clock", () => {
  it("adds the time since it runs to the time used before", () => {
    expect(spentMs(turn(), 130_000)).toBe(40_000);
    expect(leftMs(turn(), 130_000)).toBe(260_000);
  });
  it("stands still while paused", () => {
    const { runningSince: _, ...paused } = turn();
    expect(spentMs(paused, 999_000)).toBe(10_000);
  });
  it("has no end without a limit", () => {
    expect(leftMs(turn({ limitMs: 0 }), 999_000)).toBeNull();
    expect(mood(turn({ limitMs: 0 }), 999_000)).toBe("plenty");
  });
  it("warns before the end and says when it is over", () => {
    expect(mood(turn(), 130_000)).toBe("plenty");
    expect(mood(turn(), 340_000)).toBe("soon");
    expect(mood(turn(), 391_000)).toBe("over");
  });
  it("writes minutes and seconds", () => {
    expect([0, 59_001, 61_000, 245_000, -12_000].map(clockText)).toEqual(["0:00", "1:00", "1:01", "4:05", "−0:12"]);
  });
});

describe("the queue", () => {
  it("shows everybody's place and which one is mine", () => {
    const view = meeting();
    const request = { person: "x", kind: "QUESTION" as const, about: "", at: 1 };
    const floor = { ...view.floor, order: ["r1", "gone", "r2"], requests: { r1: request, r2: { ...request, person: "me" } } };
    expect(queue(floor, mine({ requests: ["r2"] })).map((w) => [w.id, w.place, w.mine])).toEqual([["r1", 1, false], ["r2", 3, true]]);
  });
});
