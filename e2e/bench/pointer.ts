import { loadavg } from "node:os";
import { chromium, test, type Browser, type Page } from "@playwright/test";
import { Screen } from "../roles/screen.ts";
import { ChairTablet, Tablet } from "../roles/tablet.ts";
import { makePapers } from "../world/papers.ts";
import { Server } from "../world/server.ts";
import { PASSWORD, World, type Holder } from "../world/world.ts";

// From the hand on the presenter's tablet to the dot on a screen and on a tablet (test F2 of the reading path): for each place that the hand has been
// at, until the dot has come there. Three browsers on this machine share its clock. POINTER_SWEEPS (10) of three seconds; nothing is asserted.

const SWEEPS = Number(process.env["POINTER_SWEEPS"] ?? 10);
const SWEEP_MS = 3_000;
const HZ = 120;
const [LEFT, RIGHT] = [0.1, 0.9];

/** When (ms since 1970), and where as a share of the page's width. */
type Seen = [at: number, x: number];
type Probe = { seen: Seen[] };

/** Where the hand is, by the browser's own stamps. */
const watchHand = (page: Page): Promise<void> => page.evaluate(() => {
  const seen: Seen[] = [];
  Object.assign(window, { seen });
  addEventListener("pointermove", (event) => {
    const box = document.querySelector(".nsr-sheet.is-shown")!.getBoundingClientRect();
    seen.push([performance.timeOrigin + event.timeStamp, (event.clientX - box.x) / box.width]);
  }, true);
});

/** Where the dot is in each frame that is drawn. */
const watchDot = (page: Page): Promise<void> => page.evaluate(() => {
  const seen: Seen[] = [];
  Object.assign(window, { seen });
  const frame = (): void => {
    const dot = document.querySelector<HTMLElement>(".nsr-dot");
    if (dot && !dot.hidden) seen.push([performance.timeOrigin + performance.now(), parseFloat(dot.style.left) / 100]);
    requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
});
const take = (page: Page): Promise<Seen[]> => page.evaluate(() => (window as unknown as Probe).seen.splice(0));

async function open(browser: Browser, viewport: { width: number; height: number }, being?: Holder): Promise<Page> {
  const page = await (await browser.newContext({ viewport, hasTouch: true, locale: "vi-VN" })).newPage();
  if (!being) return page;
  await page.goto(`${being.hand.address}/health`);
  await page.evaluate((body) => fetch("/api/sign-in", { method: "POST", headers: { "X-Nghisu": "1", "Content-Type": "application/json" }, body }), JSON.stringify({ name: being.signInName, password: PASSWORD }));
  return page;
}

/** From each place of the hand to the first frame in which the dot has reached it. */
function behind(hand: readonly Seen[], dot: readonly Seen[]): number[] {
  return hand.flatMap(([at, x]) => {
    const there = dot.find(([later, reached]) => later >= at && reached >= x - 1e-4);
    return there ? [there[0] - at] : [];
  });
}

function told(name: string, times: number[]): string {
  times.sort((a, b) => a - b);
  const share = (p: number): string => (times[Math.min(times.length - 1, Math.floor(times.length * p))] ?? NaN).toFixed(0);
  return `${name}: p50 ${share(0.5)} ms, p95 ${share(0.95)} ms, worst ${share(1)} ms (${times.length} places)`;
}

test("the presenter's pointer", async () => {
  const { executablePath, args = [] } = test.info().project.use.launchOptions ?? {};
  const browser = await chromium.launch({ ...(executablePath ? { executablePath } : {}), args });
  const server = await Server.start();
  try {
    const papers = await makePapers(browser);
    const world = await World.on(server);
    const { people } = world;
    const meeting = await world.draft();
    const item = await meeting.item("Báo cáo sơ kết", { presenter: people.lan.name });
    const report = await meeting.paper(item, papers.report);
    await meeting.issue();
    await meeting.open();
    await meeting.takeUp(item);
    await meeting.checkIn("chair", "lan");
    const chair = new ChairTablet(await open(browser, { width: 1280, height: 800 }, people.chair));
    const lan = new Tablet(await open(browser, { width: 1280, height: 800 }, people.lan));
    const wall = (await Screen.paired(await open(browser, { width: 1920, height: 1080 }), world)).page;
    let heard = 0;
    lan.page.on("websocket", (socket) => socket.on("framereceived", ({ payload }) => { if (payload.includes('"pointer"')) heard++; }));
    for (const one of [chair, lan]) await one.enter(meeting);
    await chair.presentPaper(report);
    await chair.reads(1);
    await lan.reads(1);
    await wall.locator(".nsr-sheet.is-shown").waitFor();
    await chair.page.getByTestId("point").click();
    await watchHand(chair.page);
    await Promise.all([lan.page, wall].map(watchDot));
    const box = (await chair.page.locator(".nsr-sheet.is-shown").boundingBox())!;
    const surface = (await chair.page.locator(".nsr-surface").first().boundingBox())!;
    const move = (x: number): Promise<void> => chair.page.mouse.move(box.x + x * box.width, surface.y + surface.height / 2);
    const [screen, tablet]: [number[], number[]] = [[], []];
    let seconds = 0;
    for (let sweep = 0; sweep < SWEEPS; sweep++) {
      await move(LEFT);
      for (const page of [lan.page, wall]) await page.waitForFunction((left) => { const { seen } = window as unknown as Probe; return Math.abs((seen.at(-1)?.[1] ?? 1) - left) < 0.01; }, LEFT);
      for (const page of [chair.page, lan.page, wall]) await take(page);
      const from = performance.now();
      const before = heard;
      for (let now = from; now - from < SWEEP_MS; now = performance.now()) {
        await move(LEFT + ((RIGHT - LEFT) * (now - from)) / SWEEP_MS);
        const due = now + 1000 / HZ - performance.now();
        if (due > 0) await new Promise((done) => setTimeout(done, due));
      }
      const spent = (performance.now() - from) / 1000;
      seconds = Math.max(seconds, (heard - before) / spent);
      const hand = await take(chair.page);
      const last = hand.at(-1)?.[1] ?? RIGHT;
      for (const page of [lan.page, wall]) await page.waitForFunction((right) => { const { seen } = window as unknown as Probe; return (seen.at(-1)?.[1] ?? 0) >= right - 1e-3; }, last);
      tablet.push(...behind(hand, await take(lan.page)));
      screen.push(...behind(hand, await take(wall)));
    }
    console.log(`\npointer, ${SWEEPS} sweeps of ${SWEEP_MS / 1000} s, load ${loadavg()[0]!.toFixed(1)}:\n  ${told("to the screen", screen)}\n  ${told("to a tablet that follows", tablet)}\n  messages a second to that tablet, at most: ${seconds.toFixed(1)}`);
  } finally {
    await browser.close();
    await server.stop();
  }
});
