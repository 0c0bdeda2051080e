import { http, sentenceOf } from "client-kit/net/index.ts";
import type { Handling, PaperView } from "client-kit/proto/protocol.ts";
import { NsReader, type Manifest } from "client-kit/reader/index.ts";
import { layPaper } from "client-kit/reader/lay-paper.ts";
import { PageMarks } from "client-kit/text/page-marks.ts";
import type { Target } from "client-kit/text/results.ts";
import { html } from "lit";
import { searchPeople } from "../lead/people-search.ts";
import type { Desk } from "../meeting/desk.ts";
import { openSheet } from "../shared/ask.ts";
import { readForm } from "../shared/field.ts";
import { refuse } from "../shared/notices.ts";
import { common } from "../texts/common.ts";
import { lead } from "../texts/lead.ts";
import { prepare } from "../texts/prepare.ts";

/** The paper as its readers see it; with a page that was found, what was looked for is marked on it. */
export async function previewPaper(meeting: string, paper: string, { title, handling }: { readonly title: string; readonly handling: Handling | undefined }, found?: Target): Promise<void> {
  let manifest: Manifest;
  try {
    manifest = await http.get<Manifest>(`/files/${meeting}/${paper}/manifest`);
  } catch (failure) {
    return refuse(sentenceOf(failure));
  }
  const reader = new NsReader();
  layPaper(reader, meeting, paper, handling);
  reader.manifest = manifest;
  reader.page = found?.page ?? 0;
  if (found) new PageMarks(reader).show(paper, found.query, found.exact);
  await openSheet("preview", (close) => html`
    <header class="preview-head"><h2 id="sheet-title">${title}</h2><button type="button" class="ns-button ns-quiet" data-testid="preview-close" @click=${() => close(null)}>${common.close}</button></header>
    ${reader}`);
}

/** Picks the people to whom a paper is open; null when called off. */
export function chooseReaders(desk: Desk, named: readonly string[]): Promise<string[] | null> {
  const chosen = new Set(named);
  let typed = "";
  return openSheet<string[]>("readers", (close, redraw) => {
    const view = desk.view;
    const found = view ? searchPeople(view.people.people, view.people.order, typed) : [];
    const toggle = (id: string): void => {
      if (!chosen.delete(id)) chosen.add(id);
      redraw();
    };
    return html`<h2 id="sheet-title">${prepare.papers.chooseReaders}</h2>
      <input type="search" class="search" data-first placeholder=${lead.people.search} aria-label=${lead.people.search} @input=${(event: InputEvent) => { typed = (event.target as HTMLInputElement).value; redraw(); }} />
      <ul class="check-list">${found.map((id) => html`<li><label><input type="checkbox" .checked=${chosen.has(id)} data-testid="reader-pick" data-id=${id} @change=${() => toggle(id)} /><b>${desk.name(id)}</b><small>${[desk.person(id)?.title, desk.person(id)?.unit].filter(Boolean).join(", ")}</small></label></li>`)}</ul>
      <div class="sheet-acts"><button type="button" class="ns-button ns-quiet" @click=${() => close(null)}>${common.cancel}</button>
        <button type="button" class="ns-button ns-primary" data-testid="readers-save" @click=${() => close([...chosen])}>${common.save} (${chosen.size})</button></div>`;
  });
}

/** Changes a paper's title, or the item it belongs to. */
export async function editPaper(desk: Desk, paper: string, shown: PaperView): Promise<void> {
  const view = desk.view;
  if (!view) return;
  const edited = await openSheet<{ title: string; item: string }>("paper", (close) => html`<form @submit=${(event: SubmitEvent) => {
      event.preventDefault();
      const { title = "", item = shown.item } = readForm(event.target as HTMLFormElement);
      if (title) close({ title, item });
    }}>
    <h2 id="sheet-title">${prepare.papers.rename}</h2>
    <label class="field"><span>${prepare.papers.renameTitle}</span><textarea name="title" rows="2" maxlength="500" data-first required .defaultValue=${shown.title} data-testid="paper-title"></textarea></label>
    <label class="field"><span>${prepare.papers.moveTo}</span><select name="item" data-testid="paper-item">${view.agenda.order.map((id) => html`<option value=${id} ?selected=${id === shown.item}>${view.agenda.items[id]?.number}. ${view.agenda.items[id]?.title}</option>`)}</select></label>
    <div class="sheet-acts"><button type="button" class="ns-button ns-quiet" @click=${() => close(null)}>${common.cancel}</button><button class="ns-button ns-primary" data-testid="paper-save">${common.save}</button></div></form>`);
  if (edited) await desk.revise(prepare.papers.whatEdit(shown.title), (reason) => ({ type: "editPaper", paper, ...edited, ...reason }));
}
