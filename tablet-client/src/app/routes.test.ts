import { expect, it } from "vitest";
import { addressOf, routeOf, type Route } from "./routes.ts";

it("addresses name a route and back", () => {
  const routes: Route[] = [{ at: "tasks" }, { at: "meetings" }, { at: "meeting", meeting: "m-1" }, { at: "minutes", meeting: "m-1" }, { at: "code", code: "aB3-x_9" }, { at: "opened", meeting: "m-1", opening: `v-1/K7M2XYZ9/${"Ab_-".repeat(33)}` }];
  expect(routes.map((r) => routeOf(addressOf(r)))).toEqual(routes);
});

it("an address that nobody knows is the list of meetings", () => {
  expect(["", "#", "#/m/", "#/m/a b", "#code=", "#/x", "#/m/m-1/opened/v-1/K7M2XYZ9/short"].map((h) => routeOf(h).at)).toEqual(Array(7).fill("meetings"));
});
