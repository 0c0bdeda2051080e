import { accents, fold, hasAccents, isWordCharacter, squash } from "./fold.ts";
import type { PageText } from "./whole-text.ts";

export interface Hit {
  readonly page: number;
  /** Stretch of the page's text. */
  readonly start: number;
  readonly end: number;
  /** 0 same accents, 1 only the letters agree, 2 begins inside a syllable. */
  readonly rank: 0 | 1 | 2;
}

export const QUERY_MIN = 2;
export const QUERY_LIMIT = 100;
export const HITS_LIMIT = 500;
const SNIPPET_BESIDE = 48;

/** Hits in page order, those with the same accents first. `exactOnly` keeps nothing else. */
export function search(pages: readonly PageText[], query: string, exactOnly = false): Hit[] {
  const wanted = query.slice(0, QUERY_LIMIT).trim();
  const plain = fold(wanted);
  if (plain.length < QUERY_MIN) return [];
  const marked = hasAccents(wanted);
  const precise = accents(wanted);
  const hits: Hit[] = [];
  for (const page of pages) {
    hits.push(...hitsOn(page, plain, precise, marked || exactOnly));
    if (hits.length >= HITS_LIMIT) break;
  }
  const kept = exactOnly ? hits.filter((h) => h.rank === 0) : hits;
  return kept.slice(0, HITS_LIMIT).sort((a, b) => a.rank - b.rank || a.page - b.page || a.start - b.start);
}

function hitsOn({ page, folded: within }: PageText, plain: string, precise: string, marked: boolean): Hit[] {
  const { text, folded } = within;
  const hits: Hit[] = [];
  for (let i = folded.indexOf(plain); i >= 0; i = folded.indexOf(plain, i + plain.length)) {
    const start = within.at(i);
    const end = endOf(text, within.at(i + plain.length), within.at(i + plain.length - 1));
    const inside = isWordCharacter(folded[i - 1]) && isWordCharacter(folded[i]);
    const same = !marked || accents(text.slice(start, end)) === precise;
    hits.push({ page, start, end, rank: inside ? 2 : same ? 0 : 1 });
  }
  return hits;
}

/** The end lies after the last letter and its marks, not before the next letter: white space in between stays outside. */
function endOf(text: string, next: number, last: number): number {
  let end = next;
  while (end > last + 1 && /\s/.test(text[end - 1]!)) end--;
  return end;
}

/** What stands around a hit, cut between words. */
export function snippet(text: string, hit: Pick<Hit, "start" | "end">): { readonly before: string; readonly match: string; readonly after: string } {
  const from = Math.max(0, hit.start - SNIPPET_BESIDE);
  const to = Math.min(text.length, hit.end + SNIPPET_BESIDE);
  let before = squash(text.slice(from, hit.start));
  let after = squash(text.slice(hit.end, to));
  if (from > 0) before = `…${before.replace(/^\S*\s/, "")}`;
  if (to < text.length) after = `${after.replace(/\s\S*$/, "")}…`;
  return { before, match: squash(text.slice(hit.start, hit.end)), after };
}
