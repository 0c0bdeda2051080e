import type { Meaning, Outcome } from "client-kit/proto/protocol.ts";
import type { SVGTemplateResult } from "lit";
import { icons } from "../app/icons.ts";
import { t } from "../texts/index.ts";

export const outcomeWord = (outcome: Outcome): string => t(`outcome${outcome}`);

/** A choice is told by shape and word before colour. */
export function meaningIcon(meaning: Meaning): SVGTemplateResult {
  switch (meaning) {
    case "FOR": return icons.tick;
    case "AGAINST": return icons.cross;
    case "ABSTAIN": return icons.minus;
  }
}
