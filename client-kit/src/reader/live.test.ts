import { describe, expect, it } from "vitest";
import { DOT_DELAY_MS, DOT_FADE_MS, DOT_SILENCE_MS, PointerTrace } from "./dot.ts";
import { Following } from "./follow.ts";
import { HandTicker } from "./hand-ticker.ts";
import { Newest, PRESENT_EVERY_MS } from "./newest.ts";

describe("at most ten states a second", () => {
  it("sends the first at once, the newest after each pause, and always the last", () => {
    const ticker = new HandTicker(1000);
    const sent: [number, number][] = [];
    const newest = new Newest<number>(100, (n) => sent.push([ticker.now() - 1000, n]), ticker);
    for (let i = 0; i < 100; i++) { newest.push(i); ticker.pass(7); }
    ticker.pass(500);
    expect(sent[0]).toEqual([0, 0]);
    expect(sent[sent.length - 1]![1]).toBe(99);
    sent.slice(1).forEach(([at], i) => expect(at - sent[i]![0]).toBeGreaterThanOrEqual(100));
    expect(sent.length).toBeLessThanOrEqual(9);
    expect(sent.length).toBeGreaterThanOrEqual(7);
  });

  it("lets a presenter who points and moves the page at 120 Hz send no more than twenty in any second", () => {
    const ticker = new HandTicker(1000);
    const sent: { at: number; hand: number }[] = [];
    const newest = new Newest<number>(PRESENT_EVERY_MS, (hand) => sent.push({ at: ticker.now(), hand }), ticker);
    for (let hand = 0; hand < 360; hand++) {
      newest.push(hand);
      newest.push(hand);
      ticker.pass(1000 / 120);
    }
    ticker.pass(500);
    for (const { at } of sent) expect(sent.filter((one) => one.at >= at && one.at < at + 1000).length).toBeLessThanOrEqual(20);
    expect(sent.length).toBeGreaterThan(45);
    expect(sent[sent.length - 1]!.hand).toBe(359);
  });

  it("lets another page go at once and forgets what waited for the old one", () => {
    const ticker = new HandTicker(1000);
    const sent: string[] = [];
    const newest = new Newest<string>(100, (s) => sent.push(s), ticker);
    newest.push("page 1 a");
    newest.push("page 1 b");
    newest.now("page 2");
    ticker.pass(1000);
    expect(sent).toEqual(["page 1 a", "page 2"]);
  });

  it("sends nothing after it was stopped", () => {
    const ticker = new HandTicker(1000);
    const sent: number[] = [];
    const newest = new Newest<number>(100, (n) => sent.push(n), ticker);
    newest.push(1);
    newest.push(2);
    newest.stop();
    ticker.pass(1000);
    expect(sent).toEqual([1]);
  });
});

describe("following the presenter", () => {
  const state = (n: number, page: number, epoch?: string) => ({ paper: "p", page, n, ...(epoch ? { epoch } : {}) });

  it("ignores an older or repeated state", () => {
    const following = new Following();
    expect(following.take(state(5, 12))).toBe(true);
    expect(following.take(state(5, 13))).toBe(false);
    expect(following.take(state(4, 11))).toBe(false);
    expect(following.presenter?.page).toBe(12);
    expect(following.take(state(6, 11))).toBe(true);
  });

  it("tells a whole page from a part of one, whatever the last digit", () => {
    const following = new Following();
    expect(following.whole).toBe(true);
    following.take({ paper: "p", page: 1, n: 1, rect: [0, 0, 1, 0.9987] });
    expect(following.whole).toBe(true);
    following.take({ paper: "p", page: 1, n: 2, rect: [0, 0.5, 1, 0.25] });
    expect(following.whole).toBe(false);
  });

  it("starts counting anew with a new epoch", () => {
    const following = new Following();
    following.take(state(500, 12, "a"));
    expect(following.take(state(1, 3, "b"))).toBe(true);
    expect(following.presenter?.page).toBe(3);
  });

  it("wanders once, keeps listening, and comes back to the newest state", () => {
    const following = new Following();
    expect(following.wander()).toBe(false);
    following.take(state(1, 1));
    expect(following.wander()).toBe(true);
    expect(following.wander()).toBe(false);
    following.take(state(2, 30));
    expect(following.wandering).toBe(true);
    expect(following.rejoin()?.page).toBe(30);
    expect(following.wandering).toBe(false);
  });
});

describe("the presenter's dot", () => {
  it("glides between two messages, a little behind", () => {
    const trace = new PointerTrace();
    trace.push([0, 0], 1000);
    trace.push([1, 0.5], 1100);
    const half = trace.at(1050 + DOT_DELAY_MS)!;
    expect(half.x).toBeCloseTo(0.5);
    expect(half.y).toBeCloseTo(0.25);
    expect(trace.at(1100 + DOT_DELAY_MS)).toEqual({ x: 1, y: 0.5, alpha: 1 });
  });

  it("fades after a second and a half of silence, but never while it moves", () => {
    const trace = new PointerTrace();
    for (let t = 0; t < 10_000; t += 100) { trace.push([t / 10_000, 0], t); expect(trace.at(t)!.alpha).toBe(1); }
    expect(trace.at(9900 + DOT_SILENCE_MS)!.alpha).toBe(1);
    expect(trace.at(9900 + DOT_SILENCE_MS + DOT_FADE_MS / 2)!.alpha).toBeCloseTo(0.5);
    expect(trace.at(9900 + DOT_SILENCE_MS + DOT_FADE_MS)).toBeNull();
  });

  it("starts at its new place after a pause instead of flying there", () => {
    const trace = new PointerTrace();
    trace.push([0, 0], 0);
    trace.push([1, 1], 5000);
    expect(trace.at(5000)).toEqual({ x: 1, y: 1, alpha: 1 });
  });
});
