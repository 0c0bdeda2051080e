import type { Page } from "@playwright/test";
import type { NsReader } from "../../client-kit/src/reader/index.ts";
import { Console } from "../roles/console.ts";
import { axeFaults, underNotices } from "../world/look.ts";
import { shot } from "../world/shot.ts";
import { expect, test } from "../world/test.ts";
import { giveVoice, said } from "../world/voice.ts";

const shown = (page: Page) => page.locator("paper-table .nsr-sheet.is-shown").first();
const button = (page: Page, name: string) => page.locator("paper-table").getByRole("button", { name, exact: true });

test("on the console a paper shows what changed in it, is searched and read aloud, and keeps to its handling", async ({ world, papers, lend }) => {
  const meeting = await world.draft();
  const item = await meeting.item("Báo cáo sơ kết");
  const first = await meeting.paper(item, papers.report, { title: "Báo cáo sơ kết" });
  await meeting.issue();
  await meeting.open();
  await meeting.takeUp(item);
  const page = await lend("console", world.people.secretary);
  await giveVoice(page);
  const desk = new Console(page);
  await desk.enter(meeting);
  await desk.at("paper-open").click();
  await expect(shown(page)).toBeVisible();
  await expect(desk.at("changes-toggle")).toHaveCount(0);
  await expect.poll(() => page.evaluate((id) => Object.keys(localStorage).some((key) => key.startsWith("nghisu.place.") && key.endsWith(id)), first)).toBe(true);

  // who has read the old one is told of the new one, and led from change to change
  await meeting.paper(item, papers.reportRevised, { title: "Báo cáo sơ kết", supersedes: first });
  await desk.at("paper-newer").click();
  await expect(desk.at("changes-summary")).toContainText("Bản mới: 2 trang thay đổi so với bản đồng chí đã đọc");
  await desk.at("change-next").click();
  await expect(page.locator("paper-table .nsc-mark.is-added")).toHaveCount(1);
  expect(await page.locator("paper-table ns-reader").evaluate((reader: NsReader) => [reader.page, ...reader.changedPages])).toEqual([4, 4, 7]);
  await shot(page, "11-console-changes");
  expect(await axeFaults(page)).toEqual([]);
  await desk.at("changes-old").click();
  await expect(desk.at("paper-newer")).toBeVisible();
  await desk.at("paper-newer").click();
  await desk.at("changes-toggle").click();
  await expect(desk.at("changes")).toHaveCount(0);

  // search in the open paper, then its sentences said aloud
  await button(page, "Tìm").click();
  await page.locator("paper-table").getByTestId("search-field").fill("thuy-loi-dinh");
  await expect(page.locator("paper-table .nss-says")).toContainText("6 kết quả trên 6 trang");
  await page.locator("paper-table .nss-hits button").nth(1).click();
  await expect(page.locator("paper-table .nsr-mark").first()).toBeVisible();
  await shot(page, "11-console-search-paper");
  await button(page, "Cách xem").click();
  await button(page, "Đọc thành tiếng").click();
  await expect(page.locator("paper-table .nsr-mark.is-strong").first()).toBeVisible();
  expect((await said(page))[0]).toContain("Phần");
  await button(page, "Thôi đọc").click();

  // for viewing only: nothing is printed
  const paper = await page.locator("paper-table ns-reader").evaluate((reader: NsReader) => reader.paper);
  await meeting.secretary.command(meeting.id, { type: "protectPaper", paper, handling: "VIEW_ONLY", reason: "Mật" });
  await expect(page.locator("paper-table ns-reader")).toHaveAttribute("view-only");
  await page.emulateMedia({ media: "print" });
  await expect(page.locator("paper-table .nsr-no-print")).toBeVisible();
  await expect(page.locator("paper-table .nsr-surface")).toBeHidden();
  await page.emulateMedia({ media: "screen" });

  // taken back while it lies open: by whom, when, why
  await meeting.secretary.command(meeting.id, { type: "withdrawPaper", paper, reason: "Có sai sót" });
  await expect(desk.at("paper-gone")).toContainText(/Nguyễn Thị Hương Giang đã thu hồi tài liệu này lúc .* Lý do: Có sai sót/);
  await expect(shown(page)).toHaveCount(0);
  for (const act of ["present", "changes-toggle", "changes", "beside"]) await expect(desk.at(act), "nothing is done with what is gone").toHaveCount(0);
  await shot(page, "11-console-withdrawn");
});

test("beside an open paper a vote is followed and closed; notices cover nothing; colours, language and the way out are at hand", async ({ world, papers, lend }) => {
  const meeting = await world.draft();
  const item = await meeting.item("Thông qua Kế hoạch", { kind: "DECISION" });
  for (let n = 2; n < 24; n++) await meeting.item(`Nội dung thứ ${n} của chương trình phiên họp`);
  await meeting.paper(item, papers.note, { title: "Tờ trình dự thảo Kế hoạch" });
  await meeting.issue();
  await meeting.open();
  await meeting.checkIn("chair", "lan", "minh");
  await meeting.takeUp(item);
  const page = await lend("console", world.people.chair);
  const desk = new Console(page);
  await desk.enter(meeting);
  await desk.at("paper-open").click();
  await expect(shown(page)).toBeVisible();
  const vote = await meeting.openVote("Thông qua Kế hoạch số 12/KH-BCĐ về chuyển đổi số của tỉnh", { item });
  await meeting.vote("lan", vote, "for");
  await expect(desk.at("line-received")).toHaveText("1");
  await shot(page, "11-console-vote-beside");
  await desk.at("line-own").click();
  await desk.at("own-ballot").getByRole("button").first().click();
  await desk.confirm();
  await expect(desk.at("line-received")).toHaveText("2");
  await expect(desk.at("line-own")).toHaveCount(0);
  await meeting.vote("minh", vote, "for");
  await desk.at("line-close").click();
  await desk.confirm();
  await expect(desk.at("vote-line")).toContainText("thông qua", { ignoreCase: true });
  await shot(page, "11-console-result-beside");
  await desk.at("line-clear").click();
  await expect(desk.at("vote-line")).toHaveCount(0);

  // what is said stands over no button, in no tense
  await desk.at("paper-close").click();
  await desk.at("conclusion-text").fill("Thống nhất thông qua Kế hoạch.");
  await desk.at("conclusion-save").click();
  await expect(page.locator(".ns-notice")).toContainText("Đã ghi vào biên bản.");
  await page.locator("ns-notices").evaluate((region, text) => {
    // three more that stay: what stands before its own is left alone by the next drawing
    for (let i = 0; i < 3; i++) region.insertAdjacentHTML("afterbegin", `<div class="ns-notice is-warn"><p>${text}</p><button class="ns-button ns-plain">Đóng</button></div>`);
  }, "Chưa thực hiện được: phiên họp vừa chuyển sang nội dung khác. Xem lại chương trình rồi thử lại.");
  for (const size of [{ width: 1440, height: 900 }, { width: 1280, height: 800 }]) {
    await page.setViewportSize(size);
    for (const tense of ["prepare", "minutes", "lead"] as const) {
      await desk.tense(tense);
      await expect(page.locator(".desk")).toBeVisible();
      await expect(page.locator(".ns-notice.is-warn")).toHaveCount(3);
      await expect.poll(() => underNotices(page), { message: `${tense} at ${size.width}` }).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth), "nothing lies beside the page").toBeLessThanOrEqual(size.width);
      await shot(page, `11-console-notices-${tense}-${size.width}`);
    }
  }
  await page.reload();

  await desk.tense("lead");
  const menu = desk.at("own-menu");
  await menu.getByRole("button").click();
  await shot(page, "11-console-own-menu");
  await menu.getByRole("menuitemradio", { name: "Nền tối" }).click();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await menu.getByRole("button").click();
  await menu.getByRole("menuitem", { name: "English" }).click();
  await expect(desk.at("tense-lead")).toHaveText("Lead");
  await menu.getByRole("button").click();
  await menu.getByRole("menuitem", { name: "Sign out" }).click();
  await expect(desk.at("signin-name")).toBeVisible();
});
