import { format } from "client-kit/i18n/index.ts";
import type { MeetingView, VoteView } from "client-kit/proto/protocol.ts";
import { waitsForChair } from "client-kit/meeting/before-closing.ts";
import { voteCount, voteResult } from "client-kit/ui/vote.ts";
import { voteNotes } from "client-kit/ui/vote-notes.ts";
import { html, nothing, type TemplateResult } from "lit";
import { to } from "../app/route.ts";
import "../lead/own-ballot.ts";
import { ruleWords } from "../lead/rule-words.ts";
import { decideTie } from "../lead/vote-acts.ts";
import { DeskPart } from "../meeting/desk-part.ts";
import { ticking } from "../shared/ticker.ts";
import { clock, day } from "../shared/when.ts";
import { forms } from "../texts/forms.ts";
import { lead } from "../texts/lead.ts";
import { closeForm, extendForm, remind } from "./form-acts.ts";

const DAY_MS = 86_400_000;
/** Days as long as there are some, then hours and minutes. */
const far = (ms: number): string => (ms >= 2 * DAY_MS ? forms.days(Math.floor(ms / DAY_MS)) : format.duration(ms));

const moment = (ms: number): string => `${clock(ms)}, ${day(ms)}`;

/** An opinion form from its sending on: its questions with their answers or results, who has answered, and the deadline. */
export class FormDesk extends DeskPart {
  protected override draw(view: MeetingView): TemplateResult {
    const { votes, order } = view.votes;
    const shown = order.flatMap((id) => { const vote = votes[id]; return vote && vote.state !== "PREPARED" ? [{ id, vote }] : []; });
    return html`<div class="desk minutes form-desk">
      <main class="centre" id="stage">
        ${shown.length === 0 ? html`<p class="empty">${forms.notSent}</p>` : html`<ol class="form-questions">${shown.map(({ id, vote }, at) => this.#question(view, id, vote, at + 1))}</ol>`}
      </main>
      <aside class="side">${this.#deadline(view)}${this.#people(view)}</aside>
    </div>`;
  }

  #question(view: MeetingView, id: string, vote: VoteView, number: number): TemplateResult {
    const item = vote.item === undefined ? undefined : view.agenda.items[vote.item];
    return html`<li class="form-question" data-testid="form-question" data-state=${vote.state}>
      <p class="eyebrow">${number}${item ? ` · ${forms.ofItem(item.number)}` : ""} · ${lead.votes.mode[vote.mode]} · ${ruleWords(vote.rule)}</p>
      <h3>${vote.question}</h3>
      ${vote.result ? html`${voteResult({ vote: { ...vote, result: vote.result }, people: view.people.people, question: false, silent: forms.silent })}${voteNotes(vote, view.people.people)}
          ${waitsForChair(view, id) ? html`<button type="button" class="ns-button ns-decisive" data-testid="tie" @click=${() => decideTie(this.desk, id)}>${lead.step.decideTie}</button>` : nothing}`
        : vote.state === "CANCELLED" ? html`<p>${vote.cancelledBecause}</p>`
        : html`<div class="form-count" data-testid="form-received">${voteCount(vote)}<p class="soft">${forms.resultLater}</p></div><own-ballot .desk=${this.desk} .vote=${id}></own-ballot>`}
    </li>`;
  }

  #deadline(view: MeetingView): TemplateResult {
    const { head, circulation } = view;
    const { desk } = this;
    const out = head.phase === "ISSUED";
    return html`<section class="panel form-deadline"><header><h2>${forms.deadlineIs}</h2></header>
      <p class="form-until tabular" data-testid="form-until">${moment(head.endsAt)}</p>
      ${out ? html`<p class="soft">${ticking(() => (desk.now() < head.endsAt ? forms.leftTime(far(head.endsAt - desk.now())) : forms.timeUp))}</p>` : nothing}
      ${head.closedAt === undefined ? nothing : html`<p data-testid="form-closed">${forms.closedAt(moment(head.closedAt))}</p>`}
      ${circulation.extensions.length === 0 ? nothing : html`<ul class="form-extensions">${circulation.extensions.map((each) => html`<li data-testid="form-extension"><b>${forms.extended(moment(each.from), moment(each.until))}</b>: ${each.reason} <small class="soft">${each.by}</small></li>`)}</ul>`}
      ${out ? html`<div class="acts"><button type="button" class="ns-button ns-quiet" data-testid="form-extend" @click=${() => extendForm(desk)}>${forms.extend}</button>
        <button type="button" class=${`ns-button ${circulation.waitingFor?.length === 0 ? "ns-decisive" : "ns-quiet"}`} data-testid="form-close" @click=${() => closeForm(desk)}>${forms.close}</button></div>` : nothing}
      ${head.phase === "CLOSED" ? html`<a class="ns-button ns-primary is-wide" href=${to.meeting(head.id, "minutes")} data-testid="form-report">${forms.toReport}</a>` : nothing}
    </section>`;
  }

  /** Whom an answer is waited from first, then the others, each with what is known of them; the answers themselves are not. */
  #people(view: MeetingView): TemplateResult | typeof nothing {
    const { waitingFor } = view.circulation;
    if (waitingFor === undefined) return nothing;
    const asked = view.people.order.filter((id) => view.people.people[id]?.votes);
    const done = asked.filter((id) => !waitingFor.includes(id));
    const row = (id: string, more: string): TemplateResult => html`<li data-testid="form-person" data-id=${id}><b>${this.desk.name(id)}</b><small class="soft">${[view.people.people[id]?.title, more].filter(Boolean).join(" · ")}</small></li>`;
    const questions = Object.values(view.votes.votes).filter(({ waitingFor: left }) => left !== undefined);
    const given = (id: string): number => questions.filter(({ waitingFor: left }) => !left?.includes(id)).length;
    const told = (id: string): string => {
      const at = view.circulation.reminded[id];
      return [forms.ofQuestions(given(id), questions.length), ...(at === undefined ? [] : [forms.remindedAt(moment(at))])].join(" · ");
    };
    return html`<section class="panel form-people"><header><h2>${forms.answers}</h2><span class="soft" data-testid="form-answered">${forms.answeredOf(done.length, asked.length)}</span></header>
      ${waitingFor.length === 0 ? html`<p>${forms.nobodyWaits}</p>` : html`<h3>${forms.waiting}</h3><ul data-testid="form-waiting">${waitingFor.map((id) => row(id, told(id)))}</ul>
        <button type="button" class="ns-button ns-quiet is-wide" data-testid="form-remind" @click=${() => remind(this.desk, waitingFor.length)}>${forms.remind}</button><p class="hint">${forms.remindHint}</p>`}
      ${done.length === 0 ? nothing : html`<h3>${forms.done}</h3><ul data-testid="form-done">${done.map((id) => row(id, ""))}</ul>`}
    </section>`;
  }
}

customElements.define("form-desk", FormDesk);
