import type { Page } from "@playwright/test";
import { Tablet } from "../roles/tablet.ts";
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

/** Everything that lies in this browser's databases. */
function rowsOnDevice(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const asked = <T>(request: IDBRequest<T>): Promise<T> => new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error ?? new Error("no answer"));
    });
    let rows = 0;
    for (const { name } of await indexedDB.databases()) {
      const db = await asked(indexedDB.open(name ?? ""));
      for (const store of db.objectStoreNames) rows += await asked(db.transaction(store).objectStore(store).count());
      db.close();
    }
    return rows;
  });
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
  for (const text of texts) await tablet.addNote(text);
  await expect(tablet.status).toContainText("50 ghi chú chưa gửi");
  await shot(tablet.page, "notes-offline");
  await tablet.page.getByTestId("bar-vote").click();
  await tablet.castVote("for");
  await tablet.stage("sending");
  await tablet.askToSpeak("Bổ sung số liệu");

  // the page is gone and comes back before the network does
  await tablet.page.reload();
  await expect(tablet.status).toContainText("52");
  expect(await stored(lan, meeting)).toEqual([]);
  await tablet.page.context().setOffline(false);
  await tablet.stands("saved");
  expect(await stored(lan, meeting)).toEqual(texts);

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
  expect(await rowsOnDevice(tablet.page)).toBe(0);
});
