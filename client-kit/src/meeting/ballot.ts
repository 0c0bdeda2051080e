import { inLanguage } from "../i18n/language.ts";
import type { Contest, Mark, VoteView } from "../proto/protocol.ts";

/** What a voter has marked, and an opinion in words where such an answer is marked. */
export interface Filled { readonly marks: readonly string[]; readonly words: string }

export const BLANK: Filled = { marks: [], words: "" };

/** Most characters of an opinion: `Limits.LINE_CHARACTERS` of the server. */
export const WORDS_LIMIT = 1_000;

type Paper = Pick<VoteView, "contests">;

export const marksOf = ({ contests }: Paper): readonly Mark[] => contests.flatMap(({ marks }) => marks);

/** How many marks of a question are set. */
export const setIn = (contest: Contest, { marks }: Filled): number => contest.marks.filter(({ id }) => marks.includes(id)).length;

/** The ballot after a touch of one mark: one more, one less, or another one where the question takes just one. Where all are given, nothing changes. */
export function touched(contest: Contest, filled: Filled, mark: string): Filled {
  const others = filled.marks.filter((id) => id !== mark);
  if (filled.marks.includes(mark)) return { ...filled, marks: others };
  if (contest.most === 1) return { ...filled, marks: [...filled.marks.filter((id) => !contest.marks.some((one) => one.id === id)), mark] };
  return setIn(contest, filled) >= contest.most ? filled : { ...filled, marks: [...others, mark] };
}

/** Whether words belong to what is marked. */
export const wantsWords = (paper: Paper, { marks }: Filled): boolean => marksOf(paper).some(({ id, meaning }) => meaning === "OTHER" && marks.includes(id));

/** Whether the server would take it: as many marks as each question wants, and the words where they belong. */
export function isWhole(paper: Paper, filled: Filled): boolean {
  return paper.contests.every((contest) => { const many = setIn(contest, filled); return many >= contest.least && many <= contest.most; }) && (!wantsWords(paper, filled) || filled.words.trim() !== "");
}

/** What is marked, in words and in the order of the ballot; with the name before each answer where every name has its own. */
export function markedWords(paper: Paper, marks: readonly string[]): string[] {
  return paper.contests.flatMap((contest) => contest.marks.filter(({ id }) => marks.includes(id))
    .map((mark) => (inLanguage(contest.label) === "" ? inLanguage(mark.label) : `${inLanguage(contest.label)}: ${inLanguage(mark.label).toLowerCase()}`)));
}
