import { blocksOf } from "./blocks.ts";
import { wordAt, type Words } from "./words.ts";

export interface Sentence {
  readonly text: string;
  /** Indexes of its words on the page. */
  readonly words: readonly number[];
}

/** Voices stumble over longer ones, and a listener loses the marked place. */
const WORDS_LIMIT = 45;
/** Short forms whose full stop ends no sentence, folded to small letters: TS. (doctor), TP. (city), Đ/c. (comrade), and their like. */
const SHORT_FORMS = new Set(["ts.", "ths.", "pgs.", "gs.", "tp.", "tx.", "tt.", "đ/c.", "đc.", "tr.", "v.v.", "mr.", "mrs.", "dr.", "no.", "st."]);

/** A page's text as sentences to be said, none over the end of a paragraph. */
export function sentencesOf(words: Words): Sentence[] {
  const found: Sentence[] = [];
  for (const block of blocksOf(words)) {
    let hand: number[] = [];
    const end = (): void => {
      if (hand.length) found.push({ text: hand.map((i) => textOf(words, i)).join(" ").replace(/\u00ad ?/gu, ""), words: hand });
      hand = [];
    };
    for (let i = block.first; i < block.end; i++) {
      hand.push(i);
      const said = textOf(words, i);
      const next = i + 1 < block.end ? textOf(words, i + 1) : "";
      if (block.kind === "heading" ? hand.length >= 2 * WORDS_LIMIT : endsSentence(said, next, hand.length === 1) || (hand.length >= WORDS_LIMIT && /[,;:–-]$/u.test(said)) || hand.length >= 2 * WORDS_LIMIT) end();
    }
    end();
  }
  return found.filter(({ text }) => /[\p{L}\p{N}]/u.test(text));
}

const textOf = (words: Words, index: number): string => {
  const word = wordAt(words, index);
  return word ? words.text.substr(word.start, word.length) : "";
};

/** A number or letter alone at the beginning ("1.", "a.") counts the point of a list. */
function endsSentence(word: string, next: string, first: boolean): boolean {
  if (!/[.!?…]["”’)\]]*$/u.test(word)) return false;
  if (SHORT_FORMS.has(word.toLowerCase()) || (first && /^[\p{L}\p{N}]{1,4}\.$/u.test(word))) return false;
  return next === "" || !/^\p{Ll}/u.test(next);
}
