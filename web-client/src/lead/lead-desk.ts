import { html, type TemplateResult } from "lit";
import type { MeetingView } from "client-kit/proto/protocol.ts";
import { DeskPart } from "../meeting/desk-part.ts";
import "../indicators/item-indicators.ts";
import "../tasks/item-tasks.ts";
import "./conclusion-editor.ts";
import "./facts-list.ts";
import "./floor-panel.ts";
import { LeadKeys } from "./lead-keys.ts";
import "./lead-agenda.ts";
import "./lead-stage.ts";
import "./paper-table.ts";
import "./people-panel.ts";
import "./seats-live.ts";
import "./unrecorded-conclusions.ts";
import { mayCorrect } from "./correct-attendance.ts";
import "./votes-panel.ts";

/** During the meeting: agenda left, the item in hand in the middle, people, floor and votes right. */
export class LeadDesk extends DeskPart {
  static override properties = { ...DeskPart.properties, reading: { state: true }, checking: { state: true }, seating: { state: true } };
  /** Paper lying open in the middle; none: the stage. */
  declare reading: string | null;
  /** The list of people is open for checking in. */
  declare checking: boolean;
  /** The seat map lies in the middle. */
  declare seating: boolean;
  readonly #keys = new LeadKeys(this);

  constructor() {
    super();
    this.reading = null;
    this.checking = false;
    this.seating = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#keys.listen();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#keys.stop();
  }

  protected override draw(view: MeetingView): TemplateResult {
    const { desk } = this;
    const over = view.head.phase === "CLOSED";
    const concluded = over ? (mayCorrect(view) ? (desk.unrecorded[0] ?? view.agenda.order[0]) : undefined) : view.agenda.inHand;
    return html`<div class="desk lead">
      <lead-agenda .desk=${desk}></lead-agenda>
      <main class="centre" id="stage">
        <div class="stage-wrap" ?hidden=${this.reading !== null || this.seating}>
          <lead-stage .desk=${desk} .read=${(paper: string) => { this.reading = paper; }} .checkIn=${() => { this.checking = true; }}></lead-stage>
          <unrecorded-conclusions .desk=${desk} ?hidden=${view.head.phase !== "CLOSED" || !view.minutes?.locked}></unrecorded-conclusions>
          ${concluded === undefined ? "" : html`<conclusion-editor .desk=${desk} .item=${concluded}></conclusion-editor>`}
          ${view.agenda.inHand || over ? html`<item-tasks .desk=${desk} .item=${over ? undefined : view.agenda.inHand}></item-tasks>` : ""}
          ${view.agenda.inHand && !over ? html`<item-indicators .desk=${desk} .item=${view.agenda.inHand} folded></item-indicators>` : ""}
          <facts-list .desk=${desk}></facts-list>
        </div>
        ${this.seating ? html`<seats-live .desk=${desk} .done=${() => { this.seating = false; }}></seats-live>` : ""}
        ${this.reading === null || this.seating ? "" : html`<paper-table .desk=${desk} .paper=${this.reading} .done=${() => { this.reading = null; }} @open-paper=${(event: CustomEvent<{ paper: string }>) => { this.reading = event.detail.paper; }}></paper-table>`}
      </main>
      <aside class="side">
        <people-panel .desk=${desk} .seats=${() => { this.seating = !this.seating; }} .wide=${this.checking} .widen=${(wide: boolean) => { this.checking = wide; }}></people-panel>
        <floor-panel .desk=${desk} ?hidden=${this.checking}></floor-panel>
        <votes-panel .desk=${desk} ?hidden=${this.checking}></votes-panel>
      </aside>
    </div>`;
  }
}

customElements.define("lead-desk", LeadDesk);
