import { svg, type SVGTemplateResult, type TemplateResult, html } from "lit";
import type { Note } from "../proto/protocol.ts";
import { boundsOfAll, pointsOf } from "./listing.ts";

/** Room around a drawing, 1/20 pt, and the least it shows: a dot is not blown up to a blot. */
const MARGIN = 120;
const LEAST = 900;

/** The strokes of a drawing, small, as wide as they are on the page. */
export function drawing(notes: readonly Note[]): TemplateResult {
  const [x, y, w, h] = boundsOfAll(notes);
  const [width, height] = [Math.max(w + 2 * MARGIN, LEAST), Math.max(h + 2 * MARGIN, LEAST / 2)];
  const box = [x + w / 2 - width / 2, y + h / 2 - height / 2, width, height].map(Math.round).join(" ");
  // thin lines of a large drawing would vanish
  const least = width / 90;
  return html`<svg class="nb-drawing" viewBox=${box} preserveAspectRatio="xMidYMid meet" focusable="false" aria-hidden="true">${notes.map((note) => stroke(note, least))}</svg>`;
}

function stroke({ body }: Note, least: number): SVGTemplateResult | null {
  if (body.kind !== "ink") return null;
  const [first, ...rest] = pointsOf(body.points);
  if (first === undefined) return null;
  const path = `M${first.join(" ")}${rest.length === 0 ? "h0" : rest.map((point) => `L${point.join(" ")}`).join("")}`;
  return svg`<path class=${`is-${body.tool.toLowerCase()} is-${body.colour.toLowerCase()}`} d=${path} stroke-width=${Math.round(Math.max(body.width, least))}></path>`;
}
