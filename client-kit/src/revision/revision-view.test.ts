// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { http, HttpFailure } from "../net/index.ts";
import type { NsReader } from "../reader/index.ts";
import type { Changes } from "./changes.ts";
import { RevisionView } from "./revision-view.ts";

const CHANGES: Changes = { v: 1, added: 1, removed: 1, moved: 0, removedPages: [], pages: [{ page: 1, kind: "SAME", before: 1 }, { page: 2, kind: "CHANGED", before: 2 }] };
const READ = { paper: "old", read: true };

let asked: ReturnType<typeof vi.spyOn>;
let seen: Set<string>;
const reader = (): NsReader => Object.assign(document.createElement("div"), { page: 1, manifest: null, overlay: null, large: false }) as unknown as NsReader;
const view = (): RevisionView => new RevisionView({ addController: () => undefined, removeController: () => undefined, requestUpdate: () => undefined, updateComplete: Promise.resolve(true) }, reader(), seen, () => undefined);

beforeEach(() => {
  vi.useFakeTimers();
  seen = new Set();
  asked = vi.spyOn(http, "get");
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

describe("pages marked in the strip", () => {
  it("stay marked when the line is closed, until the reader says that they are seen, also the next time", async () => {
    asked.mockResolvedValue(CHANGES);
    const shown = view();
    shown.want("m", "new", READ);
    await vi.runAllTimersAsync();
    expect([shown.shown, ...shown.pages]).toEqual([true, 2]);
    shown.toggle();
    expect([shown.shown, ...shown.pages]).toEqual([false, 2]);
    seen.add("new/old");
    expect([...shown.pages]).toEqual([]);
    const again = view();
    again.want("m", "new", READ);
    expect(again.shown).toBe(false);
    again.toggle();
    await vi.runAllTimersAsync();
    expect([...again.pages], "asked for, they are marked").toEqual([2]);
  });

  it("come only when asked for to who has not read the older one, and by themselves once it is known that he has", async () => {
    asked.mockResolvedValue(CHANGES);
    const shown = view();
    shown.want("m", "new", { paper: "old", read: false });
    await vi.runAllTimersAsync();
    expect([shown.shown, asked.mock.calls.length]).toEqual([false, 0]);
    shown.want("m", "new", READ);
    await vi.runAllTimersAsync();
    expect([shown.shown, ...shown.pages]).toEqual([true, 2]);
  });
});

describe("a comparison that can't be had", () => {
  it("is asked for again while that may help", async () => {
    asked.mockRejectedValueOnce(new HttpFailure("network", 0, "", "")).mockRejectedValueOnce(new HttpFailure("refused", 503, "BUSY", "")).mockResolvedValue(CHANGES);
    const shown = view();
    shown.want("m", "new", READ);
    await vi.advanceTimersByTimeAsync(60_000);
    expect([asked.mock.calls.length, shown.changes]).toEqual([3, CHANGES]);
  });

  it.each([403, 404])("is not asked for again after a %i, not even when the network comes back", async (status) => {
    asked.mockRejectedValue(new HttpFailure("refused", status, "NOT_FOUND", ""));
    const shown = view();
    shown.hostConnected();
    shown.want("m", "new", READ);
    await vi.advanceTimersByTimeAsync(60_000);
    dispatchEvent(new Event("online"));
    await vi.advanceTimersByTimeAsync(60_000);
    shown.hostDisconnected();
    expect(asked.mock.calls.length).toBe(1);
  });
});
