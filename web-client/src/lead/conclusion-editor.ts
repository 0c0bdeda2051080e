import { html, nothing, type TemplateResult } from "lit";
import type { MeetingView } from "client-kit/proto/protocol.ts";
import { DeskPart } from "../meeting/desk-part.ts";
import { notify } from "../shared/notices.ts";
import { lead } from "../texts/lead.ts";
import { Writing } from "./writing.ts";

const LONGEST = 20_000;
const FEWEST_ROWS = 3;
const MOST_ROWS = 16;
const LETTERS_A_ROW = 80;

/** As many rows as a text needs, up to what leaves room for the rest. */
const rowsOf = (text: string): number => Math.min(MOST_ROWS, Math.max(FEWEST_ROWS, text.split("\n").reduce((rows, line) => rows + Math.max(1, Math.ceil(line.length / LETTERS_A_ROW)), 0)));

/** The conclusion of an item: of the one in hand, unless its writer is still busy with another or has chosen one. */
export class ConclusionEditor extends DeskPart {
  static override properties = { ...DeskPart.properties, item: {} };
  /** The item in hand. */
  declare item: string;
  readonly #writing = new Writing();

  #recorded(item: string): string { return this.desk.recorded(item); }

  protected override draw(view: MeetingView): TemplateResult {
    const { items, order } = view.agenda;
    const { conclusions } = this.desk;
    const item = this.#writing.itemFor(this.item, (id) => conclusions.isWaiting(id), (id) => items[id] !== undefined);
    const draft = conclusions.of(item);
    return html`<form class="conclusion" @submit=${(event: SubmitEvent) => this.#save(event, item)} @focusin=${() => this.#writing.enter()} @focusout=${this.#left}>
      <div class="conclusion-head"><label for="conclusion-text">${lead.conclusion}</label>
        <select aria-label=${lead.conclusionOf} data-testid="conclusion-item" @change=${(event: Event) => { this.#writing.choose((event.target as HTMLSelectElement).value); this.requestUpdate(); }}>
          ${order.map((id) => html`<option value=${id} .selected=${id === item}>${lead.votes.ofItem(items[id]?.number ?? "")}${conclusions.isWaiting(id) ? ` · ${lead.conclusionDirty}` : this.#recorded(id) ? " ✓" : ""}</option>`)}</select>
        ${draft.dirty ? html`<em class="dirty">${lead.conclusionDirty}</em>` : nothing}
        ${item === this.item ? nothing : html`<button type="button" class="link-like" data-testid="conclusion-in-hand" @click=${() => { this.#writing.choose(this.item); this.requestUpdate(); }}>${lead.conclusionGo(items[this.item]?.number ?? "")}</button>`}</div>
      <textarea id="conclusion-text" rows=${rowsOf(draft.value.text)} maxlength=${LONGEST} .value=${draft.value.text} placeholder=${lead.conclusionHint} data-testid="conclusion-text"
        @input=${(event: InputEvent) => this.#typed(event, item)} @keydown=${(event: KeyboardEvent) => this.#key(event, item)}></textarea>
      ${draft.overtaken.length ? html`<p class="overtaken">${lead.conclusionOvertaken} “${this.#recorded(item)}”
        <button type="button" class="link-like" @click=${() => { this.#drop(item); }}>${lead.conclusionTake}</button></p>` : nothing}
      ${draft.dirty ? html`<button class="ns-button ns-quiet" data-testid="conclusion-save">${lead.conclusionSave}</button>` : nothing}
    </form>`;
  }

  #typed(event: InputEvent, item: string): void {
    this.desk.conclusions.type(item, (event.target as HTMLTextAreaElement).value);
    this.desk.tell();
  }

  #drop(item: string): void {
    this.desk.conclusions.drop(item);
    this.desk.tell();
  }

  #left = (): void => {
    this.#writing.leave();
    this.requestUpdate();
  };

  #key(event: KeyboardEvent, item: string): void {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) void this.#save(event, item);
  }

  async #save(event: Event, item: string): Promise<void> {
    event.preventDefault();
    const text = this.desk.conclusions.of(item).value.text;
    const answer = await this.desk.do({ type: "recordConclusion", item, text });
    if (answer.kind === "refused") return;
    notify(lead.conclusionSaved);
    // The server keeps no blanks at the ends: what still stands here is what was saved.
    if (this.desk.conclusions.of(item).value.text.trim() === this.#recorded(item)) this.desk.conclusions.drop(item);
    this.#writing.done();
    this.desk.tell();
  }
}

customElements.define("conclusion-editor", ConclusionEditor);
