import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { meeting, mine } from "../meeting/testing.ts";
import { TurnWarning } from "./turn-warning.ts";

const turn = { person: "me", kind: "DISCUSSION" as const, about: "", from: 0, limitMs: 420_000, spentMs: 0, runningSince: 0 };
let now = 0;
const told: number[] = [];
const warning = (): TurnWarning => new TurnWarning(() => now, (_, leftMs) => told.push(leftMs));
const pass = (ms: number): void => { now += ms; vi.advanceTimersByTime(ms); };

beforeEach(() => { vi.useFakeTimers(); now = 0; told.length = 0; });
afterEach(() => { vi.useRealTimers(); });

const speaking = (over: Partial<typeof turn> = {}, warnSeconds = 60) => {
  const view = meeting();
  return { floor: { ...view.floor, rules: { ...view.floor.rules, warnSeconds }, speaker: { ...turn, ...over } } };
};

it("tells who speaks once, when the time that the rules give is left", () => {
  const one = warning();
  one.look(speaking(), mine());
  pass(359_000);
  expect(told).toEqual([]);
  pass(1_000);
  expect(told).toEqual([60_000]);
  one.look(speaking(), mine());
  pass(60_000);
  expect(told).toEqual([60_000]);
});

it("tells who leads as well, and nobody else", () => {
  const other = speaking({ person: "lan" });
  warning().look(other, mine());
  pass(400_000);
  expect(told).toEqual([]);
  now = 0;
  warning().look(other, mine({ may: { ...mine().may, lead: true } }));
  pass(400_000);
  expect(told).toHaveLength(1);
});

it("is silent about a turn without limit, a paused one and one that has ended", () => {
  const one = warning();
  one.look(speaking({ limitMs: 0 }), mine());
  const { runningSince: _, ...paused } = turn;
  one.look({ floor: { ...meeting().floor, speaker: paused } }, mine());
  one.look(speaking(), mine());
  one.look(meeting(), mine());
  pass(500_000);
  expect(told).toEqual([]);
});
