import { expect, it } from "vitest";
import { largestFit } from "./fit.ts";

it("finds the largest size that fits", () => {
  expect(largestFit((size) => size <= 7.3, 12, 4)).toBe(7.25);
  expect(largestFit(() => true, 12, 4)).toBe(12);
  expect(largestFit(() => false, 12, 4)).toBe(4);
});
