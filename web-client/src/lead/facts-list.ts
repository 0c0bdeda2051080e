import { html, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { language } from "client-kit/i18n/index.ts";
import { HttpFailure } from "client-kit/net/index.ts";
import type { MeetingView } from "client-kit/proto/protocol.ts";
import { meetings, type Fact } from "../api/api.ts";
import { DeskPart } from "../meeting/desk-part.ts";
import { clockSeconds } from "../shared/when.ts";
import { lead } from "../texts/lead.ts";
import { withCodesGrouped } from "client-kit/ui/code.ts";
import { withNew } from "./newest-facts.ts";

const AFTER_MS = 2_000;

/** The journal's facts as they happen, newest first. New ones are fetched a moment after the meeting has changed. */
export class FactsList extends DeskPart {
  static override properties = { ...DeskPart.properties, facts: { state: true } };
  declare facts: readonly Fact[];
  #seen: MeetingView | null = null;
  #spoken = language();
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
      void this.#fetch();
    }, this.facts.length ? AFTER_MS : 0);
  }

  /** What is shown in another language is fetched anew. */
  async #fetch(): Promise<void> {
    const spoken = language();
    const shown = (): readonly Fact[] => (spoken === this.#spoken ? this.facts : []);
    try {
      const { facts } = await meetings.newFacts(this.desk.id, shown()[0]?.seq ?? 0);
      this.facts = withNew(shown(), facts);
      this.#spoken = spoken;
    } catch (failure) {
      if (!(failure instanceof HttpFailure)) throw failure; // those that are shown stay, and the next change asks again
    }
  }

  protected override draw(_: MeetingView): TemplateResult {
    return html`<section class="facts"><h2>${lead.facts}</h2>
      ${this.facts.length === 0 ? html`<p class="hint">${lead.noFacts}</p>` : html`<ol>${repeat(this.facts, (fact) => fact.seq, (fact) => html`
        <li><time class="tabular">${clockSeconds(fact.at)}</time><span>${withCodesGrouped(fact.text)}</span></li>`)}</ol>`}
    </section>`;
  }
}

customElements.define("facts-list", FactsList);
