import { NoteShelf } from "./note-shelf.ts";

/** The one shelf of the page. */
export const shelf = new NoteShelf();
const TO_FORGET = "nghisu.notes.forget.";

/** How many notes of a person have not reached the server, in all meetings: ask before signing out. */
export const waitingNotes = (person: string): Promise<number> => shelf.waiting(person);

/** Wipes the notes of a person from this device. Where the database fails just now, the next start does it. */
export async function forgetNotes(person: string): Promise<void> {
  quietly(() => localStorage.setItem(TO_FORGET + person, "1"));
  await shelf.forget(person);
  keepFromNow(person);
}

/** Whoever holds the device now keeps what is made from now on, even if the old could not be wiped. */
export function keepFromNow(person: string): void {
  quietly(() => localStorage.removeItem(TO_FORGET + person));
}

/** What an earlier sign-out could not wipe. */
export async function finishForgetting(): Promise<void> {
  const names: string[] = [];
  quietly(() => { for (let n = 0; n < localStorage.length; n++) names.push(localStorage.key(n) ?? ""); });
  for (const name of names) if (name.startsWith(TO_FORGET)) await forgetNotes(name.slice(TO_FORGET.length)).catch(() => undefined);
}

/** A browser that keeps nothing has nothing to forget. */
function quietly(work: () => void): void {
  try {
    work();
  } catch {
    return;
  }
}
