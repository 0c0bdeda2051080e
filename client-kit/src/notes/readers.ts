import type { MeetingView, PersonView } from "../proto/protocol.ts";

export interface Reader {
  readonly id: string;
  readonly person: PersonView;
}

/**
 * With whom a note on a paper can be shared: sharing never widens the right to the paper, which the server holds to in any case. Who is
 * named as a reader of a paper is told to those who prepare only; for others everybody stays on the list, and the words beside it say so.
 */
export function readersOf(view: MeetingView, paper: string, me: string): Reader[] {
  const shown = view.papers.papers[paper];
  if (shown === undefined) return [];
  const item = view.agenda.items[shown.item];
  const above = item?.parent === undefined ? undefined : view.agenda.items[item.parent];
  const inside = shown.access === "MEMBERS" || item?.visibility === "MEMBERS" || above?.visibility === "MEMBERS";
  return view.people.order.flatMap((id) => {
    const person = view.people.people[id];
    if (person === undefined || id === me) return [];
    const prepares = person.role === "CHAIR" || person.role === "SECRETARY";
    if (inside && person.role === "GUEST") return [];
    if (shown.access === "NAMED" && shown.namedReaders.length > 0 && !prepares && !shown.namedReaders.includes(id)) return [];
    return [{ id, person }];
  });
}

/** Whether it is known here to whom the paper is open. */
export const readersKnown = (view: MeetingView, paper: string): boolean => {
  const shown = view.papers.papers[paper];
  return shown !== undefined && (shown.access !== "NAMED" || shown.namedReaders.length > 0);
};
