import type { Page } from "@playwright/test";

/** A device whose clock is wrong by so many hours. Must be set before the page opens its app. */
export async function wrongBy(page: Page, hours: number): Promise<void> {
  await page.addInitScript((ms) => {
    const Right = Date;
    globalThis.Date = class extends Right {
      constructor(...given: []) {
        if (given.length === 0) super(Right.now() + ms);
        else super(...given);
      }

      static override now(): number { return Right.now() + ms; }
    } as DateConstructor;
  }, hours * 3_600_000);
}

/** Seconds on a clock such as 04:59, 1:02:03 or +00:07; what is over counts below nought. */
export function seconds(shown: string): number {
  const found = /(\+?)((?:\d+:)?\d\d:\d\d)/.exec(shown);
  if (!found) return Number.NaN;
  const counted = found[2]!.split(":").reduce((sum, part) => sum * 60 + Number(part), 0);
  return found[1] ? -counted : counted;
}
