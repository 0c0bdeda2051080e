import { Console } from "../roles/console.ts";
import { ChairTablet, Tablet } from "../roles/tablet.ts";
import { shot } from "../world/shot.ts";
import { expect, test } from "../world/test.ts";

test("the secretary makes a meeting the body's template, and in one tap a new meeting has its agenda, people and votes", async ({ world, lend }) => {
  const held = await world.draft("Phiên họp thường kỳ quý III");
  const report = await held.item("Báo cáo kết quả quý III");
  await held.item("Công tác cán bộ", { kind: "DECISION", visibility: "MEMBERS" });
  await held.issue();
  await held.checkIn("chair", "lan", "minh");
  await held.open();
  await held.takeUp(report);
  const vote = await held.openVote("Thông qua báo cáo quý III?", { item: report });
  await held.vote("lan", vote, "for");
  await held.secretary.command(held.id, { type: "closeVote", vote });
  await held.close();

  const desk = new Console(await lend("console", world.people.secretary));
  await desk.page.goto(`${world.server.address}/web/#/meeting/${held.id}/prepare`);
  await desk.at("template-name").click();
  await expect(desk.at("template-drop")).toBeVisible();
  await shot(desk.page, "9-template-named");

  await desk.page.goto(`${world.server.address}/web/#/`);
  await desk.at("meeting-add").click();
  await desk.at("from-template").click();
  await expect(desk.at("meeting-title")).toHaveValue("Phiên họp thường kỳ quý III");
  await expect(desk.at("from-comes")).toContainText("2 nội dung, 1 biểu quyết dự kiến và 5 người");
  await shot(desk.page, "9-new-from-template");
  await desk.at("meeting-title").fill("Phiên họp thường kỳ quý IV");
  await desk.at("meeting-create").click();

  await expect(desk.at("meeting-name")).toContainText("Phiên họp thường kỳ quý IV");
  await expect(desk.phase).toContainText("nháp");
  await expect(desk.at("outline-item")).toHaveCount(2);
  await desk.openItem("Báo cáo kết quả quý III");
  await expect(desk.page.getByText("Thông qua báo cáo quý III?")).toBeVisible();
  await expect(desk.at("paper")).toHaveCount(0);
  await shot(desk.page, "9-made-from-template");

  // what the server answers to somebody who prepares nothing here
  expect((await world.people.lan.hand.ask("GET", `/api/bodies/${world.body.id}/earlier-meetings`)).status).toBe(403);
});

test("a tablet lent for a meeting opens it by its code; the chair on another opens a vote knowingly below that vote's own quorum", async ({ world, lend }) => {
  const meeting = await world.draft();
  const item = await meeting.item("Miễn nhiệm thành viên");
  await meeting.issue();
  await meeting.checkIn("chair", "lan");
  await meeting.open();
  await meeting.takeUp(item);
  // two of the three voters are there: enough for two thirds, not for all
  await meeting.secretary.command(meeting.id, {
    type: "prepareVote", vote: "v-strict",
    motion: { question: "Miễn nhiệm đồng chí A?", item, mode: "OPEN", form: { kind: "answers", set: "LEGAL" }, quorum: { numerator: 1, denominator: 1 }, rule: { base: "ALL_MEMBERS", numerator: 1, denominator: 2, strict: true, tie: "CHAIR_DECIDES" } },
  });

  const { path } = await meeting.secretary.post<{ path: string }>(`/api/people/${world.people.lan.id}/codes`, { meeting: meeting.id });
  const lan = new Tablet(await lend("portrait"));
  await lan.page.goto(world.server.address + path);
  await expect(lan.itemInHand).toContainText("Miễn nhiệm thành viên");
  expect(lan.page.url()).toContain(`#/m/${meeting.id}`);

  // another meeting's address on the same page opens that one
  const other = await world.draft("Phiên họp tháng sau");
  await other.item("Kế hoạch");
  await other.issue();
  await lan.page.goto(`${world.server.address}/tablet/#/m/${other.id}`);
  await expect(lan.page.getByTestId("overview")).toContainText("Phiên họp tháng sau");
  await lan.page.goBack();
  await expect(lan.itemInHand).toContainText("Miễn nhiệm thành viên");

  const chair = new ChairTablet(await lend("tablet", world.people.chair));
  await chair.enter(meeting);
  await chair.lead("votes");
  await chair.page.getByTestId("open-vote-v-strict").click();
  await expect(chair.page.getByTestId("open-v-strict-ask")).toContainText("2/3 thành viên có mặt, biểu quyết này cần 3");
  await shot(chair.page, "9-vote-without-quorum");
  await chair.page.getByTestId("open-v-strict-yes").click();
  await expect(lan.voteSheet).toContainText("Miễn nhiệm đồng chí A?");

  const { facts } = await meeting.secretary.get<{ facts: { text: string }[] }>(`/api/meetings/${meeting.id}/minutes`);
  expect(facts.map((fact) => fact.text)).toContainEqual(expect.stringContaining("chưa đủ số thành viên theo quy định: có mặt 2, cần 3"));
});

test("a long title stands whole on the room's screen, and the minutes are one column on every device", async ({ world, lend }) => {
  const meeting = await world.draft();
  const item = await meeting.item("Báo cáo sơ kết tình hình thực hiện nhiệm vụ xây dựng chính quyền điện tử, chính quyền số và cải cách thủ tục hành chính 6 tháng đầu năm");
  await meeting.issue();
  await meeting.checkIn("chair", "lan", "minh");
  await meeting.open();
  const { path } = await meeting.secretary.post<{ path: string }>(`/api/bodies/${world.body.id}/screen-keys`, {});
  const wall = await lend("screen");
  await wall.goto(world.server.address + path);
  await expect(wall.getByTestId("room")).toHaveAttribute("data-scene", "welcome");
  await meeting.takeUp(item);
  await expect(wall.getByTestId("room")).toHaveAttribute("data-scene", "item");
  const title = wall.locator("fit-text.item-title").last();
  await expect(title).toContainText("6 tháng đầu năm");
  expect(await title.evaluate((box) => box.scrollHeight - box.clientHeight)).toBeLessThanOrEqual(0);
  expect(await title.evaluate((box) => Number.parseFloat(getComputedStyle(box).fontSize) / innerHeight)).toBeGreaterThan(0.05);
  await meeting.close();

  const desk = new Console(await lend("console", world.people.secretary));
  await desk.page.goto(`${world.server.address}/web/#/meeting/${meeting.id}/minutes`);
  await desk.at("minutes-read").click();
  const tablet = await lend("portrait", world.people.lan);
  await tablet.goto(`${world.server.address}/tablet/#/m/${meeting.id}/minutes`);
  for (const page of [desk.page, tablet]) {
    const paper = page.getByTestId("official-paper");
    await expect(paper).toContainText("Biên bản");
    const lefts = await paper.locator(":scope > p").evaluateAll((parts) => new Set(parts.map((part) => Math.round(part.getBoundingClientRect().left))).size);
    expect(lefts).toBe(1);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  }
  await shot(desk.page, "9-minutes-console");
  await shot(tablet, "9-minutes-portrait");
});

test("the secretary pairs a room screen on a press, sees it listed and takes it away; the facts go on beside it", async ({ world, lend }) => {
  const meeting = await world.draft();
  await meeting.item("Báo cáo kết quả quý III");
  await meeting.issue();
  await meeting.checkIn("chair", "lan");
  await meeting.open();
  const screens = `/api/bodies/${world.body.id}/screen-keys`;
  const count = async (): Promise<number> => (await meeting.secretary.get<{ screens: unknown[] }>(screens)).screens.length;
  const before = await count();

  const desk = new Console(await lend("console", world.people.secretary));
  await desk.page.goto(`${world.server.address}/web/#/meeting/${meeting.id}/lead`);
  await desk.at("screen-sheet").click();
  await expect(desk.at("screen-pair")).toBeVisible();
  expect(await count()).toBe(before);
  await desk.at("screen-pair").click();
  await expect(desk.at("screen-line")).toHaveCount(before + 1);
  await expect(desk.at("screen-line").first()).toContainText("chưa được mở");

  const wall = await lend("screen");
  await wall.goto((await desk.at("screen-address").textContent()) ?? "");
  await expect(wall.getByTestId("room")).toHaveAttribute("data-scene", "welcome");
  await shot(desk.page, "9-screens");
  await desk.at("screen-end").first().click();
  await desk.at("confirm-yes").click();
  await expect(desk.at("screen-line")).toHaveCount(before);
  await expect(wall.getByTestId("unpaired")).toBeVisible();

  await desk.page.keyboard.press("Escape");
  await meeting.checkIn("minh");
  await expect(desk.page.locator(".facts li").first()).toContainText("có mặt");
  expect(await desk.page.locator(".facts li").count()).toBeGreaterThan(3);
});

test("a conclusion that is not recorded stays with its writer through other leaves, a reload and the closing, and the console says so", async ({ world, lend }) => {
  const held = await world.draft("Phiên họp kết luận còn dở");
  const first = await held.item("Tình hình quý III");
  const second = await held.item("Kế hoạch quý IV");
  await held.issue();
  await held.checkIn("chair", "lan", "minh");
  await held.open();
  await held.takeUp(first);

  const desk = new Console(await lend("console", world.people.secretary));
  await desk.page.goto(`${world.server.address}/web/#/meeting/${held.id}/lead`);
  await desk.at("conclusion-text").fill("Thống nhất nội dung báo cáo.");
  await expect(desk.at("link")).toContainText("Kết luận chưa ghi");
  await desk.tense("minutes");
  await expect(desk.at("unrecorded")).toContainText("Kết luận của nội dung 1");
  await desk.tense("lead");
  await expect(desk.at("conclusion-text")).toHaveValue("Thống nhất nội dung báo cáo.");

  await held.takeUp(second);
  await desk.page.reload();
  await expect(desk.at("link")).toContainText("Kết luận chưa ghi");
  await desk.at("conclusion-item").selectOption(first);
  await expect(desk.at("conclusion-text")).toHaveValue("Thống nhất nội dung báo cáo.");

  const closing = desk.page.locator("[data-testid=meeting-close], [data-step=close]").first();
  const pressed = (await closing.boundingBox())!;
  await closing.click();
  const yes = (await desk.at("confirm-yes").boundingBox())!;
  expect(yes.x > pressed.x + pressed.width || yes.y > pressed.y + pressed.height || yes.x + yes.width < pressed.x || yes.y + yes.height < pressed.y, "the yes lies elsewhere than the press that asks").toBe(true);
  await expect(desk.at("confirm-no")).toBeFocused();
  await expect(desk.at("closing-unrecorded")).toContainText("Kết luận của nội dung 1");
  await shot(desk.page, "9-closing-unrecorded");
  await desk.at("confirm-yes").click();
  await desk.tense("minutes");
  await expect(desk.at("unrecorded")).toContainText("Kết luận của nội dung 1");
  await desk.tense("lead");
  await expect(desk.at("conclusion-text"), "until the minutes are signed it may still be recorded").toHaveValue("Thống nhất nội dung báo cáo.");
  await shot(desk.page, "9-unrecorded-after-closing");
  await desk.at("conclusion-save").click();
  await expect(desk.at("link")).not.toContainText("Kết luận chưa ghi");
  await desk.tense("minutes");
  await expect(desk.page.getByText("Thống nhất nội dung báo cáo.").first()).toBeVisible();
});
