// OPEN FAULT, see docs/open-faults.md: run with `npx playwright test --config open.config.ts`; it belongs into tests/ as soon as it passes.
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
    await expect(one.sentence).toHaveText("Thông qua: 2 tán thành trên 3 thành viên; cần hơn 1");
    await expect(one.page.getByTestId("my-ballot")).toHaveAttribute("data-listed", "true");
  }
  for (const who of ["chair", "lan", "minh"] as const) expect(await times(meeting, "ballotcast", world.people[who].name)).toBe(1);
});

