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
  room.view = { ...meeting({ inHand: "i1" }), people: { order: [], people: {}, quorum: { members: 27, present: 20, needed: 18, met: true }, presentCount: 20 } };
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
