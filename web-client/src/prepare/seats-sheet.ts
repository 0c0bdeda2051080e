import { html, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import type { MeetingView, Seat } from "client-kit/proto/protocol.ts";
import { byOrder, freeId, horseshoe, isFree, laid, nextSpot, rows, seated, withPerson } from "client-kit/seats/layout.ts";
import type { SeatMapEvents } from "client-kit/seats/ns-seat-map.ts";
import { drawnSeats } from "client-kit/seats/states.ts";
import { DeskPart } from "../meeting/desk-part.ts";
import { confirmAct } from "../shared/ask.ts";
import { notify, remark } from "../shared/notices.ts";
import { common } from "../texts/common.ts";
import { seatTexts as say } from "../texts/seats.ts";

const SEATS_MAX = 600;
const ABREAST_MAX = 98;
const LABEL_MAX = 12;

const seatsOf = (view: MeetingView): Seat[] => view.seats.order.flatMap((id) => { const seat = view.seats.seats[id]; return seat ? [{ id, ...seat }] : []; });
const same = (a: readonly Seat[], b: readonly Seat[]): boolean => JSON.stringify(a.map(full)) === JSON.stringify(b.map(full));
const full = ({ id, x, y, label, person }: Seat): unknown => [id, x, y, label, person ?? null];

/** How the room is set and who sits where. Changes are gathered and saved as one. */
export class SeatsSheet extends DeskPart {
  static override properties = { ...DeskPart.properties, mine: { state: true }, chosen: { state: true }, moves: { state: true }, shape: { state: true }, count: { state: true }, perRow: { state: true }, aisle: { state: true } };
  /** The map being changed; null while it is the server's. */
  declare mine: readonly Seat[] | null;
  declare chosen: string | null;
  declare moves: "seats" | "people";
  declare shape: "rows" | "horseshoe";
  declare count: number;
  declare perRow: number;
  declare aisle: boolean;
  #from: readonly Seat[] = [];

  constructor() {
    super();
    this.mine = null;
    this.chosen = null;
    this.moves = "people";
    this.shape = "horseshoe";
    this.count = 0;
    this.perRow = 10;
    this.aisle = true;
  }

  protected override draw(view: MeetingView): TemplateResult {
    const server = seatsOf(view);
    const seats = this.mine ?? server;
    if (!this.mine) this.#from = server;
    const may = view.head.phase !== "CLOSED" && view.head.phase !== "CANCELLED";
    const changed = this.mine !== null && !same(server, this.mine);
    const taken = new Set(seats.flatMap((seat) => seat.person ?? []));
    const without = view.people.order.filter((id) => !taken.has(id));
    const drawn = drawnSeats({ ...view, seats: { order: seats.map((seat) => seat.id), seats: Object.fromEntries(seats.map((seat) => [seat.id, seat])) } });
    return html`<section class="leaf seats-leaf">
      <header class="leaf-head"><p class="eyebrow">${say.count(seats.length)}</p><h2>${say.title}</h2></header>
      ${may ? this.#maker(view, seats) : nothing}
      ${changed ? html`<div class="leaf-acts sticky"><p>${say.changed}${same(this.#from, server) ? nothing : html` <span class="warn-words">${say.overtaken}</span>`}</p><span class="spring"></span>
        <button type="button" class="ns-button ns-plain" data-testid="seats-reset" @click=${() => { this.mine = null; }}>${say.reset}</button>
        <button type="button" class="ns-button ns-primary" data-testid="seats-save" @click=${this.#save}>${say.save}</button></div>` : nothing}
      ${seats.length === 0 ? html`<div class="empty"><h3>${say.none}</h3><p>${say.noneText}</p></div>` : html`
        ${may ? this.#tools(view, seats) : nothing}
        <div class="seats-edit">
          <ns-seat-map .seats=${drawn} .chosen=${this.chosen} .edit=${may ? this.moves : null}
            @seat-press=${(event: CustomEvent<SeatMapEvents["seat-press"]>) => { this.chosen = event.detail.seat; }}
            @seat-move=${(event: CustomEvent<SeatMapEvents["seat-move"]>) => this.#move(seats, event.detail)}
            @seat-carry=${(event: CustomEvent<SeatMapEvents["seat-carry"]>) => this.#carry(seats, event.detail)}
            @seat-drop=${(event: CustomEvent<SeatMapEvents["seat-drop"]>) => { if (view.people.people[event.detail.person]) this.mine = seated(seats, event.detail.person, event.detail.to); }}></ns-seat-map>
          ${may ? html`<div class="seats-beside">${this.#seat(view, seats)}${this.#without(view, without)}</div>` : nothing}
        </div>`}
    </section>`;
  }

  #maker(view: MeetingView, seats: readonly Seat[]): TemplateResult {
    const number = (event: Event): number => Number((event.target as HTMLInputElement).value);
    return html`<form class="seats-maker" @submit=${(event: SubmitEvent) => { event.preventDefault(); void this.#make(view, seats); }}>
      <span class="picks small" role="group" aria-label=${say.shape}>${(["horseshoe", "rows"] as const).map((shape) => html`<button type="button" class="pick" aria-pressed=${this.shape === shape ? "true" : "false"} data-testid="seats-${shape}" @click=${() => { this.shape = shape; }}>${say[shape]}</button>`)}</span>
      <label class="grace"><span>${say.seats}</span> <input type="number" min="1" max=${SEATS_MAX} required .value=${live(String(this.count || view.people.order.length))} data-testid="seats-count" @input=${(event: Event) => { this.count = number(event); }} /></label>
      ${this.shape === "rows" ? html`<label class="grace"><span>${say.perRow}</span> <input type="number" min="1" max=${ABREAST_MAX} required .value=${live(String(this.perRow))} data-testid="seats-per-row" @input=${(event: Event) => { this.perRow = number(event); }} /></label>
        <label class="grace"><input type="checkbox" .checked=${this.aisle} @change=${(event: Event) => { this.aisle = (event.target as HTMLInputElement).checked; }} /> <span>${say.aisle}</span></label>` : nothing}
      <button class="ns-button ${seats.length === 0 ? "ns-primary" : "ns-quiet"}" data-testid="seats-make">${say.make}</button></form>`;
  }

  #tools(view: MeetingView, seats: readonly Seat[]): TemplateResult {
    return html`<div class="people-tools">
      <span class="picks small" role="group" aria-label=${say.moves}>${(["people", "seats"] as const).map((moves) => html`<button type="button" class="pick" aria-pressed=${this.moves === moves ? "true" : "false"} data-testid="seats-move-${moves}" @click=${() => { this.moves = moves; }}>${moves === "seats" ? say.moveSeats : say.movePeople}</button>`)}</span>
      <button type="button" class="ns-button ns-quiet" data-testid="seats-by-order" @click=${() => { this.mine = byOrder(seats, view.people.order); }}>${say.byOrder}</button>
      <button type="button" class="ns-button ns-quiet" data-testid="seats-clear" @click=${() => { this.mine = byOrder(seats, []); }}>${say.clear}</button>
      <button type="button" class="ns-button ns-quiet" data-testid="seats-add" ?disabled=${seats.length >= SEATS_MAX} @click=${() => this.#add(seats)}>${say.add}</button></div>`;
  }

  #seat(view: MeetingView, seats: readonly Seat[]): TemplateResult {
    const seat = seats.find((each) => each.id === this.chosen);
    if (!seat) return html`<p class="hint">${say.choose}</p>`;
    const put = (next: Seat): void => { this.mine = seats.map((each) => (each.id === seat.id ? next : each)); };
    return html`<div class="seat-form" data-testid="seat-form">
      <label class="field"><span>${say.person}</span><select data-testid="seat-person" @change=${(event: Event) => {
          const person = (event.target as HTMLSelectElement).value;
          if (person === "") put(withPerson(seat, undefined));
          else this.mine = seated(seats, person, seat.id);
        }}><option value="" .selected=${seat.person === undefined}>${say.nobody}</option>
        ${view.people.order.map((id) => html`<option value=${id} .selected=${seat.person === id}>${view.people.people[id]?.name}</option>`)}</select></label>
      <label class="field"><span>${say.label}</span><input maxlength=${LABEL_MAX} .value=${live(seat.label)} data-testid="seat-label" @change=${(event: Event) => put({ ...seat, label: (event.target as HTMLInputElement).value.trim() })} /></label>
      <button type="button" class="ns-button ns-plain" data-testid="seat-remove" @click=${() => { this.mine = seats.filter((each) => each.id !== seat.id); this.chosen = null; }}>${say.remove}</button></div>`;
  }

  #without(view: MeetingView, people: readonly string[]): TemplateResult | typeof nothing {
    if (people.length === 0) return nothing;
    return html`<h3>${say.unseated(people.length)}</h3><p class="hint">${say.unseatedHint}</p>
      <ul class="unseated">${people.map((id) => html`<li draggable="true" data-testid="unseated" data-id=${id} @dragstart=${(event: DragEvent) => event.dataTransfer?.setData("text/plain", id)}>${view.people.people[id]?.name}</li>`)}</ul>`;
  }

  async #make(view: MeetingView, seats: readonly Seat[]): Promise<void> {
    if (seats.length > 0 && !(await confirmAct(say.makeAgain))) return;
    const count = Math.min(SEATS_MAX, Math.max(1, Math.trunc(this.count || view.people.order.length)));
    this.mine = laid(this.shape === "rows" ? rows(count, Math.trunc(this.perRow) || 1, this.aisle) : horseshoe(count));
    this.chosen = null;
  }

  #add(seats: readonly Seat[]): void {
    const id = freeId(seats);
    this.mine = [...seats, { id, ...nextSpot(seats), label: "" }];
    this.chosen = id;
    this.moves = "seats";
  }

  #move(seats: readonly Seat[], to: SeatMapEvents["seat-move"]): void {
    if (!isFree(seats, to, to.seat)) {
      remark(say.taken);
      return;
    }
    this.mine = seats.map((seat) => (seat.id === to.seat ? { ...seat, x: to.x, y: to.y } : seat));
    this.chosen = to.seat;
  }

  #carry(seats: readonly Seat[], { from, to }: SeatMapEvents["seat-carry"]): void {
    const person = seats.find((seat) => seat.id === from)?.person;
    if (person !== undefined) this.mine = seated(seats, person, to);
    this.chosen = to;
  }

  #save = async (): Promise<void> => {
    const { mine } = this;
    if (!mine || (await this.desk.do({ type: "laySeats", seats: mine.map((seat) => withPerson(seat, seat.person)) })).kind !== "done") return;
    if (this.mine === mine) this.mine = null;
    notify(common.saved);
  };
}

customElements.define("seats-sheet", SeatsSheet);
