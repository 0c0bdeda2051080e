import "fake-indexeddb/auto";
import { IDBFactory } from "fake-indexeddb";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Command } from "../proto/protocol.ts";
import { Kept } from "../store/kept.ts";
import { BadNetwork, pass, turns, useTimers } from "./bad-network.ts";
import { Clock } from "./clock.ts";
import { MeetingLink, type LateAnswer } from "./meeting-link.ts";
import type { Outcome } from "./outcome.ts";
import { COMMAND_MAX_BYTES, SOCKET_COMMAND_MAX_BYTES, WAITING_MAX } from "./outbox.ts";
import { seeded } from "./seeded.ts";

let net: BadNetwork;
let store: Kept;
const open: MeetingLink[] = [];
const speak = (about: string): Command => ({ type: "askToSpeak", kind: "DISCUSSION", about });

beforeEach(() => {
  useTimers();
  vi.stubGlobal("indexedDB", new IDBFactory());
  store = new Kept();
  net = new BadNetwork(seeded(1));
  vi.stubGlobal("localStorage", new Shelf());
  vi.stubGlobal("fetch", (path: string, init: RequestInit) => net.fetch(path, init));
});

/** The page's localStorage, which outlives it. */
class Shelf extends Map<string, string> {
  get length(): number { return this.size; }
  key(n: number): string | null { return [...this.keys()][n] ?? null; }
  getItem(name: string): string | null { return this.get(name) ?? null; }
  setItem(name: string, value: string): void { this.set(name, value); }
  removeItem(name: string): void { this.delete(name); }
}

afterEach(async () => {
  for (const link of open.splice(0)) link.stop();
  await turns();
  await store.close();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function tab(): MeetingLink {
  const link = new MeetingLink({ meeting: "m1", person: "p1", url: "ws://room", clock: new Clock(() => Date.now()), store, open: net.open, random: net.random });
  open.push(link);
  void link.start();
  return link;
}

/** The page is gone from one moment to the next. */
function vanish(link: MeetingLink): void {
  open.splice(open.indexOf(link), 1);
  link.stop();
}

describe("a command", () => {
  it("is saved on the device, sent, and leaves when the server has answered", async () => {
    const link = tab();
    await pass(1000);
    expect(link.status.state).toBe("saved");
    const answer = link.send(speak("ký số"));
    expect(link.status).toEqual({ state: "sending", waiting: 1 });
    expect(link.waiting).toMatchObject([{ kept: false }]);
    await turns();
    expect(await store.waiting("p1")).toBe(1);
    expect(link.waiting).toMatchObject([{ kept: true }]);
    await pass(500);
    expect(await answer).toEqual({ kind: "done", seq: 1 });
    expect(link.status).toEqual({ state: "saved", waiting: 0 });
    expect(await store.waiting("p1")).toBe(0);
  });

  it("that is refused comes back with the server's sentence", async () => {
    const link = tab();
    await pass(1000);
    const answer = link.send(speak("refuse"));
    await pass(500);
    expect(await answer).toEqual({ kind: "refused", code: "LIST_CLOSED", text: "Danh sách đã đóng." });
  });

  it("goes over HTTPS when the socket stays down", async () => {
    net.socketsUp = false;
    const link = tab();
    const answers = [link.send(speak("một")), link.send(speak("refuse")), link.send(speak("ba"))];
    await pass(8000);
    expect((await Promise.all(answers)).map((one) => one.kind)).toEqual(["done", "refused", "done"]);
    expect(net.applied).toHaveLength(3);
  });

  it("waits for the network as long as that takes, and is said to wait", async () => {
    net.socketsUp = net.httpUp = false;
    const link = tab();
    const answer = link.send(speak("một"));
    await pass(60_000);
    expect(link.status).toEqual({ state: "offline", waiting: 1 });
    net.socketsUp = true;
    await pass(20_000);
    expect((await answer).kind).toBe("done");
  });

  it("given before a reload is sent after it, and its answer is told", async () => {
    net.socketsUp = net.httpUp = false;
    const before = tab();
    void before.send(speak("refuse"));
    await pass(500);
    vanish(before);
    net.socketsUp = true;
    const late: LateAnswer[] = [];
    const after = tab();
    after.onLate((one) => late.push(one));
    await pass(3000);
    expect(late).toEqual([{ command: speak("refuse"), outcome: { kind: "refused", code: "LIST_CLOSED", text: "Danh sách đã đóng." } }]);
    expect(await store.waiting("p1")).toBe(0);
  });

  it("that was refused is never given again, though the disk would not let go of it and the server has forgotten", async () => {
    const before = tab();
    await pass(1000);
    const remove = vi.spyOn(store, "remove").mockRejectedValue(new Error("disk"));
    expect((await Promise.all([before.send(speak("refuse")), pass(500)]))[0].kind).toBe("refused");
    vanish(before);
    expect(await store.waiting("p1")).toBe(1);

    net = new BadNetwork(seeded(2));
    tab();
    await pass(3000);
    expect([...net.arrivals]).toEqual([]);
    remove.mockRestore();
    await pass(20_000);
    expect(await store.waiting("p1")).toBe(0);
    expect(localStorage.length).toBe(0);
  });

  it("as long as a list of four hundred participants goes over HTTPS", async () => {
    const link = tab();
    await pass(1000);
    const people = Array.from({ length: 400 }, (_, n) => ({
      id: `p${n}`, name: "Nguyễn Thị Hương Giang", title: "Phó Chủ tịch Ủy ban nhân dân thành phố", unit: "Ủy ban nhân dân thành phố", role: "MEMBER" as const, votes: true,
    }));
    const given: Command = { type: "nameParticipants", participants: people };
    expect(new TextEncoder().encode(JSON.stringify(given)).length).toBeGreaterThan(64 * 1024);
    const answer = link.send(given);
    await pass(3000);
    expect((await answer).kind).toBe("done");
    expect([...net.commands.values()]).toEqual([JSON.stringify(given)]);
  });

  it("is not taken from another person on the same tablet", async () => {
    net.socketsUp = net.httpUp = false;
    const before = tab();
    void before.send(speak("của p1"));
    await pass(500);
    vanish(before);
    net.socketsUp = net.httpUp = true;
    const other = new MeetingLink({ meeting: "m1", person: "p2", url: "ws://room", clock: new Clock(() => Date.now()), store, open: net.open, random: net.random });
    open.push(other);
    void other.start();
    await pass(5000);
    expect(net.applied).toEqual([]);
    expect(await store.waiting("p1")).toBe(1);
  });

  it("too long for a frame of the socket goes over HTTPS, in its turn", async () => {
    const link = tab();
    await pass(1000);
    const answers = [link.send(speak("một")), link.send(speak("x".repeat(SOCKET_COMMAND_MAX_BYTES))), link.send(speak("ba"))];
    await pass(3000);
    expect((await Promise.all(answers)).map((one) => one.kind === "done" && one.seq)).toEqual([1, 2, 3]);
    expect(await link.send(speak("x".repeat(COMMAND_MAX_BYTES)))).toMatchObject({ kind: "refused", code: "TEXT_TOO_LONG" });
  });

  it("is refused at once when too many wait", async () => {
    net.socketsUp = net.httpUp = false;
    const link = tab();
    for (let n = 0; n < WAITING_MAX; n++) void link.send(speak(String(n)));
    expect(await link.send(speak("zu viel"))).toMatchObject({ kind: "refused", code: "TOO_MANY_WAITING" });
  });

  it("is sent even when the device keeps nothing, and the reader is told", async () => {
    vi.stubGlobal("indexedDB", undefined);
    const link = tab();
    await pass(1000);
    const answer = link.send(speak("một"));
    await pass(3000);
    expect((await answer).kind).toBe("done");
    expect(link.status.trouble).toMatch(/không cho lưu/);
  });
});

describe("the view of a meeting", () => {
  it("is on the device as soon as it has come, for the page may be reloaded any moment", async () => {
    tab();
    await pass(1000);
    expect(await store.view("p1", "m1")).toMatchObject({ person: "p1", meeting: "m1" });
  });

  it("that a command speaks of is there with the command, for the browser may be killed in the next moment", async () => {
    const link = tab();
    await pass(1000);
    net.say({ t: "patch", from: 1, rev: 2, patch: { head: { title: "Phiên họp" } } });
    await pass(500);
    expect((await store.view("p1", "m1"))?.rev).toBe(1);
    void link.send(speak("ký số"));
    await pass(500);
    expect((await store.view("p1", "m1"))?.rev).toBe(2);
  });
});

describe("following the presenter", () => {
  it("is told when it begins and ends, and after each hello when there is none, but not at every page that passes", async () => {
    const link = tab();
    await pass(1000);
    expect(net.follows).toEqual([]);
    link.follow(false);
    await pass(1000);
    expect(net.follows).toEqual([false]);
    net.cut();
    await pass(60_000);
    expect(net.follows.slice(1)).not.toHaveLength(0);
    expect(net.follows).not.toContain(true);
    const before = net.follows.length;
    for (let n = 0; n < 40; n++) {
      link.follow(n % 2 === 0);
      await pass(50);
    }
    link.follow(true);
    await pass(1000);
    expect(net.follows[net.follows.length - 1]).toBe(true);
    expect(net.follows.length - before).toBeLessThanOrEqual(10);
  });
});

describe("a bad network", () => {
  // Each seed: 40 acts by one or two tabs, with cuts, silent sockets, lost answers, HTTPS down, and reloads between them.
  it.each(Array.from({ length: 24 }, (_, n) => n + 1))("loses no command and doubles none, whatever happens (seed %i)", async (seed) => {
    const random = seeded(seed);
    net = new BadNetwork(seeded(seed + 1000));
    net.answersLost = 0.3;
    const given: { text: string; tab: number; outcome?: Outcome }[] = [];
    let tabs = [{ link: tab(), number: 0 }];
    let born = 1;
    for (let step = 0; step < 40; step++) {
      const what = random();
      const at = tabs[Math.floor(random() * tabs.length)] as (typeof tabs)[number];
      if (what < 0.5) {
        const entry: (typeof given)[number] = { text: `${given.length}${random() < 0.2 ? " refuse" : ""}`, tab: at.number };
        given.push(entry);
        void at.link.send(speak(entry.text)).then((outcome) => (entry.outcome = outcome));
        await turns();
      } else if (what < 0.62) net.cut();
      else if (what < 0.7) net.socketsUp = !net.socketsUp;
      else if (what < 0.76) net.httpUp = !net.httpUp;
      else if (what < 0.82) net.delayMs = random() < 0.3 ? 3000 : 60;
      else if (what < 0.88) {
        await pass(50);
        vanish(at.link);
        tabs = [...tabs.filter((one) => one !== at), { link: tab(), number: born++ }];
      } else if (what < 0.91 && tabs.length < 2) tabs.push({ link: tab(), number: born++ });
      await pass(random() * 2000);
    }
    net.socketsUp = net.httpUp = true;
    net.delayMs = 60;
    net.answersLost = 0;
    await pass(60_000);

    const said = net.applied.map((id) => (JSON.parse(net.commands.get(id) ?? "") as { about: string }).about);
    expect([...said].sort(), "each once").toEqual(given.map((one) => one.text).sort());
    for (const number of new Set(given.map((one) => one.tab))) {
      const mine = given.filter((one) => one.tab === number).map((one) => one.text);
      expect(said.filter((one) => mine.includes(one)), `in the order of tab ${number}`).toEqual(mine);
    }
    expect(await store.waiting("p1")).toBe(0);
    for (const one of tabs) expect(one.link.status).toEqual({ state: "saved", waiting: 0 });
    for (const one of given) if (one.outcome !== undefined) expect(one.outcome.kind, one.text).toBe(one.text.includes("refuse") ? "refused" : "done");
    const living = new Set(tabs.map((one) => one.number));
    expect(given.filter((one) => living.has(one.tab) && one.outcome === undefined)).toEqual([]);
  });

  it("does make commands arrive twice, or these tests would prove nothing", async () => {
    net.answersLost = 1;
    net.socketsUp = false;
    const link = tab();
    const answer = link.send(speak("một"));
    await pass(10_000);
    net.socketsUp = true;
    await pass(20_000);
    expect((await answer).kind).toBe("done");
    expect(net.applied).toHaveLength(1);
    expect([...net.arrivals.values()][0]).toBeGreaterThan(1);
  });
});
