import { existsSync, writeFileSync } from "node:fs";
import { Console } from "../roles/console.ts";
import { axeFaults } from "../world/look.ts";
import { shot } from "../world/shot.ts";
import { expect, test } from "../world/test.ts";

const OFFICE = ["/usr/bin/soffice", "/usr/lib/libreoffice/program/soffice", "/opt/libreoffice/program/soffice"].some((place) => existsSync(place));
/** Longer than several pieces; comment lines before a PDF's first object are nothing to a reader. */
const PADDING = 6 * 1024 * 1024;

test("the secretary brings many papers at once, changes where one is laid, loses the line and reads what was found", async ({ world, papers, lend }, info) => {
  const meeting = await world.draft("Phiên họp nhiều tài liệu");
  const first = await meeting.item("Báo cáo kết quả 6 tháng đầu năm");
  const second = await meeting.item("Thảo luận kế hoạch chuyển đổi số");
  const third = await meeting.item("Thông qua nghị quyết");
  const page = await lend("console", world.people.secretary);
  const desk = new Console(page);
  await desk.enter(meeting, "prepare");

  // each finds its item; the doubtful one is marked and put right
  const picture = { name: "anh chup.png", mimeType: "image/png", buffer: await page.screenshot({ clip: { x: 0, y: 0, width: 600, height: 400 } }) };
  await desk.at("many-files").setInputFiles([
    { ...papers.note, name: "Muc 2 - Ke hoach.pdf" },
    { ...papers.report, name: "Báo cáo 6 tháng đầu năm.pdf" },
    picture,
    { name: "03_Du thao.rtf", mimeType: "application/rtf", buffer: Buffer.from("{\\rtf1\\ansi Du thao nghi quyet\\par}") },
  ]);
  const rows = desk.at("assign-row");
  await expect(rows).toHaveCount(4);
  expect(await rows.evaluateAll((all) => all.map((row) => (row as HTMLElement).dataset["item"]))).toEqual([second, first, "", third]);
  await expect(rows.nth(2)).toHaveAttribute("data-doubtful", "yes");
  await expect(desk.at("assign-rest"), "nothing stays behind unsaid").toContainText("1 tệp chưa có nội dung sẽ không được tải lên");
  await shot(page, "2-intake-assign");
  expect(await axeFaults(page)).toEqual([]);
  await rows.nth(2).getByTestId("assign-item").selectOption(third);
  await expect(desk.at("assign-doubts")).toHaveCount(0);
  await expect(desk.at("assign-rest")).toHaveCount(0);
  await desk.at("assign-send").click();

  await desk.openItem("Thông qua nghị quyết");
  await expect(desk.paper("anh chup")).toHaveAttribute("data-status", "READY", { timeout: 60_000 });
  if (OFFICE) {
    await expect(desk.paper("03 Du thao")).toHaveAttribute("data-status", "READY", { timeout: 60_000 });
    await desk.clearNotices();
    await desk.paper("03 Du thao").getByTestId("paper-report").click();
    await expect(desk.at("report-remarks")).toContainText("chuyển từ văn bản RTF");
  } else {
    await expect(desk.at("upload-refused")).toContainText("LibreOffice");
    await desk.clearNotices();
    await desk.paper("anh chup").getByTestId("paper-report").click();
    await expect(desk.at("report-remarks")).toContainText("chuyển từ hình ảnh PNG");
  }
  await shot(page, "2-intake-report");
  expect(await axeFaults(page)).toEqual([]);
  await desk.at("report-close").click();
  await shot(page, "2-intake-list");

  await desk.paper("anh chup").getByTestId("paper-view").click();
  await expect(page.locator(".nsr-sheet.is-shown")).toBeVisible();
  expect(await axeFaults(page)).toEqual([]);
  await shot(page, "2-intake-preview");
  await desk.at("preview-close").click();

  // a long file whose line breaks goes on by itself; after a reload it goes on when it is chosen again
  await desk.openItem("Thảo luận kế hoạch");
  await expect(desk.paper("Muc 2 - Ke hoach")).toHaveAttribute("data-status", "READY", { timeout: 60_000 });
  const long = info.outputPath("Bản quét dài.pdf"); // a file on the disk keeps its day of change
  writeFileSync(long, Buffer.concat([papers.scan.buffer, Buffer.alloc(PADDING, "\n"), Buffer.from("\n%%EOF\n")]));
  const patches: string[] = [];
  let cut = true;
  await page.route("**/uploads/*", async (route) => {
    if (route.request().method() !== "PATCH") return route.continue();
    patches.push(route.request().headers()["upload-offset"] ?? "");
    return cut && patches.length > 1 ? route.abort() : route.continue();
  });
  await page.route("**/uploads?*", (route) => (cut && patches.length > 1 ? route.abort() : route.continue()));
  await desk.at("paper-files").setInputFiles(long);
  await expect(desk.at("uploading")).toHaveAttribute("data-upload", "held");
  await expect(desk.at("uploading")).toContainText("tự tải tiếp");
  await shot(page, "2-intake-held");
  await page.reload();
  await desk.openItem("Thảo luận kế hoạch");
  cut = false;
  await expect(desk.at("upload-left")).toContainText("Bản quét dài.pdf");
  await shot(page, "2-intake-left");
  await desk.at("upload-resume").setInputFiles(long);
  await expect(desk.paper("Bản quét dài")).toHaveAttribute("data-status", "READY", { timeout: 60_000 });
  expect(patches.filter((offset) => offset === "0"), "the first piece is sent once").toHaveLength(1);
});

test("a confidential paper is closed from its first moment: who may read it and what may be done with it are chosen before it is sent", async ({ world, papers, lend }) => {
  const meeting = await world.draft("Phiên họp có tài liệu nội bộ");
  await meeting.item("Công tác nhân sự");
  await meeting.item("Kế hoạch 6 tháng cuối năm");
  await meeting.issue();
  const page = await lend("console", world.people.secretary);
  const desk = new Console(page);
  await desk.enter(meeting, "prepare");
  const laid: URLSearchParams[] = [];
  page.on("request", (request) => { if (/\/uploads\/[^/]+\/paper\?/.test(request.url())) laid.push(new URL(request.url()).searchParams); });

  // one paper: chosen beside the place where files are dropped
  await desk.openItem("Công tác nhân sự");
  await desk.at("new-access").selectOption("NAMED");
  await page.locator(`[data-testid="reader-pick"][data-id="${world.people.lan.id}"]`).check();
  await desk.at("readers-save").click();
  await expect(desk.at("new-named")).toContainText("1 người");
  await desk.at("new-handling").selectOption("MARKED");
  await shot(page, "2-intake-choice");
  await desk.upload(papers.note);
  await desk.at("reason-text").fill("Bổ sung");
  await desk.at("reason-yes").click();
  await expect(desk.paper("Tờ trình")).toHaveAttribute("data-status", "READY", { timeout: 60_000 });
  expect(Object.fromEntries(laid[0] ?? [])).toMatchObject({ access: "NAMED", named: world.people.lan.id, handling: "MARKED" });
  const id = (await desk.paper("Tờ trình").getAttribute("data-id")) ?? "";
  expect((await world.people.lan.hand.ask("GET", `/files/${meeting.id}/${id}/manifest`)).status).toBe(200);
  expect((await world.people.minh.hand.ask("GET", `/files/${meeting.id}/${id}/manifest`)).status).toBe(404);
  expect((await world.people.lan.hand.ask("GET", `/files/${meeting.id}/${id}/original`)).status).toBe(404);

  // many: one row each, and all at once
  await desk.at("many-files").setInputFiles([{ ...papers.scan, name: "Công tác nhân sự - lý lịch.pdf" }, { ...papers.report, name: "Kế hoạch 6 tháng cuối năm.pdf" }]);
  await desk.at("all-access").selectOption("MEMBERS");
  await desk.at("assign-row").nth(0).getByTestId("assign-handling").selectOption("VIEW_ONLY");
  await expect(desk.at("assign-row").nth(1).getByTestId("assign-access")).toHaveValue("MEMBERS");
  await expect(desk.at("assign-row").nth(1).getByTestId("assign-handling")).toHaveValue("FREE");
  await shot(page, "2-intake-rows");
  await desk.at("assign-send").click();
  await desk.at("reason-yes").click();
  await expect.poll(() => laid.slice(1).map((query) => `${query.get("access")} ${query.get("handling")}`).sort(), { timeout: 60_000 }).toEqual(["MEMBERS FREE", "MEMBERS VIEW_ONLY"]);
});

test("how far papers are is seen with each and for the whole meeting; a page that can't be shown is named before the meeting is issued", async ({ world, papers, lend }) => {
  const meeting = await world.draft("Phiên họp có trang lỗi");
  await meeting.item("Quy hoạch");
  const page = await lend("console", world.people.secretary);
  const desk = new Console(page);
  await desk.enter(meeting, "prepare");
  await desk.openItem("Quy hoạch");
  // what was seen, however short
  await page.evaluate(() => {
    const seen = new Set<string>();
    Object.assign(window, { seen });
    new MutationObserver(() => {
      for (const one of document.querySelectorAll("[data-testid=paper-state],[data-testid=making]:not([hidden])")) seen.add(one.textContent ?? "");
    }).observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true });
  });
  const seen = (): Promise<string> => page.evaluate(() => [...(window as unknown as { seen: Set<string> }).seen].join("\n"));
  let read = false;
  await page.route("**/api/search/missing?*", (route) => (read ? route.continue() : route.fulfill({ json: { missing: 1 } })));
  await desk.upload(papers.report, papers.unshown);
  await expect(desk.paper("Bản đồ quy hoạch")).toHaveAttribute("data-status", "READY", { timeout: 60_000 });
  await expect(desk.paper("Báo cáo sơ kết")).toHaveAttribute("data-status", "READY", { timeout: 60_000 });
  expect(await seen()).toMatch(/Đang dựng trang \d+\/[26]/);
  expect(await seen()).toMatch(/Cả phiên họp: .*đang dựng \d tài liệu/);
  await expect(desk.at("making")).toHaveText("Cả phiên họp: đang đưa 1 tài liệu vào tìm kiếm.");
  await shot(page, "2-making");
  read = true;
  await expect(desk.at("making")).toBeHidden();

  await expect(desk.at("paper-failed")).toContainText("trang 2");
  await desk.clearNotices();
  await desk.paper("Bản đồ quy hoạch").getByTestId("paper-report").click();
  await expect(desk.at("report-failed")).toContainText("trang 2");
  await shot(page, "2-failed-report");
  await desk.at("report-close").click();
  await desk.at("issue").click();
  await expect(desk.at("issue-failed")).toHaveText("“Bản đồ quy hoạch” không hiển thị được trang 2.");
  await shot(page, "2-failed-issue");
  await desk.confirm();
  await expect(desk.phase).toContainText("phát hành");
});
