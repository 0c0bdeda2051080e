import type { Live, Note } from "../proto/protocol.ts";
import { wallTicker, type Ticker } from "../reader/newest.ts";
import type { RoomBoard, StrokeLive, Taken } from "./room-board.ts";
import { bandsOf, ROOM_STROKE_POINTS, type Band } from "./room-bands.ts";
import { deltas, type Ink, type Sample } from "./stroke.ts";

/** Pieces leave fifteen times a second. */
export const PIECES_EVERY_MS = 66;
/** Frames that leave at once; with the presenter's pages they stay below what the server takes of one line (50 a second). */
const FRAMES_AT_ONCE = 2;
/** What has not come back from the room by now was lost on the way and is sent whole. */
export const MEND_AFTER_MS = 2_000;
/** `Blackboard.STROKES` and `Blackboard.POINTS` of the server. */
export const ROOM_STROKES = 400;
export const ROOM_POINTS = 60_000;

/** Where the presenter draws, and how. */
export interface Hand {
  readonly paper: string;
  readonly page: number;
  readonly tool: Ink["tool"];
  readonly colour: Ink["colour"];
  readonly width: number;
}

/** The hand's stroke as the room gets it. */
export interface RoomLine {
  grow(samples: readonly Sample[]): void;
  /** Marked words as far as the hand has come: x, y, w, h of each line. */
  mark(quads: readonly (readonly number[])[]): void;
  /** Done: it is these notes of the presenter's own from now on, and goes where they go. */
  end(notes: readonly Note[]): void;
  drop(): void;
}

interface Drawn {
  readonly hand: Hand;
  /** Whole page units. */
  xy: readonly number[];
  /** Points that the room was told. */
  told: number;
  /** The whole of it is to be told (again). */
  whole: boolean;
}

const NO_LINE: RoomLine = { grow: () => undefined, mark: () => undefined, end: () => undefined, drop: () => undefined };

/**
 * The presenter's side of the room's board: what he draws while it is on goes to everybody who may open the paper, and is a note of his
 * own as well. What he had written before stays his. What comes back from the room says whether it arrived.
 */
export class RoomPen {
  #on = false;
  readonly #drawn = new Map<string, Drawn>();
  /** Strokes of the room by the note that they are; a note that is away (undone) may come back. */
  readonly #notes = new Map<string, { readonly ids: string[]; readonly hand: Hand; body: Note["body"] | null }>();
  readonly #gone = new Map<string, Hand>();
  /** All that was ever sent from here: what the room has of it and should not have is taken away. */
  readonly #sent = new Set<string>();
  readonly #listeners = new Set<() => void>();
  readonly #stop: () => void;
  #tick: (() => void) | null = null;
  #mend: (() => void) | null = null;
  #n = 0;

  /** @param send false when the line is down @param id of this device's strokes, no two devices the same */
  constructor(private readonly board: RoomBoard, private readonly send: (live: Live) => boolean, private readonly id: string, private readonly ticker: Ticker = wallTicker) {
    this.#stop = board.listen((_, what) => this.#heard(what));
  }

  get on(): boolean { return this.#on; }
  /** Something is on the room's board, also from before a reload. */
  get shows(): boolean { return this.#drawn.size > 0 || !this.board.empty; }

  /** What the room should have, whatever has arrived. */
  get wanted(): readonly { readonly id: string; readonly page: number; readonly colour: Ink["colour"]; readonly points: readonly number[] }[] {
    return [...this.#drawn].map(([id, { hand: { page, colour }, xy }]) => ({ id, page, colour, points: deltas(xy) }));
  }

  /** Off takes everything away. */
  turn(on: boolean): void {
    if (on === this.#on) return;
    this.#on = on;
    if (on) this.#tell();
    else this.wipe();
  }

  /** The presentation is over: the server has wiped the board. */
  end(): void {
    if (!this.#on && this.#drawn.size === 0) return;
    this.#on = false;
    this.#forget();
    this.#tell();
  }

  wipe(): void {
    this.#forget();
    this.send({ kind: "wiped", anew: false });
    this.#mendLater();
    this.#tell();
  }

  /** The hand begins a stroke; nothing of it leaves while the switch is off. */
  begin(hand: Hand): RoomLine {
    if (!this.#on) return NO_LINE;
    const ids: string[] = [this.#fresh(hand)];
    return {
      grow: (samples) => {
        for (const { x, y } of samples) {
          let drawn = this.#drawn.get(ids[ids.length - 1]!);
          if (!drawn) return;
          if (drawn.xy.length / 2 >= ROOM_STROKE_POINTS) {
            const joint = drawn.xy.slice(-2);
            ids.push(this.#fresh(hand));
            drawn = this.#drawn.get(ids[ids.length - 1]!)!;
            drawn.xy = joint;
          }
          (drawn.xy as number[]).push(Math.round(x), Math.round(y));
        }
        this.#sendSoon();
      },
      mark: (quads) => this.#lay(ids, hand, bandsOf({ kind: "highlight", quads })),
      end: (notes) => {
        if (!ids.some((one) => this.#drawn.has(one))) return;
        for (const note of notes) {
          const bands = bandsOf(note.body);
          const own = ids.splice(0, bands.length);
          this.#lay(own, hand, bands);
          this.#notes.set(note.id, { ids: own, hand, body: note.body });
        }
        for (const one of ids) this.#take(one);
      },
      drop: () => { for (const one of ids) this.#take(one); },
    };
  }

  /** The presenter's notes have changed: what was taken away, moved or coloured anew before him is so before the room. */
  heed(on: (paper: string, page: number) => readonly Note[]): void {
    for (const [id, known] of this.#notes) {
      const { ids, hand, body } = known;
      const now = on(hand.paper, hand.page).find((note) => note.id === id)?.body ?? null;
      if (now === body || (now && body && JSON.stringify(now) === JSON.stringify(body))) continue;
      known.body = now;
      this.#lay(ids, now ? { ...hand, colour: now.colour } : hand, now ? bandsOf(now) : []);
    }
  }

  listen(changed: () => void): () => void {
    this.#listeners.add(changed);
    return () => this.#listeners.delete(changed);
  }

  close(): void {
    this.#stop();
    this.#tick?.();
    this.#mend?.();
    this.#listeners.clear();
  }

  #fresh(hand: Hand): string {
    const id = `${this.id}-${++this.#n}`;
    this.#drawn.set(id, { hand, xy: [], told: 0, whole: false });
    this.#makeRoom();
    return id;
  }

  #put(id: string, hand: Hand, xy: readonly number[]): void {
    this.#gone.delete(id);
    this.#drawn.set(id, { hand, xy, told: 0, whole: true });
    this.#makeRoom();
    this.#sendSoon();
  }

  /** What these strokes of the room are from now on; more are added as they are needed, those left over go but keep their ids. */
  #lay(ids: string[], hand: Hand, bands: readonly Band[]): void {
    bands.forEach(({ xy, width }, i) => {
      const there = this.#drawn.get(ids[i] ?? "");
      if (there?.hand.width === width && there.hand.colour === hand.colour && there.xy.join() === xy.join() && there.told * 2 >= xy.length) return;
      this.#put((ids[i] ??= this.#fresh(hand)), { ...hand, width }, xy);
    });
    for (const one of ids.slice(bands.length)) this.#take(one);
  }

  #take(id: string): void {
    const drawn = this.#drawn.get(id);
    if (!drawn) return;
    this.#drawn.delete(id);
    if (this.#sent.has(id)) this.#gone.set(id, drawn.hand);
    this.#sendSoon();
  }

  /** The server's board has an end: the oldest strokes make room for the newest. */
  #makeRoom(): void {
    let points = 0;
    for (const { xy } of this.#drawn.values()) points += xy.length / 2;
    for (const [id, { xy }] of this.#drawn) {
      // one stroke that is being drawn may grow to its own limit
      if (this.#drawn.size <= ROOM_STROKES && points + ROOM_STROKE_POINTS <= ROOM_POINTS) return;
      points -= xy.length / 2;
      this.#take(id);
    }
  }

  #forget(): void {
    for (const map of [this.#drawn, this.#notes, this.#gone]) map.clear();
  }

  #sendSoon(): void {
    this.#tick ??= this.ticker.after(0, () => this.#flush());
  }

  /** What went away first: it makes the room that new strokes need. */
  #flush(): void {
    let left = FRAMES_AT_ONCE;
    for (const [id, hand] of this.#gone) {
      if (left-- <= 0) break;
      this.#gone.delete(id);
      this.send(frame(id, hand, 0, [], true));
    }
    for (const [id, drawn] of this.#drawn) {
      if (left <= 0) break;
      if (!waits(drawn)) continue;
      left--;
      const from = drawn.whole ? 0 : drawn.told;
      this.#sent.add(id);
      this.send(frame(id, drawn.hand, from, deltas(drawn.xy).slice(2 * from), false));
      drawn.whole = false;
      drawn.told = drawn.xy.length / 2;
    }
    this.#tick = this.ticker.after(PIECES_EVERY_MS, () => {
      this.#tick = null;
      if (this.#gone.size > 0 || [...this.#drawn.values()].some(waits)) this.#flush();
      else this.#mendLater();
    });
  }

  #heard(what: Taken): void {
    // somebody has come back, or the board is another one
    if (what === "gone" && this.board.empty) this.#mendLater();
    this.#tell();
  }

  #mendLater(): void {
    this.#mend?.();
    this.#mend = this.ticker.after(MEND_AFTER_MS, () => this.#mendNow());
  }

  /** What the room has is compared with what it should have; each difference is a frame that was lost, or a room that began anew. */
  #mendNow(): void {
    this.#mend = null;
    let lost = false;
    for (const [id, drawn] of this.#drawn) {
      const there = this.board.find(id);
      if (drawn.xy.length > 0 && (there?.body.colour !== drawn.hand.colour || there.body.points.length !== drawn.xy.length || there.body.points.join() !== deltas(drawn.xy).join())) lost = drawn.whole = true;
    }
    for (const one of this.board.strokes) if (this.#sent.has(one.id) && !this.#drawn.has(one.id)) { this.#gone.set(one.id, { paper: one.paper, page: one.page, ...one.body }); lost = true; }
    if (lost) this.#sendSoon();
  }

  #tell(): void { for (const listener of [...this.#listeners]) listener(); }
}

const waits = ({ whole, told, xy }: Drawn): boolean => xy.length > 0 && (whole || told * 2 < xy.length);

function frame(stroke: string, { paper, page, tool, colour, width }: Hand, from: number, points: number[], gone: boolean): StrokeLive {
  return { kind: "stroke", paper, page, stroke, tool, colour, width, from, points, gone };
}
