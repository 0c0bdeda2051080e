import { html, type PropertyValues, type TemplateResult } from "lit";
import { Light } from "../shared/light.ts";

const STEP = 0.25;

/** The largest size, in steps of a quarter, for which `fits` holds; `least` when none does. `fits` must not grow with size. */
export function largestFit(fits: (size: number) => boolean, most: number, least: number): number {
  let low = Math.ceil(least / STEP);
  let high = Math.floor(most / STEP);
  if (fits(high * STEP)) return high * STEP;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (fits(middle * STEP)) low = middle;
    else high = middle;
  }
  return low * STEP;
}

/** A box whose words are as large as it allows, between `least` and `most` hundredths of the screen. Words are never broken. */
abstract class Fit extends Light {
  static override properties: Record<string, object> = { most: { type: Number }, least: { type: Number } };
  declare most: number;
  declare least: number;
  readonly #watch = new ResizeObserver(() => this.#fit());

  constructor() {
    super();
    this.most = 10;
    this.least = 4;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#watch.observe(this);
    void document.fonts.ready.then(() => this.#fit());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#watch.disconnect();
  }

  protected override updated(_: PropertyValues<this>): void { this.#fit(); }

  #fit(): void {
    const words = this.querySelector<HTMLElement>(".fit-words");
    if (!words || this.clientHeight === 0) return;
    const size = largestFit((u) => {
      this.style.setProperty("--fit", String(u));
      return words.scrollHeight <= this.clientHeight && words.scrollWidth <= this.clientWidth;
    }, this.most, this.least);
    this.style.setProperty("--fit", String(size));
  }
}

/** One text. */
export class FitText extends Fit {
  static override properties = { ...Fit.properties, text: {} };
  declare text: string;

  constructor() {
    super();
    this.text = "";
  }

  protected override render(): TemplateResult { return html`<span class="fit-words">${this.text}</span>`; }
}

export interface NameGroup {
  /** Empty for names without a heading. */
  readonly label: string;
  readonly names: readonly string[];
}

/** Names in as many columns as it takes, with a heading over each group. */
export class FitNames extends Fit {
  static override properties = { ...Fit.properties, groups: { attribute: false } };
  declare groups: readonly NameGroup[];

  constructor() {
    super();
    this.groups = [];
  }

  protected override render(): TemplateResult {
    return html`<div class="fit-words">${this.groups.map((group) => html`
      <section>${group.label ? html`<p class="fit-label">${group.label}</p>` : ""}<ul>${group.names.map((name) => html`<li>${name}</li>`)}</ul></section>`)}</div>`;
  }
}

customElements.define("fit-text", FitText);
customElements.define("fit-names", FitNames);
