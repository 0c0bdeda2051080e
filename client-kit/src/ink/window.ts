import type { Rect } from "../reader/manifest.ts";
import type { Brush } from "./paint.ts";
import type { PageSize } from "./stroke.ts";

/** Most pixels of one canvas: 6 million are 24 MB; it stays far from what old iPads allow (256 MB). */
export const PIXELS_LIMIT = 6_000_000;
/** How far beyond the part in sight ink is painted, as a share of that part: a pan finds it there. */
const MARGIN = 0.5;
/** A picture this much coarser than the screen is painted anew. */
const COARSE = 0.85;

/** The part of the page that a canvas covers (0..1 of the page), and its size in pixels. */
export interface Window {
  readonly rect: Rect;
  readonly w: number;
  readonly h: number;
  /** Pixels of the canvas for one page unit. */
  readonly density: number;
}

/** @param page units; @param shown width of the whole page on the screen in device pixels */
export function windowFor(sight: Rect, page: PageSize, shown: number, limit = PIXELS_LIMIT): Window {
  const [x, y, w, h] = sight;
  const left = Math.max(0, x - w * MARGIN);
  const top = Math.max(0, y - h * MARGIN);
  const rect: Rect = [left, top, Math.min(1, x + w * (1 + MARGIN)) - left, Math.min(1, y + h * (1 + MARGIN)) - top];
  const wanted = shown / page.w;
  const pixels = rect[2] * page.w * wanted * rect[3] * page.h * wanted;
  const density = pixels > limit ? wanted * Math.sqrt(limit / pixels) : wanted;
  return { rect, w: Math.max(1, Math.round(rect[2] * page.w * density)), h: Math.max(1, Math.round(rect[3] * page.h * density)), density };
}

/** Whether a canvas painted for another sight still serves. */
export function serves(painted: Window, sight: Rect, wanted: Window): boolean {
  const [l, t, w, h] = painted.rect;
  const near = 0.002;
  const covers = sight[0] >= l - near && sight[1] >= t - near && sight[0] + sight[2] <= l + w + near && sight[1] + sight[3] <= t + h + near;
  return covers && painted.density >= wanted.density * COARSE && painted.density <= wanted.density * 2;
}

/** From now on the brush speaks in page units. */
export function aim(brush: Brush, window: Window, page: PageSize): void {
  brush.setTransform(window.density, 0, 0, window.density, -window.rect[0] * page.w * window.density, -window.rect[1] * page.h * window.density);
}

/** The canvas lies over the part of the page that it shows. */
export function placeCanvas(canvas: HTMLCanvasElement, { rect, w, h }: Window): void {
  canvas.width = w;
  canvas.height = h;
  const [left, top, width, height] = rect.map((n) => `${(n * 100).toFixed(4)}%`) as [string, string, string, string];
  Object.assign(canvas.style, { left, top, width, height });
}
