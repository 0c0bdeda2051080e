import { expect, it } from "vitest";
import { ConclusionDrafts } from "./conclusion-drafts.ts";

/** A device's store, as far as drafts need one. */
function device(): Storage {
  const rows = new Map<string, string>();
  return {
    get length() { return rows.size; },
    key: (at: number) => [...rows.keys()][at] ?? null,
    getItem: (key: string) => rows.get(key) ?? null,
    setItem: (key: string, value: string) => void rows.set(key, value),
    removeItem: (key: string) => void rows.delete(key),
    clear: () => rows.clear(),
  };
}

it("has what was typed again after the page was left, for this person, meeting and item only", () => {
  const store = device();
  new ConclusionDrafts("lan", "m1", () => "", store).type("i1", "Thống nhất");
  const again = new ConclusionDrafts("lan", "m1", () => "", store);
  expect(again.waiting).toEqual(["i1"]);
  expect(again.of("i1").value.text).toBe("Thống nhất");
  expect(new ConclusionDrafts("lan", "m2", () => "", store).waiting).toEqual([]);
  expect(new ConclusionDrafts("minh", "m1", () => "", store).waiting).toEqual([]);
});

it("still says afterwards that somebody else has recorded another conclusion", () => {
  const store = device();
  new ConclusionDrafts("lan", "m1", () => "cũ", store).type("i1", "của tôi");
  const again = new ConclusionDrafts("lan", "m1", () => "của người khác", store);
  expect(again.of("i1").overtaken).toEqual(["text"]);
});

it("keeps nothing once it is recorded, typed back or dropped", () => {
  const store = device();
  let recorded = "";
  const drafts = new ConclusionDrafts("lan", "m1", () => recorded, store);
  drafts.type("i1", "Thống nhất");
  recorded = "Thống nhất";
  expect(drafts.waiting).toEqual([]);
  drafts.drop("i1");
  drafts.type("i2", "Nháp");
  drafts.drop("i2");
  expect(store.length).toBe(0);
  expect(drafts.waiting).toEqual([]);
});
