import type { NsReader } from "../../client-kit/src/reader/index.ts";
import { Tablet } from "../roles/tablet.ts";
import { labelled } from "../world/papers.ts";
import { shot } from "../world/shot.ts";
import { expect, test } from "../world/test.ts";

test("a bound report is read by its own page numbers: contents, little pages and the pad lead there; the page stays when the tablet is turned", async ({ world, lend }) => {
  const meeting = await world.draft();
  const item = await meeting.item("Báo cáo sơ kết");
  const paper = await meeting.paper(item, labelled());
  await meeting.issue();
  const lan = new Tablet(await lend("tablet", world.people.lan));
  const { page } = lan;
  const at = (id: string) => page.getByTestId(id);
  await lan.enter(meeting);
  await lan.openPaper(paper);
  await lan.reads(1);
  const count = at("page-count");
  await expect(count).toContainText("Mục 1 – tr. i");

  // contents say what the paper prints, and lead there
  await at("pages").tap();
  await page.locator(".nsr-tabs").getByRole("button", { name: "Mục lục" }).tap();
  const contents = page.locator(".nsr-contents");
  await expect(contents.locator(".nsr-contents-page")).toHaveText(["ii", "1", "3"]);
  await contents.getByRole("button", { name: /Results/ }).tap();
  await lan.reads(3);
  await expect(count).toContainText("Mục 1 – tr. 1");
  await expect(contents.locator("[aria-current=location]")).toContainText("Results");
  await shot(page, "9-controls-contents");

  // a little page
  await page.locator(".nsr-tabs").getByRole("button", { name: "Các trang" }).tap();
  const little = page.locator(".nsr-thumb button");
  await little.nth(4).tap();
  await lan.reads(5);
  await expect(little.nth(4)).toHaveAttribute("aria-current", "page");
  await shot(page, "9-controls-pages");
  await page.locator(".nsr-panel-head .nsr-button").tap();

  // the pad, by its keys: the paper's own numbers, then the count
  const pad = page.locator(".nsr-pad");
  const press = async (...keys: string[]): Promise<void> => { for (const key of keys) await pad.getByRole("button", { name: key, exact: true }).tap(); };
  await count.tap();
  await press("Số in trên trang", "i", "i");
  await shot(page, "9-controls-pad");
  await press("Đến trang này");
  await lan.reads(2);
  await expect(count).toContainText("Mục 1 – tr. ii");
  await count.tap();
  await press("4", "Đến trang này");
  await lan.reads(4);
  await count.tap();
  await press("9", "Đến trang này");
  await expect(pad.getByRole("status")).toContainText("6");
  await page.keyboard.press("Escape");
  await lan.reads(4);

  // how the page looks
  const reader = page.locator(".mm-page ns-reader");
  const shape = (): Promise<{ filter: string; width: number; surface: number }> => reader.evaluate((one: NsReader) => ({
    filter: getComputedStyle(one.querySelector(".nsr-sheet.is-shown")!).filter,
    width: one.querySelector(".nsr-sheet.is-shown")!.getBoundingClientRect().width, surface: one.querySelector(".nsr-surface")!.clientWidth,
  }));
  await at("more").tap();
  await at("look").tap();
  const view = page.locator(".nsr-view");
  const share = async (): Promise<number> => { const { width, surface } = await shape(); return width / surface; };
  await view.getByRole("button", { name: "Vừa trang" }).tap();
  await expect.poll(share).toBeLessThan(0.7);
  await view.getByRole("button", { name: "Vừa chiều ngang" }).tap();
  await expect.poll(share).toBeCloseTo(1, 2);
  await view.getByRole("button", { name: "Vừa trang" }).tap();
  await expect.poll(share).toBeLessThan(0.7);
  await view.getByRole("button", { name: "Nền tối" }).tap();
  await expect.poll(async () => (await shape()).filter).toContain("invert");
  await shot(page, "9-controls-dark");
  await view.getByRole("button", { name: "Nền sáng" }).tap();
  await expect.poll(async () => (await shape()).filter).toBe("none");
  await view.getByRole("button", { name: "Phóng to" }).tap();
  await page.locator(".nsr-panel-head .nsr-button").tap();

  // turned upright and back
  for (const [size, least, most] of [[{ width: 820, height: 1180 }, 0.7, 1], [{ width: 1280, height: 800 }, 0.98, 1.02]] as const) {
    await page.setViewportSize(size);
    await lan.reads(4);
    await expect.poll(async () => { const now = await share(); return now >= least && now <= most; }).toBe(true);
    expect(await reader.evaluate((one: NsReader) => one.page)).toBe(4);
  }
});
