import { beforeEach, describe, expect, it } from "vitest";
import { edgeOf, Gestures, type Hand } from "./gestures.ts";
import type { Point } from "./manifest.ts";
import type { Sight, Size } from "./zoom.ts";

class FakeHand implements Hand {
  at: Sight = { scale: 1, x: 200, y: 0 };
  fit: Size = { w: 400, h: 600 };
  log: string[] = [];
  sight(): Sight { return this.at; }
  surface(): Size { return { w: 800, h: 600 }; }
  fitted(): Size { return this.fit; }
  touched(): void { this.log.push("touched"); }
  moved(sight: Sight, zoomed: boolean): void { this.at = sight; this.log.push(zoomed ? "moved" : "nudged"); }
  released(): void { this.log.push("released"); }
  turn(step: 1 | -1): void { this.log.push(`turn ${step}`); }
  tapped(at: Point): void { this.log.push(`tap ${at[0]}`); }
}

describe("what fingers mean", () => {
  let hand: FakeHand;
  let gestures: Gestures;
  beforeEach(() => { hand = new FakeHand(); gestures = new Gestures(hand); });
  const acts = (): string[] => hand.log.filter((l) => l.startsWith("t") && l !== "touched");

  it("a short touch is a tap", () => {
    gestures.down(1, [700, 300], 0);
    gestures.up(1, [702, 301], 90);
    expect(acts()).toEqual(["tap 702"]);
  });

  it("a long rest of a finger is nothing", () => {
    gestures.down(1, [700, 300], 0);
    gestures.up(1, [700, 300], 2000);
    expect(acts()).toEqual([]);
  });

  it("a swipe to the left turns forward, to the right back", () => {
    gestures.down(1, [500, 300], 0);
    gestures.move(1, [450, 305]);
    gestures.up(1, [400, 310], 200);
    gestures.down(1, [400, 300], 500);
    gestures.up(1, [520, 300], 700);
    expect(acts()).toEqual(["turn 1", "turn -1"]);
  });

  it("a slanting or short pull is no swipe", () => {
    gestures.down(1, [500, 300], 0);
    gestures.up(1, [430, 200], 200);
    gestures.down(1, [500, 300], 500);
    gestures.up(1, [470, 300], 700);
    expect(acts()).toEqual([]);
  });

  it("a pan of a zoomed page moves it and does not turn it", () => {
    hand.at = { scale: 3, x: -100, y: -100 };
    gestures.down(1, [500, 300], 0);
    gestures.move(1, [400, 250]);
    gestures.up(1, [400, 250], 200);
    expect(hand.at).toEqual({ scale: 3, x: -200, y: -150 });
    expect(acts()).toEqual([]);
  });

  it("two fingers zoom and neither taps nor turns, whichever leaves first", () => {
    gestures.down(1, [300, 300], 0);
    gestures.down(2, [500, 300], 10);
    gestures.move(2, [700, 300]);
    expect(hand.at.scale).toBeCloseTo(2);
    gestures.up(1, [300, 300], 100);
    gestures.move(2, [400, 300]);
    gestures.up(2, [400, 300], 150);
    expect(acts()).toEqual([]);
    expect(hand.log[hand.log.length - 1]).toBe("released");
    expect(gestures.active).toBe(false);
  });

  it("a third finger and a stranger's release change nothing", () => {
    gestures.down(1, [300, 300], 0);
    gestures.down(2, [500, 300], 10);
    gestures.down(3, [100, 100], 20);
    gestures.move(3, [0, 0]);
    gestures.up(3, [0, 0], 30);
    expect(gestures.active).toBe(true);
    expect(hand.at.scale).toBe(1);
  });

  it("a cancelled touch is forgotten", () => {
    gestures.down(1, [500, 300], 0);
    gestures.move(1, [300, 300]);
    gestures.cancel(1);
    expect(acts()).toEqual([]);
    expect(gestures.active).toBe(false);
  });

  it("the edges of the surface turn pages, the middle does not", () => {
    const surface = { w: 1000, h: 600 };
    expect([edgeOf([10, 300], surface), edgeOf([500, 300], surface), edgeOf([995, 300], surface)]).toEqual([-1, 0, 1]);
    expect(edgeOf([50, 10], { w: 200, h: 300 })).toBe(-1);
  });
});
