import { Tablet } from "../roles/tablet.ts";
import { ADDED_WORD } from "../world/papers.ts";
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

  await at("changes-old").click();
  await lan.reads(2);
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
