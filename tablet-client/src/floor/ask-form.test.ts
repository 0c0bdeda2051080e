import { describe, expect, it } from "vitest";
import { meeting, mine } from "../meeting/testing.ts";
import { askable, complete, EMPTY_FORM, hindrance, openKinds } from "./ask-form.ts";

const here = mine({ presence: "IN_ROOM" });

describe("asking to speak", () => {
  it("offers every kind to somebody present, but not the one already asked for", () => {
    const view = meeting();
    expect(openKinds(view, here)).toEqual(["DISCUSSION", "QUESTION", "REPLY", "POINT_OF_ORDER"]);
    const floor = { ...view.floor, order: ["r"], requests: { r: { person: "me", kind: "QUESTION" as const, about: "", at: 1, minutes: 0, to: "x" } } };
    expect(openKinds({ ...view, floor }, { ...here, requests: ["r"] })).toEqual(["DISCUSSION", "REPLY", "POINT_OF_ORDER"]);
  });
  it("leaves only the point of order when the list is closed", () => {
    const view = meeting();
    const closed = { ...view, floor: { ...view.floor, list: "CLOSED" as const } };
    expect(openKinds(closed, here)).toEqual(["POINT_OF_ORDER"]);
    expect(hindrance(closed, here)).toBe("listClosed");
    const paused = { ...view, floor: { ...view.floor, list: "PAUSED" as const } };
    expect(openKinds(paused, here)).toEqual(["POINT_OF_ORDER"]);
    expect(hindrance(paused, here)).toBe("listPaused");
  });
  it("says what has to come first", () => {
    expect(hindrance(meeting(), mine())).toBe("speakCheckInFirst");
    expect(hindrance(meeting({ phase: "RECESS" }), here)).toBe("speakNotInSession");
    expect(openKinds(meeting(), mine())).toEqual([]);
  });
  it("a question needs who is asked, and those present come first", () => {
    expect(complete({ ...EMPTY_FORM, kind: "QUESTION" })).toBe(false);
    expect(complete({ ...EMPTY_FORM, kind: "QUESTION", to: "lan" })).toBe(true);
    const view = meeting();
    const person = { name: "", title: "", unit: "", role: "MEMBER" as const, votes: true, late: false };
    const people = { ...view.people, order: ["me", "away", "lan"], people: { me: person, away: person, lan: { ...person, presence: "IN_ROOM" as const } } };
    expect(askable({ ...view, people }, here)).toEqual(["lan", "away"]);
  });
  it("a point of order needs its reason", () => {
    expect(complete(EMPTY_FORM)).toBe(true);
    expect(complete({ ...EMPTY_FORM, kind: "POINT_OF_ORDER", about: " " })).toBe(false);
    expect(complete({ ...EMPTY_FORM, kind: "POINT_OF_ORDER", about: "hết giờ" })).toBe(true);
  });
});
