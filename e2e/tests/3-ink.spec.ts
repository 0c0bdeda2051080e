import type { CDPSession, Page } from "@playwright/test";
import { Tablet } from "../roles/tablet.ts";
import { smallTargets } from "../world/look.ts";
import { shot } from "../world/shot.ts";
import { expect, test } from "../world/test.ts";

type Place = [x: number, y: number];

/** One event of a pen on the page that is shown; places are shares of it. */
async function penDoes(page: Page, cdp: CDPSession, type: "mousePressed" | "mouseMoved" | "mouseReleased", [x, y]: Place): Promise<void> {
  const box = (await page.locator(".nsr-sheet.is-shown").boundingBox())!;
  await cdp.send("Input.dispatchMouseEvent", { type, x: box.x + x * box.width, y: box.y + y * box.height, button: "left", buttons: type === "mouseReleased" ? 0 : 1, clickCount: 1, pointerType: "pen", force: 0.6 });
}

async function pen(page: Page, cdp: CDPSession, ...places: Place[]): Promise<void> {
  await penDoes(page, cdp, "mousePressed", places[0]!);
  for (const place of places.slice(1)) await penDoes(page, cdp, "mouseMoved", place);
  await penDoes(page, cdp, "mouseReleased", places[places.length - 1]!);
}

/** Pen and notes come to the page a moment after it. */
const penIsThere = (page: Page): Promise<void> => page.locator(".ni-layer:not(.is-room)").first().waitFor({ state: "attached" });

/** Whether there is ink at a place of the page. */
const inkAt = (page: Page, x: number, y: number): Promise<boolean> => page.evaluate(([fx, fy]) => {
  const canvas = document.querySelector<HTMLCanvasElement>(".ni-layer:not(.is-room) .ni-canvas:not(.is-wet)");
  const sheet = document.querySelector(".nsr-sheet.is-shown")?.getBoundingClientRect();
  if (!canvas || !sheet || canvas.width === 0) return false;
  const box = canvas.getBoundingClientRect();
  const [px, py] = [((sheet.x + fx! * sheet.width - box.x) / box.width) * canvas.width, ((sheet.y + fy! * sheet.height - box.y) / box.height) * canvas.height];
  return canvas.getContext("2d")!.getImageData(Math.round(px) - 2, Math.round(py) - 2, 5, 5).data.some((n, i) => i % 4 === 3 && n > 0);
}, [x, y]);

test("a member writes on the page with the pen, marks words and pins a note; all of it is there after a reload, and the vote is never out of reach", async ({ world, papers, lend }) => {
  const meeting = await world.draft();
  const item = await meeting.item("Báo cáo sơ kết tình hình thực hiện nhiệm vụ phát triển chính quyền điện tử sáu tháng đầu năm");
  const paper = await meeting.paper(item, papers.report);
  await meeting.issue();
  await meeting.checkIn("chair", "lan");
  await meeting.open();
  await meeting.takeUp(item);

  const lan = new Tablet(await lend("tablet", world.people.lan));
  const { page } = lan;
  const at = (id: string) => page.getByTestId(id);
  await lan.enter(meeting);
  await lan.openPaper(paper);
  await lan.reads(1);
  await expect(at("bar-pen")).toBeEnabled();
  await penIsThere(page);
  const cdp = await page.context().newCDPSession(page);
  await pen(page, cdp, [0.2, 0.1], [0.4, 0.12], [0.6, 0.1]);
  await expect.poll(() => inkAt(page, 0.4, 0.119)).toBe(true);
  await expect(at("ink-done")).toBeVisible();
  await shot(page, "3-ink-tablet");
  expect(await smallTargets(page)).toEqual([]);

  await at("ink-highlight").click();
  await pen(page, cdp, [0.2, 0.215], [0.5, 0.215]);
  await expect(page.getByRole("button", { name: "Cuối đoạn tô" })).toBeVisible();
  await at("ink-text").click();
  await pen(page, cdp, [0.7, 0.25]);
  await page.locator(".ni-sheet textarea").fill("Hỏi về số liệu dịch vụ công của Sở");
  await shot(page, "3-ink-note");
  await at("note-close").click();
  await at("ink-done").click();
  await expect(at("ink-done")).toBeHidden();
  await lan.stands("saved");

  await page.reload();
  await lan.reads(1);
  await expect.poll(() => inkAt(page, 0.4, 0.119)).toBe(true);
  await page.locator(".ni-pin").click();
  await expect(page.locator(".ni-sheet textarea")).toHaveValue("Hỏi về số liệu dịch vụ công của Sở");
  await at("note-close").click();

  await at("bar-pen").click();
  await meeting.openVote("Thông qua Báo cáo");
  await expect(at("vote-sheet")).toBeVisible();
  await shot(page, "3-ink-vote");
  await lan.castVote("for");
  await lan.stage("recorded");
});

test("a pen that writes before its tools have come loses nothing: the strokes are seen at once, and the one under way goes on with the tools", async ({ world, papers, lend }) => {
  const meeting = await world.draft();
  const item = await meeting.item("Báo cáo kết quả");
  const paper = await meeting.paper(item, papers.report);
  await meeting.issue();
  const lan = new Tablet(await lend("tablet", world.people.lan));
  const { page } = lan;
  let release = (): void => undefined;
  const held = new Promise<void>((resolve) => { release = resolve; });
  await page.context().route(/page-tools/, async (route) => { await held; await route.continue(); });
  await lan.enter(meeting);
  await lan.openPaper(paper);
  await lan.reads(1);
  const cdp = await page.context().newCDPSession(page);
  await pen(page, cdp, [0.2, 0.1], [0.4, 0.12], [0.6, 0.1]);
  await expect(page.locator(".early-ink polyline")).toHaveAttribute("points", /,.* .*,/);
  await penDoes(page, cdp, "mousePressed", [0.2, 0.3]);
  await penDoes(page, cdp, "mouseMoved", [0.3, 0.3]);
  await expect(page.locator(".early-ink polyline")).toHaveCount(2);
  await shot(page, "3-ink-early");
  release();
  await penIsThere(page);
  await expect(page.locator(".early-ink")).toHaveCount(0);
  await penDoes(page, cdp, "mouseMoved", [0.5, 0.3]);
  await penDoes(page, cdp, "mouseMoved", [0.6, 0.3]);
  await penDoes(page, cdp, "mouseReleased", [0.6, 0.3]);
  for (const [x, y] of [[0.4, 0.12], [0.25, 0.3], [0.4, 0.3], [0.55, 0.3]] as const) await expect.poll(() => inkAt(page, x, y), `ink at ${x}, ${y}`).toBe(true);
  await expect(page.getByTestId("ink-done")).toBeVisible();
  await lan.stands("saved");
  const { notes } = await world.people.lan.hand.get<{ notes: { page: number; body: { kind: string } }[] }>(`/api/meetings/${meeting.id}/notes?since=0`);
  expect(notes.map((note) => [note.page, note.body.kind])).toEqual([[1, "ink"], [1, "ink"]]);
  expect(await page.evaluate(() => document.querySelector<HTMLElement & { page: number }>(".mm-page ns-reader")!.page)).toBe(1);
});

test("upright, the tools stay large and nothing is cut off", async ({ world, papers, lend }) => {
  const meeting = await world.draft();
  const item = await meeting.item("Báo cáo kết quả");
  const paper = await meeting.paper(item, papers.report);
  await meeting.issue();
  const minh = new Tablet(await lend("portrait", world.people.minh));
  await minh.enter(meeting);
  await minh.openPaper(paper);
  await minh.reads(1);
  const { page } = minh;
  await page.getByTestId("bar-pen").click();
  await expect(page.getByTestId("ink-done")).toBeVisible();
  const box = (await page.locator(".nsr-sheet.is-shown").boundingBox())!;
  await page.mouse.move(box.x + 100, box.y + 100);
  await page.mouse.down();
  await page.mouse.move(box.x + 300, box.y + 140, { steps: 5 });
  await page.mouse.up();
  await expect.poll(() => inkAt(page, 200 / box.width, 120 / box.height)).toBe(true);
  await shot(page, "3-ink-portrait");
  expect(await smallTargets(page)).toEqual([]);
  expect(await page.evaluate(() => [...document.querySelectorAll(".ni-bar button, .bar button")].filter((b) => b.getBoundingClientRect().right > innerWidth).length)).toBe(0);
});
