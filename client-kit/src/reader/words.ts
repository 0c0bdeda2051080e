import type { Rect } from "./manifest.ts";

/** The words of one page as the server ships them; `words` is flat: start, length, x, y, w, h for each word, boxes in 0.1 pt. */
export interface Words {
  readonly v: 1;
  readonly text: string;
  readonly folded?: string;
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

export interface Block { readonly kind: "heading" | "text"; readonly text: string }

interface Line { text: string; l: number; r: number; t: number; b: number; h: number }

function linesOf(words: Words): Line[] {
  const count = wordCount(words);
  return words.lines.map((first, i): Line | null => {
    const end = words.lines[i + 1] ?? count;
    const parts: Word[] = [];
    for (let w = first; w < end; w++) {
      const word = wordAt(words, w);
      if (word) parts.push(word);
    }
    if (parts.length === 0) return null;
    const l = Math.min(...parts.map((w) => w.x));
    const r = Math.max(...parts.map((w) => w.x + w.w));
    const t = Math.min(...parts.map((w) => w.y));
    const b = Math.max(...parts.map((w) => w.y + w.h));
    return { text: parts.map((w) => words.text.substr(w.start, w.length)).join(" "), l, r, t, b, h: median(parts.map((w) => w.h)) };
  }).filter((line): line is Line => line !== null);
}

/** The page as paragraphs for the large-text view: lines join unless a gap, an indent, a short line or a heading parts them. */
export function blocksOf(words: Words): Block[] {
  const lines = linesOf(words);
  if (lines.length === 0) return [];
  const height = median(lines.map((l) => l.h)) || 1;
  const left = low(lines.map((l) => l.l));
  const right = Math.max(...lines.map((l) => l.r));
  const pitch = median(lines.slice(1).map((l, i) => l.t - lines[i]!.t).filter((d) => d > 0)) || height * 1.4;
  const heading = (l: Line): boolean => l.text.length <= 160
    && (l.h > height * 1.18 || (isCapitals(l.text) && l.text.length > 3) || /^(?:[IVX]{1,5}|Chương \S+|Điều \d+)\.\s/u.test(l.text));
  const blocks: { kind: Block["kind"]; text: string }[] = [];
  lines.forEach((line, i) => {
    const before = lines[i - 1];
    const kind: Block["kind"] = heading(line) ? "heading" : "text";
    const last = blocks[blocks.length - 1];
    const parted = !before || !last || last.kind !== kind
      || line.t - before.t > pitch * 1.45 || line.t < before.t
      || (kind === "text" && line.l > left + height * 1.2 && before.l <= left + height * 0.6)
      || (kind === "text" && before.r < left + (right - left) * 0.82)
      || /^(?:[-–•+*]|\d{1,2}[.)]|[a-zđ][.)])\s/u.test(line.text);
    if (parted || !last) blocks.push({ kind, text: line.text });
    else last.text = join(last.text, line.text);
  });
  return blocks;
}

/** A hyphen at a line's end that is followed by a small letter belongs to the typesetter, not to the text. */
function join(a: string, b: string): string {
  return a.endsWith("\u00ad") ? a.slice(0, -1) + b : `${a} ${b}`;
}

const isCapitals = (text: string): boolean => /\p{Lu}/u.test(text) && !/\p{Ll}/u.test(text);

function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? 0;
}

/** The usual left edge: the tenth from below, so that one stray mark in the margin counts for nothing. */
function low(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 10)] ?? 0;
}
