import { awaitedNames, t as secretWords } from "client-kit/ui/secret-vote.ts";
import { term } from "client-kit/i18n/index.ts";
import { html, nothing, type TemplateResult } from "lit";
import type { MeetingView, VoteView } from "client-kit/proto/protocol.ts";
import { DeskPart } from "../meeting/desk-part.ts";
import { tickingFigures } from "../shared/ticker.ts";
import { left } from "../shared/when.ts";
import { lead } from "../texts/lead.ts";
import "./own-ballot.ts";
import { closeVote } from "./vote-acts.ts";

/** The vote of the moment in one line, for whoever has a paper open: how many have voted, the way to close it, then its result. */
export class VoteLine extends DeskPart {
  protected override draw(view: MeetingView): TemplateResult | typeof nothing {
    const { votes, stage } = view;
    const running = votes.running === undefined ? undefined : votes.votes[votes.running];
    if (votes.running !== undefined && running) return this.#running(votes.running, running);
    const shown = stage.result === undefined ? undefined : votes.votes[stage.result];
    if (shown?.secret && shown.state === "COUNTING") return html`<div class="vote-line" data-testid="vote-line"><p class="vote-line-words"><b>${lead.votes.state.COUNTING}</b> <span>${shown.question}</span></p>
      <p class="vote-line-count">${secretWords("waits", { names: awaitedNames(shown.secret, view.people.people).join(", ") })}</p></div>`;
    return shown?.result ? html`<div class="vote-line" data-testid="vote-line">
      <p class="vote-line-words"><b>${term().outcomeOf[shown.form.kind][shown.result.outcome]}</b> <span>${shown.question}</span></p>
      <button type="button" class="ns-button ns-quiet is-small" data-testid="line-clear" @click=${() => this.desk.do({ type: "clearResult" })}>${lead.votes.clear}</button></div>` : nothing;
  }

  #running(id: string, vote: VoteView): TemplateResult {
    const say = lead.votes;
    const { endsAt } = vote;
    const votes = this.desk.mine?.entitled.includes(id) && !this.desk.mine.ballots[id];
    return html`<div class="vote-line" data-testid="vote-line">
      <p class="vote-line-words"><span class="live-mark"></span> <b>${say.state[vote.state]}</b> <span>${vote.question}</span></p>
      <p class="vote-line-count tabular"><b data-testid="line-received">${vote.received}</b>/${vote.entitled} <small>${say.received}</small></p>
      ${endsAt === undefined ? nothing : html`<p class="tabular">${tickingFigures(() => (this.desk.now() < endsAt ? left(endsAt - this.desk.now()) : say.timeUp))}</p>`}
      <button type="button" class="ns-button ns-decisive is-small" data-testid="line-close" @click=${() => closeVote(this.desk, id)}>${say.close}</button>
      ${votes ? html`<details class="vote-line-own"><summary data-testid="line-own">${say.mine.title}</summary><own-ballot .desk=${this.desk} .vote=${id}></own-ballot></details>` : nothing}</div>`;
  }
}

customElements.define("vote-line", VoteLine);
