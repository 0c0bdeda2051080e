import type { Colour, Note } from "../proto/protocol.ts";
import { boxFrom, shapeOf } from "./hit.ts";
import type { Box, Line } from "./stroke.ts";

/** What is used of a canvas; tests count its calls. */
export type Brush = Pick<CanvasRenderingContext2D,
  "setTransform" | "clearRect" | "save" | "restore" | "beginPath" | "moveTo" | "lineTo" | "quadraticCurveTo" | "arc" | "rect" | "stroke" | "fill" | "clip" | "setLineDash"
  | "strokeStyle" | "fillStyle" | "lineWidth" | "lineCap" | "lineJoin" | "globalCompositeOperation" | "globalAlpha">;

/** Where the hand's stroke is painted: perhaps on several canvases, of which each brush paints its part. */
export interface Wet {
  /** Paints within a box of the page, in page units; once for each canvas that meets it. */
  over(box: Box, paint: (brush: Brush) => void): void;
}

/** How ink looks on the page as it lies: colours come from the tokens. */
export interface Look {
  readonly pen: Readonly<Record<Colour, string>>;
  readonly mark: Readonly<Record<Colour, string>>;
  /** A marker darkens a white page and lightens a dark one. */
  readonly blend: "multiply" | "screen";
  readonly check: string;
  readonly shared: string;
  readonly lasso: string;
  /** Strokes with pressure swell with it. */
  readonly pressure: boolean;
}

/** Corners are rounded no farther than this from their point, so that a drawn box stays one: 1.2 pt. */
const ROUND_UNITS = 24;
/** An outline stands this far from what it frames. */
export const OUTLINE_MARGIN = 40;

/** The width of a line at a pressure of 0..255. */
export const widthAt = (width: number, pressure: number): number => width * (0.4 + 1.2 * (pressure / 255));

export function paintNote(brush: Brush, note: Note, look: Look): void {
  const { body } = note;
  switch (body.kind) {
    case "ink": {
      const { line } = shapeOf(note);
      if (body.tool === "MARKER") marked(brush, look, () => paintLine(brush, line!, body.width, look.mark[body.colour], false));
      else paintLine(brush, line!, body.width, look.pen[body.colour], look.pressure);
      return;
    }
    case "highlight":
      marked(brush, look, () => paintQuads(brush, body.quads, look.mark[body.colour]));
      return;
    case "text": return;
  }
}

function marked(brush: Brush, look: Look, paint: () => void): void {
  brush.globalCompositeOperation = look.blend;
  paint();
  brush.globalCompositeOperation = "source-over";
}

export function paintQuads(brush: Brush, quads: readonly (readonly number[])[], colour: string): void {
  brush.fillStyle = colour;
  brush.beginPath();
  for (const quad of quads) brush.rect(...boxFrom(quad));
  brush.fill();
}

/** Marked words under the hand. */
export function paintWetQuads(wet: Wet, quads: readonly (readonly number[])[], colour: string): void {
  for (const quad of quads) wet.over(boxFrom(quad), (brush) => paintQuads(brush, [quad], colour));
}

export function paintLine(brush: Brush, { xy, pressure }: Line, width: number, colour: string, swells: boolean): void {
  brush.lineCap = brush.lineJoin = "round";
  brush.strokeStyle = brush.fillStyle = colour;
  if (xy.length === 2) {
    dot(brush, xy[0]!, xy[1]!, swells && pressure ? widthAt(width, pressure[0]!) : width);
    return;
  }
  if (swells && pressure) {
    for (let i = 2; i < xy.length; i += 2) {
      brush.lineWidth = widthAt(width, (pressure[i / 2 - 1]! + pressure[i / 2]!) / 2);
      brush.beginPath();
      brush.moveTo(xy[i - 2]!, xy[i - 1]!);
      brush.lineTo(xy[i]!, xy[i + 1]!);
      brush.stroke();
    }
    return;
  }
  brush.lineWidth = width;
  brush.beginPath();
  trace(brush, xy);
  brush.stroke();
}

function dot(brush: Brush, x: number, y: number, width: number): void {
  brush.beginPath();
  brush.arc(x, y, width / 2, 0, 2 * Math.PI);
  brush.fill();
}

/** Straight from point to point with corners rounded a little: what was left out when simplifying comes back as a curve. */
function trace(brush: Brush, xy: readonly number[]): void {
  brush.moveTo(xy[0]!, xy[1]!);
  for (let i = 2; i + 2 < xy.length; i += 2) {
    const [x, y] = [xy[i]!, xy[i + 1]!];
    const [ax, ay] = towards(x, y, xy[i - 2]!, xy[i - 1]!);
    const [bx, by] = towards(x, y, xy[i + 2]!, xy[i + 3]!);
    brush.lineTo(ax, ay);
    brush.quadraticCurveTo(x, y, bx, by);
  }
  brush.lineTo(xy[xy.length - 2]!, xy[xy.length - 1]!);
}

function towards(x: number, y: number, toX: number, toY: number): [number, number] {
  const length = Math.hypot(toX - x, toY - y);
  const share = length === 0 ? 0 : Math.min(0.5, ROUND_UNITS / length);
  return [x + (toX - x) * share, y + (toY - y) * share];
}

/** A frame around something of somebody else's, or something to look at; `px` is one pixel of the screen in page units. */
export function paintOutline(brush: Brush, [x, y, w, h]: Box, colour: string, px: number): void {
  brush.strokeStyle = colour;
  brush.lineWidth = 2 * px;
  brush.setLineDash([6 * px, 4 * px]);
  brush.beginPath();
  brush.rect(x - OUTLINE_MARGIN, y - OUTLINE_MARGIN, w + 2 * OUTLINE_MARGIN, h + 2 * OUTLINE_MARGIN);
  brush.stroke();
  brush.setLineDash([]);
}
