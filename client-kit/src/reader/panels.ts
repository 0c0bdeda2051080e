/**
 * What stands beside the page and not on it comes after the first page is there: the way to it stays short on a weak tablet
 * (reading.md 3.9, B1). Elements that are drawn before come to life by themselves.
 */
export const loadPanels = (): Promise<typeof import("./panel-parts.ts") | null> =>
  import("./panel-parts.ts").catch(() => null); // null without a network; asked for again at the next opening
