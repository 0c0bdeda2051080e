import { describe, expect, it } from "vitest";
import { levelFor, tileRect, tilesFor, TileSheets, TILES_LIMIT, type TileSheet } from "./tiles.ts";

const A4: TileSheet = { v: 1, w: 3200, h: 4525, side: 800, level: 1, deepest: 1, files: Array.from({ length: 24 }, (_, i) => `${i}.webp`) };

describe("sharp squares of a page", () => {
  it("are asked for once the reading image is stretched, a deeper level when that is stretched too", () => {
    expect([0.8, 1, 1.25].map(levelFor)).toEqual([0, 0, 0]);
    expect([1.3, 2, 2.5].map(levelFor)).toEqual([1, 1, 1]);
    expect([2.6, 6].map(levelFor)).toEqual([2, 2]);
  });

  it("cover the part in sight and nothing else, the middle first", () => {
    expect(tilesFor(A4, [0, 0, 0.25, 800 / 4525])).toEqual([0]);
    expect(tilesFor(A4, [0.3, 0.3, 0.1, 0.05])).toEqual([5]);
    const found = tilesFor(A4, [0.2, 0.2, 0.5, 0.4]);
    expect([...found].sort((a, b) => a - b)).toEqual([4, 5, 6, 8, 9, 10, 12, 13, 14]);
    expect(found[0]).toBe(9);
  });

  it("reach to the last, smaller ones at the right and lower edge", () => {
    expect(tilesFor(A4, [0.9, 0.95, 0.1, 0.05])).toEqual([23]);
    const [x, y, w, h] = tileRect(A4, 23);
    expect(x + w).toBeCloseTo(1, 9);
    expect(y + h).toBeCloseTo(1, 9);
  });

  it("never live in greater number than the memory allows", () => {
    expect(tilesFor(A4, [0, 0, 1, 1])).toEqual([]);
    const plan: TileSheet = { ...A4, w: 6400, h: 9050, level: 2, files: Array.from({ length: 96 }, (_, i) => `${i}.webp`) };
    for (let i = 0; i < 400; i++) {
      const w = 0.05 + (i % 20) * 0.04;
      const h = 0.05 + Math.floor(i / 20) * 0.04;
      expect(tilesFor(plan, [0.1, 0.1, w, h]).length).toBeLessThanOrEqual(TILES_LIMIT);
    }
  });

  it("are asked for once where there are none, and again when the paper is opened anew", async () => {
    let asked = 0;
    const sheets = new TileSheets(async () => { asked++; return null; });
    for (let look = 0; look < 5; look++) expect(await sheets.get("a")).toBeNull();
    expect(asked).toBe(1);
    sheets.opened();
    await sheets.get("a");
    expect(asked).toBe(2);
  });

  it("are looked up once, and again after a failure", async () => {
    let asked = 0;
    const sheets = new TileSheets(async () => { asked++; if (asked === 1) throw new Error("no network"); return A4; });
    expect(await sheets.get("a")).toBeNull();
    expect(await sheets.get("a")).toBe(A4);
    expect(await sheets.get("a")).toBe(A4);
    expect(asked).toBe(2);
  });
});
