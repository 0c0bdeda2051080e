import { html, type TemplateResult } from "lit";
import { clockTime, shortTime } from "../i18n/format.ts";
import { t } from "../i18n/texts.ts";
import { serverClock, type Clock } from "../net/clock.ts";
import { LightElement } from "./element.ts";
import { figures } from "./figures.ts";
import "./clock.css";

/** The time of the server, the same on every device: 09:41, or 09:41:07 with `seconds`. */
export class NsClock extends LightElement {
  static override properties = { seconds: { type: Boolean }, clock: { attribute: false } };
  declare seconds: boolean;
  declare clock: Clock;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    super();
    this.seconds = false;
    this.clock = serverClock;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.tick();
  }

  override disconnectedCallback(): void {
    clearTimeout(this.timer);
    super.disconnectedCallback();
  }

  override render(): TemplateResult {
    const now = this.clock.now();
    return html`<time class="ns-clock" role="img" aria-label="${t("now")} ${shortTime(now)}">${figures(this.seconds ? clockTime(now) : shortTime(now))}</time>`;
  }

  private tick(): void {
    this.requestUpdate();
    // all clocks in the room change together, on the full second
    this.timer = setTimeout(() => this.tick(), 1000 - (this.clock.now() % 1000) + 1);
  }
}
customElements.define("ns-clock", NsClock);

declare global {
  interface HTMLElementTagNameMap {
    "ns-clock": NsClock;
  }
}
