import { beforeEach, describe, expect, it } from "vitest";
import { AFTER_PEN_MS, HOLD_PAGE_MS, HOLD_STROKE_MS, WhoDraws, type Kind, type Mode, type Phase } from "./hands.ts";

/** Hands with a clock of their own. */
class Glass {
  mode: Mode = "read";
  log: string[] = [];
  now = 0;
  #timers: { at: number; work: () => void }[] = [];
  readonly who = new WhoDraws<string>({
    mode: () => this.mode,
    penSeen: () => { this.mode = "pen"; this.log.push("pen mode"); },
    begin: (e) => this.log.push(`begin ${e}`),
    draw: (e) => this.log.push(`draw ${e}`),
    end: (e) => this.log.push(`end ${e}`),
    drop: () => this.log.push("drop"),
    pass: (e) => this.log.push(`page ${e}`),
    release: (id) => this.log.push(`release ${id}`),
    later: (ms, work) => {
      const timer = { at: this.now + ms, work };
      this.#timers.push(timer);
      return () => { this.#timers = this.#timers.filter((other) => other !== timer); };
    },
  });

  waits(ms: number): void {
    this.now += ms;
    for (const timer of this.#timers.filter(({ at }) => at <= this.now)) { this.#timers = this.#timers.filter((other) => other !== timer); timer.work(); }
  }

  does(phase: Phase, kind: Kind, id: number, x = 0): boolean {
    const own = this.who.take(phase, { id, kind, x, y: 0, at: this.now }, `${phase} ${id}`);
    if (!own) this.log.push(`page ${phase} ${id}`);
    return own;
  }

  get drawn(): string[] { return this.log.filter((l) => /^(begin|draw|end|drop)/.test(l)); }
  get moved(): string[] { return this.log.filter((l) => l.startsWith("page")); }
}

let glass: Glass;
beforeEach(() => { glass = new Glass(); });

describe("reading", () => {
  it("a finger and the mouse are the page's", () => {
    glass.does("down", "touch", 1);
    glass.does("move", "touch", 1, 50);
    glass.does("up", "touch", 1, 50);
    glass.does("down", "mouse", 2);
    expect(glass.drawn).toEqual([]);
    expect(glass.moved).toHaveLength(4);
  });

  it("the first pen begins pen mode and draws at once; the finger on the page lets go", () => {
    glass.does("down", "touch", 1);
    glass.does("down", "pen", 9);
    glass.does("move", "touch", 1, 90);
    glass.does("up", "pen", 9);
    glass.does("up", "touch", 1);
    expect(glass.log).toEqual(["page down 1", "release 1", "pen mode", "begin down 9", "end up 9"]);
  });
});

describe("pen mode: the palm", () => {
  beforeEach(() => { glass.mode = "pen"; });

  it.each([0, 40, 100])("that lands %i ms before the pen neither draws nor moves", (before) => {
    glass.does("down", "touch", 1);
    glass.does("move", "touch", 1, 30);
    glass.waits(before);
    glass.does("down", "pen", 9);
    glass.does("move", "touch", 1, 60);
    glass.does("move", "pen", 9, 5);
    glass.waits(HOLD_PAGE_MS);
    glass.does("up", "pen", 9);
    glass.does("up", "touch", 1, 60);
    expect(glass.log).toEqual(["begin down 9", "draw move 9", "end up 9"]);
  });

  it("that lands during or soon after the stroke does nothing either", () => {
    glass.does("down", "pen", 9);
    glass.does("down", "touch", 1);
    glass.does("move", "touch", 1, 80);
    glass.does("up", "pen", 9);
    glass.waits(100);
    glass.does("down", "touch", 2);
    glass.waits(HOLD_PAGE_MS);
    glass.does("move", "touch", 2, 80);
    glass.does("up", "touch", 2);
    glass.does("up", "touch", 1);
    expect(glass.log).toEqual(["begin down 9", "end up 9"]);
  });

  it("and fingers later pan and zoom, never draw", () => {
    glass.does("down", "pen", 9);
    glass.does("up", "pen", 9);
    glass.waits(AFTER_PEN_MS);
    glass.does("down", "touch", 1);
    glass.does("move", "touch", 1, 20);
    glass.waits(HOLD_PAGE_MS);
    glass.does("move", "touch", 1, 40);
    expect(glass.moved).toEqual(["page down 1", "page move 1", "page move 1"]);
    expect(glass.drawn).toEqual(["begin down 9", "end up 9"]);
  });

  it("a tap of a finger is no page turn", () => {
    glass.does("down", "touch", 1);
    glass.does("up", "touch", 1);
    glass.waits(HOLD_PAGE_MS);
    expect(glass.log).toEqual([]);
  });

  it("a pen's stroke that the system takes away stays", () => {
    glass.does("down", "pen", 9);
    glass.does("cancel", "pen", 9);
    expect(glass.drawn).toEqual(["begin down 9", "end cancel 9"]);
  });

  it("the mouse moves the page", () => {
    expect(glass.does("down", "mouse", 1)).toBe(false);
  });
});

describe("drawing by hand", () => {
  beforeEach(() => { glass.mode = "hand"; });

  it("one finger draws after a moment, with all it did in it", () => {
    glass.does("down", "touch", 1);
    glass.does("move", "touch", 1, 4);
    expect(glass.log).toEqual([]);
    glass.waits(HOLD_STROKE_MS);
    glass.does("move", "touch", 1, 40);
    glass.does("up", "touch", 1, 40);
    expect(glass.log).toEqual(["begin down 1", "draw move 1", "draw move 1", "end up 1"]);
  });

  it("a short touch is a dot", () => {
    glass.does("down", "touch", 1);
    glass.does("up", "touch", 1);
    expect(glass.log).toEqual(["begin down 1", "end up 1"]);
  });

  it("two fingers move the page, also when the second is late", () => {
    glass.does("down", "touch", 1);
    glass.does("down", "touch", 2);
    glass.does("move", "touch", 2, 50);
    expect(glass.log).toEqual(["page down 1", "page down 2", "page move 2"]);
    glass.does("up", "touch", 1);
    glass.does("up", "touch", 2);
    glass.log = [];
    glass.does("down", "touch", 3);
    glass.waits(HOLD_STROKE_MS);
    glass.does("move", "touch", 3, 3);
    glass.does("down", "touch", 4);
    glass.does("move", "touch", 3, 30);
    expect(glass.log).toEqual(["begin down 3", "draw move 3", "drop", "page down 3", "page down 4", "page move 3"]);
  });

  it("a second finger beside a long stroke is the hand and counts for nothing", () => {
    glass.does("down", "touch", 1);
    glass.waits(HOLD_STROKE_MS);
    glass.does("move", "touch", 1, 100);
    glass.does("down", "touch", 2);
    glass.does("move", "touch", 2, 90);
    glass.does("up", "touch", 1, 100);
    expect(glass.drawn).toEqual(["begin down 1", "draw move 1", "end up 1"]);
    expect(glass.moved).toEqual([]);
  });

  it("a pen takes the finger's stroke back, and from then on touches never draw", () => {
    glass.does("down", "touch", 1);
    glass.waits(HOLD_STROKE_MS);
    glass.does("down", "pen", 9);
    glass.does("up", "pen", 9);
    glass.does("up", "touch", 1);
    expect(glass.log).toEqual(["begin down 1", "drop", "pen mode", "begin down 9", "end up 9"]);
    glass.waits(AFTER_PEN_MS);
    glass.log = [];
    glass.does("down", "touch", 2);
    glass.waits(HOLD_PAGE_MS);
    expect(glass.log).toEqual(["page down 2"]);
  });

  it("a finger's stroke that the system takes away is dropped; the mouse draws", () => {
    glass.does("down", "touch", 1);
    glass.waits(HOLD_STROKE_MS);
    glass.does("cancel", "touch", 1);
    glass.does("down", "mouse", 2);
    glass.does("up", "mouse", 2);
    expect(glass.log).toEqual(["begin down 1", "drop", "begin down 2", "end up 2"]);
  });
});
