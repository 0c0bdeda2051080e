import { html, nothing, type TemplateResult } from "lit";
import type { Note, Share } from "../proto/protocol.ts";
import { icon, type IconName } from "../ui/icon.ts";
import { drawing } from "./drawing.ts";
import { quoteOf, textOf, type Entry, type NoteKind } from "./listing.ts";
import { groupOf } from "./groups.ts";
import { TEXT_LIMIT } from "./limits.ts";
import type { NsNotes } from "./ns-notes.ts";
import { readersOf } from "./readers.ts";
import { sharePart } from "./share-part.ts";
import { t } from "./texts.ts";

const ICONS: Record<NoteKind, IconName> = { ink: "pen", highlight: "marker", text: "edit" };

/** One of my notes: where, what, whether it is saved and who else reads it. A tap opens its page; the rest is behind one button. */
export function entryView(list: NsNotes, entry: Entry): TemplateResult {
  const open = list.opened === entry.id;
  const first = entry.notes[0]!;
  return html`<li class="nb-entry ${open ? "is-open" : ""}" data-testid="note" data-note=${entry.id}>
    <div class="nb-line">
      ${jump(list, entry, html`${tags(list, entry)}`)}
      <button type="button" class="ns-button ns-plain nb-more" aria-expanded=${String(open)} @click=${() => list.unfold(open ? null : entry.id)} data-testid="note-more">${icon(open ? "up" : "more")}<span>${t("more")}</span></button>
    </div>
    ${open ? html`<div class="nb-acts">
      ${list.draftOf(first.id) === undefined ? sharePart(list, entry) : editing(list, first)}
      <p class="nb-row">${first.body.kind === "text" && list.draftOf(first.id) === undefined ? html`<button type="button" class="ns-button ns-quiet" @click=${() => list.draft(first.id, textOf(entry))} data-testid="note-rewrite">${icon("edit")}<span>${t("edit")}</span></button>` : nothing}
        <button type="button" class="ns-button ns-danger" @click=${() => list.removeEntry(entry)} data-testid="note-remove">${icon("trash")}<span>${t("remove")}</span></button></p>
    </div>` : nothing}</li>`;
}

/** The part of a line that leads to the page. */
export function jump(list: NsNotes, entry: Entry, more: TemplateResult | typeof nothing, words = content(entry)): TemplateResult {
  return html`<button type="button" class="nb-jump" ?disabled=${!list.canOpen(entry.paper)} @click=${() => list.open(entry)} data-testid="note-open">
    <span class="nb-page tabular">${t("page", { page: entry.page })}</span>
    <span class="nb-what">${icon(ICONS[entry.kind])}<span class="unseen">${t(`kind_${entry.kind}`)}</span>${words}</span>
    ${more}</button>`;
}

/** What it says: own words first, then the printed ones, or the drawing. */
export function content(entry: Entry): TemplateResult {
  const [text, quote] = [textOf(entry), quoteOf(entry)];
  if (entry.kind === "ink") return html`<span class="nb-words">${drawing(entry.notes)}<small>${t("strokes", { n: entry.notes.length })}</small></span>`;
  return html`<span class="nb-words">${text ? html`<span class="nb-text" data-testid="note-text">${text}</span>` : nothing}${quote ? html`<q class="nb-quote">${quote}</q>` : nothing}</span>`;
}

function tags(list: NsNotes, entry: Entry): TemplateResult {
  const first = entry.notes[0]!;
  const refused = entry.notes.some((note) => list.notebook?.refusal(note.id) !== undefined);
  const waits = entry.notes.some((note) => list.notebook?.state(note.id) === "device");
  const { view, person } = list;
  const group = view !== null && first.share.reach === "PEOPLE" ? groupOf(readersOf(view, entry.paper, person), first.share.people) : undefined;
  const shared = group ? t("sharedGroup", { name: group.name }) : sharedWords(first.share);
  return html`<span class="nb-tags">
    <small class="nb-state ${refused ? "is-refused" : waits ? "is-waiting" : ""}" data-testid="note-state">${icon(refused ? "warning" : waits ? "sending" : "saved")}${t(refused ? "refusedWord" : waits ? "onDevice" : "savedWord")}</small>
    ${shared === null ? nothing : html`<small class="nb-shared" data-testid="note-shared">${icon("people")}${shared}</small>`}
    ${first.opinion ? html`<small class="nb-shared">${icon("message")}${t("opinion")}</small>` : nothing}
    ${first.copyOf === undefined ? nothing : html`<small class="nb-shared">${icon("info")}${t("copy")}</small>`}</span>`;
}

export function sharedWords(share: Share): string | null {
  switch (share.reach) {
    case "NOBODY": return null;
    case "MEETING": return t("sharedAll");
    case "PEOPLE": return t("sharedSome", { n: share.people.length });
  }
}

function editing(list: NsNotes, note: Note): TemplateResult | typeof nothing {
  if (note.body.kind !== "text") return nothing;
  const { text } = note.body;
  const draft = list.draftOf(note.id) ?? text;
  return html`<label class="nb-field"><span>${t("addLabel")}</span>
      <textarea class="ns-input" rows="3" maxlength=${TEXT_LIMIT} .value=${draft} @input=${(event: InputEvent) => list.draft(note.id, (event.target as HTMLTextAreaElement).value)} data-testid="note-edit"></textarea></label>
    <p class="nb-row"><button type="button" class="ns-button ns-primary" ?disabled=${draft.trim() === "" || draft === text} @click=${() => list.rewrite(note, draft.trim())} data-testid="note-save">${t("save")}</button>
      <button type="button" class="ns-button ns-quiet" @click=${() => list.keepAsItIs()}>${t("cancel")}</button></p>`;
}
