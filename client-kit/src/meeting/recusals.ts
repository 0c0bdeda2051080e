import type { MeetingView, Mine, RecusalView } from "../proto/protocol.ts";

export interface Recused { readonly person: string; readonly item: string; readonly shown: RecusalView }

/** Who takes no part in an item, by a word about the item itself or about the one above it. */
export function recusedFrom({ agenda, recusals }: Pick<MeetingView, "agenda" | "recusals">, item: string): Recused[] {
  const above = agenda.items[item]?.parent;
  return [item, ...(above === undefined ? [] : [above])].flatMap((id) => Object.entries(recusals.items[id] ?? {}).map(([person, shown]) => ({ person, item: id, shown })));
}

/** The items in which somebody takes no part, in the order of the agenda. */
export const itemsWithout = ({ agenda, recusals }: Pick<MeetingView, "agenda" | "recusals">, person: string): string[] =>
  agenda.order.filter((item) => recusals.items[item]?.[person] !== undefined);

/** Whether who looks may take a recusal back: the own word by oneself, another's by those who lead. */
export const mayTakeBack = (mine: Pick<Mine, "person" | "may">, person: string, shown: Pick<RecusalView, "imposed">): boolean =>
  person === mine.person ? !shown.imposed : mine.may.lead;
