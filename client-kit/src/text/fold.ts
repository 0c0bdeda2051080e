/**
 * Vietnamese without its marks: NFD, marks and invisible characters dropped, đ to d, lower case, any white space to one space.
 * So "GIẢI  PHÓNG" and "giải phóng" fold alike, and so do "Thuỷ" and "Thủy", whatever their normal form.
 * The server does the same in papers/TextFold; fold-golden.json holds both together.
 */
export function fold(text: string): string {
  return squash(small(text.normalize("NFD").replace(/[\p{Mn}\u00ad\u200b\ufeff]/gu, "").replace(/[đĐðÐ]/g, "d")));
}

/** Letter by letter: at the end of a word a sigma would come out otherwise. */
const small = (text: string): string => text.toLowerCase().replace(/ς/g, "σ");

/** White space of any kind and length counts as one space: a hit may run over the end of a line. */
export const squash = (text: string): string => text.replace(/\s+/g, " ");

/** A text beside what it folds to, with the way back from one to the other. */
export class Folded {
  readonly folded: string;
  #at: readonly number[] | null | undefined;

  /** @param folded what the server has made of it; it is made here when it did not */
  constructor(readonly text: string, folded?: string) { this.folded = folded ?? fold(text); }

  /** Where a character of the folded text stands in the text; its length leads to the end. */
  at(index: number): number {
    if (this.#at === undefined) this.#at = runsAlike(this.text, this.folded) ? null : placesIn(this.text);
    return this.#at ? this.#at[index]! : index;
  }
}

/** Where no character is dropped, each makes at least one: of the same length then means one each. */
const runsAlike = (text: string, folded: string): boolean => text.length === folded.length && !/[\p{Mn}\u00ad\u200b\ufeff]|\s\s/u.test(text);

/** For every character of `fold(text)` where it stands in `text`; one more entry for the end. Slow. */
function placesIn(text: string): number[] {
  const at: number[] = [];
  let offset = 0;
  let space = false;
  for (const char of text) {
    const plain = fold(char);
    if (!(plain === " " && space)) for (let i = 0; i < plain.length; i++) at.push(offset);
    if (plain) space = plain === " ";
    offset += char.length;
  }
  at.push(text.length);
  return at;
}

const TONES = /[\u0300\u0301\u0303\u0309\u0323]/gu;

/**
 * For telling whether two texts carry the same accents: letters keep their shape (ă â đ ê ô ơ ư), the tone mark moves
 * to the end of its syllable, so that both schools of placing it (hoà, hòa) are one.
 */
export function accents(text: string): string {
  return squash(small(text.normalize("NFD").replace(/[\u00ad\u200b\ufeff]/gu, "").replace(/[ðÐ]/g, "đ"))).replace(/\p{L}[\p{L}\p{Mn}]*/gu, (syllable) => {
    const tones = (syllable.match(TONES) ?? []).join("");
    return syllable.replace(TONES, "").normalize("NFC") + tones;
  });
}

/** Whether a text carries any Vietnamese mark at all. */
export const hasAccents = (text: string): boolean => /[\p{Mn}đĐðÐ]/u.test(text.normalize("NFD"));

/** A letter or a digit: what a syllable is made of. */
export const isWordCharacter = (char: string | undefined): boolean => char !== undefined && (char < "\x80" ? /[A-Za-z0-9]/ : /[\p{L}\p{N}\p{M}]/u).test(char);
