import type { NoteBody } from "../proto/protocol.ts";
import { lineOf, pieces } from "./stroke.ts";

/** One stroke of the room. */
export interface Band {
  /** Whole page units: x, y, x, y … */
  readonly xy: readonly number[];
  readonly width: number;
}

/** `Live.Stroke.POINTS` and `WIDTH` of the server. */
export const ROOM_STROKE_POINTS = 2_000;
const WIDTH_LIMIT = 1_000;

/**
 * A note as strokes before the room: ink in pieces, marked words as one wide stroke of the marker through each of their lines. A pinned
 * text is none: it is read, not watched.
 */
export function bandsOf(body: NoteBody | { readonly kind: "highlight"; readonly quads: readonly (readonly number[])[] }): Band[] {
  switch (body.kind) {
    case "ink": return pieces(lineOf(body), ROOM_STROKE_POINTS).map(({ xy }) => ({ xy, width: body.width }));
    case "highlight": return body.quads.map(([x = 0, y = 0, w = 0, h = 0]) => {
      const width = Math.max(1, Math.min(Math.round(h), WIDTH_LIMIT));
      // its round ends lie within the words
      const inset = Math.min(width, w) / 2;
      const middle = Math.round(y + h / 2);
      return { xy: [Math.round(x + inset), middle, Math.max(Math.round(x + w - inset), Math.round(x + inset) + 1), middle], width };
    });
    case "text": return [];
  }
}
