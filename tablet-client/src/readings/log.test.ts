import { expect, it } from "vitest";
import { forgetReadings, ReadingLog } from "./log.ts";

function storage(): Storage {
  const kept = new Map<string, string>();
  return {
    get length() { return kept.size; }, key: (i) => [...kept.keys()][i] ?? null, getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => { kept.set(key, value); }, removeItem: (key) => { kept.delete(key); }, clear: () => kept.clear(),
  };
}

it("notes each page once, and keeps over a reload what the server has not been told", () => {
  const store = storage();
  const log = new ReadingLog("lan", "hop", store);
  log.seen("tl1", 1, 100);
  log.seen("tl1", 2, 200);
  log.seen("tl1", 1, 300);
  expect(new ReadingLog("lan", "hop", store).untold).toEqual([{ paper: "tl1", firstMs: 100, lastMs: 300, pages: 2 }]);
  expect(new ReadingLog("minh", "hop", store).untold).toEqual([]);
});

it("tells again only what is new since, with the first time as it was", () => {
  const log = new ReadingLog("lan", "hop", storage());
  log.seen("tl1", 1, 100);
  const told = log.untold;
  log.seen("tl1", 2, 200);
  log.taken(told);
  expect(log.untold).toEqual([{ paper: "tl1", firstMs: 100, lastMs: 200, pages: 2 }]);
  log.taken(log.untold);
  expect(log.untold).toEqual([]);
});

it("does not come back after sign-out, whatever page or answer comes late", () => {
  const store = storage();
  const log = new ReadingLog("lan", "hop", store);
  log.seen("tl1", 1, 100);
  log.end();
  const told = log.untold;
  log.taken(told);
  expect(new ReadingLog("lan", "hop", store).untold).toEqual([]);
  forgetReadings("lan", store);
  log.taken(told);
  log.seen("tl2", 1, 200);
  expect(store.length).toBe(0);
});

it("keeps nothing where nothing is kept, nor after sign-out", () => {
  const store = storage();
  new ReadingLog("lan", "hop", store).seen("tl1", 1, 100);
  forgetReadings("lan", store);
  expect(new ReadingLog("lan", "hop", store).untold).toEqual([]);
  const log = new ReadingLog("lan", "hop", store);
  log.seen("tl1", 1, 100);
  log.drop();
  expect(store.length).toBe(0);
});
