import { isChanged, shareOf, type PageChange } from "./changes.ts";

/**
 * Draws what changed over a page: came (tinted, underlined), went (a wedge where it stood), looks different (a frame), wholly new (a bar at
 * the edge). The layer lies in the reader's overlay and moves with the page; shape tells as well as colour.
 */
export function markChanges(layer: HTMLElement, change: PageChange | null, page: { readonly w: number; readonly h: number }): void {
  if (!change || !isChanged(change)) { layer.replaceChildren(); return; }
  const marks: HTMLElement[] = [];
  const put = (box: readonly number[], name: string): void => {
    const [x, y, w, h] = shareOf(box, page);
    const mark = document.createElement("div");
    mark.className = `nsc-mark ${name}`;
    Object.assign(mark.style, { left: `${(x * 100).toFixed(3)}%`, top: `${(y * 100).toFixed(3)}%`, width: `${(w * 100).toFixed(3)}%`, height: `${(h * 100).toFixed(3)}%` });
    marks.push(mark);
  };
  for (const span of change.spans ?? []) for (const box of span.boxes) put(box, `is-${span.op.toLowerCase()}`);
  for (const region of change.regions ?? []) put(region, "is-region");
  const edge = document.createElement("div");
  edge.className = change.kind === "NEW" ? "nsc-edge is-new" : "nsc-edge";
  layer.replaceChildren(edge, ...(change.kind === "NEW" ? [] : marks));
}
