import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import type { MeetingView } from "client-kit/proto/protocol.ts";
import { DeskPart } from "../meeting/desk-part.ts";
import { Draft } from "../shared/draft.ts";
import { notify } from "../shared/notices.ts";
import { lead } from "../texts/lead.ts";

const LONGEST = 20_000;

/** The conclusion of an item. Half-made text stays, per item, whatever happens around it. */
export class ConclusionEditor extends DeskPart {
  static override properties = { ...DeskPart.properties, item: {} };
  declare item: string;
  readonly #drafts = new Map<string, Draft<{ text: string }>>();

  get #draft(): Draft<{ text: string }> {
    let draft = this.#drafts.get(this.item);
    if (!draft) this.#drafts.set(this.item, (draft = new Draft({ text: this.#recorded })));
    return draft;
  }

  get #recorded(): string { return this.desk.view?.conclusions.byItem[this.item] ?? ""; }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    this.#draft.follow({ text: this.#recorded });
  }

  protected override draw(_: MeetingView): TemplateResult {
    const draft = this.#draft;
    return html`<form class="conclusion" @submit=${this.#save}>
      <label class="field"><span>${lead.conclusion}${draft.dirty ? html` <em class="dirty">${lead.conclusionDirty}</em>` : nothing}</span>
        <textarea rows="3" maxlength=${LONGEST} .value=${draft.value.text} placeholder=${lead.conclusionHint} data-testid="conclusion-text"
          @input=${this.#typed} @keydown=${this.#key}></textarea></label>
      ${draft.overtaken.length ? html`<p class="overtaken">${lead.conclusionOvertaken} “${this.#recorded}”
        <button type="button" class="ns-button ns-plain" @click=${() => { draft.reset(); this.requestUpdate(); }}>${lead.conclusionTake}</button></p>` : nothing}
      ${draft.dirty ? html`<button class="ns-button ns-primary" data-testid="conclusion-save">${lead.conclusionSave}</button>` : nothing}
    </form>`;
  }

  #typed = (event: InputEvent): void => {
    this.#draft.type("text", (event.target as HTMLTextAreaElement).value);
    this.requestUpdate();
  };

  #key = (event: KeyboardEvent): void => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) void this.#save(event);
  };

  #save = async (event: Event): Promise<void> => {
    event.preventDefault();
    const { item } = this;
    const answer = await this.desk.do({ type: "recordConclusion", item, text: this.#draft.value.text });
    if (answer.kind === "done") notify(lead.conclusionSaved);
  };
}

customElements.define("conclusion-editor", ConclusionEditor);
