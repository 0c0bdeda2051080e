import { html, nothing, type TemplateResult } from "lit";
import type { MeetingView } from "client-kit/proto/protocol.ts";
import { seatKey, stateWords, type SeatMapEvents } from "client-kit/seats/ns-seat-map.ts";
import { drawnSeats, type Drawn } from "client-kit/seats/states.ts";
import { giveFloor } from "./floor-acts.ts";
import { DeskPart } from "../meeting/desk-part.ts";
import { clock } from "../shared/when.ts";
import { seatTexts as say } from "../texts/seats.ts";

/** A turn that is given from the map has the usual length; the floor's panel has the others. */

/** The room as it sits now: a tap on a seat tells who it is and offers what can be done. */
export class SeatsLive extends DeskPart {
  static override properties = { ...DeskPart.properties, done: { attribute: false }, chosen: { state: true } };
  declare done: () => void;
  declare chosen: string | null;

  constructor() {
    super();
    this.chosen = null;
  }

  protected override draw(view: MeetingView): TemplateResult {
    const seats = drawnSeats(view);
    const { quorum } = view.people;
    const chosen = seats.find((seat) => seat.id === this.chosen);
    return html`<section class="seats-live" data-testid="seats-live">
      <header><h2>${say.title}</h2>
        <p class="seats-quorum" data-met=${quorum.met ? "yes" : "no"} data-testid="seats-quorum"><b>${quorum.met ? say.met : say.missing(quorum.needed - quorum.present)}</b> <span class="tabular">${say.quorum(quorum.present, quorum.members, quorum.needed)}</span></p>
        <span class="spring"></span>
        <button type="button" class="ns-button ns-quiet is-small" aria-pressed=${view.stage.seats ? "true" : "false"} data-testid="seats-screen" @click=${() => this.desk.do({ type: "showSeats", show: !view.stage.seats })}>${view.stage.seats ? say.offScreen : say.onScreen}</button>
        <button type="button" class="ns-button ns-quiet is-small" data-testid="seats-close" @click=${this.done}>${say.back}</button></header>
      <ns-seat-map .seats=${seats} .chosen=${this.chosen} @seat-press=${(event: CustomEvent<SeatMapEvents["seat-press"]>) => { this.chosen = event.detail.seat === this.chosen ? null : event.detail.seat; }}></ns-seat-map>
      ${seatKey(seats)}
      <div class="seat-card" data-testid="seat-card" aria-live="polite">${chosen ? this.#card(view, chosen) : html`<p class="hint">${say.press}</p>`}</div>
    </section>`;
  }

  #card(view: MeetingView, seat: Drawn): TemplateResult {
    const person = seat.person === undefined ? undefined : view.people.people[seat.person];
    if (!person || seat.person === undefined) return html`<p><b>${say.emptySeat}</b> ${seat.label}</p>`;
    const who = seat.person;
    const times = [person.arrivedAt === undefined ? "" : say.arrived(clock(person.arrivedAt)), person.late ? say.late : "", person.returnedAt === undefined ? "" : say.returned(clock(person.returnedAt)), person.leftAt === undefined ? "" : say.leftAt(clock(person.leftAt)), person.absence ?? ""];
    const open = view.head.phase === "ISSUED" || view.head.phase === "IN_SESSION" || view.head.phase === "RECESS";
    const speaks = seat.state.doing === "speaking";
    const here = person.presence !== undefined;
    return html`<p><b>${person.name}</b> <span>${[person.title, person.unit].filter(Boolean).join(", ")}</span><small>${[stateWords(seat.state), ...times].filter(Boolean).join(" · ")}</small></p>
      <div class="person-acts">
        ${open && person.presence !== "IN_ROOM" ? html`<button type="button" class="ns-button ns-primary" data-testid="seat-room" @click=${() => this.desk.do({ type: "markPresent", person: who, manner: "IN_ROOM" })}>${say.here}</button>` : nothing}
        ${open && !here ? html`<button type="button" class="ns-button ns-quiet" data-testid="seat-remote" @click=${() => this.desk.do({ type: "markPresent", person: who, manner: "REMOTE" })}>${say.remote}</button>` : nothing}
        ${view.head.phase === "IN_SESSION" && here && !speaks ? html`<button type="button" class="ns-button ns-quiet" data-testid="seat-floor" @click=${() => giveFloor(this.desk, who)}>${say.floor}</button>` : nothing}
        ${speaks ? html`<button type="button" class="ns-button ns-quiet" data-testid="seat-end" @click=${() => this.desk.do({ type: "endTurn" })}>${say.end}</button>` : nothing}
        ${open && here ? html`<button type="button" class="ns-button ns-plain" data-testid="seat-left" @click=${() => this.desk.do({ type: "markLeft", person: who })}>${say.left}</button>` : nothing}
      </div>`;
  }
}

customElements.define("seats-live", SeatsLive);
