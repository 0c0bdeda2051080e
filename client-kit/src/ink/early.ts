import { UNITS_PER_TENTH, type Sample } from "./stroke.ts";

/** What a pen wrote on a page before the ink was there. */
export interface EarlyLine {
  readonly paper: string;
  readonly page: number;
  /** Lengths of the page, 0.1 pt. */
  readonly w: number;
  readonly h: number;
  /** x and y as shares of the page, pressure 0..1; at least one. */
  readonly places: (readonly [x: number, y: number, pressure: number])[];
  /** The pen's newest event while it is still down. */
  down: PointerEvent | null;
}

export const samplesOf = ({ w, h, places }: EarlyLine): Sample[] =>
  places.map(([x, y, pressure]) => ({ x: x * w * UNITS_PER_TENTH, y: y * h * UNITS_PER_TENTH, pressure }));
