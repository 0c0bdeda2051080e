import { ChairTablet, Tablet } from "../roles/tablet.ts";
import { shot } from "../world/shot.ts";
import { expect, test } from "../world/test.ts";

test("members find nothing of a draft; once it is issued they read, follow, wander and come back", async ({ world, papers, lend }) => {
  const meeting = await world.draft();
  const first = await meeting.item("Báo cáo sơ kết", { presenter: "Lê Thị Ngọc Lan" });
  const second = await meeting.item("Thảo luận kế hoạch", { kind: "DISCUSSION" });
  const report = await meeting.paper(first, papers.report);
  const note = await meeting.paper(second, papers.note);

  const lan = new Tablet(await lend("tablet"));
  await lan.signIn(world.people.lan);
  await expect(lan.page.getByTestId("meetings")).toContainText("Đồng chí chưa có phiên họp nào");
  await shot(lan.page, "3-no-meetings");

  await meeting.issue();
  await lan.enter(meeting);
  await expect(lan.itemInHand).toHaveText("Chưa họp");
  await expect(lan.page.getByTestId("agenda")).toContainText("Thảo luận kế hoạch");
  await shot(lan.page, "3-agenda-issued");
  await lan.checkIn();
  await lan.openPaper(report);
  await lan.reads(1);
  await shot(lan.page, "3-reader");

  // the tablet goes to the item in hand by itself, unless its reader has gone elsewhere
  await meeting.open();
  await meeting.takeUp(second);
  await expect(lan.itemInHand).toContainText("Thảo luận kế hoạch");
  await expect(lan.paperTitle).toContainText("Tờ trình");
  await lan.openPaper(report);
  await lan.reads(1);
  await expect(lan.pill).toContainText("Về mục đang họp – 2. Thảo luận kế hoạch");
  await lan.pill.click();
  await expect(lan.paperTitle).toContainText("Tờ trình");
  await lan.reads(1);

  const minh = new Tablet(await lend("portrait", world.people.minh));
  await minh.enter(meeting);
  await expect(minh.itemInHand).toContainText("Thảo luận kế hoạch");
  await shot(minh.page, "3-portrait-item");

  const chair = new ChairTablet(await lend("tablet", world.people.chair));
  await chair.enter(meeting);
  await chair.presentPaper(report);
  await chair.reads(1);
  await lan.reads(1);
  await minh.reads(1);
  await chair.nextPage();
  await chair.nextPage();
  await lan.reads(3);
  await minh.reads(3);
  await shot(minh.page, "3-portrait-follows");

  await lan.nextPage();
  await lan.reads(4);
  await chair.nextPage();
  await chair.nextPage();
  await minh.reads(5);
  await lan.reads(4);
  await expect(lan.pill).toContainText("trang 5");
  await shot(lan.page, "3-wandered");
  await lan.backToPresenter();
  await lan.reads(5);
  await expect(lan.pill).toHaveCount(0);

  await minh.openPaper(note);
  await minh.reads(1);
  await expect(minh.pill).toContainText("Báo cáo sơ kết");
  await minh.backToPresenter();
  await minh.reads(5);
});

test("a member checks in, asks to speak and sees the queue, votes with a receipt and reads the result", async ({ world, lend }) => {
  const meeting = await world.draft();
  const item = await meeting.item("Thông qua kế hoạch", { kind: "DECISION" });
  await meeting.issue();
  await meeting.open();
  await meeting.takeUp(item);
  await meeting.checkIn("chair", "minh");

  const lan = new Tablet(await lend("tablet", world.people.lan));
  const minh = new Tablet(await lend("portrait", world.people.minh));
  await lan.enter(meeting);
  await minh.enter(meeting);

  await lan.floor();
  await expect(lan.page.getByTestId("floor-says")).toContainText("Hãy điểm danh trước");
  await lan.page.getByTestId("sheet-close").click();
  await shot(lan.page, "3-check-in");
  await lan.checkIn();

  await minh.askToSpeak("Tiến độ ký số");
  await expect(minh.myPlace).toHaveText("Đồng chí là người tiếp theo");
  await lan.askToSpeak("Kinh phí");
  await expect(lan.myPlace).toHaveText("Đồng chí đang ở vị trí thứ 2");
  await expect(lan.queue).toContainText("Tiến độ ký số");
  await expect(minh.queue).toContainText("Kinh phí");
  await shot(lan.page, "3-queue");
  await minh.page.getByTestId("withdraw").click();
  await expect(lan.myPlace).toHaveText("Đồng chí là người tiếp theo");
  await minh.page.getByTestId("sheet-close").click();
  await lan.page.getByTestId("sheet-close").click();

  const vote = await meeting.openVote("Thông qua Kế hoạch số 12/KH-BCĐ", { item });
  await lan.stage("choosing");
  await shot(lan.page, "3-vote");
  await shot(minh.page, "3-vote-portrait");
  await lan.page.getByTestId("choice-against").click();
  await expect(lan.page.getByTestId("picked")).toHaveText("Không tán thành");
  await lan.page.getByTestId("vote-back").click();
  await lan.castVote("for");
  await lan.stage("recorded");
  const code = (await lan.receiptCode.textContent()) ?? "";
  expect(code).toMatch(/^[A-Z0-9]{4,}/);
  await shot(lan.page, "3-receipt");
  await minh.castVote("against");
  await minh.stage("recorded");
  await meeting.vote("chair", vote, "for");
  await expect(lan.page.getByTestId("vote-received")).toContainText("3/3");
  // who has voted may not vote again, from no device
  expect((await world.people.lan.hand.refused(meeting.id, { type: "castBallot", vote, marks: ["against"], words: "" })).code).toBe("ALREADY_VOTED");

  await meeting.secretary.command(meeting.id, { type: "closeVote", vote });
  await expect(lan.sentence).toHaveText("Thông qua: 2 tán thành trên 3 thành viên; cần quá nửa (ít nhất 2)");
  await expect(minh.sentence).toHaveText("Thông qua: 2 tán thành trên 3 thành viên; cần quá nửa (ít nhất 2)");
  await expect(lan.page.getByTestId("my-ballot")).toHaveAttribute("data-listed", "true");
  await expect(lan.receiptCode).toHaveText(code);
  await lan.page.getByTestId("vote-names").locator("summary").click();
  await expect(lan.page.getByTestId("vote-names")).toContainText("Phạm Đức Minh");
  await shot(lan.page, "3-result");
  await shot(minh.page, "3-result-portrait");
});
