import { html, nothing, svg, type PropertyValues, type SVGTemplateResult, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { LightElement } from "../ui/element.ts";
import { GRID, neighbour, snap, type Way } from "./layout.ts";
import { countsOf, DOINGS, STANDINGS, type Drawn, type SeatState } from "./states.ts";
import { t } from "./texts.ts";
import "./seats.css";

export interface SeatMapEvents {
  "seat-press": { readonly seat: string };
  /** A seat was put elsewhere. */
  "seat-move": { readonly seat: string; readonly x: number; readonly y: number };
  /** The person of a seat was carried to another. */
  "seat-carry": { readonly from: string; readonly to: string };
  /** A name from elsewhere was dropped on a seat. */
  "seat-drop": { readonly person: string; readonly to: string };
}

const WIDTH = 9;
const HEIGHT = 7.6;
/** With more seats than this the words would be too small to read; shapes and the key tell. */
const WORDS_UP_TO = 60;
const WAYS: Readonly<Record<string, Way>> = { ArrowLeft: "left", ArrowRight: "right", ArrowUp: "up", ArrowDown: "down" };
/** A finger that moves less than this, in tenths of a place, has pressed. */
const PRESS = 2;

/** Signs of two by two tenths, each another shape. */
const SIGNS: Readonly<Record<string, string>> = {
  room: "M0 1a1 1 0 1 0 2 0a1 1 0 1 0 -2 0",
  remote: "M1 0L2 1L1 2L0 1z",
  invited: "M0.2 1a0.8 0.8 0 1 0 1.6 0a0.8 0.8 0 1 0 -1.6 0",
  absent: "M0.2 0.2L1.8 1.8M1.8 0.2L0.2 1.8",
  left: "M2 1H0.2M0.9 0.2L0.1 1L0.9 1.8",
  empty: "M0.2 1H1.8",
  speaking: "M0 0h2v1.4h-0.9l-0.6 0.6v-0.6h-0.5z",
  waits: "M1 0L2 2H0z",
  spoken: "M0.1 0.1h1.8v1.2h-0.8l-0.5 0.5v-0.5h-0.5z",
  recused: "M0.1 0.3h1.8M0.1 1h1.8M0.1 1.7h1.8",
  voted: "M0.1 0.1h1.8v1.8h-1.8zM0.5 1L0.9 1.4L1.6 0.5",
};

const sign = (name: string, x: number, y: number): SVGTemplateResult => svg`<path class="sm-sign is-${name}" d=${SIGNS[name] ?? ""} transform="translate(${x} ${y})"></path>`;

/** A state in words, the sign's own meaning first. */
export function stateWords(state: SeatState): string {
  return [t(state.standing), ...(state.late && (state.standing === "room" || state.standing === "remote") ? [t("late")] : []), ...(state.doing ? [t(state.doing)] : []), ...(state.recused ? [t("recused")] : []), ...(state.voted ? [t("voted")] : [])].join(", ");
}

/** The map of a room. Set `seats`; with `edit` seats or the people on them are carried by finger, mouse or keyboard. */
export class NsSeatMap extends LightElement {
  static override properties = { seats: { attribute: false }, chosen: { attribute: false }, edit: {}, still: { type: Boolean }, focused: { state: true }, carried: { state: true } };
  declare seats: readonly Drawn[];
  declare chosen: string | null;
  declare edit: "seats" | "people" | null;
  /** Nothing can be pressed, as on the wall. */
  declare still: boolean;
  declare focused: string | null;
  declare carried: { readonly id: string; readonly x: number; readonly y: number; readonly moved: boolean } | null;
  #from: { readonly id: string; readonly x: number; readonly y: number } | null = null;

  constructor() {
    super();
    this.seats = [];
    this.chosen = null;
    this.edit = null;
    this.still = false;
    this.focused = null;
    this.carried = null;
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has("focused") && this.focused !== null) this.querySelector<SVGGElement>(`[data-seat="${this.focused}"]`)?.focus();
  }

  override render(): TemplateResult {
    const { seats } = this;
    const right = Math.max(50, ...seats.map((seat) => seat.x)) + 8;
    const bottom = Math.max(20, ...seats.map((seat) => seat.y)) + 8;
    const left = Math.min(...seats.map((seat) => seat.x), 50) - 8;
    const top = Math.min(...seats.map((seat) => seat.y), 20) - 10;
    const words = seats.length <= WORDS_UP_TO;
    const first = seats.some((seat) => seat.id === this.focused) ? this.focused : seats[0]?.id;
    return html`<svg class="sm ${this.still ? "is-still" : ""} ${this.edit ? "is-edit" : ""}" viewBox="${left} ${top} ${right - left} ${bottom - top}" role=${this.still ? "img" : "group"} aria-label=${t("map")} data-seats=${seats.length}
      @pointermove=${this.#drag} @pointerup=${this.#drop} @pointercancel=${() => { this.#from = null; this.carried = null; }}>
      <path class="sm-front" d="M${left + 4} ${top + 3.4}H${right - 4}"></path><text class="sm-front-word" x=${(left + right) / 2} y=${top + 2.4}>${t("front")}</text>
      ${repeat(seats, (seat) => seat.id, (seat) => this.#seat(seat, words, seat.id === first))}
    </svg>
    ${this.still ? nothing : html`<p class="sm-keys">${t(this.edit ? "keysEdit" : "keys")}</p>`}`;
  }

  #seat(seat: Drawn, words: boolean, first: boolean): SVGTemplateResult {
    const { state } = seat;
    const at = this.carried?.id === seat.id && this.edit === "seats" ? this.carried : seat;
    const label = [seat.label === "" ? "" : t("seat", { label: seat.label }), seat.name, stateWords(state)].filter(Boolean).join(", ");
    const long = seat.short.length > 7;
    const word = state.doing === "speaking" ? t("speakingNow") : state.doing === "waits" ? t("waitsNow") : state.recused ? t("recusedNow") : state.inPlaceOf ? t("inPlaceOf", { name: state.inPlaceOf }) : t(state.standing);
    return svg`<g class="sm-seat is-${state.standing} ${state.doing === "speaking" ? "is-speaking" : ""}" data-seat=${seat.id} data-state=${stateOf(state)} data-person=${seat.person ?? nothing} transform="translate(${at.x} ${at.y})"
        role=${this.still ? nothing : "button"} tabindex=${this.still ? nothing : first ? "0" : "-1"} aria-label=${this.still ? nothing : label} aria-pressed=${this.still ? nothing : this.chosen === seat.id ? "true" : "false"}
        @pointerdown=${(event: PointerEvent) => this.#lift(event, seat)} @click=${() => { if (!this.edit) this.#tell("seat-press", { seat: seat.id }); }} @keydown=${(event: KeyboardEvent) => this.#key(event, seat)}
        @dragover=${(event: DragEvent) => { if (this.edit) event.preventDefault(); }} @drop=${(event: DragEvent) => this.#dropped(event, seat)}>
      <title>${label}</title>
      <rect class="sm-chair" x=${-WIDTH / 2} y=${-HEIGHT / 2} width=${WIDTH} height=${HEIGHT} rx="1"></rect>
      ${sign(state.standing, -WIDTH / 2 + 0.9, -HEIGHT / 2 + 0.9)}
      ${state.doing ? sign(state.doing, WIDTH / 2 - 2.9, -HEIGHT / 2 + 0.9) : nothing}
      ${state.recused ? sign("recused", -1, -HEIGHT / 2 + 0.9) : state.voted ? sign("voted", -1, -HEIGHT / 2 + 0.9) : nothing}
      <text class="sm-name ${long ? "is-long" : ""}" y=${words ? 1.1 : 1.9} textLength=${seat.short.length > 10 ? WIDTH - 1 : nothing} lengthAdjust="spacingAndGlyphs">${seat.short || seat.label}</text>
      ${words ? svg`<text class="sm-word" y="3.1" textLength=${word.length > 12 ? WIDTH - 1 : nothing} lengthAdjust="spacingAndGlyphs">${word}</text>` : nothing}
    </g>`;
  }

  #key(event: KeyboardEvent, seat: Drawn): void {
    const way = WAYS[event.key];
    if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      this.#tell("seat-press", { seat: seat.id });
    } else if (way && event.altKey && this.edit) {
      event.preventDefault();
      const by = { left: [-GRID, 0], right: [GRID, 0], up: [0, -GRID], down: [0, GRID] }[way];
      this.#tell("seat-move", { seat: seat.id, x: snap(seat.x + (by[0] ?? 0)), y: snap(seat.y + (by[1] ?? 0)) });
    } else if (way) {
      event.preventDefault();
      const next = neighbour(this.seats, seat, way);
      if (next) this.focused = next.id;
    }
  }

  // ---- carrying

  #at(event: PointerEvent): { x: number; y: number } | null {
    const drawing = this.querySelector("svg");
    const matrix = drawing?.getScreenCTM();
    if (!drawing || !matrix) return null;
    const point = new DOMPoint(event.clientX, event.clientY).matrixTransform(matrix.inverse());
    return { x: point.x, y: point.y };
  }

  #lift(event: PointerEvent, seat: Drawn): void {
    if (!this.edit || event.button !== 0) return;
    const at = this.#at(event);
    if (!at) return;
    this.#from = { id: seat.id, ...at };
    this.carried = { id: seat.id, x: seat.x, y: seat.y, moved: false };
    this.querySelector("svg")?.setPointerCapture(event.pointerId);
  }

  #drag = (event: PointerEvent): void => {
    const at = this.#from && this.#at(event);
    const seat = this.#from && this.seats.find((each) => each.id === this.#from?.id);
    if (!at || !this.#from || !seat || !this.carried) return;
    const [dx, dy] = [at.x - this.#from.x, at.y - this.#from.y];
    const moved = this.carried.moved || Math.hypot(dx, dy) > PRESS;
    this.carried = { id: seat.id, x: moved ? snap(seat.x + dx) : seat.x, y: moved ? snap(seat.y + dy) : seat.y, moved };
  };

  #drop = (event: PointerEvent): void => {
    const carried = this.carried;
    const at = this.#at(event);
    this.#from = null;
    this.carried = null;
    if (!carried) return;
    if (!carried.moved) {
      this.#tell("seat-press", { seat: carried.id });
    } else if (this.edit === "seats") {
      this.#tell("seat-move", { seat: carried.id, x: carried.x, y: carried.y });
    } else if (at) {
      const to = this.seats.find((seat) => Math.abs(seat.x - at.x) < WIDTH / 2 && Math.abs(seat.y - at.y) < HEIGHT / 2);
      if (to && to.id !== carried.id) this.#tell("seat-carry", { from: carried.id, to: to.id });
    }
  };

  #dropped(event: DragEvent, seat: Drawn): void {
    const person = event.dataTransfer?.getData("text/plain");
    if (!this.edit || !person) return;
    event.preventDefault();
    this.#tell("seat-drop", { person, to: seat.id });
  }

  #tell<K extends keyof SeatMapEvents>(name: K, detail: SeatMapEvents[K]): void {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true }));
  }
}
customElements.define("ns-seat-map", NsSeatMap);

const stateOf = (state: SeatState): string => [state.standing, state.doing ?? "", state.recused ? "recused" : "", state.voted ? "voted" : ""].filter(Boolean).join(" ");

/** What the signs mean, with how many there are of each now. */
export function seatKey(seats: readonly Drawn[]): TemplateResult {
  const counts = countsOf(seats);
  const row = (name: string, count: number, word: string): TemplateResult => html`<li data-state=${name}><svg viewBox="-0.4 -0.4 2.8 2.8" aria-hidden="true">${sign(name, 0, 0)}</svg><span>${word}</span> <b class="tabular">${count}</b></li>`;
  return html`<ul class="sm-key" aria-label=${t("key")}>
    ${STANDINGS.filter((each) => counts.standing.has(each)).map((each) => row(each, counts.standing.get(each) ?? 0, t(each)))}
    ${DOINGS.filter((each) => counts.doing.has(each)).map((each) => row(each, counts.doing.get(each) ?? 0, t(each)))}
    ${counts.recused > 0 ? row("recused", counts.recused, t("recused")) : nothing}
    ${counts.voted > 0 ? row("voted", counts.voted, t("voted")) : nothing}</ul>`;
}
