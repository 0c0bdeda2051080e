// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from "vitest";
import { forgetPlaces, HABITS, keepHabits, keepPlace, readHabits, readPlace } from "./place.ts";

describe("where a person was in a paper", () => {
  beforeEach(() => localStorage.clear());
  const place = { page: 12, scale: 2, cx: 0.5, cy: 0.25 };

  it("comes back for the same person and paper only", () => {
    keepPlace(localStorage, "lan", "p1", place);
    expect(readPlace(localStorage, "lan", "p1")).toEqual(place);
    expect(readPlace(localStorage, "lan", "p2")).toBeNull();
    expect(readPlace(localStorage, "minh", "p1")).toBeNull();
  });

  it("is not kept for nobody", () => {
    keepPlace(localStorage, "", "p1", place);
    expect(localStorage.length).toBe(0);
  });

  it("survives nonsense in the storage", () => {
    for (const bad of ["{", "null", "7", '{"page":"x"}', '{"page":-3}']) {
      localStorage.setItem("nghisu.place.lan.p1", bad);
      expect(readPlace(localStorage, "lan", "p1")).toBeNull();
    }
    localStorage.setItem("nghisu.place.lan.p1", '{"page":3,"scale":1e9,"cx":-4}');
    expect(readPlace(localStorage, "lan", "p1")).toEqual({ page: 3, scale: 1, cx: 0.5, cy: 0.5 });
    localStorage.setItem("nghisu.reading.lan", "[[");
    expect(readHabits(localStorage, "lan")).toEqual(HABITS);
  });

  it("goes without storage when the browser refuses it", () => {
    const refusing = { getItem() { throw new Error("no"); }, setItem() { throw new Error("full"); }, get length(): number { throw new Error("no"); } } as unknown as Storage;
    keepPlace(refusing, "lan", "p1", place);
    expect(readPlace(refusing, "lan", "p1")).toBeNull();
    forgetPlaces(refusing, "lan");
  });

  it("is forgotten at sign-out, another person's is not", () => {
    keepPlace(localStorage, "lan", "p1", place);
    keepPlace(localStorage, "minh", "p1", place);
    keepHabits(localStorage, "lan", { large: true, textPx: 28, dark: false, contrast: false });
    forgetPlaces(localStorage, "lan");
    expect(readPlace(localStorage, "lan", "p1")).toBeNull();
    expect(readHabits(localStorage, "lan")).toEqual(HABITS);
    expect(readPlace(localStorage, "minh", "p1")).toEqual(place);
  });

  it("keeps a bounded number of papers", () => {
    for (let i = 0; i < 450; i++) keepPlace(localStorage, "lan", `p${i}`, place);
    expect(localStorage.length).toBeLessThanOrEqual(400);
    expect(readPlace(localStorage, "lan", "p449")).toEqual(place);
  });
});
