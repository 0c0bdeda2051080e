import AxeBuilder from "@axe-core/playwright";
import { expect, test, type Page } from "@playwright/test";
import { ReaderServer } from "../reader/server.ts";

// The reader and offline reading alone, on papers made on the spot: needs no running server.
const server = new ReaderServer();
test.beforeAll(() => server.start());
test.afterAll(() => server.stop());
test.beforeEach(() => { server.down = false; server.budget = Infinity; server.asked.length = 0; });

const shows = (page: Page, number: number) => expect(page.locator(`.nsr-sheet.is-shown[data-page="${number}"]`)).toBeVisible();

async function open(page: Page, query = ""): Promise<void> {
  await page.goto(`${server.address}${query}`);
  await expect(page.locator(".nsr-sheet.is-shown")).toBeVisible();
}

/** The paper is on the device and the service worker serves this page. */
async function packed(page: Page, query: string): Promise<void> {
  await open(page, query);
  await page.waitForFunction(() => window.packs.summary.ready === 1);
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.reload();
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
}

test("three hundred page turns never keep more than five page images", async ({ page }) => {
  await open(page);
  await page.locator(".nsr-surface").focus();
  let most = 0;
  for (let number = 2; number <= 301; number++) {
    await page.keyboard.press("PageDown");
    most = Math.max(most, await page.locator(".nsr-sheet").count());
    if (number % 10 === 0) await shows(page, number);
  }
  await shows(page, 301);
  expect(most).toBeLessThanOrEqual(5);
  await page.keyboard.press("PageDown");
  await expect(page.getByRole("heading", { name: "Trang 302 không hiển thị được" })).toBeVisible();
});

test("the next page is decoded before it is asked for, so that turning asks for nothing", async ({ page }) => {
  await open(page, "?paper=p40");
  for (let number = 1; number <= 12; number++) {
    const next = page.locator(`.nsr-sheet[data-page="${number + 1}"]`);
    await expect.poll(() => next.evaluate((img: HTMLImageElement) => img.complete && img.naturalWidth > 0)).toBe(true);
    const picture = await next.getAttribute("data-file");
    const asked = server.asked.filter((path) => path === picture).length;
    await page.locator(".nsr-surface").press("PageDown");
    await shows(page, number + 1);
    expect(server.asked.filter((path) => path === picture).length).toBe(asked);
  }
});

test("a reload comes back to the same page and zoom", async ({ page }) => {
  await open(page, "?paper=p40");
  await page.evaluate(() => window.reader.goTo(17));
  await shows(page, 17);
  await page.getByRole("button", { name: "Phóng to" }).click();
  await expect.poll(() => page.evaluate(() => JSON.parse(localStorage.getItem("nghisu.place.lan.p40") ?? "{}") as object)).toMatchObject({ page: 17, scale: 1.25 });
  await page.reload();
  await shows(page, 17);
  expect(await page.evaluate(() => window.reader.zoom)).toBe(1.25);
});

test("a download that was cut off goes on without fetching twice, and then all is read without a network", async ({ page }) => {
  server.budget = 50;
  await page.goto(`${server.address}?paper=p40&offline`);
  await page.waitForFunction(() => window.packs?.summary.phase === "paused");
  const before = await page.evaluate(() => window.packs.state("m1", "p40")!.files);
  expect(before).toBeGreaterThan(20);
  server.budget = Infinity;
  await page.evaluate(() => window.packs.wake());
  await page.waitForFunction(() => window.packs.summary.ready === 1);
  const files = server.asked.filter((path) => !path.endsWith("/manifest"));
  // The reader's own five pages may be asked for beside the download.
  expect(files.length - new Set(files).size).toBeLessThanOrEqual(5);

  await page.reload();
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  server.down = true;
  await page.reload();
  await shows(page, 1);
  for (const number of [39, 20, 2]) {
    await page.evaluate((n) => window.reader.goTo(n), number);
    await shows(page, number);
  }
  await page.getByRole("button", { name: "Tìm", exact: true }).click();
  await page.getByRole("searchbox").fill("thuy");
  await expect(page.getByText("39 kết quả trên 39 trang")).toBeVisible();
});

test("a page that is not on the device says so and comes by itself when the network is back", async ({ page }) => {
  await open(page, "?paper=p40");
  await page.waitForFunction(() => window.reader.alive === 3);
  server.down = true;
  await page.evaluate(() => window.reader.goTo(30));
  await expect(page.getByRole("heading", { name: "Trang 30 chưa có trên máy này" })).toBeVisible();
  server.down = false;
  await shows(page, 30);
});

test("another person and a sign-out leave nothing of the papers behind", async ({ page }) => {
  const kept = (): Promise<string[]> => page.evaluate(async () => (await caches.keys()).filter((name) => name.includes("pack")));
  await packed(page, "?paper=p40&offline&person=lan");
  expect(await kept()).toEqual(["nghisu-pack-v1-lan"]);
  await open(page, "?paper=p40&offline&person=minh");
  await page.waitForFunction(() => window.packs.summary.ready === 1);
  expect(await kept()).toEqual(["nghisu-pack-v1-minh"]);
  await page.evaluate(() => window.packs.wipe());
  expect(await kept()).toEqual([]);
});

test("a follower goes along, stays when it has wandered, and comes back with one tap", async ({ page }) => {
  await open(page, "?paper=p40");
  await page.evaluate(() => window.reader.follow({ paper: "p40", page: 12, rect: [0, 0, 1, 1], n: 1 }));
  await shows(page, 12);
  await page.getByRole("button", { name: "Trang sau" }).click();
  await shows(page, 13);
  await page.evaluate(() => window.reader.follow({ paper: "p40", page: 20, rect: [0, 0.5, 1, 0.25], n: 2 }));
  await expect(page.getByRole("button", { name: "Theo người trình bày – trang 20" })).toBeVisible();
  await shows(page, 13);
  await page.getByRole("button", { name: "Theo người trình bày – trang 20" }).click();
  await shows(page, 20);
  const [, y, , h] = await page.evaluate(() => window.reader.rect);
  expect(y).toBeLessThanOrEqual(0.5);
  expect(y! + h!).toBeGreaterThanOrEqual(0.75);
});

test("whoever goes along keeps the own fit and zoom, except while the presenter shows a part", async ({ page }) => {
  await open(page, "?paper=p40");
  const follow = (at: number, n: number, rect: [number, number, number, number] = [0, 0, 1, 1]): Promise<void> =>
    page.evaluate(([one, count, part]) => window.reader.follow({ paper: "p40", page: one, rect: part, n: count }), [at, n, rect] as const);
  const rect = (): Promise<readonly number[]> => page.evaluate(() => window.reader.rect);
  await follow(11, 1);
  await shows(page, 11);
  await page.evaluate(() => window.reader.fitTo("width"));
  await expect.poll(async () => (await rect())[3]).toBeLessThan(0.95);
  const own = await rect();
  await follow(12, 2);
  await shows(page, 12);
  expect(await page.evaluate(() => window.reader.wandering)).toBe(false);
  expect((await rect())[3]).toBeCloseTo(own[3]!, 2);
  expect((await rect())[2]).toBeCloseTo(1, 2);

  await follow(12, 3, [0.25, 0.5, 0.25, 0.1]);
  await expect.poll(async () => (await rect())[2]).toBeLessThan(0.9);
  await follow(13, 4);
  await shows(page, 13);
  expect((await rect())[3]).toBeCloseTo(own[3]!, 2);
  expect((await rect())[1]).toBeCloseTo(0, 2);
});

test("the reader and its panels pass the accessibility check", async ({ page }) => {
  await open(page, "?paper=p40");
  for (const panel of [null, "Các trang", "Mục lục", "Tìm"]) {
    if (panel) await page.getByRole("button", { name: panel, exact: true }).click();
    const found = await new AxeBuilder({ page }).disableRules(["page-has-heading-one", "landmark-unique"]).analyze();
    expect(found.violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.target.join(" ")).slice(0, 3).join(", ")}`), String(panel)).toEqual([]);
  }
});
