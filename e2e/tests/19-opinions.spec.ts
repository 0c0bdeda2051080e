import { writeFile } from "node:fs/promises";
import { expect, type Page } from "@playwright/test";
import { Console } from "../roles/console.ts";
import { Tablet } from "../roles/tablet.ts";
import { axeFaults, chosen, smallTargets } from "../world/look.ts";
import { shot } from "../world/shot.ts";
import { test } from "../world/test.ts";
import { foreignWords } from "../world/words.ts";
import { Gathering, World } from "../world/world.ts";

const idOf = (page: Page): string => /meeting\/([^/]+)/.exec(page.url())?.[1] ?? "";

test("members are asked in writing between meetings, and the result goes into the next meeting's file by itself", async ({ world, lend, papers }) => {
  const { people, server } = world;
  const desk = new Console(await lend("console", people.secretary));
  await desk.page.goto(`${server.address}/web/`);

  // the secretary writes the form: a matter with its paper, an open question and an unnamed one
  await desk.at("meeting-add").click();
  await desk.at("meeting-kind").selectOption("OPINION_FORM");
  await expect(desk.at("meeting-room")).toHaveCount(0);
  await desk.at("meeting-title").fill("Dự toán chuyển đổi số năm 2027");
  await shot(desk.page, "19-form-new");
  await desk.at("meeting-create").click();
  await expect(desk.at("meeting-name")).toContainText("Dự toán chuyển đổi số năm 2027");
  const form = new Gathering(world, idOf(desk.page), "Dự toán chuyển đổi số năm 2027");
  await expect(desk.at("readiness")).toHaveAttribute("data-ready", "no");
  await desk.at("item-add").fill("Dự toán kinh phí");
  await desk.at("item-add").press("Enter");
  await expect(desk.at("item-title")).toHaveValue("Dự toán kinh phí");
  await expect(desk.at("item-minutes")).toHaveCount(0);
  await desk.upload(papers.note);
  await expect(desk.at("paper")).toHaveAttribute("data-status", "READY", { timeout: 30_000 });
  const asks = async (question: string, mode: "OPEN" | "UNNAMED"): Promise<void> => {
    await desk.at("vote-add").click();
    await desk.at("vote-question").fill(question);
    await expect(desk.at("mode-SECRET")).toBeDisabled();
    await expect(desk.at("vote-base").locator("option[value=PRESENT]")).toHaveCount(0);
    await desk.at(`mode-${mode}`).check();
    await desk.at("vote-save").click();
    await expect(desk.at("vote").filter({ hasText: question })).toBeVisible();
  };
  await asks("Thống nhất tổng mức dự toán 46,5 tỷ đồng?", "OPEN");
  await asks("Giao Sở Nội vụ làm chủ đầu tư?", "UNNAMED");
  await expect(desk.at("readiness")).toHaveAttribute("data-ready", "yes");
  await expect(desk.at("issue")).toBeEnabled({ timeout: 30_000 });
  await shot(desk.page, "19-form-written");
  await desk.at("issue").click();
  await expect(desk.at("sheet-confirm")).toContainText("3 người có quyền biểu quyết");
  await desk.confirm();
  await expect(desk.phase).toHaveText("Đang lấy ý kiến");

  // Lan finds it in her list, reads, and answers once for each question; the second answer waits for the network
  const lan = new Tablet(await lend("tablet", people.lan));
  await lan.meetings(server.address);
  await expect(lan.line(form)).toContainText("Đã trả lời 0/2 câu hỏi");
  await shot(lan.page, "19-form-list");
  await lan.line(form).click();
  await expect(lan.page.getByTestId("form-says")).toContainText("Còn 2 câu hỏi chưa trả lời");
  await expect(lan.page.getByTestId("check-in-banner")).toHaveCount(0);
  await expect(lan.page.getByTestId("bar-floor")).toBeDisabled();
  await shot(lan.page, "19-form-overview");
  const line = lan.page.getByRole("button", { name: /Thống nhất tổng mức dự toán/ });
  const question = ((await line.getAttribute("data-testid")) ?? "").replace(/^vote-/, "");
  await line.click();
  await lan.stage("choosing");
  await lan.page.getByTestId("choice-agree").click();
  await lan.page.getByTestId("vote-confirm").click();
  await lan.stage("recorded");
  const code = await lan.receiptCode.textContent();
  await shot(lan.page, "19-form-answered");
  await lan.page.getByTestId("form-next").click();
  await lan.stage("choosing");
  await lan.page.context().setOffline(true);
  await lan.page.getByTestId("choice-other").click();
  await lan.page.locator("[data-testid=vote-sheet] textarea").fill("Đề nghị giao Sở Khoa học và Công nghệ.");
  await lan.page.getByTestId("vote-go-on").click();
  await lan.page.getByTestId("vote-confirm").click();
  await lan.stage("sending");
  await expect(lan.page.getByTestId("ballot-kept")).toBeVisible();
  await lan.page.context().setOffline(false);
  await expect(lan.voteSheet).toHaveAttribute("data-stage", "recorded", { timeout: 30_000 });
  const again = await people.lan.hand.refused(form.id, { type: "castBallot", vote: question, marks: ["disagree"], words: "" });
  expect(again.text).toContain(code!);

  // who has not answered stands in a list, is reminded there and told so in the own list of meetings
  await desk.tense("lead");
  await expect(desk.at("form-waiting").getByTestId("form-person")).toHaveCount(2);
  await expect(desk.at("form-done")).toContainText(people.lan.name);
  await expect(desk.page.locator("main")).not.toContainText("Sở Khoa học và Công nghệ");
  await desk.at("form-remind").click();
  await expect(desk.at("form-waiting").getByTestId("form-person").first()).toContainText("đã nhắc lúc");
  const minh = new Tablet(await lend("portrait", people.minh));
  await minh.meetings(server.address);
  await expect(minh.line(form).getByTestId("form-reminded")).toHaveText("Thư ký nhắc đồng chí trả lời");
  await shot(minh.page, "19-form-reminded");
  await minh.line(form).click();
  await expect(minh.page.getByTestId("form-reminded")).toBeVisible();

  // more time, with a reason that everybody reads
  await desk.clearNotices();
  await desk.at("form-extend").click();
  await desk.at("extend-yes").click();
  await expect(desk.at("sheet-extend")).toContainText("ghi lý do");
  await desk.at("extend-reason").fill("Chờ ý kiến Sở Tài chính");
  await desk.at("extend-yes").click();
  await expect(desk.at("form-extension")).toContainText("Chờ ý kiến Sở Tài chính");
  await expect(minh.page.getByTestId("overview")).toContainText("Chờ ý kiến Sở Tài chính");
  await shot(desk.page, "19-form-followed");

  // the chair answers at a console
  const chair = new Console(await lend("console", people.chair));
  await chair.enter(form);
  await chair.at("own-ballot").first().getByRole("button", { name: "Đồng ý", exact: true }).click();
  await chair.confirm();
  await expect(chair.at("own-receipt")).toBeVisible();
  await expect(desk.at("form-waiting")).toContainText("1/2 câu hỏi");

  // closed by hand: both numbers stand in every result
  await expect(desk.at("form-close")).toHaveClass(/ns-quiet/);
  await desk.at("form-close").click();
  await expect(desk.at("sheet-confirm")).toContainText("Còn 2 người chưa trả lời đủ");
  await desk.confirm();
  await expect(desk.phase).toHaveText("Đã kết thúc");
  const first = desk.at("form-question").first();
  await expect(first).toContainText("Thông qua: 2 đồng ý trên 3 thành viên; cần quá nửa (ít nhất 2); phát ra 3 phiếu, thu về 2 phiếu");
  await expect(desk.at("form-question").nth(1)).toContainText("Đề nghị giao Sở Khoa học và Công nghệ.");
  await expect(desk.at("form-question").nth(1)).not.toContainText(people.lan.name);
  await shot(desk.page, "19-form-result");
  await expect(minh.page.getByTestId("overview")).toContainText("Thông qua");
  await minh.page.getByTestId("minutes-link").click();
  await expect(minh.page.getByTestId("minutes")).toContainText("Tổng hợp phiếu lấy ý kiến “Dự toán chuyển đổi số năm 2027”");
  await expect(minh.page.getByTestId("minutes")).toContainText("Gia hạn lần 1");
  await shot(minh.page, "19-form-report");
  const pdf = await people.minh.hand.bytes(`/files/${form.id}/minutes.pdf`);
  expect(pdf.subarray(0, 5).toString()).toBe("%PDF-");
  await writeFile(new URL("../shots/19-form-report.pdf", import.meta.url), pdf);
  const late = await people.minh.hand.refused(form.id, { type: "castBallot", vote: question, marks: ["agree"], words: "" });
  expect(late.text).toContain("câu trả lời này không được ghi nhận");

  // the next meeting brings the result by itself; it can be taken out and put in again
  await desk.page.goto(`${server.address}/web/`);
  await desk.newMeeting("Phiên họp thường kỳ", "Phòng họp số 1");
  await expect(desk.at("outline-item")).toContainText("Kết quả lấy ý kiến bằng phiếu: Dự toán chuyển đổi số năm 2027");
  await desk.openItem("Kết quả lấy ý kiến");
  await expect(desk.paper("Tổng hợp phiếu lấy ý kiến")).toHaveAttribute("data-status", "READY", { timeout: 30_000 });
  await expect(desk.at("closed-form")).toHaveAttribute("data-on", "yes");
  await shot(desk.page, "19-form-next");
  await desk.at("form-leave-out").click();
  await expect(desk.at("outline-item")).toHaveCount(0);
  await desk.at("form-take-up").click();
  await expect(desk.at("outline-item")).toContainText("Kết quả lấy ý kiến bằng phiếu");
});

test("a form closes by itself when its deadline comes, and its result goes into the meeting that is being drafted", async ({ world, lend }) => {
  const { people, server } = world;
  const { secretary } = people;
  const next = await world.draft("Phiên họp sau", 24 * 60);
  const { id } = await secretary.hand.post<{ id: string }>("/api/meetings", { bodyId: world.body.id, title: "Cho ý kiến gấp", kind: "OPINION_FORM", room: "", startsAt: new Date(Date.now() - 60_000).toISOString(), endsAt: new Date(Date.now() + 12_000).toISOString() });
  const form = new Gathering(world, id, "Cho ý kiến gấp");
  await form.prepareVote("Đồng ý hoãn phiên họp?");
  await form.issue();
  const lan = new Tablet(await lend("tablet", people.lan));
  await lan.meetings(server.address);
  await lan.line(form).click();
  await expect(lan.page.getByTestId("form-says")).toContainText("Còn 1 câu hỏi");
  await expect(lan.page.getByTestId("overview")).toContainText("Không thông qua", { timeout: 40_000 });
  await lan.page.getByRole("button", { name: /Đồng ý hoãn phiên họp/ }).click();
  await expect(lan.sentence).toContainText("phát ra 3 phiếu, thu về 0 phiếu");
  const desk = new Console(await lend("console", secretary));
  await desk.enter(next, "prepare");
  await expect(desk.at("outline-item")).toContainText("Kết quả lấy ý kiến bằng phiếu: Cho ý kiến gấp", { timeout: 20_000 });
});

test("members say before the meeting what they think of an item, and the secretary compiles it into the file", async ({ world, lend }) => {
  const { people } = world;
  const meeting = await world.draft("Phiên họp sơ kết", 24 * 60);
  const item = await meeting.item("Kế hoạch chuyển đổi số", { kind: "DISCUSSION" });
  await meeting.issue();
  const desk = new Console(await lend("console", people.secretary));
  await desk.enter(meeting, "prepare");
  const lan = new Tablet(await lend("tablet", people.lan));
  const minh = new Tablet(await lend("portrait", people.minh));
  for (const one of [lan, minh]) {
    await one.enter(meeting);
    await one.openItem(item);
  }

  // Lan writes with the network away: kept, sent once, and seen to have arrived
  await expect(lan.page.getByTestId("opinion-part")).toContainText("Nhận đến khi khai mạc");
  await lan.page.context().setOffline(true);
  await lan.page.getByTestId("stance-OTHER").check();
  await expect(lan.page.getByTestId("opinion-send")).toBeDisabled();
  await lan.page.getByTestId("opinion-words").fill("Bổ sung kinh phí cho cấp xã.");
  await lan.page.getByTestId("opinion-send").click();
  await expect(lan.page.getByTestId("opinion-waits")).toBeVisible();
  await lan.page.context().setOffline(false);
  await expect(lan.page.getByTestId("opinion-sent")).toContainText("Thư ký đã nhận lúc", { timeout: 30_000 });
  await shot(lan.page, "19-opinion");

  // Minh sends, thinks better of it, and agrees at last
  await minh.page.getByTestId("stance-DISAGREE").check();
  await minh.page.getByTestId("opinion-send").click();
  await expect(minh.page.getByTestId("opinion-sent")).toBeVisible();
  await minh.page.getByTestId("opinion-withdraw").click();
  await minh.page.getByTestId("opinion-withdraw-no").click();
  await expect(minh.page.getByTestId("opinion-sent")).toBeVisible();
  await minh.page.getByTestId("opinion-withdraw").click();
  await minh.page.getByTestId("opinion-withdraw-yes").click();
  await expect(minh.page.getByTestId("opinion-withdraw")).toHaveCount(0);
  await desk.openItem("Kế hoạch chuyển đổi số");
  await expect(desk.at("opinion-before")).toHaveCount(1);
  await minh.page.getByTestId("stance-AGREE").check();
  await minh.page.getByTestId("opinion-send").click();
  await expect(minh.page.getByTestId("opinion-sent")).toBeVisible();

  // the secretary has a named list with who is missing; other members see nothing of it
  await expect(desk.at("opinions-given")).toHaveText("2/3 người đã cho ý kiến");
  await expect(desk.at("opinions-waiting")).toContainText(people.chair.name);
  await expect(desk.at("opinion-before").filter({ hasText: people.lan.name })).toContainText("Bổ sung kinh phí cho cấp xã.");
  await expect(minh.page.locator("main")).not.toContainText("Bổ sung kinh phí");
  // and the chair reads them on the own tablet
  const chair = new Tablet(await lend("tablet", people.chair));
  await chair.enter(meeting);
  await chair.openItem(item);
  await chair.page.getByTestId("opinions-all").locator("summary").click();
  await expect(chair.page.getByTestId("opinions-all")).toContainText("Bổ sung kinh phí cho cấp xã.");

  // who takes no part in the item is not waited for, and not counted
  await people.minh.hand.command(meeting.id, { type: "recusePerson", person: people.minh.id, item, reason: "Có liên quan" });
  await expect(desk.at("opinions-given")).toHaveText("1/2 người đã cho ý kiến");
  await expect(minh.page.getByTestId("opinion-part")).toHaveCount(0);

  // compiled, edited, and put into the file for all members
  await desk.at("compile-fill").click();
  await expect(desk.at("compilation")).toHaveValue(/Ý kiến khác: 1\/2 người\./);
  await desk.at("compilation").fill(`${await desk.at("compilation").inputValue()}\nĐề nghị Sở Tài chính trả lời tại phiên họp.`);
  await desk.at("compile-save").click();
  await expect(desk.at("compile-lay")).toBeVisible();
  await expect(desk.at("opinions-newer")).toHaveCount(0);
  await shot(desk.page, "19-opinions-compiled");
  await desk.clearNotices();
  await desk.at("compile-lay").click();
  await desk.at("reason-text").fill("Gửi tổng hợp ý kiến");
  await desk.at("reason-yes").click();
  await expect(desk.paper("Tổng hợp ý kiến: Kế hoạch chuyển đổi số")).toHaveAttribute("data-status", "READY", { timeout: 40_000 });
  const paper = (await desk.paper("Tổng hợp ý kiến").getAttribute("data-id")) ?? "";
  await lan.openPaper(paper);
  await lan.reads(1);
  await shot(lan.page, "19-opinions-paper");

  // what comes after the compilation is pointed out
  await people.chair.hand.command(meeting.id, { type: "giveOpinion", item, stance: "AGREE", text: "" });
  await expect(desk.at("opinions-newer")).toBeVisible();

  // the secretary ends it early: what comes later is refused with a sentence
  await desk.clearNotices();
  await desk.at("opinion-end-change").click();
  await desk.page.getByTestId("sheet-opinion-end").getByTestId("opinion-until-opening").waitFor();
  await desk.page.keyboard.press("Escape");
  await people.secretary.hand.command(meeting.id, { type: "setOpinionCutOff", until: new Date(Date.now() - 60_000).toISOString() });
  await expect(desk.at("opinion-end")).toContainText("Đến");
  await lan.openItem(item);
  await expect(lan.page.getByTestId("opinion-over")).toBeVisible();
  const late = await people.lan.hand.refused(meeting.id, { type: "giveOpinion", item, stance: "AGREE", text: "" });
  expect(late.text).toContain("ý kiến này không được ghi nhận");
});

test("forms and opinions speak English alone, and can be read by everybody and touched by any thumb", async ({ world, lend }) => {
  const { people, server } = world;
  const [title, question, matter] = ["Cho ý kiến về quy chế", "Thống nhất ban hành quy chế?", "Quy chế làm việc"];
  const written = [...World.written, title, question, matter, "Phiên họp quý", "Phòng họp số 1", "Đã đọc", "Kết quả lấy ý kiến bằng phiếu", "Kết quả phiếu lấy ý kiến", "Tổng hợp phiếu lấy ý kiến"];
  const look = async (name: string, page: Page): Promise<void> => {
    expect.soft(await foreignWords(page, "en", written), `${name}: words of the other language`).toEqual([]);
    expect.soft(await axeFaults(page), `${name}: accessibility`).toEqual([]);
    await shot(page, `19-en-${name}`);
  };
  const { id } = await people.secretary.hand.post<{ id: string }>("/api/meetings", { bodyId: world.body.id, title, kind: "OPINION_FORM", room: "", startsAt: new Date().toISOString(), endsAt: new Date(Date.now() + 3_600_000).toISOString() });
  const form = new Gathering(world, id, title);
  const item = await form.item(matter);
  await form.prepareVote(question, { item });
  const desk = new Console(await lend("console", people.secretary));
  await chosen(desk.page, "en", "dark");
  await desk.enter(form, "prepare");
  await desk.openItem(matter);
  await look("form-written", desk.page);
  await form.issue();
  await desk.tense("lead");
  await expect(desk.at("form-question")).toBeVisible();
  await look("form-followed", desk.page);
  const lan = new Tablet(await lend("portrait", people.lan));
  await chosen(lan.page, "en", "dark");
  await lan.meetings(server.address);
  await expect(lan.line(form).getByTestId("form-line")).toBeVisible();
  await look("form-list", lan.page);
  await lan.line(form).click();
  await expect(lan.page.getByTestId("form-says")).toBeVisible();
  await look("form-overview", lan.page);
  expect.soft(await smallTargets(lan.page), "overview: targets").toEqual([]);
  await lan.page.getByRole("button", { name: question }).click();
  await lan.castVote("for");
  await lan.stage("recorded");
  await look("form-answered", lan.page);
  await people.secretary.hand.command(form.id, { type: "closeForm" });
  await expect(desk.at("form-report")).toBeVisible();
  await look("form-result", desk.page);
  await desk.page.goto(`${server.address}/web/`);
  await expect(desk.at("meeting-add")).toBeVisible();
  await look("form-past", desk.page);

  const meeting = await world.draft("Phiên họp quý", 24 * 60);
  const about = await meeting.item(matter);
  await meeting.issue();
  await people.lan.hand.command(meeting.id, { type: "giveOpinion", item: about, stance: "OTHER", text: "Đã đọc" });
  await lan.enter(meeting);
  await lan.openItem(about);
  await expect(lan.page.getByTestId("opinion-sent")).toBeVisible();
  await look("opinion", lan.page);
  expect.soft(await smallTargets(lan.page), "opinion: targets").toEqual([]);
  await desk.enter(meeting, "prepare");
  await desk.openItem(matter);
  await expect(desk.at("opinion-before")).toBeVisible();
  await expect(desk.at("closed-form")).toBeVisible();
  await look("opinions", desk.page);
});
