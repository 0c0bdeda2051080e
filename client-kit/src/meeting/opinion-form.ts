import { term } from "../i18n/terms.ts";
import type { Kind, MeetingView, Mine, Phase } from "../proto/protocol.ts";

/** A meeting without a session: questions in writing, with a deadline. */
export const isForm = ({ kind }: { readonly kind: Kind }): boolean => kind === "OPINION_FORM";

/** Where a meeting or form stands, in a word. */
export const phaseWord = (one: { readonly kind: Kind; readonly phase: Phase }): string => (isForm(one) && one.phase === "ISSUED" ? term().formOut : term().phase[one.phase]);

/** The questions that somebody is asked, and those of them that are answered, in their order. */
export function askedOf({ votes }: MeetingView, mine: Pick<Mine, "entitled" | "ballots">): { readonly asked: readonly string[]; readonly answered: readonly string[] } {
  const asked = votes.order.filter((id) => mine.entitled.includes(id));
  return { asked, answered: asked.filter((id) => mine.ballots[id] !== undefined) };
}
