import { describe, expect, it } from "vitest";
import type { Manifest } from "./manifest.ts";
import { keepPlace, readPlace } from "./place.ts";
import { carryPlace, pagesOver } from "./revision.ts";

const paper = (words: readonly (string | null)[]): Manifest => ({
  v: 1, sha256: "x", pages: words.map((name, i) => ({ label: String(i + 1), w: 5953, h: 8419, words: name, fit: { file: `${name ?? `scan-${i}`}.webp`, w: 1600, h: 2263, bytes: 1 } })),
});

class Shelf implements Storage {
  #kept = new Map<string, string>();
  get length(): number { return this.#kept.size; }
  clear(): void { this.#kept.clear(); }
  getItem(key: string): string | null { return this.#kept.get(key) ?? null; }
  key(index: number): string | null { return [...this.#kept.keys()][index] ?? null; }
  removeItem(key: string): void { this.#kept.delete(key); }
  setItem(key: string, value: string): void { this.#kept.set(key, value); }
}

const matchPages = (from: Manifest, to: Manifest): readonly number[] => pagesOver(from, to, null).forth;

describe("a page in another version whose comparison is not there", () => {
  it("is the one with the same words, however many pages came before it", () => {
    expect(matchPages(paper(["a", "b", "c", "d"]), paper(["new", "newer", "a", "b", "c", "d"]))).toEqual([3, 4, 5, 6]);
    expect(matchPages(paper(["a", "b", "c", "d"]), paper(["a", "d"]))).toEqual([1, 1, 1, 2]);
  });

  it("is the one at the same distance when its words have changed, but never beyond the next known page", () => {
    expect(matchPages(paper(["a", "b", "c"]), paper(["a", "b2", "c"]))).toEqual([1, 2, 3]);
    expect(matchPages(paper(["a", "b", "c", "d"]), paper(["new", "a", "b2", "c", "d"]))).toEqual([2, 3, 4, 5]);
    expect(matchPages(paper(["a", "b"]), paper(["x", "y"]))).toEqual([1, 2]);
    expect(matchPages(paper(["a", "b", "c"]), paper(["x"]))).toEqual([1, 1, 1]);
  });

  it("is looked for nearby when many pages say the same", () => {
    expect(matchPages(paper(["form", "a", "form", "b", "form"]), paper(["form", "a", "form", "b", "form"]))).toEqual([1, 2, 3, 4, 5]);
  });
});

it("a page in another version is the one that their comparison names, both ways, whatever the words look like", () => {
  const pages = [{ page: 1, kind: "SAME", before: 1 }, { page: 2, kind: "NEW" }, { page: 3, kind: "CHANGED", before: 4 }, { page: 4, kind: "SHIFTED", before: 2 }] as const;
  const over = pagesOver(paper(["a", "b", "c", "d"]), paper(["a", "c", "d2", "b2"]), { v: 1, added: 1, removed: 1, moved: 0, pages, removedPages: [3] });
  expect(over).toEqual({ forth: [1, 4, 4, 3], back: [1, 1, 4, 2] });
});

it("a reader's place goes over to the new version once, with its zoom", () => {
  const store = new Shelf();
  keepPlace(store, "lan", "old", { page: 3, scale: 2, cx: 0.4, cy: 0.6 });
  const from = { paper: "old", manifest: paper(["a", "b", "c"]) };
  const to = { paper: "new", manifest: paper(["x", "a", "b", "c"]) };
  carryPlace(store, "lan", from, to);
  expect(readPlace(store, "lan", "new")).toEqual({ page: 4, scale: 2, cx: 0.4, cy: 0.6 });
  keepPlace(store, "lan", "new", { page: 1, scale: 1, cx: 0.5, cy: 0.5 });
  carryPlace(store, "lan", from, to);
  expect(readPlace(store, "lan", "new")?.page).toBe(1);
});

it("a reader's place goes where the comparison of the versions says, once there is one", () => {
  const store = new Shelf();
  keepPlace(store, "lan", "old", { page: 3, scale: 1, cx: 0.5, cy: 0.5 });
  const pages = [{ page: 1, kind: "SAME", before: 1 }, { page: 2, kind: "CHANGED", before: 3 }] as const;
  carryPlace(store, "lan", { paper: "old", manifest: paper(["a", "b", "c"]) }, { paper: "new", manifest: paper(["a", "c2"]) }, { v: 1, added: 1, removed: 1, moved: 0, pages, removedPages: [2] });
  expect(readPlace(store, "lan", "new")?.page).toBe(2);
  keepPlace(store, "mai", "old", { page: 2, scale: 1, cx: 0.5, cy: 0.5 });
  carryPlace(store, "mai", { paper: "old", manifest: paper(["a", "b", "c"]) }, { paper: "new", manifest: paper(["a", "c2"]) }, { v: 1, added: 1, removed: 1, moved: 0, pages, removedPages: [2] });
  expect(readPlace(store, "mai", "new")?.page).toBe(1);
});
