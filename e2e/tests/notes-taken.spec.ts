import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { Tablet } from "../roles/tablet.ts";
import { shot } from "../world/shot.ts";
import { expect, test } from "../world/test.ts";
import type { Being, Gathering } from "../world/world.ts";

type Answers = { notes: { body: { kind: string; text?: string } }[] };

const stored = async (being: Being, meeting: Gathering): Promise<string[]> =>
  (await being.hand.get<Answers>(`/api/meetings/${meeting.id}/notes?since=0`)).notes.map(({ body }) => body.text ?? body.kind).sort();

/** A line of the hand over the page that is shown; places are shares of it. */
async function draws(page: Page, [x, y]: readonly [number, number], [toX, toY]: readonly [number, number]): Promise<void> {
  const box = (await page.locator(".nsr-sheet.is-shown").boundingBox())!;
  await page.mouse.move(box.x + x * box.width, box.y + y * box.height);
  await page.mouse.down();
  await page.mouse.move(box.x + toX * box.width, box.y + toY * box.height, { steps: 6 });
  await page.mouse.up();
}

const poppler = (): boolean => {
  try {
    execFileSync("pdftotext", ["-v"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
};

test("a note and a drawing go along with the paper in both forms, and each file opens in another program with both", async ({ world, lend, papers }) => {
  test.skip(!poppler(), "another program is needed: poppler-utils");
  const folder = mkdtempSync(join(tmpdir(), "copies-"));
  try {
    const meeting = await world.draft();
    const item = await meeting.item("Báo cáo kết quả");
    const paper = await meeting.paper(item, papers.report);
    await meeting.issue();
    const tablet = new Tablet(await lend("tablet", world.people.lan));
    const { page } = tablet;
    await tablet.enter(meeting);
    await tablet.openPaper(paper);
    await tablet.reads(1);
    await page.getByTestId("bar-pen").click();
    await expect(page.getByTestId("ink-done")).toBeVisible();
    await page.getByTestId("ink-RED").click();
    await draws(page, [0.25, 0.3], [0.75, 0.3]);
    await page.getByTestId("ink-done").click();
    await tablet.notes();
    await tablet.addNote("Đề nghị làm rõ nguồn vốn đối ứng");
    await expect.poll(() => stored(world.people.lan, meeting)).toHaveLength(2);
    await page.locator(".nb-export summary").click();
    await shot(page, "notes-export");

    for (const form of ["burnt", "annotations"] as const) {
      const [download] = await Promise.all([page.waitForEvent("download"), page.getByTestId(`export-${form}`).click()]);
      expect(download.suggestedFilename()).toMatch(/ghi chú\.pdf$/);
      const file = join(folder, `${form}.pdf`);
      await download.saveAs(file);
      const words = execFileSync("pdftotext", [file, "-"], { encoding: "utf8" });
      if (form === "burnt") expect(words.replace(/\s+/g, " ")).toContain("Đề nghị làm rõ nguồn vốn đối ứng");
      // the drawing is on the page's picture: red in the middle of its line, white paper is not
      const picture = execFileSync("pdftoppm", ["-f", "1", "-l", "1", "-r", "72", file], { maxBuffer: 64_000_000 });
      const [, width = "", height = ""] = /^P6\s+(\d+)\s+(\d+)\s+255\s/.exec(picture.subarray(0, 40).toString("latin1")) ?? [];
      const start = picture.length - Number(width) * Number(height) * 3;
      let red = 0;
      for (let dy = -6; dy <= 6; dy++) {
        const at = start + 3 * ((Math.round(Number(height) * 0.3) + dy) * Number(width) + Math.round(Number(width) * 0.45));
        if (picture[at]! > 150 && picture[at + 1]! < 110 && picture[at + 2]! < 110) red++;
      }
      expect(red, `${form}: the red line`).toBeGreaterThan(0);
      const pages = Number(/^Pages:\s+(\d+)/m.exec(execFileSync("pdfinfo", [file], { encoding: "utf8" }))?.[1]);
      const before = (await world.people.lan.hand.get<{ pages: unknown[] }>(`/files/${meeting.id}/${paper}/manifest`)).pages.length;
      expect(pages).toBe(form === "burnt" ? before + 1 : before);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test("notes of all meetings are destroyed at once, on a typed word, also on another tablet and on the server", async ({ world, lend, papers }) => {
  const { lan } = world.people;
  const meetings: { meeting: Gathering; paper: string }[] = [];
  for (const title of ["Phiên họp thứ nhất", "Phiên họp thứ hai"]) {
    const meeting = await world.draft(title);
    const paper = await meeting.paper(await meeting.item("Báo cáo"), papers.report);
    await meeting.issue();
    meetings.push({ meeting, paper });
  }
  const [first, second] = [meetings[0]!, meetings[1]!];
  const tablet = new Tablet(await lend("tablet", lan));
  for (const { meeting, paper } of meetings) {
    await tablet.enter(meeting);
    await tablet.openPaper(paper);
    await tablet.reads(1);
    await tablet.notes();
    await tablet.addNote("Chỉ riêng tôi");
    await tablet.stands("saved");
    await expect.poll(() => stored(lan, meeting)).toHaveLength(1);
  }
  const other = new Tablet(await lend("portrait", lan));
  await other.enter(first.meeting);
  await other.openPaper(first.paper);
  await other.notes();
  await expect(other.page.getByTestId("note")).toHaveCount(1);

  const { page } = tablet;
  await page.getByTestId("destroy").click();
  await page.getByLabel("Trong mọi phiên họp").check();
  await page.getByTestId("destroy-word").fill("hủy");
  await shot(page, "notes-destroy-all");
  await page.getByTestId("destroy-yes").click();
  await expect(page.getByText("Chưa có ghi chú nào")).toBeVisible();
  for (const { meeting } of [first, second]) await expect.poll(() => stored(lan, meeting)).toEqual([]);
  await expect(other.page.getByTestId("note")).toHaveCount(0);
  await tablet.enter(first.meeting);
  await tablet.openPaper(first.paper);
  await tablet.notes();
  await expect(page.getByText("Chưa có ghi chú nào")).toBeVisible();
});

