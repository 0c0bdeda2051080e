import type { CDPSession, Page } from "@playwright/test";
import type { NsReader } from "../../client-kit/src/reader/index.ts";
import { Console } from "../roles/console.ts";
import { Screen } from "../roles/screen.ts";
import { ChairTablet, Tablet } from "../roles/tablet.ts";
import { lineOf, Pen, penIsThere } from "../world/pen.ts";
import { smallTargets } from "../world/look.ts";
import { shot } from "../world/shot.ts";
import { expect, test } from "../world/test.ts";

type Place = [x: number, y: number];

/** A pen on the page that is shown, as fast as can be, so that the room may be told all of a stroke at once; places are shares of it. */
async function pen(page: Page, cdp: CDPSession, places: Place[], part: "whole" | "down" | "up" = "whole"): Promise<void> {
  const box = (await page.locator(".nsr-sheet.is-shown").boundingBox())!;
  const send = (type: "mousePressed" | "mouseMoved" | "mouseReleased", [x, y]: Place) =>
    cdp.send("Input.dispatchMouseEvent", { type, x: box.x + x * box.width, y: box.y + y * box.height, button: "left", buttons: type === "mouseReleased" ? 0 : 1, clickCount: 1, pointerType: "pen", force: 0.5 });
  const sent: Promise<unknown>[] = [];
  if (part !== "up") sent.push(send("mousePressed", places[0]!));
  for (const place of places.slice(1)) sent.push(send("mouseMoved", place));
  if (part !== "down") sent.push(send("mouseReleased", places[places.length - 1]!));
  await Promise.all(sent);
}

/** Colour of the room's ink at a share of the page; "" where there is none. */
const colourAt = (page: Page, x: number, y: number, layer = ".is-room"): Promise<string> => page.evaluate(([fx, fy, root]) => {
  const sheet = document.querySelector(".nsr-sheet.is-shown")?.getBoundingClientRect();
  if (!sheet) return "";
  for (const canvas of document.querySelectorAll<HTMLCanvasElement>(`.ni-layer${root as string} canvas`)) {
    if (canvas.width === 0) continue;
    const box = canvas.getBoundingClientRect();
    const at = [((sheet.x + Number(fx) * sheet.width - box.x) / box.width) * canvas.width, ((sheet.y + Number(fy) * sheet.height - box.y) / box.height) * canvas.height];
    const { data } = canvas.getContext("2d")!.getImageData(Math.round(at[0]!) - 2, Math.round(at[1]!) - 2, 5, 5);
    for (let i = 0; i < data.length; i += 4) if (data[i + 3]! === 255) return [...data.slice(i, i + 3)].join();
  }
  return "";
}, [x, y, layer] as const);

/** In the margin above the words, so that nothing but the stroke is on the glass there. */
const BLANK = 0.06;
const LINE: Place[] = [[0.2, 0.2], [0.36, 0.2], [0.5, 0.2], [0.7, 0.2]];

test("the room sees what the chair draws while it is on, at its place, and no more once it is taken back", async ({ world, papers, lend }) => {
  const { people } = world;
  const meeting = await world.draft();
  const item = await meeting.item("Báo cáo sơ kết", { presenter: people.lan.name });
  const report = await meeting.paper(item, papers.report);
  await meeting.issue();
  await meeting.open();
  await meeting.takeUp(item);
  await meeting.checkIn("chair", "lan", "minh");
  const chair = new ChairTablet(await lend("tablet", people.chair));
  const lan = new Tablet(await lend("tablet", people.lan));
  const screen = await Screen.paired(await lend("screen"), world);
  for (const one of [chair, lan]) await one.enter(meeting);
  await chair.presentPaper(report);
  await chair.reads(1);
  await lan.reads(1);
  await screen.shows("page");
  await expect(screen.page.locator(".nsr-sheet.is-shown")).toBeVisible();

  // off: private
  const cdp = await chair.page.context().newCDPSession(chair.page);
  const at = (id: string) => chair.page.getByTestId(id);
  await at("bar-pen").click();
  await expect(at("ink-room")).toHaveAttribute("aria-checked", "false");
  await shot(chair.page, "9-follow-off");
  await pen(chair.page, cdp, [[0.2, 0.14], [0.7, 0.14]]);
  await expect.poll(() => colourAt(chair.page, 0.5, 0.14, ":not(.is-room)")).not.toBe("");

  // on: while the pen is still down, and when it was lifted
  await at("ink-room").click();
  await expect(at("ink-room-says")).toContainText("màn hình phòng họp");
  await at("ink-RED").click();
  await pen(chair.page, cdp, LINE, "down");
  for (const page of [lan.page, screen.page]) await expect.poll(() => colourAt(page, 0.3, 0.2)).not.toBe("");
  await pen(chair.page, cdp, [LINE[3]!, LINE[3]!], "up");
  await expect.poll(() => colourAt(chair.page, 0.3, 0.2, ":not(.is-room)")).not.toBe("");
  const own = await colourAt(chair.page, 0.3, 0.2, ":not(.is-room)");
  for (const page of [lan.page, screen.page]) {
    await expect.poll(() => colourAt(page, 0.3, 0.2)).toBe(own);
    expect(await colourAt(page, 0.5, 0.14), "what was drawn before is the chair's own").toBe("");
    expect(await colourAt(page, 0.45, 0.225)).toBe("");
    expect(await colourAt(page, 0.85, 0.2)).toBe("");
  }
  await at("ink-marker").click();
  await pen(chair.page, cdp, [[0.2, BLANK], [0.7, BLANK]]);
  await expect.poll(() => colourAt(screen.page, 0.45, BLANK)).not.toBe("");
  await expect.poll(() => colourAt(lan.page, 0.45, BLANK)).not.toBe("");
  // on the glass itself: one stroke, painted once and to its end
  const glass = async (page: Page, x: number): Promise<string> => {
    const box = (await page.locator(".nsr-sheet.is-shown").boundingBox())!;
    return (await page.screenshot({ clip: { x: Math.round(box.x + x * box.width), y: Math.round(box.y + BLANK * box.height), width: 2, height: 2 } })).toString("base64");
  };
  for (const page of [screen.page, lan.page]) await expect.poll(async () => (await glass(page, 0.35)) === (await glass(page, 0.65))).toBe(true);
  await shot(chair.page, "9-follow-chair");
  await shot(lan.page, "9-follow-member");
  await shot(screen.page, "9-follow-wall");
  expect(await smallTargets(chair.page)).toEqual([]);

  // who comes late has them too; who reads elsewhere stays there and sees none
  const minh = new Tablet(await lend("portrait", people.minh));
  await minh.enter(meeting);
  await minh.reads(1);
  await expect.poll(() => colourAt(minh.page, 0.3, 0.2)).toBe(own);
  await shot(minh.page, "9-follow-late");
  await lan.nextPage();
  await lan.reads(2);
  expect(await colourAt(lan.page, 0.3, 0.2)).toBe("");
  await chair.page.getByTestId("ink-undo").click();
  await expect.poll(() => colourAt(screen.page, 0.45, BLANK)).toBe("");
  await chair.page.getByTestId("ink-undo").click();
  for (const page of [screen.page, minh.page]) await expect.poll(() => colourAt(page, 0.3, 0.2)).toBe("");
  await lan.reads(2);
  await chair.page.getByTestId("ink-redo").click();
  for (const page of [screen.page, minh.page]) await expect.poll(() => colourAt(page, 0.3, 0.2)).toBe(own);
  await lan.backToPresenter();
  await lan.reads(1);
  await expect.poll(() => colourAt(lan.page, 0.3, 0.2)).toBe(own);

  // off again: gone from everybody, still the chair's own
  await at("ink-room").click();
  for (const page of [screen.page, minh.page, lan.page]) await expect.poll(() => colourAt(page, 0.3, 0.2)).toBe("");
  expect(await colourAt(chair.page, 0.3, 0.2, ":not(.is-room)")).toBe(own);
});

/** The presenter's dot on a page, as a share of it; null when there is none. */
const dotOn = (page: Page): Promise<Place | null> => page.evaluate(() => {
  const dot = document.querySelector<HTMLElement>(".nsr-dot");
  return dot && !dot.hidden ? [parseFloat(dot.style.left) / 100, parseFloat(dot.style.top) / 100] : null;
});
const lies = (page: Page): Promise<{ page: number; rect: readonly number[] }> => page.locator("ns-reader").first().evaluate((reader: NsReader) => ({ page: reader.page, rect: reader.rect.map((n) => Math.round(n * 100) / 100) }));

test("marked words show on the wall, on tablets that follow and small on the console, until they are taken back", async ({ world, papers, lend }) => {
  const { people } = world;
  const meeting = await world.draft();
  const item = await meeting.item("Báo cáo sơ kết", { presenter: people.lan.name });
  const report = await meeting.paper(item, papers.report);
  await meeting.issue();
  await meeting.open();
  await meeting.takeUp(item);
  await meeting.checkIn("chair", "lan");
  const chair = new ChairTablet(await lend("tablet", people.chair));
  const lan = new Tablet(await lend("tablet", people.lan));
  const desk = new Console(await lend("console", people.secretary));
  const screen = await Screen.paired(await lend("screen"), world);
  for (const one of [chair, lan]) await one.enter(meeting);
  await desk.enter(meeting);
  await chair.presentPaper(report);
  await chair.reads(1);
  await lan.reads(1);
  await expect(screen.page.locator(".nsr-sheet.is-shown")).toBeVisible();
  const at = (id: string) => chair.page.getByTestId(id);
  const [from, to] = await lineOf(meeting, report, 1, "Sáu tháng đầu năm, các sở");
  const middle: Place = [(from[0] + to[0]) / 2, from[1]];
  const small = desk.page.getByTestId("preview-strokes");
  const drawn = small.locator("polyline");

  await at("bar-pen").click();
  await penIsThere(chair.page);
  await at("ink-room").click();
  await expect(at("ink-room-says")).toContainText("màn hình phòng họp");
  await at("ink-highlight").click();
  const hand = await Pen.of(chair.page);
  await hand.down(from);
  await hand.move(middle);
  await hand.move(to);
  // as the hand goes over them
  for (const page of [lan.page, screen.page]) await expect.poll(() => colourAt(page, ...middle)).not.toBe("");
  await hand.up(to);
  for (const page of [lan.page, screen.page]) {
    await expect.poll(() => colourAt(page, ...middle)).not.toBe("");
    expect(await colourAt(page, middle[0], middle[1] + 0.06), "beside the words").toBe("");
  }
  await expect(drawn).toHaveCount(1);
  await expect(drawn).toHaveClass(/is-marker/);
  await at("ink-pen").click();
  await at("ink-RED").click();
  await hand.stroke([0.2, 0.35], [0.4, 0.3], [0.6, 0.35]);
  await expect(drawn).toHaveCount(2);
  await expect(small.locator("polyline.is-pen.is-red")).toHaveCount(1);
  // the little picture lies over its page, so that a stroke is where it was drawn
  const [picture, over] = await Promise.all([desk.page.locator(".page-thumb"), small].map((one) => one.boundingBox()));
  for (const side of ["x", "y", "width", "height"] as const) expect(Math.abs(picture![side] - over![side])).toBeLessThan(1);
  await shot(chair.page, "9-follow-words-chair");
  await shot(lan.page, "9-follow-words-member");
  await shot(screen.page, "9-follow-words-wall");
  await shot(desk.page, "9-follow-words-console");

  await at("ink-undo").click();
  await expect(drawn).toHaveCount(1);
  await at("ink-undo").click();
  for (const page of [lan.page, screen.page]) await expect.poll(() => colourAt(page, ...middle)).toBe("");
  await expect(small).toHaveCount(0);
});

test("who comes late lands at the presenter's page, part and pointer; who reads elsewhere is sent no pointer until back", async ({ world, papers, lend }) => {
  const { people } = world;
  const meeting = await world.draft();
  const item = await meeting.item("Báo cáo sơ kết", { presenter: people.lan.name });
  const report = await meeting.paper(item, papers.report);
  await meeting.issue();
  await meeting.open();
  await meeting.takeUp(item);
  await meeting.checkIn("chair", "lan", "minh");
  const chair = new ChairTablet(await lend("tablet", people.chair));
  const lan = new Tablet(await lend("tablet", people.lan));
  const sent: number[] = [];
  const pointers: string[] = [];
  chair.page.on("websocket", (socket) => socket.on("framesent", ({ payload }) => { if (payload.includes('"kind":"page"')) sent.push(performance.now()); }));
  const told: string[] = [];
  lan.page.on("websocket", (socket) => {
    socket.on("framereceived", ({ payload }) => { if (payload.includes('"pointer"')) pointers.push(payload.toString()); });
    socket.on("framesent", ({ payload }) => { if (payload.includes('"follow"')) told.push(payload.toString()); });
  });
  for (const one of [chair, lan]) await one.enter(meeting);
  await chair.presentPaper(report);
  await chair.reads(1);
  await lan.reads(1);
  await chair.nextPage();
  await chair.reads(2);
  await lan.reads(2);
  await chair.page.locator(".nsr-surface").first().focus();
  for (let i = 0; i < 3; i++) await chair.page.keyboard.press("+");
  await chair.page.getByTestId("point").click();
  const surface = (await chair.page.locator(".nsr-surface").first().boundingBox())!;
  const point = (n: number): Promise<void> => chair.page.mouse.move(surface.x + surface.width * (0.3 + 0.004 * n), surface.y + surface.height * 0.4);
  await point(0);
  await expect.poll(() => pointers.length).toBeGreaterThan(0);
  await expect.poll(async () => (await lies(lan.page)).page).toBe(2);

  await lan.nextPage();
  await lan.reads(3);
  await expect.poll(() => told.at(-1) ?? "").toContain("false");
  // the server has it
  await lan.page.evaluate(() => fetch("/api/me").then((answer) => answer.status));
  await point(1);
  await expect.poll(() => dotOn(chair.page)).not.toBeNull();
  const before = pointers.length;
  const from = performance.now();
  sent.length = 0;
  for (let n = 2; n < 120; n++) await point(n);
  const spent = performance.now() - from;
  expect(sent.length).toBeGreaterThan(1);
  expect(sent.length, "twenty a second, however fast the hand").toBeLessThanOrEqual(1 + spent / 50);
  const minh = new Tablet(await lend("portrait", people.minh));
  await minh.enter(meeting);
  await minh.reads(2);
  // a hand that rests is no pointer any more after a while: it moves on until both show the same
  const together = async (page: Page): Promise<boolean> => {
    await point(118 + Math.round(performance.now() % 2));
    const [one, other] = [await dotOn(page), await dotOn(chair.page)];
    return one !== null && other !== null && Math.hypot(one[0] - other[0], one[1] - other[1]) < 0.02;
  };
  await expect.poll(() => together(minh.page)).toBe(true);
  expect(pointers.length, "to a page that nobody points at").toBe(before);
  const chairs = await lies(chair.page);
  expect(chairs.rect[3]).toBeLessThan(0.9);
  await expect.poll(async () => { const { page, rect } = await lies(minh.page); return page === chairs.page && rect[0]! <= chairs.rect[0]! + 0.01 && rect[0]! + rect[2]! >= chairs.rect[0]! + chairs.rect[2]! - 0.01; }).toBe(true);
  await shot(minh.page, "9-follow-late-zoomed");

  await lan.backToPresenter();
  await lan.reads(2);
  await point(60);
  await expect.poll(() => pointers.length).toBeGreaterThan(before);
  await expect.poll(() => together(lan.page)).toBe(true);
});

test("a presenting chair's tools stand in one row beside the open agenda; what has no room there is behind one button", async ({ world, papers, lend }) => {
  const meeting = await world.draft();
  const item = await meeting.item("Báo cáo sơ kết tình hình thực hiện nhiệm vụ phát triển chính quyền điện tử sáu tháng đầu năm", { presenter: world.people.lan.name });
  const first = await meeting.paper(item, papers.report);
  await meeting.issue();
  await meeting.open();
  await meeting.takeUp(item);
  const report = await meeting.paper(item, papers.reportRevised, { supersedes: first });
  await meeting.checkIn("chair");
  const chair = new ChairTablet(await lend("tablet", world.people.chair));
  const { page } = chair;
  const at = (id: string) => page.getByTestId(id);
  await page.setViewportSize({ width: 1280, height: 800 });
  await chair.enter(meeting);
  await chair.presentPaper(report);
  const middle = async (id: string): Promise<number> => { const box = (await at(id).boundingBox())!; return Math.round(box.y + box.height / 2); };
  await shot(page, "9-presenting-strip");
  expect(await Promise.all(["point", "stop-presenting", "notes", "more"].map(middle))).toEqual(Array(4).fill(await middle("paper-title")));
  await at("more").click();
  await expect(at("changes-toggle")).toBeVisible();
  await shot(page, "9-presenting-more");
  await at("pages").click();
  await expect(page.locator(".nsr-thumb").first()).toBeVisible();
});
