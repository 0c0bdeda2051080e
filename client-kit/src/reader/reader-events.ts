import type { PresenterState } from "./follow.ts";
import type { Point, Rect } from "./manifest.ts";

export type Panel = "pages" | "contents" | "search" | "view" | "goto";

/** Words of a page to be marked, by their index in its word file. */
export interface Highlight {
  readonly page: number;
  readonly words: readonly number[];
  readonly current?: boolean;
}

/** How a page lies: scale over the fitted size, and the page's point in the middle of the surface, 0..1. */
export interface Look { readonly scale: number; readonly cx: number; readonly cy: number }

export type Trouble = { readonly page: number; readonly why: "failed" | "missing" } | null;

/** A detail of each event the reader sends; all bubble. */
export interface ReaderEvents {
  "page-change": { page: number; byUser: boolean };
  "page-shown": { page: number };
  "area-change": { page: number; rect: Rect; byUser: boolean };
  /** At each move, unlike area-change. */
  "sight-change": { sight: Look; byUser: boolean };
  "present": { paper: string; page: number; rect: Rect; pointer: Point | null };
  "wander": { page: number; presenter: PresenterState };
  "follow-change": { wandering: boolean; presenter: PresenterState | null };
  "panel-change": { panel: Panel | null };
  "middle-tap": { page: number };
}
