import { expect, it } from "vitest";
import type { MeetingLine } from "../api/api.ts";
import { calendar } from "./days.ts";

const now = Date.parse("2019-07-19T03:00:00Z");
const DAY_MS = 86_400_000;
const line = (id: string, days: number, phase: MeetingLine["phase"] = "ISSUED"): MeetingLine => ({
  id, title: id, bodyId: "b", bodyName: "", kind: "REGULAR", phase, room: "", startsAt: now + days * DAY_MS, endsAt: now + days * DAY_MS + 1, template: false,
});
const ids = (list: readonly MeetingLine[]) => list.map((meeting) => meeting.id);

it("puts what goes on first, then today, then the days to come in order", () => {
  const seen = calendar([line("next", 3), line("soon", 1), line("live", 0, "IN_SESSION"), line("today", 0.1), line("both", 1.1)], now);
  expect(ids(seen.now)).toEqual(["live"]);
  expect(ids(seen.today)).toEqual(["today"]);
  expect(seen.coming.map((day) => ids(day.meetings))).toEqual([["soon", "both"], ["next"]]);
});

it("keeps a meeting that ran over midnight among those that go on", () => {
  expect(ids(calendar([line("night", -1, "RECESS")], now).now)).toEqual(["night"]);
});

it("shows the newest of the past first and drafts apart", () => {
  const seen = calendar([line("old", -30, "CLOSED"), line("new", -2, "CLOSED"), line("draft", 2, "DRAFT"), line("off", 4, "CANCELLED")], now);
  expect(seen.past.map((day) => ids(day.meetings))).toEqual([["new"], ["old"]]);
  expect(ids(seen.drafts)).toEqual(["draft"]);
  expect(seen.coming.map((day) => ids(day.meetings))).toEqual([["off"]]);
});

it("counts a meeting that was held before its planned day to the past", () => {
  const seen = calendar([line("held", 1, "CLOSED"), line("next", 1), line("just held", 0, "CLOSED"), line("old", -2, "CLOSED")], now);
  expect(seen.coming.map((day) => ids(day.meetings))).toEqual([["next"]]);
  expect(ids(seen.today)).toEqual(["just held"]);
  expect(seen.past.map((day) => ids(day.meetings))).toEqual([["held"], ["old"]]);
});

it("counts an opinion form that is out among what goes on", () => {
  const form = { ...line("form", -3), kind: "OPINION_FORM" as const };
  expect(ids(calendar([form, line("today", 0.1)], now).now)).toEqual(["form"]);
  expect(calendar([{ ...form, phase: "CLOSED" }], now).past.map((day) => ids(day.meetings))).toEqual([["form"]]);
});
