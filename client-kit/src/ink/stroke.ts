import type { NoteBody } from "../proto/protocol.ts";

/** Places on a page are 1/20 pt from its top left corner as it is seen (docs/notes.md). */
export const UNITS_PER_PT = 20;
/** A manifest's lengths are 0.1 pt. */
export const UNITS_PER_TENTH = UNITS_PER_PT / 10;
/** Points of a stroke that lie nearer to its line than this say nothing: 0.3 pt. */
export const SIMPLIFY_UNITS = 0.3 * UNITS_PER_PT;
/** `NoteLimits.POINTS` of the server; a longer line becomes several notes. */
export const POINTS_LIMIT = 4_000;
const PRESSURE_MOST = 255;

export type Spot = readonly [x: number, y: number];
/** x, y, width, height. */
export type Box = readonly [number, number, number, number];
export interface PageSize { readonly w: number; readonly h: number }
export type Ink = Extract<NoteBody, { kind: "ink" }>;

/** Where a pen was, in page units that are not yet whole; pressure 0..1, null where the device gives none. */
export interface Sample { readonly x: number; readonly y: number; readonly pressure: number | null }

/** A stroke as it is drawn: x, y, x, y … in whole page units. */
export interface Line {
  readonly xy: readonly number[];
  /** 0..255, one a point. */
  readonly pressure: readonly number[] | null;
}

/** Samples to whole units, one point each. Pressure is kept when each sample has one. */
export function quantised(samples: readonly Sample[]): Line {
  const xy: number[] = [];
  const pressure: number[] = [];
  for (const { x, y, pressure: p } of samples) {
    xy.push(Math.round(x), Math.round(y));
    if (p !== null) pressure.push(Math.round(Math.min(1, Math.max(0, p)) * PRESSURE_MOST));
  }
  return { xy, pressure: samples.length > 0 && pressure.length === samples.length ? pressure : null };
}

/** Leaves out the points that lie within `tolerance` of the line through those that stay (Douglas and Peucker 1973). */
export function simplified(line: Line, tolerance = SIMPLIFY_UNITS): Line {
  const { xy, pressure } = line;
  const count = xy.length / 2;
  if (count <= 2) return count === 2 && xy[0] === xy[2] && xy[1] === xy[3] ? kept(xy, pressure, [true, false]) : line;
  const keep = new Array<boolean>(count).fill(false);
  keep[0] = keep[count - 1] = true;
  const spans: [number, number][] = [[0, count - 1]];
  for (let span = spans.pop(); span; span = spans.pop()) {
    const [from, to] = span;
    let farthest = -1;
    let most = tolerance;
    for (let i = from + 1; i < to; i++) {
      const away = toSegment(xy[2 * i]!, xy[2 * i + 1]!, xy[2 * from]!, xy[2 * from + 1]!, xy[2 * to]!, xy[2 * to + 1]!);
      if (away > most) { most = away; farthest = i; }
    }
    if (farthest < 0) continue;
    keep[farthest] = true;
    spans.push([from, farthest], [farthest, to]);
  }
  const ends = xy[0] === xy[xy.length - 2] && xy[1] === xy[xy.length - 1];
  // A dot that trembled is a dot.
  if (ends && keep.filter(Boolean).length === 2) keep[count - 1] = false;
  return kept(xy, pressure, keep);
}

function kept(xy: readonly number[], pressure: readonly number[] | null, keep: readonly boolean[]): Line {
  return { xy: xy.filter((_, i) => keep[i >> 1]), pressure: pressure?.filter((_, i) => keep[i]) ?? null };
}

/** Pieces no longer than a note may be; each begins where the last ended. */
export function pieces(line: Line, limit = POINTS_LIMIT): Line[] {
  const count = line.xy.length / 2;
  if (count <= limit) return [line];
  const found: Line[] = [];
  for (let from = 0; from < count - 1; from += limit - 1) {
    found.push({ xy: line.xy.slice(2 * from, 2 * (from + limit)), pressure: line.pressure?.slice(from, from + limit) ?? null });
  }
  return found;
}

/** x, y of the first point, then dx, dy of each following one. */
export function deltas(xy: readonly number[]): number[] {
  return xy.map((n, i) => (i < 2 ? n : n - xy[i - 2]!));
}

export function lineOf(ink: Ink): Line {
  const xy: number[] = [];
  ink.points.forEach((n, i) => xy.push(i < 2 ? n : n + xy[i - 2]!));
  return { xy, pressure: ink.pressure ?? null };
}

/** The stroke moved by whole units: only its first point is written down as a place. */
export function shifted(ink: Ink, dx: number, dy: number): Ink {
  return { ...ink, points: ink.points.map((n, i) => (i === 0 ? n + Math.round(dx) : i === 1 ? n + Math.round(dy) : n)) };
}

export function boxOf(xy: readonly number[], margin = 0): Box {
  let [l, t, r, b] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i < xy.length; i += 2) {
    l = Math.min(l, xy[i]!);
    r = Math.max(r, xy[i]!);
    t = Math.min(t, xy[i + 1]!);
    b = Math.max(b, xy[i + 1]!);
  }
  return [l - margin, t - margin, r - l + 2 * margin, b - t + 2 * margin];
}

export const meet = (a: Box, b: Box): boolean => a[0] <= b[0] + b[2] && b[0] <= a[0] + a[2] && a[1] <= b[1] + b[3] && b[1] <= a[1] + a[3];

export function around(boxes: readonly Box[]): Box {
  return boxOf(boxes.flatMap(([x, y, w, h]) => [x, y, x + w, y + h]));
}

/** Distance of a point from a segment. */
export function toSegment(px: number, py: number, ax: number, ay: number, bx: number, by: number): number {
  const dx = bx - ax;
  const dy = by - ay;
  const length = dx * dx + dy * dy;
  const t = length === 0 ? 0 : Math.min(1, Math.max(0, ((px - ax) * dx + (py - ay) * dy) / length));
  return Math.hypot(px - ax - t * dx, py - ay - t * dy);
}
