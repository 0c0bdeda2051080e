import { describe, expect, it } from "vitest";
import { meeting, mine } from "../meeting/testing.ts";
import { queue } from "./queue.ts";

describe("the queue", () => {
  it("shows everybody's place and which one is mine", () => {
    const view = meeting();
    const request = { person: "x", kind: "QUESTION" as const, about: "", at: 1 };
    const floor = { ...view.floor, order: ["r1", "gone", "r2"], requests: { r1: request, r2: { ...request, person: "me" } } };
    expect(queue(floor, mine({ requests: ["r2"] })).map((w) => [w.id, w.place, w.mine])).toEqual([["r1", 1, false], ["r2", 3, true]]);
  });
});
