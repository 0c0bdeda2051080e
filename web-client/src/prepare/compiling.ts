import type { MeetingView, OpinionBefore, Stance } from "client-kit/proto/protocol.ts";

/** Whose opinion on an item is wanted, in the order of the list: members and the chair, without those who take no part in it. */
export function askedOn(view: MeetingView, item: string): readonly string[] {
  const above = view.agenda.items[item]?.parent;
  const out = (id: string): boolean => [item, ...(above === undefined ? [] : [above])].some((one) => view.recusals.items[one]?.[id] !== undefined);
  return view.people.order.filter((id) => (view.people.people[id]?.role === "MEMBER" || view.people.people[id]?.role === "CHAIR") && !out(id));
}

/** The paper is Vietnamese, whatever the console speaks. */
const WORDS: Readonly<Record<Stance, string>> = { AGREE: "Đồng ý", DISAGREE: "Không đồng ý", OTHER: "Ý kiến khác" };
const STANCES: readonly Stance[] = ["AGREE", "DISAGREE", "OTHER"];

/** The opinions of an item as a text to go on from: how many say what, then each in its own words. */
export function compiled(view: MeetingView, item: string): string {
  const asked = askedOn(view, item);
  const given: Readonly<Record<string, OpinionBefore>> = view.beforehand.opinions[item] ?? {};
  const name = (id: string): string => view.people.people[id]?.name ?? id;
  const of = (stance: Stance): readonly string[] => asked.filter((id) => given[id]?.stance === stance);
  const counts = STANCES.flatMap((stance) => (of(stance).length === 0 ? [] : [`${WORDS[stance]}: ${of(stance).length}/${asked.length} người (${of(stance).map(name).join(", ")}).`]));
  const words = STANCES.flatMap((stance) => of(stance).filter((id) => given[id]?.text).map((id) => `${name(id)} (${WORDS[stance].toLowerCase()}): ${given[id]?.text.split("\n").filter((line) => line.trim()).join(" ")}`));
  const silent = asked.filter((id) => !given[id]);
  return [...counts, ...words, ...(silent.length === 0 ? [] : [`Chưa cho ý kiến: ${silent.map(name).join(", ")}.`])].join("\n");
}
