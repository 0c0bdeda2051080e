import { describe, expect, it } from "vitest";
import { afterChange, isAway, landing, OVERVIEW, parseKept, whereTheMeetingIs, type Kept, type Place } from "./place.ts";
import { item, meeting, paper } from "./testing.ts";

const at = (id: string): Place => ({ kind: "paper", paper: id });
const along = (place: Place): Kept => ({ place, away: false });

describe("where the tablet lands", () => {
  it("lands on the presented paper before the item in hand", () => {
    expect(whereTheMeetingIs(meeting({ inHand: "i1", presenting: "p2" }))).toEqual(at("p2"));
  });
  it("lands on the first readable paper of the item in hand", () => {
    expect(whereTheMeetingIs(meeting({ inHand: "i1", papers: { p1: paper("i1", { status: "WITHDRAWN" }), p1b: paper("i1") } }))).toEqual(at("p1b"));
  });
  it("lands on the item itself when it has no paper", () => {
    expect(whereTheMeetingIs(meeting({ inHand: "i3" }))).toEqual({ kind: "item", item: "i3" });
  });
  it("lands on the overview before the meeting and after it", () => {
    expect(whereTheMeetingIs(meeting({ phase: "ISSUED" }))).toEqual(OVERVIEW);
    expect(whereTheMeetingIs(meeting({ phase: "CLOSED", inHand: "i1" }))).toEqual(OVERVIEW);
  });
  it("a reload keeps a reader who has wandered where he was", () => {
    const kept = { place: at("p2"), away: true };
    expect(landing(meeting({ inHand: "i1" }), kept)).toEqual(kept);
  });
  it("a reload takes a reader who went along to where the meeting is now", () => {
    expect(landing(meeting({ inHand: "i2" }), along(at("p1")))).toEqual(along(at("p2")));
  });
  it("a reload before the meeting opens the paper that was open", () => {
    expect(landing(meeting({ phase: "ISSUED" }), along(at("p2")))).toEqual(along(at("p2")));
  });
  it("a reload in the second paper of the item in hand stays there", () => {
    expect(landing(meeting({ inHand: "i1" }), along(at("p1b")))).toEqual(along(at("p1b")));
  });
  it("a reload keeps a reader who turns pages of the presented paper alone", () => {
    const kept = { place: at("p1"), away: true };
    expect(landing(meeting({ inHand: "i1", presenting: "p1" }), kept)).toEqual(kept);
  });
  it("a withdrawn paper is not where a tablet opens", () => {
    expect(landing(meeting({ inHand: "i2", papers: { p2: paper("i2") } }), { place: at("p1"), away: true })).toEqual(along(at("p2")));
  });
});

describe("going along", () => {
  it("moves with the item in hand", () => {
    expect(afterChange(meeting({ inHand: "i1" }), meeting({ inHand: "i2" }), along(at("p1")))).toEqual(along(at("p2")));
  });
  it("never moves a reader who has wandered", () => {
    const kept = { place: at("p1"), away: true };
    expect(afterChange(meeting({ inHand: "i1" }), meeting({ inHand: "i2" }), kept)).toEqual(kept);
  });
  it("an unrelated change moves nobody", () => {
    expect(afterChange(meeting({ inHand: "i1" }), meeting({ inHand: "i1" }), along(at("p1b")))).toEqual(along(at("p1b")));
  });
  it("the meeting coming to where the reader is ends his wandering", () => {
    expect(afterChange(meeting({ inHand: "i1" }), meeting({ inHand: "i2" }), { place: at("p2"), away: true })).toEqual(along(at("p2")));
  });
  it("moves to the presented paper", () => {
    expect(afterChange(meeting({ inHand: "i1" }), meeting({ inHand: "i1", presenting: "p2" }), along(at("p1")))).toEqual(along(at("p2")));
  });
  it("a paper that vanishes takes nobody with it", () => {
    expect(afterChange(meeting({ inHand: "i1" }), meeting({ inHand: "i1", items: { i1: item("1") }, papers: {} }), { place: at("p1"), away: true })).toEqual(along({ kind: "item", item: "i1" }));
  });
  it("ends at what came out of the meeting, for those who went along", () => {
    expect(afterChange(meeting({ inHand: "i1" }), meeting({ phase: "CLOSED" }), along(at("p1")))).toEqual(along(OVERVIEW));
    expect(afterChange(meeting({ inHand: "i1" }), meeting({ phase: "CLOSED" }), { place: at("p2"), away: true }).place).toEqual(at("p2"));
  });
  it("before the meeting nobody is away", () => {
    expect(isAway(meeting({ phase: "ISSUED" }), at("p2"))).toBe(false);
  });
  it("the other paper of the item in hand is away only while one is presented", () => {
    expect(isAway(meeting({ inHand: "i1" }), at("p1b"))).toBe(false);
    expect(isAway(meeting({ inHand: "i1", presenting: "p1" }), at("p1b"))).toBe(true);
  });
});

describe("what is remembered", () => {
  it("reads back what was written and nothing else", () => {
    const kept = { place: at("p1"), away: true };
    expect(parseKept(JSON.stringify(kept))).toEqual(kept);
    for (const bad of [null, "", "{", "{}", '{"place":{"kind":"paper"}}', '{"place":{"kind":"moon"}}']) expect(parseKept(bad)).toBeNull();
  });
});
