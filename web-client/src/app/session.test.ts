// @vitest-environment happy-dom
import "fake-indexeddb/auto";
import { readHabits } from "client-kit/ink/habits.ts";
import { shelf } from "client-kit/notes/forget.ts";
import type { NoteOp, SharedNote } from "client-kit/proto/protocol.ts";
import { keepPlace } from "client-kit/reader/place.ts";
import { kept } from "client-kit/store/kept.ts";
import { http } from "client-kit/net/http.ts";
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
