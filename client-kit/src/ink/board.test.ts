import { describe, expect, it } from "vitest";
import type { Note, NoteBody } from "../proto/protocol.ts";
import { Board, framesOf, type Shown } from "./board.ts";
import { deltas, lineOf, type Ink, type Sample } from "./stroke.ts";
import { countingBrush, LOOK, MemoryNotebook } from "./testing.ts";
import { strokes, type Paper } from "./tools.ts";
import { windowFor } from "./window.ts";
import { WetStroke } from "./wet.ts";

const PAGE = { w: 11_906, h: 16_838 };
const WINDOW = windowFor([0, 0, 1, 1], PAGE, 800);
const book = new MemoryNotebook();
const ink = (xy: number[]): NoteBody => ({ kind: "ink", tool: "PEN", colour: "BLUE", width: 32, points: deltas(xy) });
const old = (count: number): Shown[] => Array.from({ length: count }, (_, i) => ({ note: book.make("p", 1, ink([i * 10, 0, i * 10, 500, i * 10 + 50, 900])), by: null }));

/** Sixty seconds of a pen at 120 Hz, in strokes of three seconds, upon a page that has notes already; counts calls for each event. */
function writeFor60Seconds(olds: number): { dispatched: number[][]; stored: number[][]; most: number } {
  const still = countingBrush();
  const wet = countingBrush();
  const board = new Board(still.brush, LOOK, (work) => work());
  let shown = old(olds);
  board.show(shown);
  board.fit(WINDOW, PAGE);
  const stored: number[][] = [];
  const paper: Paper = {
    look: LOOK, colour: "BLUE", width: 32, unit: 10, simplify: false, selected: [],
    mine: () => shown.map(({ note }) => note), words: () => null, make: (body) => book.make("p", 1, body),
    do: ({ put = [] }) => {
      for (const { body } of put) stored.push([...lineOf(body as Ink).xy]);
      shown = [...shown, ...put.map((note) => ({ note, by: null }))];
      board.show(shown);
    },
    before: () => null, wet: () => wet, clearWet: () => undefined, shiftWet: () => undefined, hide: () => undefined, select: () => undefined, openText: () => undefined, noWords: () => undefined,
  };
  still.reset();
  const dispatched: number[][] = [];
  let most = 0;
  const at = (n: number): Sample => ({ x: 3000 + 2000 * Math.sin(n / 31), y: 4000 + 1500 * Math.cos(n / 47) + n / 9, pressure: 0.3 });
  for (let n = 0; n < 60 * 120;) {
    const points = [Math.round(at(n).x), Math.round(at(n).y)];
    const stroke = strokes.pen(paper, at(n++));
    for (let k = 0; k < 180; k++) {
      const batch = [at(n), at(n + 1)];
      for (const { x, y } of batch) points.push(Math.round(x), Math.round(y));
      n += 2;
      wet.reset();
      stroke.add(batch, [at(n), at(n + 1)]);
      most = Math.max(most, wet.calls());
      expect(still.calls()).toBe(0);
    }
    stroke.end();
    still.reset();
    dispatched.push(points);
  }
  return { dispatched, stored, most };
}

describe("sixty seconds of a pen at 120 Hz (I1)", () => {
  it("every point is stored, and an event costs the same with 200 old strokes as with none", () => {
    const none = writeFor60Seconds(0);
    const many = writeFor60Seconds(200);
    expect(many.stored).toEqual(many.dispatched);
    expect(many.stored.flat().length / 2).toBeGreaterThanOrEqual(60 * 120);
    expect(many.most).toBe(none.most);
  });
});

describe("the page's notes in one picture", () => {
  const fresh = (): { board: Board; still: ReturnType<typeof countingBrush>; queued: (() => void)[] } => {
    const still = countingBrush();
    const queued: (() => void)[] = [];
    const board = new Board(still.brush, LOOK, (work) => queued.push(work));
    return { board, still, queued };
  };

  it("a new note is painted upon it; the server's word that it is saved changes nothing", () => {
    const { board, still, queued } = fresh();
    const notes = old(200);
    board.show(notes);
    board.fit(WINDOW, PAGE);
    still.reset();
    const more = [...notes, ...old(1)];
    board.show(more);
    expect(still.said.filter((s) => s.startsWith("stroke"))).toHaveLength(1);
    board.show(more.map(({ note, by }) => ({ by, note: { ...note, version: 7, body: structuredClone(note.body) } })));
    expect(queued).toEqual([]);
    expect(still.said.filter((s) => s.startsWith("stroke"))).toHaveLength(1);
  });

  it("a removed, moved or hidden one means painting anew, once", () => {
    const { board, still, queued } = fresh();
    const notes = old(5);
    board.show(notes);
    board.fit(WINDOW, PAGE);
    still.reset();
    board.show(notes.slice(1));
    board.hide(new Set([notes[3]!.note.id]));
    expect(still.calls()).toBe(0);
    queued[0]!();
    expect(still.said.filter((s) => s.startsWith("stroke"))).toHaveLength(3);
  });

  it("what one person shares in one place has one frame; what came over doubtfully has one of its own until it was seen", () => {
    const by = (name: string | null, xy: number[], over: Partial<Note> = {}): Shown => ({ by: name, note: { ...book.make("p", 1, ink(xy)), ...over } });
    const carried = { from: "x", paper: "o", page: 1, fate: "CHECK" as const, seen: false };
    const frames = framesOf([by("Lan", [0, 0, 100, 100]), by("Lan", [5000, 0, 5100, 100]), by("Lan", [150, 0, 4900, 90]), by("Minh", [0, 0, 9, 9]), by(null, [0, 0, 9, 9]), by(null, [0, 0, 50, 50], { carried }), by(null, [9000, 0, 9050, 50], { carried: { ...carried, seen: true } })]);
    expect(frames.map(({ by: who, check }) => [who, check])).toEqual([["Lan", false], ["Minh", false], [null, true]]);
    expect(frames[0]!.box[2]).toBeGreaterThan(5000);
  });
});

describe("the stroke being drawn", () => {
  it("wipes foreseen points out again and gives back what lay beneath, and never keeps them", () => {
    const wet = countingBrush();
    const stroke = new WetStroke(wet, { colour: "blue", width: 20, swells: false });
    const at = (x: number): Sample => ({ x, y: 100, pressure: null });
    stroke.add([at(0), at(100), at(200)], [at(900)]);
    expect(wet.said).toContain("lineTo 900 100");
    wet.reset();
    stroke.add([at(300)]);
    expect(wet.said[0]).toMatch(/^clearRect 110 60 830 80$/);
    expect(wet.said).toContain("quadraticCurveTo 100 100 150 100");
    expect(stroke.line.xy).toEqual([0, 100, 100, 100, 200, 100, 300, 100]);
  });
});
