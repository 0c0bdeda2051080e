import { html, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import type { MeetingView } from "client-kit/proto/protocol.ts";
import { meetings, type Fact } from "../api/api.ts";
import { DeskPart } from "../meeting/desk-part.ts";
import { clockSeconds } from "../shared/when.ts";
import { lead } from "../texts/lead.ts";

const AFTER_MS = 2_000;
const SHOWN = 60;

/** The journal's facts as they happen, newest first. They are fetched a moment after the meeting has changed. */
export class FactsList extends DeskPart {
  static override properties = { ...DeskPart.properties, facts: { state: true } };
  declare facts: readonly Fact[];
  #seen: MeetingView | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    super();
    this.facts = [];
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  protected override updated(): void {
    const view = this.desk?.view ?? null;
    // The journal is not told before the session: most of it would be the writing of the agenda.
    if (view === null || view.head.openedAt === undefined || view === this.#seen || this.#timer !== undefined) return;
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      this.#seen = this.desk.view ?? null;
      void meetings.minutes(this.desk.id).then(({ facts }) => { this.facts = facts.slice(-SHOWN).reverse(); }, () => undefined);
    }, this.facts.length ? AFTER_MS : 0);
  }

  protected override draw(_: MeetingView): TemplateResult {
    return html`<section class="facts"><h2>${lead.facts}</h2>
      ${this.facts.length === 0 ? html`<p class="hint">${lead.noFacts}</p>` : html`<ol>${repeat(this.facts, (fact) => fact.seq, (fact) => html`
        <li><time class="tabular">${clockSeconds(fact.at)}</time><span>${fact.text}</span></li>`)}</ol>`}
    </section>`;
  }
}

customElements.define("facts-list", FactsList);
