import type { PersonView } from "client-kit/proto/protocol.ts";
import { fold } from "client-kit/text/fold.ts";

type Searched = Pick<PersonView, "name" | "title" | "unit">;

const folded = new WeakMap<Searched, string>();

function words(person: Searched): string {
  let text = folded.get(person);
  if (text === undefined) folded.set(person, (text = fold(`${person.name} ${person.title} ${person.unit}`)));
  return text;
}

/** Who matches every word typed, with or without accents, in the order of the list. */
export function searchPeople(people: Readonly<Record<string, Searched>>, order: readonly string[], typed: string): string[] {
  const wanted = fold(typed).trim().split(" ").filter(Boolean);
  return order.filter((id) => {
    const person = people[id];
    return person !== undefined && wanted.every((word) => words(person).includes(word));
  });
}
