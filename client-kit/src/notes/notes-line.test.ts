import { afterEach, expect, it, vi } from "vitest";
import { notesLine } from "./notes-line.ts";

afterEach(() => vi.unstubAllGlobals());

it("asks for what others share part by part, and only once while it is the same", async () => {
  const asked: string[] = [];
  let now = "t1";
  vi.stubGlobal("fetch", (path: string) => {
    asked.push(path);
    const query = new URL(path, "http://here").searchParams;
    const body = query.get("after") === "5.an" ? { tag: now, notes: [{ by: "bao" }] } : query.get("tag") === now ? { tag: now } : { tag: now, notes: [{ by: "an" }], more: "5.an" };
    return Promise.resolve(new Response(JSON.stringify(body)));
  });
  const line = notesLine("m1");
  const first = await line.shared();
  expect(first).toEqual([{ by: "an" }, { by: "bao" }]);
  expect(await line.shared()).toBe(first);
  expect(asked).toEqual(["/api/meetings/m1/notes/shared", "/api/meetings/m1/notes/shared?after=5.an", "/api/meetings/m1/notes/shared?tag=t1"]);
  now = "t2";
  expect(await line.shared()).toEqual(first);
  expect(asked.slice(3)).toEqual(["/api/meetings/m1/notes/shared?tag=t1", "/api/meetings/m1/notes/shared?after=5.an"]);
});
