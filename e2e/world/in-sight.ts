import type { Locator } from "@playwright/test";

/** What of a place is out of the window, or under something else; empty where all of it can be seen and pressed. */
export function hidden(place: Locator): Promise<string[]> {
  return place.evaluate((element) => {
    const { left, top, right, bottom } = element.getBoundingClientRect();
    const said = `${Math.round(left)},${Math.round(top)} to ${Math.round(right)},${Math.round(bottom)} in ${innerWidth}×${innerHeight}`;
    if (left < 0 || top < 0 || right > innerWidth || bottom > innerHeight) return [`out of the window: ${said}`];
    return [0.05, 0.5, 0.95].flatMap((x) => [0.1, 0.5, 0.9].map((y) => document.elementFromPoint(left + x * (right - left), top + y * (bottom - top))))
      .filter((over) => !over || !(element.contains(over) || over.contains(element)))
      .map((over) => `under ${over?.getAttribute("data-testid") ?? over?.className ?? "nothing"}: ${said}`);
  });
}
