import { html, LitElement, nothing, type TemplateResult } from "lit";
import { LanguageController } from "../i18n/index.ts";
import { icons } from "./icons.ts";
import { t } from "./texts.ts";

/** One tap back to the presenter: "Theo người trình bày – trang 12 ▸". Shown while `page` or `elsewhere` is set; sends `rejoin`. */
export class NsFollowPill extends LitElement {
  static override properties = { page: { type: Number }, printed: {}, elsewhere: {} };

  /** The presenter's page, 0 hides the pill. */
  declare page: number;
  /** Its printed number, when that says something else. */
  declare printed: string | null;
  /** Name of the paper when the presenter is in another one. */
  declare elsewhere: string | null;

  constructor() {
    super();
    new LanguageController(this);
    this.page = 0;
    this.printed = null;
    this.elsewhere = null;
  }

  override createRenderRoot(): this { return this; }

  protected override render(): TemplateResult | typeof nothing {
    if (!this.page && !this.elsewhere) return nothing;
    const words = this.elsewhere ? t("followElsewhere", { paper: this.elsewhere }) : t("follow", { page: this.printed || String(this.page) });
    return html`<button type="button" class="nsr-pill" @click=${() => this.dispatchEvent(new CustomEvent("rejoin", { bubbles: true, composed: true }))}>
      <span class="nsr-pill-mark" aria-hidden="true"></span><span class="nsr-pill-words">${words}</span>${icons.forward}</button>`;
  }
}

customElements.define("ns-follow-pill", NsFollowPill);

declare global {
  interface HTMLElementTagNameMap { "ns-follow-pill": NsFollowPill }
}
