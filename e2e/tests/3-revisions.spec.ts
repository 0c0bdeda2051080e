import type { Page } from "@playwright/test";
import { Console } from "../roles/console.ts";
import { Tablet } from "../roles/tablet.ts";
import { axeFaults, smallTargets } from "../world/look.ts";
import { ADDED_WORD } from "../world/papers.ts";
import { inkAt, lineOf, Pen, penIsThere } from "../world/pen.ts";
import { shot } from "../world/shot.ts";
import { expect, test } from "../world/test.ts";

test("a new revision shows who has read the old one what changed, word by word; the old one is one tap away", async ({ world, papers, lend }) => {
  const meeting = await world.draft();
  const item = await meeting.item("Báo cáo sơ kết tình hình thực hiện nhiệm vụ phát triển chính quyền điện tử sáu tháng đầu năm");
  const first = await meeting.paper(item, papers.report);
  await meeting.issue();

  const lan = new Tablet(await lend("tablet", world.people.lan));
  await lan.enter(meeting);
  await lan.openPaper(first);
  await lan.nextPage();
  await lan.reads(2);

  const second = await meeting.paper(item, papers.reportRevised, { supersedes: first });
  const at = (id: string) => lan.page.getByTestId(id);
  await lan.page.getByRole("button", { name: "Đã có bản mới" }).click();
  await expect(at("changes-summary")).toContainText("Bản mới: 2 trang thay đổi so với bản đồng chí đã đọc");
  await at("change-next").click();
  await lan.reads(4);
  await expect(lan.page.locator(".nsc-mark.is-added")).toHaveCount(1);
  await shot(lan.page, "3-changes-page");
  // the mark lies on the changed number: its box is inside the page and beside the words before it
  const [mark, page] = [await lan.page.locator(".nsc-mark.is-added").first().boundingBox(), await lan.page.locator(".nsr-sheet.is-shown").boundingBox()];
  expect(mark!.x).toBeGreaterThan(page!.x);
  expect(mark!.x + mark!.width).toBeLessThan(page!.x + page!.width);

  await at("changes-list").click();
  const list = lan.page.locator(".nsc-list");
  await expect(list.locator("del").first()).toHaveText("87");
  await expect(list.locator("ins").first()).toHaveText("91");
  await shot(lan.page, "3-changes-list");
  await list.getByRole("button", { name: /Trang 7/ }).click();
  await lan.reads(7);
  await expect(lan.page.locator(".nsc-edge.is-new")).toBeVisible();
  await expect(at("change-next")).toBeDisabled();
  await expect(lan.page.locator(".unseen", { hasText: ADDED_WORD })).toHaveCount(1);

  // the old one opens at the page that belongs to the one on the screen; this one is new, so at the last one before it
  await at("changes-old").click();
  await lan.reads(6);
  await expect(at("changes")).toHaveCount(0);

  // who has not read the old one is not told of changes, but may ask
  const minh = new Tablet(await lend("portrait", world.people.minh));
  await minh.enter(meeting);
  await minh.openPaper(second);
  await minh.reads(1);
  await expect(minh.page.getByTestId("changes")).toHaveCount(0);
  await minh.page.getByTestId("changes-toggle").click();
  await expect(minh.page.getByTestId("changes-summary")).toContainText("2 trang thay đổi so với bản trước");
  await minh.page.getByTestId("change-next").click();
  await minh.reads(4);
  await shot(minh.page, "3-changes-portrait");
});

/** What the old page's picture over the new one looks like: its address, and how far from the left it is seen. */
const laid = (page: Page): Promise<{ pictures: number; clip: string; line: number | null }> => page.evaluate(() => {
  const line = document.querySelector<HTMLElement>(".nso-line:not([hidden])")?.getBoundingClientRect();
  const old = document.querySelector(".nso-old"); // not there while a page is turned
  return { pictures: document.querySelectorAll(".nso img").length, clip: old ? getComputedStyle(old).clipPath : "", line: line ? Math.round(line.x + line.width / 2) : null };
});

test("the old page lies over the new one: swiped by finger and key, zoomed, in two colours, always the page that belongs to the one on the screen", async ({ world, papers, lend }) => {
  const meeting = await world.draft();
  const item = await meeting.item("Kế hoạch chuyển đổi số của tỉnh");
  const first = await meeting.paper(item, papers.plan);
  await meeting.issue();
  const lan = new Tablet(await lend("tablet", world.people.lan));
  const { page } = lan;
  const at = (id: string) => page.getByTestId(id);
  await lan.enter(meeting);
  await lan.openPaper(first);
  await lan.reads(1);
  await meeting.paper(item, papers.planRevised, { supersedes: first });
  await page.getByRole("button", { name: "Đã có bản mới" }).click();
  await expect(at("changes-summary")).toContainText("3 trang thay đổi so với bản đồng chí đã đọc");
  await lan.nextPage();
  await lan.reads(2);

  const steps = async (): Promise<object[]> => Promise.all(["change-previous", "change-next"].map(async (id) => (await at(id).boundingBox())!));
  const alone = await steps();
  await at("changes-over").click();
  await expect(at("overlay-says")).toHaveText("So với trang 2 của bản cũ.");
  expect(await steps(), "the steps stay under the finger").toEqual(alone);
  await expect(at("changes-list")).toBeHidden();
  const before = await laid(page);
  expect(before).toMatchObject({ pictures: 1, clip: expect.stringContaining("50%") });
  await shot(page, "3-overlay-swipe");
  const grip = (await page.locator(".nso-grip").boundingBox())!;
  await page.mouse.move(grip.x + grip.width / 2, grip.y + grip.height / 2);
  await page.mouse.down();
  await page.mouse.move(grip.x + 160, grip.y, { steps: 4 });
  await page.mouse.up();
  expect((await laid(page)).line).toBeGreaterThan(before.line! + 100);
  await lan.reads(2);
  // the line stays where it is on the glass while the page grows under it
  const line = (await laid(page)).line;
  await page.locator(".nsr-surface").press("+");
  await page.locator(".nsr-surface").press("+");
  await expect.poll(() => laid(page).then(({ line: now }) => Math.abs(now! - line!))).toBeLessThan(2);
  await shot(page, "3-overlay-zoomed");
  await page.locator(".nsr-surface").press("0");
  await at("overlay-line").press("Home");
  await expect(at("overlay-line")).toHaveAttribute("aria-valuetext", "0 % trang là bản cũ");
  await at("overlay-line").press("PageUp");
  await expect(at("overlay-line")).toHaveAttribute("aria-valuenow", "10");

  await at("overlay-blend").click();
  await shot(page, "3-overlay-blend");
  expect(await smallTargets(page)).toEqual([]);
  expect(await axeFaults(page)).toEqual([]);
  for (const number of [3, 4]) {
    await lan.nextPage();
    await lan.reads(number);
    await expect.poll(() => laid(page).then(({ pictures }) => pictures)).toBe(1);
  }
  await expect(at("overlay-says")).toContainText("trang 5 của bản cũ");
  await at("overlay-line").waitFor({ state: "hidden" });
  await at("overlay-close").click();
  await expect(page.locator(".nso")).toHaveCount(0);

  await page.setViewportSize({ width: 820, height: 1180 });
  await at("change-previous").click();
  await lan.reads(2);
  const upright = await steps();
  await at("changes-over").click();
  await expect(at("overlay-says")).toHaveText("So với trang 2 của bản cũ.");
  expect(await steps()).toEqual(upright);
  await shot(page, "3-overlay-portrait-swipe");
  await at("overlay-blend").click();
  await shot(page, "3-overlay-portrait-blend");
});

test("changed pages stay marked among the pages when the line is closed, until the reader says that they are seen", async ({ world, papers, lend }) => {
  const meeting = await world.draft();
  const item = await meeting.item("Kế hoạch chuyển đổi số của tỉnh");
  const first = await meeting.paper(item, papers.plan);
  await meeting.issue();
  const lan = new Tablet(await lend("tablet", world.people.lan));
  const { page } = lan;
  const at = (id: string) => page.getByTestId(id);
  const ribbon = page.locator(".nsr-thumb button", { has: page.locator(".nsr-thumb-changed") });
  await lan.enter(meeting);
  await lan.openPaper(first);
  await lan.reads(1);
  await meeting.paper(item, papers.planRevised, { supersedes: first });
  await page.getByRole("button", { name: "Đã có bản mới" }).click();
  await expect(at("changes-summary")).toBeVisible();
  await at("pages").click();
  await expect(ribbon).toHaveCount(3);
  await at("changes-close").click();
  await expect(at("changes")).toHaveCount(0);
  await expect(ribbon).toHaveCount(3);
  await expect(ribbon.first()).toHaveAttribute("aria-label", /có thay đổi|thay đổi/i);
  await shot(page, "3-ribbon");
  await at("changes-toggle").click();
  await at("changes-seen").click();
  await expect(at("changes")).toHaveCount(0);
  await expect(ribbon).toHaveCount(0);
  await page.reload();
  await lan.reads(1);
  await expect(at("changes-toggle")).toBeVisible();
  await expect(at("changes")).toHaveCount(0);
});

test("what was read on one tablet is the revision to compare with on another, where the body keeps readings", async ({ world, papers, lend }) => {
  await world.administrator.hand.put(`/api/bodies/${world.body.id}/readings`, { kept: true });
  const meeting = await world.draft();
  const item = await meeting.item("Kế hoạch chuyển đổi số của tỉnh");
  const first = await meeting.paper(item, papers.plan);
  await meeting.issue();
  const here = new Tablet(await lend("tablet", world.people.lan));
  await here.enter(meeting);
  const told = here.page.waitForResponse((answer) => answer.request().method() === "POST" && answer.url().endsWith("/readings"));
  await here.openPaper(first);
  await here.reads(1);
  await told;
  const second = await meeting.paper(item, papers.planRevised, { supersedes: first });
  const there = new Tablet(await lend("portrait", world.people.lan));
  await there.enter(meeting);
  await there.openPaper(second);
  await expect(there.page.getByTestId("changes-summary")).toContainText("so với bản đồng chí đã đọc");
});

test("ink, a marking and a note go over to a real revision: what was kept, moved or needs an eye is told, the old page is one tap away, nothing is dropped", async ({ world, papers, lend }) => {
  const meeting = await world.draft();
  const item = await meeting.item("Kế hoạch chuyển đổi số của tỉnh");
  const first = await meeting.paper(item, papers.plan, { title: "Kế hoạch chuyển đổi số" });
  await meeting.issue();
  const lan = new Tablet(await lend("tablet", world.people.lan));
  const { page } = lan;
  const at = (id: string) => page.getByTestId(id);
  await lan.enter(meeting);
  await lan.openPaper(first);
  await lan.reads(1);
  await penIsThere(page);
  const pen = await Pen.of(page);

  // a marking over a number on the second page, ink on the third, a note on the last
  await lan.nextPage();
  await lan.reads(2);
  await at("bar-pen").click();
  await at("ink-highlight").click();
  await pen.stroke(...await lineOf(meeting, first, 2, "85% hồ sơ"));
  await expect(page.getByRole("button", { name: "Cuối đoạn tô" })).toBeVisible();
  await lan.nextPage();
  await lan.reads(3);
  const [from, to] = await lineOf(meeting, first, 3, "Sở Tài chính thẩm định");
  const middle: [number, number] = [(from[0] + to[0]) / 2, from[1]];
  await at("ink-pen").click();
  await pen.stroke(from, middle, to);
  await expect.poll(() => inkAt(page, middle)).toBe(true);
  for (const number of [4, 5]) { await lan.nextPage(); await lan.reads(number); }
  await at("ink-text").click();
  await pen.stroke((await lineOf(meeting, first, 5, "Khi lũ quét"))[0]);
  await page.locator(".ni-sheet textarea").fill("Hỏi về kết nối vệ tinh");
  await at("note-close").click();
  await at("ink-done").click();
  await lan.stands("saved");

  const desk = new Console(await lend("console", world.people.secretary));
  await desk.enter(meeting, "prepare");
  await desk.openItem("Kế hoạch chuyển đổi số của tỉnh");
  await desk.replacePaper(first, papers.planRevised, "Tiếp thu ý kiến các sở");

  await page.getByRole("button", { name: "Đã có bản mới" }).click();
  await expect(at("changes-summary")).toContainText("3 trang thay đổi so với bản đồng chí đã đọc");
  await expect(page.locator(".unseen", { hasText: "Rủi ro và giải pháp" }), "the reader was on the last page, which is the fourth now").toHaveCount(1);
  await lan.notes();
  await expect(at("carry-show")).toHaveText(/Bản mới: 1 ghi chú giữ nguyên, (\d+ đổi chỗ, )?[12] cần xem lại, 0 không còn chỗ/);
  await at("carry-show").click();
  const doubtful = at("carry-check").filter({ hasText: "85%" });
  await expect(doubtful.getByTestId("carry-now"), "what stands there now, beside what stood there").toContainText("92% hồ sơ");
  await shot(page, "3-carried-report");
  const counted = (await at("carry-sentence").textContent())!.match(/\d+/g)!.map(Number);
  expect(counted.reduce((sum, n) => sum + n, 0), "as many as were written").toBe(3);
  await doubtful.getByTestId("carry-old").click();
  await lan.reads(2);
  await expect(at("paper-title")).toContainText("Kế hoạch chuyển đổi số");
  await expect(page.getByRole("button", { name: "Đã có bản mới" }), "the old revision").toBeVisible();

  // all three lie on both revisions
  await page.getByRole("tab", { name: "Của tôi" }).click();
  await expect(at("note")).toHaveCount(6);
  await page.getByRole("button", { name: "Đã có bản mới" }).click();
  await lan.reads(4);
  await expect(page.locator(".ni-pin")).toHaveCount(1);
  await at("previous-page").click();
  await lan.reads(3);
  await expect.poll(() => inkAt(page, middle)).toBe(true);
  await shot(page, "3-carried-ink");
});

/** The paper that is open. */
const openPaper = (page: Page): Promise<string> => page.evaluate(() => document.querySelector("ns-reader")!.paper);

test("a revision that comes while a member draws: the stroke is finished and kept, nothing jumps, and he is told", async ({ world, papers, lend }) => {
  const meeting = await world.draft();
  const item = await meeting.item("Kế hoạch chuyển đổi số của tỉnh");
  const first = await meeting.paper(item, papers.plan);
  await meeting.issue();
  const lan = new Tablet(await lend("tablet", world.people.lan));
  const { page } = lan;
  await lan.enter(meeting);
  await lan.openPaper(first);
  await lan.reads(1);
  await penIsThere(page);
  const pen = await Pen.of(page);
  const sheet = page.locator(".nsr-sheet.is-shown");
  await pen.stroke([0.2, 0.2], [0.3, 0.21]);
  await expect(page.getByTestId("ink-done")).toBeVisible();
  await lan.stands("saved");
  const lay = await sheet.boundingBox();
  await pen.down([0.2, 0.25]);
  await pen.move([0.4, 0.27]);

  const second = await meeting.paper(item, papers.planRevised, { supersedes: first });
  const newer = page.getByRole("button", { name: "Đã có bản mới" });
  await expect(newer).toBeVisible();
  expect(await sheet.boundingBox(), "nothing moves under the pen").toEqual(lay);
  expect(await openPaper(page)).toBe(first);
  await pen.move([0.5, 0.25]);
  await pen.move([0.6, 0.27]);
  await pen.move([0.7, 0.25]);
  await pen.up([0.7, 0.25]);
  for (const x of [0.3, 0.45, 0.65]) await expect.poll(() => inkAt(page, [x, 0.26])).toBe(true);
  expect(await sheet.boundingBox()).toEqual(lay);
  await shot(page, "3-revision-while-drawing");
  await lan.stands("saved");
  await page.getByTestId("ink-done").click();
  await newer.click();
  await lan.reads(1);
  expect(await openPaper(page)).toBe(second);
  await expect(page.getByTestId("changes-summary")).toContainText("so với bản đồng chí đã đọc");
  await lan.notes();
  const told = async (): Promise<number> => ((await page.getByTestId("carry-show").textContent())?.match(/\d+/g) ?? []).map(Number).reduce((sum, n) => sum + n, 0);
  await expect.poll(told, { message: "also of the stroke that was finished after it came, which is carried some seconds later" }).toBe(2);
  await page.reload();
  await page.getByTestId("changes-old").click();
  await expect.poll(() => openPaper(page)).toBe(first);
  await lan.reads(1);
  for (const place of [[0.25, 0.205], [0.3, 0.26], [0.65, 0.26]] as const) await expect.poll(() => inkAt(page, [...place])).toBe(true);
});
