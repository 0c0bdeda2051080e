import { DeviceNotebook } from "./device-notebook.ts";
import { NoteShelf } from "./note-shelf.ts";
import { notesLine } from "./notes-line.ts";
import { otherTabs } from "./other-tabs.ts";

export type { Act, Notebook, NoteState } from "./notebook.ts";
export { DeviceNotebook, type RefusedNote } from "./device-notebook.ts";

/** The one shelf of the page. */
const shelf = new NoteShelf();
const TO_FORGET = "nghisu.notes.forget.";

export interface OpenNotebook {
  person: string;
  meeting: string;
  /** the meeting's clock, ms */
  now: () => number;
}

/** Opens the notes of a person in a meeting and begins to keep them in step with the server; close it with the screen. */
export function openNotebook({ person, meeting, now }: OpenNotebook): DeviceNotebook {
  const notebook = new DeviceNotebook({ person, meeting, now, shelf, line: notesLine(meeting), tabs: otherTabs(person, meeting) });
  // whoever holds the device now keeps what is made from now on, even if the old could not be wiped
  void finishForgetting().finally(() => {
    quietly(() => localStorage.removeItem(TO_FORGET + person));
    return notebook.start();
  });
  return notebook;
}

/** How many notes of a person have not reached the server, in all meetings: ask before signing out. */
export const waitingNotes = (person: string): Promise<number> => shelf.waiting(person);

/** Wipes the notes of a person from this device. Where the database fails just now, the next start does it. */
export async function forgetNotes(person: string): Promise<void> {
  quietly(() => localStorage.setItem(TO_FORGET + person, "1"));
  await shelf.forget(person);
  quietly(() => localStorage.removeItem(TO_FORGET + person));
}

/** What an earlier sign-out could not wipe. */
async function finishForgetting(): Promise<void> {
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
