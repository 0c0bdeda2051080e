import { expect, it } from "vitest";
import { Ripeness } from "./ripe.ts";

it("takes what stood there from the start at once, and what came in its place only after a second", () => {
  let now = 5_000;
  const ripe = new Ripeness(() => now);
  expect(ripe.waits("take up 6")).toBe(0);
  expect(ripe.waits("close")).toBe(1_000);
  now += 999;
  expect(ripe.waits("close")).toBe(1);
  now += 1;
  expect(ripe.waits("close")).toBe(0);
});

it("lets an act wait that a press has just brought up", () => {
  expect(new Ripeness(() => 0).waits("yes", true)).toBe(1_000);
});
