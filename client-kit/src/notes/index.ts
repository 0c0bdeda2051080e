import { DeviceNotebook } from "./device-notebook.ts";
import { finishForgetting, keepFromNow, shelf, watchNotebook } from "./forget.ts";
import { notesLine } from "./notes-line.ts";
import { otherTabs } from "./other-tabs.ts";

export type { Act, Notebook, NoteState } from "./notebook.ts";
export { DeviceNotebook, type RefusedNote } from "./device-notebook.ts";

export interface OpenNotebook {
  person: string;
  meeting: string;
  /** the meeting's clock, ms */
  now: () => number;
}

/** Opens the notes of a person in a meeting and begins to keep them in step with the server; close it with the screen. */
export function openNotebook({ person, meeting, now }: OpenNotebook): DeviceNotebook {
  const notebook = new DeviceNotebook({ person, meeting, now, shelf, line: notesLine(meeting), tabs: otherTabs(person, meeting) });
  watchNotebook(person, notebook);
  void finishForgetting().finally(() => {
    keepFromNow(person);
    return notebook.start();
  });
  return notebook;
}
