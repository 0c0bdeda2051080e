import { html, nothing, type TemplateResult } from "lit";
import type { MeetingView } from "client-kit/proto/protocol.ts";
import { DeskPart } from "../meeting/desk-part.ts";
import { Draft } from "../shared/draft.ts";
import { notify } from "../shared/notices.ts";
import { lead } from "../texts/lead.ts";
import { Writing } from "./writing.ts";

const LONGEST = 20_000;

/** The conclusion of an item: of the one in hand, unless its writer is still busy with another or has chosen one. */
export class ConclusionEditor extends DeskPart {
  static override properties = { ...DeskPart.properties, item: {} };
  /** The item in hand. */
  declare item: string;
  readonly #drafts = new Map<string, Draft<{ text: string }>>();
  readonly #writing = new Writing();

  #recorded(item: string): string { return this.desk.view?.conclusions.byItem[item] ?? ""; }

  #draft(item: string): Draft<{ text: string }> {
    let draft = this.#drafts.get(item);
    if (!draft) this.#drafts.set(item, (draft = new Draft({ text: this.#recorded(item) })));
    draft.follow({ text: this.#recorded(item) });
    return draft;
  }

  protected override draw(view: MeetingView): TemplateResult {
    const { items, order } = view.agenda;
    const item = this.#writing.itemFor(this.item, (id) => this.#drafts.get(id)?.dirty === true, (id) => items[id] !== undefined);
    const draft = this.#draft(item);
    return html`<form class="conclusion" @submit=${(event: SubmitEvent) => this.#save(event, item)} @focusin=${() => this.#writing.enter()} @focusout=${this.#left}>
      <div class="conclusion-head"><label for="conclusion-text">${lead.conclusion}</label>
        <select aria-label=${lead.conclusionOf} data-testid="conclusion-item" @change=${(event: Event) => { this.#writing.choose((event.target as HTMLSelectElement).value); this.requestUpdate(); }}>
          ${order.map((id) => html`<option value=${id} .selected=${id === item}>${lead.votes.ofItem(items[id]?.number ?? "")}${this.#drafts.get(id)?.dirty ? ` · ${lead.conclusionDirty}` : this.#recorded(id) ? " ✓" : ""}</option>`)}</select>
        ${draft.dirty ? html`<em class="dirty">${lead.conclusionDirty}</em>` : nothing}
        ${item === this.item ? nothing : html`<button type="button" class="link-like" data-testid="conclusion-in-hand" @click=${() => { this.#writing.choose(this.item); this.requestUpdate(); }}>${lead.conclusionGo(items[this.item]?.number ?? "")}</button>`}</div>
      <textarea id="conclusion-text" rows="3" maxlength=${LONGEST} .value=${draft.value.text} placeholder=${lead.conclusionHint} data-testid="conclusion-text"
        @input=${(event: InputEvent) => this.#typed(event, draft)} @keydown=${(event: KeyboardEvent) => this.#key(event, item)}></textarea>
      ${draft.overtaken.length ? html`<p class="overtaken">${lead.conclusionOvertaken} “${this.#recorded(item)}”
        <button type="button" class="link-like" @click=${() => { draft.reset(); this.requestUpdate(); }}>${lead.conclusionTake}</button></p>` : nothing}
      ${draft.dirty ? html`<button class="ns-button ns-quiet" data-testid="conclusion-save">${lead.conclusionSave}</button>` : nothing}
    </form>`;
  }

  #typed(event: InputEvent, draft: Draft<{ text: string }>): void {
    draft.type("text", (event.target as HTMLTextAreaElement).value);
    this.requestUpdate();
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
    const text = this.#draft(item).value.text;
    const answer = await this.desk.do({ type: "recordConclusion", item, text });
    if (answer.kind === "refused") return;
    notify(lead.conclusionSaved);
    // The server keeps no blanks at the ends: what still stands here is what was saved.
    const draft = this.#draft(item);
    if (draft.value.text.trim() === this.#recorded(item)) draft.reset();
    this.#writing.done();
    this.requestUpdate();
  }
}

customElements.define("conclusion-editor", ConclusionEditor);
