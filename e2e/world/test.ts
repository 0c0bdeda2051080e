import { test as base, expect, type Browser, type BrowserContext, type Page } from "@playwright/test";
import { makePapers, type Papers } from "./papers.ts";
import { Server } from "./server.ts";
import { PASSWORD, World, type Holder } from "./world.ts";

const SIZES = {
  console: { viewport: { width: 1440, height: 900 } },
  tablet: { viewport: { width: 1280, height: 800 }, hasTouch: true },
  portrait: { viewport: { width: 820, height: 1180 }, hasTouch: true },
  screen: { viewport: { width: 1920, height: 1080 } },
};

export type Device = keyof typeof SIZES;

/** One device with one page. Signed in as somebody when a being is given. */
export type Lend = (device: Device, being?: Holder) => Promise<Page>;

type Own = { lend: Lend; world: World };
type Shared = { papers: Papers; server: Server };

/** The shared server runs for all stories that don't hurt it; every story has a body and people of its own on it. */
export const test = base.extend<Own, Shared>({
  papers: [async ({ browser }, use) => use(await makePapers(browser)), { scope: "worker" }],
  server: [async ({}, use) => {
    const server = await Server.start();
    await use(server);
    await server.stop();
  }, { scope: "worker", timeout: 90_000 }],
  world: async ({ server }, use) => use(await World.on(server)),
  lend: async ({ browser }, use, info) => {
    const contexts: BrowserContext[] = [];
    const faults: string[] = [];
    await use((device, being) => lend(browser, contexts, faults, device, being));
    for (const context of contexts) {
      if (info.status !== info.expectedStatus) for (const [i, page] of context.pages().entries()) await info.attach(`device ${contexts.indexOf(context)}.${i}`, { body: await page.screenshot().catch(() => Buffer.alloc(0)), contentType: "image/png" });
      await context.close();
    }
    expect(faults, "errors in the pages").toEqual([]);
  },
});

/** Without the sign-in page, for stories about something else. */
export async function signIn(page: Page, being: { signInName: string; hand: { address: string } }): Promise<void> {
  await page.goto(`${being.hand.address}/health`);
  const status = await page.evaluate((body) => fetch("/api/sign-in", { method: "POST", headers: { "X-Nghisu": "1", "Content-Type": "application/json" }, body }).then((answer) => answer.status),
    JSON.stringify({ name: being.signInName, password: PASSWORD }));
  expect(status).toBe(200);
}

async function lend(browser: Browser, contexts: BrowserContext[], faults: string[], device: Device, being?: Holder): Promise<Page> {
  const context = await browser.newContext({ ...SIZES[device], locale: "vi-VN", timezoneId: "Asia/Ho_Chi_Minh", reducedMotion: "reduce" });
  contexts.push(context);
  context.on("weberror", (fault) => faults.push(String(fault.error())));
  context.on("console", (said) => { if (/Content Security Policy|Permissions-Policy/.test(said.text())) faults.push(said.text()); });
  const page = await context.newPage();
  if (being) await signIn(page, being);
  return page;
}

export { expect };
