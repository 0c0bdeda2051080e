// @vitest-environment happy-dom
import { render } from "lit";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { Desk } from "../meeting/desk.ts";
import { FakeRoom, HOST, meeting, mine } from "../meeting/testing.ts";
import { sessionPart } from "./session-part.ts";

beforeEach(() => { localStorage.clear(); vi.useFakeTimers({ toFake: ["performance"] }); });
afterEach(() => { vi.useRealTimers(); });

it("ends the meeting by a press that is meant, and by no second press of the one that asked", () => {
  const page = document.createElement("div");
  const room = new FakeRoom();
  room.view = { ...meeting({ inHand: "i1" }), people: { order: [], people: {}, quorum: { members: 27, present: 20, needed: 18, met: true }, presentCount: 20, graceMinutes: 1 } };
  room.mine = mine({ may: { prepare: true, lead: true, decide: true, vote: true, speak: true } });
  const desk = new Desk(HOST, room, "chair");
  desk.hostConnected();
  const draw = (): void => { render(sessionPart(desk), page); };
  const press = (name: string): void => { page.querySelector<HTMLElement>(`[data-testid="${name}"]`)?.click(); draw(); };
  draw();
  press("close-meeting");
  vi.advanceTimersByTime(900);
  press("close-meeting-yes");
  expect(room.given).toEqual([]);
  expect(page.querySelector("[data-testid=close-meeting-yes]")?.getAttribute("aria-disabled")).toBe("true");
  vi.advanceTimersByTime(100);
  draw();
  expect(page.querySelector("[data-testid=close-meeting-yes]")?.hasAttribute("aria-disabled")).toBe(false);
  press("close-meeting-yes");
  expect(room.given).toEqual([{ type: "closeMeeting" }]);
});

it("says beforehand that a tie between names has to be voted again", () => {
  const page = document.createElement("div");
  const room = new FakeRoom();
  const view = meeting({ inHand: "i1" });
  room.view = { ...view, lead: { step: "CLOSE", itemsLeft: [], tiesForChair: [], tiesToRepeat: ["v1"], quorums: {}, cautions: {}, wall: { stage: { scene: "ITEM", seats: false }, speaking: false } } };
  room.mine = mine({ may: { prepare: true, lead: true, decide: true, vote: true, speak: true } });
  const desk = new Desk(HOST, room, "chair");
  desk.hostConnected();
  desk.ask("close-meeting");
  render(sessionPart(desk), page);
  expect(page.querySelector("[data-testid=closing-again]")).not.toBeNull();
  expect(page.querySelector("[data-testid=close-meeting-yes]")).toBeNull();
  expect(page.querySelector("[data-testid=closing-go]")).not.toBeNull();
});
