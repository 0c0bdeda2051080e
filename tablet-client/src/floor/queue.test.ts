import { describe, expect, it } from "vitest";
import { meeting, mine } from "../meeting/testing.ts";
import { queue } from "./queue.ts";

describe("the queue", () => {
  it("shows everybody's place and which one is mine", () => {
    const view = meeting();
    const request = { person: "x", kind: "DISCUSSION" as const, about: "", at: 1, minutes: 0 };
    const floor = { ...view.floor, order: ["r1", "gone", "r2"], requests: { r1: request, r2: { ...request, person: "me" } } };
    expect(queue(floor, mine({ requests: ["r2"] })).map((w) => [w.id, w.place, w.mine])).toEqual([["r1", 1, false], ["r2", 3, true]]);
  });
  it("counts questions and their replies by themselves", () => {
    const request = { person: "x", kind: "DISCUSSION" as const, about: "", at: 1, minutes: 0 };
    const question = { ...request, kind: "QUESTION" as const, to: "y" };
    const reply = { ...request, kind: "REPLY" as const, to: "x" };
    const view = meeting();
    const floor = { ...view.floor, order: ["r1", "r2", "r3", "r4"], requests: { r1: reply, r2: request, r3: question, r4: { ...request, kind: "REPLY" as const } } };
    expect(queue(floor, mine()).map((w) => [w.id, w.place, w.asks])).toEqual([["r1", 1, true], ["r2", 1, false], ["r3", 2, true], ["r4", 2, false]]);
  });
});
