import { accents, fold, hasAccents } from "./fold.ts";
import { QUERY_LIMIT, QUERY_MIN } from "./search.ts";

interface Syllable { readonly start: number; readonly end: number; readonly plain: string; readonly marked: string }

/** A stretch of a text; `words` stand in it side by side. */
export interface Stretch { readonly start: number; readonly end: number; readonly words: number }

/** A line of text with what was looked for; `marks` are start and length in turns. */
export interface Snippet { readonly text: string; readonly marks: readonly number[] }

const WORDS_LIMIT = 24;
const MARKS_LIMIT = 8;
const BESIDE = 70;
const SAME_ACCENTS = 8;
const SIDE_BY_SIDE_WITH_ACCENTS = 16;
const SIDE_BY_SIDE = 6;

function syllables(text: string): Syllable[] {
  return [...text.matchAll(/[\p{L}\p{N}][\p{L}\p{N}\p{M}\u00ad\u200b]*/gu)].map((run) => ({
    start: run.index, end: run.index + run[0].length, plain: fold(run[0]), marked: accents(run[0]),
  }));
}

/**
 * What somebody looks for, as the server understands it (search/Wanted): words in quotes stand side by side, the others anywhere on
 * the page, and the last of them may be unfinished. `exact` ("đúng dấu") wants the same accents, wherever the tone mark was placed.
 */
export class Wanted {
  readonly #phrases: readonly (readonly Syllable[])[];
  readonly #loose: readonly Syllable[];
  readonly #unfinished: boolean;
  readonly #marked: boolean;

  constructor(readonly query: string, readonly exact: boolean) {
    const text = query.slice(0, QUERY_LIMIT);
    const phrases: Syllable[][] = [];
    const rest = text.replace(/["“”„«»]([^"“”„«»]*)(?:["“”„«»]|$)/g, (_, quoted: string) => {
      phrases.push(syllables(quoted).slice(0, WORDS_LIMIT));
      return " ";
    });
    this.#phrases = phrases.filter((phrase) => phrase.length > 0);
    this.#loose = syllables(rest).slice(0, WORDS_LIMIT);
    const last = this.#loose[this.#loose.length - 1];
    this.#unfinished = !exact && last !== undefined && last.end === rest.length && last.plain.length >= QUERY_MIN;
    this.#marked = hasAccents(text);
  }

  get isEnough(): boolean { return [...this.#phrases.flat(), ...this.#loose].reduce((n, word) => n + word.plain.length, 0) >= QUERY_MIN; }

  /** A quick look at a folded text: whether it is worth reading word by word. */
  mayBeIn(folded: string): boolean { return [...this.#phrases.flat(), ...this.#loose].every((word) => folded.includes(word.plain)); }

  /** Where it stands in a text; nothing unless all of it does. */
  in(text: string, exact = this.exact): Stretch[] {
    const there = syllables(text);
    const hit = new Set<number>();
    const same = (a: Syllable, b: Syllable, prefix: boolean): boolean => exact ? a.marked === b.marked : prefix ? a.plain.startsWith(b.plain) : a.plain === b.plain;
    for (const phrase of this.#phrases) {
      let found = false;
      for (let at = 0; at + phrase.length <= there.length; at++) {
        if (!phrase.every((word, i) => same(there[at + i]!, word, false))) continue;
        phrase.forEach((_, i) => hit.add(at + i));
        found = true;
      }
      if (!found) return [];
    }
    for (const [i, word] of this.#loose.entries()) {
      const prefix = this.#unfinished && i === this.#loose.length - 1;
      const found = there.flatMap((one, at) => same(one, word, prefix) ? [at] : []);
      if (found.length === 0) return [];
      for (const at of found) hit.add(at);
    }
    return stretches(there, hit);
  }

  /** Whether a text that has all of it has it with the same accents; a query without any says nothing about them. */
  sameAccents(text: string): boolean { return !this.#marked || this.in(text, true).length > 0; }

  /** What a page is worth, higher is better: the same accents before all nearness, as on the server. */
  worth(stretched: readonly Stretch[], sameAccents: boolean): number {
    const together = this.#loose.length > 1 && stretched.some((s) => s.words >= this.#loose.length);
    const marked = this.#marked && sameAccents;
    return (marked ? SAME_ACCENTS : 0) + (together ? SIDE_BY_SIDE + (marked ? SIDE_BY_SIDE_WITH_ACCENTS : 0) : 0);
  }

  /** The neighbourhood of the place where most of the words stand together. */
  snippet(text: string, found = this.in(text)): Snippet {
    const best = found.reduce<Stretch>((a, b) => (b.words > a.words ? b : a), found[0] ?? { start: 0, end: 0, words: 0 });
    const from = edge(text, Math.max(0, best.start - BESIDE), best.start, 1);
    const to = edge(text, Math.min(text.length, best.end + BESIDE), best.end, -1);
    const inside = found.filter((s) => s.start >= from && s.end <= to).slice(0, MARKS_LIMIT);
    return line(text.slice(from, to), inside.map((s) => ({ ...s, start: s.start - from, end: s.end - from })), from > 0, to < text.length);
  }

  /** All of a short text such as a title; without marks where it is not in it. */
  title(text: string): Snippet { return line(text, this.in(text), false, false); }
}

function stretches(there: readonly Syllable[], hit: ReadonlySet<number>): Stretch[] {
  const found: Stretch[] = [];
  for (let i = 0; i < there.length; i++) {
    if (!hit.has(i)) continue;
    const from = i;
    while (hit.has(i + 1)) i++;
    found.push({ start: there[from]!.start, end: there[i]!.end, words: i - from + 1 });
  }
  return found;
}

function line(text: string, found: readonly Stretch[], before: boolean, after: boolean): Snippet {
  const flat = (part: string): string => part.replace(/\s+/g, " ");
  const marks: number[] = [];
  let made = before ? "…" : "";
  let done = 0;
  for (const { start, end } of found) {
    made += flat(text.slice(done, start));
    const hit = flat(text.slice(start, end));
    marks.push(made.length, hit.length);
    made += hit;
    done = end;
  }
  return { text: made + flat(text.slice(done)) + (after ? "…" : ""), marks };
}

/** The edge of a word between a place and the hit. */
function edge(text: string, at: number, hit: number, step: 1 | -1): number {
  if (at === 0 || at === text.length) return at;
  for (let i = at; i !== hit; i += step) if (/\s/.test(text[step === 1 ? i : i - 1]!)) return i + step;
  return at;
}
