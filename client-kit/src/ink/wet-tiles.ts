import { aim, placeCanvas, type Window } from "./window.ts";
import type { Brush, Wet } from "./paint.ts";
import type { Box, PageSize } from "./stroke.ts";

/** Device pixels of one side: large enough that a pen seldom leaves it, small enough that the system need not lay the whole page anew. */
const SIDE = 256;

/**
 * What the hand does now, on small canvases that come where it goes. The system lays every canvas anew that was painted, whole,
 * so only the tile or two that a pen touches are laid; how little that was worth beside the other change is in docs/performance.md.
 */
export class WetTiles implements Wet {
  readonly root = document.createElement("div");
  readonly #tiles = new Map<string, Brush>();
  #window: Window | null = null;
  #page: PageSize = { w: 1, h: 1 };

  constructor() { this.root.className = "ni-wet"; }

  /** The part of the page that is painted on from now on; null when nobody writes. What was painted for another one goes. */
  fit(window: Window | null, page: PageSize): void {
    if (window === this.#window) return;
    this.clear();
    this.#window = window;
    this.#page = page;
  }

  /** Whether what comes now darkens the page (a marker) instead of covering it. */
  blend(blending: boolean): void { this.root.classList.toggle("is-blending", blending); }

  over([x, y, w, h]: Box, paint: (brush: Brush) => void): void {
    const window = this.#window;
    if (!window) return;
    const [left, top] = [window.rect[0] * this.#page.w, window.rect[1] * this.#page.h];
    const at = (n: number, most: number): number => Math.floor(Math.min(most - 1, Math.max(0, n * window.density)) / SIDE);
    for (let row = at(y - top, window.h); row <= at(y + h - top, window.h); row++) {
      for (let column = at(x - left, window.w); column <= at(x + w - left, window.w); column++) paint(this.#tile(window, column, row));
    }
  }

  /** What the hand holds goes along with it; page units. */
  shift(dx: number, dy: number): void {
    this.root.style.transform = `translate(${(dx / this.#page.w) * this.root.clientWidth}px, ${(dy / this.#page.h) * this.root.clientHeight}px)`;
  }

  clear(): void {
    // some systems keep the memory of a canvas until it is collected
    for (const canvas of this.root.querySelectorAll("canvas")) canvas.width = canvas.height = 0;
    this.root.replaceChildren();
    this.root.style.transform = "";
    this.#tiles.clear();
  }

  #tile(window: Window, column: number, row: number): Brush {
    const key = `${column} ${row}`;
    const known = this.#tiles.get(key);
    if (known) return known;
    const canvas = document.createElement("canvas");
    canvas.className = "ni-canvas is-wet";
    canvas.setAttribute("aria-hidden", "true");
    const brush = canvas.getContext("2d");
    if (!brush) throw new Error("no canvas");
    const [w, h] = [Math.min(SIDE, window.w - column * SIDE), Math.min(SIDE, window.h - row * SIDE)];
    const [wide, high] = [this.#page.w * window.density, this.#page.h * window.density];
    const tile: Window = { rect: [window.rect[0] + (column * SIDE) / wide, window.rect[1] + (row * SIDE) / high, w / wide, h / high], w, h, density: window.density };
    placeCanvas(canvas, tile);
    aim(brush, tile, this.#page);
    this.root.append(canvas);
    this.#tiles.set(key, brush);
    return brush;
  }
}
