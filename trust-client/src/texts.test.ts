import { flaws } from "client-kit/i18n/index.ts";
import { expect, it } from "vitest";
import { PLATFORMS } from "./platform.ts";
import { stepsOf } from "./steps.ts";
import { t } from "./texts.ts";

it("every text is there in both languages with the same gaps", () => {
  expect(flaws(t)).toEqual([]);
});

it("every system has steps in both languages, one file to take first and one step that is forgotten most", () => {
  for (const platform of PLATFORMS) {
    const steps = stepsOf(platform);
    expect(steps.length, platform).toBeGreaterThanOrEqual(3);
    expect(steps.filter((step) => step.take !== undefined), platform).toEqual([steps[0]]);
    expect(steps.filter((step) => step.forgotten === true), platform).toHaveLength(1);
    for (const { words, short } of steps) for (const text of [words.vi, words.en, short.vi, short.en]) expect(text.trim()).not.toBe("");
  }
});
