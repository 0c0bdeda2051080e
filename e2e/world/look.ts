import type { Page } from "@playwright/test";
import axe from "axe-core";

/** Less is missed by a thumb. */
const TARGET_PX = 44;

/** What the accessibility check finds serious or critical. The check stays in the page: laying it there takes longer than running it. */
export async function axeFaults(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axe.source);
  const violations = await page.evaluate(async () => (await window.axe.run(document, { resultTypes: ["violations"] })).violations);
  return violations.filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map(({ target, any }) => `${target.join(" ")} ${any[0]?.message ?? ""}`).join("; ")}`);
}

/** Whatever can be touched and is smaller than a thumb; a box or a dot is touched by its whole label. */
export function smallTargets(page: Page, atLeastPx = TARGET_PX): Promise<string[]> {
  return page.evaluate((least) => [...document.querySelectorAll<HTMLElement>("button, a[href], input, select, textarea, summary, [role=button], [role=tab], [role=slider]")]
    .filter((element) => element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) && !element.closest(".unseen, [inert]"))
    .map((element) => ({ element, box: ((element.matches("[type=checkbox], [type=radio]") ? element.closest("label") : null) ?? element).getBoundingClientRect() }))
    .filter(({ box }) => box.width > 0 && box.height > 0 && (box.width < least - 0.5 || box.height < least - 0.5))
    .map(({ element, box }) => `${element.dataset["testid"] ?? element.className} ${element.textContent?.trim().slice(0, 30) ?? ""} ${Math.round(box.width)}×${Math.round(box.height)}`), atLeastPx);
}

/** What can be pressed and lies under a notice, as far as it is in sight. */
export function underNotices(page: Page): Promise<string[]> {
  return page.evaluate(() => [...document.querySelectorAll<HTMLElement>("button, a[href], input, select, textarea, summary")]
    .filter((element) => !element.closest("ns-notices, .unseen") && element.checkVisibility({ opacityProperty: true, visibilityProperty: true }))
    .filter((element) => {
      let { left, top, right, bottom } = element.getBoundingClientRect();
      // what is scrolled out of its column is not in sight
      for (let above = element.parentElement; above; above = above.parentElement) {
        if (getComputedStyle(above).overflowY === "visible") continue;
        const frame = above.getBoundingClientRect();
        [left, top, right, bottom] = [Math.max(left, frame.left), Math.max(top, frame.top), Math.min(right, frame.right), Math.min(bottom, frame.bottom)];
      }
      const [width, height] = [right - left, bottom - top];
      return width > 0 && height > 0 && [0.1, 0.5, 0.9].some((x) => [0.1, 0.5, 0.9].some((y) => document.elementFromPoint(left + x * width, top + y * height)?.closest(".ns-notice")));
    })
    .map((element) => element.dataset["testid"] ?? element.textContent?.trim().slice(0, 40) ?? ""));
}

/** Language and theme as its holder has chosen them on an earlier day. Must be set before the page opens its app. */
export async function chosen(page: Page, language: "vi" | "en", theme: "light" | "dark"): Promise<void> {
  await page.addInitScript(([lang, look]) => {
    localStorage.setItem("nghisu.language", lang);
    localStorage.setItem("nghisu.theme", look);
  }, [language, theme] as const);
}


declare global {
  interface Window { axe: typeof axe }
}
