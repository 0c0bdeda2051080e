import { describe, expect, it } from "vitest";
import { PageRing, RING_SIZE, type Shelf } from "./ring.ts";

/** Pages decode when the test says so. */
class HandShelf implements Shelf<string> {
  readonly open$ = new Map<number, { resolve(): void; reject(): void }>();
  readonly opened: number[] = [];
  readonly alive = new Set<string>();
  readonly shown: number[] = [];
  most = 0;

  /** Pages that somebody waited for when they were opened. */
  readonly urgent: number[] = [];

  open(page: number, urgent: boolean): { sheet: string; ready: Promise<void> } {
    const sheet = `sheet ${page} #${this.opened.length}`;
    this.opened.push(page);
    if (urgent) this.urgent.push(page);
    this.alive.add(sheet);
    this.most = Math.max(this.most, this.alive.size);
    const ready = new Promise<void>((resolve, reject) => this.open$.set(page, { resolve, reject: () => reject(new Error("not there")) }));
    return { sheet, ready };
  }
  drop(sheet: string): void { this.alive.delete(sheet); }
  show(_sheet: string, page: number): void { this.shown.push(page); }
  painted(): Promise<void> { return this.glass; }
  lingered(): Promise<void> { return this.stay; }
  glass: Promise<void> = Promise.resolve();
  stay: Promise<void> = Promise.resolve();
  async decode(...pages: number[]): Promise<void> {
    for (const page of pages) { this.open$.get(page)!.resolve(); await settle(); }
  }
  async fail(page: number): Promise<void> { this.open$.get(page)!.reject(); await settle(); }
}

const settle = async (): Promise<void> => { for (let i = 0; i < 8; i++) await Promise.resolve(); };

function ring(count: number): { shelf: HandShelf; ring: PageRing<string> } {
  const shelf = new HandShelf();
  const it = new PageRing(shelf);
  it.reset(count);
  return { shelf, ring: it };
}

describe("the ring of page images", () => {
  it("asks for neighbours only once the page in hand is on the glass", async () => {
    const { shelf, ring: r } = ring(100);
    let paint = (): void => undefined;
    shelf.glass = new Promise((resolve) => { paint = resolve; });
    const turn = r.turnTo(10);
    await shelf.decode(10);
    await turn;
    expect(shelf.opened).toEqual([10]);
    paint();
    await settle();
    expect(shelf.opened).toEqual([10, 11]);
    expect(shelf.urgent).toEqual([10]);
  });

  it("asks for the neighbours of a page that was jumped to only when the reader stays there, of the next page at once", async () => {
    const { shelf, ring: r } = ring(100);
    const first = r.turnTo(10);
    await shelf.decode(10);
    await first;
    await shelf.decode(11, 9, 12, 8);
    shelf.opened.length = 0;
    let stay = (): void => undefined;
    shelf.stay = new Promise((resolve) => { stay = resolve; });
    const jump = r.turnTo(50);
    await shelf.decode(50);
    await jump;
    const on = r.turnTo(70);
    await shelf.decode(70);
    await on;
    expect(shelf.opened).toEqual([50, 70]);
    stay();
    await settle();
    expect(shelf.opened).toEqual([50, 70, 71]);
    shelf.stay = new Promise(() => undefined);
    await shelf.decode(71, 69, 72, 68);
    const next = r.turnTo(71);
    expect(await next).toBe("shown");
    await settle();
    expect(shelf.opened.at(-1)).toBe(73);
  });

  it("loads the page in hand first and its neighbours only afterwards, one by one", async () => {
    const { shelf, ring: r } = ring(100);
    const turn = r.turnTo(10);
    expect(shelf.opened).toEqual([10]);
    await shelf.decode(10);
    expect(await turn).toBe("shown");
    expect(shelf.opened).toEqual([10, 11]);
    await shelf.decode(11, 9, 12, 8);
    expect(shelf.opened).toEqual([10, 11, 9, 12, 8]);
    expect([...r.pages].sort((a, b) => a - b)).toEqual([8, 9, 10, 11, 12]);
  });

  it("never keeps more than five images, whatever the jumps", async () => {
    const { shelf, ring: r } = ring(300);
    let seed = 7;
    for (let i = 0; i < 400; i++) {
      seed = (seed * 1103515245 + 12345) % 2147483648;
      const page = i % 3 === 0 ? 1 + (seed % 300) : Math.min(300, Math.max(1, r.current + (seed % 5) - 2));
      void r.turnTo(page);
      for (const [p, open] of [...shelf.open$]) if ((seed >> p % 16) % 2 === 0) { open.resolve(); shelf.open$.delete(p); }
      await settle();
      expect(shelf.alive.size).toBeLessThanOrEqual(RING_SIZE);
    }
    expect(shelf.most).toBeLessThanOrEqual(RING_SIZE);
  });

  it("keeps the old page before the eyes until the new one is decoded", async () => {
    const { shelf, ring: r } = ring(100);
    void r.turnTo(10);
    await shelf.decode(10, 11, 9, 12, 8);
    void r.turnTo(60);
    expect(r.shown).toBe(10);
    expect(r.pages).toContain(10);
    await shelf.decode(60);
    expect(r.shown).toBe(60);
    expect(r.pages).not.toContain(10);
  });

  it("shows only the last page of a hurried reader", async () => {
    const { shelf, ring: r } = ring(100);
    const first = r.turnTo(1);
    const second = r.turnTo(50);
    const third = r.turnTo(90);
    await shelf.decode(90);
    for (const page of [1, 50]) shelf.open$.get(page)?.resolve();
    expect([await first, await second, await third]).toEqual(["overtaken", "overtaken", "shown"]);
    expect(shelf.shown).toEqual([90]);
  });

  it("tells a failed page and asks for it anew on the next try", async () => {
    const { shelf, ring: r } = ring(3);
    const turn = r.turnTo(2);
    await shelf.fail(2);
    expect(await turn).toBe("failed");
    expect(shelf.alive.size).toBe(0);
    const again = r.turnTo(2);
    await shelf.decode(2);
    expect(await again).toBe("shown");
  });

  it("goes on warming when a neighbour fails", async () => {
    const { shelf, ring: r } = ring(100);
    void r.turnTo(10);
    await shelf.decode(10);
    await shelf.fail(11);
    expect(shelf.opened).toEqual([10, 11, 9]);
  });

  it("warms backwards for a reader who goes back", async () => {
    const { shelf, ring: r } = ring(100);
    void r.turnTo(50);
    await shelf.decode(50);
    void r.turnTo(40);
    await shelf.decode(40);
    expect(shelf.opened[shelf.opened.length - 1]).toBe(39);
  });
});
