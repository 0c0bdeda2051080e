import { html, type PropertyValues, type TemplateResult } from "lit";
import { LightElement } from "../ui/element.ts";
import type { Bars } from "./bars.ts";
import "./chart.css";

/** A chart of bars; the library comes when the first one is drawn. What it says stands in a table beside it: `label` names it for who can't see it. */
export class NsChart extends LightElement {
  static override properties = { bars: { attribute: false }, label: {} };
  declare bars: Bars | null;
  declare label: string;
  #drawn: { readonly end: () => void } | null = null;
  #times = 0;
  readonly #theme = new MutationObserver(() => { void this.#draw(); });

  constructor() {
    super();
    this.bars = null;
    this.label = "";
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#theme.observe(document.documentElement, { attributes: true, attributeFilter: ["data-theme"] });
    if (this.hasUpdated) void this.#draw();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#theme.disconnect();
    this.#end();
  }

  protected override render(): TemplateResult {
    return html`<div class="chart-frame"><canvas role="img" aria-label=${this.label}></canvas></div>`;
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has("bars")) void this.#draw();
  }

  #end(): void {
    this.#times += 1;
    this.#drawn?.end();
    this.#drawn = null;
  }

  async #draw(): Promise<void> {
    this.#end();
    const turn = this.#times;
    const { draw } = await import("./chart-part.ts");
    await document.fonts?.ready;
    const canvas = this.querySelector("canvas");
    if (turn !== this.#times || !this.isConnected || !canvas || this.bars === null) return;
    this.#drawn = draw(this, canvas, this.bars);
    this.dataset["drawn"] = "yes";
  }
}
customElements.define("ns-chart", NsChart);

declare global {
  interface HTMLElementTagNameMap {
    "ns-chart": NsChart;
  }
}
