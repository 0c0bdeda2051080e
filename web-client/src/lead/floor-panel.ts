import { inPlaceOf } from "client-kit/meeting/substitutes.ts";
import { isQuestioning } from "client-kit/meeting/floor.ts";
import type { ListState, MeetingView, TurnView } from "client-kit/proto/protocol.ts";
import { html, nothing, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { DeskPart } from "../meeting/desk-part.ts";
import { limitedClock, spentMs, turnWord } from "../screen/stage-of.ts";
import { ticking, tickingFigures } from "../shared/ticker.ts";
import { running } from "../shared/when.ts";
import { common } from "../texts/common.ts";
import { floorTexts } from "../texts/floor.ts";
import { lead } from "../texts/lead.ts";
import { appoint, BY_THE_RULES, callSpeaker, limit, limits, moveRequest } from "./floor-acts.ts";
import { rulesSheet, speakersSheet, writtenSheet } from "./floor-sheets.ts";

const STATES: readonly ListState[] = ["OPEN", "PAUSED", "CLOSED"];

/** Who speaks, who waits, and the list. */
export class FloorPanel extends DeskPart {
  static override properties = { ...DeskPart.properties, dragged: { state: true } };
  /** The request that is being dragged. */
  declare dragged: string | null;

  constructor() {
    super();
    this.dragged = null;
  }

  protected override draw(view: MeetingView): TemplateResult {
    const { floor, head } = view;
    const say = lead.floor;
    const open = head.phase === "IN_SESSION";
    const speeches = floor.order.filter((id) => floor.requests[id] && !isQuestioning(floor.requests[id]));
    const questions = floor.order.filter((id) => floor.requests[id] && isQuestioning(floor.requests[id]));
    const written = Object.values(floor.opinions).reduce((sum, byPerson) => sum + Object.keys(byPerson).length, 0);
    return html`<section class="panel floor">
      <header><h2>${say.title}</h2>
        ${open ? html`<button type="button" class="ns-button ns-quiet is-small" data-testid="appoint" @click=${() => appoint(this.desk)}>${say.appoint}</button>` : nothing}</header>
      ${floor.speaker ? this.#turn(floor.speaker, floor.rules.warnSeconds) : nothing}
      ${this.#discussed(view)}
      ${open ? html`<p class="list-label">${floorTexts.listLabel}</p><div class="picks small list-state" role="group" aria-label=${floorTexts.listLabel}>${STATES.map((state) => html`<button type="button" class="pick" aria-pressed=${floor.list === state ? "true" : "false"} data-testid=${`list-${state}`} @click=${() => this.#list(state)}>${floorTexts.list[state]}</button>`)}</div>
        ${floor.list === "PAUSED" ? html`<p class="hint">${floorTexts.pausedText}</p>` : nothing}
        <label class="limit"><span>${say.limit}</span><select data-testid="limit" @change=${(event: Event) => { limit.choose(Number((event.target as HTMLSelectElement).value)); this.requestUpdate(); }}>
        ${limits(this.desk).map((n) => html`<option value=${n} ?selected=${n === limit.of(this.desk)}>${n === BY_THE_RULES ? floorTexts.byRules : n === 0 ? say.noLimit : common.minutes(n)}</option>`)}</select></label>` : nothing}
      ${floor.order.length ? html`<p class="hint">${say.queue(floor.order.length)}</p>` : floor.speaker ? nothing : html`<p class="hint">${say.nobody}</p>`}
      ${this.#queue(view, speeches, open, "queue")}
      ${questions.length ? html`<h3>${floorTexts.questions}</h3>${this.#queue(view, questions, open, "questions")}` : nothing}
      <div class="floor-more">
        <button type="button" class="ns-button ns-plain is-small" data-testid="floor-rules" @click=${() => rulesSheet(this.desk)} ?hidden=${head.phase === "CLOSED" || head.phase === "CANCELLED"}>${floorTexts.rules}</button>
        <button type="button" class="ns-button ns-plain is-small" data-testid="floor-speakers" @click=${() => speakersSheet(this.desk)}>${floorTexts.speakers}</button>
        ${written ? html`<button type="button" class="ns-button ns-plain is-small" data-testid="floor-written" @click=${() => writtenSheet(this.desk)}>${floorTexts.written(written)}</button>` : nothing}</div>
    </section>`;
  }

  #list(state: ListState): void {
    if (this.desk.view?.floor.list === state) return;
    void this.desk.do(state === "PAUSED" ? { type: "pauseSpeakersList" } : { type: "openSpeakersList", open: state === "OPEN" });
  }

  #turn(turn: TurnView, warnSeconds: number): TemplateResult {
    const say = lead.floor;
    const spent = (): number => spentMs(turn, this.desk.now());
    const words = { paused: say.paused, over: say.over, soon: floorTexts.soon, running: "" } as const;
    return html`<div class="turn"><p><b>${this.desk.name(turn.person)}</b>${this.#place(turn.person)}<small>${this.#kind(turn.kind, turn.with)}</small>${turn.beyond ? html`<small>${floorTexts.beyond[turn.beyond]}</small>` : nothing}</p>
      <p class="turn-time tabular">${tickingFigures(() => limitedClock(spent(), turn.limitMs))}<small class="turn-word" data-testid="turn-word">${ticking(() => words[turnWord(turn, warnSeconds, this.desk.now())])}</small></p>
      <button type="button" class="ns-button ns-quiet is-small" data-testid="turn-pause" @click=${() => this.desk.do({ type: "pauseTurn", pause: turn.runningSince !== undefined })}>${turn.runningSince === undefined ? say.go : say.pause}</button>
      <button type="button" class="ns-button ns-quiet is-small" data-testid="turn-end" @click=${() => this.desk.do({ type: "endTurn" })}>${say.end}</button></div>`;
  }

  /** Time used for the discussion of the item in hand, where the rules limit it. */
  #discussed({ floor }: MeetingView): TemplateResult | typeof nothing {
    const { discussed, rules } = floor;
    if (!discussed || rules.itemMinutes === 0) return nothing;
    return html`<p class="hint discussed" data-testid="discussed">${floorTexts.discussed}: <b class="tabular">${tickingFigures(() => running(spentMs(discussed, this.desk.now())))}</b> ${floorTexts.ofMinutes(rules.itemMinutes)}</p>`;
  }

  /** The kind of a speech, with whom a question is put to or replied to. */
  #kind(kind: TurnView["kind"], other: string | undefined): string {
    return other !== undefined && (kind === "QUESTION" || kind === "REPLY") ? floorTexts.to[kind](this.desk.name(other)) : lead.floor.kind[kind];
  }

  #place(person: string): TemplateResult | typeof nothing {
    const words = this.desk.view ? inPlaceOf(this.desk.view, person) : "";
    return words ? html`<small data-testid="in-place-of">${words}</small>` : nothing;
  }

  #queue(view: MeetingView, ids: readonly string[], open: boolean, test: string): TemplateResult {
    return html`<ol class="queue" data-testid=${`floor-${test}`}>${repeat(ids, (id) => id, (id, at) => this.#request(view, ids, id, at, open))}</ol>`;
  }

  #request(view: MeetingView, ids: readonly string[], id: string, at: number, open: boolean): TemplateResult | typeof nothing {
    const request = view.floor.requests[id];
    if (!request) return nothing;
    const say = lead.floor;
    const spoken = view.floor.spokenMs[request.person];
    // places are those of the whole queue, in which a neighbour of the own list may be further away
    const to = (other: string | undefined): number => (other === undefined ? -1 : view.floor.order.indexOf(other));
    return html`<li data-testid="request" data-kind=${request.kind} class=${this.dragged === id ? "is-dragged" : ""} draggable=${open ? "true" : "false"} title=${open ? floorTexts.drag : ""}
        @dragstart=${(event: DragEvent) => { this.dragged = id; event.dataTransfer?.setData("text/plain", id); }} @dragend=${() => { this.dragged = null; }}
        @dragover=${(event: DragEvent) => { if (this.dragged !== null) event.preventDefault(); }}
        @drop=${(event: DragEvent) => { event.preventDefault(); if (this.dragged !== null) moveRequest(this.desk, this.dragged, to(id)); this.dragged = null; }}><span class="place tabular">${at + 1}</span>
      <p><b>${this.desk.name(request.person)}</b>${this.#place(request.person)}
        <small>${request.kind === "DISCUSSION" ? "" : `${this.#kind(request.kind, request.to)} · `}${spoken ? say.spoken(running(spoken)) : say.never}${request.minutes > 0 ? ` · ${floorTexts.ruleMinutes(request.minutes)}` : ""}${request.beyond ? html` · <b data-testid="request-beyond">${floorTexts.beyond[request.beyond]}</b>` : nothing}</small>
        ${request.about ? html`<small class="about">“${request.about}”</small>` : nothing}</p>
      <div class="acts"><button type="button" class="ns-button ns-quiet is-small" data-testid="call" ?disabled=${!open} @click=${() => callSpeaker(this.desk, id)}>${say.call}</button>
      <button type="button" class="ns-button ns-plain is-small" data-testid="up" aria-label=${`${floorTexts.up}: ${this.desk.name(request.person)}`} ?disabled=${!open || at === 0} @click=${() => moveRequest(this.desk, id, to(ids[at - 1]))}>↑</button>
      <button type="button" class="ns-button ns-plain is-small" data-testid="down" aria-label=${`${floorTexts.down}: ${this.desk.name(request.person)}`} ?disabled=${!open || at === ids.length - 1} @click=${() => moveRequest(this.desk, id, to(ids[at + 1]))}>↓</button>
      <button type="button" class="ns-button ns-plain is-small" data-testid="dismiss" ?disabled=${!open} @click=${() => this.desk.do({ type: "dismissRequest", request: id })}>${say.dismiss}</button></div></li>`;
  }
}

customElements.define("floor-panel", FloorPanel);
