import { chromium, test, type Browser, type Page } from "@playwright/test";
import { GlassOf } from "../ink/glass.ts";
import { InkServer } from "../ink/server.ts";
import { capped, type Quota } from "./quota.ts";

// Frames while a pen draws at 120 Hz on a page with 200 strokes: p50 and p95, and whether every point was stored (test I1 of the reading path),
// beside a page that has nothing but one canvas and draws the same lines: what is left of the quota for anybody. In turns, INK_ROUNDS (2) of
// each. INK_SECONDS (10) and INK_QUOTA (MID) set how long and how slow. Nothing is asserted: a measurement has no verdict on a busy machine.

const SECONDS = Number(process.env["INK_SECONDS"] ?? 10);
const ROUNDS = Number(process.env["INK_ROUNDS"] ?? 2);
const QUOTA = (process.env["INK_QUOTA"] ?? "MID") as Quota;
const HZ = 120;
const STROKE_POINTS = 120;

type Pen = (type: "mousePressed" | "mouseMoved" | "mouseReleased", at: readonly [number, number]) => Promise<unknown>;
type Frames = { frames: number[] };

/** Our reader with a page full of ink, and its pen. */
async function ours(page: Page, address: string): Promise<Pen> {
  await page.goto(address);
  await page.waitForFunction(() => window.ink?.page === 1);
  await page.evaluate(() => {
    const { notebook, ink } = window;
    window.reader.fitTo("width");
    ink.setMode("pen");
    ink.simplify = false;
    notebook.arrive(Array.from({ length: 200 }, (_, i) => notebook.make("p1", 1, { kind: "ink", tool: "PEN", colour: "BLUE", width: 32, points: [600 + (i % 20) * 520, 800 + Math.floor(i / 20) * 1500, ...Array.from({ length: 118 }, (_, k) => (k % 2 ? 6 : (k % 8) - 4))] })));
  });
  const glass = new GlassOf(page);
  await glass.look();
  return (type, at) => glass.pen(type, at);
}

/** One canvas over the whole window, and a line to each place; nothing is kept. */
async function bare(page: Page): Promise<Pen> {
  await page.setContent(`<body style="margin:0;background:#fff;touch-action:none"><canvas width="1280" height="800"></canvas></body>`);
  await page.evaluate(() => {
    const brush = document.querySelector("canvas")!.getContext("2d", { desynchronized: true })!;
    brush.lineWidth = 3;
    let last: PointerEvent | null = null;
    document.addEventListener("pointermove", (event) => {
      brush.beginPath();
      for (const one of event.getCoalescedEvents()) {
        if (last) brush.moveTo(last.clientX, last.clientY);
        brush.lineTo(one.clientX, one.clientY);
        last = one;
      }
      brush.stroke();
    });
    document.addEventListener("pointerup", () => { last = null; });
  });
  const cdp = await page.context().newCDPSession(page);
  return (type, [x, y]) => cdp.send("Input.dispatchMouseEvent", { type, x: x / 10, y: y / 10, button: "left", buttons: type === "mouseReleased" ? 0 : 1, clickCount: 1, pointerType: "pen", force: 0.5 });
}

/** @returns points that were under the pen */
async function write(page: Page, pen: Pen): Promise<number> {
  await page.evaluate(() => {
    const frames: number[] = [];
    let last = performance.now();
    const frame = (now: number): void => { frames.push(now - last); last = now; requestAnimationFrame(frame); };
    requestAnimationFrame(frame);
    Object.assign(window, { frames });
  });
  let sent = 0;
  // An answer comes with the next frame: waiting for it would make the pen as slow as the page.
  const answers: Promise<unknown>[] = [];
  const from = performance.now();
  // whole strokes only: what is under the pen at the end is stored when it is lifted
  for (let n = 0; performance.now() - from < SECONDS * 1000 || n % STROKE_POINTS !== 0; n++) {
    const at = [1500 + 900 * (1 + Math.sin(n / 31)) * 4, 2000 + 900 * (1 + Math.cos(n / 47)) * 2] as const;
    const k = n % STROKE_POINTS;
    answers.push(pen(k === 0 ? "mousePressed" : k === STROKE_POINTS - 1 ? "mouseReleased" : "mouseMoved", at));
    if (k !== STROKE_POINTS - 1) sent++;
    const due = from + ((n + 1) * 1000) / HZ;
    if (due > performance.now()) await new Promise((done) => setTimeout(done, due - performance.now()));
  }
  await Promise.all(answers);
  return sent;
}

async function told(page: Page, who: string, more: string): Promise<void> {
  const frames = (await page.evaluate(() => (window as unknown as Frames).frames)).sort((a, b) => a - b);
  const share = (p: number): string => (frames[Math.floor(frames.length * p)] ?? NaN).toFixed(1);
  console.log(`\nink ${QUOTA}, ${who}: ${frames.length} frames, p50 ${share(0.5)} ms, p95 ${share(0.95)} ms; ${more}`);
}

test(`frames while writing, ${QUOTA}`, async () => {
  const server = new InkServer();
  await server.start();
  const { executablePath, args = [] } = test.info().project.use.launchOptions ?? {};
  const slowed = async (does: (page: Page, slow: () => string) => Promise<void>): Promise<void> => {
    const runner = await chromium.launchServer({ ...(executablePath ? { executablePath } : {}), args });
    const browser: Browser = await chromium.connect(runner.wsEndpoint());
    let end = (): void => undefined;
    await does(await browser.newPage({ viewport: { width: 1280, height: 800 }, hasTouch: true }), () => {
      const cap = capped(runner.process().pid!, QUOTA);
      end = cap.end;
      return cap.by;
    });
    end();
    await browser.close();
    await runner.close();
  };
  for (let round = 0; round < ROUNDS; round++) {
    await slowed(async (page, slow) => {
      const pen = await ours(page, server.address);
      const by = slow();
      const sent = await write(page, pen);
      const stored = await page.evaluate(() => window.notebook.notes.slice(200).reduce((sum, { body }) => sum + (body.kind === "ink" ? body.points.length / 2 : 0), 0));
      await told(page, "ours", `${sent} points sent, ${stored} stored; ${by}`);
    });
    await slowed(async (page, slow) => {
      const pen = await bare(page);
      slow();
      const sent = await write(page, pen);
      await told(page, "a bare canvas", `${sent} points sent`);
    });
  }
  server.stop();
});
