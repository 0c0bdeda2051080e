import "client-kit/notes/ns-notes.ts";
import type { NoteOpened, NotePlace, OpenPage } from "client-kit/notes/ns-notes.ts";
import "client-kit/notes/ns-opinions.ts";
import { html } from "lit";
import type { Desk } from "../meeting/desk.ts";
import { openSheet } from "../shared/ask.ts";
import { common } from "../texts/common.ts";
import { lead } from "../texts/lead.ts";

/** What members have handed in as opinions on a paper. */
export async function opinionsSheet(desk: Desk, paper: string, title: string): Promise<void> {
  await openSheet("notes", (close) => html`
    <h2 id="sheet-title">${lead.notes.opinions}</h2><p class="sheet-text">${title}</p>
    <ns-opinions .meeting=${desk.id} .paper=${paper} .person=${desk.me}></ns-opinions>
    <div class="sheet-acts"><button type="button" class="ns-button ns-quiet" data-first data-testid="opinions-close" @click=${() => close(null)}>${common.close}</button></div>`);
}

/** The own notes of whoever sits at the console; the place of the one that is to be opened, or null. */
export function notesSheet(desk: Desk, here: OpenPage | null): Promise<NotePlace | null> {
  return openSheet<NotePlace>("notes", (close) => html`
    <h2 id="sheet-title">${lead.notes.mine}</h2>
    <ns-notes-time .meeting=${desk.id}></ns-notes-time><ns-notes .notebook=${desk.notebook} .view=${desk.view ?? null} .person=${desk.me} .here=${here} @note-open=${({ detail }: NoteOpened) => close(detail)}></ns-notes>
    <div class="sheet-acts"><button type="button" class="ns-button ns-quiet" data-first data-testid="notes-close" @click=${() => close(null)}>${common.close}</button></div>`);
}
