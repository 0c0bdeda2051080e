import { expect, it } from "vitest";
import type { LeadView, MeetingView } from "../proto/protocol.ts";
import { beforeClosing, waitsForChair } from "./before-closing.ts";

/** As much of a meeting as closing looks at. */
const meeting = (lead: Partial<LeadView> | undefined, more: object = {}): MeetingView =>
  ({ votes: {}, floor: { order: [] }, ...(lead ? { lead: { itemsLeft: [], tiesForChair: [], tiesToRepeat: [], ...lead } } : {}), ...more }) as unknown as MeetingView;

it("names the items and the ties that the server says are left", () => {
  expect(beforeClosing(meeting({ itemsLeft: ["1.2"], tiesForChair: ["v1"], tiesToRepeat: ["v2"] }))).toEqual({ tie: "v1", again: "v2", requests: 0, items: ["1.2"] });
});

it("names the speaker, how many wait and the vote that runs", () => {
  const view = meeting({}, { votes: { running: "v" }, floor: { order: ["r1", "r2"], requests: {}, speaker: { person: "lan" } } });
  expect(beforeClosing(view)).toEqual({ running: "v", speaker: "lan", requests: 2, items: [] });
});

it("leaves a tie between names to a further vote", () => {
  const view = meeting({ tiesForChair: ["v1"], tiesToRepeat: ["v2"] });
  expect([waitsForChair(view, "v1"), waitsForChair(view, "v2"), waitsForChair(meeting(undefined), "v1")]).toEqual([true, false, false]);
});
