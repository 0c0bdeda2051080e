// @vitest-environment happy-dom
import "fake-indexeddb/auto";
import { readHabits } from "client-kit/ink/habits.ts";
import { shelf } from "client-kit/notes/forget.ts";
import type { NoteOp, SharedNote } from "client-kit/proto/protocol.ts";
import { keepPlace } from "client-kit/reader/place.ts";
import { kept } from "client-kit/store/kept.ts";
import { http } from "client-kit/net/http.ts";
import { unsentValues, type UnsentValue } from "../indicators/unsent-values.ts";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { Session } from "./session.ts";

const LAN = "p1";
let standing = 200;

beforeEach(async () => {
  localStorage.clear();
  standing = 200;
  vi.stubGlobal("fetch", async () => new Response(JSON.stringify({ person: { id: LAN, name: "Lan" }, bodies: [] }), { status: standing, headers: { "Content-Type": "application/json" } }));
  await shelf.forget(LAN);
  keepPlace(localStorage, LAN, "paper", { page: 3, scale: 1, cx: 0.5, cy: 0.5 });
  localStorage.setItem(`nghisu.ink.${LAN}`, JSON.stringify(readHabits(localStorage, LAN)));
  await kept.keepView({ person: LAN, meeting: "m1", epoch: "e", rev: 1, view: {}, mine: {}, keptAt: 0 });
  for (const meeting of ["m1", "m2"]) {
    await shelf.open(LAN, meeting);
    await shelf.keepShared(LAN, meeting, [{ by: "minh" } as unknown as SharedNote]);
  }
  await shelf.add(LAN, "m1", [{ op: "o1", note: "n1", base: 0 } as NoteOp], []);
});
afterEach(() => vi.unstubAllGlobals());

async function left(): Promise<object> {
  const books = await Promise.all(["m1", "m2"].map((meeting) => shelf.read(LAN, meeting)));
  return { names: Object.keys(localStorage).filter((name) => name.includes(LAN)), view: await kept.view(LAN, "m1"), unsent: books.map((book) => book?.ops.map(({ op }) => op.op)), shared: books.map((book) => book?.shared) };
}
const ONLY_UNSENT = { names: [], view: undefined, unsent: [["o1"], undefined], shared: [[], undefined] };

it("leaves nothing of its person at sign-out but what the server has not taken, and that only once no page stands", async () => {
  let stands = true;
  const session = new Session(async () => { await Promise.resolve(); if (session.standing === "out" && stands) { stands = false; keepPlace(localStorage, LAN, "paper", { page: 4, scale: 1, cx: 0.5, cy: 0.5 }); } });
  await session.start();
  await session.signOut();
  expect([session.standing, stands]).toEqual(["out", false]);
  expect(await left()).toEqual(ONLY_UNSENT);
});

it("nor when the server ends the session", async () => {
  const session = new Session(() => Promise.resolve());
  await session.start();
  standing = 401;
  await http.get("/api/meetings").catch(() => undefined);
  expect(session.standing).toBe("out");
  await vi.waitFor(async () => expect(await left()).toEqual(ONLY_UNSENT));
});

const CELL: UnsentValue = { body: "b", indicator: "one", period: "2026-Q3", typed: "7", value: "7", seen: [""], why: "sending" };

/** A desk whose server answers requests for values with `answer`, and is someone's. @return sent values, and the desk */
function desk(answer: () => number): { session: Session; sent: string[]; sitting: (id: string) => void } {
  let who = LAN;
  const sent: string[] = [];
  vi.stubGlobal("fetch", async (path: string, { headers }: { headers: Record<string, string> }) => {
    if (!path.endsWith("/indicator-values")) return new Response(JSON.stringify({ person: { id: who, name: who }, bodies: [] }));
    if (answer() === 200) sent.push(headers["X-Nghisu-As"] ?? "nobody");
    return new Response(JSON.stringify({ written: 1 }), { status: answer() });
  });
  return { session: new Session(() => Promise.resolve()), sent, sitting: (id) => { who = id; } };
}

it("what one person typed is never sent as the next one, after signing out and after a lost session alike", async () => {
  let status = 503;
  for (const leave of [(session: Session) => session.signOut(), async () => { status = 401; await unsentValues.again(); }]) {
    status = 503;
    const { session, sent, sitting } = desk(() => status);
    await session.start();
    await unsentValues.send(CELL).catch(() => undefined);
    expect(unsentValues.count("b")).toBe(1);
    await leave(session);
    expect(session.standing).toBe("out");
    status = 200;
    await unsentValues.again();
    sitting("p2");
    await session.start();
    await unsentValues.again();
    expect([sent, unsentValues.count("b")]).toEqual([[], 0]);
    await session.signOut();
  }
});

it("and goes on when its own person signs in again after a lost session", async () => {
  let status = 401;
  const { session, sent } = desk(() => status);
  await session.start();
  await unsentValues.send(CELL).catch(() => undefined);
  expect([session.standing, unsentValues.count("b")]).toEqual(["out", 1]);
  status = 200;
  await unsentValues.again();
  expect(sent).toEqual([]);
  await session.start();
  await unsentValues.again();
  expect([sent, unsentValues.count("b")]).toEqual([[LAN], 0]);
});
