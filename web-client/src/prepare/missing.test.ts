import type { PaperView } from "client-kit/proto/protocol.ts";
import { expect, it } from "vitest";
import { sampleItem, sampleView, sampleVote } from "../shared/sample-view.ts";
import { hints } from "./missing.ts";

const base = sampleView();
const head = { ...base.head, room: "Phòng 1" };
const names = (view: ReturnType<typeof sampleView>) => hints(view).map((hint) => hint.hint);
const paper = (more: Partial<PaperView>): PaperView => ({ item: "a", title: "", fileName: "", pages: 1, bytes: 1, access: "EVERYONE", handling: "FREE", status: "READY", addedAt: 0, failedPages: [], namedReaders: [], ...more });

it("insists on an agenda and on papers that are ready", () => {
  expect(names(sampleView({ head, agenda: { order: [], items: {} } }))).toEqual(["noItems"]);
  const agenda = { order: ["a"], items: { a: sampleItem({ papers: ["p"] }) } };
  expect(names(sampleView({ head, agenda, papers: { papers: { p: paper({ status: "PREPARING" }) } } }))).toEqual(["preparing"]);
});

it("advises on reports without papers, decisions without a vote, pages that failed, and an overlong plan", () => {
  const agenda = { order: ["a", "b", "c"], items: { a: sampleItem(), b: sampleItem({ kind: "DECISION" }), c: sampleItem({ kind: "INFORMATION", plannedMinutes: 90 }) } };
  expect(names(sampleView({ head, agenda }))).toEqual(["noPapers", "noVote", "overlong"]);
  expect(names(sampleView({ head, agenda: { order: ["c"], items: { c: sampleItem({ kind: "INFORMATION", papers: ["p"] }) } }, papers: { papers: { p: paper({ failedPages: [3] }) } } }))).toEqual(["failedPages"]);
});

it("names papers whose signatures are known not to hold, but for withdrawn ones", () => {
  const agenda = { order: ["c"], items: { c: sampleItem({ kind: "INFORMATION", papers: ["p", "q", "r"] }) } };
  const view = sampleView({ head, agenda, papers: { papers: { p: paper({}), q: paper({}), r: paper({ status: "WITHDRAWN" }) } } });
  expect(hints(view, (id) => id !== "p")).toEqual([{ hint: "broken", must: false, paper: "q" }]);
});

it("asks a heading for nothing", () => {
  expect(names(sampleView({ head, agenda: { order: ["a", "b"], items: { a: sampleItem({ plannedMinutes: 0 }), b: sampleItem({ parent: "a", kind: "INFORMATION" }) } } }))).toEqual([]);
});

it("insists of an opinion form on a question, not on an agenda, a room or a time plan", () => {
  const form = { ...head, kind: "OPINION_FORM" as const, room: "" };
  expect(names(sampleView({ head: form, agenda: { order: [], items: {} } }))).toEqual(["noQuestion"]);
  expect(names(sampleView({ head: form, agenda: { order: ["b"], items: { b: sampleItem({ kind: "DECISION", plannedMinutes: 900 }) } }, votes: { order: ["v"], votes: { v: sampleVote() } } }))).toEqual([]);
});
