import type { DeviceNotebook } from "./device-notebook.ts";
import { NoteShelf } from "./note-shelf.ts";

/** The one shelf of the page. */
export const shelf = new NoteShelf();
const TO_FORGET = "nghisu.notes.forget.";
/** What an unfinished forgetting was to leave. */
type Leaves = "nothing" | "unsent";

/** Notebooks of this page: what a full device could not take is in them only. */
const books = new Map<Pick<DeviceNotebook, "unsent">, string>();
export const watchNotebook = (person: string, book: Pick<DeviceNotebook, "unsent">): void => { books.set(book, person); };

/** How many notes of a person have not reached the server, in all meetings: ask before signing out. Rejects when the device can't say. */
export async function waitingNotes(person: string): Promise<number> {
  const notes = new Set(await shelf.waiting(person));
  for (const [book, owner] of books) if (owner === person) for (const note of book.unsent) notes.add(note);
  return notes.size;
}

/** Wipes the notes of a person from this device, or all but what was not sent. Where the database fails just now, the next start does it. */
export async function forgetNotes(person: string, leaves: Leaves = "nothing"): Promise<void> {
  quietly(() => localStorage.setItem(TO_FORGET + person, leaves));
  await (leaves === "unsent" ? shelf.forgetSent(person) : shelf.forget(person));
  for (const [book, owner] of books) if (owner === person && (leaves === "nothing" || book.unsent.size === 0)) books.delete(book);
  keepFromNow(person);
}

/** Whoever holds the device now keeps what is made from now on, even if the old could not be wiped. */
export function keepFromNow(person: string): void {
  quietly(() => localStorage.removeItem(TO_FORGET + person));
}

/** What an earlier sign-out could not wipe. */
export async function finishForgetting(): Promise<void> {
  const left: [string, Leaves][] = [];
  quietly(() => {
    for (let n = 0; n < localStorage.length; n++) {
      const name = localStorage.key(n) ?? "";
      if (name.startsWith(TO_FORGET)) left.push([name.slice(TO_FORGET.length), localStorage.getItem(name) === "unsent" ? "unsent" : "nothing"]);
    }
  });
  for (const [person, leaves] of left) await forgetNotes(person, leaves).catch(() => undefined);
}

/** A browser that keeps nothing has nothing to forget. */
function quietly(work: () => void): void {
  try {
    work();
  } catch {
    return;
  }
}
