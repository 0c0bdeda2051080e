import { Tablet } from "../roles/tablet.ts";
import { shot } from "../world/shot.ts";
import { expect, test } from "../world/test.ts";
import type { Being, Gathering } from "../world/world.ts";

type Answers = { notes: { body: { kind: string; text?: string } }[] };

const stored = async (being: Being, meeting: Gathering): Promise<string[]> =>
  (await being.hand.get<Answers>(`/api/meetings/${meeting.id}/notes?since=0`)).notes.map(({ body }) => body.text ?? body.kind).sort();

test("a note shared with the meeting or with a group is read by others until it is taken back", async ({ world, lend, papers }) => {
  const meeting = await world.draft();
  const item = await meeting.item("Báo cáo kết quả");
  const paper = await meeting.paper(item, papers.report);
  await meeting.issue();
  const { lan, minh } = world.people;
  const tablet = new Tablet(await lend("tablet", lan));
  await tablet.enter(meeting);
  await tablet.openPaper(paper);
  await tablet.reads(1);
  await tablet.notes();
  await tablet.addNote("Cả phòng cùng xem");
  const note = tablet.note("Cả phòng cùng xem");
  await note.getByTestId("note-more").click();
  await note.getByTestId("share-meeting").click();
  await expect(note.getByTestId("note-readers")).toContainText("Tất cả người trong phiên họp");

  const other = new Tablet(await lend("portrait", minh));
  await other.enter(meeting);
  await other.openPaper(paper);
  await other.reads(1);
  // on the page itself, with its writer's name
  await expect(other.page.locator(".ni-name")).toContainText(lan.name);
  await other.notes();
  await other.page.getByRole("tab", { name: "Được chia sẻ" }).click();
  await expect(other.page.getByTestId("shared-note")).toHaveText(/Cả phòng cùng xem.*Lê Thị Ngọc Lan/s);
  await shot(other.page, "notes-shared-meeting");
  await note.getByTestId("share-stop").click();
  await expect(other.page.getByTestId("shared-note")).toHaveCount(0);

  const group = note.getByTestId("share-group").filter({ hasText: "Thành viên" });
  await shot(tablet.page, "notes-groups");
  await group.click();
  await expect(note.getByTestId("note-readers")).toContainText(/Thành viên \(\d+ người\)/);
  await expect(note.getByTestId("note-shared")).toHaveText("Đã chia sẻ: Thành viên");
  await expect(other.page.getByTestId("shared-note")).toHaveCount(1);
  await shot(tablet.page, "notes-group");
});

test("two tablets of one person, both without a network, end with all notes on both", async ({ world, lend, papers }) => {
  const meeting = await world.draft();
  const paper = await meeting.paper(await meeting.item("Báo cáo"), papers.report);
  await meeting.issue();
  const { lan } = world.people;
  const tablets = [new Tablet(await lend("tablet", lan)), new Tablet(await lend("portrait", lan))];
  const [one, two] = [tablets[0]!, tablets[1]!];
  for (const tablet of tablets) {
    await tablet.enter(meeting);
    await tablet.openPaper(paper);
    await tablet.reads(1);
    await tablet.notes();
  }
  await one.addNote("Gốc");
  await expect(two.page.getByTestId("note")).toHaveCount(1);
  for (const tablet of tablets) {
    await tablet.page.context().setOffline(true);
    await tablet.stands("offline");
  }
  const rewrite = async (tablet: Tablet, text: string): Promise<void> => {
    const note = tablet.note("Gốc");
    await note.getByTestId("note-more").click();
    await note.getByTestId("note-rewrite").click();
    await tablet.page.getByTestId("note-edit").fill(text);
    await tablet.page.getByTestId("note-save").click();
  };
  await rewrite(one, "Gốc, sửa trên máy ngang");
  await rewrite(two, "Gốc, sửa trên máy đứng");
  for (let n = 1; n <= 3; n++) for (const [tablet, name] of [[one, "ngang"], [two, "đứng"]] as const) await tablet.addNote(`Máy ${name} ${n}`);
  for (const tablet of tablets) await tablet.page.context().setOffline(false);
  const all = ["Gốc, sửa trên máy ngang", "Gốc, sửa trên máy đứng", ...[1, 2, 3].flatMap((n) => [`Máy ngang ${n}`, `Máy đứng ${n}`])].sort();
  await expect.poll(() => stored(lan, meeting)).toEqual(all);
  for (const tablet of tablets) {
    await tablet.stands("saved");
    await expect.poll(async () => (await tablet.page.getByTestId("note-text").allTextContents()).sort()).toEqual(all);
  }
  await shot(two.page, "notes-two-tablets");
});
