import { shapeOf } from "./hit.ts";
import type { Ink } from "./ink.ts";
import { around } from "./stroke.ts";

/** What is selected lies in the upper half of what is in sight: words about it stand below. */
export function selectedAbove(ink: Ink): boolean {
  const boxes = ink.shown.filter(({ note }) => ink.selected.includes(note.id)).map(({ note }) => shapeOf(note).box);
  if (boxes.length === 0) return false;
  const [, y, , h] = around(boxes);
  const [, top, , height] = ink.reader.rect;
  return (y + h / 2) / ink.size.h < top + height / 2;
}

/** The note that is being written is pinned where its sheet would stand. */
export function writesAtRight(ink: Ink): boolean {
  const body = ink.writing?.note.body;
  const [left, , width] = ink.reader.rect;
  return body?.kind === "text" && body.at[0]! / ink.size.w > left + width / 2;
}
