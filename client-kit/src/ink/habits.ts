import type { Colour } from "../proto/protocol.ts";
import { COLOURS, WIDTHS } from "./look.ts";

/** How a person writes, kept on the device. */
export interface InkHabits {
  /** Of pen and notes. */
  readonly colour: Colour;
  /** Of marker and marked text. */
  readonly marker: Colour;
  /** Page units. */
  readonly width: number;
  readonly pressure: boolean;
  /** What others share is shown. */
  readonly shared: boolean;
  /** A pen has been seen on this device. */
  readonly pen: boolean;
}

const FIRST: InkHabits = { colour: "BLUE", marker: "BLACK", width: WIDTHS[1], pressure: false, shared: true, pen: false };
const key = (person: string): string => `nghisu.ink.${person}`;

export function readHabits(store: Storage, person: string): InkHabits {
  try {
    const raw = JSON.parse(store.getItem(key(person)) ?? "null") as Partial<Record<keyof InkHabits, unknown>> | null;
    if (!raw || typeof raw !== "object") return FIRST;
    const colour = (wanted: unknown, otherwise: Colour): Colour => COLOURS.find((one) => one === wanted) ?? otherwise;
    return {
      colour: colour(raw.colour, FIRST.colour), marker: colour(raw.marker, FIRST.marker), width: WIDTHS.find((one) => one === raw.width) ?? FIRST.width,
      pressure: raw.pressure === true, shared: raw.shared !== false, pen: raw.pen === true,
    };
  } catch {
    // What can't be read is forgotten: a habit is no reason to stop.
    return FIRST;
  }
}

export function keepHabits(store: Storage, person: string, habits: InkHabits): void {
  if (!person) return;
  try {
    store.setItem(key(person), JSON.stringify(habits));
  } catch {
    // Storage may be closed to us or full; the habit then lasts until the page is left.
  }
}

/** At sign-out of a shared tablet. */
export function forgetInkHabits(store: Storage, person: string): void {
  try {
    store.removeItem(key(person));
  } catch {
    return;
  }
}
