import { setTimeout as after } from "node:timers/promises";
import type { Page } from "@playwright/test";
import { Tablet } from "../roles/tablet.ts";
import { dice } from "../world/dice.ts";
import { Line } from "../world/line.ts";
import { OwnDevice } from "../world/own-device.ts";
import { inkAt, Pen, penIsThere, type Share } from "../world/pen.ts";
import { expect, signIn, test } from "../world/test.ts";
import type { Being, Gathering, World } from "../world/world.ts";

// The whole browser is killed, as by a battery that falls out (I4 and O2 of the reading tests). KILLS says how often; the seed is fixed, so a run can be repeated.
const KILLS = Number(process.env["KILLS"] ?? 3);
const MOST_A_KILL_MS = 30_000;

// a trace does not outlive its browser
test.use({ trace: "off" });

type Stored = { body: { kind: string; text?: string; points?: number[] } };
const stored = async (being: Being, meeting: Gathering): Promise<Stored["body"][]> => (await being.hand.get<{ notes: Stored[] }>(`/api/meetings/${meeting.id}/notes?since=0`)).notes.map((note) => note.body);

/** A live meeting and a device with all of it on its disk, ended as a person ends it. */
async function prepared(world: World, device: OwnDevice, report: Parameters<Gathering["paper"]>[1]): Promise<{ meeting: Gathering; item: string }> {
  const meeting = await world.draft();
  const item = await meeting.item("Báo cáo sơ kết");
  const paper = await meeting.paper(item, report);
  await meeting.issue();
  await meeting.open();
  await meeting.takeUp(item);
  await meeting.checkIn("lan");
  const page = await device.start();
  await signIn(page, world.people.lan);
  const lan = new Tablet(page);
  await lan.enter(meeting);
  await lan.openPaper(paper);
  await lan.reads(1);
  await lan.keepsPapers(paper);
  await device.end();
  return { meeting, item };
}

/** The meeting as the device alone has it: nothing of this page reaches the server. */
async function openedOffline(device: OwnDevice, meeting: Gathering): Promise<Tablet> {
  const page = await device.start();
  await page.context().setOffline(true);
  await page.goto(`${meeting.world.server.address}/tablet/#/m/${meeting.id}`);
  const tablet = new Tablet(page);
  await tablet.reads(1);
  return tablet;
}

const online = (page: Page): Promise<void> => page.context().setOffline(false);

/** Ten strokes to a line, ten lines within the part of a page that is in sight. */
const placeOf = (n: number): [Share, Share] => { const [x, y] = [0.08 + (n % 10) * 0.08, 0.06 + Math.floor(n / 10) * 0.03]; return [[x, y], [x + 0.04, y]]; };
const middleOf = (n: number): Share => { const [[x, y]] = placeOf(n); return [x + 0.02, y]; };

test("a browser killed 300 ms or more after the pen was lifted has every stroke on its own disk, and the server gets each once", async ({ world, papers }) => {
  test.setTimeout(60_000 + KILLS * MOST_A_KILL_MS);
  const { lan } = world.people;
  const device = new OwnDevice();
  const draw = dice(300);
  try {
    const { meeting } = await prepared(world, device, papers.report);
    for (let n = 0; n < KILLS; n++) {
      const tablet = await openedOffline(device, meeting);
      await penIsThere(tablet.page);
      for (let before = 0; before < n; before++) await expect.poll(() => inkAt(tablet.page, middleOf(before)), `stroke ${before + 1} after kill ${n}`).toBe(true);
      // every other stroke is on its way to the server when the end comes
      if (n % 2 === 1) { await online(tablet.page); await tablet.stands("saved"); }
      const [from, to] = placeOf(n);
      await (await Pen.of(tablet.page)).stroke(from, middleOf(n), to);
      // the moment is what this story is about: no condition stands for it
      await after(300 + draw(700));
      await device.kill9();
    }
    const tablet = await openedOffline(device, meeting);
    await penIsThere(tablet.page);
    for (let n = 0; n < KILLS; n++) await expect.poll(() => inkAt(tablet.page, middleOf(n)), `stroke ${n + 1} at the end`).toBe(true);
    await online(tablet.page);
    await tablet.stands("saved");
    const bodies = await stored(lan, meeting);
    expect(bodies.map((body) => body.kind)).toEqual(Array.from({ length: KILLS }, () => "ink"));
    expect(new Set(bodies.map((body) => JSON.stringify(body.points))).size).toBe(KILLS);
  } finally {
    await device.throwAway();
  }
});

test("a browser killed between the tap and the receipt loses no ballot and no note and doubles none; recorded is said only with a receipt", async ({ world, papers }) => {
  test.setTimeout(60_000 + KILLS * MOST_A_KILL_MS);
  const { lan } = world.people;
  const device = new OwnDevice();
  const draw = dice(2_000);
  try {
    const { meeting, item } = await prepared(world, device, papers.report);
    const texts: string[] = [];
    for (let n = 0; n < KILLS; n++) {
      const text = `Ghi chú ${n + 1}`;
      texts.push(text);
      const page = await device.start();
      const line = await Line.of(page);
      let tablet = new Tablet(page);
      await page.goto(`${world.server.address}/tablet/#/m/${meeting.id}`);
      await tablet.stands("saved");
      const vote = await meeting.openVote(`Thông qua điểm ${n + 1}`, { item });
      await tablet.stage("choosing");
      // the server hears it and its answers are lost on their way, or it hears nothing
      if (n % 2 === 0) await line.deafen();
      else await line.cut();
      await tablet.notes();
      await tablet.addNote(text);
      await expect(tablet.note(text)).toBeVisible();
      await page.getByTestId("bar-vote").click();
      await tablet.castVote(n % 3 === 0 ? "against" : "for");
      await tablet.stage("sending");
      await expect(page.getByTestId("ballot-kept")).toBeVisible();
      // the moment is what this story is about: no condition stands for it
      await after(draw(600));
      await tablet.stage("sending");
      await device.kill9();

      tablet = await openedOffline(device, meeting);
      await tablet.stage("sending");
      await tablet.notes();
      await expect(tablet.note(text)).toBeVisible();
      await online(tablet.page);
      await tablet.stands("saved");
      await tablet.page.getByTestId("bar-vote").click();
      await tablet.stage("recorded");
      await expect(tablet.receiptCode).not.toBeEmpty();
      await meeting.secretary.command(meeting.id, { type: "closeVote", vote });
      await expect(tablet.sentence).toBeVisible();
      expect((await stored(lan, meeting)).map((body) => body.text)).toEqual(texts);
      expect(await times(meeting, lan, "ballotcast")).toBe(n + 1);
      await device.end();
    }
  } finally {
    await device.throwAway();
  }
});

test("what is sent three times counts once: notes, a ballot, a request to speak", async ({ world, lend, papers }) => {
  const { lan } = world.people;
  const meeting = await world.draft();
  const item = await meeting.item("Báo cáo sơ kết");
  const paper = await meeting.paper(item, papers.note);
  await meeting.issue();
  await meeting.open();
  await meeting.takeUp(item);
  await meeting.checkIn("lan");
  const page = await lend("tablet", lan);
  const line = await Line.of(page);
  await line.repeat(3);
  const tablet = new Tablet(page);
  await tablet.enter(meeting);
  await tablet.openPaper(paper);
  await tablet.reads(1);
  await meeting.openVote("Thông qua báo cáo", { item });
  await tablet.castVote("for");
  await tablet.stage("recorded");
  await tablet.notes();
  const texts = ["Một", "Hai", "Ba"];
  await tablet.addNotesByKeyboard(texts);
  await tablet.askToSpeak("Bổ sung số liệu");
  await expect(tablet.queue.locator("li")).toHaveCount(1);
  await tablet.stands("saved");
  expect((await stored(lan, meeting)).map((body) => body.text)).toEqual(texts);
  expect(await times(meeting, lan, "ballotcast")).toBe(1);
  expect(await times(meeting, lan, "speechrequested")).toBe(1);
});

/** How often the server has taken an act of somebody. */
async function times(meeting: Gathering, { name }: Being, type: string): Promise<number> {
  const { facts } = await meeting.secretary.get<{ facts: { type: string; actor: string }[] }>(`/api/meetings/${meeting.id}/minutes`);
  return facts.filter((fact) => fact.actor === name && fact.type.toLowerCase().replace(/[^a-z]/g, "") === type).length;
}
