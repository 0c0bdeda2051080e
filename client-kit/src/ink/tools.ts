import type { Act } from "../notes/notebook.ts";
import type { Colour, Note, NoteBody } from "../proto/protocol.ts";
import type { Rect } from "../reader/manifest.ts";
import type { Words } from "../reader/words.ts";
import { encloses, inside, shapeOf, touches } from "./hit.ts";
import { MARKER_TIMES } from "./look.ts";
import { between, firstInSight, highlightOf, quadsOf, wordNear } from "./marking.ts";
import { paintNote, paintWetQuads, type Look, type Wet } from "./paint.ts";
import { around, boxOf, deltas, pieces, shifted, simplified, type Line, type PageSize, type Sample, type Spot } from "./stroke.ts";
import type { RoomLine } from "./room-pen.ts";
import { WetStroke } from "./wet.ts";

export type ToolName = "pen" | "marker" | "highlight" | "text" | "eraser" | "lasso";

/** The page that tools work on; all places are page units. */
export interface Paper {
  readonly look: Look;
  readonly colour: Colour;
  readonly width: number;
  /** Page units for one pixel of the screen. */
  readonly unit: number;
  /** False keeps every point as it came: for measuring only. */
  readonly simplify: boolean;
  readonly selected: readonly string[];
  mine(): readonly Note[];
  words(): Words | null;
  make(body: NoteBody): Note;
  do(act: Act): void;
  /** The room that may see the stroke while it is drawn; null when nobody does. */
  before(tool: "PEN" | "MARKER", colour: Colour, width: number): RoomLine | null;
  wet(blending: boolean): Wet;
  clearWet(): void;
  shiftWet(dx: number, dy: number): void;
  hide(ids: ReadonlySet<string>): void;
  select(ids: readonly string[]): void;
  openText(note: Note, fresh: boolean): void;
  /** There are no words under the hand. */
  noWords(): void;
}

/** One stroke of the hand with a tool. */
export interface Stroke {
  add(samples: readonly Sample[], foreseen: readonly Sample[]): void;
  end(): void;
  drop(): void;
}

const ERASER_PX = 12;
const TAP_PX = 8;
/** A pen that always says this has no pressure (Pointer Events 3, 4.1.1). */
const NO_PRESSURE = 0.5;

export const strokes: Readonly<Record<ToolName, (paper: Paper, first: Sample) => Stroke>> = {
  pen: (paper, first) => write(paper, first, "PEN"),
  marker: (paper, first) => write(paper, first, "MARKER"),
  highlight, text, eraser, lasso,
};

function write(paper: Paper, first: Sample, tool: "PEN" | "MARKER"): Stroke {
  const { look, colour } = paper;
  const width = tool === "MARKER" ? paper.width * MARKER_TIMES : paper.width;
  const wet = new WetStroke(paper.wet(tool === "MARKER"), { colour: (tool === "MARKER" ? look.mark : look.pen)[colour], width, swells: tool === "PEN" && look.pressure });
  let presses = first.pressure !== null && first.pressure !== NO_PRESSURE;
  wet.add([first]);
  const room = paper.before(tool, colour, width);
  room?.grow([first]);
  return {
    add(samples, foreseen) {
      room?.grow(samples);
      presses ||= samples.some(({ pressure }) => pressure !== null && pressure !== NO_PRESSURE);
      wet.add(samples, foreseen);
    },
    end() {
      const line = paper.simplify ? simplified(wet.line) : wet.line;
      const notes = pieces(line).map((piece) => paper.make(inkOf(presses ? piece : { ...piece, pressure: null }, tool, colour, width)));
      paper.do({ put: notes });
      room?.end(notes);
      paper.clearWet();
    },
    drop() { room?.drop(); paper.clearWet(); },
  };
}

function inkOf({ xy, pressure }: Line, tool: "PEN" | "MARKER", colour: Colour, width: number): NoteBody {
  return { kind: "ink", tool, colour, width, points: deltas(xy), ...(pressure ? { pressure: [...pressure] } : {}) };
}

/** Drags over words; a tap on marked text takes it up, to mend its ends or its colour. */
function highlight(paper: Paper, first: Sample): Stroke {
  const words = paper.words();
  const from = words ? wordNear(words, [first.x, first.y]) : -1;
  let to = from;
  let last = first;
  const wet = paper.wet(true);
  let room: RoomLine | null = null;
  const show = (): void => {
    paper.clearWet();
    if (!words || from < 0) return;
    const quads = quadsOf(words, between(from, to));
    paintWetQuads(wet, quads, paper.look.mark[paper.colour]);
    // a tap may only take up what is marked already
    if (to !== from) room ??= paper.before("MARKER", paper.colour, paper.width);
    room?.mark(quads);
  };
  show();
  return {
    add(samples) {
      last = samples[samples.length - 1] ?? last;
      if (!words || from < 0) return;
      const now = wordNear(words, [last.x, last.y]);
      if (now < 0 || now === to) return;
      to = now;
      show();
    },
    end() {
      paper.clearWet();
      const tapped = from === to ? noteAt(paper, [first.x, first.y], (note) => note.body.kind === "highlight") : undefined;
      if (tapped) { room?.drop(); paper.select([tapped.id]); return; }
      mark(paper, from, to, room);
    },
    drop() { room?.drop(); paper.clearWet(); },
  };
}

/** Marks from one word to another and takes the mark up; false, said on the page, when there is nothing to mark. */
function mark(paper: Paper, from: number, to: number, room: RoomLine | null = null): boolean {
  const words = paper.words();
  const body = words && from >= 0 ? highlightOf(words, from, to, paper.colour) : null;
  if (!body) { room?.drop(); paper.select([]); paper.noWords(); return false; }
  const note = paper.make(body);
  paper.do({ put: [note] });
  (room ?? paper.before("MARKER", paper.colour, paper.width))?.end([note]);
  paper.select([note.id]);
  return true;
}

/** Marks the first word in sight, whose ends are then moved by key. */
export function markFirst(paper: Paper, sight: Rect, page: PageSize): boolean {
  const words = paper.words();
  const first = words ? firstInSight(words, sight, page) : -1;
  return mark(paper, first, first);
}

const noteAt = (paper: Paper, at: Spot, which: (note: Note) => boolean): Note | undefined =>
  [...paper.mine()].reverse().find((note) => which(note) && touches(note, at, at, TAP_PX * paper.unit));

function text(paper: Paper, first: Sample): Stroke {
  let last = first;
  return {
    add(samples) { last = samples[samples.length - 1] ?? last; },
    end() {
      // Who has slipped away from the place didn't mean it.
      if (Math.hypot(last.x - first.x, last.y - first.y) > 4 * TAP_PX * paper.unit) return;
      const there = noteAt(paper, [first.x, first.y], (note) => note.body.kind === "text");
      if (there) paper.openText(there, false);
      else paper.openText(paper.make({ kind: "text", colour: paper.colour, at: [Math.round(first.x), Math.round(first.y)], text: "" }), true);
    },
    drop: () => undefined,
  };
}

/** Whole notes that the sweep touches vanish at once and are taken away together. */
function eraser(paper: Paper, first: Sample): Stroke {
  const gone = new Set<string>();
  let last = first;
  const sweep = (to: Sample): void => {
    const before = gone.size;
    for (const note of paper.mine()) {
      if (!gone.has(note.id) && touches(note, [last.x, last.y], [to.x, to.y], ERASER_PX * paper.unit)) gone.add(note.id);
    }
    last = to;
    if (gone.size > before) paper.hide(new Set(gone));
  };
  sweep(first);
  return {
    add: (samples) => samples.forEach(sweep),
    end() {
      if (gone.size > 0) paper.do({ remove: [...gone] });
      paper.hide(new Set());
    },
    drop: () => paper.hide(new Set()),
  };
}

function lasso(paper: Paper, first: Sample): Stroke {
  const held = paper.mine().filter(({ id }) => paper.selected.includes(id));
  const box = held.length > 0 ? around(held.map((note) => shapeOf(note).box)) : null;
  return box && inside([box[0], box[1], box[0] + box[2], box[1], box[0] + box[2], box[1] + box[3], box[0], box[1] + box[3]], first.x, first.y)
    ? carry(paper, held, first) : loop(paper, first);
}

function loop(paper: Paper, first: Sample): Stroke {
  const path = [first.x, first.y];
  paper.select([]);
  const wet = new WetStroke(paper.wet(false), { colour: paper.look.lasso, width: 2 * paper.unit, swells: false });
  wet.add([first]);
  return {
    add(samples, foreseen) {
      for (const { x, y } of samples) path.push(x, y);
      wet.add(samples, foreseen);
    },
    end() {
      paper.clearWet();
      const [, , w, h] = boxOf(path);
      const tap = Math.max(w, h) < 2 * TAP_PX * paper.unit;
      const at: Spot = [first.x, first.y];
      const found = tap ? [noteAt(paper, at, () => true)].filter((note) => note !== undefined) : paper.mine().filter((note) => encloses(path, note));
      paper.select(found.map(({ id }) => id));
    },
    drop: () => paper.clearWet(),
  };
}

/** Strokes and pins go with the hand; marked text stays with its words. */
function carry(paper: Paper, held: readonly Note[], first: Sample): Stroke {
  const movable = held.filter(({ body }) => body.kind !== "highlight");
  let [dx, dy] = [0, 0];
  paper.hide(new Set(movable.map(({ id }) => id)));
  const wet = paper.wet(false);
  for (const note of movable) wet.over(shapeOf(note).box, (brush) => paintNote(brush, note, paper.look));
  const letGo = (): void => { paper.clearWet(); paper.hide(new Set()); };
  return {
    add(samples) {
      const last = samples[samples.length - 1];
      if (!last) return;
      [dx, dy] = [Math.round(last.x - first.x), Math.round(last.y - first.y)];
      paper.shiftWet(dx, dy);
    },
    end() {
      const put = movable.map((note) => ({ ...note, body: movedBody(note.body, dx, dy) }));
      if (put.length > 0 && (dx !== 0 || dy !== 0)) paper.do({ put });
      letGo();
    },
    drop: letGo,
  };
}

export function movedBody(body: NoteBody, dx: number, dy: number): NoteBody {
  switch (body.kind) {
    case "ink": return shifted(body, dx, dy);
    case "text": return { ...body, at: [body.at[0]! + dx, body.at[1]! + dy] };
    case "highlight": return body;
  }
}
