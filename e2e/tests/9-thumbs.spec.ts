import type { Page } from "@playwright/test";
import { Tablet } from "../roles/tablet.ts";
import { axeFaults, clipped, paleText, smallMains, smallTargets } from "../world/look.ts";
import { shot } from "../world/shot.ts";
import { expect, test } from "../world/test.ts";

/** reading.md 7, U1: three sizes of text, both ways up, a telephone, and the wide one at 200 %. */
const GLASSES = [
  ...(["normal", "large", "largest"] as const).flatMap((text) => [{ text, width: 1280, height: 800 }, { text, width: 820, height: 1180 }] as const),
  { text: "normal", width: 640, height: 400 }, { text: "normal", width: 320, height: 640 },
] as const;
const NARROW_PX = 700;
const TITLE = "Báo cáo kết quả sáu tháng đầu năm về ứng dụng công nghệ thông tin và xây dựng Chính phủ điện tử trên địa bàn tỉnh";

/** One screen through all glasses, without a reload: the app follows its size and its text as they change. */
async function seen(page: Page, name: string): Promise<void> {
  for (const { text, width, height } of GLASSES) {
    const where = `${name}, ${text} ${width}×${height}`;
    await page.setViewportSize({ width, height });
    await page.evaluate(async (size) => {
      document.documentElement.dataset["text"] = size;
      for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
    }, text);
    expect.soft(await smallTargets(page), `${where}: targets`).toEqual([]);
    if (width > NARROW_PX) expect.soft(await smallMains(page), `${where}: main acts`).toEqual([]);
    expect.soft(await clipped(page), `${where}: clipped`).toEqual([]);
    if (width <= NARROW_PX) await shot(page, `9-thumbs-${name}-${width}`);
  }
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.evaluate(() => { delete document.documentElement.dataset["text"]; });
  expect.soft(await axeFaults(page), `${name}: accessibility`).toEqual([]);
  const theme = await page.evaluate(() => document.documentElement.dataset["theme"]);
  await page.evaluate(() => { document.documentElement.dataset["theme"] = "contrast"; });
  expect.soft(await paleText(page), `${name}: high contrast`).toEqual([]);
  await shot(page, `9-thumbs-${name}-contrast`);
  await page.evaluate((before) => { document.documentElement.dataset["theme"] = before ?? "light"; }, theme);
}

test("every screen of the tablet can be touched, read and told apart: three sizes of text, both ways up, on 320 pixels and at 200 %, with high contrast", async ({ world, papers, lend }) => {
  test.setTimeout(600_000);
  const { people, server } = world;
  const meeting = await world.draft(TITLE);
  const item = await meeting.item("Báo cáo sơ kết tình hình thực hiện nhiệm vụ phát triển chính quyền điện tử", { presenter: people.lan.name });
  const old = await meeting.paper(item, papers.report, { title: TITLE });
  const report = await meeting.paper(item, papers.reportRevised, { title: TITLE, supersedes: old });
  await meeting.paper(item, papers.note, { title: "Tờ trình" });
  await meeting.issue();

  const door = await lend("tablet");
  await door.goto(`${server.address}/tablet/`);
  await expect(door.getByTestId("sign-in-name")).toBeVisible();
  await seen(door, "sign-in");

  const lan = new Tablet(await lend("tablet", people.lan));
  const { page } = lan;
  const at = (id: string) => page.getByTestId(id);
  await lan.meetings(server.address);
  await expect(lan.line(meeting)).toBeVisible();
  await seen(page, "meetings");
  await meeting.open();
  await meeting.takeUp(item);
  await lan.enter(meeting);
  await expect(at("check-in")).toBeVisible();
  await seen(page, "presence");
  await meeting.checkIn("lan", "minh", "chair");
  await page.setViewportSize({ width: 820, height: 1180 });
  await at("open-agenda").click();
  await expect(at("agenda")).toBeVisible();
  await seen(page, "agenda");
  await page.setViewportSize({ width: 820, height: 1180 });
  await at(`item-${item}`).click();
  await expect(at("item-page")).toBeVisible();
  await seen(page, "item");

  await lan.openPaper(report);
  await lan.reads(1);
  await seen(page, "reader");
  await at("more").click();
  await expect(at("look")).toBeVisible();
  await seen(page, "more");
  await at("look").click();
  await expect(page.locator(".nsr-view")).toBeVisible();
  await seen(page, "look");
  await page.keyboard.press("Escape");
  await page.locator(".nsr-panel-head .nsr-button").click();
  await at("pages").click();
  await expect(page.locator(".nsr-thumb").first()).toBeVisible();
  await seen(page, "pages");
  await page.locator(".nsr-tabs").getByRole("button", { name: "Mục lục" }).click();
  await seen(page, "contents");
  await page.locator(".nsr-panel-head .nsr-button").click();
  await at("page-count").click();
  await expect(page.locator(".nsr-pad")).toBeVisible();
  await seen(page, "pad");
  await page.keyboard.press("Escape");
  await at("bar-large-text").click();
  await expect(page.locator(".nsr-large-page h3").first()).toBeVisible();
  await seen(page, "large-text");
  await at("bar-large-text").click();

  await at("changes-toggle").click();
  await expect(at("changes-summary")).toBeVisible();
  await at("changes-list").click();
  await expect(page.locator(".nsc-list")).toBeVisible();
  await seen(page, "changes");
  await at("changes-toggle").click();
  await at("more").click();
  await at("beside").click();
  await seen(page, "beside-sheet");
  await at(`beside-${old}`).click();
  await expect(page.locator("ns-reader .nsr-sheet.is-shown")).toHaveCount(2);
  await seen(page, "beside");
  await at("beside-close").click();

  await lan.search("paper", "cong nghe");
  await expect(lan.hits.first()).toBeVisible();
  await seen(page, "search");
  await at("sheet-close").click();
  await lan.notes();
  await lan.addNote("Hỏi lại số liệu của Sở Tài chính");
  await lan.note("Hỏi lại số liệu của Sở Tài chính").getByTestId("note-more").click();
  await at("share-pick").click();
  await expect(at("share-person").first()).toBeVisible();
  await seen(page, "notes");
  await at("sheet-close").click();
  await at("bar-pen").click();
  await at("ink-highlight").click();
  await seen(page, "ink");
  await at("ink-done").click();

  await lan.askToSpeak("Kinh phí thực hiện");
  await expect(lan.myPlace).toBeVisible();
  await seen(page, "floor");
  await at("sheet-close").click();
  await lan.status.click();
  await seen(page, "status");
  await at("sheet-close").click();
  await at("me").click();
  await expect(at("me-panel")).toBeVisible();
  await seen(page, "settings");
  await at("me-close").click();

  const vote = await meeting.openVote("Thông qua Kế hoạch số 12/KH-BCĐ về chuyển đổi số sáu tháng cuối năm", { item });
  await lan.stage("choosing");
  await seen(page, "vote");
  await at("choice-for").click();
  await expect(at("vote-confirm")).toBeVisible();
  await seen(page, "vote-sure");
  await at("vote-confirm").click();
  await lan.stage("recorded");
  await seen(page, "ballot");
  await meeting.secretary.command(meeting.id, { type: "closeVote", vote });
  await lan.publishedCodes();
  await seen(page, "result");
});
