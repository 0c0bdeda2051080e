import type { Note } from "../proto/protocol.ts";
import { shapeOf } from "./hit.ts";
import { paintNote, paintOutline, type Brush, type Look } from "./paint.ts";
import { around, meet, type Box, type PageSize } from "./stroke.ts";
import { aim, type Window } from "./window.ts";

/** A note as the page shows it; `by` names the author of one that is shared. */
export interface Shown { readonly note: Note; readonly by: string | null }

/** What lies near each other of one author gets one frame. */
const CLUSTER_UNITS = 120;

/**
 * The page's notes, flattened into one picture. A new one is painted upon it; only when something else changed all are painted anew.
 * What a stroke costs while it is drawn does not depend on what is here.
 */
export class Board {
  #shown: readonly Shown[] = [];
  #hidden: ReadonlySet<string> = new Set();
  #window: Window | null = null;
  #page: PageSize = { w: 1, h: 1 };

  /** @param later does the work once before the next picture of the screen */
  constructor(private readonly brush: Brush, private look: Look, private readonly later: (work: () => void) => void) {}

  get shown(): readonly Shown[] { return this.#shown; }
  /** A marker or marked text is on the page. */
  get blends(): boolean { return this.#shown.some(({ note: { body } }) => body.kind === "highlight" || (body.kind === "ink" && body.tool === "MARKER")); }
  get empty(): boolean { return this.#shown.every(({ note: { body } }) => body.kind === "text"); }

  /** The canvas has a new size, which has emptied it. */
  fit(window: Window, page: PageSize): void {
    this.#window = window;
    this.#page = page;
    this.repaint();
  }

  dress(look: Look): void {
    this.look = look;
    this.later(this.#repaint);
  }

  show(shown: readonly Shown[]): void {
    const before = this.#shown;
    this.#shown = shown;
    const grows = before.length <= shown.length && before.every((one, i) => alike(one, shown[i]!));
    if (!grows) { this.later(this.#repaint); return; }
    const added = shown.slice(before.length);
    if (!this.#window) return;
    for (const one of added) this.#paint(one);
    if (added.some(framed)) this.later(this.#repaint);
  }

  /** Notes that the hand holds (moved by the lasso) or has wiped over are not painted. */
  hide(ids: ReadonlySet<string>): void {
    if (ids.size === this.#hidden.size && [...ids].every((id) => this.#hidden.has(id))) return;
    this.#hidden = ids;
    this.later(this.#repaint);
  }

  repaint(): void { this.#repaint(); }

  readonly #repaint = (): void => {
    const { brush } = this;
    const window = this.#window;
    if (!window) return;
    brush.setTransform(1, 0, 0, 1, 0, 0);
    brush.clearRect(0, 0, window.w, window.h);
    aim(brush, window, this.#page);
    for (const one of this.#shown) this.#paint(one);
    for (const { box, check } of framesOf(this.#shown.filter(({ note }) => !this.#hidden.has(note.id)))) {
      paintOutline(brush, box, check ? this.look.check : this.look.shared, 1 / window.density);
    }
  };

  #paint({ note }: Shown): void {
    if (!this.#hidden.has(note.id)) paintNote(this.brush, note, this.look);
  }
}

const needsLook = ({ note: { carried } }: Shown): boolean => carried?.fate === "CHECK" && !carried.seen;
const framed = (one: Shown): boolean => one.by !== null || needsLook(one);

export interface Frame { readonly box: Box; readonly by: string | null; readonly check: boolean }

/** Frames of what others share and of what came over doubtfully; neighbours share one. */
export function framesOf(shown: readonly Shown[]): Frame[] {
  const frames: Frame[] = [];
  for (const one of shown) {
    if (!framed(one)) continue;
    let frame: Frame = { box: shapeOf(one.note).box, by: one.by, check: one.by === null };
    for (let i = frames.length - 1; i >= 0; i--) {
      const other = frames[i]!;
      const [x, y, w, h] = other.box;
      if (other.by !== frame.by || other.check !== frame.check || !meet(frame.box, [x - CLUSTER_UNITS, y - CLUSTER_UNITS, w + 2 * CLUSTER_UNITS, h + 2 * CLUSTER_UNITS])) continue;
      frames.splice(i, 1);
      frame = { ...frame, box: around([frame.box, other.box]) };
    }
    frames.push(frame);
  }
  return frames;
}

/** The server's answer brings the same note as another object: that is no change to the picture. */
function alike(a: Shown, b: Shown): boolean {
  if (a.by !== b.by || a.note.id !== b.note.id || needsLook(a) !== needsLook(b)) return false;
  return a.note === b.note || a.note.body === b.note.body || JSON.stringify(a.note.body) === JSON.stringify(b.note.body);
}
