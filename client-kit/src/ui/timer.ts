import { html, nothing, type TemplateResult } from "lit";
import { countdown, countup } from "../i18n/format.ts";
import { t } from "../i18n/texts.ts";
import { serverClock, type Clock } from "../net/clock.ts";
import { LightElement } from "./element.ts";
import { figures } from "./figures.ts";
import { phaseOf, type Span, type TimerPhase } from "./phase.ts";
import "./clock.css";

export * from "./phase.ts";

const MINUTE_MS = 60_000;

/**
 * Counts by the server's clock, so that all devices agree. Colour, sign and word tell the phases apart; the last minute and the end
 * are said once to screen readers. With `bar`, a line that runs out.
 */
export class NsTimer extends LightElement {
  static override properties = { span: { attribute: false }, clock: { attribute: false }, bar: { type: Boolean }, worded: { type: Boolean } };
  declare span: Span;
  declare clock: Clock;
  declare bar: boolean;
  /** with "Còn lại" or "Quá giờ" above it */
  declare worded: boolean;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private lastPhase: TimerPhase | undefined;
  private said = "";

  constructor() {
    super();
    this.span = {};
    this.clock = serverClock;
    this.bar = false;
    this.worded = false;
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
    const { phase, passedMs, leftMs } = phaseOf(this.span, this.clock.now());
    const counted = this.span.limitMs === undefined;
    const shown = counted ? countup(passedMs) : phase === "over" ? `+${countup(-leftMs)}` : countdown(leftMs);
    this.say(phase);
    const word = counted ? t("timeSpent") : ({ running: t("timeLeft"), paused: t("timePaused"), soon: t("timeSoon"), over: t("timeOver") } as const)[phase];
    const share = counted ? 0 : Math.min(1, Math.max(0, leftMs / (this.span.limitMs ?? 1)));
    return html`<div class="ns-timer is-${phase}" role="timer" aria-label="${word} ${shown}">
        ${this.worded ? html`<span class="ns-timer-word" aria-hidden="true">${word}</span>` : nothing}
        <span class="ns-timer-count" aria-hidden="true">${figures(shown)}</span>
        ${this.bar && !counted ? html`<span class="ns-timer-bar" aria-hidden="true"><span .style=${`transform: scaleX(${share.toFixed(4)})`}></span></span>` : nothing}
      </div>
      <span class="unseen" role="status">${this.said}</span>`;
  }

  private say(phase: TimerPhase): void {
    if (phase === this.lastPhase) return;
    const first = this.lastPhase === undefined;
    this.lastPhase = phase;
    if (first || this.span.limitMs === undefined) this.said = "";
    else this.said = phase === "soon" && (this.span.soonMs ?? (this.span.limitMs >= 5 * MINUTE_MS ? MINUTE_MS : 0)) === MINUTE_MS ? t("minuteLeft") : phase === "over" ? t("timeIsUp") : "";
  }

  private tick(): void {
    this.requestUpdate();
    clearTimeout(this.timer);
    const { passedMs, leftMs } = phaseOf(this.span, this.clock.now());
    // the count changes where the rest of the span passes a full second
    const rest = leftMs === Infinity ? 1000 - (passedMs % 1000) : leftMs > 0 ? leftMs % 1000 || 1000 : 1000 - (-leftMs % 1000);
    this.timer = setTimeout(() => this.tick(), Math.min(1000, rest + 1));
  }
}
customElements.define("ns-timer", NsTimer);

declare global {
  interface HTMLElementTagNameMap {
    "ns-timer": NsTimer;
  }
}
