import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { uniqueId } from "../ui/element.ts";
import type { Shown } from "./board.ts";
import { inkIcons } from "./icons.ts";
import { InkElement } from "./ns-ink-bar.ts";
import { t } from "./texts.ts";
import { TEXT_LIMIT } from "../notes/limits.ts";
import { selectedAbove, writesAtRight } from "./sides.ts";
import "./ink.css";

/** Characters of a note that are read out in the list. */
const LISTED = 200;

/** Over the page: the note that is being written or read, and for keyboard and screen reader the list of the page's notes. */
export class NsPageNotes extends InkElement {
  readonly #field = uniqueId("note");
  #shownFor: unknown = null;

  override render(): TemplateResult | typeof nothing {
    const { ink } = this;
    if (!ink) return nothing;
    return html`${this.#sheet()}${this.#says()}${ink.page > 0 ? this.#list() : nothing}`;
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    const now = this.ink?.writing ?? this.ink?.reading ?? null;
    // only where there is something to place: measuring costs a layout at each turn of a page
    if (now || this.ink?.mode !== "read") this.#measureFoot();
    if (now === this.#shownFor) return;
    this.#shownFor = now;
    if (now) this.querySelector<HTMLElement>("textarea, .ni-sheet-text")?.focus();
  }

  /** Where the reader has a bar of its own, what stands at the page's foot stands above that. */
  #measureFoot(): void {
    const room = this.parentElement?.getBoundingClientRect();
    const surface = this.ink?.reader.querySelector(".nsr-surface")?.getBoundingClientRect();
    if (room && surface && surface.height > 0) this.style.setProperty("--ni-foot", `${Math.max(0, room.bottom - surface.bottom)}px`);
  }

  /** Over the page: what is selected, what went wrong, or how this mode works until the first stroke. */
  #says(): TemplateResult {
    const ink = this.ink!;
    const n = ink.selected.length;
    const held = n === 1 ? ink.shown.find(({ note }) => note.id === ink.selected[0] && note.body.kind !== "ink")?.note : undefined;
    const hint = ink.mode === "hand" ? t("hintHand") : t("hintPen");
    return html`${n > 0 && ink.mode !== "read" ? html`<div class=${selectedAbove(ink) ? "ni-held is-below" : "ni-held"} role="group" aria-label=${t("selected", { n })} data-own-gesture><span>${t("selected", { n })}</span>
      <button type="button" class="ni-button is-row" @click=${() => ink.removeSelected()} data-testid="ink-remove">${inkIcons.trash}<span>${t("remove")}</span></button>
      <button type="button" class="ni-button is-row" @click=${() => ink.unselect()} data-testid="ink-unselect">${inkIcons.close}<span>${t("unselect")}</span></button></div>` : nothing}
      <p class="unseen" role="status">${held ? words({ note: held, by: null }) : ""}</p>
      <p class=${ink.trouble ? "ni-says is-trouble" : "ni-says"} role="status">${ink.trouble ? t(ink.trouble) : ink.hinting && n === 0 ? hint : ""}</p>`;
  }

  #sheet(): TemplateResult | typeof nothing {
    const ink = this.ink!;
    const { writing, reading } = ink;
    const close = html`<button type="button" class="ni-button is-row" @click=${() => ink.closeNote()} data-testid="note-close">${inkIcons.done}<span>${writing ? t("done") : t("close")}</span></button>`;
    if (writing) {
      return html`<section class=${writesAtRight(ink) ? "ni-sheet is-left" : "ni-sheet"} aria-label=${t("noteOnPage", { page: writing.note.page })} data-own-gesture>
        <label for=${this.#field}>${t("noteOnPage", { page: writing.note.page })}</label>
        <textarea id=${this.#field} rows="4" maxlength=${TEXT_LIMIT} .value=${writing.text} aria-describedby="${this.#field}-hint"
          @input=${(event: Event) => writing.write((event.target as HTMLTextAreaElement).value)} @blur=${() => writing.keep()}></textarea>
        <p id="${this.#field}-hint">${writing.note.share.reach === "NOBODY" ? t("noteHint") : t("noteHintShared")}</p>
        <div class="ni-sheet-acts"><button type="button" class="ni-button is-row" @click=${() => ink.removeWritten()} data-testid="note-remove">${inkIcons.trash}<span>${t("remove")}</span></button>${close}</div>
      </section>`;
    }
    if (!reading) return nothing;
    const { body } = reading.note;
    return html`<section class="ni-sheet is-shared" aria-label=${t("noteBy", { name: reading.by ?? "" })} data-own-gesture>
      <h2>${t("noteBy", { name: reading.by ?? "" })}</h2>
      <p class="ni-sheet-text" tabindex="-1">${body.kind === "text" ? body.text : body.kind === "highlight" ? body.quote.exact : nothing}</p>
      <div class="ni-sheet-acts">${close}</div>
    </section>`;
  }

  /** One button a text or marked passage; drawn strokes say nothing to the ear but that they are there. */
  #list(): TemplateResult {
    const ink = this.ink!;
    const { shown } = ink;
    const strokes = new Map<string | null, number>();
    for (const { note, by } of shown) if (note.body.kind === "ink") strokes.set(by, (strokes.get(by) ?? 0) + 1);
    const listed = shown.filter(({ note }) => note.body.kind !== "ink");
    return html`<nav class="ni-list" aria-label=${t("notesOfPage", { page: ink.page })}>
      <button type="button" @click=${() => void ink.markByKey()} data-testid="mark-by-key">${t("markByKey")}<small>${t("markKeys")}</small></button>
      ${shown.length === 0 ? html`<p>${t("noNotes", { page: ink.page })}</p>` : html`<ul>
        ${listed.map((one) => html`<li><button type="button" @click=${() => { if (one.note.body.kind === "highlight" && one.by === null && ink.mode === "read") ink.start(false); ink.openNote(one); }}>${words(one)}</button></li>`)}
        ${[...strokes].map(([by, n]) => html`<li><p>${by === null ? t("strokes", { n }) : t("sharedStrokes", { name: by, n })}</p></li>`)}
      </ul>`}
    </nav>`;
  }
}

function words({ note: { body }, by }: Shown): string {
  const text = body.kind === "text" ? body.text : body.kind === "highlight" ? body.quote.exact : "";
  const short = text.length > LISTED ? `${text.slice(0, LISTED)}…` : text;
  if (body.kind === "highlight") return by === null ? t("oneHighlight", { text: short }) : t("sharedHighlight", { name: by, text: short });
  return by === null ? t("oneText", { text: short }) : t("sharedText", { name: by, text: short });
}

customElements.define("ns-page-notes", NsPageNotes);

declare global {
  interface HTMLElementTagNameMap { "ns-page-notes": NsPageNotes }
}
