// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { Session } from "./session.ts";

const asked: string[] = [];
const LAN = { id: "p1", name: "Lê Thị Lan", title: "", unit: "" };
const MINH = { id: "p2", name: "Phạm Đức Minh", title: "", unit: "" };
const me = (session: object): object => ({ person: LAN, session });

/** The server knows who has just signed in, and for what. */
function server(session: object): void {
  vi.stubGlobal("fetch", async (path: string) => {
    asked.push(path);
    return new Response(JSON.stringify(me(session)), { headers: { "Content-Type": "application/json" } });
  });
}

beforeEach(() => { localStorage.clear(); asked.length = 0; });
afterEach(() => vi.unstubAllGlobals());

it("tells the meeting that a code was made for", async () => {
  server({ id: "s", manner: "CODE", meeting: "m7" });
  const session = new Session();
  expect(await session.signInByCode("123456")).toBe("m7");
  expect(asked).toEqual(["/api/sign-in/code", "/api/me"]);
  expect(session.standing).toBe("in");
});

it("tells none where the code is for no meeting, or a password was typed", async () => {
  server({ id: "s", manner: "CODE" });
  expect(await new Session().signInByCode("123456")).toBeNull();
  expect(await new Session().signIn("lan", "x")).toBeNull();
});

/** Another page of this browser has written down who holds the tablet. */
function otherPage(person: object | null): void {
  if (person) localStorage.setItem("nghisu.tablet.me", JSON.stringify(person));
  else localStorage.removeItem("nghisu.tablet.me");
  dispatchEvent(Object.assign(new Event("storage"), { key: "nghisu.tablet.me" }));
}

it("follows another page on which somebody else signs in, or its holder signs out, with no network at all", async () => {
  server({ id: "s", manner: "CODE" });
  const session = new Session();
  await session.signInByCode("123456");
  vi.stubGlobal("fetch", () => Promise.reject(new TypeError("network")));
  otherPage(MINH);
  expect([session.standing, session.me?.name]).toEqual(["in", "Phạm Đức Minh"]);
  otherPage(null);
  expect([session.standing, session.me]).toEqual(["out", null]);
});

it("shows the sign-in page as soon as the server ends the session, and the next holder's room once it knows one", async () => {
  server({ id: "s", manner: "CODE" });
  const session = new Session();
  await session.signInByCode("123456");
  vi.stubGlobal("fetch", async () => new Response(JSON.stringify({ person: MINH }), { headers: { "Content-Type": "application/json" } }));
  session.ended();
  expect(session.standing).toBe("again");
  await vi.waitFor(() => expect([session.standing, session.me?.name]).toEqual(["in", "Phạm Đức Minh"]));
});
