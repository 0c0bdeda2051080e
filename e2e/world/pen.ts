import type { CDPSession, Page } from "@playwright/test";
import type { Manifest } from "../../client-kit/src/reader/index.ts";
import { boxesOf, wordsBetween, type Words } from "../../client-kit/src/reader/words.ts";
import type { Gathering } from "./world.ts";

export type Share = [number, number];

/** A pen on the page that is shown; places are shares of it. */
export class Pen {
  private constructor(private readonly page: Page, private readonly cdp: CDPSession) {}

  static async of(page: Page): Promise<Pen> {
    return new Pen(page, await page.context().newCDPSession(page));
  }

  down(at: Share): Promise<void> { return this.#send("mousePressed", at); }
  move(to: Share): Promise<void> { return this.#send("mouseMoved", to); }
  up(at: Share): Promise<void> { return this.#send("mouseReleased", at); }

  async stroke(...places: Share[]): Promise<void> {
    await this.down(places[0]!);
    for (const place of places.slice(1)) await this.move(place);
    await this.up(places[places.length - 1]!);
  }

  async #send(type: "mousePressed" | "mouseMoved" | "mouseReleased", [x, y]: Share): Promise<void> {
    const box = (await this.page.locator(".nsr-sheet.is-shown").boundingBox())!;
    await this.cdp.send("Input.dispatchMouseEvent", { type, x: box.x + x * box.width, y: box.y + y * box.height, button: "left", buttons: type === "mouseReleased" ? 0 : 1, clickCount: 1, pointerType: "pen", force: 0.6 });
  }
}

/** Pen and notes come to the page a moment after it. */
export const penIsThere = (page: Page): Promise<void> => page.locator(".ni-layer:not(.is-room)").first().waitFor({ state: "attached" });

/** Whether there is ink at a place of the page. */
export const inkAt = (page: Page, at: Share): Promise<boolean> => page.evaluate(([fx, fy]) => {
  const canvas = document.querySelector<HTMLCanvasElement>(".ni-layer:not(.is-room) .ni-canvas:not(.is-wet)");
  const sheet = document.querySelector(".nsr-sheet.is-shown")?.getBoundingClientRect();
  if (!canvas || !sheet || canvas.width === 0) return false;
  const box = canvas.getBoundingClientRect();
  const [px, py] = [((sheet.x + fx * sheet.width - box.x) / box.width) * canvas.width, ((sheet.y + fy * sheet.height - box.y) / box.height) * canvas.height];
  return canvas.getContext("2d")!.getImageData(Math.round(px) - 2, Math.round(py) - 2, 5, 5).data.some((n, i) => i % 4 === 3 && n > 0);
}, at);

/** The first line of a stretch of words on a page of a paper, as shares of the page: from its left end to its right one, in the middle of its height. */
export async function lineOf(meeting: Gathering, paper: string, page: number, quote: string): Promise<[Share, Share]> {
  const folder = `/files/${meeting.id}/${paper}`;
  const entry = (await meeting.secretary.get<Manifest>(`${folder}/manifest`)).pages[page - 1]!;
  const words = JSON.parse((await meeting.secretary.bytes(`${folder}/${entry.words}`)).toString()) as Words;
  const start = words.text.indexOf(quote);
  if (start < 0) throw new Error(`“${quote}” does not stand on page ${page}: ${words.text}`);
  const [x, y, w, h] = boxesOf(words, wordsBetween(words, start, start + quote.length), entry)[0]!;
  return [[x + w * 0.02, y + h / 2], [x + w * 0.98, y + h / 2]];
}
