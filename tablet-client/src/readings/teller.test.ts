// @vitest-environment happy-dom
import { actAs } from "client-kit/net/acting-as.ts";
import { http, HttpFailure } from "client-kit/net/http.ts";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { DeskMemory } from "../meeting/desk-memory.ts";
import { forgetReadings } from "./log.ts";
import { ReadingTeller } from "./teller.ts";

const posted: string[] = [];
let answer: () => void = () => undefined;

beforeEach(() => {
  localStorage.clear();
  posted.length = 0;
  actAs("lan");
  vi.stubGlobal("fetch", async (_: string, init: RequestInit) => {
    if (init.method === "POST") {
      posted.push(String(init.body));
      await new Promise<void>((go) => { answer = go; });
    }
    return new Response('{"kept":true}', { headers: { "Content-Type": "application/json" } });
  });
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

async function reads(): Promise<ReadingTeller> {
  const teller = new ReadingTeller("lan", "hop", () => undefined);
  teller.start();
  await vi.waitFor(() => expect(teller.kept).toBe(true));
  teller.seen("tl1", 1);
  await vi.waitFor(() => expect(posted).toHaveLength(1));
  return teller;
}

it("leaves nothing of its person, although an answer comes after the sign-out", async () => {
  const teller = await reads();
  teller.stop();
  forgetReadings("lan");
  answer();
  teller.seen("tl2", 1);
  await new Promise((go) => setTimeout(go));
  expect(Object.keys(localStorage)).toEqual([]);
});

it("tells nothing once the page acts for somebody else", async () => {
  const teller = await reads();
  answer();
  await vi.waitFor(() => expect(localStorage.getItem("nghisu.tablet.readings.lan.hop")).not.toContain('"told":0'));
  actAs("minh");
  teller.seen("tl2", 1);
  teller.stop();
  await new Promise((go) => setTimeout(go));
  expect(posted).toHaveLength(1);
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
