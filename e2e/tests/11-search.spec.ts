import { Console } from "../roles/console.ts";
import { Tablet } from "../roles/tablet.ts";
import { REPORT_PAGES } from "../world/papers.ts";
import { shot } from "../world/shot.ts";
import { expect, test } from "../world/test.ts";

test("a member finds a word offline and lands on it; what is for named people is found by them alone", async ({ world, papers, lend }) => {
  const earlier = await world.draft("Phiên họp trước");
  const old = await earlier.item("Triển khai thuỷ lôi");
  await earlier.paper(old, papers.note, { title: "Tờ trình lần trước" });
  await earlier.issue();
  const meeting = await world.draft();
  const item = await meeting.item("Báo cáo sơ kết");
  const report = await meeting.paper(item, papers.report, { title: "Báo cáo sơ kết" });
  const closed = await meeting.paper(item, papers.note, { title: "Tờ trình riêng", access: "NAMED", named: [world.people.minh.id] });
  await meeting.issue();

  const lan = new Tablet(await lend("tablet", world.people.lan));
  await lan.enter(meeting);
  await lan.keepsPapers(report);
  // the first visit is not yet served by the worker
  await lan.page.reload();
  await expect(lan.itemInHand).toBeVisible();

  // in all meetings, by the server
  await lan.search("all", "ky so van ban");
  await expect(lan.hits.first()).toBeVisible();
  await expect(lan.page.getByTestId("search-meeting")).toHaveText([/sơ kết 6 tháng/, /Phiên họp trước/]);
  await expect(lan.page.getByTestId("search-paper").filter({ hasText: "Tờ trình riêng" })).toHaveCount(0);
  await shot(lan.page, "11-search-all");

  // emptied by a button of a thumb's size, which has a name
  const clear = lan.page.getByRole("button", { name: "Xóa nội dung tìm" });
  const { width, height } = (await clear.boundingBox())!;
  expect(Math.min(width, height)).toBeGreaterThanOrEqual(48);
  await clear.click();
  await expect(lan.page.getByTestId("search-field")).toHaveValue("");
  await expect(lan.page.getByTestId("search-field")).toBeFocused();
  await expect(clear).toHaveCount(0);
  await expect(lan.hits).toHaveCount(0);

  // in the meeting's papers, without a network
  await lan.page.context().setOffline(true);
  await lan.search("meeting", "THUY LOI DINH");
  await expect(lan.page.getByTestId("search-says")).toContainText(`${REPORT_PAGES} trang trong 1 tài liệu`);
  await lan.page.getByTestId("search-more").click();
  await expect(lan.hits).toHaveCount(REPORT_PAGES);
  await lan.hits.nth(3).click();
  await lan.reads(4);
  await expect(lan.paperTitle).toContainText("Báo cáo sơ kết");
  await expect(lan.page.locator(".nsr-mark, .nsr-marks > *").first()).toBeVisible();
  // marks are drawn anew when the page's words come: one that was taken away in between is looked for again
  await expect.poll(() => lan.page.locator(".nsr-mark").first().evaluate((mark: HTMLElement) => {
    if (!mark.parentElement) return 0;
    const [page, box] = [mark.parentElement.getBoundingClientRect(), mark.getBoundingClientRect()];
    const { left, top, width, height } = mark.style;
    const [x, y, w, h] = [left, top, width, height].map((share) => Number.parseFloat(share) / 100) as [number, number, number, number];
    return Math.min(page.x + x * page.width - box.left, page.y + y * page.height - box.top, box.right - page.x - (x + w) * page.width, box.bottom - page.y - (y + h) * page.height);
  }), "a mark reaches over its words on every side").toBeGreaterThan(1);
  await shot(lan.page, "11-search-hit");
  await lan.search("all", "thuỷ lôi đình");
  await expect(lan.page.getByTestId("search-says")).toContainText("chỉ tìm trong tài liệu đã có trên máy");
  await expect(lan.hits.first()).toBeVisible();
  await lan.page.context().setOffline(false);

  const minh = new Tablet(await lend("portrait", world.people.minh));
  await minh.enter(meeting);
  await minh.search("meeting", "ky so van ban");
  await minh.page.getByTestId("search-hit").and(minh.page.locator(`[data-paper="${closed}"]`)).first().click();
  await minh.reads(1);
  await expect(minh.paperTitle).toContainText("Tờ trình riêng");
  await shot(minh.page, "11-search-portrait");
  await minh.page.getByTestId("search-field").click();
  await shot(minh.page, "11-search-portrait-list");

  const desk = new Console(await lend("console", world.people.secretary));
  await desk.enter(meeting, "prepare");
  await desk.at("search").click();
  await desk.at("search-field").fill("thuy loi");
  await desk.at("search-hit").first().waitFor();
  await shot(desk.page, "11-search-console");
  await desk.at("search-hit").first().click();
  await expect(desk.page.locator(".nsr-mark, .nsr-marks > *").first()).toBeVisible();
  await shot(desk.page, "11-search-console-page");
});
