import type { Page } from "@playwright/test";
import { Console } from "../roles/console.ts";
import { Screen } from "../roles/screen.ts";
import { Tablet } from "../roles/tablet.ts";
import { shot } from "../world/shot.ts";
import { expect, test, type Lend } from "../world/test.ts";
import type { World } from "../world/world.ts";

async function paired(world: World, lend: Lend): Promise<{ screen: Screen; wall: Page }> {
  const wall = await lend("screen");
  return { wall, screen: await Screen.paired(wall, world) };
}

test("an election from the secretary's sheet to the wall: names are touched, looked at once more and sent; a tie for the last seat is named", async ({ world, lend }) => {
  const meeting = await world.draft();
  const item = await meeting.item("Bầu Tổ giúp việc", { kind: "DECISION" });
  await meeting.issue();
  await meeting.checkIn("chair", "lan", "minh");
  await meeting.open();
  await meeting.takeUp(item);

  const desk = new Console(await lend("console", world.people.secretary));
  await desk.page.goto(`${world.server.address}/web/#/meeting/${meeting.id}/lead`);
  await expect(desk.at("item-in-hand")).toContainText("Tổ giúp việc");
  await desk.at("vote-add").click();
  await desk.at("vote-question").fill("Bầu thành viên Tổ giúp việc Ban Chỉ đạo");
  await desk.at("vote-choices").selectOption("election");
  await desk.at("vote-save").click();
  await expect(desk.page.getByRole("alert")).toContainText("Cần từ 1 đến 50");
  await desk.at("vote-options").fill("Nguyễn Thị Thanh Hương, Phó Giám đốc Sở Thông tin và Truyền thông\nTrần Văn Bình\n\nLê Quang Dũng");
  await desk.at("vote-many").fill("2");
  await shot(desk.page, "14-election-sheet");
  await desk.at("vote-save").click();
  await desk.at("vote-open").first().click();
  // who may vote is told as of this moment, also when somebody goes while the question stands
  await expect(desk.at("open-to")).toContainText(/^3\s/);
  await meeting.secretary.command(meeting.id, { type: "markLeft", person: world.people.minh.id });
  await expect(desk.at("open-to")).toContainText(/^2\s/);
  await meeting.checkIn("minh");
  await expect(desk.at("open-to")).toContainText(/^3\s/);
  await desk.at("vote-open-yes").click();
  // without a network nothing is pushed out of the window
  await desk.page.context().setOffline(true);
  await expect(desk.page.locator(".ns-status")).toHaveClass(/is-offline/);
  expect(await desk.page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  await shot(desk.page, "14-offline-console");
  await desk.page.context().setOffline(false);
  await expect(desk.page.locator(".ns-status")).toHaveClass(/is-saved/);

  const lan = new Tablet(await lend("tablet", world.people.lan));
  await lan.enter(meeting);
  const names = lan.page.locator(".ns-ballot-option");
  await expect(names).toHaveCount(3);
  await names.nth(0).click();
  await names.nth(2).click();
  // two are all that may be chosen
  await expect(names.nth(1)).toBeDisabled();
  await expect(lan.page.locator(".ns-ballot-count")).toContainText("Đã chọn 2/2");
  await shot(lan.page, "14-election-ballot");
  await lan.page.getByTestId("vote-go-on").click();
  await expect(lan.page.getByTestId("picked")).toContainText("Lê Quang Dũng");
  await lan.page.getByTestId("vote-back").click();
  // what was marked is still there
  await expect(names.nth(2)).toHaveAttribute("aria-pressed", "true");
  await names.nth(2).click();
  await names.nth(1).click();
  await lan.page.getByTestId("vote-go-on").click();
  await shot(lan.page, "14-election-confirm");
  await lan.page.getByTestId("vote-confirm").click();
  await lan.stage("recorded");

  const minh = new Tablet(await lend("portrait", world.people.minh));
  await minh.enter(meeting);
  await minh.page.locator(".ns-ballot-option").nth(0).click();
  await minh.page.locator(".ns-ballot-option").nth(2).click();
  await shot(minh.page, "14-election-ballot-upright");
  await minh.page.getByTestId("vote-go-on").click();
  await minh.page.getByTestId("vote-confirm").click();
  await minh.stage("recorded");

  const { screen, wall } = await paired(world, lend);
  await desk.nextStep("close-vote");
  await desk.confirm();
  const sentence = "Trúng cử 1 trên 2; trúng cử: Nguyễn Thị Thanh Hương, Phó Giám đốc Sở Thông tin và Truyền thông (2); còn thiếu 1, cần bầu thêm; tính trên 3 thành viên, cần quá nửa (ít nhất 2)";
  await expect(lan.sentence).toHaveText(sentence);
  await expect(screen.sentence).toHaveText(sentence);
  await expect(wall.locator(".result-lines li").first()).toContainText("Thanh Hương");
  await expect(wall.locator(".result-lines li").first()).toHaveAttribute("data-outcome", "PASSED");
  await shot(lan.page, "14-election-result");
  await shot(minh.page, "14-election-result-upright");
  await shot(desk.page, "14-election-result-console");
  await shot(wall, "14-election-result-wall");
});

test("on each name by itself, and another opinion in words that stays without a name", async ({ world, lend }) => {
  const meeting = await world.draft();
  const item = await meeting.item("Khen thưởng", { kind: "DECISION" });
  await meeting.issue();
  await meeting.checkIn("chair", "lan", "minh");
  await meeting.open();
  await meeting.takeUp(item);
  const names = [["name1", "Nguyễn Văn An"], ["name2", "Trần Thị Bích"]].map(([id, label]) => ({ id: id!, label: label! }));
  const rule = { base: "ALL_MEMBERS", numerator: 1, denominator: 2, strict: true, tie: "CHAIR_DECIDES" } as const;
  const quorum = { numerator: 2, denominator: 3 };
  await meeting.secretary.command(meeting.id, { type: "prepareVote", vote: "v-each", motion: { question: "Đề nghị khen thưởng từng cá nhân", item, mode: "OPEN", form: { kind: "eachCandidate", options: names }, rule, quorum } });
  await meeting.secretary.command(meeting.id, { type: "openVote", vote: "v-each", seconds: 0, withoutQuorum: false });

  const lan = new Tablet(await lend("tablet", world.people.lan));
  await lan.enter(meeting);
  const goOn = lan.page.getByTestId("vote-go-on");
  await lan.page.getByTestId("mark-name1:for").click();
  // each name wants its answer
  await expect(goOn).toBeDisabled();
  await lan.page.getByTestId("mark-name2:against").click();
  await expect(lan.page.getByTestId("mark-name1:for")).toHaveAttribute("aria-pressed", "true");
  await shot(lan.page, "14-each-ballot");
  await goOn.click();
  await expect(lan.page.getByTestId("picked")).toHaveText("Nguyễn Văn An: tán thành · Trần Thị Bích: không tán thành");
  await lan.page.getByTestId("vote-confirm").click();
  await lan.stage("recorded");
  await world.people.minh.hand.command(meeting.id, { type: "castBallot", vote: "v-each", marks: ["name1:for", "name2:for"], words: "" });
  await world.people.chair.hand.command(meeting.id, { type: "castBallot", vote: "v-each", marks: ["name1:for", "name2:not-voting"], words: "" });
  await meeting.secretary.command(meeting.id, { type: "closeVote", vote: "v-each" });
  await expect(lan.sentence).toHaveText("Thông qua 1 trên 2; thông qua: Nguyễn Văn An; không thông qua: Trần Thị Bích");
  const { wall } = await paired(world, lend);
  await expect(wall.locator(".result-lines li")).toHaveCount(2);
  await shot(lan.page, "14-each-result");
  await shot(wall, "14-each-result-wall");
  await lan.page.getByTestId("vote-hide").click();

  await meeting.secretary.command(meeting.id, { type: "prepareVote", vote: "v-words", motion: { question: "Thống nhất thời hạn hoàn thành trong quý III", item, mode: "UNNAMED", form: { kind: "answers", set: "OPINION" }, rule, quorum } });
  await meeting.secretary.command(meeting.id, { type: "openVote", vote: "v-words", seconds: 0, withoutQuorum: false });
  await lan.page.getByTestId("choice-other").click();
  await expect(goOn).toBeDisabled();
  await lan.page.getByTestId("opinion").fill("Đề nghị lùi đến hết quý IV");
  await shot(lan.page, "14-opinion");
  await goOn.click();
  await expect(lan.page.getByTestId("picked-words")).toHaveText("Đề nghị lùi đến hết quý IV");
  await lan.page.getByTestId("vote-confirm").click();
  await lan.stage("recorded");
  await meeting.secretary.command(meeting.id, { type: "closeVote", vote: "v-words" });
  await expect(lan.page.locator(".ns-result-opinions")).toContainText("Đề nghị lùi đến hết quý IV");
  await expect(lan.page.locator(".ns-result-opinions")).not.toContainText(world.people.lan.name);
  await shot(lan.page, "14-opinion-result");
});

test("a tie between names is said before the meeting is closed, and its further vote is a press away", async ({ world, lend }) => {
  const { lan, minh } = world.people;
  const meeting = await world.draft();
  const item = await meeting.item("Bầu Thư ký", { kind: "DECISION" });
  await meeting.issue();
  await meeting.checkIn("chair", "lan", "minh");
  await meeting.open();
  await meeting.takeUp(item);
  const options = [["name1", "Nguyễn Văn An"], ["name2", "Trần Thị Bích"]].map(([id, label]) => ({ id: id!, label: label! }));
  const rule = { base: "CAST", numerator: 1, denominator: 3, strict: false, tie: "CHAIR_DECIDES" } as const;
  const question = "Bầu Thư ký kỳ họp";
  await meeting.secretary.command(meeting.id, { type: "prepareVote", vote: "v-seat", motion: { question, item, mode: "OPEN", form: { kind: "election", options, seats: 1 }, rule, quorum: { numerator: 2, denominator: 3 } } });
  await meeting.secretary.command(meeting.id, { type: "openVote", vote: "v-seat", seconds: 0, withoutQuorum: false });
  await lan.hand.command(meeting.id, { type: "castBallot", vote: "v-seat", marks: ["name1"], words: "" });
  await minh.hand.command(meeting.id, { type: "castBallot", vote: "v-seat", marks: ["name2"], words: "" });
  await meeting.secretary.command(meeting.id, { type: "closeVote", vote: "v-seat" });

  const desk = new Console(await lend("console", world.people.secretary));
  await desk.enter(meeting);
  await expect(desk.at("next-step")).toContainText("Biểu quyết lại");
  await desk.at("meeting-close").click();
  await expect(desk.at("closing-again")).toContainText(question);
  await expect(desk.at("confirm-yes")).toHaveCount(0);
  await shot(desk.page, "14-close-tied-election");
  await desk.at("closing-to-again").click();
  await desk.at("reason-text").fill("Hai người bằng phiếu");
  await desk.at("reason-yes").click();
  await expect(desk.page.locator("[data-testid=vote][data-state=PREPARED]")).toContainText(question);
});
