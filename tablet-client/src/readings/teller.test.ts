// @vitest-environment happy-dom
import { http, HttpFailure } from "client-kit/net/http.ts";
import { afterEach, expect, it, vi } from "vitest";
import { DeskMemory } from "../meeting/desk-memory.ts";
import { ReadingTeller } from "./teller.ts";

afterEach(() => {
  vi.restoreAllMocks();
  localStorage.clear();
});

it("knows from the server what was read on other devices; offline or refused, only what it had heard before", async () => {
  const get = vi.spyOn(http, "get").mockResolvedValue({ kept: true, mine: ["old"] });
  const teller = new ReadingTeller("lan", "m", () => undefined);
  await teller.ask();
  expect([...teller.mine]).toEqual(["old"]);
  for (const failure of [new HttpFailure("network", 0, "", ""), new HttpFailure("refused", 404, "NOT_FOUND", "")]) {
    get.mockRejectedValueOnce(failure);
    await teller.ask();
    expect([...teller.mine]).toEqual(["old"]);
  }
  get.mockResolvedValue({ kept: false });
  await teller.ask();
  expect([...teller.mine], "the body keeps nothing of the kind").toEqual([]);
});

it("this device knows what was read on it, which is more than to have opened it", () => {
  const memory = new DeskMemory("lan", "m");
  memory.open("waiting");
  memory.readPage("read");
  expect([...new DeskMemory("lan", "m").read]).toEqual(["read"]);
  memory.seenChanges.add("new/old");
  expect([new DeskMemory("lan", "m").seenChanges.has("new/old"), new DeskMemory("minh", "m").seenChanges.has("new/old")]).toEqual([true, false]);
});
