import type { Point } from "./manifest.ts";
import { PRESENT_EVERY_MS } from "./newest.ts";

/**
 * Drawn this far behind, so that mostly two messages lie on either side of the shown moment. A little less than the time between two of them: the
 * dot rests for a frame now and then, and 100 ms from the hand to the screen hold (F2 of the reading tests).
 */
export const DOT_DELAY_MS = PRESENT_EVERY_MS - 20;
export const DOT_SILENCE_MS = 1500;
export const DOT_FADE_MS = 300;
const TRACE_LIMIT = 32;

/** The presenter's pointer between its messages: interpolated, gone after a silence, never while it moves. */
export class PointerTrace {
  #points: { at: number; x: number; y: number }[] = [];
  #heardAt = -Infinity;

  push(point: Point, now: number): void {
    // After a pause the dot starts at its new place instead of gliding there from the old one.
    if (now - this.#heardAt > DOT_SILENCE_MS) this.#points = [];
    this.#heardAt = now;
    this.#points.push({ at: now, x: point[0], y: point[1] });
    if (this.#points.length > TRACE_LIMIT) this.#points.shift();
  }

  lift(): void {
    this.#points = [];
    this.#heardAt = -Infinity;
  }

  /** Place 0..1 and opacity 0..1 at a moment; null when there is nothing to draw any more. */
  at(now: number): { x: number; y: number; alpha: number } | null {
    const last = this.#points[this.#points.length - 1];
    if (!last) return null;
    const silence = now - this.#heardAt - DOT_SILENCE_MS;
    if (silence >= DOT_FADE_MS) { this.lift(); return null; }
    const alpha = silence <= 0 ? 1 : 1 - silence / DOT_FADE_MS;
    const moment = now - DOT_DELAY_MS;
    const next = this.#points.findIndex((p) => p.at > moment);
    if (next < 0) return { x: last.x, y: last.y, alpha };
    const b = this.#points[next]!;
    const a = this.#points[next - 1] ?? b;
    const t = b.at === a.at ? 1 : Math.max(0, (moment - a.at) / (b.at - a.at));
    return { x: a.x + (b.x - a.x) * t, y: a.y + (b.y - a.y) * t, alpha };
  }
}
