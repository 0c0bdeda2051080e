import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium, expect, type Page } from "@playwright/test";
import { doorQr } from "../../client-kit/src/meeting/door-code.ts";
import { Console } from "../roles/console.ts";
import { Screen } from "../roles/screen.ts";
import { ChairTablet, Tablet } from "../roles/tablet.ts";
import { BROWSER } from "../world/browser.ts";
import { filmOf } from "../world/camera.ts";
import { shot } from "../world/shot.ts";
import { signIn, test } from "../world/test.ts";

const state = (page: Page, state: string) => expect(page.getByTestId("arrival")).toHaveAttribute("data-state", state);

async function typed(page: Page, code: string): Promise<void> {
  await page.getByTestId("door-code").fill(code);
  await page.getByTestId("door-check").click();
}

/** On the map itself, not on the console's little picture of the wall. */
const seatOf = (page: Page, person: string) => page.locator(`ns-seat-map:not([still]) [data-person="${person}"]`);
const onTheWall = (screen: Screen, person: string) => screen.picture.locator(`ns-seat-map [data-person="${person}"]`);

test("people come through the door with their own codes, and every answer of the door is told apart", async ({ world, lend }) => {
  const meeting = await world.draft();
  await meeting.item("Báo cáo kết quả");
  await meeting.issue();
  const { lan, minh, guest, secretary } = world.people;
  const door = await lend("portrait", secretary);

  // a member opens the code on the own tablet; once here, it is there without the network too
  const tablet = new Tablet(await lend("tablet", lan));
  await tablet.enter(meeting);
  await tablet.page.getByTestId("pass").click();
  await expect(tablet.page.getByTestId("pass-code").locator(".ns-qr")).toBeVisible();
  const code = (await tablet.page.getByTestId("pass-code").locator(".pass-typed").textContent()) ?? "";
  expect(code).toMatch(/^[A-Z0-9]{4}-[A-Z0-9]{4}$/);
  await shot(tablet.page, "13-pass");

  // the secretary sits at the door
  await door.goto(`${world.server.address}/web/reception.html#meeting=${meeting.id}`);
  await expect(door.getByTestId("reception")).toContainText(meeting.title);
  await typed(door, code.toLowerCase());
  await state(door, "CHECKED_IN");
  await expect(door.getByTestId("arrival")).toContainText(lan.name);
  await expect(door.getByTestId("door-counts")).toContainText("1");
  await expect(tablet.page.getByTestId("pass-present")).toBeVisible();
  await shot(door, "13-door-in");
  await typed(door, code);
  await state(door, "ALREADY_IN");
  await shot(door, "13-door-already");
  await typed(door, "ABCD-EFGH");
  await state(door, "UNKNOWN");

  // a code of another meeting, one that was withdrawn, and one of somebody who is no longer on the list
  const other = await world.draft("Phiên họp khác", 300);
  await other.item("Việc khác");
  await other.issue();
  const codeFor = async (id: string, person: string): Promise<string> => (await secretary.hand.post<{ typed: string }>(`/api/meetings/${id}/door-codes/${person}`, {})).typed;
  await typed(door, await codeFor(other.id, minh.id));
  await state(door, "OTHER_MEETING");
  const withdrawn = await codeFor(meeting.id, minh.id);
  const desk = new Console(await lend("console", secretary));
  await desk.enter(meeting);
  await desk.at("people-open").click();
  await desk.at("door-open").click();
  await desk.at("withdraw-whose").selectOption(minh.id);
  await desk.at("code-withdraw").click();
  await desk.at("confirm-yes").click();
  await expect(desk.page.locator("ns-notices")).toContainText("Đã thu hồi mã điểm danh");
  await desk.page.keyboard.press("Escape");
  await expect(desk.at("sheet-reception")).toHaveCount(0);
  await typed(door, withdrawn);
  await state(door, "WITHDRAWN");
  await shot(door, "13-door-withdrawn");
  const guests = await codeFor(meeting.id, guest.id);
  await desk.enter(meeting, "prepare");
  await desk.at("leaf-people").click();
  await desk.page.locator(`[data-testid=participant][data-id="${guest.id}"]`).getByTestId("participant-remove").click();
  await desk.at("participants-save").click();
  await desk.at("reason-text").fill("Khách không dự");
  await desk.at("reason-yes").click();
  await expect(desk.at("participants-save")).toBeHidden();
  await typed(door, guests);
  await state(door, "NOT_LISTED");
});

test("a device at the door reads codes with its camera, without anybody signing in, until it is ended", async ({ world, lend }) => {
  const meeting = await world.draft();
  await meeting.item("Báo cáo kết quả");
  await meeting.issue();
  const { minh, secretary } = world.people;
  const { token } = await minh.hand.post<{ token: string }>(`/api/meetings/${meeting.id}/door-code`, {});

  const desk = new Console(await lend("console", secretary));
  await desk.enter(meeting);
  await desk.at("people-open").click();
  await desk.at("door-open").click();
  await desk.at("device-add").click();
  const address = (await desk.at("device-address").textContent()) ?? "";
  await shot(desk.page, "13-devices");

  const folder = await mkdtemp(join(tmpdir(), "nghisu-film-"));
  const film = join(folder, "code.y4m");
  await writeFile(film, filmOf(doorQr(token)));
  const browser = await chromium.launch({
    executablePath: BROWSER,
    args: ["--no-sandbox", "--disable-gpu", "--use-fake-ui-for-media-stream", "--use-fake-device-for-media-stream", `--use-file-for-fake-video-capture=${film}`],
  });
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, locale: "vi-VN" });
    await page.goto(address);
    await expect(page.getByTestId("reception")).toContainText(meeting.title);
    expect(page.url(), "the key stays in no address").not.toContain("key=");
    await page.getByTestId("scan").click();
    await state(page, "CHECKED_IN");
    await expect(page.getByTestId("arrival")).toContainText(minh.name);
    await shot(page, "13-door-camera");
    await desk.at("sheet-reception").getByTestId("device-end").click();
    await desk.at("confirm-yes").click();
    await expect(page.getByTestId("reception-closed")).toBeVisible({ timeout: 20_000 });
  } finally {
    await browser.close();
    await rm(folder, { recursive: true });
  }
});

test("the room is set before the meeting, people are checked in together, and the map tells who speaks and who has voted", async ({ world, lend }) => {
  const meeting = await world.draft();
  const item = await meeting.item("Báo cáo kết quả");
  await meeting.issue();
  const { chair, secretary, lan, minh, guest } = world.people;
  const desk = new Console(await lend("console", secretary));
  await desk.enter(meeting, "prepare");
  const map = desk.page.locator("ns-seat-map:not([still]) .sm");

  // a horseshoe of seven, everybody by the list; by name, by keyboard and by dragging
  await desk.at("leaf-seats").click();
  await desk.at("seats-count").fill("7");
  await desk.at("seats-make").click();
  await expect(map).toHaveAttribute("data-seats", "7");
  await desk.at("seats-by-order").click();
  await expect(seatOf(desk.page, lan.id)).toHaveCount(1);
  await desk.at("seats-move-seats").click();
  const before = await seatOf(desk.page, lan.id).getAttribute("transform");
  await seatOf(desk.page, lan.id).focus();
  await desk.page.keyboard.press("Alt+ArrowDown");
  await desk.page.keyboard.press("Alt+ArrowDown");
  await desk.page.keyboard.press("Alt+ArrowDown");
  await expect(seatOf(desk.page, lan.id)).not.toHaveAttribute("transform", before ?? "");
  await desk.at("seats-move-people").click();
  const [from, to] = [await seatOf(desk.page, minh.id).boundingBox(), await desk.page.locator("ns-seat-map .is-empty").first().boundingBox()];
  const seatOfMinh = await seatOf(desk.page, minh.id).getAttribute("data-seat");
  await desk.page.mouse.move(from!.x + from!.width / 2, from!.y + from!.height / 2);
  await desk.page.mouse.down();
  await desk.page.mouse.move(to!.x + to!.width / 2, to!.y + to!.height / 2, { steps: 5 });
  await desk.page.mouse.up();
  await expect(seatOf(desk.page, minh.id)).not.toHaveAttribute("data-seat", seatOfMinh ?? "");
  await desk.page.locator("ns-seat-map .is-empty").first().click();
  await desk.at("seat-person").selectOption(guest.id);
  await desk.at("seat-label").fill("K1");
  await desk.at("seat-label").press("Tab");
  await shot(desk.page, "13-seats-editor");
  await desk.at("seats-save").click();
  await expect(desk.at("seats-save")).toHaveCount(0);

  // before the opening: some by a choice, then all the rest, each with one question
  await desk.tense("lead");
  await desk.at("people-open").click();
  await desk.page.locator(`[data-testid=person][data-id="${lan.id}"]`).getByTestId("person-pick").check();
  await desk.at("mark-many").click();
  await expect(desk.at("sheet-confirm")).toContainText(lan.name);
  await desk.at("confirm-yes").click();
  await expect(desk.page.locator(`[data-testid=person][data-id="${lan.id}"]`)).toHaveAttribute("data-here", "yes");
  await world.people.guest.hand.command(meeting.id, { type: "reportAbsence", person: guest.id, reason: "Đi công tác" });
  await shot(desk.page, "13-check-in");
  await desk.at("mark-many").click();
  await expect(desk.at("sheet-confirm")).not.toContainText(guest.name);
  await desk.at("confirm-yes").click();
  await expect(desk.page.locator(`[data-testid=person][data-id="${minh.id}"]`)).toHaveAttribute("data-here", "yes");
  await expect(desk.page.locator(`[data-testid=person][data-id="${guest.id}"]`)).toHaveAttribute("data-here", "no");
  await desk.at("people-open").click();

  // the live map, on the console, on the wall and on the chair's tablet
  const screen = await Screen.paired(await lend("screen"), world);
  await desk.at("seats-open").click();
  await expect(seatOf(desk.page, lan.id)).toHaveAttribute("data-state", "room");
  await expect(seatOf(desk.page, guest.id)).toHaveAttribute("data-state", "absent");
  await expect(desk.at("seats-quorum")).toContainText("3/3");
  await desk.at("seats-screen").click();
  await screen.shows("seats");
  await expect(onTheWall(screen, guest.id), "why somebody is away is not for the wall").toHaveAttribute("data-state", "invited");
  await meeting.open();
  await meeting.takeUp(item);
  await screen.shows("item"); // a new item puts away what lay before the room
  await desk.at("seats-screen").click();
  await screen.shows("seats");
  await minh.hand.command(meeting.id, { type: "askToSpeak", kind: "DISCUSSION", about: "" });
  await expect(seatOf(desk.page, minh.id)).toHaveAttribute("data-state", "room waits");
  await seatOf(desk.page, lan.id).click();
  await expect(desk.at("seat-card")).toContainText(lan.name);
  await desk.at("seat-floor").click();
  for (const seat of [seatOf(desk.page, lan.id), onTheWall(screen, lan.id)]) await expect(seat).toHaveAttribute("data-state", "room speaking");
  await shot(desk.page, "13-seats-live");
  await shot(screen.page, "13-seats-wall");
  const tablet = new ChairTablet(await lend("portrait", chair));
  await tablet.enter(meeting);
  await tablet.lead("seats");
  await expect(seatOf(tablet.page, lan.id)).toHaveAttribute("data-state", "room speaking");
  await seatOf(tablet.page, minh.id).click();
  await expect(tablet.page.getByTestId("seat-card")).toContainText(minh.name);
  await shot(tablet.page, "13-seats-chair");
  await tablet.page.getByTestId("seat-floor").click();
  await expect(seatOf(desk.page, lan.id)).toHaveAttribute("data-state", "room spoken");

  // while a vote is open who has voted is told to those who lead, never how, and to nobody else
  const vote = await meeting.openVote("Thông qua báo cáo?", { mode: "UNNAMED" });
  await meeting.vote("lan", vote, "against");
  await expect(seatOf(desk.page, lan.id)).toHaveAttribute("data-state", "room spoken voted");
  await shot(desk.page, "13-seats-vote");
  await secretary.hand.command(meeting.id, { type: "closeVote", vote });
  await expect(seatOf(desk.page, lan.id)).toHaveAttribute("data-state", "room spoken");

  // the next meeting of the body has the same room
  const next = await world.draft("Phiên họp sau", 600);
  await desk.enter(next, "prepare");
  await desk.at("leaf-seats").click();
  await expect(seatOf(desk.page, minh.id)).toHaveCount(1);
});

test("who comes after the grace of the body is late, who leaves and comes back has the times, in the list and in the minutes", async ({ world, lend }) => {
  const meeting = await world.draft();
  await meeting.item("Báo cáo kết quả");
  await meeting.issue();
  const { secretary, lan, minh } = world.people;
  const desk = new Console(await lend("console", secretary));
  await desk.enter(meeting);
  await desk.at("people-open").click();
  await desk.at("grace").fill("0");
  await desk.at("grace").press("Tab");
  await meeting.checkIn("chair", "lan");
  await meeting.open();
  await meeting.checkIn("minh");
  const row = (id: string) => desk.page.locator(`[data-testid=person][data-id="${id}"]`);
  await expect(row(minh.id)).toContainText("đến muộn");
  await expect(row(lan.id)).not.toContainText("đến muộn");
  await row(lan.id).getByTestId("mark-left").click();
  await expect(row(lan.id)).toContainText("về lúc");
  await row(lan.id).getByTestId("mark-room").click();
  await expect(row(lan.id)).toContainText("trở lại lúc");
  await shot(desk.page, "13-late");
  await meeting.close();
  const minutes = await secretary.hand.ask("GET", `/api/meetings/${meeting.id}/minutes`);
  expect(JSON.stringify(minutes.body)).toContain("đến muộn, lúc");
});

test("a map of two hundred seats is drawn and kept up to date without a wait", async ({ world, lend }) => {
  const meeting = await world.draft();
  await meeting.item("Báo cáo kết quả");
  const seats = Array.from({ length: 200 }, (_, n) => ({ id: `s${String(n).padStart(3, "0")}`, x: 10 + (n % 20) * 10, y: 10 + Math.floor(n / 20) * 10, label: "", ...(n === 5 ? { person: world.people.lan.id } : {}) }));
  await meeting.secretary.command(meeting.id, { type: "laySeats", seats });
  await meeting.issue();
  const page = await lend("console");
  await signIn(page, world.people.secretary);
  const desk = new Console(page);
  await desk.enter(meeting);
  await desk.at("seats-open").click();
  await expect(page.locator("ns-seat-map:not([still]) .sm")).toHaveAttribute("data-seats", "200");
  const drawing = await page.evaluate(async () => {
    const map = document.querySelector("ns-seat-map") as HTMLElement & { seats: readonly object[]; updateComplete: Promise<boolean> };
    const times: number[] = [];
    for (let n = 0; n < 20; n++) {
      map.seats = map.seats.map((seat) => ({ ...seat }));
      const from = performance.now();
      await map.updateComplete;
      map.getBoundingClientRect();
      times.push(performance.now() - from);
    }
    return times.sort((a, b) => a - b)[10] ?? 0;
  });
  expect(drawing, "ms for drawing 200 seats anew").toBeLessThan(50);
  await meeting.checkIn("lan");
  await expect(seatOf(page, world.people.lan.id)).toHaveAttribute("data-state", "room");
  await shot(page, "13-seats-200");
});

test("after the closing the secretary puts right who was there, within what the journal knows, and the draft of the minutes follows", async ({ world, lend }) => {
  const meeting = await world.draft();
  const item = await meeting.item("Báo cáo kết quả");
  await meeting.issue();
  const { chair, lan, minh } = world.people;
  await meeting.checkIn("chair", "lan");
  await meeting.open();
  await meeting.takeUp(item);
  await chair.hand.command(meeting.id, { type: "appointSpeaker", person: lan.id, beyond: false });
  await chair.hand.command(meeting.id, { type: "endTurn" });
  await meeting.close();

  const desk = new Console(await lend("console", world.people.secretary));
  await desk.enter(meeting, "lead");
  await desk.at("people-correct").click();
  const row = (person: string) => desk.page.locator(`[data-testid=person][data-id="${person}"]`);
  await row(lan.id).getByTestId("correct-attendance").click();
  await desk.at("correct-AWAY").check();
  await desk.at("correct-attendance-yes").click();
  await expect(desk.at("correct-fault")).toContainText("lý do đính chính");
  await desk.at("correct-why").fill("Nhầm người");
  await desk.at("correct-attendance-yes").click();
  await expect(desk.at("correct-fault")).toContainText("đã phát biểu hoặc biểu quyết");
  await expect(desk.at("correct-why"), "what was typed stays").toHaveValue("Nhầm người");
  await shot(desk.page, "13-correct-refused");
  await desk.page.keyboard.press("Escape");
  await row(minh.id).getByTestId("correct-attendance").click();
  await desk.at("correct-REMOTE").check();
  await desk.at("correct-from").locator("input").fill("00:00");
  await desk.at("correct-why").fill("Dự trực tuyến, chưa được điểm danh");
  await desk.at("correct-attendance-yes").click();
  await expect(desk.at("correct-fault")).toContainText("trong phiên họp");
  await desk.at("correct-from").locator("input").fill("");
  await shot(desk.page, "13-correct-attendance");
  await desk.at("correct-attendance-yes").click();
  await expect(row(minh.id)).toHaveAttribute("data-here", "yes");
  await expect(desk.page.getByText(`Đính chính: ${minh.name} có mặt`).first()).toBeVisible();
  await shot(desk.page, "13-corrected");
  await desk.tense("minutes");
  await expect(desk.page.getByText(minh.name).first()).toBeVisible();
});
