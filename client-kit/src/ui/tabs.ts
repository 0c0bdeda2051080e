import { html, nothing, type TemplateResult } from "lit";
import { LightElement, uniqueId } from "./element.ts";
import { icon, type IconName } from "./icon.ts";
import "./tabs.css";

export interface TabChoice {
  id: string;
  label: string;
  icon?: IconName;
  count?: number;
}
export type TabSelected = CustomEvent<{ tab: string }>;

/** A row of tabs; arrows move between them. Fires `ns-select`; draw the panel yourself with `panel(content)`. */
export class NsTabs extends LightElement {
  static override properties = { tabs: { attribute: false }, selected: {}, label: {}, content: { attribute: false } };
  declare tabs: readonly TabChoice[];
  declare selected: string;
  declare label: string;
  /** what belongs to the selected tab */
  declare content: TemplateResult | typeof nothing;
  private readonly idStem = uniqueId("tabs");

  constructor() {
    super();
    this.tabs = [];
    this.selected = "";
    this.label = "";
    this.content = nothing;
  }

  override render(): TemplateResult {
    return html`<div class="ns-tabs" role="tablist" aria-label=${this.label} @keydown=${this.keyed}>${this.tabs.map((tab) => {
        const selected = tab.id === this.selected;
        return html`<button class="ns-tab" type="button" role="tab" id="${this.idStem}-${tab.id}" data-tab=${tab.id} aria-selected=${String(selected)} aria-controls="${this.idStem}-panel" tabindex=${selected ? 0 : -1} @click=${() => this.select(tab.id)}>
          ${tab.icon === undefined ? nothing : icon(tab.icon)}<span>${tab.label}</span>${tab.count === undefined ? nothing : html`<span class="ns-count">${tab.count}</span>`}
        </button>`;
      })}</div>
      <div class="ns-tab-panel" role="tabpanel" id="${this.idStem}-panel" aria-labelledby="${this.idStem}-${this.selected}">${this.content}</div>`;
  }

  private keyed(event: KeyboardEvent): void {
    const at = this.tabs.findIndex((tab) => tab.id === this.selected);
    const last = this.tabs.length - 1;
    const to = ({ ArrowRight: at === last ? 0 : at + 1, ArrowLeft: at <= 0 ? last : at - 1, Home: 0, End: last } as Record<string, number>)[event.key];
    const tab = to === undefined ? undefined : this.tabs[to];
    if (tab === undefined) return;
    event.preventDefault();
    this.select(tab.id);
    void this.updateComplete.then(() => this.querySelector<HTMLElement>(`[data-tab="${CSS.escape(tab.id)}"]`)?.focus());
  }

  private select(tab: string): void {
    if (tab === this.selected) return;
    this.selected = tab;
    this.dispatchEvent(new CustomEvent("ns-select", { detail: { tab } }));
  }
}
customElements.define("ns-tabs", NsTabs);

declare global {
  interface HTMLElementTagNameMap {
    "ns-tabs": NsTabs;
  }
}
