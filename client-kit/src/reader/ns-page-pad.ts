import { html, LitElement, nothing, type TemplateResult } from "lit";
import { icons } from "./icons.ts";
import { findPage, labelLetters, printedLabel, type Numbering } from "./manifest.ts";
import type { NsReader } from "./ns-reader.ts";
import { t } from "./texts.ts";

const DIGITS_LIMIT = 8;

/** "Đến trang": a number pad for the finger, the keyboard works too. Opens itself when it is put into the page. */
export class NsPagePad extends LitElement {
  static override properties = { reader: { attribute: false }, typed: { state: true }, numbering: { state: true }, refused: { state: true } };

  declare reader: NsReader;
  declare typed: string;
  declare numbering: Numbering;
  declare refused: boolean;

  constructor() {
    super();
    this.typed = "";
    this.numbering = "count";
    this.refused = false;
  }

  override createRenderRoot(): this { return this; }

  protected override firstUpdated(): void {
    this.querySelector("dialog")?.showModal();
    this.querySelector("input")?.focus();
  }

  protected override render(): TemplateResult {
    const { count, manifest } = this.reader;
    const differs = manifest?.pages.some((_, i) => printedLabel(manifest, i + 1) !== null) ?? false;
    const letters = manifest && this.numbering === "printed" ? labelLetters(manifest) : [];
    const example = this.numbering === "printed" ? printedLabel(manifest, this.reader.page) ?? manifest?.pages[0]?.label ?? "" : `1–${count}`;
    return html`
      <dialog class="nsr-pad" aria-label=${t("goTo")} @close=${this.#closed} @click=${(e: Event) => { if (e.target === e.currentTarget) this.#close(); }}>
        <form method="dialog" @submit=${this.#go}>
          <h2>${t("goTo")}</h2>
          ${differs ? html`<div class="nsr-tabs" role="group" aria-label=${t("goToHint")}>${this.#mode("count", t("byCount"))}${this.#mode("printed", t("byPrint"))}</div>` : nothing}
          <input inputmode="none" autocomplete="off" maxlength=${DIGITS_LIMIT} aria-label=${t("goToHint")} placeholder=${example} .value=${this.typed} aria-describedby="nsr-pad-says"
            aria-invalid=${this.refused ? "true" : "false"} @input=${(e: Event) => this.#type((e.target as HTMLInputElement).value)} />
          <p id="nsr-pad-says" class="nsr-pad-says" role="status">${this.refused ? this.numbering === "printed" ? t("noSuchPrint") : t("noSuchPage", { count }) : ""}</p>
          ${letters.length ? html`<div class="nsr-pad-letters">${letters.map((letter) => this.#digit(letter))}</div>` : nothing}
          <div class="nsr-pad-keys">
            ${["1", "2", "3", "4", "5", "6", "7", "8", "9"].map((d) => this.#digit(d))}
            <button type="button" class="nsr-button" aria-label=${t("erase")} @click=${() => this.#type(this.typed.slice(0, -1))}>${icons.erase}</button>
            ${this.#digit("0")}
            <button type="button" class="nsr-button" aria-label=${t("close")} @click=${() => this.#close()}>${icons.close}</button>
          </div>
          <button type="submit" class="nsr-button is-main is-wide">${t("go")}</button>
        </form>
      </dialog>`;
  }

  #mode(numbering: Numbering, words: string): TemplateResult {
    return html`<button type="button" class="nsr-button" aria-pressed=${this.numbering === numbering ? "true" : "false"} @click=${() => { this.numbering = numbering; this.#type(""); }}>${words}</button>`;
  }

  #digit(digit: string): TemplateResult {
    return html`<button type="button" class="nsr-button" @click=${() => this.#type(this.typed + digit)}>${digit}</button>`;
  }

  #type(text: string): void {
    this.typed = text.slice(0, DIGITS_LIMIT);
    this.refused = false;
    // The keys of a keyboard go on working after a tap on the pad.
    this.querySelector("input")?.focus();
  }

  #go = (event: Event): void => {
    event.preventDefault();
    const page = this.reader.manifest ? findPage(this.reader.manifest, this.typed, this.numbering) : null;
    if (page === null) {
      this.refused = true;
      this.querySelector("input")?.focus();
      return;
    }
    this.#close();
    this.reader.goTo(page);
  };

  #close(): void { this.querySelector("dialog")?.close(); }

  #closed = (): void => { if (this.reader.panel === "goto") this.reader.openPanel(null); };
}

customElements.define("ns-page-pad", NsPagePad);
