// @vitest-environment happy-dom
import { describe, expect, it } from "vitest";
import { heirOf, linesOf, stepFrom, type Changes, type PageChange } from "./changes.ts";
import { markChanges } from "./marks.ts";
import { comparedWith, olderOf } from "./older.ts";

const page = (number: number, kind: PageChange["kind"], before?: number): PageChange => (before === undefined ? { page: number, kind } : { page: number, kind, before });
const changes: Changes = { v: 1, added: 3, removed: 1, moved: 0, removedPages: [4], pages: [page(1, "SAME", 1), page(2, "CHANGED", 2), page(3, "NEW"), page(4, "SHIFTED", 3), page(5, "PICTURE", 5)] };

describe("the way from change to change", () => {
  it("passes over pages on which nothing changed but the flow of the text", () => {
    expect(stepFrom(changes, 1, 1)).toBe(2);
    expect(stepFrom(changes, 3, 1)).toBe(5);
    expect(stepFrom(changes, 5, 1)).toBeNull();
    expect(stepFrom(changes, 5, -1)).toBe(3);
    expect(stepFrom(changes, 2, -1)).toBeNull();
  });

  it("finds where an old page is now, or what comes before it when it is gone", () => {
    expect([1, 2, 3, 4, 5].map((old) => heirOf(changes, old))).toEqual([1, 2, 4, 4, 5]);
  });
});

describe("what changed, in words", () => {
  it("joins what went with what came in its place", () => {
    const change: PageChange = {
      page: 1, kind: "CHANGED", spans: [
        { op: "REMOVED", text: "85%", boxes: [[1000, 500, 0, 130]] },
        { op: "ADDED", text: "92%", boxes: [[1040, 500, 300, 130]] },
        { op: "ADDED", text: "cấp xã", boxes: [[500, 900, 600, 130]] },
        { op: "REMOVED", text: "khẩn trương", boxes: [[800, 1500, 0, 130]] },
        { op: "MOVED", text: "kinh phí", boxes: [[500, 2000, 600, 130]] },
      ],
    };
    expect(linesOf(change)).toEqual([
      { kind: "replaced", before: "85%", now: "92%" }, { kind: "added", before: "", now: "cấp xã" },
      { kind: "removed", before: "khẩn trương", now: "" }, { kind: "moved", before: "", now: "kinh phí" },
    ]);
  });

  it("does not join what stands far apart", () => {
    const change: PageChange = { page: 1, kind: "CHANGED", spans: [{ op: "REMOVED", text: "a", boxes: [[1000, 500, 0, 130]] }, { op: "ADDED", text: "b", boxes: [[500, 4000, 300, 130]] }] };
    expect(linesOf(change).map((line) => line.kind)).toEqual(["removed", "added"]);
  });
});

describe("which revision a reader compares with", () => {
  const papers = { a: { status: "READY" }, b: { status: "READY", supersedes: "a" }, c: { status: "READY", supersedes: "b" } };

  it("is the newest one the reader has opened", () => {
    expect(olderOf(papers, "c", (id) => id === "a")).toEqual({ paper: "a", read: true });
    expect(olderOf(papers, "c", () => true)).toEqual({ paper: "b", read: true });
  });

  it("is the one before when none was opened, and none for a first revision or when it may not be seen", () => {
    expect(olderOf(papers, "c", () => false)).toEqual({ paper: "b", read: false });
    expect(olderOf(papers, "a", () => true)).toBeNull();
    expect(olderOf({ c: papers.c }, "c", () => true)).toBeNull();
    expect(olderOf({ ...papers, b: { status: "WITHDRAWN", supersedes: "a" } }, "c", () => true)).toBeNull();
  });
});

describe("marks on the page", () => {
  it("lie where the words are, in shares of the page", () => {
    const layer = document.createElement("div");
    markChanges(layer, { page: 1, kind: "CHANGED", spans: [{ op: "ADDED", text: "92%", boxes: [[595, 842, 1190, 421]] }] }, { w: 5950, h: 8420 });
    const mark = layer.querySelector<HTMLElement>(".is-added")!;
    expect([mark.style.left, mark.style.top, mark.style.width, mark.style.height]).toEqual(["10.000%", "10.000%", "20.000%", "5.000%"]);
    markChanges(layer, { page: 1, kind: "SHIFTED" }, { w: 5950, h: 8420 });
    expect(layer.children.length).toBe(0);
  });
});
