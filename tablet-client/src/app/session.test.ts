// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { Session } from "./session.ts";

const asked: string[] = [];
const me = (session: object): object => ({ person: { id: "p1", name: "Lê Thị Lan", title: "", unit: "" }, session });

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
