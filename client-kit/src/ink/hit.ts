import type { Note } from "../proto/protocol.ts";
import { around, boxOf, lineOf, meet, toSegment, type Box, type Line, type Spot } from "./stroke.ts";

/** How far a pinned text reaches from its place: the pin's own size on paper. */
const PIN_UNITS = 160;

/** What is drawn of a note, made once for each body. */
export interface Shape {
  readonly box: Box;
  /** Strokes only. */
  readonly line: Line | null;
}

const shapes = new WeakMap<Note["body"], Shape>();

export function shapeOf({ body }: Note): Shape {
  const known = shapes.get(body);
  if (known) return known;
  let shape: Shape;
  switch (body.kind) {
    case "ink": {
      const line = lineOf(body);
      shape = { box: boxOf(line.xy, body.width / 2), line };
      break;
    }
    case "highlight": shape = { box: around(body.quads.map((q) => boxFrom(q))), line: null }; break;
    case "text": shape = { box: [body.at[0]! - PIN_UNITS, body.at[1]! - PIN_UNITS, 2 * PIN_UNITS, 2 * PIN_UNITS], line: null }; break;
  }
  shapes.set(body, shape);
  return shape;
}

export const boxFrom = (quad: readonly number[]): Box => [quad[0] ?? 0, quad[1] ?? 0, quad[2] ?? 0, quad[3] ?? 0];

/** Whether a sweep from one place to another, `reach` wide on either side, touches the note. */
export function touches(note: Note, from: Spot, to: Spot, reach: number): boolean {
  const { box, line } = shapeOf(note);
  if (!meet(box, boxOf([...from, ...to], reach))) return false;
  const { body } = note;
  if (body.kind === "text") return true;
  if (body.kind === "highlight") return body.quads.some((q) => sweeps(boxFrom(q), from, to, reach));
  const { xy } = line!;
  const within = reach + body.width / 2;
  if (xy.length === 2) return toSegment(xy[0]!, xy[1]!, ...from, ...to) <= within;
  for (let i = 2; i < xy.length; i += 2) {
    if (apart([xy[i - 2]!, xy[i - 1]!], [xy[i]!, xy[i + 1]!], from, to) <= within) return true;
  }
  return false;
}

function sweeps([x, y, w, h]: Box, from: Spot, to: Spot, reach: number): boolean {
  const inside = ([px, py]: Spot): boolean => px >= x - reach && px <= x + w + reach && py >= y - reach && py <= y + h + reach;
  if (inside(from) || inside(to)) return true;
  const corners: Spot[] = [[x, y], [x + w, y], [x + w, y + h], [x, y + h]];
  return corners.some((c, i) => apart(c, corners[(i + 1) % 4]!, from, to) <= reach);
}

/** Distance of two segments; 0 when they cross. */
function apart(a: Spot, b: Spot, c: Spot, d: Spot): number {
  if (side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0) return 0;
  return Math.min(toSegment(...a, ...c, ...d), toSegment(...b, ...c, ...d), toSegment(...c, ...a, ...b), toSegment(...d, ...a, ...b));
}

const side = (a: Spot, b: Spot, p: Spot): number => Math.sign((b[0] - a[0]) * (p[1] - a[1]) - (b[1] - a[1]) * (p[0] - a[0]));

/** A loop drawn by hand takes a stroke when most of its points lie inside, and a pin or a marked text by its middle. */
export function encloses(loop: readonly number[], note: Note): boolean {
  const { box, line } = shapeOf(note);
  if (!meet(box, boxOf(loop))) return false;
  if (!line) return inside(loop, box[0] + box[2] / 2, box[1] + box[3] / 2);
  let within = 0;
  for (let i = 0; i < line.xy.length; i += 2) if (inside(loop, line.xy[i]!, line.xy[i + 1]!)) within++;
  return within * 2 > line.xy.length / 2;
}

/** Even-odd rule; the loop closes by itself. */
export function inside(loop: readonly number[], x: number, y: number): boolean {
  let odd = false;
  const last = loop.length - 2;
  for (let i = 0, j = last; i <= last; j = i, i += 2) {
    const [xi, yi, xj, yj] = [loop[i]!, loop[i + 1]!, loop[j]!, loop[j + 1]!];
    if (yi > y !== yj > y && x < ((xj - xi) * (y - yi)) / (yj - yi) + xi) odd = !odd;
  }
  return odd;
}
