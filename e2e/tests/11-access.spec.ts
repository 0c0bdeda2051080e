import type { NsReader } from "../../client-kit/src/reader/index.ts";
import { Administrator } from "../roles/administrator.ts";
import { Console } from "../roles/console.ts";
import { Tablet } from "../roles/tablet.ts";
import { keptFiles } from "../world/device.ts";
import { axeFaults } from "../world/look.ts";
import { shot } from "../world/shot.ts";
import { expect, test } from "../world/test.ts";

test("a paper for viewing only bears its reader's name, its opening is seen where the body keeps that, and withdrawn it is gone", async ({ world, papers, lend }) => {
  await world.administrator.hand.put(`/api/bodies/${world.body.id}/readings`, { kept: true });
  const meeting = await world.draft();
  const item = await meeting.item("Công tác cán bộ");
  const paper = await meeting.paper(item, papers.report, { title: "Phương án nhân sự" });
  await meeting.issue();
  const { lan, minh } = world.people;

  const desk = new Console(await lend("console", world.people.secretary));
  await desk.enter(meeting, "prepare");
  await desk.openItem("Công tác cán bộ");
  const plain = (await lan.hand.get<{ pages: { fit: { file: string } }[] }>(`/files/${meeting.id}/${paper}/manifest`)).pages[0]!.fit.file;
  const reader = new Tablet(await lend("tablet", lan));
  await reader.enter(meeting);
  await reader.openPaper(paper);
  await reader.reads(1);
  await expect(reader.page.locator(`.nsr-sheet.is-shown[data-file$="${plain}"]`).first()).toBeVisible();

  await desk.at("paper-handling").selectOption("MARKED");
  await desk.at("reason-text").fill("Tài liệu mật");
  await desk.at("reason-yes").click();
  await expect(reader.page.getByTestId("paper-handling")).toContainText("Chỉ xem, có tên người đọc");
  // the page in hand is fetched anew, with the name on it
  await expect.poll(() => reader.page.locator(".nsr-sheet.is-shown").first().evaluate((img: HTMLImageElement) => /[0-9a-f]{64}/.test(img.dataset["file"]!) && img.complete && img.naturalWidth > 400)).toBe(true);
  await shot(reader.page, "11-marked");
  expect((await lan.hand.ask("GET", `/files/${meeting.id}/${paper}/original`)).status).toBe(404);
  expect((await lan.hand.ask("GET", `/files/${meeting.id}/${paper}/${plain}`)).status).toBe(404);
  await reader.page.emulateMedia({ media: "print" });
  await expect(reader.page.locator(".nsr-no-print")).toBeVisible();
  await expect(reader.page.locator(".nsr-surface")).toBeHidden();
  await reader.page.emulateMedia({ media: "screen" });
  // what the tablet keeps are the marked pages only
  await expect.poll(async () => (await keptFiles(reader.page, `/files/${meeting.id}/${paper}/`)).filter((url) => /[0-9a-f]{64}\.webp$/.test(url)).length, { timeout: 30_000 }).toBe(6);

  // told to members, seen by the secretary
  await reader.status.click();
  await expect(reader.page.getByTestId("readings-kept")).toContainText("Thư ký thấy ai đã mở tài liệu");
  await shot(reader.page, "11-readings-told");
  await reader.page.getByTestId("sheet-close").click();
  await expect.poll(async () => (await world.people.secretary.hand.get<{ papers: Record<string, { opened: unknown[] }> }>(`/api/meetings/${meeting.id}/readings`)).papers[paper]?.opened.length).toBe(1);
  await shot(desk.page, "11-console-papers");
  await desk.at("paper-readings").click();
  await expect(desk.at("readings-count")).toHaveText("1/4 người đã mở");
  await expect(desk.at("reading")).toContainText("Lê Thị Ngọc Lan");
  await expect(desk.at("readings-missing")).toContainText(minh.name);
  await shot(desk.page, "11-readings");
  expect(await axeFaults(desk.page)).toEqual([]);
  await desk.page.keyboard.press("Escape");

  // found by the console's search it can't be taken along either, and notes on it make no copy of it
  await desk.at("search").click();
  await desk.at("search-field").fill("phuong an nhan su");
  await desk.at("search-paper").click();
  const preview = desk.at("sheet-preview").locator("ns-reader");
  await expect(preview.locator(".nsr-sheet.is-shown")).toBeVisible();
  expect(await preview.evaluate((one: NsReader) => [one.viewOnly, one.originalUrl])).toEqual([true, null]);
  await desk.page.emulateMedia({ media: "print" });
  await expect(preview.locator(".nsr-no-print")).toBeVisible();
  await desk.page.emulateMedia({ media: "screen" });
  await desk.at("preview-close").click();
  await desk.at("search-close").click();
  await reader.page.getByTestId("notes").click();
  await reader.page.getByTestId("note-add").click();
  await reader.page.getByTestId("note-new").fill("Hỏi lại");
  await reader.page.getByTestId("note-new-save").click();
  await expect(reader.page.getByTestId("notes-of")).toContainText("Hỏi lại");
  await expect(reader.page.getByTestId("export-burnt")).toHaveCount(0);
  await reader.page.getByTestId("sheet-close").click();

  // opened to one person, then withdrawn
  await desk.at("paper-access").selectOption("NAMED");
  await shot(desk.page, "11-named");
  await desk.page.locator(`[data-testid=reader-pick][data-id="${lan.id}"]`).check();
  await desk.at("readers-save").click();
  await desk.at("reason-yes").click();
  await expect.poll(async () => (await minh.hand.ask("GET", `/files/${meeting.id}/${paper}/manifest`)).status).toBe(404);
  expect((await lan.hand.ask("GET", `/files/${meeting.id}/${paper}/manifest`)).status).toBe(200);
  await desk.at("paper-more").click();
  await desk.at("paper-withdraw").click();
  await desk.at("reason-text").fill("Có sai sót");
  await desk.at("reason-yes").click();
  await expect(reader.page.locator("ns-notices")).toContainText(new RegExp(`${world.people.secretary.name} đã thu hồi tài liệu “Phương án nhân sự” lúc .* Lý do: Có sai sót`));
  await expect(reader.page.getByTestId(`paper-${paper}`)).toHaveCount(0);
  await shot(reader.page, "11-withdrawn");
  await expect.poll(() => keptFiles(reader.page, `/files/${meeting.id}/${paper}/`)).toEqual([]);
  expect((await lan.hand.ask("GET", `/files/${meeting.id}/${paper}/manifest`)).body).toMatchObject({ text: "Không tìm thấy nội dung này." });

  const administrator = new Administrator(await lend("console", world.administrator));
  await administrator.page.goto(`${world.server.address}/web/#/admin/bodies`);
  await administrator.page.locator(`[data-testid=body][data-id="${world.body.id}"]`).click();
  await administrator.page.getByTestId("body-edit").click();
  await expect(administrator.page.getByTestId("body-readings")).toBeChecked();
  await shot(administrator.page, "11-body");
});

test("where the body does not keep who opens papers, nobody is said not to have opened one", async ({ world, papers, lend }) => {
  const meeting = await world.draft();
  await meeting.paper(await meeting.item("Công tác cán bộ"), papers.note);
  await meeting.issue();
  const desk = new Console(await lend("console", world.people.secretary));
  await desk.enter(meeting, "prepare");
  await desk.openItem("Công tác cán bộ");
  await desk.at("paper-readings").click();
  await expect(desk.at("readings-off")).toContainText("chưa chọn ghi nhận ai đã mở tài liệu");
  await expect(desk.at("readings-count")).toHaveCount(0);
  await expect(desk.at("readings-missing")).toHaveCount(0);
});
