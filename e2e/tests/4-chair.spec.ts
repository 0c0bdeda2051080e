import { expect, type Locator } from "@playwright/test";
import { Console } from "../roles/console.ts";
import { Screen } from "../roles/screen.ts";
import { ChairTablet, Tablet } from "../roles/tablet.ts";
import { seconds, wrongBy } from "../world/clock.ts";
import { shot } from "../world/shot.ts";
import { test } from "../world/test.ts";

const reading = async (clock: Locator): Promise<number> => seconds((await clock.textContent()) ?? "");

/** All the clocks are read at once; how far the first and the last are apart, in seconds. */
async function apart(clocks: readonly Locator[]): Promise<number> {
  const shown = await Promise.all(clocks.map(reading));
  return Math.max(...shown) - Math.min(...shown);
}

const agree = (clocks: readonly Locator[]): Promise<void> => expect.poll(() => apart(clocks), { intervals: [200] }).toBeLessThanOrEqual(1);

test("the chair leads from a tablet: speakers, an open vote, its repetition with a tie, an unnamed vote; every device shows the same", async ({ world, lend }) => {
  const meeting = await world.draft();
  const report = await meeting.item("Báo cáo kết quả", { kind: "REPORT" });
  const plan = await meeting.item("Thông qua kế hoạch", { kind: "DECISION" });
  await meeting.prepareVote("Thông qua Kế hoạch số 12/KH-BCĐ", { item: plan, base: "CAST" });
  await meeting.issue();
  await meeting.open();
  await meeting.takeUp(report);
  await meeting.checkIn("chair", "lan", "minh");

  const chair = new ChairTablet(await lend("tablet", world.people.chair));
  const lan = new Tablet(await lend("tablet", world.people.lan));
  const minh = new Tablet(await lend("portrait", world.people.minh));
  const desk = new Console(await lend("console", world.people.secretary));
  const wall = await lend("screen");
  // nobody in the room knows it, but two of the devices are hours away
  await wrongBy(chair.page, 5);
  await wrongBy(minh.page, -7);
  for (const one of [chair, lan, minh]) await one.enter(meeting);
  await desk.enter(meeting);
  const screen = await Screen.paired(wall, world);
  await screen.shows("item");
  expect(await chair.page.evaluate(() => Date.now())).toBeGreaterThan(Date.now() + 4 * 3_600_000);

  // the floor: given, paused, gone on with, ended
  await lan.askToSpeak("Về kinh phí thực hiện");
  await chair.callFirst(5);
  await screen.shows("speaker");
  await expect(screen.room).toContainText(world.people.lan.name);
  await minh.floor();
  const clocks = [chair.turnClock, lan.turnClock, minh.turnClock, desk.stageClock, screen.turnClock];
  for (const clock of clocks) await expect(clock).toContainText(/04:5\d/);
  await agree(clocks);
  await shot(screen.page, "4-speaker");
  await chair.pauseTurn();
  for (const one of [lan, minh]) await expect(one.turnClock.locator(".is-paused")).toBeVisible();
  await expect(screen.picture).toContainText("tạm dừng");
  await expect(desk.live).toContainText("tạm dừng");
  const paused = (await chair.turnClock.locator(".ns-timer-count").textContent()) ?? "";
  for (const clock of clocks) await expect(clock).toContainText(paused);
  await shot(chair.page, "4-paused");
  await chair.pauseTurn();
  for (const clock of clocks) await expect.poll(() => reading(clock), { intervals: [200] }).toBeLessThan(seconds(paused));
  await agree(clocks);
  await chair.endTurn();
  await screen.shows("item");
  for (const one of [lan, minh]) await expect(one.turnClock).toHaveCount(0);
  await minh.page.getByTestId("sheet-close").click();
  await chair.takeUpNext();
  for (const one of [lan, minh]) await expect(one.itemInHand).toContainText("Thông qua kế hoạch");
  await expect(desk.at("item-in-hand")).toContainText("Thông qua kế hoạch");

  // an open vote: all is told while it runs but how anybody votes
  await chair.openPrepared();
  await screen.shows("vote");
  const countdowns = [chair.countdown, lan.countdown, minh.countdown, desk.stageClock, screen.countdown];
  for (const clock of countdowns) await expect(clock).toContainText(/(00:5\d|01:00)/);
  await agree(countdowns);
  for (const one of [chair, lan]) await one.castVote("for");
  await minh.castVote("against");
  for (const one of [chair, lan, minh]) await one.stage("recorded");
  const code = await lan.receiptCode.innerText();
  await expect(screen.picture).toContainText("3/3");
  await expect(desk.at("vote-received")).toHaveText("3");
  await chair.closeVote();
  await screen.shows("result");
  const everywhere = [chair.sentence, lan.sentence, minh.sentence, desk.sentence, screen.sentence];
  for (const sentence of everywhere) await expect(sentence).toHaveText("Thông qua: 2 tán thành trên 3 phiếu; cần quá nửa (ít nhất 2)");
  await expect(screen.picture).toContainText(world.people.minh.name);
  expect(await lan.publishedCodes()).toContain(code);
  expect(await lan.publishedCodes()).toHaveLength(3);
  await shot(screen.page, "4-open-result");

  // put once more: other ballots, a tie that waits for the chair's word, and the first result stays
  await chair.repeatVote("Đề nghị làm rõ kinh phí");
  await screen.shows("vote");
  await lan.castVote("for");
  await minh.castVote("against");
  for (const one of [lan, minh]) await one.stage("recorded");
  const second = await lan.receiptCode.innerText();
  await expect(desk.at("vote-received")).toHaveText("2");
  await chair.closeVote();
  for (const sentence of everywhere) await expect(sentence).toHaveText("Ngang phiếu: 1 tán thành, 1 không tán thành trên 2 phiếu; chờ chủ trì quyết định");
  await chair.decideTie("failed");
  for (const sentence of [chair.leadSentence, ...everywhere.slice(1)]) await expect(sentence).toHaveText("Không thông qua theo ý kiến của chủ trì: 1 tán thành, 1 không tán thành trên 2 phiếu");
  expect(await lan.publishedCodes()).toContain(second);
  expect(await lan.publishedCodes()).not.toContain(code);
  await expect(desk.at("vote")).toHaveCount(2);

  // an unnamed vote: the same sentence everywhere, a code for everybody, no name anywhere
  await chair.openVote("Tín nhiệm nhân sự tổ giúp việc", "UNNAMED");
  await screen.shows("vote");
  await expect(screen.picture).toContainText("Không ghi tên");
  await expect(lan.voteSheet).toContainText("Không ghi tên");
  for (const one of [chair, minh]) await one.castVote("for");
  await lan.castVote("not-voting");
  for (const one of [chair, lan, minh]) await one.stage("recorded");
  // even the own tablet doesn't show what was chosen
  await expect(lan.page.getByTestId("ballot-recorded")).not.toContainText("Không biểu quyết");
  const unnamed = await lan.receiptCode.innerText();
  await chair.closeVote();
  for (const sentence of everywhere) await expect(sentence).toHaveText("Thông qua: 2 tán thành trên 3 thành viên; cần quá nửa (ít nhất 2)");
  expect(await lan.publishedCodes()).toContain(unnamed);
  for (const one of [chair, lan, minh]) await expect(one.page.getByTestId("vote-names")).toHaveCount(0);
  await expect(screen.picture).not.toContainText(world.people.lan.name);
  await expect(desk.at("result-live")).not.toContainText(world.people.lan.name);
  await shot(screen.page, "4-unnamed-result");
  await shot(chair.page, "4-chair");
});
