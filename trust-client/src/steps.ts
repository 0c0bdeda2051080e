import { inLanguage } from "client-kit/i18n/index.ts";
import type { Picture } from "./picture.ts";
import type { Platform } from "./platform.ts";
import { appleSteps, androidSteps } from "./steps-tablets.ts";
import { chromeosSteps, firefoxSteps, macSteps, windowsSteps } from "./steps-desktops.ts";

export type Both = { vi: string; en: string };

/** One thing to do. */
export type Step = {
  words: Both;
  /** in a few words, for saying that it is missing */
  short: Both;
  picture?: () => Picture;
  /** a file to take, and the words on its button */
  take?: { file: string; words: Both };
  /** most often forgotten: named first when the device has the file and still does not trust */
  forgotten?: true;
};

const STEPS: Record<Platform, readonly Step[]> = { apple: appleSteps, android: androidSteps, windows: windowsSteps, mac: macSteps, chromeos: chromeosSteps, firefox: firefoxSteps };

/** What to do on a system, in order; the last thing, the check, is the page's own. */
export const stepsOf = (platform: Platform): readonly Step[] => STEPS[platform];

/** A text in the language of the moment. */
export const say = inLanguage;
