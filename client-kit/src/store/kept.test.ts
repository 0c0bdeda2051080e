import "fake-indexeddb/auto";
import { IDBFactory } from "fake-indexeddb";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Database, StoreFailure } from "./database.ts";
import { Kept } from "./kept.ts";

let kept: Kept;
const row = (id: string, person = "p1", meeting = "m1"): Parameters<Kept["add"]>[0] => ({ id, person, meeting, tab: "t", command: { type: "openMeeting" }, createdAt: 1_000, tries: 0 });

beforeEach(() => {
  vi.stubGlobal("indexedDB", new IDBFactory());
  kept = new Kept();
});

afterEach(async () => {
  await kept.close();
  vi.unstubAllGlobals();
});

describe("what is kept on the device", () => {
  it("keeps commands in their order, by person and meeting, over a new opening", async () => {
    for (const [id, person, meeting] of [["a", "p1", "m1"], ["b", "p2", "m1"], ["c", "p1", "m1"], ["d", "p1", "m2"]] as const) await kept.add(row(id, person, meeting));
    await kept.close();
    kept = new Kept();
    expect((await kept.of("p1", "m1")).map((one) => one.id)).toEqual(["a", "c"]);
    expect(await kept.waiting("p1")).toBe(3);
    await kept.remove("a");
    await kept.remove("a");
    expect(await kept.waiting("p1")).toBe(2);
  });

  it("keeps the last view, and forgets a person wholly", async () => {
    await kept.keepView({ person: "p1", meeting: "m1", epoch: "e", rev: 3, view: { a: 1 }, mine: {}, keptAt: 5 });
    await kept.add(row("a"));
    await kept.add(row("b", "p2"));
    expect((await kept.view("p1", "m1"))?.rev).toBe(3);
    await kept.forget("p1");
    expect(await kept.view("p1", "m1")).toBeUndefined();
    expect([await kept.waiting("p1"), await kept.waiting("p2")]).toEqual([0, 1]);
  });

  it("drops what is too old to matter", async () => {
    await kept.add(row("old"));
    await kept.add({ ...row("new"), createdAt: 90 * 86_400_000 });
    await kept.tidy(90 * 86_400_000);
    expect((await kept.of("p1", "m1")).map((one) => one.id)).toEqual(["new"]);
  });
});

describe("a database", () => {
  it("reopens itself once when its connection was lost", async () => {
    const db = new Database<{ things: { key: string; value: string } }>("d", 1, (one) => void one.createObjectStore("things"));
    let tries = 0;
    const work = vi.fn(async (tx: { objectStore(name: "things"): { put(value: string, key: string): Promise<string> } }) => {
      tries += 1;
      if (tries === 1) throw new DOMException("gone", "UnknownError");
      return tx.objectStore("things").put("v", "k");
    });
    expect(await db.write(["things"], work)).toBe("k");
    expect(tries).toBe(2);
    tries = -10;
    await expect(db.write(["things"], () => Promise.reject(new DOMException("gone", "InvalidStateError")))).rejects.toThrow(StoreFailure);
    await db.close();
  });

  it.each([
    ["QuotaExceededError", /đã đầy/],
    ["SecurityError", /ẩn danh/],
    ["DataError", /tải lại trang/],
  ])("says %s in a sentence", async (name, sentence) => {
    const db = new Database("d", 1, () => undefined);
    await expect(db.read([], () => Promise.reject(new DOMException("x", name)))).rejects.toThrow();
    const other = new Database<{ things: { key: string; value: string } }>("e", 1, (one) => void one.createObjectStore("things"));
    await expect(other.write(["things"], () => Promise.reject(new DOMException("x", name)))).rejects.toThrow(sentence);
    await db.close();
    await other.close();
  });

  it("says so when the browser has none", async () => {
    vi.stubGlobal("indexedDB", undefined);
    await expect(kept.waiting("p1")).rejects.toThrow(/không cho lưu/);
  });
});
