import { randomUUID } from "node:crypto";
import type { JsonValue } from "../../client-kit/src/proto/protocol.ts";
import { Console } from "../roles/console.ts";
import { Tablet } from "../roles/tablet.ts";
import { wrongBy } from "../world/clock.ts";
import { leftOnDevice } from "../world/device.ts";
import { axeFaults } from "../world/look.ts";
import { shot } from "../world/shot.ts";
import { expect, test } from "../world/test.ts";
import type { Being, Gathering } from "../world/world.ts";

type Answers = { notes: { id: string; version: number; madeAt: number; body: { text: string } }[]; gone: string[] };

const OFFLINE_NOTES = 50;

/** What the server has of somebody's notes, in the order in which it took them. */
async function stored(being: Being, meeting: Gathering): Promise<string[]> {
  const { notes } = await being.hand.get<Answers>(`/api/meetings/${meeting.id}/notes?since=0`);
  return notes.sort((a, b) => a.version - b.version).map((note) => note.body.text);
}

/** Which of somebody's acts in the meeting the server has taken, in its order. */
async function given({ name }: Being, meeting: Gathering): Promise<string[]> {
  const { facts } = await meeting.secretary.get<{ facts: { seq: number; type: string; actor: string }[] }>(`/api/meetings/${meeting.id}/minutes`);
  return facts.filter((fact) => fact.actor === name).sort((a, b) => a.seq - b.seq).map((fact) => fact.type.toLowerCase().replace(/[^a-z]/g, ""));
}

test("fifty notes, a vote and a request to speak made without a network arrive once and in order; the second tablet has them, and signing out leaves nothing", async ({ world, lend, papers }) => {
  const meeting = await world.draft();
  const item = await meeting.item("Báo cáo kết quả ứng dụng công nghệ thông tin sáu tháng đầu năm và nhiệm vụ trọng tâm sáu tháng cuối năm của Ban Chỉ đạo");
  const paper = await meeting.paper(item, papers.report);
  await meeting.issue();
  await meeting.open();
  await meeting.takeUp(item);
  await meeting.checkIn("lan", "minh");
  const { lan, minh } = world.people;

  const tablet = new Tablet(await lend("tablet", lan));
  await tablet.enter(meeting);
  await tablet.openPaper(paper);
  await tablet.reads(1);
  await tablet.keepsPapers(paper);
  await meeting.openVote("Thông qua báo cáo", { item });
  await tablet.stage("choosing");
  await tablet.notes();
  await shot(tablet.page, "notes-empty");

  await tablet.page.context().setOffline(true);
  await tablet.stands("offline");
  const texts = Array.from({ length: OFFLINE_NOTES }, (_, n) => `Ghi chú số ${n + 1}`);
  await tablet.addNotesByKeyboard(texts);
  await expect(tablet.status).toContainText("50 ghi chú chưa gửi");
  await shot(tablet.page, "notes-offline");
  await tablet.page.getByTestId("bar-vote").click();
  await tablet.castVote("for");
  await tablet.stage("sending");
  await tablet.askToSpeak("Bổ sung số liệu");

  // half an hour goes by, and the page is gone and comes back before the network does
  await wrongBy(tablet.page, 0.5);
  await tablet.page.reload();
  await expect(tablet.status).toContainText("52");
  expect(await stored(lan, meeting)).toEqual([]);
  await tablet.page.context().setOffline(false);
  await tablet.stands("saved");
  expect(await stored(lan, meeting)).toEqual(texts);
  expect(await given(lan, meeting)).toEqual(["personarrived", "ballotcast", "speechrequested"]);

  // another tablet of the same person, upright
  const second = new Tablet(await lend("portrait", lan));
  await second.enter(meeting);
  await second.openPaper(paper);
  await second.reads(1);
  await second.page.getByTestId("notes").click();
  await expect(second.page.getByTestId("note")).toHaveCount(OFFLINE_NOTES);
  await second.addNote("Từ máy thứ hai: đề nghị Sở Thông tin và Truyền thông làm rõ tỷ lệ hồ sơ trực tuyến toàn trình");
  await shot(second.page, "notes-portrait");
  await tablet.notes();
  await expect(tablet.page.getByTestId("note")).toHaveCount(OFFLINE_NOTES + 1);

  // one note is shown to one person, and to nobody else
  const shown = tablet.note("Ghi chú số 7");
  await shown.getByTestId("note-more").click();
  await expect(shown.getByTestId("note-readers")).toHaveText("Chỉ đồng chí đọc được.");
  await shown.getByTestId("share-pick").click();
  await shown.locator(`[data-person="${minh.id}"] input`).check();
  await shot(tablet.page, "notes-share");
  await shown.getByTestId("share-people").click();
  await expect(shown.getByTestId("note-readers")).toContainText(minh.name);
  const reader = new Tablet(await lend("tablet", minh));
  await reader.enter(meeting);
  await reader.notes();
  await reader.page.getByRole("tab", { name: "Được chia sẻ" }).click();
  await expect(reader.page.getByTestId("shared-note")).toHaveText(/Ghi chú số 7.*Lê Thị Ngọc Lan/s);
  await shot(reader.page, "notes-shared");
  await shown.getByTestId("share-stop").click();
  await expect(reader.page.getByTestId("shared-note")).toHaveCount(0);

  await tablet.page.getByTestId("me").click();
  await tablet.page.getByTestId("sign-out").click();
  await tablet.page.getByTestId("sign-out-yes").click();
  await expect(tablet.page.getByTestId("sign-in-name")).toBeVisible();
  expect(await leftOnDevice(tablet.page)).toEqual([]);
});

const PRIVATE = { reach: "NOBODY", people: [] };
const QUOTE = "tỷ lệ hồ sơ xử lý đúng hạn đạt 96,4%";

/** Notes as a pen on another tablet makes them. */
async function writes(being: Being, meeting: Gathering, notes: readonly { id: string; paper: string; page: number; body: JsonValue }[]): Promise<void> {
  const path = `/api/meetings/${meeting.id}/notes`;
  const { epoch } = await being.hand.get<{ epoch: string }>(`${path}?since=0`);
  const madeAt = Date.now();
  const { refused } = await being.hand.post<{ refused: unknown[] }>(path, { epoch, ops: notes.map((note, n) => ({ op: randomUUID(), note: note.id, base: 0, put: { share: PRIVATE, opinion: false, madeAt: madeAt + n, version: 0, ...note } })) });
  expect(refused).toEqual([]);
}

test("a list leads to each note's page, hands an opinion to the secretary and destroys all on a typed word", async ({ world, lend, papers }) => {
  const meeting = await world.draft();
  const item = await meeting.item("Báo cáo kết quả ứng dụng công nghệ thông tin sáu tháng đầu năm và nhiệm vụ trọng tâm sáu tháng cuối năm của Ban Chỉ đạo");
  const report = await meeting.paper(item, papers.report);
  const after = await meeting.paper(item, papers.note, { title: "Tờ trình về việc ban hành Kế hoạch chuyển đổi số của tỉnh giai đoạn tiếp theo, bản tiếp thu ý kiến các sở, ngành" });
  await meeting.issue();
  await meeting.open();
  await meeting.takeUp(item);
  const { lan } = world.people;
  const mark = (quote: string): JsonValue => ({ kind: "highlight", colour: "BLUE", quads: [[1200, 4000, 6000, 400]], quote: { exact: quote, prefix: "", suffix: "" }, start: 10, end: 46 });
  const stroke = (n: number): JsonValue => ({ kind: "ink", tool: "PEN", colour: "RED", width: 40, points: [2000 + n * 900, 6000, 300, 500, 600, -900, 400, 700] });
  await writes(lan, meeting, [
    ...[0, 1, 2].map((n) => ({ id: randomUUID(), paper: report, page: 3, body: stroke(n) })),
    { id: randomUUID(), paper: report, page: 2, body: mark(QUOTE) },
    { id: randomUUID(), paper: report, page: 2, body: { kind: "text", colour: "BLUE", at: [1000, 9000], text: "Hỏi lại số liệu của Sở Tài chính" } },
    ...[0, 1, 2].map((n) => ({ id: randomUUID(), paper: after, page: 1, body: { kind: "text", colour: "RED", at: [1000, 3000 + n * 900], text: `Góp ý ${n + 1}` } })),
  ]);

  const page = await lend("tablet", lan);
  const tablet = new Tablet(page);
  await tablet.enter(meeting);
  await tablet.notes();
  await page.getByRole("tab", { name: "Của tôi" }).click();
  await page.getByTestId("filter-kind").selectOption("ink");
  await expect(page.getByTestId("note")).toHaveText(/Trang 3.*3 nét vẽ.*Đã lưu/s);
  await page.getByTestId("note-open").click();
  await tablet.reads(3);
  await expect(page.locator(".note-flash")).toBeVisible();
  await page.getByTestId("filter-kind").selectOption("");
  const opinion = tablet.note("Hỏi lại số liệu của Sở Tài chính").first();
  await opinion.getByTestId("note-more").click();
  await opinion.getByTestId("opinion-give").click();
  await expect(opinion).toContainText("Ý kiến gửi thư ký");
  await tablet.stands("saved");
  await shot(page, "notes-mine");

  const secretary = new Console(await lend("console", world.people.secretary));
  await secretary.enter(meeting, "prepare");
  await secretary.page.getByTestId("outline-item").first().click();
  await secretary.opinionsOn(report);
  await expect(secretary.at("opinions-of")).toHaveText(/Lê Thị Ngọc Lan.*Trang 2.*Hỏi lại số liệu của Sở Tài chính/s);
  await shot(secretary.page, "notes-opinions");
  expect(await axeFaults(secretary.page)).toEqual([]);
  await secretary.at("opinions-close").click();
  await secretary.opinionsOn(after);
  await expect(secretary.page.getByText("Chưa có ý kiến nào")).toBeVisible();

  const other = new Tablet(await lend("portrait", lan));
  await other.enter(meeting);
  await other.page.getByTestId("notes").click();
  await expect(other.page.getByTestId("note")).toHaveCount(6);
  await page.getByTestId("destroy").click();
  await page.getByTestId("destroy-word").fill("huy");
  await shot(page, "notes-destroy");
  await page.getByTestId("destroy-yes").click();
  await expect(page.getByText("Chưa có ghi chú nào")).toBeVisible();
  await expect(other.page.getByText(/đã được hủy từ một máy khác/)).toBeVisible();
  await expect(other.page.getByTestId("note")).toHaveCount(0);
  await shot(other.page, "notes-destroyed");
  expect(await stored(lan, meeting)).toEqual([]);
});
