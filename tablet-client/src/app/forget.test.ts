// @vitest-environment happy-dom
import "fake-indexeddb/auto";
import { shelf, watchNotebook } from "client-kit/notes/forget.ts";
import { kept } from "client-kit/store/kept.ts";
import { StoreFailure } from "client-kit/store/database.ts";
import { afterEach, expect, it, vi } from "vitest";
import { unsent } from "./forget.ts";

afterEach(() => vi.restoreAllMocks());
const row = (id: string): Parameters<typeof kept.add>[0] => ({ id, person: "lan", meeting: "m1", tab: "t", command: {}, createdAt: Date.now(), tries: 0 });

it("counts acts and notes that the server has not taken, those too that a full device holds in memory only", async () => {
  await kept.add(row("a"));
  await shelf.open("lan", "m1");
  await shelf.add("lan", "m1", [{ op: "o1", note: "on disk", base: 0 }], []);
  expect(await unsent("lan")).toBe(2);
  watchNotebook("lan", { unsent: new Set(["on disk", "in memory"]) });
  watchNotebook("minh", { unsent: new Set(["of another"]) });
  expect(await unsent("lan")).toBe(3);
});

it("does not take what can't be read for nothing", async () => {
  vi.spyOn(shelf, "waiting").mockRejectedValue(new StoreFailure("broken", "closed"));
  expect(await unsent("lan")).toBeNull();
  vi.restoreAllMocks();
  vi.spyOn(kept, "waiting").mockRejectedValue(new StoreFailure("broken", "closed"));
  expect(await unsent("lan")).toBeNull();
});
