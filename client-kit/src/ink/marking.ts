import type { Colour, NoteBody } from "../proto/protocol.ts";
import type { Rect } from "../reader/manifest.ts";
import { boxesOf, wordAt, wordCount, type Words } from "../reader/words.ts";
import { UNITS_PER_TENTH, type Spot } from "./stroke.ts";

/** Characters of the page kept on either side of a quote. */
export const CONTEXT_CHARACTERS = 32;
/** `NoteLimits.QUOTE_CHARACTERS` of the server. */
const QUOTE_LIMIT = 10_000;
/** A finger this many heights of a line away from all words means none of them. */
const FAR_LINES = 2.5;

export type Highlight = Extract<NoteBody, { kind: "highlight" }>;

/** The word that a place on the page means: the one under it, else the nearest on its line, else the nearest; -1 when all are far. */
export function wordNear(words: Words, [ux, uy]: Spot): number {
  const x = ux / UNITS_PER_TENTH;
  const y = uy / UNITS_PER_TENTH;
  let best = -1;
  let least = Infinity;
  for (let i = 0; i < wordCount(words); i++) {
    const w = wordAt(words, i)!;
    const dx = Math.max(w.x - x, 0, x - (w.x + w.w));
    const dy = Math.max(w.y - y, 0, y - (w.y + w.h));
    if (dy > w.h * FAR_LINES) continue;
    // Beside a line is nearer than above or below it.
    const away = dx + dy * 6;
    if (away < least) { least = away; best = i; }
  }
  return best;
}

/** Word indexes from one to the other, whichever way the hand went. */
export function between(one: number, other: number): number[] {
  const from = Math.min(one, other);
  return Array.from({ length: Math.abs(one - other) + 1 }, (_, i) => from + i);
}

/** Boxes of the words in page units, one a line. */
export function quadsOf(words: Words, indexes: readonly number[]): number[][] {
  const tenth = 1 / UNITS_PER_TENTH;
  return boxesOf(words, indexes, { w: tenth, h: tenth }).map((box) => box.map((n) => Math.round(n))).filter((q) => q[2]! > 0 && q[3]! > 0);
}

/** Marked text from one word to another; null when there is nothing to mark or more than a note may hold. */
export function highlightOf(words: Words, one: number, other: number, colour: Colour): Highlight | null {
  const first = wordAt(words, Math.min(one, other));
  const last = wordAt(words, Math.max(one, other));
  if (!first || !last) return null;
  const start = first.start;
  const end = last.start + last.length;
  const quads = quadsOf(words, between(one, other));
  if (quads.length === 0 || end <= start || end - start > QUOTE_LIMIT) return null;
  const { text } = words;
  return {
    kind: "highlight", colour, quads, start, end,
    quote: { exact: text.slice(start, end), prefix: whole(text.slice(Math.max(0, start - CONTEXT_CHARACTERS), start)), suffix: whole(text.slice(end, end + CONTEXT_CHARACTERS)) },
  };
}

/** Half a character (of two UTF-16 units) at either end is left out. */
const whole = (text: string): string => text.replace(/^[\uDC00-\uDFFF]|[\uD800-\uDBFF]$/g, "");

/** First and last word of a highlight; null when the page's words are others than those it was made on. */
export function endsOf(words: Words, { start, end }: Highlight): [number, number] | null {
  let first = -1;
  let last = -1;
  for (let i = 0; i < wordCount(words); i++) {
    const w = wordAt(words, i)!;
    if (w.start >= end) break;
    if (w.start + w.length > start) { if (first < 0) first = i; last = i; }
  }
  return first < 0 ? null : [first, last];
}

/** What an arrow key asks for. */
export type Step = "next" | "back" | "down" | "up";

/** The word after or before one, or the one below or above it; -1 beyond the page's last or first word or line. */
export function stepped(words: Words, from: number, step: Step): number {
  if (step === "next" || step === "back") {
    const next = from + (step === "next" ? 1 : -1);
    return next < wordCount(words) ? next : -1;
  }
  const starts = words.lines;
  let line = 0;
  while (line + 1 < starts.length && starts[line + 1]! <= from) line++;
  line += step === "down" ? 1 : -1;
  const here = wordAt(words, from);
  if (!here || line < 0 || line >= starts.length) return -1;
  const middle = here.x + here.w / 2;
  const away = (index: number): number => { const word = wordAt(words, index); return word ? Math.abs(word.x + word.w / 2 - middle) : Infinity; };
  return between(starts[line]!, (starts[line + 1] ?? wordCount(words)) - 1).reduce((best, one) => (away(one) < away(best) ? one : best));
}

/** The first word of the part of a page that is in sight, else the page's first; -1 where there are none. */
export function firstInSight(words: Words, [, top]: Rect, page: { readonly h: number }): number {
  for (let i = 0; i < wordCount(words); i++) if (wordAt(words, i)!.y * UNITS_PER_TENTH >= top * page.h) return i;
  return wordCount(words) > 0 ? 0 : -1;
}
