import { Console } from "../roles/console.ts";
import { Tablet } from "../roles/tablet.ts";
import { Line } from "../world/line.ts";
import { Server } from "../world/server.ts";
import { shot } from "../world/shot.ts";
import { expect, test } from "../world/test.ts";
import { World, type Being, type Gathering } from "../world/world.ts";

/** Where a code leads that the secretary makes for somebody and this meeting: taking a tablet over needs no password. */
async function codeFor(being: Being, meeting: Gathering): Promise<string> {
  const { path } = await meeting.secretary.post<{ path: string }>(`/api/people/${being.id}/codes`, { meeting: meeting.id });
  return meeting.world.server.address + path;
}

/** Whose ballots the journal holds. */
async function voters(meeting: Gathering): Promise<string[]> {
  const { facts } = await meeting.secretary.get<{ facts: { type: string; actor: string }[] }>(`/api/meetings/${meeting.id}/minutes`);
  return facts.filter((fact) => fact.type.toLowerCase().replace(/[^a-z]/g, "") === "ballotcast").map((fact) => fact.actor);
}

test("a ballot that waits on a lent tablet never counts as the next holder's, and is given for its own voter when that one signs in again", async ({ world, lend }) => {
  const meeting = await world.draft();
  const item = await meeting.item("Thông qua kế hoạch", { kind: "DECISION" });
  await meeting.issue();
  await meeting.open();
  await meeting.takeUp(item);
  await meeting.checkIn("lan", "minh");
  const { lan, minh } = world.people;

  const first = new Tablet(await lend("tablet", lan));
  const line = await Line.of(first.page);
  await first.enter(meeting);
  const vote = await meeting.openVote("Thông qua Kế hoạch số 12/KH-BCĐ", { item });
  await first.stage("choosing");
  await line.cut();
  await first.castVote("for");
  await first.stage("sending");

  // the tablet changes hands while that page still stands open
  const second = new Tablet(await first.page.context().newPage());
  await second.page.goto(await codeFor(minh, meeting));
  await second.stage("choosing");
  await line.mend();

  // the old page becomes the new holder's, with nothing of the last one in it
  await first.stage("choosing");
  await first.page.getByTestId("me").click();
  await expect(first.page.locator("#me-name")).toHaveText(minh.name);
  await shot(first.page, "8-lent-taken-over");
  await first.page.getByTestId("me-close").click();
  expect(await voters(meeting)).toEqual([]);

  await second.castVote("against");
  await second.stage("recorded");
  await first.stage("recorded");
  await expect(second.page.getByTestId("vote-received")).toContainText("1/2");
  expect(await voters(meeting)).toEqual([minh.name]);

  // Nobody but its voter may give the waiting ballot, and its voter meant it: it goes out when they are back.
  await second.page.goto(await codeFor(lan, meeting));
  await second.stage("recorded");
  await expect(second.page.getByTestId("vote-received")).toContainText("2/2");
  expect((await voters(meeting)).sort()).toEqual([lan.name, minh.name].sort());

  await meeting.secretary.command(meeting.id, { type: "closeVote", vote });
  await expect(second.page.getByTestId("my-ballot")).toHaveAttribute("data-listed", "true");
  await expect(second.sentence).toHaveText("Không thông qua: 1 tán thành trên 3 thành viên; cần quá nửa (ít nhất 2)");
});

test("on a tablet's first visit the papers open without a network, and nobody has reloaded anything", async ({ papers, lend }) => {
  // it is killed, for a browser said to be offline goes on with the sockets it has
  const server = await Server.start();
  const world = await World.on(server);
  const meeting = await world.draft();
  const report = await meeting.paper(await meeting.item("Báo cáo sơ kết"), papers.report);
  const note = await meeting.paper(await meeting.item("Tờ trình"), papers.note);
  await meeting.issue();

  const lan = new Tablet(await lend("tablet"));
  await lan.page.goto(await codeFor(world.people.lan, meeting));
  for (const paper of [report, note]) await expect(lan.page.getByTestId(`paper-${paper}`)).toContainText("Đã có trên máy");
  await lan.page.context().setOffline(true);
  await server.kill9();
  await lan.stands("offline");
  await lan.openPaper(report);
  for (const page of [1, 2, 3]) {
    await lan.reads(page);
    await lan.nextPage();
  }
  await lan.openPaper(note);
  await lan.reads(1);
  await server.stop();
});

test("the wall in the secretary's own browser shows what a screen may show, and the little picture beside the desk shows the same", async ({ world, lend }) => {
  const meeting = await world.draft("Phiên họp toàn thể");
  const open = await meeting.item("Báo cáo chung");
  const closed = await meeting.item("NỘI-DUNG-KÍN", { visibility: "MEMBERS" });
  await meeting.issue();
  await meeting.open();
  await meeting.takeUp(open);

  const desk = new Console(await lend("console", world.people.secretary));
  await desk.enter(meeting);
  const preview = desk.at("screen-sheet");
  await expect(preview).toContainText("Báo cáo chung");
  await preview.click();
  await desk.at("screen-pair").click();
  const opening = desk.page.context().waitForEvent("page");
  await desk.at("screen-open").click();
  const wall = (await opening).getByTestId("room");
  await expect(wall).toHaveAttribute("data-scene", "item");

  await meeting.takeUp(closed);
  await expect(wall).toHaveAttribute("data-scene", "welcome");
  await expect(wall).not.toContainText("NỘI-DUNG-KÍN");
  await expect(desk.page.locator("main")).toContainText("NỘI-DUNG-KÍN");
  await expect(preview).toContainText("Đón đại biểu");
  await expect(preview).not.toContainText("NỘI-DUNG-KÍN");
});
