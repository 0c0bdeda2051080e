// @vitest-environment happy-dom
import { http, HttpFailure } from "client-kit/net/http.ts";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { retentionSheet } from "./retention-sheet.ts";

const LINE = { meeting: "m1", title: "Phiên họp", startsAt: 0, notes: 1, readings: 0, papers: 0 };
let told: { lines: object[]; runs: object[] };
let begin: () => Promise<unknown>;

beforeEach(() => {
  vi.useFakeTimers();
  told = { lines: [LINE], runs: [] };
  vi.spyOn(http, "get").mockImplementation(async () => ({ rules: { nightly: false }, preview: { mark: "m", lines: told.lines, later: 0, filesWait: false }, runs: told.runs }) as never);
  vi.spyOn(http, "post").mockImplementation(() => begin() as never);
});
afterEach(() => {
  document.querySelector("dialog")?.close();
  document.body.replaceChildren();
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const at = (name: string): HTMLElement | null => document.querySelector(`[data-testid=${name}]`);

async function go(): Promise<void> {
  void retentionSheet("b");
  await vi.advanceTimersByTimeAsync(1);
  at("retention-go")!.click();
  await vi.advanceTimersByTimeAsync(1);
  at("confirm-yes")!.click();
  await vi.advanceTimersByTimeAsync(1);
}

it("shows a run while it goes on, and its certificate when it is over", async () => {
  begin = async () => { told = { lines: [], runs: [{ id: "r1", at: 0, by: "", done: false }] }; return { run: "r1" }; };
  await go();
  expect([at("certificate") !== null, at("certificate-pdf"), at("retention-none") !== null]).toEqual([true, null, true]);
  told = { lines: [], runs: [{ id: "r1", at: 0, by: "", done: true }] };
  await vi.advanceTimersByTimeAsync(3_000);
  expect(at("certificate-pdf")).not.toBeNull();
  const asked = vi.mocked(http.get).mock.calls.length;
  await vi.advanceTimersByTimeAsync(60_000);
  expect(vi.mocked(http.get).mock.calls).toHaveLength(asked);
});

it("shows what came of it also when the answer was lost", async () => {
  begin = async () => { told = { lines: [], runs: [{ id: "r1", at: 0, by: "", done: false }] }; throw new HttpFailure("timeout", 0, "TIMEOUT", "late"); };
  await go();
  expect([at("retention-fault")?.textContent, at("certificate") !== null, at("retention-none") !== null]).toEqual(["late", true, true]);
  told = { lines: [], runs: [{ id: "r1", at: 0, by: "", done: true }] };
  await vi.advanceTimersByTimeAsync(3_000);
  expect(at("certificate-pdf")).not.toBeNull();
});
