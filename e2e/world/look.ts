import type { Page } from "@playwright/test";
import axe from "axe-core";

/** A thumb of somebody over sixty (reading.md 3.8); the console is for mouse and hand. */
const TARGET_PX = 48;
const MAIN_PX = { w: 100, h: 56 };

/** What the accessibility check finds serious or critical. The check stays in the page: laying it there takes longer than running it. */
export function axeFaults(page: Page): Promise<string[]> { return faultsOf(page, { resultTypes: ["violations"] }); }

/** Text that stands out less than 7:1, what the theme of high contrast promises. */
export function paleText(page: Page): Promise<string[]> { return faultsOf(page, { runOnly: ["color-contrast-enhanced"], rules: { "color-contrast-enhanced": { enabled: true } }, resultTypes: ["violations"] }); }

async function faultsOf(page: Page, options: axe.RunOptions): Promise<string[]> {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axe.source);
  const violations = await page.evaluate(async (how) => (await window.axe.run(document, how)).violations, options);
  return violations.filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map(({ target, any }) => `${target.join(" ")} ${any[0]?.message ?? ""}`).join("; ")}`);
}

/** Whatever can be touched and is smaller than a thumb; a box or a dot is touched by its whole label. */
export function smallTargets(page: Page): Promise<string[]> {
  return page.evaluate((least) => [...document.querySelectorAll<HTMLElement>("button, a[href], input, select, textarea, summary, [role=button], [role=tab], [role=slider]")]
    .filter((element) => element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) && !element.closest(".unseen, [inert], .ni-list:not(:focus-within)"))
    .map((element) => ({ element, box: ((element.matches("[type=checkbox], [type=radio]") ? element.closest("label") : null) ?? element).getBoundingClientRect() }))
    .filter(({ box }) => box.width > 0 && box.height > 0 && (box.width < least - 0.5 || box.height < least - 0.5))
    .map(({ element, box }) => `${element.dataset["testid"] ?? element.className} ${element.textContent?.trim().slice(0, 30) ?? ""} ${Math.round(box.width)}×${Math.round(box.height)}`), TARGET_PX);
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

/** What sticks out of the page at the side, or out of a box that hides it, though somebody has to read it; a row that runs sideways hides nothing. */
export function clipped(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const named = (element: Element): string => `${element.getAttribute("data-testid") ?? element.className} „${element.textContent?.trim().slice(0, 30)}“`;
    const wide = document.documentElement.scrollWidth > innerWidth + 1 ? [`the page is ${document.documentElement.scrollWidth} wide`] : [];
    const out = [...document.querySelectorAll<HTMLElement>("button, a[href], input, h1, h2, h3, p, label, select")]
      .filter((element) => element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) && !element.closest(".unseen, .nsr-surface, [inert], .ni-list:not(:focus-within)") && element.textContent?.trim())
      .filter((element) => {
        const row = element.closest("[role=toolbar]");
        if (row && getComputedStyle(row).overflowX === "auto") return false;
        const box = element.getBoundingClientRect();
        const cut = getComputedStyle(element);
        const hides = cut.overflowX === "hidden" && cut.webkitLineClamp === "none" && element.scrollWidth > element.clientWidth + 1;
        return box.width > 0 && (box.left < -1 || box.right > innerWidth + 1 || hides);
      }).map(named);
    return [...wide, ...out];
  });
}

/** The acts that a screen is for and that are smaller than a main act may be. */
export function smallMains(page: Page): Promise<string[]> {
  return page.evaluate(({ w, h }) => [...document.querySelectorAll<HTMLElement>("button.is-main, a.is-main, .bar-button.is-turn, .bar-button.is-count, .bar-button.is-live, .ni-done, [data-testid^=choice-]")]
    .filter((element) => element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) && !element.closest("[inert]"))
    .map((element) => ({ element, box: element.getBoundingClientRect() }))
    .filter(({ box }) => box.width > 0 && (box.width < w - 0.5 || box.height < h - 0.5))
    .map(({ element, box }) => `${element.dataset["testid"] ?? element.className} ${Math.round(box.width)}×${Math.round(box.height)}`), MAIN_PX);
}

declare global {
  interface Window { axe: typeof axe }
}
