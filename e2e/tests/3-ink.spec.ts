import { Tablet } from "../roles/tablet.ts";
import { smallTargets } from "../world/look.ts";
import { inkAt, Pen, penIsThere } from "../world/pen.ts";
import { shot } from "../world/shot.ts";
import { expect, test } from "../world/test.ts";

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
  const pen = await Pen.of(page);
  await pen.stroke([0.2, 0.1], [0.4, 0.12], [0.6, 0.1]);
  await expect.poll(() => inkAt(page, [0.4, 0.119])).toBe(true);
  await expect(at("ink-done")).toBeVisible();
  await shot(page, "3-ink-tablet");
  expect(await smallTargets(page)).toEqual([]);

  await at("ink-highlight").click();
  await pen.stroke([0.2, 0.215], [0.5, 0.215]);
  await expect(page.getByRole("button", { name: "Cuối đoạn tô" })).toBeVisible();
  await at("ink-text").click();
  await pen.stroke([0.7, 0.25]);
  await page.locator(".ni-sheet textarea").fill("Hỏi về số liệu dịch vụ công của Sở");
  await shot(page, "3-ink-note");
  await at("note-close").click();
  await at("ink-done").click();
  await expect(at("ink-done")).toBeHidden();
  await lan.stands("saved");

  await page.reload();
  await lan.reads(1);
  await expect.poll(() => inkAt(page, [0.4, 0.119])).toBe(true);
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
  await expect.poll(() => inkAt(page, [200 / box.width, 120 / box.height])).toBe(true);
  await shot(page, "3-ink-portrait");
  expect(await smallTargets(page)).toEqual([]);
  expect(await page.evaluate(() => [...document.querySelectorAll(".ni-bar button, .bar button")].filter((b) => b.getBoundingClientRect().right > innerWidth).length)).toBe(0);
});
