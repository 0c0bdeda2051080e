import { html, LitElement, type PropertyValues, type TemplateResult } from "lit";
import { LanguageController } from "../i18n/index.ts";
import { icons } from "./icons.ts";
import { pageAt } from "./manifest.ts";
import type { NsReader } from "./ns-reader.ts";
import { t } from "./texts.ts";
import { blocksOf, type Block } from "./blocks.ts";
import type { Words } from "./words.ts";

/** "Chữ to": the text of the page in one column, 20 to 32 px, for those who can't read an A4 page on a tablet. */
export class NsLargeText extends LitElement {
  static override properties = { reader: { attribute: false }, words: { attribute: false }, page: { type: Number }, textPx: { type: Number } };

  declare reader: NsReader;
  declare words: Words | null;
  declare page: number;
  declare textPx: number;
  #of: Words | null = null;
  #blocks: Block[] = [];

  constructor() {
    super();
    new LanguageController(this);
  }

  override createRenderRoot(): this { return this; }

  override connectedCallback(): void {
    super.connectedCallback();
    this.classList.add("nsr-large");
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has("page")) this.scrollTop = 0;
  }

  protected override render(): TemplateResult {
    const { reader, words, page } = this;
    const { count } = reader;
    if (words !== this.#of) { this.#of = words; this.#blocks = words ? blocksOf(words) : []; }
    const picture = pageAt(reader.manifest, page)?.words === null || (words !== null && this.#blocks.length === 0);
    return html`
      <article class="nsr-large-page" lang="vi" tabindex="0" .style=${`--nsr-text-px:${this.textPx}px`}>
        <p class="nsr-large-number">${count ? t("pageOf", { page, count }) : ""}</p>
        ${picture ? html`<p class="nsr-large-none">${t("imageOnly")}</p>
            <button type="button" class="nsr-button is-main" @click=${() => reader.setHabits({ large: false })}>${icons.fitPage}<span>${t("pageImage")}</span></button>`
          : this.#blocks.map((block) => block.kind === "heading" ? html`<h3>${block.text}</h3>` : html`<p class=${block.kind === "item" ? "is-item" : ""}>${block.text}</p>`)}
        ${page < count ? html`<button type="button" class="nsr-button is-main nsr-large-next" @click=${() => reader.next()}><span>${t("next")}</span>${icons.forward}</button>` : ""}
      </article>`;
  }
}

customElements.define("ns-large-text", NsLargeText);
