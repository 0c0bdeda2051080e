import { forgetInkHabits } from "client-kit/ink/habits.ts";
import { writeWho } from "client-kit/offline/names.ts";
import { forgetNotes, waitingNotes } from "client-kit/notes/forget.ts";
import type { Packs } from "client-kit/offline/index.ts";
import { keyShelf } from "client-kit/store/key-shelf.ts";
import { forgetPlaces } from "client-kit/reader/index.ts";
import { kept } from "client-kit/store/kept.ts";
import { forgetDesks } from "../meeting/desk-memory.ts";
import { forgetReadings } from "../readings/log.ts";
import { forgetCodes } from "../vote/own-codes.ts";
import { PackRecords } from "../meetings/pack-records.ts";
import { KeptList } from "../meetings/kept-list.ts";

/** How many acts and notes of a person have not reached the server, in all meetings; null when the device can't say: then nothing may be taken for sent. */
export function unsent(person: string): Promise<number | null> {
  return Promise.all([kept.waiting(person), waitingNotes(person)]).then(([acts, notes]) => acts + notes, () => null);
}

/** Whether this device holds parts of keys with which a person counts secret ballots; true where it can't say. */
export const holdsKeys = (person: string): Promise<boolean> => keyShelf.count(person).then((n) => n > 0, () => true);

/** Lists, places, views and notes of a person; the papers belong to whoever holds the device and go by themselves. */
export async function forgetTraces(person: string): Promise<void> {
  new KeptList(person).forget();
  forgetDesks(person);
  new PackRecords(person).forget();
  forgetReadings(person);
  forgetCodes(person);
  forgetPlaces(localStorage, person);
  forgetInkHabits(localStorage, person);
  await Promise.allSettled([kept.forget(person), forgetNotes(person), keyShelf.forget(person)]);
}

/** "Quên đi khi ra về": a lent tablet keeps nothing of the person who returns it. */
export async function forgetPerson(person: string, packs: Packs | null): Promise<void> {
  const wiped = packs ? packs.wipe() : typeof caches === "undefined" ? Promise.resolve() : writeWho(caches, null);
  await Promise.allSettled([forgetTraces(person), wiped]);
}
