import type { AgendaView, ItemView } from "client-kit/proto/protocol.ts";
import { describe, expect, it } from "vitest";
import { dropAt, stepOf } from "./agenda-tree.ts";

const item = (parent?: string): ItemView => ({
  number: "", ...(parent ? { parent } : {}), title: "", kind: "REPORT", presenter: "", unit: "", plannedMinutes: 0, visibility: "EVERYONE",
  progress: "TO_COME", spentMs: 0, papers: [],
});
/** a · b (b1 b2) · c */
const agenda: AgendaView = { order: ["a", "b", "b1", "b2", "c"], items: { a: item(), b: item(), b1: item("b"), b2: item("b"), c: item() } };

describe("moving items by keyboard", () => {
  it("goes up and down among items of the same level", () => {
    expect(stepOf(agenda, "c", "up")).toEqual({ before: "b" });
    expect(stepOf(agenda, "a", "down")).toEqual({ before: "c" });
    expect(stepOf(agenda, "b", "down")).toEqual({});
    expect(stepOf(agenda, "b2", "up")).toEqual({ parent: "b", before: "b1" });
  });
  it("stops at the ends", () => {
    expect(stepOf(agenda, "a", "up")).toBeNull();
    expect(stepOf(agenda, "c", "down")).toBeNull();
    expect(stepOf(agenda, "b1", "up")).toBeNull();
  });
  it("goes below the item before it and out again", () => {
    expect(stepOf(agenda, "c", "in")).toEqual({ parent: "b" });
    expect(stepOf(agenda, "b1", "out")).toEqual({ before: "c" });
  });
  it("never makes a third level", () => {
    expect(stepOf(agenda, "b", "in")).toBeNull();
    expect(stepOf(agenda, "b1", "in")).toBeNull();
  });
});

describe("dropping a dragged item", () => {
  it("lands before, after or below the target", () => {
    expect(dropAt(agenda, "c", "a", "before")).toEqual({ before: "a" });
    expect(dropAt(agenda, "a", "b", "after")).toEqual({ before: "c" });
    expect(dropAt(agenda, "a", "c", "after")).toEqual({});
    expect(dropAt(agenda, "a", "b", "inside")).toEqual({ parent: "b" });
    expect(dropAt(agenda, "a", "b2", "before")).toEqual({ parent: "b", before: "b2" });
  });
  it("refuses itself, its own children, a third level and where it is already", () => {
    expect(dropAt(agenda, "b", "b", "after")).toBeNull();
    expect(dropAt(agenda, "b", "b1", "before")).toBeNull();
    expect(dropAt(agenda, "b", "a", "inside")).toBeNull();
    expect(dropAt(agenda, "b1", "b", "inside")).toBeNull();
    expect(dropAt(agenda, "a", "b", "before")).toBeNull();
    expect(dropAt(agenda, "c", "b", "after")).toBeNull();
  });
});
