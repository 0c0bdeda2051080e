import { WHOLE_PAGE, type Point, type Rect } from "./manifest.ts";

/** Where the page lies on the surface: scale over the fitted size, and the page's top left corner in surface pixels. */
export interface Sight {
  readonly scale: number;
  readonly x: number;
  readonly y: number;
}

export interface Size { readonly w: number; readonly h: number }

export type Fit = "page" | "width";

export const MIN_SCALE = 0.5;
export const MAX_SCALE = 6;
/** Steps of the zoom buttons; 1 is the page as fitted. */
export const ZOOM_STEPS = [0.5, 0.75, 1, 1.25, 1.5, 2, 2.5, 3, 4, 6] as const;

/** Pixel size of a page at scale 1. */
export function fittedSize(surface: Size, page: Size, fit: Fit): Size {
  if (page.w <= 0 || page.h <= 0 || surface.w <= 0 || surface.h <= 0) return { w: 0, h: 0 };
  const ratio = fit === "width" ? surface.w / page.w : Math.min(surface.w / page.w, surface.h / page.h);
  return { w: page.w * ratio, h: page.h * ratio };
}

export const clampScale = (scale: number): number => Math.min(MAX_SCALE, Math.max(MIN_SCALE, scale));

/** A page smaller than the surface sits in its middle; a larger one may not leave a gap at an edge. */
export function clampSight(sight: Sight, surface: Size, fitted: Size): Sight {
  const scale = clampScale(sight.scale);
  const axis = (at: number, room: number, length: number): number =>
    length <= room ? (room - length) / 2 : Math.min(0, Math.max(room - length, at));
  return { scale, x: axis(sight.x, surface.w, fitted.w * scale), y: axis(sight.y, surface.h, fitted.h * scale) };
}

/** Scales about a point of the surface, which keeps its place on the page. */
export function scaleAbout(sight: Sight, scale: number, at: Point): Sight {
  const next = clampScale(scale);
  const ratio = next / sight.scale;
  return { scale: next, x: at[0] - (at[0] - sight.x) * ratio, y: at[1] - (at[1] - sight.y) * ratio };
}

/** Two fingers: what lay under their middle stays under it, and the distance sets the scale. */
export function pinch(start: Sight, from: readonly [Point, Point], to: readonly [Point, Point]): Sight {
  const middle = (p: readonly [Point, Point]): Point => [(p[0][0] + p[1][0]) / 2, (p[0][1] + p[1][1]) / 2];
  const span = (p: readonly [Point, Point]): number => Math.max(1, Math.hypot(p[0][0] - p[1][0], p[0][1] - p[1][1]));
  const a = middle(from);
  const b = middle(to);
  const scaled = scaleAbout(start, start.scale * (span(to) / span(from)), a);
  return { scale: scaled.scale, x: scaled.x + b[0] - a[0], y: scaled.y + b[1] - a[1] };
}

/** The part of the page that the surface shows. */
export function visibleRect(sight: Sight, surface: Size, fitted: Size): Rect {
  const w = fitted.w * sight.scale;
  const h = fitted.h * sight.scale;
  if (w <= 0 || h <= 0) return WHOLE_PAGE;
  const left = Math.max(0, -sight.x / w);
  const top = Math.max(0, -sight.y / h);
  const right = Math.min(1, (surface.w - sight.x) / w);
  const bottom = Math.min(1, (surface.h - sight.y) / h);
  return [round(left), round(top), round(Math.max(0, right - left)), round(Math.max(0, bottom - top))];
}

/** The sight that shows all of `rect`, as large as it goes, in the middle of the surface. */
export function sightOf(rect: Rect, surface: Size, fitted: Size): Sight {
  const w = Math.max(0.02, rect[2]) * fitted.w;
  const h = Math.max(0.02, rect[3]) * fitted.h;
  if (w <= 0 || h <= 0) return { scale: 1, x: 0, y: 0 };
  const scale = clampScale(Math.min(surface.w / w, surface.h / h));
  const x = surface.w / 2 - (rect[0] + rect[2] / 2) * fitted.w * scale;
  const y = surface.h / 2 - (rect[1] + rect[3] / 2) * fitted.h * scale;
  return clampSight({ scale, x, y }, surface, fitted);
}

/** The next button step up or down from any scale. */
export function stepScale(scale: number, up: boolean): number {
  const near = 1.02;
  if (up) return ZOOM_STEPS.find((s) => s > scale * near) ?? MAX_SCALE;
  return [...ZOOM_STEPS].reverse().find((s) => s < scale / near) ?? MIN_SCALE;
}

/** The same look at another surface or page size: the page's point in the middle stays in the middle. */
export function carryOver(sight: Sight, before: { surface: Size; fitted: Size }, after: { surface: Size; fitted: Size }): Sight {
  const w = before.fitted.w * sight.scale || 1;
  const h = before.fitted.h * sight.scale || 1;
  const cx = (before.surface.w / 2 - sight.x) / w;
  const cy = (before.surface.h / 2 - sight.y) / h;
  return clampSight({
    scale: sight.scale,
    x: after.surface.w / 2 - cx * after.fitted.w * sight.scale,
    y: after.surface.h / 2 - cy * after.fitted.h * sight.scale,
  }, after.surface, after.fitted);
}

const round = (n: number): number => Math.round(n * 10_000) / 10_000;
