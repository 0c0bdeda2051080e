import { html, nothing, type TemplateResult } from "lit";
import { date } from "../i18n/format.ts";
import { http, HttpFailure } from "../net/http.ts";
import { LightElement } from "../ui/element.ts";
import { t } from "./texts.ts";

interface NotesTime {
  readonly days?: number;
  /** The days run from the issuing of the signed minutes, not from the closing. */
  readonly afterMinutes?: boolean;
  /** ms since 1970, once they run. */
  readonly until?: number;
  readonly held: boolean;
}

/** Says how long the private notes of a meeting are kept, where its body has chosen to destroy them: beforehand, so that their owner can take them out. */
export class NsNotesTime extends LightElement {
  static override properties = { meeting: {}, time: { state: true } };
  declare meeting: string;
  declare time: NotesTime | null;

  constructor() {
    super();
    this.meeting = "";
    this.time = null;
  }

  protected override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has("meeting") && this.meeting !== "") void this.#ask(this.meeting);
  }

  async #ask(meeting: string): Promise<void> {
    this.time = null;
    try {
      const time = await http.get<NotesTime>(`/api/meetings/${encodeURIComponent(meeting)}/notes-time`);
      if (meeting === this.meeting) this.time = time;
    } catch (failure) {
      if (!(failure instanceof HttpFailure)) throw failure; // without a network nothing is known, and nothing is said
    }
  }

  protected override render(): TemplateResult | typeof nothing {
    const { time } = this;
    if (time?.days === undefined) return nothing;
    return html`<p class="nb-time" role="status" data-testid="notes-time">${time.held ? t("timeHeld") : time.until === undefined ? beforehand(time.days, time.afterMinutes === true) : time.days === 0 || time.until <= Date.now() ? t("timeOver") : t("timeUntil", { day: date(time.until) })}</p>`;
  }
}

function beforehand(days: number, afterMinutes: boolean): string {
  if (days === 0) return t(afterMinutes ? "timeAtMinutes" : "timeAtOnce");
  return t(afterMinutes ? "timeDaysMinutes" : "timeDays", { n: days });
}

customElements.define("ns-notes-time", NsNotesTime);

declare global {
  interface HTMLElementTagNameMap {
    "ns-notes-time": NsNotesTime;
  }
}
