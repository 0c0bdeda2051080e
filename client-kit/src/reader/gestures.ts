import type { Point } from "./manifest.ts";
import { clampSight, pinch, type Sight, type Size } from "./zoom.ts";

/** A finger that has moved less than this has tapped. */
export const TAP_SLOP_PX = 10;
export const TAP_TIME_MS = 600;
export const SWIPE_PX = 56;
/** Share of the surface at its left and right that turns the page when tapped, and its least width. */
export const EDGE_SHARE = 0.14;
export const EDGE_MIN_PX = 56;
/** How much of a swipe the page itself goes along, to show that it was felt. */
const NUDGE = 0.3;

/** What fingers do to the page. Nothing but a transform changes between `touched` and `released`. */
export interface Hand {
  sight(): Sight;
  surface(): Size;
  fitted(): Size;
  touched(): void;
  /** `zoomed` is false for a mere nudge that the release takes back. */
  moved(sight: Sight, zoomed: boolean): void;
  released(): void;
  turn(step: 1 | -1): void;
  tapped(at: Point): void;
}

interface Press { id: number; from: Point; at: Point; startedAt: number; sight: Sight }

/** Turns pointer events (surface pixels, milliseconds) into pan, pinch, swipe and tap. */
export class Gestures {
  #first: Press | null = null;
  #second: Press | null = null;
  #pinchFrom: Sight | null = null;
  #moved = false;
  /** After a pinch the finger that stays may pan, but neither tap nor swipe. */
  #spent = false;
  #pull = 0;

  constructor(private readonly hand: Hand) {}

  get active(): boolean { return this.#first !== null; }

  down(id: number, at: Point, now: number): void {
    if (!this.#first) {
      this.#first = { id, from: at, at, startedAt: now, sight: this.hand.sight() };
      this.#moved = false;
      this.#spent = false;
      this.#pull = 0;
      this.hand.touched();
    } else if (!this.#second && id !== this.#first.id) {
      this.#second = { id, from: at, at, startedAt: now, sight: this.hand.sight() };
      this.#first.from = this.#first.at;
      this.#pinchFrom = this.hand.sight();
      this.#spent = true;
    }
  }

  move(id: number, at: Point): void {
    const press = this.#press(id);
    if (!press || !this.#first) return;
    press.at = at;
    if (this.#second && this.#pinchFrom) {
      this.hand.moved(pinch(this.#pinchFrom, [this.#first.from, this.#second.from], [this.#first.at, this.#second.at]), true);
      return;
    }
    if (!this.#moved && Math.hypot(at[0] - press.from[0], at[1] - press.from[1]) < TAP_SLOP_PX) return;
    this.#moved = true;
    this.#drag(press);
  }

  up(id: number, at: Point, now: number): void {
    const press = this.#press(id);
    if (!press) return;
    this.move(id, at);
    if (this.#second) {
      const stays = press === this.#first ? this.#second : this.#first!;
      this.#second = null;
      this.#pinchFrom = null;
      this.#first = { ...stays, from: stays.at, sight: this.hand.sight() };
      return;
    }
    const tap = !this.#moved && !this.#spent && now - press.startedAt < TAP_TIME_MS;
    const swipe = this.#moved && !this.#spent && Math.abs(this.#pull) > SWIPE_PX && Math.abs(this.#pull) > 1.3 * Math.abs(at[1] - press.from[1]);
    const step = this.#pull < 0 ? 1 : -1;
    this.#first = null;
    this.hand.released();
    if (tap) this.hand.tapped(at);
    else if (swipe) this.hand.turn(step);
  }

  cancel(id: number): void {
    if (!this.#press(id)) return;
    this.#first = null;
    this.#second = null;
    this.#pinchFrom = null;
    this.hand.released();
  }

  #press(id: number): Press | null {
    return this.#first?.id === id ? this.#first : this.#second?.id === id ? this.#second : null;
  }

  /** Pans as far as the page goes; what is pulled beyond its side is a swipe. */
  #drag(press: Press): void {
    const wanted = { ...press.sight, x: press.sight.x + press.at[0] - press.from[0], y: press.sight.y + press.at[1] - press.from[1] };
    const held = clampSight(wanted, this.hand.surface(), this.hand.fitted());
    this.#pull = wanted.x - held.x;
    const panned = Math.abs(held.x - press.sight.x) > 1 || Math.abs(held.y - press.sight.y) > 1;
    this.hand.moved({ ...held, x: held.x + (this.#spent ? 0 : this.#pull * NUDGE) }, panned);
  }
}

/** Which edge a tap fell on: -1 back, 1 forward, 0 neither. */
export function edgeOf(at: Point, surface: Size): -1 | 0 | 1 {
  const edge = Math.min(surface.w / 3, Math.max(EDGE_MIN_PX, surface.w * EDGE_SHARE));
  return at[0] < edge ? -1 : at[0] > surface.w - edge ? 1 : 0;
}
