import { flaws } from "client-kit/i18n/index.ts";
import { expect, it } from "vitest";
import { t } from "./all.ts";

it("every text is there in both languages with the same gaps", () => {
  expect(flaws(t)).toEqual([]);
});
