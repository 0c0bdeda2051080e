import type { Page } from "@playwright/test";
import type { NsReader } from "../../client-kit/src/reader/index.ts";
import { Console } from "../roles/console.ts";
import { Screen } from "../roles/screen.ts";
import { ChairTablet, Tablet } from "../roles/tablet.ts";
import { shot } from "../world/shot.ts";
import { expect, test } from "../world/test.ts";

const TITLE = "Báo cáo kết quả sáu tháng đầu năm về ứng dụng công nghệ thông tin và xây dựng Chính phủ điện tử trên địa bàn tỉnh";

/** Squares over the page in hand that are really pictures. */
const sharp = (page: Page): Promise<string[]> => page.locator(".nsr-tile").evaluateAll((tiles) => (tiles as HTMLImageElement[]).filter((one) => one.naturalWidth > 0).map((one) => new URL(one.src).pathname).sort());
const sheet = (page: Page): Promise<string> => page.locator(".nsr-sheet.is-shown").first().evaluate((img: HTMLImageElement) => img.dataset["file"]!.split("?")[0]!);
const zoomed = async (page: Page, scale: number): Promise<void> => {
  await page.locator(".nsr-surface").first().focus();
  for (let i = 0; i < 8 && (await page.locator("ns-reader").first().evaluate((reader: NsReader) => reader.zoom)) < scale; i++) await page.keyboard.press("+");
};

/** A browser that lays squares side by side may round a pixel at their seam by one level of 255. */
const ROUNDING = 1;

/** By how many levels of 255 two pictures of one size differ at most. */
function furthest(page: Page, one: Buffer, other: Buffer): Promise<number> {
  return page.evaluate(async (pictures) => {
    const [a, b] = await Promise.all(pictures.map(async (base64) => {
      const bitmap = await createImageBitmap(new Blob([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))]));
      const pen = new OffscreenCanvas(bitmap.width, bitmap.height).getContext("2d")!;
      pen.drawImage(bitmap, 0, 0);
      return pen.getImageData(0, 0, bitmap.width, bitmap.height).data;
    }));
    return a!.reduce((most, level, i) => Math.max(most, Math.abs(level - b![i]!)), 0);
  }, [one.toString("base64"), other.toString("base64")]);
}

test("a page is read closely, followed, left and found again; the wall shows the same pixels", async ({ world, papers, lend }) => {
  const { people } = world;
  const meeting = await world.draft();
  const item = await meeting.item("Báo cáo sơ kết", { presenter: people.lan.name });
  const report = await meeting.paper(item, papers.report, { title: TITLE });
  await meeting.issue();
  await meeting.open();
  await meeting.takeUp(item);
  await meeting.checkIn("chair", "lan", "minh");
  const lan = new Tablet(await lend("tablet", people.lan));
  const chair = new ChairTablet(await lend("tablet", people.chair));
  for (const one of [lan, chair]) await one.enter(meeting);

  // closely: squares over the image, few of them, none once the whole page is back
  await lan.openPaper(report);
  await lan.reads(1);
  await lan.nextPage();
  await lan.reads(2);
  await zoomed(lan.page, 4);
  await expect.poll(async () => (await sharp(lan.page)).length).toBeGreaterThan(0);
  expect(await lan.page.locator(".nsr-tile").count()).toBeLessThanOrEqual(20);
  await shot(lan.page, "9-close");
  await lan.page.keyboard.press("0");
  await expect(lan.page.locator(".nsr-tile")).toHaveCount(0);

  // R7: reload and a cut line come back to the same paper, page and zoom
  await zoomed(lan.page, 2);
  const before = await lan.page.locator("ns-reader").evaluate((reader: NsReader) => ({ page: reader.page, ...reader.sight }));
  await expect.poll(() => lan.page.evaluate((id) => JSON.parse(Object.entries(localStorage).find(([key]) => key.startsWith("nghisu.place.") && key.endsWith(id))?.[1] as string ?? "{}") as object, report)).toMatchObject({ page: 2, scale: before.scale });
  await lan.page.reload();
  await lan.reads(2);
  await expect.poll(() => lan.page.locator("ns-reader").evaluate((reader: NsReader) => ({ page: reader.page, ...reader.sight }))).toMatchObject({ page: before.page, scale: before.scale });
  await lan.page.context().setOffline(true);
  await lan.page.context().setOffline(false);
  await lan.stands("saved");
  await lan.reads(2);
  expect(await lan.page.locator("ns-reader").evaluate((reader: NsReader) => reader.zoom)).toBeCloseTo(before.scale, 2);
  await lan.page.keyboard.press("0");

  // F3: the chair presents, Lan turns a page by herself and stays there; the ghost and the pill say where the presenter is
  await chair.presentPaper(report);
  await chair.reads(1);
  await lan.reads(1);
  for (const at of [2, 3]) { await chair.nextPage(); await lan.reads(at); }
  await lan.page.getByTestId("previous-page").click();
  await lan.reads(2);
  await chair.nextPage();
  await chair.reads(4);
  await expect(lan.pill).toContainText("trang 4");
  await expect(lan.page.getByTestId(`paper-${report}`).getByTestId("ghost")).toContainText("trang 4");
  await lan.page.getByTestId("pages").click();
  await expect(lan.page.locator(".nsr-ghost")).toBeVisible();
  await lan.reads(2);
  await shot(lan.page, "9-ghost");
  await lan.page.getByTestId("pages").click();
  await lan.backToPresenter();
  await lan.reads(4);

  // whoever comes late lands right: the presenter's page and part, on a screen too
  await zoomed(chair.page, 3);
  await expect.poll(async () => (await sharp(chair.page)).length).toBeGreaterThan(0);
  const minh = new Tablet(await lend("portrait", people.minh));
  await minh.enter(meeting);
  await minh.reads(4);
  const screen = await Screen.paired(await lend("screen"), world);
  await screen.shows("page");
  for (const page of [minh.page, screen.page]) await expect.poll(() => page.locator("ns-reader").evaluate((reader: NsReader) => reader.rect[2])).toBeLessThan(0.95);
  await expect.poll(async () => (await sharp(screen.page)).length).toBeGreaterThan(0);

  // the pointer: a mode of its own, seen by all, gone when the finger is
  await chair.page.getByTestId("point").click();
  const surface = (await chair.page.locator(".nsr-surface").boundingBox())!;
  const rect = (): Promise<readonly number[]> => chair.page.locator("ns-reader").evaluate((reader: NsReader) => [...reader.rect]);
  const lies = await rect();
  await chair.page.mouse.move(surface.x + surface.width / 2, surface.y + surface.height / 2);
  for (let i = 0; i < 12; i++) await chair.page.mouse.move(surface.x + surface.width / 2 + i * 8, surface.y + surface.height / 2 + i * 4);
  for (const page of [lan.page, screen.page]) await expect(page.locator(".nsr-dot")).toBeVisible();
  expect(await rect()).toEqual(lies);
  await shot(screen.page, "9-pointer-wall");
  await shot(chair.page, "9-pointer");
  for (const page of [lan.page, screen.page]) await expect(page.locator(".nsr-dot")).toBeHidden();
  await chair.page.getByTestId("point").click();

  // R6: the same files, and at an equal size the same pixels
  await chair.page.keyboard.press("Escape");
  expect((await sheet(lan.page)).split("/").pop()).toBe((await sheet(screen.page)).split("/").pop());
  const look = async (page: Page): Promise<void> => {
    await page.locator("ns-reader").evaluate((reader: NsReader) => {
      reader.fit = "page";
      Object.assign(reader.style, { position: "fixed", inset: "0 auto auto 0", width: "800px", height: "600px", zIndex: "9999" });
      document.body.append(reader);
    });
    await expect.poll(() => page.locator(".nsr-sheet.is-shown").count()).toBe(1);
    await page.locator("ns-reader").evaluate((reader: NsReader) => { reader.wander(); reader.goTo(4); });
    await expect(page.locator('.nsr-sheet.is-shown[data-page="4"]')).toBeVisible();
    await page.locator("ns-reader").evaluate(async (reader: NsReader) => {
      // the new size is measured between two frames
      for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
      reader.lookAs({ scale: 1, cx: 0.5, cy: 0.5 });
    });
    await expect(page.locator(".nsr-tile")).toHaveCount(0);
    await page.locator("ns-reader").evaluate((reader: NsReader) => { reader.lookAs({ scale: 6, cx: 0.5, cy: 0.3 }); });
    await expect.poll(() => page.locator("ns-reader").evaluate((reader: NsReader) => reader.sight)).toMatchObject({ scale: 6, cx: expect.closeTo(0.5, 3), cy: expect.closeTo(0.3, 3) });
    await expect.poll(async () => (await sharp(page)).length).toBeGreaterThan(1);
    await expect.poll(() => page.locator("ns-reader").evaluate((reader: NsReader) => reader.tiles === reader.querySelectorAll(".nsr-tile").length)).toBe(true);
  };
  const files = async (page: Page): Promise<string[]> => (await sharp(page)).map((path) => path.split("/").pop()!);
  const picture = (page: Page): Promise<Buffer> => page.screenshot({ clip: { x: 0, y: 0, width: 800, height: 600 } });
  await look(minh.page);
  await look(screen.page);
  // the last squares come a moment after the first ones
  await expect.poll(async () => JSON.stringify(await files(minh.page)) === JSON.stringify(await files(screen.page)), { message: "the same files" }).toBe(true);
  await expect.poll(async () => furthest(minh.page, await picture(minh.page), await picture(screen.page)), { message: "the same pixels on the tablet and on the wall" }).toBeLessThanOrEqual(ROUNDING);
});

test("two papers lie side by side, move together or apart, and closing goes back; a new version opens at the same words", async ({ world, papers, lend }) => {
  const { people } = world;
  const meeting = await world.draft();
  const item = await meeting.item("Báo cáo sơ kết", { presenter: people.lan.name });
  const report = await meeting.paper(item, papers.report, { title: TITLE });
  const note = await meeting.paper(item, papers.note, { title: "Tờ trình" });
  await meeting.issue();
  await meeting.open();
  await meeting.takeUp(item);
  const lan = new Tablet(await lend("tablet", people.lan));
  await lan.enter(meeting);
  await lan.openPaper(report);
  await lan.reads(1);
  await lan.nextPage();
  await lan.nextPage();
  await lan.reads(3);
  await expect.poll(() => lan.page.evaluate((id) => Object.entries(localStorage).some(([key, text]) => key.endsWith(id) && (text as string).includes('"page":3')), report)).toBe(true);

  // a version with a page more before it
  const revised = await meeting.paper(item, papers.revised, { title: TITLE, supersedes: report });
  await lan.openPaper(revised);
  await lan.reads(4);

  // the earlier version beside it, at the same words; together never more than five pages
  const page = lan.page;
  const other = page.getByTestId("beside-reader");
  const shows = (reader: typeof other, number: number): Promise<void> => expect(reader.locator(`.nsr-sheet.is-shown[data-page="${number}"]`)).toBeVisible();
  const first = page.locator(".mm-page ns-reader");
  await page.getByTestId("more").click();
  await page.getByTestId("beside").click();
  await shot(page, "9-beside-choose");
  await page.getByTestId(`beside-${report}`).click();
  await shows(other, 3);
  await lan.nextPage();
  await shows(first, 5);
  await shows(other, 4);
  await page.getByTestId("beside-previous").click();
  await shows(first, 4);
  await shows(other, 3);
  for (let i = 0; i < 2; i++) { await lan.nextPage(); expect(await page.locator(".nsr-sheet").count()).toBeLessThanOrEqual(5); }
  await shows(other, 5);
  await first.locator(".nsr-surface").focus();
  await page.keyboard.press("+");
  await page.keyboard.press("+");
  await expect.poll(() => other.evaluate((reader: NsReader) => reader.sight.scale)).toBeCloseTo(1.5, 2);
  await shot(page, "9-beside");
  await page.setViewportSize({ width: 820, height: 1180 });
  await expect.poll(() => first.evaluate((reader: NsReader) => reader.fit)).toBe("width");
  await shows(other, 5);
  await shot(page, "9-beside-upright");
  await page.setViewportSize({ width: 1280, height: 800 });

  // apart, and another paper
  await page.getByTestId("beside-lock").click();
  await page.getByTestId("previous-page").click();
  await shows(first, 5);
  await shows(other, 5);
  await page.getByTestId("beside-close").click();
  await lan.reads(4);
  await expect(page.locator(".nsr-sheet")).not.toHaveCount(0);
  await page.getByTestId("more").click();
  await page.getByTestId("beside").click();
  await page.getByTestId(`beside-${note}`).click();
  await shows(other, 1);
  await page.getByTestId("beside-close").click();
  await expect(other).toHaveCount(0);

  // the secretary compares on the console
  const desk = new Console(await lend("console", people.secretary));
  await desk.enter(meeting);
  await desk.page.locator(`[data-testid=paper-open][data-id="${revised}"]`).click();
  await expect(desk.page.locator(".nsr-sheet.is-shown")).toBeVisible();
  await desk.at("beside").selectOption(report);
  await expect(desk.at("beside-reader").locator(".nsr-sheet.is-shown")).toBeVisible();
  await desk.at("reader").locator(".nsr-surface").focus();
  await desk.page.keyboard.press("PageDown");
  await desk.page.keyboard.press("PageDown");
  await shows(desk.at("reader"), 3);
  await shows(desk.at("beside-reader"), 2);
  await shot(desk.page, "9-beside-console");
});
