import { Console } from "../roles/console.ts";
import { Tablet } from "../roles/tablet.ts";
import { Line } from "../world/line.ts";
import { chosen } from "../world/look.ts";
import { shot } from "../world/shot.ts";
import { expect, test } from "../world/test.ts";

test("a ballot that comes after closing is refused in words, to each member in the language of the own tablet", async ({ world, lend }) => {
  const meeting = await world.draft();
  const item = await meeting.item("Thông qua kế hoạch", { kind: "DECISION" });
  await meeting.issue();
  await meeting.open();
  await meeting.takeUp(item);
  await meeting.checkIn("chair", "lan", "minh");
  const lan = new Tablet(await lend("tablet", world.people.lan));
  const minh = new Tablet(await lend("portrait", world.people.minh));
  await chosen(minh.page, "en", "light");
  const lines = [await Line.of(lan.page), await Line.of(minh.page)];
  for (const one of [lan, minh]) await one.enter(meeting);
  const vote = await meeting.openVote("Thông qua Kế hoạch số 12/KH-BCĐ", { item });
  for (const one of [lan, minh]) await one.stage("choosing");
  await meeting.vote("chair", vote, "for");

  // the Wi-Fi dies, and with it the news that the chair has closed
  for (const line of lines) await line.cut();
  await meeting.secretary.command(meeting.id, { type: "closeVote", vote });
  for (const one of [lan, minh]) {
    await one.castVote("for");
    await one.stage("sending");
  }
  for (const line of lines) await line.mend();
  for (const one of [lan, minh]) await expect(one.result).toBeVisible();
  await expect(lan.page.getByTestId("my-ballot")).toContainText(/Phiếu không được ghi nhận: Biểu quyết đã kết thúc lúc \d\d:\d\d/);
  await expect(minh.page.getByTestId("my-ballot")).toContainText(/The ballot was not recorded: The vote was closed at \d\d:\d\d/);
  // the result is everybody's, each in the own words
  await expect(lan.sentence).toHaveText("Không thông qua: 1 tán thành trên 3 thành viên; cần quá nửa (ít nhất 2)");
  await expect(minh.sentence).toHaveText("Not passed: 1 for of 3 members; more than half needed (at least 2)");
  await shot(minh.page, "9-late-ballot");
});

test("the console says in English why a vote should not be opened, and opens it all the same when told so", async ({ world, lend }) => {
  const meeting = await world.draft();
  const item = await meeting.item("Thông qua kế hoạch", { kind: "DECISION" });
  await meeting.issue();
  await meeting.open();
  await meeting.takeUp(item);
  await meeting.checkIn("chair");
  const desk = new Console(await lend("console", world.people.secretary));
  await chosen(desk.page, "en", "light");
  await desk.enter(meeting);
  await desk.at("vote-add").click();
  await desk.at("vote-question").fill("Thông qua Kế hoạch số 12/KH-BCĐ");
  await desk.at("vote-save").click();
  await desk.at("vote-open").first().click();
  await desk.at("vote-open-yes").click();
  const asked = desk.at("sheet-confirm");
  await expect(asked).toContainText("Not enough members are present");
  await expect(asked).toContainText(/1 of 3/);
  await expect(asked).not.toContainText(/thành viên/);
  await desk.confirm();
  await expect(desk.at("vote-live")).toBeVisible();
});
