import type { Rect } from "./manifest.ts";

/** The words of one page as the server ships them; `words` is flat: start, length, x, y, w, h for each word, boxes in 0.1 pt. */
export interface Words {
  readonly v: 1;
  readonly text: string;
  readonly words: readonly number[];
  /** Index of the first word of each line. */
  readonly lines: readonly number[];
}

export interface Word {
  readonly start: number;
  readonly length: number;
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

const STRIDE = 6;

export const wordCount = (words: Words): number => Math.floor(words.words.length / STRIDE);

export function wordAt(words: Words, index: number): Word | null {
  const i = index * STRIDE;
  if (index < 0 || i + STRIDE > words.words.length) return null;
  const n = words.words;
  return { start: n[i]!, length: n[i + 1]!, x: n[i + 2]!, y: n[i + 3]!, w: n[i + 4]!, h: n[i + 5]! };
}

/** Indexes of the words that overlap a stretch of the text. */
export function wordsBetween(words: Words, start: number, end: number): number[] {
  const found: number[] = [];
  for (let i = 0; i < wordCount(words); i++) {
    const at = words.words[i * STRIDE]!;
    if (at >= end) break;
    if (at + words.words[i * STRIDE + 1]! > start) found.push(i);
  }
  return found;
}

/** One box a line for the given words, as parts of a page of the given size; neighbours on a line grow together. */
export function boxesOf(words: Words, indexes: readonly number[], page: { readonly w: number; readonly h: number }): Rect[] {
  const spans: { l: number; t: number; r: number; b: number; last: number }[] = [];
  for (const index of indexes) {
    const word = wordAt(words, index);
    if (!word) continue;
    const span = spans[spans.length - 1];
    if (span && span.last === index - 1 && Math.abs(span.t - word.y) < word.h * 0.6 && word.x >= span.l) {
      span.t = Math.min(span.t, word.y);
      span.r = Math.max(span.r, word.x + word.w);
      span.b = Math.max(span.b, word.y + word.h);
      span.last = index;
    } else {
      spans.push({ l: word.x, t: word.y, r: word.x + word.w, b: word.y + word.h, last: index });
    }
  }
  return spans.map((s) => [s.l / page.w, s.t / page.h, (s.r - s.l) / page.w, (s.b - s.t) / page.h]);
}
