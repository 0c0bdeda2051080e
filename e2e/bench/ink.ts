import { chromium, test } from "@playwright/test";
import { GlassOf } from "../ink/glass.ts";
import { InkServer } from "../ink/server.ts";
import { capped, type Quota } from "./quota.ts";

// Frames while a pen draws at 120 Hz on a page with 200 strokes: p50 and p95, and whether every point was stored (test I1 of the reading path).
// INK_SECONDS (10) and INK_QUOTA (MID) set how long and how slow. Nothing is asserted: a measurement has no verdict on a busy machine.

const SECONDS = Number(process.env["INK_SECONDS"] ?? 10);
const QUOTA = (process.env["INK_QUOTA"] ?? "MID") as Quota;
const HZ = 120;
const STROKE_POINTS = 120;

test(`frames while writing, ${QUOTA}`, async () => {
  const server = new InkServer();
  await server.start();
  const { executablePath, args = [] } = test.info().project.use.launchOptions ?? {};
  const runner = await chromium.launchServer({ ...(executablePath ? { executablePath } : {}), args });
  const browser = await chromium.connect(runner.wsEndpoint());
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, hasTouch: true });
  await page.goto(server.address);
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
  const cap = capped(runner.process().pid!, QUOTA);
  await page.evaluate(() => {
    const frames: number[] = [];
    let last = performance.now();
    const frame = (now: number): void => { frames.push(now - last); last = now; requestAnimationFrame(frame); };
    requestAnimationFrame(frame);
    Object.assign(window, { frames });
  });
  let sent = 0;
  // An answer comes with the next frame: waiting for it would make the pen as slow as the page.
  const answers: Promise<void>[] = [];
  const from = performance.now();
  // whole strokes only: what is under the pen at the end is stored when it is lifted
  for (let n = 0; performance.now() - from < SECONDS * 1000 || n % STROKE_POINTS !== 0; n++) {
    const at = [1500 + 900 * (1 + Math.sin(n / 31)) * 4, 2000 + 900 * (1 + Math.cos(n / 47)) * 2] as const;
    const k = n % STROKE_POINTS;
    answers.push(glass.pen(k === 0 ? "mousePressed" : k === STROKE_POINTS - 1 ? "mouseReleased" : "mouseMoved", at));
    if (k !== STROKE_POINTS - 1) sent++;
    const due = from + ((n + 1) * 1000) / HZ;
    if (due > performance.now()) await new Promise((done) => setTimeout(done, due - performance.now()));
  }
  await Promise.all(answers);
  const { frames, stored } = await page.evaluate(() => ({
    frames: (window as unknown as { frames: number[] }).frames,
    stored: window.notebook.notes.slice(200).reduce((sum, { body }) => sum + (body.kind === "ink" ? body.points.length / 2 : 0), 0),
  }));
  frames.sort((a, b) => a - b);
  const share = (p: number): string => (frames[Math.floor(frames.length * p)] ?? NaN).toFixed(1);
  console.log(`\nink ${QUOTA}: ${frames.length} frames, p50 ${share(0.5)} ms, p95 ${share(0.95)} ms; ${sent} points sent (${(sent / SECONDS).toFixed(0)}/s), ${stored} stored; ${cap.by}`);
  cap.end();
  await browser.close();
  await runner.close();
  server.stop();
});
