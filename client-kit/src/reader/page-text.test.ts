import { expect, it } from "vitest";
import type { Manifest } from "./manifest.ts";
import type { NsReader } from "./ns-reader.ts";
import { PageText } from "./page-text.ts";
import { PagesOfWords } from "./pages-of-words.ts";
import type { Words } from "./words.ts";

const manifest = (words: string): Manifest => ({ v: 1, sha256: words, pages: [{ label: "1", w: 5953, h: 8419, words }] });

/** A reader as far as its text knows it, and answers that come when the test says so. */
function bench() {
  const answers = new Map<string, (words: Words) => void>();
  const files = new PagesOfWords((url) => new Promise((answer) => { answers.set(url, answer); }));
  const reader = { isConnected: true, page: 1, manifest: manifest("a.json"), fileUrl: (name: string) => `/files/m1/${name}`, words: null as Words | null, highlights: [{ page: 1, words: [0] }] };
  const marked: number[] = [];
  const text = new PageText(reader as unknown as NsReader, (boxes) => { marked.push(boxes.length); }, files);
  const come = async (name: string): Promise<void> => {
    answers.get(`/files/m1/${name}`)?.({ v: 1, text: name, words: [0, 1, 700, 1000, 60, 140], lines: [0] } as Words);
    for (let turn = 0; turn < 5; turn++) await Promise.resolve();
  };
  return { reader, text, marked, come };
}

it("the words of the page in hand come to it", async () => {
  const { reader, text, come } = bench();
  text.load();
  await come("a.json");
  expect(reader.words?.text).toBe("a.json");
});

it("words that come late are not laid under the same page of another paper", async () => {
  const { reader, text, marked, come } = bench();
  text.load();
  void text.show();
  reader.manifest = manifest("b.json");
  await come("a.json");
  expect(reader.words).toBeNull();
  expect(marked).toEqual([]);
  text.load();
  await come("b.json");
  expect(reader.words?.text).toBe("b.json");
});
