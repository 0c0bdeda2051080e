import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { Light } from "../shared/light.ts";
import { everyBeat } from "../shared/ticker.ts";
import { screenTexts as say } from "../texts/screen.ts";
import { Pairing } from "./pairing.ts";
import { sceneOf, type Shown } from "./scenes.ts";
import { NewVersion } from "./new-version.ts";
import { StayAwake } from "./stay-awake.ts";

const FADE_MS = 200;

/** The room screen: one scene at a time, the old one fading into the new. Nobody operates it. */
export class ScreenRoom extends Light {
  static override properties = { leaving: { state: true } };
  declare leaving: TemplateResult | null;
  readonly #pairing = new Pairing(() => this.requestUpdate());
  readonly #awake = new StayAwake();
  readonly #version = new NewVersion(() => this.#pairing.idle);
  #shown: Shown | null = null;
  #stopBeat: (() => void) | undefined;
  #second = 0;

  constructor() {
    super();
    this.leaving = null;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#pairing.start();
    this.#awake.start();
    this.#version.start();
    // Bars of time move once a second; texts that tick draw themselves.
    this.#stopBeat = everyBeat(() => {
      const second = Math.floor(this.#pairing.now() / 1000);
      if (second !== this.#second) {
        this.#second = second;
        this.requestUpdate();
      }
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#pairing.stop();
    this.#awake.stop();
    this.#version.stop();
    this.#stopBeat?.();
  }

  protected override willUpdate(_: PropertyValues<this>): void {
    const stage = this.#pairing.stage;
    const next = stage ? sceneOf(stage) : null;
    const before = this.#shown;
    if (before && next && before.key !== next.key) {
      this.leaving = before.picture;
      setTimeout(() => { this.leaving = null; }, FADE_MS);
    }
    this.#shown = next;
  }

  protected override render(): TemplateResult {
    const { standing } = this.#pairing;
    return html`<div class="room" data-testid="room" data-scene=${this.#shown?.key.split(" ")[0] ?? standing}>
      ${this.leaving ? html`<div class="layer leaving" aria-hidden="true">${this.leaving}</div>` : nothing}
      ${this.#shown ? html`<div class=${this.leaving ? "layer coming" : "layer"}>${this.#shown.picture}</div>` : this.#blank(standing)}
      ${this.#pairing.lost ? html`<p class="reconnecting" role="status" data-testid="reconnecting">${say.reconnecting}</p>` : nothing}
    </div>`;
  }

  #blank(standing: Pairing["standing"]): TemplateResult {
    if (standing === "unpaired" || standing === "refused")
      return html`<div class="scene pair-scene" data-testid="unpaired"><p class="pair-title">${standing === "refused" ? say.pairFailed : say.pairTitle}</p><p class="pair-text">${say.pairText}</p></div>`;
    return html`<div class="scene"></div>`;
  }
}

customElements.define("screen-room", ScreenRoom);
