import type { PaperFile } from "../world/papers.ts";
import { Tablet } from "../roles/tablet.ts";
import { wrongBy } from "../world/clock.ts";
import { shot } from "../world/shot.ts";
import { Storage } from "../world/storage.ts";
import { expect, test, type Lend } from "../world/test.ts";
import type { Being, Gathering, World } from "../world/world.ts";

// O3 of the reading tests: whatever the device's own storage and clock do, it is said in Vietnamese and no note and no vote is lost.

const FULL = "Bộ nhớ của máy đã đầy";
const FORBIDDEN = "Trình duyệt không cho lưu trên máy";

async function texts(being: Being, meeting: Gathering): Promise<string[]> {
  const { notes } = await being.hand.get<{ notes: { version: number; body: { text: string } }[] }>(`/api/meetings/${meeting.id}/notes?since=0`);
  return notes.sort((a, b) => a.version - b.version).map((note) => note.body.text);
}

type Fact = { type: string; actor: string; at: number };
async function ballots(meeting: Gathering, { name }: Being): Promise<Fact[]> {
  const { facts } = await meeting.secretary.get<{ facts: Fact[] }>(`/api/meetings/${meeting.id}/minutes`);
  return facts.filter((fact) => fact.actor === name && fact.type.toLowerCase().replace(/[^a-z]/g, "") === "ballotcast");
}

type Table = { meeting: Gathering; item: string; paper: string; lan: Tablet; storage: Storage };

async function seated(world: World, lend: Lend, file: PaperFile, hours = 0): Promise<Table> {
  const meeting = await world.draft();
  const item = await meeting.item("Báo cáo sơ kết");
  const paper = await meeting.paper(item, file);
  await meeting.issue();
  await meeting.open();
  await meeting.takeUp(item);
  await meeting.checkIn("lan");
  const lan = new Tablet(await lend("tablet", world.people.lan));
  const storage = await Storage.of(lan.page);
  if (hours) await wrongBy(lan.page, hours);
  await lan.enter(meeting);
  await lan.openPaper(paper);
  await lan.reads(1);
  await lan.keepsPapers(paper);
  await lan.stands("saved");
  return { meeting, item, paper, lan, storage };
}

test("a full device says so by the note and by the vote, loses neither, and keeps what it could not once there is room", async ({ world, lend, papers }) => {
  const { meeting, item, lan, storage } = await seated(world, lend, papers.report);
  const { page } = lan;
  await meeting.openVote("Thông qua báo cáo", { item });
  await lan.stage("choosing");
  await page.context().setOffline(true);
  await lan.stands("offline");
  await storage.full(true);
  await lan.notes();
  await lan.addNote("Hỏi về số liệu");
  await expect(page.getByTestId("notes-trouble")).toContainText(FULL);
  await shot(page, "12-full-note");
  await page.getByTestId("bar-vote").click();
  await lan.castVote("for");
  await lan.stage("sending");
  await expect(lan.voteSheet).toContainText(FULL);
  await shot(page, "12-full-vote");

  // the line comes back before the room does
  await page.context().setOffline(false);
  await lan.stands("saved");
  await lan.stage("recorded");
  expect(await texts(world.people.lan, meeting)).toEqual(["Hỏi về số liệu"]);
  expect(await ballots(meeting, world.people.lan)).toHaveLength(1);

  // the other way round
  await page.context().setOffline(true);
  await lan.stands("offline");
  await lan.notes();
  await lan.addNote("Hỏi thêm");
  await expect(page.getByTestId("notes-trouble")).toContainText(FULL);
  await storage.full(false);
  await lan.addNote("Đã có chỗ");
  await expect(page.getByTestId("notes-trouble")).toHaveCount(0);
  await page.reload();
  await lan.reads(1);
  await lan.notes();
  for (const text of ["Hỏi thêm", "Đã có chỗ"]) await expect(lan.note(text)).toBeVisible();
  await page.context().setOffline(false);
  await lan.stands("saved");
  expect(await texts(world.people.lan, meeting)).toEqual(["Hỏi về số liệu", "Hỏi thêm", "Đã có chỗ"]);
});

test("a database that the browser closes is opened again unseen; one that it forbids is told, and note and vote go to the server all the same", async ({ world, lend, papers }) => {
  const { meeting, item, lan, storage } = await seated(world, lend, papers.report);
  const { page } = lan;
  const first = await meeting.openVote("Thông qua báo cáo", { item });
  await lan.stage("choosing");
  await page.context().setOffline(true);
  await lan.stands("offline");
  await storage.close();
  await lan.notes();
  await lan.addNote("Viết khi kho bị đóng");
  await page.getByTestId("bar-vote").click();
  await storage.close();
  await lan.castVote("for");
  await lan.stage("sending");
  await page.reload();
  await expect(lan.status).toContainText("2 việc chờ gửi");
  await page.context().setOffline(false);
  await lan.stands("saved");
  expect(await texts(world.people.lan, meeting)).toEqual(["Viết khi kho bị đóng"]);
  expect(await ballots(meeting, world.people.lan)).toHaveLength(1);

  await meeting.secretary.command(meeting.id, { type: "closeVote", vote: first });
  await storage.forbid();
  await page.reload();
  await lan.stands("saved");
  await lan.reads(1);
  await meeting.openVote("Thông qua phụ lục", { item });
  await lan.notes();
  await lan.addNote("Viết khi không có kho");
  await expect(page.getByTestId("notes-trouble")).toContainText(FORBIDDEN);
  await page.getByTestId("bar-vote").click();
  await lan.castVote("against");
  await lan.stage("recorded");
  await expect.poll(() => texts(world.people.lan, meeting)).toEqual(["Viết khi kho bị đóng", "Viết khi không có kho"]);
  expect(await ballots(meeting, world.people.lan)).toHaveLength(2);
});

test("a browser that throws its caches away under the open page loses no note, and once it has seen the server again it opens without it", async ({ world, lend, papers }) => {
  const { meeting, paper, lan, storage } = await seated(world, lend, papers.report);
  const { page } = lan;
  await page.context().setOffline(true);
  await lan.stands("offline");
  await storage.wipeCaches();
  await page.getByTestId("next-page").click();
  await lan.notes();
  await lan.addNote("Viết khi bộ nhớ bị xóa");
  await expect(lan.note("Viết khi bộ nhớ bị xóa")).toBeVisible();
  await shot(page, "12-wiped");

  await page.context().setOffline(false);
  await lan.stands("saved");
  expect(await texts(world.people.lan, meeting)).toEqual(["Viết khi bộ nhớ bị xóa"]);
  await page.reload();
  await lan.keepsPapers(paper);
  await expect.poll(() => page.evaluate(async () => (await Promise.all((await caches.keys()).filter((name) => name.startsWith("nghisu-shell-")).map(async (name) => (await (await caches.open(name)).keys()).length))).reduce((a, b) => a + b, 0))).toBeGreaterThan(5);
  await page.context().setOffline(true);
  await page.reload();
  await lan.reads(2);
  await lan.notes();
  await expect(lan.note("Viết khi bộ nhớ bị xóa")).toBeVisible();
});

for (const hours of [1, -1]) test(`on a device whose clock is wrong by ${hours} h the vote bears the server's time`, async ({ world, lend, papers }) => {
  const { meeting, item, lan } = await seated(world, lend, papers.note, hours);
  const { page } = lan;
  await meeting.openVote("Thông qua báo cáo", { item });
  await lan.stage("choosing");
  await page.context().setOffline(true);
  await lan.stands("offline");
  await lan.castVote("for");
  await lan.stage("sending");
  await page.context().setOffline(false);
  await lan.stage("recorded");
  const [fact] = await ballots(meeting, world.people.lan);
  expect(Math.abs(fact!.at - Date.now())).toBeLessThan(30 * 60_000);
  const time = new Date(fact!.at).toLocaleTimeString("vi-VN", { timeZone: "Asia/Ho_Chi_Minh", hour12: false });
  await expect(lan.voteSheet).toContainText(`lúc ${time}`);
});
