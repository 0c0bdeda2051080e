// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Sheets } from "./sheets.ts";

/** Addresses that were decoded, in order; those that begin with a name in `broken` can't be. */
let asked: string[];
let broken: string[];
let alive: Set<string>;

beforeEach(() => {
  asked = [];
  broken = [];
  alive = new Set();
  HTMLImageElement.prototype.decode = function decode(this: HTMLImageElement) {
    const src = this.getAttribute("src")!;
    asked.push(src);
    return broken.some((name) => src.startsWith(name)) ? Promise.reject(new Error("broken")) : Promise.resolve();
  };
  vi.spyOn(URL, "createObjectURL").mockImplementation(() => { alive.add("blob:1"); return "blob:1"; });
  vi.spyOn(URL, "revokeObjectURL").mockImplementation((url) => { alive.delete(url); });
});
afterEach(() => { vi.restoreAllMocks(); });

const sheets = (kept: (url: string) => Promise<Blob | undefined>): Sheets => {
  const frame = document.createElement("div");
  document.body.append(frame);
  return new Sheets(frame, (page) => (page > 9 ? null : `/files/m/p/${page}.webp`), kept, () => undefined);
};

describe("a page's picture", () => {
  it("comes from the device when that holds it, and its address lives no longer than needed", async () => {
    await sheets((url) => Promise.resolve(new Blob([url]))).open(1, true).ready;
    expect(asked).toEqual(["blob:1"]);
    expect(alive.size).toBe(0);
  });

  it("comes by its address when the device does not hold it, or can't say", async () => {
    await sheets(() => Promise.resolve(undefined)).open(1, true).ready;
    await sheets(() => Promise.reject(new Error("no caches"))).open(2, true).ready;
    expect(asked).toEqual(["/files/m/p/1.webp", "/files/m/p/2.webp"]);
  });

  it("comes by its address when what the device holds is damaged", async () => {
    broken = ["blob:"];
    await sheets(() => Promise.resolve(new Blob(["?"]))).open(1, true).ready;
    expect(asked).toEqual(["blob:1", "/files/m/p/1.webp"]);
    expect(alive.size).toBe(0);
  });

  it("comes by its address, which stays the same, while nobody waits for it", async () => {
    await sheets((url) => Promise.resolve(new Blob([url]))).open(1, false).ready;
    expect(asked).toEqual(["/files/m/p/1.webp"]);
  });

  it("can't be had where there is none", async () => {
    await expect(sheets(() => Promise.resolve(undefined)).open(10, true).ready).rejects.toThrow("no image");
    broken = ["/files"];
    await expect(sheets(() => Promise.resolve(undefined)).open(1, true).ready).rejects.toThrow("broken");
  });

  it("is not filled any more once it was dropped", async () => {
    let found!: (blob: Blob) => void;
    const shelf = sheets(() => new Promise((resolve) => { found = resolve; }));
    const { sheet, ready } = shelf.open(1, true);
    shelf.drop(sheet);
    found(new Blob(["late"]));
    await ready;
    expect(asked).toEqual([]);
    expect(alive.size).toBe(0);
  });
});
