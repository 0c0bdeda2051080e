import { wordAt, wordCount, type Word, type Words } from "./words.ts";

/** A paragraph or heading; its words are those from `first` up to, not including, `end`. */
export interface Block { readonly kind: "heading" | "text" | "item"; readonly text: string; readonly first: number; readonly end: number }

interface Line { first: number; end: number; text: string; l: number; r: number; t: number; b: number; h: number }

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
    return { first, end, text: parts.map((w) => words.text.substr(w.start, w.length)).join(" "), l, r, t, b, h: median(parts.map((w) => w.h)) };
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
  const blocks: { kind: Block["kind"]; text: string; first: number; end: number }[] = [];
  lines.forEach((line, i) => {
    const before = lines[i - 1];
    const last = blocks[blocks.length - 1];
    const head = heading(line);
    const point = POINT.test(line.text);
    const parted = !before || !last || point || head !== (last.kind === "heading")
      || line.t - before.t > pitch * 1.45 || line.t < before.t
      || (!head && line.l > left + height * 1.2 && before.l <= left + height * 0.6)
      || (!head && before.r < left + (right - left) * 0.82);
    if (parted || !last) blocks.push({ kind: head ? "heading" : point ? "item" : "text", text: line.text, first: line.first, end: line.end });
    else { last.text = join(last.text, line.text); last.end = line.end; }
  });
  return blocks;
}

/** How points of a list begin: a dash, a number, a letter. */
const POINT = /^(?:[-–•+*]|\d{1,2}[.)]|[a-zđ][.)])\s/u;
const VIETNAMESE = /[ăâđêôơưà-ỹ]/iu;

/**
 * A hyphen at a line's end that is followed by a small letter belongs to the typesetter, not to the text. Vietnamese is never
 * parted within a word, so there it stays.
 */
function join(a: string, b: string): string {
  if (a.endsWith("\u00ad")) return a.slice(0, -1) + b;
  const tail = /\p{L}*$/u.exec(a.slice(0, -1))![0];
  const parted = a.endsWith("-") && tail.length > 1 && /^\p{Ll}/u.test(b) && !VIETNAMESE.test(tail + b.split(" ", 1)[0]!);
  return parted ? a.slice(0, -1) + b : `${a} ${b}`;
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
