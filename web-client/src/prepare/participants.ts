import type { MeetingView, Participant, Role } from "client-kit/proto/protocol.ts";

/** The list as the command wants it, from the view. */
export function participantsOf(view: MeetingView): Participant[] {
  return view.people.order.flatMap((id) => {
    const person = view.people.people[id];
    return person ? [{ id, name: person.name, title: person.title, unit: person.unit, role: person.role, votes: person.votes }] : [];
  });
}

/** How many people were added, taken out or changed. */
export function changesBetween(before: readonly Participant[], after: readonly Participant[]): number {
  const was = new Map(before.map((person) => [person.id, person]));
  const changed = after.filter((person) => {
    const old = was.get(person.id);
    return old === undefined || old.role !== person.role || old.votes !== person.votes;
  }).length;
  const left = new Set(after.map((person) => person.id));
  return changed + before.filter((person) => !left.has(person.id)).length;
}

/** Gives somebody a role. There is one chair: the one before becomes a member. Guests have no vote. */
export function withRole(list: readonly Participant[], id: string, role: Role): Participant[] {
  return list.map((person) => {
    if (person.id === id) return { ...person, role, votes: role === "GUEST" ? false : role === "SECRETARY" ? person.votes : true };
    return role === "CHAIR" && person.role === "CHAIR" ? { ...person, role: "MEMBER" } : person;
  });
}
