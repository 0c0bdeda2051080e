import { expect, it } from "vitest";
import type { MeetingView } from "../proto/protocol.ts";
import { papersBeside, versionsOf } from "./papers-beside.ts";

const paper = (item: string, more: object = {}): object => ({ item, title: item, pages: 3, status: "READY", ...more });

const view = {
  agenda: { order: ["1", "2"], items: { "1": { number: "1", papers: ["a3", "b"] }, "2": { number: "2", papers: ["c", "w"] } } },
  papers: { papers: {
    a1: paper("1", { supersededBy: "a2" }), a2: paper("1", { supersedes: "a1", supersededBy: "a3" }), a3: paper("1", { supersedes: "a2" }),
    b: paper("1"), c: paper("2"), w: paper("2", { status: "WITHDRAWN" }),
  } },
} as unknown as MeetingView;

it("other versions come first, then the item's papers, then the others; what is withdrawn does not", () => {
  expect(papersBeside(view, "a3").map(({ id, kinship }) => `${id} ${kinship}`)).toEqual(["a2 version", "a1 version", "b item", "c other"]);
  expect(papersBeside(view, "c").map(({ id }) => id)).toEqual(["a3", "b"]);
});

it("versions are found from any of them", () => {
  for (const one of ["a1", "a2", "a3"]) expect([...versionsOf(view, one)].sort()).toEqual(["a1", "a2", "a3"]);
});
