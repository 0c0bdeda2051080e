import { inLanguage, language, term } from "client-kit/i18n/index.ts";
import { marksOf } from "client-kit/meeting/ballot.ts";
import { waitsForChair } from "client-kit/meeting/before-closing.ts";
import { html, nothing, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { cautionLines, countState, keyState, t as secretWords } from "client-kit/ui/secret-vote.ts";
import { voteNotes } from "client-kit/ui/vote-notes.ts";
import { voteResult } from "client-kit/ui/vote.ts";
import type { MeetingView, VoteView } from "client-kit/proto/protocol.ts";
import { DeskPart } from "../meeting/desk-part.ts";
import { common } from "../texts/common.ts";
import { conduct } from "../texts/conduct.ts";
import { lead } from "../texts/lead.ts";
import { meetingTexts } from "../texts/meeting.ts";
import { correctResult } from "./ballot-sheets.ts";
import { ruleWords } from "./rule-words.ts";
import { cancelVote, checkCount, decideTie, openVote, removeVote, repeatVote, voteOpenly } from "./vote-acts.ts";
import { voteSheet } from "./vote-sheet.ts";

/** All votes: those of the item in hand first. */
export class VotesPanel extends DeskPart {
  protected override draw(view: MeetingView): TemplateResult {
    const { votes, agenda, head } = view;
    const say = lead.votes;
    const here = (id: string): boolean => agenda.inHand !== undefined && votes.votes[id]?.item === agenda.inHand;
    const order = [...votes.order.filter(here), ...votes.order.filter((id) => !here(id))];
    const open = head.phase !== "CLOSED" && head.phase !== "CANCELLED";
    return html`<section class="panel votes">
      <header><h2>${say.title}</h2>
        ${open ? html`<button type="button" class="ns-button ns-quiet is-small" data-testid="vote-add" @click=${() => voteSheet(this.desk, null, agenda.inHand)}>${say.add}</button>` : nothing}</header>
      ${order.length === 0 ? html`<p class="hint">${say.none}</p>` : nothing}
      <ul>${repeat(order, (id) => id, (id) => {
        const vote = votes.votes[id];
        return vote ? this.#vote(view, id, vote) : nothing;
      })}</ul>
    </section>`;
  }

  #vote(view: MeetingView, id: string, vote: VoteView): TemplateResult {
    const say = lead.votes;
    const number = vote.item === undefined ? undefined : view.agenda.items[vote.item]?.number;
    return html`<li class="vote-row" data-state=${vote.state} data-testid="vote" data-id=${id}>
      <p class="eyebrow">${vote.state === "OPEN" || vote.state === "ON_HOLD" ? html`<span class="live-mark"></span>` : nothing}${say.state[vote.state]} · ${say.mode[vote.mode]} · ${number ? say.ofItem(number) : say.free}</p>
      <p class="vote-words">${vote.question}</p>
      ${vote.repeats ? html`<small class="soft">${say.repeats}</small>` : nothing}
      ${this.#acts(view, id, vote)}
    </li>`;
  }

  #acts(view: MeetingView, id: string, vote: VoteView): TemplateResult {
    const say = lead.votes;
    const inSession = view.head.phase === "IN_SESSION";
    switch (vote.state) {
      case "PREPARED":
        return html`<small class="soft">${ruleWords(vote.rule)}</small>
          ${vote.secret ? html`${keyState(vote.secret, view.people.people)}${this.#office(view, id)}` : nothing}<div class="acts">
          ${inSession && view.votes.running === undefined && vote.secret?.ready !== false ? html`<button type="button" class="ns-button ns-quiet is-small" data-testid="vote-open" @click=${() => openVote(this.desk, id)}>${say.open}</button>` : nothing}
          <button type="button" class="ns-button ns-quiet is-small" data-testid="vote-edit" @click=${() => voteSheet(this.desk, id, vote.item)}>${common.edit}</button>
          <button type="button" class="ns-button ns-plain is-small" data-testid="vote-remove" @click=${() => removeVote(this.desk, id)}>${common.remove}</button></div>`;
      case "OPEN":
      case "ON_HOLD":
        return html`<p class="big-number"><b class="tabular">${vote.received}</b><span class="tabular">/${vote.entitled}</span></p>`;
      case "COUNTING":
        return html`${vote.secret && view.stage.result !== id ? countState(vote.secret, view.people.people) : nothing}${this.#office(view, id)}
          ${inSession ? html`<div class="acts">${view.stage.result === id ? nothing : html`<button type="button" class="ns-button ns-quiet is-small" data-testid="count-show" @click=${() => this.desk.do({ type: "showResult", vote: id })}>${say.showCount}</button>`}</div><div class="acts apart"><button type="button" class="ns-button ns-danger is-small" data-testid="vote-cancel-count" @click=${() => cancelVote(this.desk, id)}>${say.cancel}</button></div>` : nothing}`;
      case "CANCELLED":
        return html`<p class="soft">${vote.cancelledBecause}</p>${inSession ? html`<div class="acts"><button type="button" class="ns-button ns-quiet is-small" data-testid="vote-repeat" @click=${() => repeatVote(this.desk, id)}>${say.repeat}</button></div>` : nothing}`;
      case "CLOSED":
        return this.#closed(view, id, vote, inSession);
    }
  }

  /** Whoever sits at the console does a trustee's part on the delegate's page, whose device keeps the key. */
  #office(view: MeetingView, id: string): TemplateResult | typeof nothing {
    return this.desk.mine?.trusts.some((trust) => trust.vote === id) ? html`<p class="soft" data-testid="trustee-here">${lead.votes.trusteeHere} <a href=${`/tablet/#/m/${view.head.id}`} target="_blank">${meetingTexts.openTablet}</a></p>` : nothing;
  }

  #closed(view: MeetingView, id: string, vote: VoteView, inSession: boolean): TemplateResult {
    const say = lead.votes;
    const { result } = vote;
    if (!result) return html``;
    const shown = view.stage.result === id;
    return html`<details class="closed-vote"><summary><b data-testid="outcome">${term().outcomeOf[vote.form.kind][result.outcome]}</b>
        <small class="counts">${result.outcome === "NOT_COUNTED" ? nothing : vote.form.kind === "answers" ? marksOf(vote).map((mark) => html`<span>${mark.label[language()]} <b class="tabular">${(result.votes ?? result.counts)[mark.id] ?? 0}</b></span>`) : html`<span>${inLanguage(result.sentence)}</span>`}</small></summary>
        ${voteResult({ vote: { ...vote, result }, people: view.people.people, question: false })}${voteNotes(vote, view.people.people)}${vote.secret?.counted ? cautionLines(vote.secret.cautions) : nothing}</details>
      ${vote.secret?.counted ? html`<div class="acts"><button type="button" class="ns-button ns-plain is-small" data-testid="vote-verify" @click=${() => checkCount(this.desk, id)}>${say.pollCheck}</button></div>` : nothing}
      ${inSession ? html`<div class="acts">
        ${waitsForChair(view, id) ? html`<button type="button" class="ns-button ns-decisive is-small" data-testid="tie" @click=${() => decideTie(this.desk, id)}>${lead.step.decideTie}</button>` : nothing}
        ${shown ? html`<button type="button" class="ns-button ns-quiet is-small" data-testid="result-clear" @click=${() => this.desk.do({ type: "clearResult" })}>${say.clear}</button>`
          : html`<button type="button" class="ns-button ns-quiet is-small" data-testid="result-show" @click=${() => this.desk.do({ type: "showResult", vote: id })}>${say.show}</button>`}
        <button type="button" class="ns-button ns-plain is-small" data-testid="vote-repeat" @click=${() => repeatVote(this.desk, id)}>${say.repeat}</button>
        ${result.outcome === "NOT_COUNTED" && view.franchise.practice?.modes.includes("OPEN") !== false ? html`<button type="button" class="ns-button ns-plain is-small" data-testid="vote-openly" @click=${() => voteOpenly(this.desk, id)}>${secretWords("openly")}</button>` : nothing}
        ${result.names ? html`<button type="button" class="ns-button ns-plain is-small" data-testid="vote-correct" @click=${() => correctResult(this.desk, id)}>${conduct.correct.act}</button>` : nothing}</div>` : nothing}`;
  }
}

customElements.define("votes-panel", VotesPanel);
