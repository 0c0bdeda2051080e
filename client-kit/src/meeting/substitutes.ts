import { t } from "../i18n/texts.ts";
import type { MeetingView, PersonView, VoteView } from "../proto/protocol.ts";

/** In whose place somebody comes, in words beside the name; empty for everybody else. */
export function inPlaceOf({ franchise, people }: Pick<MeetingView, "franchise" | "people">, person: string | undefined): string {
  const member = Object.keys(franchise.substitutions).find((id) => franchise.substitutions[id]?.person === person);
  return member === undefined ? "" : t("inPlaceOf", { name: people.people[member]?.name ?? "" });
}

/** The name beside a ballot: the voter's, or of who casts it in the voter's place. */
export function voterName(vote: Pick<VoteView, "substituted" | "holders">, people: Readonly<Record<string, PersonView>>, id: string): string {
  const name = (one: string): string => people[one]?.name ?? one;
  const substitute = vote.substituted.includes(id) ? vote.holders[id] : undefined;
  return substitute === undefined ? name(id) : `${name(substitute)} (${t("inPlaceOf", { name: name(id) })})`;
}
