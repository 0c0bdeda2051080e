import { expect, it } from "vitest";
import type { MeetingView } from "../proto/protocol.ts";
import { itemsWithout, recusedFrom } from "./recusals.ts";

const view = {
  agenda: { order: ["a", "b", "b1"], items: { a: {}, b: {}, b1: { parent: "b" } } },
  recusals: { items: { b: { lan: { holds: true, since: 5 } }, b1: { minh: { holds: false, since: 1, until: 2 } }, a: { lan: { holds: false, since: 1, until: 3 } } } },
} as unknown as MeetingView;

it("what is said of an item holds for those below it, and not the other way", () => {
  expect(recusedFrom(view, "b1").map(({ person, item }) => [person, item])).toEqual([["minh", "b1"], ["lan", "b"]]);
  expect(recusedFrom(view, "b").map(({ person }) => person)).toEqual(["lan"]);
});

it("somebody's items come in the order of the agenda", () => {
  expect(itemsWithout(view, "lan")).toEqual(["a", "b"]);
  expect(itemsWithout(view, "hoa")).toEqual([]);
});
