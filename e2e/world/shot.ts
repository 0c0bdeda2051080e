import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Page } from "@playwright/test";

const FOLDER = join(dirname(fileURLToPath(import.meta.url)), "../shots");

/** Keeps a picture of a page for people to look at; nothing is compared with it. */
export async function shot(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: join(FOLDER, `${name}.png`) });
}
