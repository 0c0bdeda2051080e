import { html, nothing, type TemplateResult } from "lit";
import { t } from "../i18n/texts.ts";
import { button, type ButtonKind } from "./button.ts";
import { LightElement } from "./element.ts";
import { icon, type IconName } from "./icon.ts";
import "./tabs.css";

export type MenuItem = "line" | { label: string; press: () => void; icon?: IconName; danger?: boolean; disabled?: boolean; checked?: boolean; id?: string };

/** A button that opens a list of acts. Arrows, Home, End, Escape; a tap elsewhere closes it. `up` and `start` turn where it opens. */
export class NsMenu extends LightElement {
  static override properties = { label: {}, iconName: {}, iconOnly: { type: Boolean }, kind: {}, items: { attribute: false }, open: { state: true } };
  declare label: string;
  declare iconName: IconName;
  declare iconOnly: boolean;
  declare kind: ButtonKind;
  declare items: readonly MenuItem[];
  declare open: boolean;

  constructor() {
    super();
    this.label = "";
    this.iconName = "more";
    this.iconOnly = false;
    this.kind = "plain";
    this.items = [];
    this.open = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener("pointerdown", this.elsewhere);
    this.addEventListener("focusout", this.left);
  }

  override disconnectedCallback(): void {
    document.removeEventListener("pointerdown", this.elsewhere);
    this.removeEventListener("focusout", this.left);
    super.disconnectedCallback();
  }

  override render(): TemplateResult {
    return html`<div @keydown=${this.keyed}>
      ${button({ label: this.label === "" ? t("more") : this.label, icon: this.iconName, iconOnly: this.iconOnly, kind: this.kind, expanded: this.open, press: () => this.toggle() })}
      ${this.open ? html`<div class="ns-menu-list" role="menu" aria-label=${this.label === "" ? t("more") : this.label}>${this.items.map((item) => this.item(item))}</div>` : nothing}
    </div>`;
  }

  private item(item: MenuItem): TemplateResult {
    if (item === "line") return html`<hr class="ns-menu-line" />`;
    const checks = item.checked !== undefined;
    const sign = item.checked === true ? "check" : item.icon;
    return html`<button class="ns-menu-item ${item.danger === true ? "is-danger" : ""}" type="button" data-testid=${item.id ?? nothing} role=${checks ? "menuitemradio" : "menuitem"} aria-checked=${checks ? String(item.checked) : nothing} tabindex="-1" ?disabled=${item.disabled === true}
      @click=${() => {
        this.close(true);
        item.press();
      }}>${sign === undefined ? (checks ? html`<span class="ns-icon"></span>` : nothing) : icon(sign)}<span>${item.label}</span></button>`;
  }

  private toggle(): void {
    if (this.open) this.close(true);
    else this.show(0);
  }

  private show(at: number): void {
    this.open = true;
    void this.updateComplete.then(() => this.entries.at(at)?.focus());
  }

  private close(focus: boolean): void {
    this.open = false;
    if (focus) this.querySelector<HTMLElement>(".ns-button")?.focus();
  }

  private get entries(): HTMLElement[] {
    return [...this.querySelectorAll<HTMLElement>(".ns-menu-item:not(:disabled)")];
  }

  private keyed(event: KeyboardEvent): void {
    const entries = this.entries;
    const at = entries.indexOf(document.activeElement as HTMLElement);
    if (!this.open) {
      if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
      event.preventDefault();
      this.show(event.key === "ArrowUp" ? -1 : 0);
      return;
    }
    if (event.key === "Escape") {
      event.preventDefault();
      this.close(true);
      return;
    }
    const to = ({ ArrowDown: (at + 1) % entries.length, ArrowUp: at <= 0 ? -1 : at - 1, Home: 0, End: -1 } as Record<string, number>)[event.key];
    if (to === undefined) return;
    event.preventDefault();
    entries.at(to)?.focus();
  }

  private readonly elsewhere = (event: Event): void => {
    if (this.open && !(event.target instanceof Node && this.contains(event.target))) this.close(false);
  };

  private readonly left = (event: FocusEvent): void => {
    if (this.open && event.relatedTarget instanceof Node && !this.contains(event.relatedTarget)) this.close(false);
  };
}
customElements.define("ns-menu", NsMenu);

declare global {
  interface HTMLElementTagNameMap {
    "ns-menu": NsMenu;
  }
}
