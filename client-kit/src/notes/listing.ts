import type { MeetingView, Note, NoteBody } from "../proto/protocol.ts";
import { alike } from "./alike.ts";

/** Strokes of one page drawn with pauses shorter than this are one line of the list. */
const SAME_DRAWING_MS = 60_000;

export type NoteKind = NoteBody["kind"];

/** One line of a list: a text, a highlight, or the strokes of one drawing. */
export interface Entry {
  /** of its first note */
  readonly id: string;
  readonly kind: NoteKind;
  readonly paper: string;
  readonly page: number;
  /** never empty, oldest first */
  readonly notes: readonly Note[];
}

export interface PaperEntries {
  readonly paper: string;
  readonly entries: readonly Entry[];
}

/** x, y, width, height in 1/20 pt from the top left corner of the page. */
export type Bounds = readonly [number, number, number, number];

/** A text note has a place but no extent: what its sign takes up. */
const TEXT_SIGN = 480;

export function boundsOf(body: NoteBody): Bounds {
  switch (body.kind) {
    case "highlight": return around(body.quads.flatMap(([x = 0, y = 0, w = 0, h = 0]) => [[x, y], [x + w, y + h]] as const));
    case "text": return [(body.at[0] ?? 0) - TEXT_SIGN / 2, (body.at[1] ?? 0) - TEXT_SIGN / 2, TEXT_SIGN, TEXT_SIGN];
    case "ink": return around(pointsOf(body.points));
  }
}

/** All of them together. */
export function boundsOfAll(notes: readonly Note[]): Bounds {
  return around(notes.flatMap((note) => {
    const [x, y, w, h] = boundsOf(note.body);
    return [[x, y], [x + w, y + h]] as const;
  }));
}

/** Absolute places of a stroke, which is kept as a place and steps from it. */
export function pointsOf(steps: readonly number[]): [number, number][] {
  const points: [number, number][] = [];
  let [x, y] = [0, 0];
  for (let n = 0; n + 1 < steps.length; n += 2) {
    x += steps[n] ?? 0;
    y += steps[n + 1] ?? 0;
    points.push([x, y]);
  }
  return points;
}

function around(points: readonly (readonly [number, number])[]): Bounds {
  if (points.length === 0) return [0, 0, 0, 0];
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of points) {
    left = Math.min(left, x);
    top = Math.min(top, y);
    right = Math.max(right, x);
    bottom = Math.max(bottom, y);
  }
  return [left, top, right - left, bottom - top];
}

/** Notes as lines: strokes of one drawing together as long as the same people may see them and the same became of them. */
export function entriesOf(notes: readonly Note[]): Entry[] {
  const entries: (Entry & { notes: Note[] })[] = [];
  const drawings = new Map<string, Entry & { notes: Note[] }>();
  for (const note of [...notes].sort((a, b) => a.madeAt - b.madeAt)) {
    const key = `${note.paper}/${note.page}`;
    const drawing = drawings.get(key);
    const last = drawing?.notes.at(-1);
    if (note.body.kind === "ink" && drawing !== undefined && last !== undefined && note.madeAt - last.madeAt < SAME_DRAWING_MS && belongs(last, note)) {
      drawing.notes.push(note);
      continue;
    }
    const entry = { id: note.id, kind: note.body.kind, paper: note.paper, page: note.page, notes: [note] };
    if (note.body.kind === "ink") drawings.set(key, entry);
    entries.push(entry);
  }
  return entries;
}

const belongs = (a: Note, b: Note): boolean => a.opinion === b.opinion && alike(a.share, b.share) && a.carried?.fate === b.carried?.fate && a.copyOf === b.copyOf;

/** By paper in the order of the agenda, then by page and place on it: as one reads. */
export function byPaper(entries: readonly Entry[], view: MeetingView): PaperEntries[] {
  const papers = view.agenda.order.flatMap((item) => view.agenda.items[item]?.papers ?? []);
  const place = (paper: string): number => (papers.includes(paper) ? papers.indexOf(paper) : papers.length);
  const ids = [...new Set(entries.map((entry) => entry.paper))].sort((a, b) => place(a) - place(b) || (a < b ? -1 : 1));
  const top = new Map(entries.map((entry) => [entry, boundsOfAll(entry.notes)[1]]));
  return ids.map((paper) => ({ paper, entries: entries.filter((entry) => entry.paper === paper).sort((a, b) => a.page - b.page || (top.get(a) ?? 0) - (top.get(b) ?? 0)) }));
}

/** Printed words that an entry is about. */
export function quoteOf({ notes: [first] }: Entry): string {
  const body = first?.body;
  return (body?.kind === "highlight" ? body.quote.exact : body?.kind === "text" ? body.quote?.exact : undefined)?.replace(/\s+/g, " ").trim() ?? "";
}

/** The owner's own words. */
export function textOf({ notes: [first] }: Entry): string {
  return first?.body.kind === "text" ? first.body.text : "";
}
