import AxeBuilder from "@axe-core/playwright";
import { expect, test, type Page } from "@playwright/test";
import type { NoteBody } from "../../client-kit/src/proto/protocol.ts";
import { GlassOf, type Place } from "../ink/glass.ts";
import { FIRST_LINE, InkServer, PAGES, WORDS_A_LINE } from "../ink/server.ts";
import { shot } from "../world/shot.ts";

// Ink alone, on a paper drawn on the spot: needs no running server.
const server = new InkServer();
test.beforeAll(() => server.start());
test.afterAll(() => server.stop());

async function open(page: Page, number = 1): Promise<GlassOf> {
  const faults: string[] = [];
  page.on("pageerror", (fault) => faults.push(String(fault)));
  await page.goto(server.address);
  await shown(page, 1);
  if (number > 1) await page.evaluate((n) => window.reader.goTo(n), number);
  await shown(page, number);
  const glass = new GlassOf(page);
  await glass.look();
  return glass;
}

async function shown(page: Page, number: number): Promise<void> {
  await expect(page.locator(`.nsr-sheet.is-shown[data-page="${number}"]`)).toBeVisible();
  await expect.poll(() => page.evaluate(() => window.ink.page)).toBe(number);
}

const bodies = (page: Page): Promise<NoteBody[]> => page.evaluate(() => window.notebook.notes.map(({ body }) => body));
const count = (page: Page): Promise<number> => page.evaluate(() => window.notebook.notes.length);
const sight = (page: Page): Promise<string> => page.evaluate(() => document.querySelector<HTMLElement>(".nsr-frame")!.style.transform);
const zigzag = (x: number, y: number): Place[] => [[x, y], [x + 200, y + 150], [x + 400, y], [x + 600, y + 150]];
const points = (body: NoteBody | undefined): Place[] => {
  const found: Place[] = [];
  if (body?.kind !== "ink") return found;
  let [x, y] = [0, 0];
  for (let i = 0; i < body.points.length; i += 2) found.push([(x += body.points[i]!), (y += body.points[i + 1]!)]);
  return found;
};
/** Pixels of ink on the screen's picture of the notes. */
const inked = (page: Page): Promise<number> => page.evaluate(() => {
  const canvas = document.querySelector<HTMLCanvasElement>(".ni-canvas:not(.is-wet)")!;
  if (canvas.width === 0) return 0;
  const { data } = canvas.getContext("2d")!.getImageData(0, 0, canvas.width, canvas.height);
  let n = 0;
  for (let i = 3; i < data.length; i += 4) if (data[i]! > 0) n++;
  return n;
});

/** Places beyond a pixel of the screen can't be dispatched exactly: half a unit of rounding and what the browser cuts off. */
const near = (found: readonly Place[], wanted: readonly Place[]): void => {
  expect(found).toHaveLength(wanted.length);
  found.forEach(([x, y], i) => {
    expect(Math.abs(x - wanted[i]![0])).toBeLessThanOrEqual(1);
    expect(Math.abs(y - wanted[i]![1])).toBeLessThanOrEqual(1);
  });
};

test("a pen writes at once, a finger never draws, and Done leads back to reading", async ({ page }) => {
  const glass = await open(page);
  await glass.fingerStroke(zigzag(3000, 3000));
  expect(await count(page)).toBe(0);
  expect(await inked(page)).toBe(0);
  await glass.stroke(zigzag(3000, 4000));
  await expect.poll(() => count(page)).toBe(1);
  expect(await inked(page)).toBeGreaterThan(50);
  await expect(page.getByRole("toolbar", { name: "Ghi chú trên trang" })).toBeVisible();
  await page.getByTestId("ink-done").click();
  await expect(page.getByRole("toolbar", { name: "Ghi chú trên trang" })).toBeHidden();
  expect(await page.evaluate(() => [...document.querySelectorAll<HTMLCanvasElement>(".ni-canvas")].filter((c) => c.width > 0).length)).toBe(1);
});

test("a palm before, during and after the pen draws nothing and moves nothing (I2)", async ({ page }) => {
  const glass = await open(page);
  await glass.stroke(zigzag(2000, 2000));
  await expect.poll(() => page.evaluate(() => window.ink.open)).toBe(true);
  // Twice as large the page moves under any finger that is let through.
  await page.evaluate(() => { window.reader.zoom = 2; });
  await glass.look();
  const before = await sight(page);
  const palm: Place = [8000, 9800];
  const slid: Place = [7000, 8800];
  for (let n = 0; n < 6; n++) {
    const line = zigzag(4000, 6500 + n * 300);
    await glass.touch("touchStart", palm);
    await glass.touch("touchMove", slid);
    await glass.pen("mousePressed", line[0]!);
    await glass.touch("touchMove", palm);
    for (const place of line.slice(1)) await glass.pen("mouseMoved", place);
    if (n % 2 === 0) await glass.touch("touchEnd");
    await glass.pen("mouseReleased", line[3]!);
    if (n % 2 === 0) { await glass.touch("touchStart", palm); await glass.touch("touchMove", slid); }
    await glass.touch("touchEnd");
    expect(await sight(page)).toBe(before);
  }
  await expect.poll(() => count(page)).toBe(7);
  (await bodies(page)).slice(1).forEach((body, n) => near(points(body), zigzag(4000, 6500 + n * 300)));
  expect(await page.evaluate(() => window.reader.page)).toBe(1);
});

test("two hundred strokes one after the other are two hundred notes (I3), and fingers zoom in between", async ({ page }) => {
  const glass = await open(page);
  for (let n = 0; n < 200; n++) {
    const [x, y] = [1000 + (n % 20) * 480, 1200 + Math.floor(n / 20) * 1400];
    await glass.stroke([[x, y], [x + 200, y + 500], [x + 350, y]]);
  }
  await expect.poll(() => count(page)).toBe(200);
  await expect.poll(() => page.evaluate(() => window.ink.open)).toBe(true);
  await glass.look();
  const zoomed = async (): Promise<boolean> => {
    await glass.touch("touchStart", [5000, 6000], [6000, 7000]);
    await expect.poll(() => page.evaluate(() => document.querySelector(".nsr-frame")!.classList.contains("is-held"))).toBe(true);
    await glass.touch("touchMove", [4000, 5000], [7000, 8000]);
    await glass.touch("touchEnd");
    return (await page.evaluate(() => window.reader.zoom)) > 1.5;
  };
  expect(await zoomed()).toBe(true);
  expect(await count(page)).toBe(200);
  await shot(page, "ink-200-strokes-zoomed");
});

for (const [i, size] of PAGES.slice(0, 3).entries()) {
  test(`a stroke lies where the pen was, on page ${i + 1} (${size.w}×${size.h}), also zoomed`, async ({ page }) => {
    const glass = await open(page, i + 1);
    const wanted = zigzag(size.w, size.h - 300);
    await glass.stroke(wanted);
    await expect.poll(() => count(page)).toBe(1);
    near(points((await bodies(page))[0]), wanted);
    await expect.poll(() => page.evaluate(() => window.ink.open)).toBe(true);
    await page.evaluate(() => { window.reader.zoom = 3; });
    await expect.poll(() => sight(page)).toContain("scale(3)");
    await glass.look();
    await glass.stroke(wanted);
    await expect.poll(() => count(page)).toBe(2);
    near(points((await bodies(page))[1]), wanted);
    // What is painted lies there too: the picture is inked at a corner of the line and nowhere near it.
    const ink = (at: Place) => page.evaluate(([x, y]) => {
      const canvas = document.querySelector<HTMLCanvasElement>(".ni-canvas:not(.is-wet)")!;
      const box = canvas.getBoundingClientRect();
      const [px, py] = [((x - box.x) / box.width) * canvas.width, ((y - box.y) / box.height) * canvas.height];
      return canvas.getContext("2d")!.getImageData(Math.round(px), Math.round(py), 1, 1).data[3]!;
    }, glass.on(at) as [number, number]);
    await expect.poll(() => ink([wanted[0]![0] + 100, wanted[0]![1] + 75])).toBeGreaterThan(0);
    expect(await ink([wanted[0]![0] + 100, wanted[0]![1] - 200])).toBe(0);
  });
}

test("a page that turns under the pen keeps what was written before, and the rest is on neither page", async ({ page }) => {
  const glass = await open(page);
  const line = zigzag(3000, 3000);
  await glass.pen("mousePressed", line[0]!);
  await glass.pen("mouseMoved", line[1]!);
  await page.evaluate(() => window.reader.goTo(2));
  await shown(page, 2);
  await glass.pen("mouseMoved", line[2]!);
  await glass.pen("mouseReleased", line[3]!);
  await expect.poll(() => count(page)).toBe(1);
  expect(await page.evaluate(() => window.notebook.notes[0]!.page)).toBe(1);
  near(points((await bodies(page))[0]), line.slice(0, 2));
  expect(await inked(page)).toBe(0);
});

test("a stroke begun while a page is on its way stays on the page under the pen, and the new page takes none of it", async ({ page }) => {
  const glass = await open(page);
  const line = zigzag(3000, 3000);
  // the turn is told, the new page is not up yet
  await page.evaluate(() => {
    window.reader.addEventListener("page-shown", (event) => { event.stopImmediatePropagation(); }, { capture: true, once: true });
    window.reader.goTo(2);
  });
  await expect(page.locator('.nsr-sheet.is-shown[data-page="2"]')).toBeVisible();
  expect(await page.evaluate(() => window.ink.page)).toBe(1);
  await glass.pen("mousePressed", line[0]!);
  await glass.pen("mouseMoved", line[1]!);
  await page.evaluate(() => { window.reader.dispatchEvent(new CustomEvent("page-shown", { detail: { page: 2 } })); });
  await expect.poll(() => count(page)).toBe(1);
  await glass.pen("mouseMoved", line[2]!);
  await glass.pen("mouseReleased", line[3]!);
  expect(await page.evaluate(() => window.notebook.notes.map((note) => note.page))).toEqual([1]);
  expect(points((await bodies(page))[0])).toHaveLength(2);
  await glass.stroke(zigzag(3000, 6000));
  await expect.poll(() => page.evaluate(() => window.notebook.notes.map((note) => note.page))).toEqual([1, 2]);
});

test("what is written while another device was first goes on in the copy, and the other's text stays", async ({ page }) => {
  const glass = await open(page);
  await page.getByTestId("ink").click();
  await page.getByTestId("ink-text").click();
  await glass.look();
  await glass.stroke([[5000, 5000]], "mouse");
  const field = page.getByLabel("Ghi chú – trang 1").last();
  await field.fill("Máy này");
  await expect.poll(() => count(page)).toBe(1);
  await page.evaluate(() => {
    const { notebook } = window;
    const [mine] = notebook.notes;
    if (mine?.body.kind !== "text") throw new Error("no text");
    notebook.notes = [{ ...mine, body: { ...mine.body, text: "Máy kia" } }];
    notebook.arrive([{ ...mine, id: "copy", copyOf: mine.id }]);
    notebook.copied(mine.id, "copy");
  });
  await field.fill("Máy này, viết tiếp");
  await page.getByTestId("note-close").click();
  await expect.poll(async () => (await bodies(page)).map((body) => (body.kind === "text" ? body.text : ""))).toEqual(["Máy kia", "Máy này, viết tiếp"]);
});

test("ink is painted anew, sharp, once a zoom has come to rest, and never with more than one large canvas", async ({ page }) => {
  const glass = await open(page);
  await glass.stroke(zigzag(5500, 8000));
  const fine = () => page.evaluate(() => { const c = document.querySelector<HTMLCanvasElement>(".ni-canvas")!; return c.width / c.getBoundingClientRect().width / devicePixelRatio; });
  await page.evaluate(() => { window.reader.zoom = 4; });
  await expect.poll(fine).toBeGreaterThan(0.84);
  const pixels = await page.evaluate(() => [...document.querySelectorAll<HTMLCanvasElement>(".ni-canvas")].map((c) => c.width * c.height));
  expect(pixels).toHaveLength(1);
  expect(pixels[0]).toBeLessThanOrEqual(6_010_000);
  await glass.pen("mousePressed", [5000, 8000]);
  await glass.pen("mouseMoved", [5100, 8000]);
  const tiles = await page.evaluate(() => [...document.querySelectorAll<HTMLCanvasElement>(".ni-wet canvas")].map((c) => c.width * c.height));
  expect(tiles.length).toBeGreaterThan(0);
  expect(tiles.length).toBeLessThanOrEqual(4);
  expect(Math.max(...tiles)).toBeLessThanOrEqual(65_536);
  await glass.pen("mouseReleased", [5100, 8000]);
  await expect(page.locator(".ni-wet canvas")).toHaveCount(0);
});

test("by hand: one finger draws, two move, the mouse draws; Escape leads back", async ({ page }) => {
  const glass = await open(page);
  await page.getByTestId("ink").click();
  await expect(page.getByText("Một ngón để vẽ, hai ngón để di chuyển trang.")).toBeVisible();
  await glass.look();
  await glass.fingerStroke(zigzag(3000, 3000));
  await expect.poll(() => count(page)).toBe(1);
  await glass.stroke(zigzag(3000, 4000), "mouse");
  await expect.poll(() => count(page)).toBe(2);
  await glass.touch("touchStart", [5000, 6000], [6000, 7000]);
  await glass.touch("touchMove", [4000, 5000], [7000, 8000]);
  await glass.touch("touchEnd");
  expect(await page.evaluate(() => window.reader.zoom)).toBeGreaterThan(1.5);
  expect(await count(page)).toBe(2);
  await page.keyboard.press("Escape");
  await expect(page.getByTestId("ink-done")).toBeHidden();
});

test("marked text snaps to words, its ends can be mended, and the eraser, undo and redo work on it", async ({ page }) => {
  const glass = await open(page);
  const { x, y, pitch, height } = FIRST_LINE;
  const word = (line: number, n: number): Place => [(x + n * ((PAGES[0].w - 2 * x) / WORDS_A_LINE) + 60) * 2, (y + line * pitch + height / 2) * 2];
  await page.getByTestId("ink").click();
  await page.getByTestId("ink-highlight").click();
  await glass.look();
  await glass.stroke([word(2, 3), word(2, 6), word(3, 1)], "mouse");
  await expect.poll(() => count(page)).toBe(1);
  const [marked] = await bodies(page);
  if (marked?.kind !== "highlight") throw new Error("not marked");
  expect(marked.quads).toHaveLength(2);
  expect(marked.quads.map((q) => [q[1], q[3]])).toEqual([[(y + 2 * pitch) * 2, height * 2], [(y + 3 * pitch) * 2, height * 2]]);
  expect(marked.quote.exact.split(/\s/)).toHaveLength(7);
  expect(marked.quote.prefix).toHaveLength(32);
  await expect(page.getByRole("button", { name: "Cuối đoạn tô" })).toBeVisible();
  await shot(page, "ink-highlight");
  const end = (await page.getByRole("button", { name: "Cuối đoạn tô" }).boundingBox())!;
  expect(Math.min(end.width, end.height)).toBeGreaterThanOrEqual(48);
  // Three words on: the handle lies below its line and keeps its distance from the finger.
  const [dx, dy] = [glass.on(word(3, 4))[0] - glass.on(word(3, 1))[0], 0];
  await page.mouse.move(end.x + 12, end.y + 12);
  await page.mouse.down();
  await page.mouse.move(end.x + 12 + dx, end.y + 12 + dy, { steps: 4 });
  await page.mouse.up();
  const longer = async (): Promise<number> => { const [one] = await bodies(page); return one?.kind === "highlight" ? one.quote.exact.split(/\s/).length : 0; };
  await expect.poll(longer).toBe(10);
  await page.getByRole("button", { name: "Cuối đoạn tô" }).press("ArrowLeft");
  await expect.poll(longer).toBe(9);

  await page.getByTestId("ink-eraser").click();
  await glass.stroke([word(1, 4), word(3, 0)], "mouse");
  await expect.poll(() => count(page)).toBe(0);
  await expect.poll(() => inked(page)).toBe(0);
  await page.keyboard.press("Control+z");
  await expect.poll(() => count(page)).toBe(1);
  await page.keyboard.press("Control+y");
  await expect.poll(() => count(page)).toBe(0);

  await page.evaluate(() => window.reader.goTo(4));
  await shown(page, 4);
  await page.getByTestId("ink-highlight").click();
  await glass.stroke([[3000, 3000], [5000, 3000]], "mouse");
  await expect(page.getByText("Chỗ này không có chữ để tô.")).toBeVisible();
});

test("the lasso takes strokes up: move, colour, delete, and undo gives back", async ({ page }) => {
  const glass = await open(page);
  await page.getByTestId("ink").click();
  await glass.look();
  await glass.stroke(zigzag(3000, 3000), "mouse");
  await glass.stroke(zigzag(3000, 8000), "mouse");
  await page.getByTestId("ink-lasso").click();
  await glass.look();
  const loop: Place[] = [[2700, 2700], [3900, 2700], [3900, 3500], [2700, 3500], [2700, 2800]];
  await glass.stroke(loop, "mouse");
  await expect(page.getByText("1 ghi chú được chọn")).toBeVisible();
  await glass.look();
  await glass.stroke([[3200, 3075], [3600, 3675], [4200, 4075]], "mouse");
  await expect.poll(async () => points((await bodies(page))[0])[0]?.[0]).toBeGreaterThan(3900);
  near(points((await bodies(page))[0]), zigzag(4000, 4000));
  await page.getByTestId("ink-RED").click();
  await expect.poll(async () => (await bodies(page)).map(({ colour }) => colour)).toEqual(["RED", "BLUE"]);
  await shot(page, "ink-lasso");
  await page.getByTestId("ink-remove").click();
  await expect.poll(() => count(page)).toBe(1);
  for (let n = 0; n < 3; n++) await page.getByTestId("ink-undo").click();
  await expect.poll(async () => points((await bodies(page))[0])[0]?.[0]).toBeLessThan(3010);
});

test("a written note survives a page turn and a lost focus, opens from its pin and from the list, and goes when it is deleted", async ({ page }) => {
  const glass = await open(page);
  await page.getByTestId("ink").click();
  await page.getByTestId("ink-text").click();
  await glass.look();
  await glass.stroke([[5000, 5000]], "mouse");
  await expect(page.locator(".ni-pin")).toBeVisible();
  await page.getByLabel("Ghi chú – trang 1").last().fill("Hỏi đồng chí Thuỷ về tiến độ");
  await page.evaluate(() => window.reader.goTo(2));
  await shown(page, 2);
  await expect.poll(() => bodies(page)).toMatchObject([{ kind: "text", colour: "BLUE", text: "Hỏi đồng chí Thuỷ về tiến độ" }]);
  await expect(page.locator("textarea")).toHaveValue("Hỏi đồng chí Thuỷ về tiến độ");
  await page.getByTestId("note-close").click();
  await page.evaluate(() => window.reader.goTo(1));
  await shown(page, 1);
  await page.getByTestId("ink-done").click();
  await page.locator(".ni-pin").click();
  await expect(page.locator("textarea")).toHaveValue("Hỏi đồng chí Thuỷ về tiến độ");
  await page.locator("textarea").fill("Hỏi lại");
  await shot(page, "ink-note");
  await page.keyboard.press("Escape");
  await expect.poll(async () => (await bodies(page)).map((body) => (body.kind === "text" ? body.text : ""))).toEqual(["Hỏi lại"]);
  await page.getByRole("navigation", { name: "Ghi chú của trang 1" }).getByRole("button", { name: "Ghi chú: Hỏi lại" }).press("Enter");
  await page.getByTestId("note-remove").click();
  await expect.poll(() => count(page)).toBe(0);
});

test("what the device can't keep stays on the page, is told, and is kept with the next stroke", async ({ page }) => {
  const glass = await open(page);
  await page.evaluate(() => { window.notebook.full = true; });
  await glass.stroke(zigzag(3000, 3000));
  await expect(page.getByText("Máy này chưa lưu được ghi chú.")).toBeVisible();
  expect(await inked(page)).toBeGreaterThan(50);
  await page.evaluate(() => { window.notebook.full = false; });
  await glass.look();
  await glass.stroke(zigzag(3000, 4000));
  await expect.poll(() => count(page)).toBe(2);
  await expect(page.getByText("Máy này chưa lưu được ghi chú.")).toBeHidden();
});

test("others' notes carry their names and can be switched off; the page looks right dark, upright and full", async ({ page }) => {
  const glass = await open(page);
  const notes = (): Promise<void> => page.evaluate(() => {
    const { notebook: book } = window;
    const share = { reach: "MEETING" as const, people: [] };
    const ink = (x: number, y: number, colour: "RED" | "BLUE") => book.make("p1", 1, { kind: "ink", tool: "PEN", colour, width: 32, points: [x, y, 300, 200, 300, -200, 300, 200] });
    book.arrive([ink(2000, 9000, "BLUE"), { ...ink(2000, 11000, "RED"), carried: { from: "x", paper: "old", page: 1, fate: "CHECK", seen: false } }],
      [{ note: { ...ink(6000, 9000, "RED"), share }, author: "u2", name: "Nguyễn Thị Thuỷ" }, { note: { ...book.make("p1", 1, { kind: "text", colour: "GREEN", at: [9000, 12000], text: "Đề nghị làm rõ số liệu này." }), share }, author: "u3", name: "Trần Văn Minh" }]);
    for (let n = 0; n < 60; n++) book.arrive([book.make("p1", 1, { kind: "ink", tool: n % 3 ? "PEN" : "MARKER", colour: (["BLUE", "RED", "GREEN", "BLACK"] as const)[n % 4]!, width: n % 3 ? 32 : 256, points: [1600 + (n % 6) * 1500, 1900 + Math.floor(n / 6) * 520, 400, 40, 500, -60, 400, 30] })]);
  });
  await notes();
  await expect(page.locator(".ni-name").getByText("Nguyễn Thị Thuỷ")).toBeVisible();
  await expect(page.locator(".ni-name").getByText("Cần xem lại")).toBeVisible();
  await page.locator(".ni-pin.is-shared").click();
  await expect(page.locator(".ni-sheet").getByText("Đề nghị làm rõ số liệu này.")).toBeVisible();
  await page.getByTestId("note-close").click();
  await page.getByTestId("ink").click();
  await shot(page, "ink-many-1280x800");
  await page.evaluate(() => window.reader.setHabits({ dark: true }));
  await shot(page, "ink-many-dark");
  await page.evaluate(() => window.reader.setHabits({ dark: false }));
  await page.setViewportSize({ width: 820, height: 1180 });
  await shot(page, "ink-many-820x1180");
  const small = await page.evaluate(() => [...document.querySelectorAll<HTMLElement>(".ni-bar button")].map((b) => b.getBoundingClientRect()).filter((b) => Math.min(b.width, b.height) < 48 || b.right > innerWidth).length);
  expect(small).toBe(0);
  const axe = await new AxeBuilder({ page }).analyze();
  expect(axe.violations.filter((v) => v.impact === "serious" || v.impact === "critical").map((v) => `${v.id}: ${v.nodes[0]?.html}`)).toEqual([]);
  await page.getByTestId("ink-shared").click();
  await expect(page.locator(".ni-name").getByText("Nguyễn Thị Thuỷ")).toHaveCount(0);
  await glass.look();
});
