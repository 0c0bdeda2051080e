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

/** Text as large as its box allows, between `least` and `most` hundredths of the screen. Words are never broken. */
export class FitText extends Light {
  static override properties = { text: {}, most: { type: Number }, least: { type: Number } };
  declare text: string;
  declare most: number;
  declare least: number;
  readonly #watch = new ResizeObserver(() => this.#fit());

  constructor() {
    super();
    this.text = "";
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

  protected override render(): TemplateResult { return html`<span class="fit-words">${this.text}</span>`; }

  protected override updated(_: PropertyValues<this>): void { this.#fit(); }

  #fit(): void {
    const words = this.querySelector<HTMLElement>(".fit-words");
    if (!words || this.clientHeight === 0) return;
    const size = largestFit((u) => {
      this.style.setProperty("--fit", String(u));
      return words.offsetHeight <= this.clientHeight && words.scrollWidth <= this.clientWidth;
    }, this.most, this.least);
    this.style.setProperty("--fit", String(size));
  }
}

customElements.define("fit-text", FitText);
