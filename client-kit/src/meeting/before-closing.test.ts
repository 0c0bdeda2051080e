import { expect, it } from "vitest";
import type { MeetingView, VoteView } from "../proto/protocol.ts";
import { beforeClosing } from "./before-closing.ts";

const tied = (over: Partial<VoteView> = {}): VoteView => ({ state: "CLOSED", rule: { tie: "CHAIR_DECIDES" }, form: { kind: "answers", set: "LEGAL" }, result: { outcome: "TIED" }, ...over }) as VoteView;

/** As much of a meeting as closing looks at. */
function meeting(votes: Record<string, VoteView>, more: object = {}): MeetingView {
  return {
    votes: { order: Object.keys(votes), votes }, floor: { order: [], requests: {} },
    agenda: { order: ["1", "1.1", "1.2", "2"], items: { "1": { progress: "TO_COME", plannedMinutes: 0 }, "1.1": { parent: "1", progress: "DONE" }, "1.2": { parent: "1", progress: "TO_COME" }, "2": { progress: "IN_HAND" } } }, ...more,
  } as unknown as MeetingView;
}

it("names the items that nobody took up, and a heading only by what is under it", () => {
  expect(beforeClosing(meeting({}))).toEqual({ requests: 0, items: ["1.2"] });
});

it("names the speaker, how many wait and the vote that runs", () => {
  const view = meeting({ v: tied({ state: "OPEN" }) }, { floor: { order: ["r1", "r2"], requests: {}, speaker: { person: "lan" } } });
  view.votes.running = "v";
  delete view.votes.votes["v"]!.result;
  expect(beforeClosing(view)).toMatchObject({ running: "v", speaker: "lan", requests: 2 });
});

it("leaves a tie between names to a further vote", () => {
  expect(beforeClosing(meeting({ v: tied({ form: { kind: "election", options: [], seats: 1 } }) })).tie).toBeUndefined();
});

it("finds a tie until the chair has decided or the vote was held again to its end", () => {
  expect(beforeClosing(meeting({ v: tied() })).tie).toBe("v");
  expect(beforeClosing(meeting({ v: tied(), again: tied({ state: "PREPARED", repeats: "v", result: undefined as never }) })).tie).toBe("v");
  const passed = tied({ repeats: "v" });
  passed.result = { ...passed.result!, outcome: "PASSED" };
  expect(beforeClosing(meeting({ v: tied(), again: passed })).tie).toBeUndefined();
});
