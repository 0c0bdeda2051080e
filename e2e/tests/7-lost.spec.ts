import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { ChairTablet, Tablet } from "../roles/tablet.ts";
import { Line } from "../world/line.ts";
import { jar, Server } from "../world/server.ts";
import { shot } from "../world/shot.ts";
import { expect, test } from "../world/test.ts";
import { World, type Gathering } from "../world/world.ts";

// These stories kill their server, so they have one of their own.
test.describe.configure({ mode: "serial" });
let server: Server;
test.beforeAll(async () => { server = await Server.start(); });
test.afterAll(async () => server.stop());

/** How often the journal holds such an entry. */
async function times(meeting: Gathering, type: string, actor: string): Promise<number> {
  const { facts } = await meeting.secretary.get<{ facts: { type: string; actor: string }[] }>(`/api/meetings/${meeting.id}/minutes`);
  return facts.filter((fact) => fact.type.toLowerCase().replace(/[^a-z]/g, "") === type && fact.actor === actor).length;
}

test("in airplane mode the paper is read on, and a command given meanwhile arrives once when the network is back", async ({ lend, papers }) => {
  const world = await World.on(server);
  const meeting = await world.draft();
  const item = await meeting.item("Báo cáo sơ kết");
  const report = await meeting.paper(item, papers.report);
  await meeting.issue();
  await meeting.open();
  await meeting.takeUp(item);

  const lan = new Tablet(await lend("tablet", world.people.lan));
  await lan.enter(meeting);
  await lan.checkIn();
  await lan.reads(1);
  await lan.keepsPapers(report);

  await lan.page.context().setOffline(true);
  await server.kill9();
  await lan.stands("offline");
  await lan.page.reload();
  await expect(lan.itemInHand).toContainText("Báo cáo sơ kết");
  await lan.reads(1);
  for (const page of [2, 3, 4, 5, 6]) {
    await lan.nextPage();
    await lan.reads(page);
  }
  await lan.askToSpeak("Đề nghị bổ sung số liệu");
  await expect(lan.status).toContainText("1 việc chờ gửi");
  await shot(lan.page, "7-offline");

  // what was given outlives the page
  await lan.page.reload();
  await expect(lan.status).toContainText("1 việc chờ gửi");
  await lan.status.click();
  await expect(lan.page.getByTestId("waiting")).toContainText("Đăng ký phát biểu");
  await shot(lan.page, "7-waiting");
  await lan.page.getByTestId("sheet-close").click();

  await server.restart();
  await lan.page.context().setOffline(false);
  await lan.stands("saved");
  await lan.floor();
  await expect(lan.myPlace).toHaveText("Đồng chí là người tiếp theo");
  await expect(lan.queue.locator("li")).toHaveCount(1);
  expect(await times(meeting, "speechrequested", world.people.lan.name)).toBe(1);
});

test("a server killed in the middle of a vote loses no ballot that it confirmed and doubles none that it could not confirm", async ({ lend }) => {
  const world = await World.on(server);
  const meeting = await world.draft();
  const item = await meeting.item("Thông qua kế hoạch", { kind: "DECISION" });
  await meeting.issue();
  await meeting.open();
  await meeting.takeUp(item);
  await meeting.checkIn("chair", "lan", "minh");

  const chair = new ChairTablet(await lend("tablet", world.people.chair));
  const lan = new Tablet(await lend("tablet", world.people.lan));
  const minh = new Tablet(await lend("portrait", world.people.minh));
  const line = await Line.of(lan.page);
  for (const one of [chair, lan, minh]) await one.enter(meeting);

  await chair.openVote("Thông qua Kế hoạch số 12/KH-BCĐ");
  for (const one of [chair, lan, minh]) await one.stage("choosing");
  await minh.castVote("against");
  await minh.stage("recorded");
  const code = (await minh.receiptCode.textContent()) ?? "";
  // the server has this ballot on its disk, but its answer never arrives
  line.deaf = true;
  await lan.castVote("for");
  await lan.stage("sending");
  await expect(minh.page.getByTestId("vote-received")).toContainText("2/3");

  await server.kill9();
  for (const one of [chair, minh]) await expect(one.status).not.toHaveAttribute("data-state", "saved");
  await lan.stage("sending");
  await minh.stage("recorded");
  await chair.castVote("for");
  await chair.stage("sending");
  await shot(chair.page, "7-killed-sending");

  line.deaf = false;
  await server.restart();
  for (const one of [chair, lan, minh]) {
    await one.stands("saved");
    await one.stage("recorded");
    await expect(one.page.getByTestId("vote-received")).toContainText("3/3");
  }
  await expect(minh.receiptCode).toHaveText(code);

  await chair.closeVote();
  for (const one of [chair, lan, minh]) {
    await expect(one.sentence).toHaveText("Thông qua: 2 tán thành trên 3 thành viên; cần quá nửa (ít nhất 2)");
    await expect(one.page.getByTestId("my-ballot")).toHaveAttribute("data-listed", "true");
  }
  for (const who of ["chair", "lan", "minh"] as const) expect(await times(meeting, "ballotcast", world.people[who].name)).toBe(1);
});

test("after all that the chain of the journal is whole", async () => {
  await server.end();
  const { stdout } = await promisify(execFile)("java", ["-jar", jar(), "verify", "--data", join(server.folder, "data")]);
  expect(stdout).not.toBe("");
});
