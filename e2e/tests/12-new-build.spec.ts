import type { Page } from "@playwright/test";
import type { NsReader } from "../../client-kit/src/reader/index.ts";
import { Tablet } from "../roles/tablet.ts";
import { Deploys } from "../world/deploys.ts";
import { shot } from "../world/shot.ts";
import { expect, test } from "../world/test.ts";
import type { Gathering, World } from "../world/world.ts";

// R7 and O4 of the reading tests: nothing that happens around the page moves it, a new build least of all.

const sight = (page: Page): Promise<{ page: number; scale: number; cx: number; cy: number }> => page.locator(".mm-page ns-reader").evaluate((reader: NsReader) => ({ page: reader.page, ...reader.sight }));
const script = (page: Page): Promise<string> => page.locator("script[type=module]").first().evaluate((one: HTMLScriptElement) => one.src);

async function reading(world: World, tablet: Tablet, deploys: Deploys, file: Parameters<Gathering["paper"]>[1]): Promise<{ meeting: Gathering; item: string; paper: string; lies: Awaited<ReturnType<typeof sight>> }> {
  const meeting = await world.draft();
  const item = await meeting.item("Báo cáo sơ kết");
  const paper = await meeting.paper(item, file);
  await meeting.issue();
  await meeting.open();
  await meeting.takeUp(item);
  await meeting.checkIn("lan");
  await tablet.signInAs(deploys.address, world.people.lan.signInName);
  await tablet.line(meeting).click();
  await expect(tablet.itemInHand).toBeVisible();
  await tablet.openPaper(paper);
  await tablet.reads(1);
  for (const page of [2, 3]) { await tablet.nextPage(); await tablet.reads(page); }
  await tablet.page.locator(".mm-page .nsr-surface").focus();
  for (let i = 0; i < 3; i++) await tablet.page.keyboard.press("+");
  await expect.poll(async () => (await sight(tablet.page)).scale).toBeGreaterThan(1.5);
  const lies = await sight(tablet.page);
  const kept = (): Promise<unknown> => tablet.page.evaluate((id) => JSON.parse((Object.entries(localStorage).find(([key]) => key.startsWith("nghisu.place.") && key.endsWith(id))?.[1] as string | undefined) ?? "{}") as unknown, paper);
  await expect.poll(kept).toMatchObject({ page: 3, scale: lies.scale });
  await tablet.keepsPapers(paper);
  return { meeting, item, paper, lies };
}

async function liesAs(tablet: Tablet, paper: string, lies: { page: number; scale: number; cx: number; cy: number }): Promise<void> {
  await tablet.reads(lies.page);
  await expect(tablet.page.getByTestId(`paper-${paper}`)).toHaveAttribute("aria-current", "page");
  await expect.poll(() => sight(tablet.page)).toMatchObject({ page: lies.page, scale: expect.closeTo(lies.scale, 3), cx: expect.closeTo(lies.cx, 2), cy: expect.closeTo(lies.cy, 2) });
}

test("a new build put up during a meeting reloads nothing and misses no file; it is used after the meeting, at the same page and zoom", async ({ world, server, lend, papers }) => {
  const deploys = await Deploys.before(server);
  try {
    const lan = new Tablet(await lend("tablet"));
    const { page } = lan;
    const { meeting, item, paper, lies } = await reading(world, lan, deploys, papers.report);
    const first = await script(page);
    await page.evaluate(() => { Object.assign(window, { stayed: true }); });

    deploys.deploy();
    await expect(lan.status).not.toHaveAttribute("data-state", "saved");
    await lan.stands("saved");
    // as the browser looks for it by itself at its own time
    await page.evaluate(async () => { await (await navigator.serviceWorker.getRegistration("/tablet/"))!.update(); });
    await expect.poll(() => page.evaluate(async () => (await navigator.serviceWorker.getRegistration("/tablet/"))?.waiting?.state)).toBe("installed");

    // what was not needed before comes whole from the old build
    await lan.notes();
    await lan.addNote("Viết sau khi có bản mới");
    await lan.search("paper", "dịch vụ");
    await expect(lan.hits.first()).toBeVisible();
    await page.getByTestId("sheet-close").click();
    await lan.floor();
    const vote = await meeting.openVote("Thông qua báo cáo", { item });
    await lan.castVote("for");
    await lan.stage("recorded");
    await page.getByTestId("vote-hide").click();
    await page.getByTestId("me").click();
    await expect(page.getByTestId("me-panel")).toContainText("Có bản mới của ứng dụng");
    await expect(page.getByTestId("renew")).toHaveCount(0);
    await shot(page, "12-new-build");
    await page.getByTestId("me-close").click();
    await liesAs(lan, paper, lies);
    expect(await page.evaluate(() => (window as unknown as { stayed?: boolean }).stayed)).toBe(true);

    // whoever reloads in the meeting is in the old build still
    await page.reload();
    await liesAs(lan, paper, lies);
    expect(await script(page)).toBe(first);
    expect(deploys.missing).toEqual([]);

    await meeting.secretary.command(meeting.id, { type: "closeVote", vote });
    await meeting.close();
    await page.getByTestId("to-meetings").click();
    await page.getByTestId("me").click();
    await page.getByTestId("renew").click();
    await expect.poll(() => script(page).catch(() => first)).not.toBe(first);
    expect(deploys.buildOf(await script(page))).toBe(2);
    await lan.line(meeting).click();
    await expect(lan.itemInHand).toBeVisible();
    await lan.openPaper(paper);
    await liesAs(lan, paper, lies);
    await page.context().setOffline(true);
    await page.reload();
    await liesAs(lan, paper, lies);
    expect(deploys.missing).toEqual([]);
  } finally {
    await deploys.stop();
  }
});

test("a tablet that is locked and loses its line meanwhile wakes at the same paper, page and zoom", async ({ world, server, lend, papers }) => {
  const deploys = await Deploys.before(server);
  try {
    const lan = new Tablet(await lend("portrait"));
    const { page } = lan;
    const { paper, lies } = await reading(world, lan, deploys, papers.report);
    await page.evaluate(() => { Object.assign(window, { stayed: true }); });
    const devtools = await page.context().newCDPSession(page);
    const looked = (state: "hidden" | "visible"): Promise<void> => page.evaluate((state) => {
      Object.defineProperty(document, "visibilityState", { configurable: true, get: () => state });
      Object.defineProperty(document, "hidden", { configurable: true, get: () => state === "hidden" });
      document.dispatchEvent(new Event("visibilitychange"));
    }, state);
    for (const _ of ["once", "and again"]) {
      await looked("hidden");
      await devtools.send("Page.setWebLifecycleState", { state: "frozen" });
      deploys.breakLines();
      await devtools.send("Page.setWebLifecycleState", { state: "active" });
      await looked("visible");
      await lan.stands("saved");
      await liesAs(lan, paper, lies);
    }
    expect(await page.evaluate(() => (window as unknown as { stayed?: boolean }).stayed)).toBe(true);
  } finally {
    await deploys.stop();
  }
});
