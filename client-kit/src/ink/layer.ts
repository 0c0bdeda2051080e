import { aim, Board } from "./board.ts";
import type { Brush, Look } from "./paint.ts";
import type { PageSize, Sample } from "./stroke.ts";
import { serves, windowFor, type Window } from "./window.ts";
import type { Rect } from "../reader/manifest.ts";

/**
 * The two canvases over the page: one with all notes, one for what the hand does now. The second has a size only while somebody writes,
 * so a reader who only reads pays for one, and for none on a page without ink.
 */
export class Layer {
  readonly root = document.createElement("div");
  readonly board: Board;
  readonly #still = document.createElement("canvas");
  readonly #wet = document.createElement("canvas");
  readonly #wetBrush: CanvasRenderingContext2D;
  #window: Window | null = null;
  #wetFits: Window | null = null;
  #page: PageSize = { w: 1, h: 1 };
  #queued: (() => void) | null = null;
  /** Fits the canvases when a first note comes; set while the page has none. */
  #later: (() => void) | null = null;

  constructor(look: Look) {
    this.root.className = "ni-layer";
    this.#still.className = "ni-canvas";
    this.#wet.className = "ni-canvas is-wet";
    for (const canvas of [this.#still, this.#wet]) { canvas.width = canvas.height = 0; canvas.setAttribute("aria-hidden", "true"); }
    this.root.append(this.#still, this.#wet);
    const still = this.#still.getContext("2d");
    // The picture may reach the glass without waiting for the page's own frame, where the system can do that.
    const wet = this.#wet.getContext("2d", { desynchronized: true });
    if (!still || !wet) throw new Error("no canvas");
    this.#wetBrush = wet;
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
    if (this.board.empty) { this.#still.width = this.#still.height = 0; this.#wetOnly(window, writing); return; }
    if (!stays || this.#still.width !== window.w) {
      place(this.#still, window);
      this.board.fit(window, page);
    }
    this.#wetOnly(window, writing);
  }

  #wetOnly(window: Window, writing: boolean): void {
    if (!writing) { this.#wet.width = this.#wet.height = 0; this.#wetFits = null; return; }
    if (this.#wetFits === window) return;
    place(this.#wet, window);
    this.#wetFits = window;
    aim(this.#wetBrush, window, this.#page);
  }

  /** Makes room for a first note on a page that had none. */
  ready(): void {
    if (this.#later && !this.board.empty) { this.#later(); return; }
    const window = this.#window;
    if (!window || this.board.empty || this.#still.width === window.w) return;
    place(this.#still, window);
    this.board.fit(window, this.#page);
  }

  /** The brush of the hand, in page units; `blending` for a marker. */
  wet(blending: boolean): Brush {
    this.#wet.classList.toggle("is-blending", blending);
    return this.#wetBrush;
  }

  clearWet(): void {
    const brush = this.#wetBrush;
    brush.setTransform(1, 0, 0, 1, 0, 0);
    brush.clearRect(0, 0, this.#wet.width, this.#wet.height);
    this.#wet.style.transform = "";
    if (this.#wetFits) aim(brush, this.#wetFits, this.#page);
  }

  /** What the hand holds goes along with it; page units. */
  shiftWet(dx: number, dy: number): void {
    this.#wet.style.transform = `translate(${(dx / this.#page.w) * this.root.clientWidth}px, ${(dy / this.#page.h) * this.root.clientHeight}px)`;
  }

  blendAsNeeded(): void { this.#still.classList.toggle("is-blending", this.board.blends); }

  /** Gives the memory back. */
  empty(): void {
    for (const canvas of [this.#still, this.#wet]) canvas.width = canvas.height = 0;
    this.#window = this.#wetFits = null;
  }
}

function place(canvas: HTMLCanvasElement, { rect, w, h }: Window): void {
  canvas.width = w;
  canvas.height = h;
  const [left, top, width, height] = rect.map((n) => `${(n * 100).toFixed(4)}%`) as [string, string, string, string];
  Object.assign(canvas.style, { left, top, width, height });
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
