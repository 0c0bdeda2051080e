import { forgetInkHabits } from "client-kit/ink/habits.ts";
import { writeWho } from "client-kit/offline/names.ts";
import type { Packs } from "client-kit/offline/index.ts";
import { forgetPlaces } from "client-kit/reader/index.ts";
import { kept } from "client-kit/store/kept.ts";
import { forgetDesks } from "../meeting/desk-memory.ts";
import { forgetReadings } from "../readings/log.ts";
import { KeptList } from "../meetings/kept-list.ts";

/** How many acts of a person have not reached the server, in all meetings. */
export const unsent = (person: string): Promise<number> => kept.waiting(person).catch(() => 0);

/** Lists, places and views of a person; the papers belong to whoever holds the device and go by themselves. */
export async function forgetTraces(person: string): Promise<void> {
  new KeptList(person).forget();
  forgetDesks(person);
  forgetReadings(person);
  forgetPlaces(localStorage, person);
  forgetInkHabits(localStorage, person);
  await kept.forget(person).catch(() => undefined);
}

/** "Quên đi khi ra về": a lent tablet keeps nothing of the person who returns it. */
export async function forgetPerson(person: string, packs: Packs | null): Promise<void> {
  const wiped = packs ? packs.wipe() : typeof caches === "undefined" ? Promise.resolve() : writeWho(caches, null);
  await Promise.allSettled([forgetTraces(person), wiped]);
}
