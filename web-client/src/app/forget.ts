import { forgetInkHabits } from "client-kit/ink/habits.ts";
import { forgetNotes } from "client-kit/notes/forget.ts";
import { forgetPlaces } from "client-kit/reader/place.ts";
import { kept } from "client-kit/store/kept.ts";
import { forget, KeptNames } from "client-kit/store/names.ts";

const CHANGES = "nghisu.console.changes.";

/** Comparisons in a meeting whose reader has said that they are seen, by `{newer}/{older}`. */
export const seenChanges = (person: string, meeting: string): Set<string> => new KeptNames(`${CHANGES}${person}.${meeting}`);

/** A desk is left: what the console keeps of a person goes. What the server has not taken stays for its owner, who alone can send it. */
export async function leaveDesk(person: string): Promise<void> {
  forgetPlaces(localStorage, person);
  forgetInkHabits(localStorage, person);
  forget(`${CHANGES}${person}.`);
  await Promise.allSettled([kept.forgetViews(person), forgetNotes(person, "unsent")]);
}
