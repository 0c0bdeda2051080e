import { execFileSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import { Console } from "../roles/console.ts";
import { axeFaults } from "../world/look.ts";
import { shot } from "../world/shot.ts";
import { expect, test } from "../world/test.ts";
import type { Being, Gathering } from "../world/world.ts";

const YEAR_MINUTES = 366 * 24 * 60;

const notesOf = async (being: Being, meeting: Gathering): Promise<number> => (await being.hand.get<{ notes: unknown[] }>(`/api/meetings/${meeting.id}/notes?since=0`)).notes.length;

async function note(being: Being, meeting: Gathering, paper: string): Promise<void> {
  const notes = `/api/meetings/${meeting.id}/notes`;
  const { epoch } = await being.hand.get<{ epoch: string }>(`${notes}?since=0`);
  const id = randomUUID();
  const put = { id, paper, page: 1, body: { kind: "text", colour: "BLUE", at: [200, 300], text: "Hỏi lại số liệu" }, share: { reach: "NOBODY", people: [] }, opinion: false, madeAt: Date.now(), version: 0 };
  await being.hand.post(notes, { epoch, ops: [{ op: randomUUID(), note: id, base: 0, put }] });
  expect(await notesOf(being, meeting)).toBe(1);
}

test("a secretary finds a decision of last year, takes out its proceedings and its dossier, and what has passed its time goes, but not what is held back", async ({ world, lend, papers }) => {
  const { people } = world;
  const held = async (title: string, conclusion: string): Promise<{ meeting: Gathering; paper: string }> => {
    const meeting = await world.draft(title, -YEAR_MINUTES);
    const item = await meeting.item("Chủ trương đầu tư trục liên thông văn bản và nền tảng tích hợp, chia sẻ dữ liệu dùng chung của tỉnh");
    const paper = await meeting.paper(item, papers.report, { title: "Tờ trình chủ trương đầu tư" });
    await meeting.issue();
    await meeting.open();
    await meeting.checkIn("chair", "lan", "minh");
    await meeting.takeUp(item);
    await meeting.secretary.command(meeting.id, { type: "recordConclusion", item, text: conclusion });
    const vote = await meeting.openVote("Thông qua chủ trương đầu tư", { item });
    await meeting.vote("chair", vote, "for");
    await meeting.vote("lan", vote, "for");
    await meeting.secretary.command(meeting.id, { type: "closeVote", vote });
    await note(people.lan, meeting, paper);
    await meeting.close();
    return { meeting, paper };
  };
  const first = await held("Phiên họp chuyên đề quý IV", "Thống nhất chủ trương; giao Sở Nội vụ hoàn thiện hồ sơ trong tháng 12.");
  const second = await held("Phiên họp bất thường", "Dừng gói thầu số 7 để thanh tra.");

  const desk = new Console(await lend("console", people.secretary));
  await desk.page.goto(`${people.secretary.hand.address}/web/`);
  await desk.at("nav-archive").click();
  await expect(desk.at("archive-line")).toHaveCount(2);
  await desk.at("archive-words").fill("hoan thien ho so");
  await expect(desk.at("archive-line")).toHaveCount(1);
  await expect(desk.at("archive-hit").first()).toContainText("hoàn thiện hồ sơ");
  expect(await axeFaults(desk.page)).toEqual([]);
  await shot(desk.page, "24-found");
  await desk.at("archive-hit").first().locator("a").click();
  await expect(desk.at("archived-title")).toHaveText("Phiên họp chuyên đề quý IV");
  await expect(desk.at("archived-conclusion")).toContainText("hoàn thiện hồ sơ");
  await expect(desk.at("archived-vote")).toContainText("Thông qua chủ trương đầu tư");
  expect(await axeFaults(desk.page)).toEqual([]);
  await shot(desk.page, "24-meeting");

  // the proceedings, with bookmarks by item and paper
  const [book] = await Promise.all([desk.page.waitForEvent("download"), desk.at("book").click()]);
  const outline = execFileSync("pdftohtml", ["-xml", "-stdout", "-i", (await book.path())!], { encoding: "utf8" });
  const bookmarks = [...outline.slice(outline.indexOf("<outline>")).matchAll(/<item page="\d+">([^<]*)</g)].map(([, title]) => title);
  expect(bookmarks).toEqual(["MỤC LỤC", "Biên bản", "Kết luận và kết quả biểu quyết", expect.stringMatching(/^1\. Chủ trương/), "Tờ trình chủ trương đầu tư"]);

  // the dossier: what is missing is said, then it comes
  await desk.at("dossier").click();
  await desk.at("dossier-organId").fill("000.00.18.H29");
  await expect(desk.at("dossier-fileCatalog"), "the year is proposed").toHaveValue(/^\d{4}$/);
  await desk.at("dossier-fileCatalog").fill("2026");
  await desk.at("dossier-fileNotation").fill("07.BCĐ");
  await desk.at("dossier-save").click();
  await expect(desk.at("dossier-missing")).toHaveCount(1);
  await expect(desk.at("dossier-maintenance")).toHaveAttribute("aria-invalid", "true");
  await desk.at("dossier-maintenance").fill("Vĩnh viễn");
  await shot(desk.page, "24-dossier");
  const [dossier] = await Promise.all([desk.page.waitForEvent("download"), desk.at("dossier-save").click()]);
  expect(dossier.suggestedFilename()).toMatch(/^ho-so-.*\.zip$/);

  // the other meeting is held back
  await desk.page.goto(`${people.secretary.hand.address}/web/#/archive/${second.meeting.id}`);
  await desk.at("hold-act").click();
  await desk.at("reason-text").fill("Phục vụ thanh tra gói thầu số 7");
  await desk.at("reason-yes").click();
  await expect(desk.at("hold")).toHaveAttribute("data-held", "yes");

  // a rule, what it would take, and the certificate of what it took
  await desk.page.goto(`${people.secretary.hand.address}/web/#/archive`);
  await desk.at("archive-body").selectOption({ index: 1 });
  await desk.at("archive-retention").click();
  await expect(desk.at("retention-none")).toBeVisible();
  await desk.at("retention-notesDays").fill("40000");
  await desk.at("retention-save").click();
  await expect(desk.at("retention-bad")).toHaveText("Số nguyên từ 0 đến 36.500, hoặc để trống.");
  await desk.at("retention-notesDays").fill("0");
  await desk.at("retention-save").click();
  await expect(desk.at("retention-line")).toHaveCount(2);
  await expect(desk.page.locator(`[data-testid=retention-line][data-id="${second.meeting.id}"]`)).toHaveAttribute("data-held", "yes");
  await desk.clearNotices();
  expect(await axeFaults(desk.page)).toEqual([]);
  await shot(desk.page, "24-retention");
  await desk.at("retention-go").click();
  await desk.at("confirm-yes").click();
  await expect(desk.at("certificate-pdf")).toHaveCount(1);
  const [certificate] = await Promise.all([desk.page.waitForEvent("download"), desk.at("certificate-pdf").click()]);
  const text = execFileSync("pdftotext", ["-layout", (await certificate.path())!, "-"], { encoding: "utf8" });
  expect(text).toContain("CHỨNG NHẬN TIÊU HỦY");
  expect(text).toContain("Phục vụ thanh tra gói thầu số 7");
  expect(text).not.toContain(people.lan.name);
  expect(await notesOf(people.lan, first.meeting)).toBe(0);
  expect(await notesOf(people.lan, second.meeting)).toBe(1);
  await desk.clearNotices();
  await shot(desk.page, "24-carried-out");
});
