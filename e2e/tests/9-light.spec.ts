import { brotliCompressSync } from "node:zlib";
import type { NsReader } from "../../client-kit/src/reader/index.ts";
import { bareInitializers } from "../../tablet-client/vite-fields.ts";
import { Tablet } from "../roles/tablet.ts";
import { axeFaults, clipped, smallTargets } from "../world/look.ts";
import { shot } from "../world/shot.ts";
import { expect, test } from "../world/test.ts";
import { giveVoice, said } from "../world/voice.ts";

const KB = 1024;
const TITLE = "Báo cáo kết quả sáu tháng đầu năm về ứng dụng công nghệ thông tin và xây dựng Chính phủ điện tử trên địa bàn tỉnh";
/** What comes before the first page, in brotli. */
const WAY_KB = 60;
/** All scripts, styles and the page itself that opening, finding, reading and marking papers need, in brotli. */
const SHELL_KB = 150;
/** What the meeting has besides, in brotli: votes, the floor, leading, the map of the room. Kept with the shell, read in when one of them is opened. */
const SHEETS_KB = 60;
const SHEETS = /\/(?:sheets|room)-/;
/** The secret ballot, in brotli: points, proofs and its screens, read in by a meeting that has such a vote. */
const SECRET_KB = 40;
/** Indicators with their charts, in brotli: read in by an item beside which some lie. */
const CHARTS_KB = 70;
const CHARTS = /\/charts-/;
const SECRET = /\/secret-/;

/** reading.md 7, B1. */
test("the way to a page and the whole shell stay light, and nothing of them parses a PDF", async ({ server }) => {
  const text = async (path: string): Promise<string> => (await fetch(server.address + path)).text();
  const size = async (path: string): Promise<number> => brotliCompressSync(Buffer.from(await (await fetch(server.address + path)).arrayBuffer())).length;
  const page = await text("/tablet/");
  const path = [...new Set(page.match(/\/tablet\/assets\/[\w.-]+\.js/g) ?? [])];
  expect(path.length).toBeGreaterThan(0);
  let reading = 0;
  for (const file of path) reading += await size(file);
  expect(reading, `bytes of script before the first page: ${reading}`).toBeLessThanOrEqual(WAY_KB * KB);
  // the worker has the list of all files of the shell
  const shell = [...new Set((await text("/tablet/sw.js")).match(/\/tablet\/[\w./-]+\.(?:js|css|html)/g) ?? [])];
  expect(shell.length).toBeGreaterThan(path.length);
  let [total, sheets, secret, charts] = [0, 0, 0, 0];
  for (const file of shell) {
    expect(file).not.toMatch(/pdf/i);
    if (SECRET.test(file)) secret += await size(file);
    else if (CHARTS.test(file)) charts += await size(file);
    else if (SHEETS.test(file)) sheets += await size(file);
    else total += await size(file);
    if (!file.endsWith(".js")) continue;
    const script = await text(file);
    expect(script).not.toMatch(/pdfjs|getDocument\(/i);
    expect(bareInitializers(script), `${file}: fields that Safari 15 may not read`).toEqual([]);
  }
  expect(total, `bytes of the shell: ${total}`).toBeLessThanOrEqual(SHELL_KB * KB);
  expect(sheets, `bytes of the meeting's sheets: ${sheets}`).toBeGreaterThan(0);
  expect(sheets, `bytes of the meeting's sheets: ${sheets}`).toBeLessThanOrEqual(SHEETS_KB * KB);
  expect(charts, `bytes of the charts: ${charts}`).toBeGreaterThan(0);
  expect(charts, `bytes of the charts: ${charts}`).toBeLessThanOrEqual(CHARTS_KB * KB);
  expect(secret, `bytes of the secret ballot: ${secret}`).toBeGreaterThan(0);
  expect(secret, `bytes of the secret ballot: ${secret}`).toBeLessThanOrEqual(SECRET_KB * KB);
});

test("a browser that is too old says so in both languages, one that is not never does", async ({ server, browser }) => {
  const says = async (old: "scripts it can't read" | "styles it lacks" | null, path: string): Promise<string | null> => {
    const context = await browser.newContext({ reducedMotion: "reduce" });
    const page = await context.newPage();
    if (old === "scripts it can't read") await page.route("**/assets/*.js", (route) => route.fulfill({ contentType: "text/javascript", body: "class { #new in old" }));
    if (old === "styles it lacks") await page.addInitScript(() => { CSS.supports = () => false; });
    await page.goto(server.address + path);
    const sentence = page.locator("#unable");
    const app = page.locator("nt-app, console-app, screen-room");
    if (old) await expect(sentence).toBeVisible();
    else { await expect(app).toBeVisible(); await expect(sentence).toHaveCount(0); }
    if (old) await expect(app).toHaveCount(0);
    const text = old ? await sentence.textContent() : null;
    if (old && path === "/tablet/") await shot(page, "9-light-too-old");
    await context.close();
    return text;
  };
  for (const path of ["/tablet/", "/web/"]) {
    for (const old of ["scripts it can't read", "styles it lacks"] as const) expect(await says(old, path), `${path}: ${old}`).toMatch(/quá cũ[^]*Chrome 109[^]*too old/);
    expect(await says(null, path)).toBeNull();
  }
});

test("the page and all its panels can be touched and read: three sizes of text, both ways up, and on 320 pixels", async ({ world, papers, lend }) => {
  const meeting = await world.draft();
  const item = await meeting.item("Báo cáo sơ kết", { presenter: world.people.lan.name });
  const report = await meeting.paper(item, papers.report, { title: TITLE });
  await meeting.paper(item, papers.note, { title: "Tờ trình" });
  await meeting.issue();
  await meeting.open();
  await meeting.takeUp(item);
  await meeting.checkIn("lan");
  const lan = new Tablet(await lend("tablet", world.people.lan));
  const { page } = lan;
  await giveVoice(page);
  await lan.enter(meeting);
  await lan.openPaper(report);
  await lan.reads(1);
  const look = async (where: string): Promise<void> => {
    expect.soft(await smallTargets(page), `${where}: targets`).toEqual([]);
    expect.soft(await clipped(page), `${where}: clipped`).toEqual([]);
  };
  const states = async (where: string): Promise<void> => {
    await look(`${where}, page`);
    for (const panel of ["pages", "look"]) {
      if (panel === "look") await page.getByTestId("more").click();
      await page.getByTestId(panel).click();
      await expect(page.locator(".nsr-panel")).toBeVisible();
      await look(`${where}, ${panel}`);
      await shot(page, `9-light-${where}-${panel}`);
      await page.locator(".nsr-panel-head .nsr-button").click();
    }
    await page.getByTestId("page-count").click();
    await expect(page.locator(".nsr-pad")).toBeVisible();
    await look(`${where}, go to`);
    await page.keyboard.press("Escape");
    await page.getByTestId("bar-large-text").click();
    await expect(page.locator(".nsr-large-page h3").first()).toBeVisible();
    await look(`${where}, large text`);
    await shot(page, `9-light-${where}-text`);
    await page.getByTestId("bar-large-text").click();
  };
  for (const size of ["normal", "large", "largest"] as const) {
    await page.evaluate((chosen) => { localStorage.setItem("nghisu.text", chosen); }, size);
    await page.reload();
    for (const [name, width, height] of [["across", 1280, 800], ["upright", 820, 1180]] as const) {
      await page.setViewportSize({ width, height });
      await lan.reads(1);
      await states(`${size}-${name}`);
    }
  }
  await page.evaluate(() => { localStorage.setItem("nghisu.text", "normal"); });
  await page.reload();
  await page.setViewportSize({ width: 320, height: 640 });
  await lan.reads(1);
  await look("320 pixels");
  await shot(page, "9-light-320");
  await page.setViewportSize({ width: 1280, height: 800 });

  // read aloud: the sentence is marked on the page; a turn by hand ends it
  await page.getByTestId("more").click();
  await page.getByTestId("look").click();
  await page.getByRole("button", { name: "Đọc thành tiếng" }).click();
  await expect(page.locator(".nsr-mark.is-strong").first()).toBeVisible();
  expect((await said(page))[0]).toContain("Phần 1");
  await look("read aloud");
  expect.soft(await axeFaults(page)).toEqual([]);
  await shot(page, "9-aloud");
  await lan.nextPage();
  await lan.reads(2);
  await expect(page.locator(".nsr-aloud")).toHaveCount(0);
  await page.getByRole("button", { name: "Tương phản cao" }).click();
  await shot(page, "9-contrast");
  await expect.poll(() => page.locator(".mm-page ns-reader").evaluate((reader: NsReader) => getComputedStyle(reader.querySelector(".nsr-sheet.is-shown")!).filter)).toContain("contrast");
});
