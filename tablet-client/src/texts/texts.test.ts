import { flaws } from "client-kit/i18n/index.ts";
import { expect, it } from "vitest";
import { t as ofTheKit } from "client-kit/secret/texts.ts";
import { t as secret } from "../secret/texts.ts";
import { t } from "./all.ts";

it("every text is there in both languages with the same gaps", () => {
  expect(flaws(t)).toEqual([]);
  expect(flaws(secret)).toEqual([]);
  expect(flaws(ofTheKit)).toEqual([]);
});
