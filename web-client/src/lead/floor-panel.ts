import { html, nothing, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import type { MeetingView, TurnView } from "client-kit/proto/protocol.ts";
import { DeskPart } from "../meeting/desk-part.ts";
import { limitedClock, spentMs } from "../screen/stage-of.ts";
import { tickingFigures } from "../shared/ticker.ts";
import { running } from "../shared/when.ts";
import { common } from "../texts/common.ts";
import { lead } from "../texts/lead.ts";
import { appoint, callSpeaker, LIMITS, limit } from "./floor-acts.ts";

/** Who speaks, who waits, and the list. */
export class FloorPanel extends DeskPart {
  protected override draw(view: MeetingView): TemplateResult {
    const { floor, head } = view;
    const say = lead.floor;
    const open = head.phase === "IN_SESSION";
    return html`<section class="panel floor">
      <header><h2>${say.title}</h2>
        ${open ? html`<button type="button" class="ns-button ns-quiet is-small" data-testid="list-toggle" title=${floor.listOpen ? say.listOpen : say.listClosed} @click=${() => this.desk.do({ type: "openSpeakersList", open: !floor.listOpen })}>${floor.listOpen ? say.closeList : say.openList}</button>
        <button type="button" class="ns-button ns-quiet is-small" data-testid="appoint" @click=${() => appoint(this.desk)}>${say.appoint}</button>` : nothing}</header>
      ${floor.speaker ? this.#turn(floor.speaker) : nothing}
      ${floor.order.length ? html`<p class="hint">${say.queue(floor.order.length)}</p>` : floor.speaker ? nothing : html`<p class="hint">${floor.listOpen ? say.nobody : say.listClosed}</p>`}
      ${open ? html`<label class="limit"><span>${say.limit}</span><select data-testid="limit" @change=${(event: Event) => { limit.minutes = Number((event.target as HTMLSelectElement).value); }}>
        ${LIMITS.map((n) => html`<option value=${n} ?selected=${n === limit.minutes}>${n === 0 ? say.noLimit : common.minutes(n)}</option>`)}</select></label>` : nothing}
      <ol class="queue">${repeat(floor.order, (id) => id, (id, at) => this.#request(view, id, at, open))}</ol>
    </section>`;
  }

  #turn(turn: TurnView): TemplateResult {
    const say = lead.floor;
    const spent = (): number => spentMs(turn, this.desk.now());
    return html`<div class="turn"><p><b>${this.desk.name(turn.person)}</b><small>${say.kind[turn.kind]}</small></p>
      <p class="turn-time tabular">${tickingFigures(() => limitedClock(spent(), turn.limitMs))}</p>
      <button type="button" class="ns-button ns-quiet is-small" data-testid="turn-pause" @click=${() => this.desk.do({ type: "pauseTurn", pause: turn.runningSince !== undefined })}>${turn.runningSince === undefined ? say.go : say.pause}</button>
      <button type="button" class="ns-button ns-quiet is-small" data-testid="turn-end" @click=${() => this.desk.do({ type: "endTurn" })}>${say.end}</button></div>`;
  }

  #request(view: MeetingView, id: string, at: number, open: boolean): TemplateResult | typeof nothing {
    const request = view.floor.requests[id];
    if (!request) return nothing;
    const say = lead.floor;
    const spoken = view.floor.spokenMs[request.person];
    return html`<li data-testid="request" data-kind=${request.kind}><span class="place tabular">${at + 1}</span>
      <p><b>${this.desk.name(request.person)}</b>
        <small>${request.kind === "DISCUSSION" ? "" : `${say.kind[request.kind]} · `}${spoken ? say.spoken(running(spoken)) : say.never}</small>
        ${request.about ? html`<small class="about">“${request.about}”</small>` : nothing}</p>
      <div class="acts"><button type="button" class="ns-button ns-quiet is-small" data-testid="call" ?disabled=${!open} @click=${() => callSpeaker(this.desk, id)}>${say.call}</button>
      <button type="button" class="ns-button ns-plain is-small" data-testid="dismiss" ?disabled=${!open} @click=${() => this.desk.do({ type: "dismissRequest", request: id })}>${say.dismiss}</button></div></li>`;
  }
}

customElements.define("floor-panel", FloorPanel);
