import { expect, it } from "vitest";
import { readRoute, to } from "./route.ts";

it("reads every address that it writes", () => {
  expect(readRoute("")).toEqual({ page: "meetings" });
  expect(readRoute(to.meetings)).toEqual({ page: "meetings" });
  expect(readRoute(to.tasks)).toEqual({ page: "tasks" });
  expect(readRoute(to.meeting("m1"))).toEqual({ page: "meeting", id: "m1" });
  expect(readRoute(to.meeting("m 1", "lead"))).toEqual({ page: "meeting", id: "m 1", tense: "lead" });
  expect(readRoute(to.cards("m1"))).toEqual({ page: "cards", id: "m1" });
  expect(readRoute(to.check)).toEqual({ page: "check" });
  expect(readRoute(to.archive)).toEqual({ page: "archive" });
  expect(readRoute(to.archived("m 1"))).toEqual({ page: "archive", id: "m 1" });
  expect(readRoute(to.admin("bodies"))).toEqual({ page: "admin", part: "bodies" });
});

it("knows that others mean nothing", () => {
  expect(readRoute("#/meeting/m1/nonsense")).toEqual({ page: "unknown" });
  expect(readRoute("#/elsewhere")).toEqual({ page: "unknown" });
});
