import { html, nothing, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { itemsWithout, mayTakeBack } from "client-kit/meeting/recusals.ts";
import type { Manner, MeetingView, PersonView } from "client-kit/proto/protocol.ts";
import { DeskPart } from "../meeting/desk-part.ts";
import { askReason } from "../shared/ask.ts";
import { clock } from "../shared/when.ts";
import { common } from "../texts/common.ts";
import { conduct } from "../texts/conduct.ts";
import { lead } from "../texts/lead.ts";
import { recusal } from "../texts/recusal.ts";
import { seatTexts } from "../texts/seats.ts";
import { manyActs } from "./check-in-many.ts";
import { correctAttendance, mayCorrect } from "./correct-attendance.ts";
import { searchPeople } from "./people-search.ts";
import { delegate } from "./ballot-sheets.ts";
import { substituteActs, substituteState } from "./substitute-acts.ts";
import { recuse, takeBack } from "./recusal-acts.ts";

type Filter = "all" | "away" | "here";

/** Who is here, with the quorum; opened wide it checks people in with one tap each. */
export class PeoplePanel extends DeskPart {
  static override properties = { ...DeskPart.properties, wide: { type: Boolean }, widen: { attribute: false }, seats: { attribute: false }, typed: { state: true }, filter: { state: true }, picked: { state: true } };
  declare wide: boolean;
  declare widen: (wide: boolean) => void;
  declare typed: string;
  declare filter: Filter;
  /** Opens the seat map. */
  declare seats: () => void;
  /** Chosen to be checked in together. */
  declare picked: ReadonlySet<string>;

  constructor() {
    super();
    this.wide = false;
    this.typed = "";
    this.filter = "all";
    this.seats = () => undefined;
    this.picked = new Set();
  }

  protected override draw(view: MeetingView): TemplateResult {
    const { quorum, presentCount, order } = view.people;
    const say = lead.people;
    const corrects = mayCorrect(view);
    const canMark = view.head.phase === "ISSUED" || view.head.phase === "IN_SESSION" || view.head.phase === "RECESS";
    return html`<section class="panel people" data-wide=${this.wide ? "yes" : "no"}>
      <header><h2>${say.title}</h2>
        <p class="big-number" data-testid="present-count"><b class="tabular">${quorum.present}</b><span class="tabular">/${quorum.members}</span></p>
        ${view.seats.order.length > 0 ? html`<button type="button" class="ns-button ns-quiet" data-testid="seats-open" @click=${() => this.seats()}>${seatTexts.open}</button>` : nothing}
        ${canMark ? html`<button type="button" class=${this.wide ? "ns-button ns-primary" : "ns-button ns-quiet"} aria-expanded=${this.wide ? "true" : "false"} data-testid="people-open" @click=${() => this.widen(!this.wide)}>${this.wide ? common.close : say.checkIn}</button>` : nothing}
        ${corrects ? html`<button type="button" class="ns-button ns-quiet" aria-expanded=${this.wide ? "true" : "false"} data-testid="people-correct" @click=${() => this.widen(!this.wide)}>${this.wide ? common.close : say.correctAll}</button>` : nothing}</header>
      ${view.head.phase === "CLOSED" ? nothing : html`<p class="quorum" data-met=${quorum.met ? "yes" : "no"} data-testid="quorum"><span class="quorum-bar" aria-hidden="true" .style=${`--share:${pct(quorum.present, quorum.members)};--needed:${pct(quorum.needed, quorum.members)}`}></span>
        <span>${quorum.met ? say.met : say.missing(quorum.needed - quorum.present)} · ${say.quorum(quorum.needed)}</span><small>${presentCount}/${order.length} ${say.all}</small></p>`}
      ${this.wide && (canMark || corrects) ? this.#list(view, corrects) : nothing}
    </section>`;
  }

  /** @param corrects whether the meeting is over and presence is put right, instead of people coming and going */
  #list(view: MeetingView, corrects: boolean): TemplateResult {
    const say = lead.people;
    const { people, order } = view.people;
    const here = (id: string): boolean => people[id]?.presence !== undefined;
    const found = searchPeople(people, order, this.typed).filter((id) => this.filter === "all" || here(id) === (this.filter === "here"));
    const filters: readonly (readonly [Filter, string])[] = [["all", say.filterAll], ["away", say.filterAway], ["here", say.filterHere]];
    return html`
      <input type="search" class="search" placeholder=${say.search} aria-label=${say.search} .value=${this.typed} data-testid="people-search"
        @input=${(event: InputEvent) => { this.typed = (event.target as HTMLInputElement).value; }} @keydown=${(event: KeyboardEvent) => this.#enter(event, found)} />
      <div class="picks small">${filters.map(([filter, label]) => html`<button type="button" class="pick" aria-pressed=${this.filter === filter ? "true" : "false"} data-testid="people-${filter}" @click=${() => { this.filter = filter; }}>${label}</button>`)}</div>
      ${corrects ? nothing : manyActs(this.desk, found, this.picked, () => { this.picked = new Set(); })}
      <ul class="people-list">${repeat(found, (id) => id, (id) => {
        const person = people[id];
        return person ? this.#row(view, id, person, corrects) : nothing;
      })}</ul>
      ${found.length === 0 ? html`<p class="hint">${say.none}</p>` : nothing}`;
  }

  #row(view: MeetingView, id: string, person: PersonView, corrects: boolean): TemplateResult {
    const say = lead.people;
    const without = itemsWithout(view, id);
    const holder = view.franchise.delegations[id];
    const number = (item: string): string => view.agenda.items[item]?.number ?? "";
    const state = person.presence ? `${common.manner[person.presence]} ${person.arrivedAt === undefined ? "" : say.since(clock(person.arrivedAt))}${person.late ? ` · ${seatTexts.late}` : ""}${person.returnedAt === undefined ? "" : ` · ${seatTexts.returned(clock(person.returnedAt))}`}`
      : person.leftAt !== undefined ? say.leftAt(clock(person.leftAt)) : person.absence ? `${say.absent}: ${person.absence}` : "";
    return html`<li class="person" data-here=${person.presence ? "yes" : "no"} data-testid="person" data-id=${id}>
      ${person.presence || corrects ? nothing : html`<input type="checkbox" aria-label=${`${seatTexts.pick}: ${person.name}`} .checked=${this.picked.has(id)} data-testid="person-pick" @change=${() => this.#pick(id)} />`}
      <p><b>${person.name}</b><small>${person.title}</small><small class="state">${state}${person.votes ? "" : `${state ? " · " : ""}${person.role === "GUEST" ? say.guest : say.noVote}`}</small>${holder === undefined ? nothing : html`<small class="state" data-testid="person-delegated">${conduct.delegate.given(this.desk.name(holder))}</small>`}${substituteState(view, id)}${without.length === 0 ? nothing : html`<small class="state" data-testid="person-recused">${recusal.out(without.map(number).join(", "))}</small>`}</p>
      ${corrects ? html`<div class="person-acts"><button type="button" class="ns-button ns-quiet is-small" aria-label=${`${say.correct}: ${person.name}`} data-testid="correct-attendance" @click=${() => correctAttendance(this.desk, id)}>${say.correct}</button></div></li>` : html`<div class="person-acts">
        ${person.presence === "IN_ROOM" ? nothing : html`<button type="button" class="ns-button ns-quiet is-small" data-testid="mark-room" @click=${() => this.#mark(id, "IN_ROOM")}>${say.inRoom}</button>`}
        ${person.presence === "REMOTE" ? nothing : html`<button type="button" class="ns-button ns-quiet is-small" data-testid="mark-remote" @click=${() => this.#mark(id, "REMOTE")}>${say.remote}</button>`}
        ${person.presence ? html`<button type="button" class="ns-button ns-quiet is-small" data-testid="mark-left" @click=${() => this.desk.do({ type: "markLeft", person: id })}>${say.left}</button>`
          : person.absence ? nothing : html`<button type="button" class="ns-button ns-plain is-small" data-testid="mark-absent" @click=${() => this.#absent(id, person)}>${say.absent}</button>`}
        ${person.role === "GUEST" ? nothing : html`<button type="button" class="ns-button ns-plain is-small" data-testid="recuse" @click=${() => recuse(this.desk, id)}>${recusal.act}</button>`}
        ${holder !== undefined ? html`<button type="button" class="ns-button ns-plain is-small" data-testid="delegation-back" @click=${() => this.desk.do({ type: "takeBackDelegation", person: id })}>${conduct.delegate.back}</button>`
          : view.franchise.mayHold > 0 && person.votes && !person.presence ? html`<button type="button" class="ns-button ns-plain is-small" data-testid="delegate" @click=${() => delegate(this.desk, id)}>${conduct.delegate.act}</button>` : nothing}
        ${substituteActs(this.desk, view, id, person)}
        ${without.filter((item) => this.desk.mine && mayTakeBack(this.desk.mine, id, view.recusals.items[item]![id]!)).map((item) => html`<button type="button" class="ns-button ns-plain is-small" data-testid="recusal-back" @click=${() => takeBack(this.desk, id, item)}>${recusal.back(number(item))}</button>`)}
      </div></li>`}`;
  }

  #pick(id: string): void {
    const picked = new Set(this.picked);
    if (!picked.delete(id)) picked.add(id);
    this.picked = picked;
  }

  #mark(person: string, manner: Manner): void { void this.desk.do({ type: "markPresent", person, manner }); }

  /** Enter checks in the only one found, and the next name can be typed. */
  #enter(event: KeyboardEvent, found: readonly string[]): void {
    const only = found.length === 1 ? found[0] : undefined;
    if (event.key !== "Enter" || only === undefined || (this.desk.view && mayCorrect(this.desk.view))) return;
    event.preventDefault();
    this.#mark(only, "IN_ROOM");
    this.typed = "";
  }

  async #absent(person: string, shown: PersonView): Promise<void> {
    const reason = await askReason({ title: `${lead.people.absent}: ${shown.name}`, act: lead.people.absentAct, label: lead.people.absentWhy });
    if (reason !== null) await this.desk.do({ type: "reportAbsence", person, reason });
  }
}

const pct = (part: number, whole: number): string => `${whole ? ((100 * part) / whole).toFixed(1) : 0}%`;

customElements.define("people-panel", PeoplePanel);
