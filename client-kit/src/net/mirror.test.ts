import { describe, expect, it } from "vitest";
import type { JsonValue } from "../proto/protocol.ts";
import { mergePatch, share } from "./merge-patch.ts";
import { Mirror } from "./mirror.ts";
import { seeded } from "./seeded.ts";

/** RFC 7396, appendix A: original, patch, result. */
const rfc: [JsonValue, JsonValue, JsonValue][] = [
  [{ a: "b" }, { a: "c" }, { a: "c" }],
  [{ a: "b" }, { b: "c" }, { a: "b", b: "c" }],
  [{ a: "b" }, { a: null }, {}],
  [{ a: "b", b: "c" }, { a: null }, { b: "c" }],
  [{ a: ["b"] }, { a: "c" }, { a: "c" }],
  [{ a: "c" }, { a: ["b"] }, { a: ["b"] }],
  [{ a: { b: "c" } }, { a: { b: "d", c: null } }, { a: { b: "d" } }],
  [{ a: [{ b: "c" }] }, { a: [1] }, { a: [1] }],
  [["a", "b"], ["c", "d"], ["c", "d"]],
  [{ a: "b" }, ["c"], ["c"]],
  [{ a: "foo" }, null, null],
  [{ a: "foo" }, "bar", "bar"],
  [{ e: null }, { a: 1 }, { e: null, a: 1 }],
  [[1, 2], { a: "b", c: null }, { a: "b" }],
  [{}, { a: { bb: { ccc: null } } }, { a: { bb: {} } }],
];

type Random = () => number;
const KEYS = ["a", "b", "c", "d"];

/** Any JSON without nulls: what a view is made of. */
function value(random: Random, depth: number): JsonValue {
  const kind = Math.floor(random() * (depth > 0 ? 5 : 3));
  if (kind === 0) return Math.floor(random() * 3);
  if (kind === 1) return random() < 0.5;
  if (kind === 2) return "xyz".charAt(Math.floor(random() * 3));
  if (kind === 3) return Array.from({ length: Math.floor(random() * 3) }, () => value(random, depth - 1));
  return object(random, depth);
}

function object(random: Random, depth: number): { [key: string]: JsonValue } {
  return Object.fromEntries(KEYS.filter(() => random() < 0.6).map((key) => [key, value(random, depth - 1)]));
}

/** The patch that makes `to` of `from`, as the server does. */
function diff(from: { [key: string]: JsonValue }, to: { [key: string]: JsonValue }): { [key: string]: JsonValue } {
  const patch: { [key: string]: JsonValue } = {};
  for (const key of Object.keys(from)) if (!(key in to)) patch[key] = null;
  for (const [key, after] of Object.entries(to)) {
    const before = from[key];
    if (isObject(before) && isObject(after)) {
      const inner = diff(before, after);
      if (Object.keys(inner).length > 0) patch[key] = inner;
    } else if (JSON.stringify(before) !== JSON.stringify(after)) patch[key] = after;
  }
  return patch;
}

function isObject(one: JsonValue | undefined): one is { [key: string]: JsonValue } {
  return typeof one === "object" && one !== null && !Array.isArray(one);
}

function frozen<T extends JsonValue>(one: T): T {
  if (typeof one === "object" && one !== null) {
    Object.freeze(one);
    for (const part of Object.values(one)) frozen(part);
  }
  return one;
}

describe("a merge patch", () => {
  it.each(rfc)("makes of %j with %j: %j", (original, patch, result) => {
    expect(mergePatch(frozen(original), frozen(patch))).toEqual(result);
  });

  it("makes the new view of the old one, whatever changed, and leaves the old one alone", () => {
    for (let seed = 0; seed < 3000; seed++) {
      const random = seeded(seed);
      const from = frozen(object(random, 4));
      const to = frozen(object(random, 4));
      expect(mergePatch(from, diff(from, to)), `seed ${seed}`).toEqual(to);
    }
  });

  it("keeps every part that did not change as the same object", () => {
    for (let seed = 0; seed < 1000; seed++) {
      const random = seeded(seed);
      const from = frozen(object(random, 4));
      const to = frozen(object(random, 4));
      const merged = mergePatch(from, diff(from, to)) as { [key: string]: JsonValue };
      for (const key of Object.keys(merged)) if (JSON.stringify(from[key]) === JSON.stringify(merged[key])) expect(merged[key], `seed ${seed}, ${key}`).toBe(from[key]);
      expect(mergePatch(from, frozen({}))).toBe(from);
      expect(share(from, JSON.parse(JSON.stringify(from)) as JsonValue)).toBe(from);
    }
  });

  it("does not reach into the prototype", () => {
    const merged = mergePatch({}, JSON.parse('{"__proto__":{"tainted":true},"a":{"__proto__":{"tainted":true}}}') as JsonValue);
    expect(({} as Record<string, unknown>)["tainted"]).toBeUndefined();
    expect((merged as Record<string, unknown>)["tainted"]).toBeUndefined();
  });
});

describe("a mirror", () => {
  type V = { agenda: Record<string, JsonValue>; floor: Record<string, JsonValue> };
  type M = { ballots: Record<string, JsonValue> };
  const whole = { t: "view", epoch: "e1", rev: 5, view: { agenda: { a: 1 }, floor: {} }, mine: { ballots: {} } } as const;

  it("is empty before the first view and asks for one", () => {
    const mirror = new Mirror<V, M>();
    expect(mirror.receive({ t: "patch", from: 4, rev: 5, patch: {} })).toBe("gap");
    expect(mirror.position).toBeUndefined();
  });

  it("applies a patch only on top of its own revision", () => {
    const mirror = new Mirror<V, M>();
    mirror.receive(whole);
    expect(mirror.receive({ t: "patch", from: 6, rev: 7, patch: { agenda: { a: 3 } } })).toBe("gap");
    expect(mirror.receive({ t: "patch", from: 3, rev: 5, patch: { agenda: { a: 9 } } })).toBe("same");
    expect(mirror.view?.agenda["a"]).toBe(1);
    expect(mirror.receive({ t: "patch", from: 5, rev: 8, patch: { agenda: { a: 2 } } })).toBe("changed");
    expect(mirror.view?.agenda["a"]).toBe(2);
    expect(mirror.position).toEqual({ epoch: "e1", rev: 8 });
  });

  it("keeps the untouched parts when the whole view comes again", () => {
    const mirror = new Mirror<V, M>();
    mirror.receive(whole);
    const before = mirror.view;
    expect(mirror.receive({ ...whole, epoch: "e2", rev: 1, view: { agenda: { a: 1 }, floor: { open: true } } })).toBe("changed");
    expect(mirror.view?.agenda).toBe(before?.agenda);
    expect(mirror.position).toEqual({ epoch: "e2", rev: 1 });
  });

  it("forgets of the personal view what is gone when the whole is told", () => {
    const mirror = new Mirror<unknown, { ballots: Record<string, unknown>; presence?: string }>();
    mirror.receive({ t: "view", epoch: "e", rev: 1, view: {}, mine: { ballots: { v1: { seq: 3 } }, presence: "IN_ROOM" } });
    expect(mirror.receive({ t: "mine", patch: { ballots: {}, presence: null }, whole: true })).toBe("changed");
    expect(mirror.mine).toEqual({ ballots: {} });
    expect(mirror.receive({ t: "mine", patch: { ballots: {}, presence: null }, whole: true })).toBe("same");
  });

  it("merges mine apart from the view", () => {
    const mirror = new Mirror<V, M>();
    mirror.receive(whole);
    const view = mirror.view;
    expect(mirror.receive({ t: "mine", patch: { ballots: { v1: { seq: 3 } } } })).toBe("changed");
    expect(mirror.mine?.ballots["v1"]).toEqual({ seq: 3 });
    expect(mirror.view).toBe(view);
  });

  it("goes on from what was kept, but never over something newer", () => {
    const mirror = new Mirror<V, M>();
    mirror.restore({ epoch: "e0", rev: 2, view: { agenda: {}, floor: {} }, mine: { ballots: {} } });
    expect(mirror.receive({ t: "patch", from: 2, rev: 3, patch: { agenda: { a: 1 } } })).toBe("changed");
    mirror.restore({ epoch: "e0", rev: 2, view: { agenda: {}, floor: {} }, mine: { ballots: {} } });
    expect(mirror.position?.rev).toBe(3);
  });
});
