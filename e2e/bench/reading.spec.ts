import { readFileSync } from "node:fs";
import { loadavg } from "node:os";
import { join } from "node:path";
import { expect, test, type Page } from "@playwright/test";
import type { NsReader } from "../../client-kit/src/reader/index.ts";
import { dice } from "../world/dice.ts";
import { OwnDevice } from "../world/own-device.ts";
import { Server } from "../world/server.ts";
import { signIn } from "../world/test.ts";
import { World, type Gathering } from "../world/world.ts";
import { capped, rendererMb, type Quota } from "./quota.ts";
import { Counter, PdfJsServer } from "./wires.ts";

// The reader on a slowed tablet beside pdf.js' own viewer, on the papers that BenchPapers has made (tests R1 to R5 of the reading path).
// READING_QUOTA (SLOW,MID; also FULL), READING_TURNS (30) page turns and jumps, READING_STARTS (as many) cold starts,
// READING_MEMORY_TURNS (300), READING_LOOK_MS (3000), READING_KINDS (text,colour,fax), READING_PARTS (pack,turns,memory,offline,search), READING_SEARCHES (30). Nothing is asserted of the times: a measurement has no verdict on a busy machine.

const FOLDER = process.env["READING_PAPERS"] ?? "../server/target/bench-papers";
const PAGES = Number(process.env["READING_PAGES"] ?? 100);
const QUOTAS = (process.env["READING_QUOTA"] ?? "SLOW,MID").split(",") as Quota[];
const TURNS = Number(process.env["READING_TURNS"] ?? 30);
const STARTS = Number(process.env["READING_STARTS"] ?? TURNS);
const MEMORY_TURNS = Number(process.env["READING_MEMORY_TURNS"] ?? 300);
const SEARCHES = Number(process.env["READING_SEARCHES"] ?? 30);
const PARTS = (process.env["READING_PARTS"] ?? "pack,turns,memory,offline,search").split(",");
const KINDS = (process.env["READING_KINDS"] ?? "text,colour,fax").split(",") as Kind[];
/** So long a reader at most looks at a page before the next turn; both sides prepare the next page meanwhile. */
const DWELL_MS = 5_000;
/** Nobody turns a page in the moment in which the next one is prepared: both sides have come to rest. */
const REST_MS = 1_000;
/** So long a person looks for the paper in the list before the tap; 0 taps in the moment the list is there, while the app still starts. */
const LOOK_MS = Number(process.env["READING_LOOK_MS"] ?? 3_000);

const SLOWEST_MS = 300_000;
/** 1600 device pixels across, as the page images are. */
const GLASS = { wide: 800, high: 1250, dense: 2 };

type Kind = "text" | "colour" | "fax";
/** One side of the comparison on one page: `tap` opens the paper and tells how long it took. */
type Side = { start(kind: Kind): Promise<Page>; tap(page: Page, kind: Kind): Promise<number>; warm(page: Page, next: number): Promise<boolean>; turn(page: Page, to: number): Promise<number>; device: OwnDevice };

const file = (kind: Kind): string => join(FOLDER, `${kind}-${PAGES}.pdf`);
const share = (all: number[], p: number): number => [...all].sort((a, b) => a - b)[Math.min(all.length - 1, Math.floor(all.length * p))] ?? NaN;
const ms = (all: number[]): string => (all.length ? `${share(all, 0.5).toFixed(0)} / ${share(all, 0.95).toFixed(0)} (${all.length})` : "–");
const draw = dice(7);
const random = (most: number): number => 1 + draw(most);

/** A page is shown when its picture is decoded and two frames have gone by. */
const PROBE = (): void => {
  for (const key of Object.keys(localStorage)) if (/^nghisu\.(place|tablet\.desk)\./.test(key)) localStorage.removeItem(key);
  const bench = { tapped: 0, shown: { page: 0, at: 0 } };
  Object.assign(window, { bench });
  addEventListener("click", (event) => { bench.tapped = event.timeStamp; }, true);
  addEventListener("page-shown", (event) => {
    const { page } = (event as CustomEvent<{ page: number }>).detail;
    requestAnimationFrame(() => requestAnimationFrame(() => { bench.shown = { page, at: performance.now() }; }));
  }, true);
};
type Probe = { bench: { tapped: number; shown: { page: number; at: number }; first: number; count(): number; warm(page: number): boolean; turn(page: number): Promise<number> } };

class Ours implements Side {
  readonly device = new OwnDevice(GLASS, SLOWEST_MS);
  constructor(private readonly address: string, private readonly meeting: Gathering, readonly papers: Record<Kind, string>) {}

  async signIn(): Promise<void> {
    const page = await this.device.start();
    const { lan } = this.meeting.world.people;
    await signIn(page, { signInName: lan.signInName, hand: { address: this.address } });
    await this.device.end();
  }

  async enter(page: Page, meeting: Gathering, paper: string): Promise<void> {
    await page.addInitScript(PROBE);
    await page.goto(`${this.address}/tablet/#/m/${meeting.id}`);
    const row = page.getByTestId(`paper-${paper}`);
    await row.or(page.getByTestId("open-agenda")).first().waitFor();
    if (!(await row.first().isVisible())) await page.getByTestId("open-agenda").click();
    await row.first().waitFor();
  }

  async start(kind: Kind): Promise<Page> {
    const page = await this.device.start();
    return this.enter(page, this.meeting, this.papers[kind]).then(() => page);
  }

  async tap(page: Page, kind: Kind): Promise<number> {
    await page.getByTestId(`paper-${this.papers[kind]}`).first().click();
    await page.waitForFunction(() => (window as unknown as Probe).bench.shown.page > 0);
    return page.evaluate(() => { const { bench } = window as unknown as Probe; return bench.shown.at - bench.tapped; });
  }

  warm(page: Page, next: number): Promise<boolean> {
    return page.evaluate(async (next) => {
      const img = document.querySelector<HTMLImageElement>(`.nsr-sheet[data-page="${next}"]`);
      return !!img && img.complete && img.naturalWidth > 0 && img.decode().then(() => true, () => false);
    }, next);
  }

  turn(page: Page, to: number): Promise<number> {
    return page.evaluate((to) => new Promise<number>((resolve) => {
      const reader = document.querySelector<NsReader>("ns-reader")!;
      const shown = (event: Event): void => {
        if ((event as CustomEvent<{ page: number }>).detail.page !== to) return;
        reader.removeEventListener("page-shown", shown);
        requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now() - from)));
      };
      reader.addEventListener("page-shown", shown);
      const from = performance.now();
      reader.goTo(to);
    }), to);
  }
}

class PdfJs implements Side {
  device = new OwnDevice(GLASS, SLOWEST_MS);
  constructor(private readonly address: string, private readonly server: PdfJsServer) {}

  async start(kind: Kind): Promise<Page> {
    this.server.serve(file(kind));
    const page = await this.device.start();
    await page.goto(this.address);
    await page.waitForFunction(() => document.title === "ready");
    return page;
  }

  async tap(page: Page): Promise<number> {
    await page.click("#open");
    await page.waitForFunction(() => (window as unknown as Probe).bench.first > 0);
    return page.evaluate(() => (window as unknown as Probe).bench.first);
  }

  warm(page: Page, next: number): Promise<boolean> { return page.evaluate((next) => (window as unknown as Probe).bench.warm(next), next); }
  turn(page: Page, to: number): Promise<number> { return page.evaluate((to) => (window as unknown as Probe).bench.turn(to), to); }
}

type Times = { first: number[]; next: number[]; jump: number[]; by: string };

/** Cold starts; in the last of them the page turns and the jumps. */
async function measured(side: Side, kind: Kind, quota: Quota): Promise<Times> {
  const times: Times = { first: [], next: [], jump: [], by: "" };
  for (let start = 1; start <= STARTS; start++) {
    // The app's way to its list of papers is not what is measured, but what it still does afterwards runs slowed.
    const page = await side.start(kind);
    await page.waitForTimeout(LOOK_MS);
    const cap = capped(side.device.pid, quota);
    times.by = cap.by;
    times.first.push(await side.tap(page, kind));
    if (start === STARTS) {
      let at = await side.turn(page, 2).then(() => 2);
      for (let i = 0; i < TURNS; i++) {
        at = at >= PAGES ? 1 : at + 1;
        for (const until = Date.now() + DWELL_MS; Date.now() < until && !(await side.warm(page, at)); ) await page.waitForTimeout(100);
        await page.waitForTimeout(REST_MS);
        const took = await side.turn(page, at);
        if (at > 1) times.next.push(took);
      }
      for (let i = 0; i < TURNS; i++) {
        let to = random(PAGES);
        if (Math.abs(to - at) < 4) to = 1 + ((to + PAGES / 2) % PAGES);
        times.jump.push(await side.turn(page, to));
        at = to;
      }
    }
    cap.end();
    await side.device.end();
  }
  return times;
}

/** Renderer memory and pages attached while turning through the colour scans, forth and back, at full speed, in a browser that knows it has little memory: a tablet's, not a server's. */
async function memory(side: Side): Promise<string> {
  side.device.small = true;
  const page = await side.start("colour");
  await side.tap(page, "colour");
  const seen: Record<number, number> = {};
  let sheets = 0;
  for (let turn = 1, at = 1, step = 1; turn <= MEMORY_TURNS; turn++, at += step) {
    if (at + step > PAGES || at + step < 1) step = -step;
    await side.turn(page, at + step);
    sheets = Math.max(sheets, await page.locator(".nsr-sheet").count());
    if (turn === Math.round(MEMORY_TURNS / 3) || turn === MEMORY_TURNS) seen[turn] = rendererMb(side.device.pid);
  }
  await side.device.end();
  side.device.small = false;
  const [early = 0, late = 0] = Object.values(seen);
  return `${early.toFixed(0)} | ${late.toFixed(0)} | ${(100 * (late / early - 1)).toFixed(1)} % | ${sheets || "–"}`;
}

/** Fetches a pack, is killed when half of it is there, and goes on. */
async function pack(ours: Ours, counter: Counter, alone: Gathering, paper: string, total: number): Promise<string> {
  counter.bytes.clear();
  const half = new Promise<void>((resolve) => { counter.heard = () => { if (counter.total >= total / 2) resolve(); }; });
  let page = await ours.device.start();
  const cap = capped(ours.device.pid, "MID");
  await ours.enter(page, alone, paper);
  await half;
  const before = counter.total;
  cap.end();
  await ours.device.kill9();
  page = await ours.device.start();
  await ours.enter(page, alone, paper);
  await expect(page.getByTestId(`paper-${paper}`).first()).toContainText("Đã có trên máy", { timeout: 300_000 });
  await page.evaluate(() => navigator.serviceWorker.ready);
  await ours.device.end();
  return `${(total / 1e6).toFixed(1)} MB of page pictures; ${(before / 1e6).toFixed(1)} MB fetched at the kill; ${(counter.total / 1e6).toFixed(1)} MB in all with words and small pictures; ${((100 * counter.twice) / counter.total).toFixed(2)} % fetched twice`;
}

/** How many pages open with the server gone. */
async function offline(ours: Ours, kind: Kind): Promise<string> {
  const page = await ours.start(kind);
  await ours.tap(page, kind);
  let opened = 0;
  for (let to = 1; to <= PAGES; to++) {
    await Promise.race([ours.turn(page, to === 1 ? 2 : to), page.waitForTimeout(15_000)]);
    if (await page.locator(`.nsr-sheet.is-shown[data-page="${to === 1 ? 2 : to}"]`).evaluateAll((all) => all.some((img) => (img as HTMLImageElement).naturalWidth > 400))) opened++;
  }
  await ours.device.end();
  return `${opened} of ${PAGES} pages open`;
}

/** How soon a search of the whole paper shows its first hits with the server gone (S1), in an app that has just come up each time all words were sought. */
async function search(ours: Ours, quota: Quota): Promise<string> {
  const first: number[] = [];
  const later: number[] = [];
  while (first.length + later.length < SEARCHES) {
    const page = await ours.start("text");
    await ours.tap(page, "text");
    await page.getByTestId("bar-search").click();
    await page.getByTestId("search-in-paper").click();
    const cap = capped(ours.device.pid, quota);
    for (const words of SOUGHT) (words === SOUGHT[0] ? first : later).push(await page.evaluate(firstHits, words));
    cap.end();
    await ours.device.end();
  }
  return `first hits after ${ms(first)} ms in an app that has just come up, ${ms(later)} ms later, at ${quota}; load ${loadavg()[0]!.toFixed(1)}`;
}

const SOUGHT = ["giai phong mat bang", "tiến độ", "KE HOACH", "dịch vụ công", "so lieu", "báo cáo"];

/** From the last letter until hits, or the word that there are none, have been on the glass for two frames. */
function firstHits(words: string): Promise<number> {
  const field = document.querySelector<HTMLInputElement>('[data-testid="search-field"]')!;
  field.value = "";
  field.dispatchEvent(new Event("input", { bubbles: true }));
  return new Promise((resolve) => requestAnimationFrame(() => setTimeout(() => {
    const from = performance.now();
    const done = (at: number): void => { clearTimeout(late); seen.disconnect(); resolve(at); };
    // frames that only look would cost the slowed page more than its search
    const seen = new MutationObserver(() => {
      if (document.querySelector('[data-testid="search-hit"]')) requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now() - from)));
    });
    const late = setTimeout(() => done(NaN), 60_000);
    seen.observe(document.body, { childList: true, subtree: true });
    field.value = words;
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }, 1_500)));
}

test("reading", async () => {
  const server = await Server.start();
  const counter = new Counter(server.address);
  const world = await World.on(server);
  const add = async (meeting: Gathering, kind: Kind): Promise<string> => {
    const item = await meeting.item(`Mục ${kind}`);
    const { status, body } = await meeting.secretary.upload(meeting.id, { item, title: kind, fileName: `${kind}.pdf`, bytes: readFileSync(file(kind)) });
    if (status !== 201) throw new Error(JSON.stringify(body));
    const { paper } = body as { paper: string };
    await expect.poll(async () => (await meeting.secretary.ask("GET", `/files/${meeting.id}/${paper}/manifest`)).status, { timeout: 1_200_000, intervals: [500] }).toBe(200);
    return paper;
  };
  const meeting = await world.draft();
  const papers = {} as Record<Kind, string>;
  for (const kind of KINDS) papers[kind] = await add(meeting, kind);
  await meeting.issue();
  const alone = await world.draft("Một tài liệu");
  const only = await add(alone, "text");
  await alone.issue();
  const manifest = (await alone.secretary.ask("GET", `/files/${alone.id}/${only}/manifest`)).body as unknown as { pages: { fit: { bytes: number } }[] };

  const ours = new Ours(await counter.start(), meeting, papers);
  const pdfServer = new PdfJsServer();
  const theirs = new PdfJs(await pdfServer.start(), pdfServer);
  const say = (line: string): void => console.log(line);
  try {
    await ours.signIn();
    say(`\nload ${loadavg()[0]!.toFixed(1)}`);
    if (PARTS.includes("pack")) say(`\nR5: ${await pack(ours, counter, alone, only, manifest.pages.reduce((sum, page) => sum + page.fit.bytes, 0))}`);
    const page = await ours.start(KINDS[0]!);
    for (const kind of KINDS) await expect(page.getByTestId(`paper-${papers[kind]}`).first()).toContainText("Đã có trên máy", { timeout: 600_000 });
    await ours.device.end();
    if (PARTS.includes("turns")) say("\n| file, profile | | first ms p50 / p95 (n) | next ms | jump ms |\n| --- | --- | --- | --- | --- |");
    for (const quota of PARTS.includes("turns") ? QUOTAS : []) {
      for (const kind of KINDS) {
        const we = await measured(ours, kind, quota);
        const they = await measured(theirs, kind, quota);
        const ratio = (of: (times: Times) => number[]): string => `${(share(of(we), 0.5) / share(of(they), 0.5)).toFixed(2)} / ${(share(of(we), 0.95) / share(of(they), 0.95)).toFixed(2)}`;
        say(`| ${kind}, ${quota} | ours | ${ms(we.first)} | ${ms(we.next)} | ${ms(we.jump)} |`);
        say(`| | pdf.js | ${ms(they.first)} | ${ms(they.next)} | ${ms(they.jump)} |`);
        say(`| | ratio | ${ratio((t) => t.first)} | ${ratio((t) => t.next)} | ${ratio((t) => t.jump)} | <!-- ${we.by}; load ${loadavg()[0]!.toFixed(1)} -->`);
      }
    }
    if (PARTS.includes("memory") && MEMORY_TURNS && KINDS.includes("colour")) {
      say(`\n| renderer PSS, colour | MB after ${Math.round(MEMORY_TURNS / 3)} turns | after ${MEMORY_TURNS} | growth | page images |\n| --- | --- | --- | --- | --- |`);
      for (const [name, side] of [["ours", ours], ["pdf.js", theirs]] as const) say(`| ${name} | ${await memory(side)} |`);
    }
    await server.kill9();
    if (PARTS.includes("offline")) say(`\nR5, the server gone: ${await offline(ours, KINDS[0]!)}`);
    if (PARTS.includes("search") && KINDS.includes("text")) for (const quota of QUOTAS) say(`\nS1, the server gone: ${await search(ours, quota)}`);
  } finally {
    await ours.device.throwAway();
    await theirs.device.throwAway();
    counter.stop();
    pdfServer.stop();
    await server.stop();
  }
});
