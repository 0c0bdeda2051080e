import type { Page } from "@playwright/test";
import { Tablet } from "../roles/tablet.ts";
import { keptFiles, leftOnDevice } from "../world/device.ts";
import { Server } from "../world/server.ts";
import { shot } from "../world/shot.ts";
import { expect, test } from "../world/test.ts";
import { World } from "../world/world.ts";

// These stories kill their server, so they have one of their own.
test.describe.configure({ mode: "serial" });
let server: Server;
test.beforeAll(async () => { server = await Server.start(); });
test.afterAll(async () => server.stop());

const HERE = "Đã có trên máy";
/** Tablets of one room begin to download at random moments; this one at the first. */
const hasty = (page: Page): Promise<unknown> => page.addInitScript(() => { Math.random = () => 0; });

test("the list brings the next meetings without one being opened, tells offline what is here, and a pack that is freed comes back when it is asked for", async ({ lend, papers }) => {
  const world = await World.on(server);
  const past = await world.draft("Phiên họp quý I", 20);
  const [next, later] = [await world.draft("Phiên họp sơ kết 6 tháng đầu năm", 40), await world.draft("Phiên họp chuyên đề cải cách hành chính và chuyển đổi số", 3 * 24 * 60)];
  const read = [];
  for (const [meeting, file] of [[past, papers.note], [next, papers.report], [later, papers.note]] as const) {
    read.push(await meeting.paper(await meeting.item("Báo cáo sơ kết"), file));
    await meeting.issue();
  }
  const lan = new Tablet(await lend("tablet", world.people.lan));
  await hasty(lan.page);
  await lan.meetings(server.address);
  const says = (meeting: typeof next) => lan.line(meeting).getByTestId("on-device");
  for (const meeting of [past, next, later]) await expect(says(meeting)).toContainText(HERE);
  await past.open();
  await past.close();
  await shot(lan.page, "10-list");

  await lan.page.evaluate(() => navigator.serviceWorker.ready);
  await lan.page.context().setOffline(true);
  await server.kill9();
  await lan.page.reload();
  for (const meeting of [past, next, later]) await expect(says(meeting)).toContainText(`${HERE} · đồng bộ lúc`);
  await shot(lan.page, "10-list-offline");
  await lan.line(next).click();
  await lan.openPaper(read[1]!);
  await lan.reads(1);
  await server.restart();
  await lan.page.context().setOffline(false);
  await lan.stands("saved");

  await lan.meetings(server.address);
  await lan.page.getByTestId("me").click();
  await lan.page.getByTestId("me-storage").click();
  const row = lan.page.getByTestId(`storage-${next.id}`);
  await expect(row).toContainText(/1 tài liệu · [\d,.]+ (?:KB|MB) · đồng bộ lúc \d\d:\d\d/);
  await expect(lan.page.getByTestId("storage-use")).toContainText("còn chỗ cho");
  await shot(lan.page, "10-storage");
  await row.getByTestId("free").click();
  await shot(lan.page, "10-storage-ask");
  await row.getByTestId("free-yes").click();
  await expect(row).toContainText("Đã xóa khỏi máy");
  expect(await keptFiles(lan.page, `/files/${next.id}/`)).toEqual([]);
  await lan.page.getByTestId("me-close").click();

  // neither the list nor a reload brings it back, opening it does
  await lan.page.reload();
  await expect(says(later)).toContainText(HERE);
  await expect(says(next)).toContainText("Đã xóa khỏi máy");
  expect(await keptFiles(lan.page, `/files/${next.id}/`)).toEqual([]);
  await lan.line(next).click();
  await lan.keepsPapers(read[1]!);
  await lan.page.getByTestId("me").click();
  await lan.page.getByTestId("me-storage").click();
  await row.getByTestId("free").click();
  await row.getByTestId("free-yes").click();
  await row.getByTestId("fetch-again").click();
  await expect(row).toContainText("1 tài liệu");
});

test("a full device says so where it is seen, and leads to what can be taken off it", async ({ lend, papers }) => {
  const world = await World.on(server);
  const meeting = await world.draft();
  const report = await meeting.paper(await meeting.item("Báo cáo sơ kết"), papers.report);
  await meeting.issue();
  const lan = new Tablet(await lend("portrait", world.people.lan));
  await hasty(lan.page);
  const devtools = await lan.page.context().newCDPSession(lan.page);
  await devtools.send("Storage.overrideQuotaForOrigin", { origin: server.address, quotaSize: 1_000 });
  await lan.meetings(server.address);
  await expect(lan.page.getByTestId("device-full")).toContainText("1 tài liệu chưa tải được");
  await shot(lan.page, "10-full");
  await devtools.send("Storage.overrideQuotaForOrigin", { origin: server.address });
  await lan.page.getByTestId("make-room").click();
  await expect(lan.page.getByTestId("me-panel")).toContainText("Máy đã hết chỗ");
  await shot(lan.page, "10-full-panel");
  await lan.page.getByTestId("me-close").click();
  await lan.line(meeting).click();
  await lan.openPaper(report);
  await lan.reads(1);
});

test("what changed is there without a network; a paper withdrawn meanwhile is gone once the tablet is back; signing out leaves nothing at all", async ({ lend, papers }) => {
  const world = await World.on(server);
  const meeting = await world.draft();
  const item = await meeting.item("Báo cáo sơ kết");
  const first = await meeting.paper(item, papers.report);
  const secret = await meeting.paper(item, papers.note, { title: "Phương án nhân sự" });
  await meeting.issue();
  await meeting.open();
  await meeting.takeUp(item);
  const lan = new Tablet(await lend("tablet", world.people.lan));
  await lan.enter(meeting);
  await lan.openPaper(first);
  await lan.reads(1);
  await lan.openPaper(secret);
  await lan.reads(1);
  const second = await meeting.paper(item, papers.reportRevised, { supersedes: first });
  await lan.keepsPapers(second, secret);

  await lan.page.context().setOffline(true);
  await server.kill9();
  await lan.stands("offline");
  await lan.page.reload();
  await lan.openPaper(second);
  await expect(lan.page.getByTestId("changes-summary")).toContainText("2 trang thay đổi so với bản đồng chí đã đọc");
  await lan.page.getByTestId("change-next").click();
  await lan.reads(4);
  await expect(lan.page.locator(".nsc-mark.is-added")).toHaveCount(1);
  await shot(lan.page, "10-changes-offline");
  await lan.openPaper(secret);
  await lan.reads(1);

  await server.restart();
  await meeting.secretary.command(meeting.id, { type: "withdrawPaper", paper: secret, reason: "Có sai sót" });
  await lan.openPaper(second);
  await lan.openPaper(secret);
  await lan.reads(1);
  await lan.page.context().setOffline(false);
  await lan.stands("saved");
  await expect(lan.page.getByTestId(`paper-${secret}`)).toHaveCount(0);
  await expect.poll(() => keptFiles(lan.page, `/files/${meeting.id}/${secret}/`)).toEqual([]);
  await lan.openPaper(second);
  await lan.notes();
  await lan.addNote("Đề nghị làm rõ số liệu");
  await expect(lan.note("Đề nghị làm rõ số liệu")).toBeVisible();
  await lan.stands("saved");

  expect(await leftOnDevice(lan.page)).not.toEqual([]);
  await lan.page.getByTestId("me").click();
  await lan.page.getByTestId("sign-out").click();
  await lan.page.getByTestId("sign-out-yes").click();
  await expect(lan.page.getByTestId("sign-in-name")).toBeVisible();
  await expect.poll(() => leftOnDevice(lan.page)).toEqual([]);
});
