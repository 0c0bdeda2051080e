import { accents, fold, Folded, hasAccents, isWordCharacter } from "./fold.ts";
import { QUERY_LIMIT, QUERY_MIN } from "./search.ts";

interface Syllable { readonly end: number; readonly plain: string; readonly marked: string }

/** Where a syllable stands in a folded text. */
interface Run { readonly from: number; readonly to: number }

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
    end: run.index + run[0].length, plain: fold(run[0]), marked: accents(run[0]),
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
  in(within: Folded, exact = this.exact): Stretch[] {
    const { text, folded } = within;
    const same = (run: Run, word: Syllable, prefix: boolean): boolean =>
      exact ? accents(text.slice(within.at(run.from), within.at(run.to))) === word.marked : prefix || run.to - run.from === word.plain.length && folded.startsWith(word.plain, run.from);
    const hits = new Map<number, Run>();
    for (const phrase of this.#phrases) {
      let found = false;
      for (const first of runs(folded, phrase[0]!.plain)) {
        const row = [first];
        for (let next: Run | null = first; row.length < phrase.length && (next = runAfter(folded, next.to));) row.push(next);
        if (row.length < phrase.length || !phrase.every((word, i) => same(row[i]!, word, false))) continue;
        for (const run of row) hits.set(run.from, run);
        found = true;
      }
      if (!found) return [];
    }
    for (const [i, word] of this.#loose.entries()) {
      const found = runs(folded, word.plain).filter((run) => same(run, word, this.#unfinished && i === this.#loose.length - 1));
      if (found.length === 0) return [];
      for (const run of found) hits.set(run.from, run);
    }
    return stretches(within, [...hits.values()].sort((a, b) => a.from - b.from));
  }

  /** Whether a text that has all of it has it with the same accents; a query without any says nothing about them. */
  sameAccents(within: Folded): boolean { return !this.#marked || this.in(within, true).length > 0; }

  /** What a page is worth, higher is better: the same accents before all nearness, as on the server. */
  worth(stretched: readonly Stretch[], sameAccents: boolean): number {
    const together = this.#loose.length > 1 && stretched.some((s) => s.words >= this.#loose.length);
    const marked = this.#marked && sameAccents;
    return (marked ? SAME_ACCENTS : 0) + (together ? SIDE_BY_SIDE + (marked ? SIDE_BY_SIDE_WITH_ACCENTS : 0) : 0);
  }

  /** The neighbourhood of the place where most of the words stand together. */
  snippet(text: string, found: readonly Stretch[]): Snippet {
    const best = found.reduce<Stretch>((a, b) => (b.words > a.words ? b : a), found[0] ?? { start: 0, end: 0, words: 0 });
    const from = edge(text, Math.max(0, best.start - BESIDE), best.start, 1);
    const to = edge(text, Math.min(text.length, best.end + BESIDE), best.end, -1);
    const inside = found.filter((s) => s.start >= from && s.end <= to).slice(0, MARKS_LIMIT);
    return line(text.slice(from, to), inside.map((s) => ({ ...s, start: s.start - from, end: s.end - from })), from > 0, to < text.length);
  }

  /** All of a short text such as a title; without marks where it is not in it. */
  title(text: string): Snippet { return line(text, this.in(new Folded(text)), false, false); }
}

/** Syllables that begin with some letters. */
function runs(folded: string, letters: string): Run[] {
  const found: Run[] = [];
  for (let from = folded.indexOf(letters); from >= 0; from = folded.indexOf(letters, from + letters.length)) {
    if (!isWordCharacter(folded[from - 1])) found.push({ from, to: endOfRun(folded, from) });
  }
  return found;
}

function runAfter(folded: string, place: number): Run | null {
  let from = place;
  while (from < folded.length && !isWordCharacter(folded[from])) from++;
  return from < folded.length ? { from, to: endOfRun(folded, from) } : null;
}

function endOfRun(folded: string, from: number): number {
  let to = from;
  while (isWordCharacter(folded[to])) to++;
  return to;
}

/** Syllables that follow each other are one. */
function stretches(within: Folded, hits: readonly Run[]): Stretch[] {
  const found: Stretch[] = [];
  for (let i = 0; i < hits.length; i++) {
    const first = i;
    while (i + 1 < hits.length && runAfter(within.folded, hits[i]!.to)?.from === hits[i + 1]!.from) i++;
    found.push({ start: within.at(hits[first]!.from), end: within.at(hits[i]!.to), words: i - first + 1 });
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
