import { format } from "client-kit/i18n/index.ts";
import { seatKey, stateWords, type SeatMapEvents } from "client-kit/seats/ns-seat-map.ts";
import { drawnSeats, type Drawn } from "client-kit/seats/states.ts";
import { html, nothing, type TemplateResult } from "lit";
import type { Desk } from "../meeting/desk.ts";
import { t } from "../texts/all.ts";
import "./seats-part.css";
import { room } from "../texts/room.ts";

/** The room as it sits now, for the chair: a tap on a seat tells who it is and offers what can be done. */
export function seatsPart(desk: Desk): TemplateResult {
  const view = desk.room.view!;
  const { quorum } = view.people;
  if (view.seats.order.length === 0) return html`<section class="part"><p class="soft">${room("seatsNone")}</p></section>`;
  const seats = drawnSeats(view);
  const chosen = seats.find((seat) => seat.id === desk.draft.seat);
  return html`<section class="part lp-seats" data-testid="seats-part">
    <p class="tabular" data-testid="seats-quorum">${t("peoplePresent", { n: quorum.present, of: quorum.members })} · <b>${t(quorum.met ? "quorumMet" : "quorumNot", { needed: quorum.needed })}</b></p>
    <div class="lp-card" aria-live="polite" data-testid="seat-card">${chosen ? card(desk, chosen) : html`<p class="soft">${room("seatsPress")}</p>`}</div>
    <ns-seat-map .seats=${seats} .chosen=${desk.draft.seat} @seat-press=${(event: CustomEvent<SeatMapEvents["seat-press"]>) => desk.write({ seat: event.detail.seat === desk.draft.seat ? null : event.detail.seat })}></ns-seat-map>
    ${seatKey(seats)}</section>`;
}

function card(desk: Desk, seat: Drawn): TemplateResult {
  const view = desk.room.view!;
  const who = seat.person;
  const person = who === undefined ? undefined : view.people.people[who];
  if (!person || who === undefined) return html`<p>${room("seatsEmpty")} ${seat.label}</p>`;
  const here = person.presence !== undefined;
  return html`<p><b>${person.name}</b><br /><span class="soft">${[person.title, stateWords(seat.state), person.arrivedAt === undefined ? "" : format.time(person.arrivedAt)].filter(Boolean).join(" · ")}</span></p>
    <p class="part-acts">
      ${here ? nothing : html`<button type="button" class="ns-button ns-primary is-main" @click=${() => desk.give({ type: "markPresent", person: who, manner: "IN_ROOM" })} data-testid="seat-room">${room("seatsHere")}</button>`}
      ${here && view.head.phase === "IN_SESSION" && seat.state.doing !== "speaking" ? html`<button type="button" class="ns-button ns-primary is-main" @click=${() => desk.give({ type: "appointSpeaker", person: who, beyond: false })} data-testid="seat-floor">${room("seatsFloor")}</button>` : nothing}</p>`;
}
