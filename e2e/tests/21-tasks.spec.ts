import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import type { Assignment } from "../../client-kit/src/proto/protocol.ts";
import { Console } from "../roles/console.ts";
import { Tablet } from "../roles/tablet.ts";
import { axeFaults, chosen, smallTargets } from "../world/look.ts";
import { Server } from "../world/server.ts";
import { shot } from "../world/shot.ts";
import { expect, test } from "../world/test.ts";
import { foreignWords } from "../world/words.ts";
import { World, type Being, type Gathering } from "../world/world.ts";

// This story kills its server, so it has one of its own.
let server: Server;
test.beforeAll(async () => { server = await Server.start(); });
test.afterAll(async () => server.stop());

const DAY_MS = 86_400_000;
/** A day in Việt Nam, so many days from now. */
const day = (ahead: number): string => new Date(Date.now() + ahead * DAY_MS + 7 * 3_600_000).toISOString().slice(0, 10);
const typed = (date: string): string => date.split("-").reverse().join("/");
const units: Partial<Record<Being["who"], string>> = { lan: "Sở Nội vụ", minh: "Sở Tài chính", stranger: "Sở Xây dựng" };
const LONG = "Chủ trì, phối hợp với các sở, ban, ngành và Ủy ban nhân dân các xã, phường rà soát, đánh giá toàn diện việc cung cấp dịch vụ công trực tuyến toàn trình trên địa bàn tỉnh, đề xuất giải pháp nâng tỷ lệ hồ sơ nộp trực tuyến, báo cáo Ban Chỉ đạo";
/** What people have written in this story. */
const TITLES = [LONG, "Công khai quy trình cấp phép trên Cổng dịch vụ công", "Bố trí kinh phí năm 2027", "Trình phương án tự chủ tài chính", "Dịch vụ công trực tuyến", "Chờ số liệu của các xã.", "Thống nhất mẫu báo cáo", "Báo cáo theo mẫu của Văn phòng."];

async function assign(meeting: Gathering, item: string, handler: Being, title: string, due: string): Promise<string> {
  const task = `t-${randomUUID().slice(0, 12)}`;
  const assignment: Assignment = { title, content: "", leadUnit: units[handler.who] ?? "UBND tỉnh", coordinating: [], handler: { id: handler.id, name: handler.name, title: "", unit: units[handler.who] ?? "" }, due };
  await meeting.secretary.command(meeting.id, { type: "assignTask", task, item, assignment });
  return task;
}

const task = (page: Page, title: string) => page.getByTestId("task").filter({ hasText: title });

/** By the list of meetings, as a person goes. */
async function toTasks(page: Page): Promise<void> {
  await page.goto(`${server.address}/tablet/`);
  await page.getByTestId("task-reminders").click();
  await expect(page.getByTestId("tasks")).toBeVisible();
}

async function act(page: Page, name: string, words: string): Promise<void> {
  await page.getByTestId(`task-${name}`).click();
  if (words) await page.getByTestId("task-words").fill(words);
  await page.getByTestId("task-send").click();
}

test("a conclusion becomes a task for somebody outside the meeting, who reports and claims; the chair decides, and the next agenda brings what is open", async ({ lend }) => {
  test.setTimeout(300_000);
  const world = await World.on(server);
  const { people } = world;
  const earlier = await world.draft("Phiên họp sơ kết", -6 * 24 * 60);
  const item = await earlier.item("Dịch vụ công trực tuyến");
  await earlier.issue();
  await earlier.open();
  await earlier.takeUp(item);

  // the secretary writes the conclusion, marks what is to be done, and gives it to somebody who is not at the table
  const desk = new Console(await lend("console", people.secretary));
  await desk.enter(earlier);
  const conclusion = desk.at("conclusion-text");
  await conclusion.fill("Thống nhất báo cáo.\nSở Xây dựng công khai quy trình cấp phép trên Cổng dịch vụ công.");
  await desk.at("conclusion-save").click();
  await expect(desk.at("conclusion-save")).toHaveCount(0);
  await conclusion.evaluate((field: HTMLTextAreaElement) => { field.focus(); field.setSelectionRange(field.value.indexOf("Sở Xây dựng"), field.value.length); });
  await desk.at("task-assign").click();
  await expect(desk.at("task-title")).toHaveValue("Sở Xây dựng công khai quy trình cấp phép trên Cổng dịch vụ công");
  await desk.at("task-title").fill("Công khai quy trình cấp phép trên Cổng dịch vụ công");
  await desk.at("task-save").click();
  await expect(desk.at("sheet-task")).toContainText("Cần chọn người báo cáo");
  await desk.at("task-handler-search").fill("khach la");
  await desk.at("task-handler-pick").first().click();
  await expect(desk.at("task-lead")).toHaveValue("Sở Xây dựng");
  await desk.at("task-due").locator("input").first().fill(typed(day(-400)));
  await desk.at("task-coordinating").fill("Sở Nội vụ\nBan không có trong danh bạ");
  await expect(desk.at("task-strangers")).toContainText("Không có trong danh bạ: Ban không có trong danh bạ");
  await desk.at("task-save").click();
  await expect(desk.at("task-fault")).toContainText("Thời hạn phải từ ngày họp");
  await expect(desk.at("task-title"), "what was typed stays").toHaveValue("Công khai quy trình cấp phép trên Cổng dịch vụ công");
  await shot(desk.page, "21-assign-refused");
  await desk.at("task-due").locator("input").first().fill(typed(day(2)));
  await desk.at("task-coordinating").fill("Sở Nội vụ\nVăn phòng UBND tỉnh");
  await desk.at("task-director-search").fill("Trần Quốc Bảo");
  await desk.at("task-director-pick").first().click();
  await desk.at("task-monitor-search").fill("Hương Giang");
  await desk.at("task-monitor-pick").first().click();
  expect(await axeFaults(desk.page)).toEqual([]);
  await shot(desk.page, "21-assign");
  await desk.at("task-save").click();
  await expect(desk.at("item-task")).toContainText("Công khai quy trình cấp phép");
  await assign(earlier, item, people.lan, LONG, day(-2));
  await assign(earlier, item, people.minh, "Bố trí kinh phí năm 2027", day(40));
  await expect(desk.at("item-task")).toHaveCount(3);
  await desk.clearNotices();
  await shot(desk.page, "21-concluded");

  // before the meeting is over it is told to nobody outside
  const held = await lend("tablet", people.stranger);
  const handler = new Tablet(held);
  await handler.meetings(server.address);
  await expect(held.getByTestId("task-reminders")).toHaveCount(0);
  expect((await people.stranger.hand.get<{ tasks: unknown[] }>("/api/tasks?of=me")).tasks).toEqual([]);
  await earlier.close();

  // the handler finds it beside the meetings, reports, and the network goes away while the claim is written
  await toTasks(held);
  await task(held, "Công khai quy trình").click();
  await expect(held.getByTestId("task-detail")).toContainText("Nguyễn Thị Hương Giang");
  await expect(held.getByTestId("task-approve")).toHaveCount(0);
  await held.getByTestId("task-report").click();
  await held.getByTestId("task-send").click();
  await expect(held.getByTestId("task-form")).toContainText("Cần điền phần này");
  await held.getByTestId("task-percent").fill("40");
  await held.getByTestId("task-words").fill("Đã công khai 12 trên 30 quy trình.");
  expect(await smallTargets(held)).toEqual([]);
  await shot(held, "21-report");
  await held.getByTestId("task-send").click();
  await expect(held.getByTestId("task-step").first()).toContainText("Đã công khai 12 trên 30 quy trình.");
  await held.getByTestId("task-file").setInputFiles({ name: "không phải tài liệu.pdf", mimeType: "application/pdf", buffer: Buffer.from("MZ") });
  await expect(held.getByTestId("task-file-trouble")).toContainText("không phải tài liệu.pdf");
  await shot(held, "21-file-refused");
  await held.getByTestId("task-file-left").getByRole("button", { name: "Thôi" }).click();
  await held.getByTestId("task-file").setInputFiles({ name: "Ảnh chụp bảng công khai.png", mimeType: "image/png", buffer: await held.screenshot() });
  await expect(held.getByTestId("task-step").first()).toHaveAttribute("data-what", "FILE_ADDED");
  await shot(held, "21-file");
  await server.kill9();
  await act(held, "claim", "Đã công khai đủ 30 quy trình.");
  await expect(held.getByTestId("task-trouble")).toContainText("Nội dung vẫn còn ở đây");
  await expect(held.getByTestId("task-words")).toHaveValue("Đã công khai đủ 30 quy trình.");
  await shot(held, "21-offline");
  await server.restart();
  await held.getByTestId("task-send").click();
  await expect(held.getByTestId("task-step").first()).toHaveAttribute("data-what", "CLAIMED");
  await expect(held.getByTestId("task-step")).toHaveCount(4);
  await expect(held.locator(".tk-facts")).toContainText("100%");
  const [taken] = await Promise.all([held.waitForEvent("download"), held.getByTestId("task-file-link").click()]);
  expect(taken.suggestedFilename()).toBe("Ảnh chụp bảng công khai.png.pdf");
  expect(await axeFaults(held)).toEqual([]);
  await shot(held, "21-claimed");

  // Lan, whose task is overdue, asks for more time
  const lan = await lend("portrait", people.lan);
  await lan.goto(`${server.address}/tablet/`);
  await expect(lan.getByTestId("task-reminders")).toContainText("1 nhiệm vụ quá hạn");
  await shot(lan, "21-reminded");
  await toTasks(lan);
  await expect(task(lan, "Chủ trì, phối hợp").first()).toHaveAttribute("data-overdue", "yes");
  await task(lan, "Chủ trì, phối hợp").click();
  await lan.getByTestId("task-extend").click();
  await lan.getByTestId("task-until").locator("input").first().fill(typed(day(20)));
  await lan.getByTestId("task-words").fill("Chờ số liệu của các xã.");
  await lan.getByTestId("task-send").click();
  await expect(lan.getByTestId("task-ask")).toContainText("Chờ số liệu của các xã.");
  await expect(lan.getByTestId("task-decides")).toHaveText("Chờ chủ trì hoặc thư ký quyết định.");
  await expect(lan.getByTestId("task-step").first()).toContainText(`đề nghị gia hạn đến ${typed(day(20))}`);
  await shot(lan, "21-asked");

  // the chair sends the claim back with words, and grants the time
  const chair = await lend("portrait", people.chair);
  await chair.goto(`${server.address}/tablet/`);
  await expect(chair.getByTestId("task-reminders")).toContainText("2 việc chờ đồng chí duyệt");
  await toTasks(chair);
  await chair.getByRole("tab", { name: "Tôi theo dõi, duyệt" }).click();
  await expect(chair.getByTestId("task").first()).toHaveAttribute("data-overdue", "yes");
  await shot(chair, "21-chair-list");
  await chair.getByTestId("tasks-waiting").click();
  await task(chair, "Công khai quy trình").click();
  await shot(chair, "21-chair");
  await act(chair, "sendBack", "");
  await expect(chair.getByTestId("task-form")).toContainText("Cần điền phần này");
  await chair.getByTestId("task-words").fill("Thiếu quy trình cấp xã.");
  await chair.getByTestId("task-send").click();
  await expect(chair.getByTestId("task-step").first()).toContainText("Thiếu quy trình cấp xã.");
  await chair.getByTestId("task-back").click();
  await task(chair, "Chủ trì, phối hợp").click();
  await act(chair, "grant", "");
  await expect(chair.getByTestId("task-step").first()).toHaveAttribute("data-what", "EXTENSION_GRANTED");
  await expect(chair.getByTestId("task-detail")).not.toContainText("Quá hạn");
  expect(await smallTargets(chair)).toEqual([]);

  // the handler hears it, claims again, and now it is approved
  await toTasks(held);
  await task(held, "Công khai quy trình").click();
  await expect(held.getByTestId("task-step").first()).toContainText("Thiếu quy trình cấp xã.");
  await act(held, "claim", "Đã bổ sung quy trình cấp xã.");
  await expect(held.getByTestId("task-step").first()).toHaveAttribute("data-what", "CLAIMED");
  await chair.getByTestId("task-back").click();
  await expect(task(chair, "Công khai quy trình")).toBeVisible({ timeout: 30_000 });
  await task(chair, "Công khai quy trình").click();
  await act(chair, "approve", "");
  await expect(chair.getByTestId("task-step").first()).toHaveAttribute("data-what", "APPROVED");
  await expect(held.getByTestId("task-step").first()).toHaveAttribute("data-what", "APPROVED", { timeout: 30_000 });

  // the secretary's page of tasks: an overdue one first, what is done last; a change carries its reason
  await assign(earlier, item, people.minh, "Trình phương án tự chủ tài chính", day(-3));
  await desk.page.goto(`${server.address}/web/`);
  await desk.at("nav-tasks").click();
  await desk.page.getByRole("tab", { name: "Tôi theo dõi, duyệt" }).click();
  await desk.at("tasks-all").click();
  await expect(desk.at("task")).toHaveCount(4);
  await expect(desk.at("task").first()).toContainText("Trình phương án tự chủ tài chính");
  await expect(desk.at("task").last()).toContainText("Công khai quy trình");
  const [list] = await Promise.all([desk.page.waitForEvent("download"), desk.at("tasks-csv").click()]);
  expect(list.suggestedFilename()).toMatch(/^nhiem-vu-\d{4}-\d{2}-\d{2}\.csv$/);
  expect(readFileSync(await list.path(), "utf8")).toContain("Trình phương án tự chủ tài chính;");
  await desk.at("tasks-search").fill("phuong an");
  await expect(desk.at("task")).toHaveCount(1);
  await desk.at("tasks-search").fill("");
  await task(desk.page, "Chủ trì, phối hợp").click();
  await expect(desk.at("task-step")).toHaveCount(3);
  expect(await axeFaults(desk.page)).toEqual([]);
  await shot(desk.page, "21-console");
  await desk.at("task-edit").click();
  await desk.at("task-content").fill("Báo cáo theo mẫu của Văn phòng.");
  await desk.at("task-save").click();
  await expect(desk.at("sheet-task")).toContainText("cần ghi lý do");
  await desk.at("task-reason").fill("Thống nhất mẫu báo cáo");
  await desk.at("task-save").click();
  await expect(desk.at("task-step").first()).toContainText("Thống nhất mẫu báo cáo");
  await task(desk.page, "Trình phương án").click();
  await act(desk.page, "cancelTask", "Đã có trong kế hoạch khác.");
  await expect(desk.at("task-step").first()).toHaveAttribute("data-what", "CANCELLED");
  await desk.clearNotices();

  // the next meeting's draft has the review by itself, and it is live
  await desk.page.goto(`${server.address}/web/`);
  const next = await desk.newMeeting("Phiên họp thường kỳ", "Phòng họp số 1");
  await expect(desk.at("outline-item")).toContainText("Kiểm điểm việc thực hiện kết luận các phiên họp trước");
  await desk.openItem("Kiểm điểm việc thực hiện");
  const reviewed = (title: string) => desk.at("reviewed-task").filter({ hasText: title });
  await expect(reviewed("Bố trí kinh phí năm 2027")).toHaveAttribute("data-state", "ASSIGNED");
  await expect(reviewed("Chủ trì, phối hợp")).toHaveCount(1);
  await people.minh.hand.command(earlier.id, { type: "reportProgress", task: await reviewed("Bố trí kinh phí").getAttribute("data-id") ?? "", percent: 70, words: "Đã trình dự toán." });
  await expect(reviewed("Bố trí kinh phí năm 2027")).toContainText("70%");
  await expect(reviewed("Bố trí kinh phí năm 2027")).toContainText("Đã trình dự toán.");
  await shot(desk.page, "21-review");

  // left out it stays out, until the secretary wants it again
  await desk.at("item-remove").click();
  await desk.confirm();
  await expect(desk.at("outline-item")).toHaveCount(0);
  await desk.at("item-add").fill("Báo cáo quý");
  await desk.at("item-add").press("Enter");
  await server.kill9();
  await server.restart();
  await desk.page.reload();
  await expect(desk.at("outline-item")).toHaveCount(1);
  await expect(desk.at("review-offer")).toHaveAttribute("data-on", "no");
  await desk.at("review-add").click();
  await expect(desk.at("outline-item").first()).toContainText("Kiểm điểm việc thực hiện");

  // the members see it on their tablets; a guest has neither the item nor the tasks
  await people.secretary.hand.command(next, { type: "issueMeeting" });
  const minh = await lend("tablet", people.minh);
  await minh.goto(`${server.address}/tablet/#/m/${next}`);
  await minh.getByRole("button", { name: /Kiểm điểm việc thực hiện/ }).first().click();
  await expect(minh.getByTestId("reviewed-task").filter({ hasText: "Bố trí kinh phí" })).toContainText("70%");
  expect(await axeFaults(minh)).toEqual([]);
  await shot(minh, "21-tablet-review");

  // while it is in hand the room's console shows it too, and the closed meeting keeps what it saw
  await people.secretary.hand.command(next, { type: "openMeeting", withoutQuorum: true });
  const review = (await people.secretary.hand.get<{ tasks: { id: string }[] }>(`/api/meetings/${next}/task-review`)).tasks;
  expect(review).toHaveLength(4);
  await desk.tense("lead");
  await desk.nextStep("take-up");
  await expect(reviewed("Bố trí kinh phí")).toContainText("70%");
  expect(await axeFaults(desk.page)).toEqual([]);
  await shot(desk.page, "21-lead");
  const later = await reviewed("Bố trí kinh phí").getAttribute("data-id") ?? "";
  await people.secretary.hand.command(next, { type: "closeMeeting" });
  await people.minh.hand.command(earlier.id, { type: "reportProgress", task: later, percent: 90, words: "Sau phiên họp." });
  await minh.reload();
  await minh.getByRole("button", { name: /Kiểm điểm việc thực hiện/ }).first().click();
  await expect(minh.getByTestId("reviewed-task").filter({ hasText: "Bố trí kinh phí" })).toContainText("70%");
  await expect(minh.getByTestId("task-review")).not.toContainText("Sau phiên họp");

  // the same page in English and in the dark
  const english = await lend("console", people.secretary);
  await chosen(english, "en", "dark");
  await english.goto(`${server.address}/web/#/tasks`);
  await english.getByRole("tab", { name: "I oversee" }).click();
  await english.getByTestId("tasks-all").click();
  await task(english, "Chủ trì, phối hợp").click();
  await expect(english.getByTestId("task-step").first()).toBeVisible();
  expect(await foreignWords(english, "en", [...World.written, ...TITLES, earlier.title, world.body.name])).toEqual([]);
  expect(await axeFaults(english)).toEqual([]);
  await shot(english, "21-english");
  expect((await people.guest.hand.ask("GET", `/api/meetings/${next}/task-review`)).status).toBe(404);
});
