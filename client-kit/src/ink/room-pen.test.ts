import { expect, it } from "vitest";
import { seeded } from "../net/seeded.ts";
import type { Live, Note } from "../proto/protocol.ts";
import { HandTicker } from "../reader/hand-ticker.ts";
import { RoomBoard } from "./room-board.ts";
import { ROOM_STROKE_POINTS } from "./room-bands.ts";
import { MEND_AFTER_MS, ROOM_STROKES, RoomPen, type RoomLine } from "./room-pen.ts";
import { deltas } from "./stroke.ts";

/** The rules of the server's Blackboard: what it takes it tells everybody, the presenter among them. */
class Room {
  readonly board = new RoomBoard();
  readonly lines: ((live: Live) => void)[] = [];
  told: Live[] = [];

  take(live: Live): void {
    if (live.kind === "stroke") {
      const there = this.board.find(live.stroke);
      const known = (there?.body.points.length ?? 0) / 2;
      const fits = live.gone ? there !== undefined : live.from === 0 || (there !== undefined && live.from === known && there.page === live.page);
      expect(live.from + live.points.length / 2).toBeLessThanOrEqual(ROOM_STROKE_POINTS);
      if (!fits || (!live.gone && !there && this.board.strokes.length >= ROOM_STROKES)) return;
    }
    this.board.take(live);
    this.told.push(live);
    for (const line of this.lines) line(live);
  }

  enter(board: RoomBoard): void {
    board.take({ kind: "wiped", anew: true });
    for (const { id, paper, page, body } of this.board.strokes) {
      const { tool, colour, width, points } = body;
      board.take({ kind: "stroke", paper, page, stroke: id, tool, colour, width, from: 0, points: [...points], gone: false });
    }
  }
}

const HAND = { paper: "p", page: 1, tool: "PEN", colour: "RED", width: 32 } as const;
const note = (id: string, xy: readonly number[], page = 1): Note =>
  ({ id, paper: "p", page, body: { kind: "ink", tool: "PEN", colour: "RED", width: 32, points: deltas(xy) }, share: { reach: "NOBODY", people: [] }, opinion: false, madeAt: 0, version: 0 });
const samples = (xy: readonly number[]): { x: number; y: number; pressure: null }[] => xy.flatMap((x, i) => (i % 2 === 0 ? [{ x, y: xy[i + 1]!, pressure: null }] : []));
const picture = (board: RoomBoard): string[] => board.strokes.map(({ id, page, body }) => `${id} ${page} ${body.colour} ${body.points.join()}`).sort();

it("nothing leaves while the switch is off, pieces go on where the last ended, and the whole comes at the end", () => {
  const ticker = new HandTicker();
  const room = new Room();
  const mirror = new RoomBoard();
  room.lines.push((live) => mirror.take(live));
  const pen = new RoomPen(mirror, (live) => { room.take(live); return true; }, "dev-one", ticker);
  const quiet = pen.begin(HAND);
  quiet.grow(samples([1, 1, 2, 2]));
  quiet.end([note("n0", [1, 1, 2, 2])]);
  ticker.pass(500);
  expect(room.told).toEqual([]);
  pen.turn(true);
  const line = pen.begin(HAND);
  line.grow(samples([100, 100, 110, 105]));
  ticker.pass(1);
  line.grow(samples([120, 100]));
  ticker.pass(70);
  line.end([note("n1", [100, 100, 120, 100])]);
  ticker.pass(200);
  expect(room.told.map((live) => live.kind === "stroke" && [live.from, live.points])).toEqual([[0, [100, 100, 10, 5]], [2, [10, -5]], [0, [100, 100, 20, 0]]]);
  pen.heed(() => [note("n1", [200, 100, 220, 100])]);
  ticker.pass(200);
  expect(room.board.strokes[0]!.body.points).toEqual([200, 100, 20, 0]);
  pen.heed(() => []);
  ticker.pass(200);
  expect(room.board.empty).toBe(true);
  pen.heed(() => [note("n1", [200, 100, 220, 100])]);
  ticker.pass(200);
  expect(room.board.strokes).toHaveLength(1);
  pen.turn(false);
  expect(room.board.empty).toBe(true);
});

it("of a stroke that ends as it was told nothing more leaves", () => {
  const ticker = new HandTicker();
  const room = new Room();
  const pen = new RoomPen(room.board, (live) => { room.take(live); return true; }, "dev-one", ticker);
  pen.turn(true);
  const line = pen.begin(HAND);
  line.grow(samples([100, 100, 120, 100]));
  ticker.pass(200);
  line.end([note("n1", [100, 100, 120, 100])]);
  ticker.pass(200);
  expect(room.told.map((live) => live.kind === "stroke" && [live.from, live.points])).toEqual([[0, [100, 100, 20, 0]]]);
});

it("marked words go before the room as the hand goes over them: a wide stroke of the marker a line, mended, coloured and taken back with the note", () => {
  const ticker = new HandTicker();
  const room = new Room();
  const mirror = new RoomBoard();
  room.lines.push((live) => mirror.take(live));
  const pen = new RoomPen(mirror, (live) => { room.take(live); return true; }, "dev-one", ticker);
  const marked = (quads: number[][], colour: "BLACK" | "GREEN" = "BLACK"): Note => ({ ...note("m1", [0, 0]), body: { kind: "highlight", colour, quads, start: 0, end: 9, quote: { exact: "chín chữ", prefix: "", suffix: "" } } });
  const seen = (): unknown[] => room.board.strokes.map(({ body: { tool, colour, width, points } }) => [tool, colour, width, points]);
  pen.turn(true);
  const line = pen.begin({ ...HAND, tool: "MARKER", colour: "BLACK" });
  line.mark([[1000, 2000, 900, 300]]);
  ticker.pass(100);
  expect(seen()).toEqual([["MARKER", "BLACK", 300, [1150, 2150, 600, 0]]]);
  const two = [[1000, 2000, 3000, 300], [500, 2400, 100, 300]];
  line.mark(two);
  line.end([marked(two)]);
  ticker.pass(300);
  expect(seen()).toEqual([["MARKER", "BLACK", 300, [1150, 2150, 2700, 0]], ["MARKER", "BLACK", 300, [550, 2550, 1, 0]]]);
  pen.heed(() => [marked([two[0]!], "GREEN")]);
  ticker.pass(300);
  expect(seen()).toEqual([["MARKER", "GREEN", 300, [1150, 2150, 2700, 0]]]);
  pen.heed(() => []);
  ticker.pass(300);
  expect(room.board.empty).toBe(true);
  pen.heed(() => [marked(two)]);
  ticker.pass(300);
  expect(seen()).toHaveLength(2);
});

it("a stroke longer than the room takes is several, and the oldest make room for the newest", () => {
  const ticker = new HandTicker();
  const room = new Room();
  const mirror = new RoomBoard();
  room.lines.push((live) => mirror.take(live));
  const pen = new RoomPen(mirror, (live) => { room.take(live); return true; }, "dev-one", ticker);
  pen.turn(true);
  const long = Array.from({ length: 2 * 5_000 }, (_, i) => (i % 2 === 0 ? i : (i * 37) % 900));
  const line = pen.begin(HAND);
  line.grow(samples(long));
  ticker.pass(2_000);
  expect(room.board.strokes.map(({ body }) => body.points.length / 2)).toEqual([2_000, 2_000, 1_002]);
  line.end([note("long", long)]);
  ticker.pass(2_000);
  for (let i = 0; i < ROOM_STROKES + 20; i++) {
    const one = pen.begin(HAND);
    one.grow(samples([i, i, i + 5, i]));
    one.end([note(`n${i}`, [i, i, i + 5, i])]);
    ticker.pass(70);
  }
  ticker.pass(60_000);
  expect(room.board.strokes).toHaveLength(ROOM_STROKES);
});

for (const seed of [3, 19, 2026]) {
  it(`all viewers have the presenter's strokes on a bad network (seed ${seed})`, () => {
    const random = seeded(seed);
    const below = (n: number): number => Math.floor(random() * n);
    const ticker = new HandTicker();
    const room = new Room();
    const mirror = new RoomBoard();
    let up = true;
    room.lines.push((live) => { if (up) mirror.take(live); });
    // five of a hundred frames never reach the room; a line that is down takes none
    const pen = new RoomPen(mirror, (live) => { if (up && random() >= 0.05) room.take(live); return up; }, "dev-one", ticker);
    const viewers = Array.from({ length: 12 }, () => ({ board: new RoomBoard(), up: true }));
    // what is lost on the way to a viewer is lost with its line
    for (const viewer of viewers) room.lines.push((live) => { if (viewer.up && random() >= 0.05) viewer.board.take(live); else viewer.up = false; });
    pen.turn(true);
    let notes: Note[] = [];
    let line: { to: RoomLine; xy: number[]; page: number } | null = null;
    for (let event = 0; event < 4_000; event++) {
      const what = random();
      if (line && what < 0.6) {
        const more = [below(10_000), below(10_000), below(10_000), below(10_000)];
        line.xy.push(...more);
        line.to.grow(samples(more));
      } else if (line && what < 0.75) {
        const made = note(`n${event}`, line.xy.filter((_, i) => i < 2 || i >= line!.xy.length - 2), line.page);
        notes = [...notes, made];
        line.to.end([made]);
        line = null;
      } else if (line && what < 0.77) { line.to.drop(); line = null; }
      else if (!line && what < 0.5) {
        const page = 1 + below(3);
        const at = [below(10_000), below(10_000)];
        line = { to: pen.begin({ ...HAND, page }), xy: at, page };
        line.to.grow(samples(at));
      } else if (what > 0.9 && notes.length > 0) {
        const at = below(notes.length);
        notes = random() < 0.6 ? notes.filter((_, i) => i !== at) : notes.map((one, i) => (i === at ? note(one.id, [below(9_000), 5, 9, 9], one.page) : one));
      }
      if (what > 0.9992) { pen.wipe(); line = null; }
      if (what < 0.004) up = false;
      if (!up && random() < 0.1) { up = true; room.enter(mirror); }
      for (const viewer of viewers) if (!viewer.up && random() < 0.05) { viewer.up = true; room.enter(viewer.board); }
      pen.heed((_, page) => notes.filter((one) => one.page === page));
      ticker.pass(below(60));
    }
    line?.to.drop();
    if (!up) { up = true; room.enter(mirror); }
    ticker.pass(40 * MEND_AFTER_MS);
    for (const viewer of viewers) if (!viewer.up) room.enter(viewer.board);
    const wanted = pen.wanted.map(({ id, page, colour, points }) => `${id} ${page} ${colour} ${points.join()}`).sort();
    expect(wanted.length).toBeGreaterThan(10);
    expect(picture(room.board)).toEqual(wanted);
    for (const viewer of viewers) expect(picture(viewer.board)).toEqual(wanted);
  });
}
