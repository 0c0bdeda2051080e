import type { MeetingView, OpinionBefore, Stance } from "client-kit/proto/protocol.ts";

/** The paper is Vietnamese, whatever the console speaks. */
const WORDS: Readonly<Record<Stance, string>> = { AGREE: "Đồng ý", DISAGREE: "Không đồng ý", OTHER: "Ý kiến khác" };
const STANCES: readonly Stance[] = ["AGREE", "DISAGREE", "OTHER"];

/** The opinions of an item as a text to go on from: how many say what, with the names of those who say no more, then each in its own words. */
export function compiled(view: MeetingView, item: string): string {
  const asked = view.beforehand.asked[item] ?? [];
  const given: Readonly<Record<string, OpinionBefore>> = view.beforehand.opinions[item] ?? {};
  const names = (ids: readonly string[]): string => ids.map((id) => view.people.people[id]?.name ?? id).join(", ");
  const of = (stance: Stance): readonly string[] => asked.filter((id) => given[id]?.stance === stance);
  const counts = STANCES.filter((stance) => of(stance).length > 0).map((stance) => {
    const wordless = of(stance).filter((id) => !given[id]?.text);
    return `${WORDS[stance]}: ${of(stance).length}/${asked.length} người${wordless.length === 0 ? "" : wordless.length === of(stance).length ? ` (${names(wordless)})` : `; không ghi thêm lời: ${names(wordless)}`}.`;
  });
  const words = STANCES.flatMap((stance) => of(stance).filter((id) => given[id]?.text).map((id) => `${names([id])} (${WORDS[stance].toLowerCase()}): ${given[id]?.text.split("\n").filter((line) => line.trim()).join(" ")}`));
  const silent = asked.filter((id) => !given[id]);
  return [...counts, ...words, ...(silent.length === 0 ? [] : [`Chưa cho ý kiến: ${names(silent)}.`])].join("\n");
}
