import { recusedFrom } from "../meeting/recusals.ts";
import { inPlaceOf } from "../meeting/substitutes.ts";
import type { MeetingView, PersonView } from "../proto/protocol.ts";

/** How the person of a seat stands to the meeting. `invited`: expected and not here yet. */
export type Standing = "empty" | "invited" | "room" | "remote" | "absent" | "left";
/** What the person does, of these the first that is so. */
export type Doing = "speaking" | "waits" | "spoken";

export interface SeatState {
  readonly standing: Standing;
  readonly doing: Doing | null;
  /** Has voted in the vote that is open; only told to who leads. */
  readonly voted: boolean;
  readonly late: boolean;
  /** Short name of the member whose seat it is, while somebody else has come in that place; else empty. */
  readonly inPlaceOf: string;
  /** Takes no part in the item in hand. */
  readonly recused: boolean;
}

export const STANDINGS: readonly Standing[] = ["room", "remote", "invited", "absent", "left", "empty"];
export const DOINGS: readonly Doing[] = ["speaking", "waits", "spoken"];

const standingOf = (person: PersonView): Standing =>
  person.presence === "IN_ROOM" ? "room" : person.presence === "REMOTE" ? "remote" : person.leftAt !== undefined ? "left" : person.absence !== undefined ? "absent" : "invited";

export interface Drawn {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly label: string;
  readonly person: string | undefined;
  readonly name: string;
  readonly short: string;
  readonly state: SeatState;
}

const EMPTY: SeatState = { standing: "empty", doing: null, voted: false, late: false, inPlaceOf: "", recused: false };

/** All seats as they are to be drawn now: on the seat of a member in whose place somebody has come is that person. */
export function drawnSeats(view: Pick<MeetingView, "seats" | "people" | "floor" | "franchise" | "agenda" | "recusals">): Drawn[] {
  const { seats, people, floor, franchise, agenda } = view;
  const placed = new Set(Object.values(seats.seats).map((seat) => seat.person));
  const out = new Set(agenda.inHand === undefined ? [] : recusedFrom(view, agenda.inHand).map((each) => each.person));
  const waits = new Set(Object.values(floor.requests).map((request) => request.person));
  const voted = new Set(seats.voted ?? []);
  const names = shortNames(people.order.flatMap((id) => { const person = people.people[id]; return person ? [[id, person.name] as const] : []; }));
  return seats.order.flatMap((id) => {
    const seat = seats.seats[id];
    if (!seat) return [];
    const instead = franchise.substitutions[seat.person ?? ""]?.person;
    const who = instead !== undefined && people.people[instead]?.presence !== undefined && !placed.has(instead) ? instead : seat.person;
    const person = who === undefined ? undefined : people.people[who];
    const place = inPlaceOf(view, who);
    const state: SeatState = person === undefined || who === undefined ? EMPTY : {
      standing: standingOf(person),
      doing: floor.speaker?.person === who ? "speaking" : waits.has(who) ? "waits" : floor.spokenMs[who] !== undefined ? "spoken" : null,
      voted: voted.has(who) || (seat.person !== undefined && voted.has(seat.person)),
      late: person.late,
      inPlaceOf: who === seat.person ? "" : names.get(seat.person ?? "") ?? "",
      recused: out.has(who),
    };
    return [{ id, x: seat.x, y: seat.y, label: seat.label, person: person && who, name: person ? `${person.name}${place ? ` (${place})` : ""}` : "", short: (who !== undefined && names.get(who)) || "", state }];
  });
}

/** Given names, which stand last in Vietnamese; of people with the same one the word before is added. */
export function shortNames(people: readonly (readonly [id: string, name: string])[]): Map<string, string> {
  const words = (name: string): string[] => name.trim().split(/\s+/);
  const count = new Map<string, number>();
  for (const [, name] of people) count.set(words(name).at(-1) ?? "", (count.get(words(name).at(-1) ?? "") ?? 0) + 1);
  return new Map(people.map(([id, name]) => {
    const all = words(name);
    const last = all.at(-1) ?? "";
    return [id, (count.get(last) ?? 0) > 1 && all.length > 1 ? all.slice(-2).join(" ") : last];
  }));
}

/** How many seats are in each state, for the key beside the map; what nobody is in is left out, but for the first three. */
export function countsOf(seats: readonly Drawn[]): { readonly standing: ReadonlyMap<Standing, number>; readonly doing: ReadonlyMap<Doing, number>; readonly voted: number; readonly recused: number } {
  const standing = new Map<Standing, number>();
  const doing = new Map<Doing, number>();
  for (const { state } of seats) {
    standing.set(state.standing, (standing.get(state.standing) ?? 0) + 1);
    if (state.doing) doing.set(state.doing, (doing.get(state.doing) ?? 0) + 1);
  }
  return { standing, doing, voted: seats.filter((seat) => seat.state.voted).length, recused: seats.filter((seat) => seat.state.recused).length };
}
