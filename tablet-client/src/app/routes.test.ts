import { expect, it } from "vitest";
import { addressOf, routeOf, type Route } from "./routes.ts";

it("addresses name a route and back", () => {
  const routes: Route[] = [{ at: "meetings" }, { at: "meeting", meeting: "m-1" }, { at: "minutes", meeting: "m-1" }, { at: "code", code: "aB3-x_9" }];
  expect(routes.map((r) => routeOf(addressOf(r)))).toEqual(routes);
});

it("an address that nobody knows is the list of meetings", () => {
  expect(["", "#", "#/m/", "#/m/a b", "#code=", "#/x"].map((h) => routeOf(h).at)).toEqual(Array(6).fill("meetings"));
});
