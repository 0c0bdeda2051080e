import { Console } from "../roles/console.ts";
import { Screen } from "../roles/screen.ts";
import { ChairTablet, Tablet } from "../roles/tablet.ts";
import { expect, test } from "../world/test.ts";
import { CHOICE, joins, Wire } from "../world/wire.ts";
import type { World } from "../world/world.ts";

// What a page shows may be hidden by its code. These stories look at what it was told at all.

const whoVoted = ({ people }: World): string[] => (["chair", "lan", "minh"] as const).flatMap((who) => [people[who].id, people[who].name]);

test("while an open vote runs nobody's device is told a choice but the own one; the names come with the result", async ({ world, lend }) => {
  const meeting = await world.draft();
  const item = await meeting.item("Thông qua kế hoạch", { kind: "DECISION" });
  await meeting.issue();
  await meeting.open();
  await meeting.takeUp(item);
  await meeting.checkIn("chair", "lan", "minh");
  const lan = new Tablet(await lend("tablet", world.people.lan));
  const desk = new Console(await lend("console", world.people.secretary));
  const wall = await lend("screen");
  const wires = [lan.page, desk.page, wall].map((page) => new Wire(page));
  const [hers] = wires as [Wire];
  await lan.enter(meeting);
  await desk.enter(meeting);
  const screen = await Screen.paired(wall, world);

  const vote = await meeting.openVote("Thông qua Kế hoạch số 12/KH-BCĐ", { item });
  await lan.stage("choosing");
  await screen.shows("vote");
  await expect(desk.at("vote-received")).toHaveText("0");
  const begun = wires.map((wire) => wire.now);
  await meeting.vote("chair", vote, "for");
  await meeting.vote("minh", vote, "against");
  await expect(lan.page.getByTestId("vote-received")).toContainText("2/3");
  await expect(screen.picture).toContainText("2/3");
  await expect(desk.at("vote-received")).toHaveText("2");
  for (const [n, wire] of wires.entries()) {
    expect((await wire.since(begun[n]!)).length).toBeGreaterThan(0);
    // no choice, and no number by choice, has been said at all
    expect(await wire.words(begun[n]!, CHOICE, "án thành")).toEqual([]);
  }
  await lan.castVote("not-voting");
  await lan.stage("recorded");
  const told = await hers.since(begun[0]!);
  expect(told.some((text) => text.includes("not-voting"))).toBe(true);
  expect(await hers.words(begun[0]!, /\b(for|against)\b/)).toEqual([]);
  // who comes anew while it runs gets a whole view, and that doesn't hold it either
  await lan.page.reload();
  await lan.stage("recorded");
  for (const person of whoVoted(world)) for (const [n, wire] of wires.entries()) expect(joins(await wire.since(begun[n]!), person), person).toEqual([]);

  const closing = hers.now;
  await meeting.secretary.command(meeting.id, { type: "closeVote", vote });
  await expect(lan.sentence).toBeVisible();
  await screen.shows("result");
  expect(joins(await hers.since(closing), world.people.minh.id)).not.toEqual([]);
});

test("no device is ever told who chose what in an unnamed vote, neither at the result nor in the minutes", async ({ world, lend }) => {
  const meeting = await world.draft();
  const item = await meeting.item("Giới thiệu nhân sự", { kind: "DECISION" });
  await meeting.issue();
  await meeting.open();
  await meeting.takeUp(item);
  await meeting.checkIn("chair", "lan", "minh");
  const chair = new ChairTablet(await lend("tablet", world.people.chair));
  const lan = new Tablet(await lend("tablet", world.people.lan));
  const desk = new Console(await lend("console", world.people.secretary));
  const wall = await lend("screen");
  const wires = [chair.page, lan.page, desk.page, wall].map((page) => new Wire(page));
  for (const one of [chair, lan]) await one.enter(meeting);
  await desk.enter(meeting);
  const screen = await Screen.paired(wall, world);

  const vote = await meeting.openVote("Tín nhiệm nhân sự tổ giúp việc", { item, mode: "UNNAMED" });
  await lan.castVote("against");
  await lan.stage("recorded");
  await meeting.vote("minh", vote, "for");
  await chair.castVote("for");
  await chair.stage("recorded");
  await expect(desk.at("vote-received")).toHaveText("3");
  await chair.closeVote();
  for (const one of [chair, lan]) await expect(one.result).toBeVisible();
  await screen.shows("result");
  // from the beginning once more, with the result in the view
  await lan.page.reload();
  await expect(lan.itemInHand).toContainText("Giới thiệu nhân sự");

  await meeting.secretary.command(meeting.id, { type: "clearResult" });
  await meeting.close();
  await lan.page.goto(`${world.server.address}/tablet/#/m/${meeting.id}/minutes`);
  await expect(lan.page.getByTestId("minutes")).toContainText("Tín nhiệm nhân sự");
  await desk.tense("minutes");
  await expect(desk.at("minutes-paper")).toContainText("Tín nhiệm nhân sự");
  await expect(desk.at("fact").filter({ hasText: world.people.minh.name }).first()).toBeVisible();
  for (const wire of wires) {
    const told = await wire.since(0);
    expect(told.some((text) => text.includes("Tín nhiệm nhân sự tổ giúp việc"))).toBe(true);
    for (const person of whoVoted(world)) expect(joins(told, person), person).toEqual([]);
  }
});

test("a guest's tablet that lies open is not told that anything happens without guests", async ({ world, papers, lend }) => {
  const meeting = await world.draft();
  const open = await meeting.item("Báo cáo chung");
  const last = await meeting.item("Nhiệm vụ quý IV");
  await meeting.issue();
  await meeting.open();
  await meeting.takeUp(open);
  await meeting.checkIn("chair", "lan", "minh", "guest");
  const guest = new Tablet(await lend("tablet", world.people.guest));
  const wire = new Wire(guest.page);
  await guest.enter(meeting);
  await expect(guest.itemInHand).toContainText("Báo cáo chung");
  const before = wire.now;

  const closed = await meeting.item("NỘI-DUNG-KÍN", { visibility: "MEMBERS", kind: "DECISION" });
  const hidden = await meeting.paper(closed, papers.note, { title: "TÀI-LIỆU-KÍN" });
  const named = await meeting.paper(open, papers.note, { title: "ĐÍCH-DANH", access: "NAMED", named: [world.people.minh.id] });
  await meeting.secretary.command(meeting.id, { type: "withdrawPaper", paper: named, reason: "LÝ-DO-KÍN" });
  const vote = await meeting.openVote("BIỂU-QUYẾT-KÍN", { item: closed });
  for (const who of ["chair", "lan", "minh"] as const) await meeting.vote(who, vote, "for");
  await meeting.secretary.command(meeting.id, { type: "closeVote", vote });
  await meeting.secretary.command(meeting.id, { type: "recordConclusion", item: closed, text: "KẾT-LUẬN-KÍN" });
  const words = ["NỘI-DUNG-KÍN", "TÀI-LIỆU-KÍN", "ĐÍCH-DANH", "LÝ-DO-KÍN", "BIỂU-QUYẾT-KÍN", "KẾT-LUẬN-KÍN", closed, hidden, named, vote];

  // the next thing that is for guests too is the first that the guest hears of
  await meeting.takeUp(last);
  await expect(guest.itemInHand).toContainText("Nhiệm vụ quý IV");
  expect(await wire.words(0, ...words)).toEqual([]);
  // an empty patch, the own part and strokes wiped anew only answer a hello that came twice; an entering tablet asks for notes, and there are none
  const told = (await wire.since(before)).filter((text) => !/^\{"t":"mine"|"patch":\{\}|^\{"t":"live","live":\{"kind":"wiped","anew":true\}|^\{("epoch":"[\d.]+","gone":\[\],("more":false,)?)?"notes":\[\]/.test(text));
  expect(told, "frames about nothing that a guest may see").toHaveLength(1);
  expect(told[0]).toContain('"rev":1}');
  await guest.page.reload();
  await expect(guest.itemInHand).toContainText("Nhiệm vụ quý IV");
  await guest.meetings(world.server.address);
  expect(await wire.words(0, ...words)).toEqual([]);
});

test("a member is told nothing of a draft, and of papers for others only that there are none", async ({ world, papers, lend }) => {
  const lan = new Tablet(await lend("tablet", world.people.lan));
  const wire = new Wire(lan.page);
  await lan.meetings(world.server.address);
  const meeting = await world.draft("BẢN-NHÁP-KÍN");
  const item = await meeting.item("Báo cáo chung");
  const draft = await meeting.paper(item, papers.note, { title: "TÀI-LIỆU-CHUNG" });
  const named = await meeting.paper(item, papers.note, { title: "ĐÍCH-DANH", access: "NAMED", named: [world.people.minh.id] });
  await lan.page.goto(`${world.server.address}/tablet/#/m/${meeting.id}`);
  await expect(lan.page.getByText("không có trong thành phần")).toBeVisible();
  await lan.meetings(world.server.address);
  expect(await wire.words(0, "BẢN-NHÁP-KÍN", "TÀI-LIỆU-CHUNG", "ĐÍCH-DANH", draft, named, item)).toEqual([]);

  await meeting.issue();
  await lan.enter(meeting);
  await lan.openPaper(draft);
  await lan.reads(1);
  expect(await wire.words(0, "TÀI-LIỆU-CHUNG")).toEqual(["TÀI-LIỆU-CHUNG"]);
  expect(await wire.words(0, "ĐÍCH-DANH", named)).toEqual([]);
});
