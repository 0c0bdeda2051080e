import { describe, expect, it } from "vitest";
import { agendaRows, papersInOrder, position } from "./agenda-rows.ts";
import { item, meeting, paper } from "./testing.ts";

describe("the rail", () => {
  const view = meeting({
    inHand: "i2",
    items: { i1: item("1", { papers: ["p1", "p1c"] }), i11: item("1.1", { parent: "i1" }), i2: item("2", { papers: ["p2"] }) },
    papers: { p1: paper("i1", { addedAt: 50 }), p1c: paper("i1", { status: "PREPARING" }), p2: paper("i2", { addedAt: 200 }) },
  });
  it("puts papers under their item and leaves those in preparation out", () => {
    expect(agendaRows(view, new Set()).map((r) => [r.id, r.depth, r.papers.map((p) => p.id)])).toEqual([["i1", 0, ["p1"]], ["i11", 1, []], ["i2", 0, ["p2"]]]);
  });
  it("marks as new what came after the issue, until it is opened", () => {
    const fresh = (opened: string[]): string[] => agendaRows(view, new Set(opened)).flatMap((r) => r.papers.filter((p) => p.isNew).map((p) => p.id));
    expect(fresh([])).toEqual(["p2"]);
    expect(fresh(["p2"])).toEqual([]);
  });
  it("counts positions on the first level", () => {
    expect(position(view, "i11")).toEqual({ number: "1.1", of: 2 });
  });
  it("brings the papers of the item in hand onto the device first", () => {
    expect(papersInOrder(view)).toEqual(["p2", "p1"]);
  });
});
