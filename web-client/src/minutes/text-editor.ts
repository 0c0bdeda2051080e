import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import type { Slice } from "prosemirror-model";
import { EditorView } from "prosemirror-view";
import { Light } from "../shared/light.ts";
import { minutesTexts as say } from "../texts/minutes.ts";
import { acts, hasMark, inTable, kindAt, listKindAt, type Act } from "./editing.ts";
import type { TextSync } from "./text-sync.ts";
import { CHARACTERS, lettersOf } from "./plain-text.ts";
import { forCell, pasted } from "./pasted.ts";
import { unsentSheet } from "./unsent-sheet.ts";

const KINDS = ["NORMAL", "HEADING", "EMPHASIS", "REMARK"] as const;
const SIGNS: readonly (readonly [Act, string])[] = [["bold", "B"], ["italic", "I"], ["underline", "U"]];
const LISTS: readonly (readonly [Act, string])[] = [["bullets", "–"], ["numbers", ""], ["outdent", "⇤"], ["indent", "⇥"]];
const TABLE: readonly Act[] = ["addRow", "addColumn", "dropRow", "dropColumn", "dropTable"];
const LAST: readonly (readonly [Act, string])[] = [["undo", "↶"], ["redo", "↷"]];

/** An editor over one text, with its toolbar and a line that says whether it is recorded. */
export class TextEditor extends Light {
  static override properties = { sync: { attribute: false }, label: {}, locked: { type: Boolean }, beat: { attribute: false }, tooMuch: { state: true } };
  declare sync: TextSync;
  declare label: string;
  declare locked: boolean;
  /** changes whenever the text may have */
  declare beat: unknown;
  /** letters that were pasted and not taken; 0: none */
  declare tooMuch: number;
  #view: EditorView | undefined;
  #of: TextSync | undefined;

  constructor() {
    super();
    this.tooMuch = 0;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#drop();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.requestUpdate();
  }

  #drop(): void {
    if (this.#of) this.#of.isComposing = () => false;
    this.#view?.destroy();
    this.#view = this.#of = undefined;
  }

  protected override updated(_: PropertyValues<this>): void {
    if (this.#of !== this.sync) this.#drop();
    const { sync } = this;
    const place = this.querySelector<HTMLElement>(".editor-place");
    if (!place || !sync.editor) return;
    if (!this.#view) {
      this.#of = sync;
      this.#view = new EditorView(place, {
        state: sync.editor,
        editable: () => !this.locked,
        attributes: () => ({ class: "ns-rich", lang: "vi", role: "textbox", "aria-multiline": "true", "aria-label": this.label, "data-testid": "editor", spellcheck: "false" }),
        transformPastedHTML: pasted,
        transformPasted: (slice, view) => (inTable(view.state) ? forCell(slice) : slice),
        handlePaste: (_, __, slice) => this.#isTooMuch(slice),
        handleDrop: (_, __, slice, moved) => !moved && this.#isTooMuch(slice),
        dispatchTransaction: (tr) => {
          if (tr.docChanged) this.tooMuch = 0;
          sync.apply(tr);
          if (sync.editor) this.#view?.updateState(sync.editor);
          this.requestUpdate();
        },
      });
      sync.isComposing = () => this.#view?.composing ?? false;
    } else if (this.#view.state !== sync.editor) this.#view.updateState(sync.editor);
    else this.#view.setProps({});
  }

  /** Whether a text can't take what is put in; says so. */
  #isTooMuch({ content }: Slice): boolean {
    const { doc, selection } = this.#view!.state;
    const more = lettersOf(content);
    this.tooMuch = lettersOf(doc.content) - lettersOf(selection.content().content) + more > CHARACTERS ? more : 0;
    return this.tooMuch > 0;
  }

  #do(act: Act): void {
    if (!this.#view) return;
    acts[act](this.#view.state, this.#view.dispatch);
    this.#view.focus();
  }

  #button(act: Act, sign: string | TemplateResult, pressed?: boolean): TemplateResult {
    const { editor } = this.sync;
    return html`<button type="button" class="ns-button ns-plain is-small tool tool-${act}" title=${say[act as "bold"]} aria-label=${say[act as "bold"]} aria-pressed=${pressed === undefined ? nothing : String(pressed)} ?disabled=${!editor || this.locked || !acts[act](editor)}
      data-testid="tool-${act}" @mousedown=${(event: Event) => event.preventDefault()} @click=${() => this.#do(act)}>${sign}</button>`;
  }

  protected override render(): TemplateResult {
    const { sync } = this;
    const { editor } = sync;
    return html`<div class="editor-tools" role="toolbar" aria-label=${say.toolbar}>
        <select aria-label=${say.tone} data-testid="tool-tone" ?disabled=${!editor || this.locked} @change=${(event: Event) => this.#do((event.target as HTMLSelectElement).value as Act)}>
          ${KINDS.map((kind) => html`<option value=${kind} .selected=${editor !== undefined && kindAt(editor) === kind}>${say.tones[kind]}</option>`)}</select>
        <span class="tool-group">${SIGNS.map(([act, sign]) => this.#button(act, sign, editor !== undefined && hasMark(editor, act as "bold")))}</span>
        <span class="tool-group">${LISTS.map(([act, sign]) => this.#button(act, sign, act === "bullets" || act === "numbers" ? editor !== undefined && listKindAt(editor) === act : undefined))}</span>
        <span class="tool-group">${this.#button("table", say.table)}</span>
        <span class="tool-group">${LAST.map(([act, sign]) => this.#button(act, sign))}</span>
        ${editor && inTable(editor) ? html`<span class="tool-group tool-table">${TABLE.map((act) => this.#button(act, say[act as "addRow"]))}</span>` : nothing}
      </div>
      <div class="editor-place"></div>
      <p class="editor-state" role="status" data-state=${sync.state} data-testid="editor-state">${this.locked && !sync.unsent ? say.locked : say.state[sync.state]}${sync.trouble === "" ? nothing : html` <b>${sync.trouble === "full" ? say.full : sync.trouble}</b>`}
        ${sync.unsent && sync.state === "refused" ? html` <button type="button" class="ns-button ns-plain is-small" data-testid="editor-unsent" @click=${() => void unsentSheet(sync)}>${say.takeOut}</button>` : nothing}</p>
      ${this.tooMuch > 0 ? html`<p class="editor-state bad" role="alert" data-testid="paste-refused">${say.pastedTooMuch(this.tooMuch, CHARACTERS)}</p>` : nothing}`;
  }
}

customElements.define("text-editor", TextEditor);
