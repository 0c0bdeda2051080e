import type { Words } from "../proto/protocol.ts";
import { Digest } from "./digest.ts";
import { must } from "./fault.ts";
import { id, list, object } from "./shape.ts";

interface Label { readonly vi: string; readonly en: string }

/** A contest as voters read it. */
export interface ReadContest {
  readonly id: string;
  readonly label: Label;
  readonly least: number;
  readonly most: number;
  readonly marks: readonly { readonly id: string; readonly label: Label; readonly meaning: string }[];
}

/** W: what a voter reads of a vote, in the order in which it is read, with the ids and numbers that it stands for (section 3). */
export function wordsHash({ question, contests }: { readonly question: string; readonly contests: readonly ReadContest[] }): string {
  const digest = new Digest("words").text(question);
  for (const { id: name, label, least, most, marks } of contests) {
    digest.text(name).text(label.vi).text(label.en).number(least).number(most).number(marks.length);
    for (const mark of marks) digest.text(mark.id).text(mark.label.vi).text(mark.label.en).text(mark.meaning);
  }
  return digest.hex();
}

/** W of the words of a poll as they are sent and exported. @throws CheckFailed when they are not those of such contests */
export function readWords(value: unknown, asked: readonly { readonly id: string; readonly least: number; readonly marks: readonly string[]; readonly most: number }[]): string {
  const words = object(value, ["contests", "question"], "words");
  const contests = list(words["contests"], asked.length, asked.length, "words.contests", (item, name, at): ReadContest => {
    const contest = object(item, ["label", "marks"], name);
    const of = asked[at]!;
    return {
      id: of.id, label: readLabel(contest["label"], name), least: of.least, most: of.most,
      marks: list(contest["marks"], of.marks.length, of.marks.length, name, (each, where, i) => {
        const mark = object(each, ["label", "meaning"], where);
        return { id: of.marks[i]!, label: readLabel(mark["label"], where), meaning: id(mark["meaning"], where) };
      }),
    };
  });
  return wordsHash({ question: text(words["question"], "words.question"), contests });
}

function readLabel(value: unknown, name: string): Label {
  const label = object(value, ["en", "vi"], name);
  return { vi: text(label["vi"], name), en: text(label["en"], name) };
}

/** Half a pair of surrogates has no bytes of its own, so two such texts would have the same hash. */
function text(value: unknown, name: string): string {
  must(typeof value === "string" && value.length <= 4_096 && !/\p{Surrogate}/u.test(value), "form", `${name} is no well-formed text`);
  return value;
}

/** Words as a trustee looks at them: the question, and the answers with their labels in this language. */
export const spoken = ({ question, contests }: Words, pick: (label: Label) => string): { readonly question: string; readonly answers: readonly string[] } => ({
  question,
  answers: contests.flatMap(({ label, marks }) => marks.map((mark) => [pick(label), pick(mark.label)].filter(Boolean).join(": "))),
});
