import { expect, it } from "vitest";
import { flaws } from "../i18n/index.ts";
import { t as searching } from "../text/texts.ts";
import { t as reading } from "./texts.ts";

it("says everything in both languages", () => {
  expect(flaws(reading)).toEqual([]);
  expect(flaws(searching)).toEqual([]);
});
