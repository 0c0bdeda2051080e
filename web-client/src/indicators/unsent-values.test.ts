// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { HttpFailure } from "client-kit/net/http.ts";
import { isUntouched, seenBefore, UnsentValues, type UnsentValue } from "./unsent-values.ts";

const cell = (indicator: string, value: string, more: Partial<UnsentValue> = {}): UnsentValue => ({ body: "b", indicator, period: "2026-Q3", typed: value, value, seen: ["5"], why: "sending", ...more });
const leaving = (): boolean => !dispatchEvent(new Event("beforeunload", { cancelable: true }));

let fails: HttpFailure | undefined;
let sent: string[];
let values: UnsentValues;

beforeEach(() => {
  vi.useFakeTimers();
  fails = undefined;
  sent = [];
  values = new UnsentValues(async (_, [one]) => {
    await Promise.resolve();
    if (fails) throw fails;
    sent.push(`${one!.indicator} ${one!.value ?? "–"}`);
    return { written: 1 };
  });
  values.belongTo("me");
});
afterEach(() => {
  values.belongTo("nobody");
  vi.useRealTimers();
});

it("each cell that was not sent is kept, and sent when the line is back", async () => {
  fails = new HttpFailure("network", 0, "NETWORK", "down");
  await expect(values.send(cell("one", "7"))).rejects.toBe(fails);
  await expect(values.send(cell("two", "8"))).rejects.toBe(fails);
  expect([values.count("b"), values.count("other"), values.of("one", "2026-Q3")?.why, values.of("two", "2026-Q3")?.typed]).toEqual([2, 0, "waiting", "8"]);
  expect(leaving(), "nobody leaves unwarned").toBe(true);
  await vi.advanceTimersByTimeAsync(30_000);
  expect(sent).toEqual([]);
  const recorded: string[] = [];
  values.watch((one) => { if (one) recorded.push(one.indicator); });
  fails = undefined;
  await vi.advanceTimersByTimeAsync(6_000);
  expect([sent, recorded, values.count("b"), leaving()]).toEqual([["one 7", "two 8"], ["one", "two"], 0, false]);
});

it("at once when the browser has its network again", async () => {
  fails = new HttpFailure("timeout", 0, "TIMEOUT", "late");
  await values.send(cell("one", "7")).catch(() => undefined);
  fails = undefined;
  dispatchEvent(new Event("online"));
  await vi.advanceTimersByTimeAsync(10);
  expect(sent).toEqual(["one 7"]);
});

it("what is typed over it goes in its place, and after it", async () => {
  const first = values.send(cell("one", "7"));
  const second = values.send(cell("one", "8"));
  await Promise.all([first, second]);
  expect([sent, values.count("b")]).toEqual([["one 8"], 0]);
});

it("what the server does not take, or is no number, is not sent again by itself", async () => {
  fails = new HttpFailure("refused", 409, "INDICATORS_FULL", "full");
  await values.send(cell("one", "7")).catch(() => undefined);
  values.keep(cell("two", "bảy", { why: "notNumber" }));
  fails = undefined;
  await vi.advanceTimersByTimeAsync(60_000);
  expect([sent, values.of("one", "2026-Q3")?.why, values.count("b"), leaving()]).toEqual([[], "refused", 2, true]);
});

it("another person has none of it", async () => {
  fails = new HttpFailure("network", 0, "NETWORK", "down");
  await values.send(cell("one", "7")).catch(() => undefined);
  values.belongTo("another");
  fails = undefined;
  await vi.advanceTimersByTimeAsync(60_000);
  expect([sent, values.count("b"), leaving()]).toEqual([[], 0, false]);
});

it("says what its typist knows to stand there: after a lost answer the server may hold the first or the sent one", async () => {
  const one = cell("one", "10", { seen: seenBefore(undefined, "8") });
  fails = new HttpFailure("timeout", 0, "TIMEOUT", "late");
  await values.send(one).catch(() => undefined);
  const waiting = values.of("one", "2026-Q3");
  expect([isUntouched(undefined), isUntouched(waiting), seenBefore(waiting, "8")]).toEqual([true, false, ["8", "10"]]);
  const wrong = cell("one", "x", { why: "notNumber", seen: seenBefore(waiting, "8") });
  expect([isUntouched(wrong), seenBefore(wrong, "8"), isUntouched({ ...wrong, seen: ["8"] })]).toEqual([false, ["8", "10"], true]);
  expect(seenBefore(undefined, undefined)).toEqual([""]);
});

it("a value that somebody else has overtaken is not sent again by itself, and whoever watches is told", async () => {
  fails = new HttpFailure("refused", 409, "INDICATOR_OVERTAKEN", "somebody");
  const told: (string | undefined)[] = [];
  values.watch((settled) => { if (settled) told.push(settled.why); });
  await values.send(cell("one", "10")).catch(() => undefined);
  fails = undefined;
  await vi.advanceTimersByTimeAsync(60_000);
  expect([sent, told, values.of("one", "2026-Q3")?.why, leaving()]).toEqual([[], ["overtaken"], "overtaken", true]);
  expect(seenBefore(values.of("one", "2026-Q3"), "12"), "typed again after looking").toEqual(["12"]);
});
