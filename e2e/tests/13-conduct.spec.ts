import { expect, type Locator, type Page } from "@playwright/test";
import { Console } from "../roles/console.ts";
import { Screen } from "../roles/screen.ts";
import { ChairTablet, Tablet } from "../roles/tablet.ts";
import { keptFiles } from "../world/device.ts";
import { shot } from "../world/shot.ts";
import { test } from "../world/test.ts";

const at = ({ page }: { readonly page: Page }, id: string): Locator => page.getByTestId(id);

test("a member with a stake takes no part in an item: the papers close, the vote counts the others, and it ends with the item", async ({ world, lend, papers }) => {
  const meeting = await world.draft();
  const first = await meeting.item("Giao đất cho dự án khu đô thị", { kind: "DECISION" });
  const next = await meeting.item("Nội dung khác");
  const paper = await meeting.paper(first, papers.report);
  const vote = await meeting.prepareVote("Đồng ý giao đất cho dự án", { item: first });
  await meeting.issue();
  await meeting.checkIn("chair", "lan", "minh");
  await meeting.open();
  await meeting.takeUp(first);

  const lan = new Tablet(await lend("tablet", world.people.lan));
  const chair = new ChairTablet(await lend("portrait", world.people.chair));
  const desk = new Console(await lend("console", world.people.secretary));
  const screen = await Screen.paired(await lend("screen"), world);
  await lan.enter(meeting);
  await chair.enter(meeting);
  await desk.enter(meeting);
  await lan.keepsPapers(paper);
  expect(await keptFiles(lan.page, `/files/${meeting.id}/${paper}/`)).not.toHaveLength(0);

  // one act on her own tablet, with a reason
  await lan.openItem(first);
  await at(lan, "recusal-open").click();
  await at(lan, "recuse-me").click();
  await at(lan, `recuse-${world.people.lan.id}-reason`).fill("Chồng là giám đốc doanh nghiệp");
  await shot(lan.page, "13-recusing");
  await at(lan, `recuse-${world.people.lan.id}-yes`).click();
  await expect(at(lan, `recused-${world.people.lan.id}`)).toBeVisible();
  await at(lan, "sheet-close").click();
  await expect(at(lan, "item-recused")).toContainText("tự hết khi xong nội dung");
  await expect(at(lan, `open-paper-${paper}`)).toHaveCount(0);
  await shot(lan.page, "13-recused");
  await expect.poll(() => keptFiles(lan.page, `/files/${meeting.id}/${paper}/`)).toHaveLength(0);
  expect((await world.people.lan.hand.ask("GET", `/files/${meeting.id}/${paper}/manifest`)).status).toBe(404);

  // who leads sees it; the floor is closed to her
  await expect(at(desk, "stage-recused")).toContainText(world.people.lan.name);
  await lan.floor();
  await expect(at(lan, "floor-says")).toContainText("không tham gia nội dung đang họp");
  await at(lan, "sheet-close").click();
  await at(desk, "people-open").click();
  await expect(desk.page.locator(`[data-testid=person][data-id="${world.people.lan.id}"]`).getByTestId("person-recused")).toContainText("1");
  await shot(desk.page, "13-recused-console");
  await at(desk, "people-open").click();

  // the vote is among the two others
  await meeting.secretary.command(meeting.id, { type: "openVote", vote, seconds: 0, withoutQuorum: false });
  await lan.stage("not-entitled");
  await meeting.vote("chair", vote, "for");
  await meeting.vote("minh", vote, "for");
  await meeting.secretary.command(meeting.id, { type: "closeVote", vote });
  const sentence = "Thông qua: 2 tán thành trên 2 thành viên; cần quá nửa (ít nhất 2); không tính 1 thành viên không tham gia nội dung này";
  for (const one of [desk.sentence, screen.page.locator(".result-sentence"), chair.sentence]) await expect(one).toHaveText(sentence);
  await shot(screen.page, "13-recused-result");

  // over with the item, also on the tablet
  await meeting.takeUp(next);
  await lan.openItem(first);
  await expect(at(lan, "item-recused")).toHaveCount(0);
  await expect(at(lan, `open-paper-${paper}`)).toBeVisible();
  await meeting.close();
  const minutes = await meeting.secretary.ask("GET", `/api/meetings/${meeting.id}/minutes`);
  expect(JSON.stringify(minutes.body)).toContain("lý do: Chồng là giám đốc doanh nghiệp");
});

test("a chair whom the secretary has recorded as taking no part does not take that back, and a tie falls without the chair's word", async ({ world, lend }) => {
  const meeting = await world.draft();
  const item = await meeting.item("Thông qua mức hỗ trợ", { kind: "DECISION" });
  await meeting.issue();
  await meeting.checkIn("chair", "lan", "minh");
  await meeting.open();
  await meeting.takeUp(item);
  const chair = new ChairTablet(await lend("portrait", world.people.chair));
  await chair.enter(meeting);
  await meeting.secretary.command(meeting.id, { type: "recusePerson", person: world.people.chair.id, item, reason: "Có cổ phần ở đơn vị thụ hưởng" });
  await chair.openItem(item);
  await at(chair, "recusal-open").click();
  await expect(at(chair, "recusal-imposed")).toContainText("chỉ chủ trì hoặc thư ký rút lại được");
  await expect(at(chair, `back-${world.people.chair.id}`)).toHaveCount(0);
  await shot(chair.page, "13-recusal-imposed");
  await at(chair, "sheet-close").click();

  const vote = await meeting.openVote("Thông qua mức hỗ trợ", { item, mode: "UNNAMED" });
  await meeting.vote("lan", vote, "for");
  await meeting.vote("minh", vote, "against");
  await meeting.secretary.command(meeting.id, { type: "closeVote", vote });
  await expect(chair.sentence).toHaveText("Không thông qua: ngang phiếu, 1 tán thành, 1 không tán thành trên 2 thành viên, và chủ trì không tham gia nội dung này; không tính 1 thành viên không tham gia nội dung này");
  await expect(at(chair, "tie-decision")).toHaveCount(0);
  await shot(chair.page, "13-tie-fallen");
  await meeting.close();
});

test("a body with its own rules: more votes than one, a vote given to another, names called, a result put right", async ({ world, lend }) => {
  const { chair, lan, minh, secretary } = world.people;
  // the secretary writes the body's rules on the sheet
  const desk = new Console(await lend("console", secretary));
  const other = await world.draft("Phiên họp trước");
  await desk.enter(other, "prepare");
  await at(desk, "body-voting-rules").click();
  await at(desk, "rules-weights").check();
  await at(desk, "rules-delegations").fill("1");
  await at(desk, "rules-UNNAMED").uncheck();
  // a body can ask for more people in a secret vote, never for fewer than three
  await at(desk, "rules-fewest").fill("2");
  await at(desk, "rules-save").click();
  await expect(at(desk, "sheet-body-rules").getByRole("alert")).toContainText("cần ít nhất 3 người");
  await at(desk, "rules-fewest").fill("5");
  await at(desk, "rules-few").fill("12");
  await at(desk, "named-rule-add").click();
  await at(desk, "named-rule-name").fill("Miễn nhiệm");
  await shot(desk.page, "13-rules");
  await at(desk, "rules-save").click();
  await expect(at(desk, "sheet-body-rules")).toHaveCount(0);

  const meeting = await world.draft("Phiên họp theo quy chế riêng");
  const item = await meeting.item("Tăng vốn điều lệ", { kind: "DECISION" });
  await desk.enter(meeting, "prepare");
  await at(desk, "leaf-people").click();
  const weight = desk.page.locator(`[data-testid=participant][data-id="${lan.id}"]`).getByTestId("participant-weight");
  await weight.fill("3");
  await weight.blur();
  await shot(desk.page, "13-weights");
  await at(desk, "weights-save").click();
  await expect(at(desk, "weights-save")).toHaveCount(0);
  await meeting.issue();

  // a member who is away gives the vote to one who is here
  const away = new Tablet(await lend("tablet", lan));
  const holder = new Tablet(await lend("portrait", minh));
  await away.enter(meeting);
  await at(away, "bar-vote").click();
  await at(away, "delegate-to").selectOption(minh.id);
  await at(away, "delegate-give").click();
  await expect(at(away, "delegated")).toContainText(minh.name);
  await meeting.checkIn("chair", "minh");
  await meeting.open();
  await meeting.takeUp(item);
  await holder.enter(meeting);
  await desk.tense("lead");
  const screen = await Screen.paired(await lend("screen"), world);

  // prepared by the body's special rule, cast as two ballots with their own receipts
  await at(desk, "vote-add").click();
  await at(desk, "vote-question").fill("Tăng vốn điều lệ lên 500 tỷ đồng");
  await expect(at(desk, "mode-UNNAMED")).toHaveCount(0);
  await at(desk, "vote-special").selectOption("Miễn nhiệm");
  await shot(desk.page, "13-special");
  await at(desk, "vote-save").click();
  await desk.nextStep("open-vote");
  await expect(at(desk, "sheet-open-vote")).toContainText("2 người có mặt được quyền biểu quyết, thêm 1 phiếu ủy quyền");
  await at(desk, "vote-open-yes").click();
  await holder.castVote("against");
  await holder.stage("recorded");
  await at(holder, `held-${lan.id}-for`).click();
  await shot(holder.page, "13-held");
  await at(holder, `held-send-${lan.id}-yes`).click();
  await expect(at(holder, `held-${lan.id}`)).toHaveAttribute("data-stage", "recorded");
  // the chair's tablet has failed: the secretary records the ballot
  await desk.page.locator(`[data-testid=record-ballot][data-id="${chair.id}"]`).click();
  await at(desk, "mark-against").check();
  await at(desk, "record-reason").fill("Máy tính bảng hỏng");
  await at(desk, "record-yes").click();
  await expect(at(desk, "vote-received")).toHaveText("3");
  await desk.nextStep("close-vote");
  await at(desk, "confirm-yes").click();
  await expect(desk.sentence).toHaveText("Không thông qua: 3 tán thành trên 5 phiếu của tất cả thành viên; cần ít nhất 4");
  await expect(holder.result.getByTestId("vote-notes")).toContainText(`Phiếu của ${chair.name} do ${secretary.name} ghi; lý do: Máy tính bảng hỏng.`);

  // one ballot was recorded wrongly: both results stay
  await at(desk, "vote-correct").click();
  await at(desk, "correct-person").selectOption(chair.id);
  await at(desk, "correct-none").uncheck();
  await at(desk, "mark-for").check();
  await at(desk, "correct-reason").fill("Nghe nhầm");
  await shot(desk.page, "13-correct");
  await at(desk, "correct-yes").click();
  await expect(desk.sentence).toHaveText("Thông qua: 4 tán thành trên 5 phiếu của tất cả thành viên; cần ít nhất 4");
  for (const one of [at(holder, "vote-notes"), screen.page.locator(".scene.result")]) await expect(one).toContainText("Trước đó: Không thông qua: 3 tán thành trên 5 phiếu");
  const scene = screen.page.locator(".scene.result");
  // what is put right takes room, and nothing leaves the wall for it
  await expect.poll(() => scene.evaluate((element) => [...element.children].some((child) => child.getBoundingClientRect().top < 0 || child.getBoundingClientRect().bottom > innerHeight))).toBe(false);
  await shot(screen.page, "13-corrected-screen");
  await shot(holder.page, "13-corrected");

  // names are called: one answers on the tablet, the other aloud
  await at(desk, "result-clear").click();
  const second = await meeting.prepareVote("Thông qua phương án sử dụng vốn", { item });
  await meeting.secretary.command(meeting.id, { type: "openVote", vote: second, seconds: 0, withoutQuorum: true });
  await at(desk, "roll-call-start").click();
  await at(desk, "confirm-yes").click();
  await expect(at(holder, "roll-call")).toContainText("Đồng chí trả lời khi được gọi tên");
  await at(desk, "call-next").click();
  await expect(at(desk, "called")).toHaveText(lan.name);
  await at(holder, `held-${lan.id}-for`).click();
  await at(holder, `held-send-${lan.id}-yes`).click();
  await at(desk, "call-next").click();
  await expect(at(desk, "called")).toHaveText(minh.name);
  await holder.castVote("for");
  await holder.stage("recorded");
  await at(desk, "call-next").click();
  await expect(at(desk, "called")).toHaveText(chair.name);
  await expect(screen.page.getByTestId("roll-call")).toContainText(chair.name);
  await shot(screen.page, "13-roll-call");
  await shot(desk.page, "13-roll-call-console");
  await at(desk, "answer-for").click();
  await expect(at(desk, "vote-received")).toHaveText("3");
  await meeting.secretary.command(meeting.id, { type: "closeVote", vote: second });
  await meeting.close();
  const minutes = JSON.stringify((await meeting.secretary.ask("GET", `/api/meetings/${meeting.id}/minutes`)).body);
  for (const words of [`${lan.name} ủy quyền biểu quyết cho ${minh.name}`, "Biểu quyết bằng gọi tên", "lý do: Nghe nhầm", `Số phiếu của thành viên: ${lan.name} 3`, "4 (2 người)"]) expect(minutes).toContain(words);
});

test("somebody comes in the place of a member: seen by all, counted once and voting there, until the member comes", async ({ world, lend }) => {
  const { chair, lan, minh, stranger, secretary } = world.people;
  const desk = new Console(await lend("console", secretary));
  const before = await world.draft("Phiên họp trước");
  await desk.enter(before, "prepare");
  await at(desk, "body-voting-rules").click();
  await at(desk, "rules-substitutes").selectOption("WITH_VOTE");
  await at(desk, "rules-save").click();
  await expect(at(desk, "sheet-body-rules")).toHaveCount(0);

  // the body's rules of before: nobody comes in another's place
  await before.item("Nội dung");
  await before.issue();
  expect((await before.secretary.refused(before.id, { type: "nameSubstitute", person: lan.id, substitute: secretary.id, votes: false })).code).toBe("SUBSTITUTES_NOT_ALLOWED");

  const meeting = await world.draft("Phiên họp có người dự thay");
  const item = await meeting.item("Tăng vốn điều lệ", { kind: "DECISION" });
  await meeting.secretary.command(meeting.id, { type: "nameParticipants", participants: [
    ...[chair, lan, minh].map(({ id, name }) => ({ id, name, title: "", unit: "", role: id === chair.id ? "CHAIR" as const : "MEMBER" as const, votes: true })),
    { id: secretary.id, name: secretary.name, title: "", unit: "", role: "SECRETARY", votes: false }, { id: stranger.id, name: stranger.name, title: "Phó Giám đốc Sở", unit: "", role: "MEMBER", votes: false },
  ] });
  const vote = await meeting.prepareVote("Tăng vốn điều lệ lên 500 tỷ đồng", { item });
  await meeting.issue();
  await meeting.secretary.command(meeting.id, { type: "laySeats", seats: [chair, lan, minh].map(({ id }, n) => ({ id: `seat-${n}`, x: 20 + n * 15, y: 20, label: `A${n + 1}`, person: id })) });

  // the member who is away names the substitute on the own tablet, thinks better of it, and the secretary records it
  const away = new Tablet(await lend("portrait", lan));
  await away.enter(meeting);
  await at(away, "substitute-who").selectOption(stranger.id);
  await shot(away.page, "13-substitute-naming");
  await at(away, "substitute-name").click();
  await expect(at(away, "substituted")).toContainText(`${stranger.name} dự thay đồng chí và biểu quyết thay`);
  await at(away, "substitute-back").click();
  await expect(at(away, "substituted")).toHaveCount(0);
  await meeting.checkIn("chair", "stranger");
  await desk.enter(meeting, "lead");
  await at(desk, "people-open").click();
  const row = (id: string): Locator => desk.page.locator(`[data-testid=person][data-id="${id}"]`);
  await row(lan.id).getByTestId("substitute").click();
  await at(desk, "substitute-who").selectOption(stranger.id);
  await shot(desk.page, "13-substitute-sheet");
  await at(desk, "substitute-yes").click();
  await expect(row(stranger.id).getByTestId("person-substitutes")).toHaveText(`thay đồng chí ${lan.name}`);
  await expect(row(lan.id).getByTestId("person-substituted")).toContainText(stranger.name);
  await shot(desk.page, "13-substitute-people");
  await at(desk, "people-open").click();

  // counts once in the quorum, sits on the member's seat, speaks under both names
  await meeting.open();
  await meeting.takeUp(item);
  const sitting = new Tablet(await lend("tablet", stranger));
  await sitting.enter(meeting);
  const screen = await Screen.paired(await lend("screen"), world);
  await meeting.secretary.command(meeting.id, { type: "showSeats", show: true });
  await expect(screen.page.locator("[data-seat=seat-1]")).toHaveAttribute("data-person", stranger.id);
  await expect(screen.page.locator(".welcome-count")).toContainText("2/3");
  await shot(screen.page, "13-substitute-seats");
  await meeting.secretary.command(meeting.id, { type: "showSeats", show: false });
  await stranger.hand.command(meeting.id, { type: "askToSpeak", kind: "DISCUSSION", about: "Về nguồn vốn" });
  await expect(desk.page.getByTestId("in-place-of")).toHaveText(`thay đồng chí ${lan.name}`);
  await meeting.secretary.command(meeting.id, { type: "appointSpeaker", person: stranger.id, beyond: false });
  await expect(screen.page.locator(".speaker-who")).toContainText(`thay đồng chí ${lan.name}`);
  await shot(screen.page, "13-substitute-speaks");
  await meeting.secretary.command(meeting.id, { type: "endTurn" });

  // votes there, and nobody else does
  await desk.nextStep("open-vote");
  await expect(at(desk, "sheet-open-vote")).toContainText("2 người có mặt được quyền biểu quyết");
  await at(desk, "vote-open-yes").click();
  await expect(at(sitting, `held-${lan.id}`)).toContainText("biểu quyết thay");
  await expect(at(sitting, "vote-sheet")).not.toContainText("không có trong danh sách");
  await at(sitting, `held-${lan.id}-for`).click();
  await shot(sitting.page, "13-substitute-votes");
  await at(sitting, `held-send-${lan.id}-yes`).click();
  await expect(at(sitting, `held-${lan.id}`)).toHaveAttribute("data-stage", "recorded");
  await meeting.checkIn("lan");
  expect((await lan.hand.refused(meeting.id, { type: "castBallot", vote, marks: ["against"], words: "" })).code).toBe("ALREADY_VOTED");
  await meeting.vote("chair", vote, "for");
  await meeting.secretary.command(meeting.id, { type: "closeVote", vote });
  await expect(desk.sentence).toHaveText("Thông qua: 2 tán thành trên 3 thành viên; cần quá nửa (ít nhất 2)");
  await expect(screen.page.locator(".result-names")).toContainText(`${stranger.name} (thay đồng chí ${lan.name})`);
  await shot(screen.page, "13-substitute-result");

  // the member is here: it is over
  await at(desk, "people-open").click();
  await expect(row(stranger.id).getByTestId("person-substitutes")).toHaveCount(0);
  await at(desk, "people-open").click();

  // an opinion that was heard and not recorded is put right in its words; only who was on the list is offered
  await at(desk, "result-clear").click();
  const asked = "v-y-kien-khac";
  await meeting.secretary.command(meeting.id, { type: "prepareVote", vote: asked, motion: {
    question: "Cho ý kiến về lộ trình", mode: "OPEN", form: { kind: "answers", set: "OPINION" }, quorum: { numerator: 0, denominator: 3 }, rule: { base: "ALL_MEMBERS", numerator: 1, denominator: 2, strict: true, tie: "CHAIR_DECIDES" } } });
  await meeting.secretary.command(meeting.id, { type: "openVote", vote: asked, seconds: 0, withoutQuorum: true });
  await chair.hand.command(meeting.id, { type: "castBallot", vote: asked, marks: ["agree"], words: "" });
  await meeting.secretary.command(meeting.id, { type: "closeVote", vote: asked });
  await desk.page.locator(`[data-testid=vote][data-id="${asked}"]`).getByTestId("vote-correct").click();
  await expect(at(desk, "correct-person").locator("option")).toHaveCount(2);
  await at(desk, "correct-person").selectOption(lan.id);
  await at(desk, "correct-none").uncheck();
  await at(desk, "mark-other").check();
  await at(desk, "opinion").fill("Lùi thời hạn sang quý sau");
  await at(desk, "correct-reason").fill("Phát biểu tại chỗ, ghi thiếu");
  const reason = (await at(desk, "correct-reason").boundingBox())!;
  expect(reason.y + reason.height, "the reason is not under the acts").toBeLessThanOrEqual((await desk.page.locator(".sheet[open] .sheet-acts").boundingBox())!.y);
  await shot(desk.page, "13-correct-opinion");
  await at(desk, "correct-yes").click();
  await expect(away.result).toContainText("Lùi thời hạn sang quý sau");
  await meeting.close();
  const minutes = JSON.stringify((await meeting.secretary.ask("GET", `/api/meetings/${meeting.id}/minutes`)).body);
  for (const words of [`${stranger.name} dự thay và biểu quyết thay ${lan.name}`, `dự thay ${lan.name} và biểu quyết thay, đến`, `${stranger.name} thôi dự thay ${lan.name}`]) expect(minutes).toContain(words);
});
