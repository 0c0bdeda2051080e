import { expect, it } from "vitest";
import { groups, type MeetingLine } from "./groups.ts";

const DAY = 86_400_000;
const NOW = Date.UTC(2019, 6, 19, 2);
const line = (id: string, startsAt: number, phase: MeetingLine["phase"] = "ISSUED"): MeetingLine => ({ id, title: id, bodyName: "", kind: "REGULAR", phase, room: "", startsAt, endsAt: startsAt + 3_600_000 });

it("today comes first, the running meeting on top", () => {
  const all = [line("next", NOW + DAY), line("later today", NOW + 3_600_000), line("running since yesterday", NOW - DAY, "IN_SESSION"), line("closed today", NOW - 7_200_000, "CLOSED"), line("last", NOW - 30 * DAY, "CLOSED"), line("forgotten", NOW - 3 * DAY)];
  const found = groups(all, NOW);
  expect(found.today.map((m) => m.id)).toEqual(["running since yesterday", "later today", "closed today"]);
  expect(found.upcoming.map((m) => m.id)).toEqual(["next"]);
  expect(found.past.map((m) => m.id)).toEqual(["forgotten", "last"]);
});

it("a meeting that was held before its planned day is past", () => {
  const found = groups([line("held", NOW + DAY, "CLOSED"), line("next", NOW + DAY)], NOW);
  expect(found.upcoming.map((m) => m.id)).toEqual(["next"]);
  expect(found.past.map((m) => m.id)).toEqual(["held"]);
});

it("an opinion form has its own place until its end, those to answer first and by deadline", () => {
  const form = (id: string, answered: number): MeetingLine => ({ ...line(id, NOW - 3 * DAY), kind: "OPINION_FORM", endsAt: NOW + 2 * DAY, form: { questions: 2, answered } });
  const found = groups([line("later today", NOW + 3_600_000), form("answered", 2), form("waits", 1), { ...form("waits less", 0), endsAt: NOW + DAY }, { ...form("over", 1), phase: "CLOSED" }], NOW);
  expect(found.today.map((m) => m.id)).toEqual(["later today"]);
  expect(found.forms.map((m) => m.id)).toEqual(["waits less", "waits", "answered"]);
  expect(found.past.map((m) => m.id)).toEqual(["over"]);
});
