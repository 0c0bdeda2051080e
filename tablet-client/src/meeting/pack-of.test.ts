import type { MeetingView } from "client-kit/proto/protocol.ts";
import { expect, it } from "vitest";
import { packOf } from "./pack-of.ts";

const view = {
  agenda: { order: ["i"], items: { i: { papers: ["c", "x"] } } }, stage: {},
  papers: { papers: { a: { status: "READY" }, b: { status: "READY", supersedes: "a" }, c: { status: "READY", supersedes: "b" }, x: { status: "READY" } } },
} as unknown as MeetingView;

it("takes along what changed since the revision before, and since the one that was opened last", () => {
  expect([...packOf(view, new Set()).compared]).toEqual([["c", ["b"]]]);
  expect([...packOf(view, new Set(["a"])).compared]).toEqual([["c", ["b", "a"]]]);
  expect([...packOf(view, new Set(["a", "b"])).compared]).toEqual([["c", ["b"]]]);
});

it("has another key when anything of it is another", () => {
  const keys = [packOf(view, new Set()), packOf(view, new Set(["a"])), packOf({ ...view, papers: { papers: { ...view.papers.papers, x: { ...view.papers.papers["x"]!, handling: "MARKED" } } } }, new Set())].map(({ key }) => key);
  expect(new Set(keys).size).toBe(3);
  expect(packOf(view, new Set(["x"])).key).toBe(keys[0]);
});
