import { Board } from "./board.ts";
import type { Look, Wet } from "./paint.ts";
import type { PageSize, Sample } from "./stroke.ts";
import { WetTiles } from "./wet-tiles.ts";
import { placeCanvas, serves, windowFor, type Window } from "./window.ts";
import type { Rect } from "../reader/manifest.ts";

/**
 * What lies over the page: one canvas with all notes, and small ones for what the hand does now, which are there only while somebody writes.
 * So a reader who only reads pays for one, and for none on a page without ink.
 */
export class Layer {
  readonly root = document.createElement("div");
  readonly board: Board;
  readonly #still = document.createElement("canvas");
  readonly #wet = new WetTiles();
  #window: Window | null = null;
  #page: PageSize = { w: 1, h: 1 };
  #queued: (() => void) | null = null;
  /** Fits the canvases when a first note comes; set while the page has none. */
  #later: (() => void) | null = null;

  constructor(look: Look) {
    this.root.className = "ni-layer";
    this.#still.className = "ni-canvas";
    this.#still.width = this.#still.height = 0;
    this.#still.setAttribute("aria-hidden", "true");
    this.root.append(this.#still, this.#wet.root);
    const still = this.#still.getContext("2d");
    if (!still) throw new Error("no canvas");
    this.board = new Board(still, look, (work) => {
      this.#queued ??= (requestAnimationFrame(() => { const next = this.#queued; this.#queued = null; next?.(); }), work);
    });
  }

  get page(): PageSize { return this.#page; }

  /** Page units for one CSS pixel of the screen. */
  get unit(): number {
    const width = this.root.getBoundingClientRect().width;
    return width > 0 ? this.#page.w / width : 1;
  }

  /** Fits the canvases to what is in sight; repaints only when what they hold no longer serves. */
  fit(page: PageSize, sight: Rect, writing: boolean, anew: boolean): void {
    this.#later = null;
    if (this.board.empty && !writing) {
      // nothing to paint on this page: not even its place is measured
      this.empty();
      this.#page = page;
      this.#later = () => this.fit(page, sight, writing, true);
      return;
    }
    const box = this.root.getBoundingClientRect();
    if (box.width <= 0) return;
    const wanted = windowFor(sight, page, box.width * devicePixelRatio);
    const stays = !anew && this.#window !== null && serves(this.#window, sight, wanted);
    this.#page = page;
    const window = stays ? this.#window! : wanted;
    this.#window = window;
    this.#wet.fit(writing ? window : null, page);
    if (this.board.empty) { this.#still.width = this.#still.height = 0; return; }
    if (!stays || this.#still.width !== window.w) {
      placeCanvas(this.#still, window);
      this.board.fit(window, page);
    }
  }

  /** Makes room for a first note on a page that had none. */
  ready(): void {
    if (this.#later && !this.board.empty) { this.#later(); return; }
    const window = this.#window;
    if (!window || this.board.empty || this.#still.width === window.w) return;
    placeCanvas(this.#still, window);
    this.board.fit(window, this.#page);
  }

  /** Where the hand paints, in page units; `blending` for a marker. */
  wet(blending: boolean): Wet {
    this.#wet.blend(blending);
    return this.#wet;
  }

  clearWet(): void { this.#wet.clear(); }

  /** What the hand holds goes along with it; page units. */
  shiftWet(dx: number, dy: number): void { this.#wet.shift(dx, dy); }

  blendAsNeeded(): void { this.#still.classList.toggle("is-blending", this.board.blends); }

  /** Gives the memory back. */
  empty(): void {
    this.#still.width = this.#still.height = 0;
    this.#wet.fit(null, this.#page);
    this.#window = null;
  }
}

/** Turns a pointer's place on the screen into the page's units. */
export class Glass {
  #box: DOMRect;
  constructor(private readonly root: HTMLElement, private readonly page: PageSize) { this.#box = root.getBoundingClientRect(); }

  /** The page has moved under the hand. */
  measure(): void { this.#box = this.root.getBoundingClientRect(); }

  sample(event: PointerEvent): Sample {
    const box = this.#box;
    return {
      x: ((event.clientX - box.left) / box.width) * this.page.w,
      y: ((event.clientY - box.top) / box.height) * this.page.h,
      pressure: event.pointerType === "pen" ? event.pressure : null,
    };
  }

  /** Every place since the last event, also those that came between two frames. */
  samples(event: PointerEvent): Sample[] {
    const between = typeof event.getCoalescedEvents === "function" ? event.getCoalescedEvents() : [];
    return (between.length > 0 ? between : [event]).map((one) => this.sample(one));
  }

  foreseen(event: PointerEvent): Sample[] {
    return typeof event.getPredictedEvents === "function" ? event.getPredictedEvents().map((one) => this.sample(one)) : [];
  }
}
