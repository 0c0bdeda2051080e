import type { CDPSession, Page } from "@playwright/test";
import { Screen } from "../roles/screen.ts";
import { ChairTablet, Tablet } from "../roles/tablet.ts";
import { smallTargets } from "../world/look.ts";
import { shot } from "../world/shot.ts";
import { expect, test } from "../world/test.ts";

type Place = [x: number, y: number];

/** A pen on the page that is shown; places are shares of it. */
async function pen(page: Page, cdp: CDPSession, places: Place[], part: "whole" | "down" | "up" = "whole"): Promise<void> {
  const box = (await page.locator(".nsr-sheet.is-shown").boundingBox())!;
  const send = (type: "mousePressed" | "mouseMoved" | "mouseReleased", [x, y]: Place) =>
    cdp.send("Input.dispatchMouseEvent", { type, x: box.x + x * box.width, y: box.y + y * box.height, button: "left", buttons: type === "mouseReleased" ? 0 : 1, clickCount: 1, pointerType: "pen", force: 0.5 });
  if (part !== "up") await send("mousePressed", places[0]!);
  for (const place of places.slice(1)) await send("mouseMoved", place);
  if (part !== "down") await send("mouseReleased", places[places.length - 1]!);
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

const LINE: Place[] = [[0.2, 0.2], [0.4, 0.2], [0.5, 0.2], [0.7, 0.2]];

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
  for (const page of [lan.page, screen.page]) await expect.poll(() => colourAt(page, 0.45, 0.2)).not.toBe("");
  await pen(chair.page, cdp, [LINE[3]!, LINE[3]!], "up");
  await expect.poll(() => colourAt(chair.page, 0.45, 0.2, ":not(.is-room)")).not.toBe("");
  const own = await colourAt(chair.page, 0.45, 0.2, ":not(.is-room)");
  for (const page of [lan.page, screen.page]) {
    await expect.poll(() => colourAt(page, 0.45, 0.2)).toBe(own);
    expect(await colourAt(page, 0.5, 0.14), "what was drawn before is the chair's own").toBe("");
    expect(await colourAt(page, 0.45, 0.225)).toBe("");
    expect(await colourAt(page, 0.85, 0.2)).toBe("");
  }
  await at("ink-marker").click();
  await pen(chair.page, cdp, [[0.2, 0.26], [0.7, 0.26]]);
  await expect.poll(() => colourAt(screen.page, 0.45, 0.26)).not.toBe("");
  await expect.poll(() => colourAt(lan.page, 0.45, 0.26)).not.toBe("");
  // on the glass itself: one stroke, painted once, from end to end
  const glass = async (page: Page, x: number): Promise<string> => {
    const box = (await page.locator(".nsr-sheet.is-shown").boundingBox())!;
    return (await page.screenshot({ clip: { x: Math.round(box.x + x * box.width), y: Math.round(box.y + 0.26 * box.height), width: 2, height: 2 } })).toString("base64");
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
  await expect.poll(() => colourAt(minh.page, 0.45, 0.2)).toBe(own);
  await shot(minh.page, "9-follow-late");
  await lan.nextPage();
  await lan.reads(2);
  expect(await colourAt(lan.page, 0.45, 0.2)).toBe("");
  await chair.page.getByTestId("ink-undo").click();
  await expect.poll(() => colourAt(screen.page, 0.45, 0.26)).toBe("");
  await chair.page.getByTestId("ink-undo").click();
  for (const page of [screen.page, minh.page]) await expect.poll(() => colourAt(page, 0.45, 0.2)).toBe("");
  await lan.reads(2);
  await chair.page.getByTestId("ink-redo").click();
  for (const page of [screen.page, minh.page]) await expect.poll(() => colourAt(page, 0.45, 0.2)).toBe(own);
  await lan.backToPresenter();
  await lan.reads(1);
  await expect.poll(() => colourAt(lan.page, 0.45, 0.2)).toBe(own);

  // off again: gone from everybody, still the chair's own
  await at("ink-room").click();
  for (const page of [screen.page, minh.page, lan.page]) await expect.poll(() => colourAt(page, 0.45, 0.2)).toBe("");
  expect(await colourAt(chair.page, 0.45, 0.2, ":not(.is-room)")).toBe(own);
});
