import type { NoteOpened, OpenPage } from "client-kit/notes/ns-notes.ts";
import "client-kit/notes/ns-notes.ts";
import "client-kit/notes/ns-notes-time.ts";
import { html, type TemplateResult } from "lit";
import type { Desk } from "../meeting/desk.ts";

/** Where the list stands over the page it gives way when a note is opened; beside it, on a wide tablet, it stays. */
const BESIDE = "(min-width: 1100px)";
/** A manifest's page is in 0.1 pt, notes in 1/20 pt. */
const TWICE = 2;

/** My notes in this meeting. */
export function notesSheet(desk: Desk): TemplateResult {
  const open = ({ detail }: NoteOpened): void => {
    if (!matchMedia(BESIDE).matches) desk.show(null);
    desk.openNote(detail);
  };
  return html`<ns-notes-time .meeting=${desk.room.meeting}></ns-notes-time><ns-notes .notebook=${desk.notebook} .view=${desk.room.view} .person=${desk.room.mine?.person ?? ""} .here=${here(desk)} @note-open=${open}></ns-notes>`;
}

function here({ paper, reader }: Desk): OpenPage | null {
  const page = reader?.manifest?.pages[reader.page - 1];
  return paper !== null && reader !== null && page !== undefined && reader.paper === paper ? { paper, page: reader.page, width: page.w * TWICE } : null;
}
