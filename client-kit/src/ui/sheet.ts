import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { t } from "../i18n/texts.ts";
import { button } from "./button.ts";
import { LightElement, uniqueId } from "./element.ts";
import "./sheet.css";

/**
 * A sheet over the lower half (`side="bottom"`), or from the left or right. By default what lies above it stays usable (a vote
 * over the page that is being read); `modal` holds everything else. On `ns-close` set `open` to false.
 */
export class NsSheet extends LightElement {
  static override properties = {
    open: { type: Boolean },
    side: {},
    heading: {},
    content: { attribute: false },
    modal: { type: Boolean },
    fixed: { type: Boolean },
    live: { type: Boolean },
  };
  declare open: boolean;
  declare side: "bottom" | "left" | "right";
  declare heading: string;
  declare content: TemplateResult | typeof nothing;
  declare modal: boolean;
  /** no cross, no Escape: an open vote is answered or closed by the chair */
  declare fixed: boolean;
  /** carries the red edge of what is live */
  declare live: boolean;
  private readonly headingId = uniqueId("sheet");

  constructor() {
    super();
    this.open = false;
    this.side = "bottom";
    this.heading = "";
    this.content = nothing;
    this.modal = false;
    this.fixed = false;
    this.live = false;
  }

  override render(): TemplateResult {
    return html`<dialog class="ns-sheet is-${this.side} ${this.live ? "is-live" : ""}" aria-labelledby=${this.headingId} @cancel=${this.cancelled} @close=${this.closed} @click=${this.clicked} @keydown=${this.keyed}>
      ${this.open
        ? html`<div class="ns-sheet-inner">
            <header class="ns-sheet-head">
              <h2 id=${this.headingId} tabindex="-1">${this.heading}</h2>
              ${this.fixed ? nothing : button({ label: t("close"), icon: "cross", kind: "plain", iconOnly: true, press: () => this.ask() })}
            </header>
            <div class="ns-sheet-content">${this.content}</div>
          </div>`
        : nothing}
    </dialog>`;
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (!changed.has("open")) return;
    const dialog = this.querySelector("dialog");
    if (dialog === null) return;
    if (this.open && !dialog.open) {
      const held = document.activeElement;
      if (this.modal) dialog.showModal();
      else {
        dialog.show();
        // a sheet that comes by itself takes no focus from someone who is writing
        if (held instanceof HTMLElement && held !== document.body) held.focus();
      }
    } else if (!this.open && dialog.open) dialog.close();
  }

  override disconnectedCallback(): void {
    const dialog = this.querySelector("dialog");
    if (dialog?.open === true) dialog.close();
    super.disconnectedCallback();
  }

  private ask(): void {
    this.dispatchEvent(new CustomEvent("ns-close"));
  }

  private cancelled(event: Event): void {
    event.preventDefault();
    if (!this.fixed) this.ask();
  }

  private closed(): void {
    if (this.open) this.ask();
  }

  private clicked(event: MouseEvent): void {
    if (this.modal && !this.fixed && event.target === event.currentTarget) this.ask();
  }

  private keyed(event: KeyboardEvent): void {
    if (event.key !== "Escape" || this.modal || this.fixed || event.defaultPrevented) return;
    event.preventDefault();
    this.ask();
  }
}
customElements.define("ns-sheet", NsSheet);

declare global {
  interface HTMLElementTagNameMap {
    "ns-sheet": NsSheet;
  }
}
