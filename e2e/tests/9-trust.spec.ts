import { expect, test, type Browser, type Page } from "@playwright/test";
import { EncryptedServer } from "../world/encrypted.ts";
import { axeFaults, chosen, smallTargets } from "../world/look.ts";
import { shot } from "../world/shot.ts";

const IPAD = "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/15.6 Safari/605.1.15";
const ANDROID = "Mozilla/5.0 (Linux; Android 11; SM-T500) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/109.0.0.0 Safari/537.36";

let server: EncryptedServer;
test.beforeAll(async () => { server = await EncryptedServer.start(); });
test.afterAll(() => server.stop());

async function device(browser: Browser, width: number, height: number, userAgent: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height }, hasTouch: true, userAgent, locale: "vi-VN", reducedMotion: "reduce" });
  return context.newPage();
}

const state = (page: Page) => page.getByTestId("trust-state");
const step = (page: Page, number: number) => page.getByTestId("trust-step").nth(number - 1);

test("a device that does not know the room is led to trust it, step by step, and is told what is still missing", async () => {
  const browser = await server.browser(false);
  try {
    const tablet = await device(browser, 1280, 800, ANDROID);
    await tablet.goto(server.plain);
    await expect(tablet).toHaveURL(`${server.plain}/trust/`);
    await expect(state(tablet)).toHaveAttribute("data-state", "missing");
    await expect(state(tablet)).toContainText("Bắt đầu từ bước 1.");
    await expect(tablet.getByTestId("trust-print")).toHaveText(server.fingerprint.replaceAll(":", ""));
    expect(await axeFaults(tablet)).toEqual([]);
    expect(await smallTargets(tablet)).toEqual([]);
    await shot(tablet, "9-trust-android");
    await tablet.screenshot({ path: "shots/9-trust-android-all.png", fullPage: true });

    const file = tablet.waitForEvent("download");
    await tablet.getByTestId("trust-take").click();
    expect((await file).suggestedFilename()).toBe("nghi-su.crt");
    await tablet.getByRole("button", { name: "Kiểm tra", exact: true }).click();
    await expect(state(tablet)).toContainText("còn thiếu bước 2: cài đặt chứng chỉ CA");
    await expect(step(tablet, 2)).toContainText("Thường còn thiếu");
    await step(tablet, 2).scrollIntoViewIfNeeded();
    await shot(tablet, "9-trust-missing");

    // the other systems are one tap away, in both languages
    for (const [name, words] of [["Windows", "Install Certificate"], ["macOS", "Luôn tin cậy"], ["ChromeOS", "Tổ chức phát hành"], ["Linux, Firefox", "Xem chứng chỉ"]] as const) {
      await tablet.getByRole("button", { name, exact: true }).click();
      await expect(tablet.getByTestId("trust-steps")).toContainText(words);
      await tablet.screenshot({ path: `shots/9-trust-${name.split(",")[0]!.toLowerCase()}.png`, fullPage: true });
    }
    await tablet.getByRole("button", { name: "English" }).click();
    await expect(tablet.getByRole("heading", { name: "Trust the room" })).toBeVisible();

    const ipad = await device(browser, 820, 1180, IPAD);
    await chosen(ipad, "vi", "dark");
    await ipad.addInitScript(() => Object.defineProperty(navigator, "maxTouchPoints", { get: () => 5 }));
    await ipad.goto(`${server.plain}/trust/`);
    await expect(step(ipad, 4)).toContainText("công tắc thứ hai");
    await expect(state(ipad)).toHaveAttribute("data-state", "missing");
    await ipad.screenshot({ path: "shots/9-trust-ipad-all.png", fullPage: true });
    await shot(ipad, "9-trust-ipad");

    const phone = await device(browser, 390, 844, IPAD.replace("Macintosh", "iPhone"));
    await phone.goto(`${server.plain}/trust/`);
    await expect(state(phone)).toHaveAttribute("data-state", "missing");
    expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    expect(await smallTargets(phone)).toEqual([]);
    await shot(phone, "9-trust-phone");
    await phone.screenshot({ path: "shots/9-trust-phone-all.png", fullPage: true });
  } finally {
    await browser.close();
  }
});

test("a device that trusts the room is led into the app, which keeps its service worker under the room's name", async () => {
  const browser = await server.browser(true);
  try {
    const tablet = await device(browser, 1280, 800, ANDROID);
    await tablet.goto(`${server.plain}/trust/`);
    await expect(state(tablet)).toHaveAttribute("data-state", "trusted");
    await shot(tablet, "9-trust-trusted");
    await tablet.getByTestId("trust-open").first().click();
    await expect(tablet).toHaveURL(`${server.secure}/tablet/`);
    expect(await tablet.evaluate(async () => (await navigator.serviceWorker.ready).scope)).toBe(`${server.secure}/tablet/`);
    expect(await tablet.evaluate(() => window.isSecureContext)).toBe(true);

    // an old address without encryption leads to the same place
    await tablet.goto(`${server.plain}/web/`);
    await expect(tablet).toHaveURL(new RegExp(`^${server.secure}/web/`));

    // what the console shows beside its screens and its cards
    await tablet.evaluate(() => document.body.prepend(document.createElement("trust-place")));
    await expect(tablet.getByTestId("trust-address")).toHaveText(`${server.plain}/trust/`);
    await expect(tablet.getByTestId("trust-fingerprint")).toHaveText(server.fingerprint);
    await expect(tablet.getByTestId("trust-place").locator(".ns-qr")).toBeVisible();
    await shot(tablet, "9-trust-console");
  } finally {
    await browser.close();
  }
});

test("a warning that was only tapped away is not taken for trust", async () => {
  const browser = await server.browser(false);
  try {
    const page = await device(browser, 1280, 800, ANDROID);
    await page.goto(`${server.secure}/trust/`).catch(() => undefined);
    // what a person does with the button behind "advanced"; the warning listens a moment after it is shown
    await expect(async () => {
      if (!page.url().startsWith(server.secure) || (await state(page).count()) === 0) await page.keyboard.type("thisisunsafe");
      await expect(state(page)).toHaveAttribute("data-state", "passed", { timeout: 4_000 });
    }).toPass({ timeout: 40_000 });
    await expect(page.getByTestId("trust-open")).toHaveCount(0);
    await shot(page, "9-trust-passed");
    // the plain page sees its picture now, but the way into the app goes by the page over HTTPS
    await page.goto(`${server.plain}/trust/`);
    await expect(state(page)).toHaveAttribute("data-state", "trusted");
    await page.getByTestId("trust-open").first().click();
    await expect(page).toHaveURL(`${server.secure}/trust/?open`);
    await expect(state(page)).toHaveAttribute("data-state", "passed");
  } finally {
    await browser.close();
  }
});
