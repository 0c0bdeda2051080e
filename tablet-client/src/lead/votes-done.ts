import { inLanguage, term } from "client-kit/i18n/index.ts";
import { countState } from "client-kit/ui/secret-vote.ts";
import { html, nothing, type TemplateResult } from "lit";
import { icons } from "../app/icons.ts";
import type { Desk } from "../meeting/desk.ts";
import { t } from "../texts/all.ts";
import { asked } from "./asking.ts";
import { tieDecision } from "./tie-decision.ts";

/** What everybody has on the screen until the chair takes it away, and a tie that waits for the chair. */
export function resultOnScreens(desk: Desk): TemplateResult | typeof nothing {
  const { view } = desk.room;
  const id = view!.stage.result;
  const vote = id ? view!.votes.votes[id] : undefined;
  if (!id || !vote) return nothing;
  return html`<section class="part lp-card">
    <h3>${t(vote.state === "COUNTING" ? "stateCOUNTING" : "resultTitle")}</h3><p>${vote.question}</p>
    ${vote.state === "COUNTING" && vote.secret ? countState(vote.secret, view!.people.people) : nothing}
    ${vote.result ? html`<p data-testid="lead-sentence">${inLanguage(vote.result.sentence)}</p>` : nothing}
    ${tieDecision(desk, id)}
    <p class="part-acts"><button type="button" class="ns-button ns-quiet" @click=${() => desk.give({ type: "clearResult" })} data-testid="clear-result">${icons.close}<span>${t(vote.state === "COUNTING" ? "clearCount" : "clearResult")}</span></button>
      ${vote.state === "COUNTING" ? html`<button type="button" class="ns-button ns-danger" @click=${() => desk.ask("cancel-vote")} data-testid="cancel-vote">${t("cancelVote")}</button>`
        : html`<button type="button" class="ns-button ns-quiet" @click=${() => desk.ask(`repeat-${id}`)} data-testid="repeat-vote">${t("repeatVote")}</button>`}</p>
    ${cancel(desk, id, "cancel-vote")}
    ${repeat(desk, id)}</section>`;
}

const cancel = (desk: Desk, id: string, name: string): TemplateResult | typeof nothing =>
  asked(desk, { chair: true, name, text: desk.room.view!.votes.votes[id]?.question ?? "", yes: t("cancelVote"), reason: true, act: (reason) => desk.give({ type: "cancelVote", vote: id, reason }) });

function repeat(desk: Desk, id: string): TemplateResult | typeof nothing {
  return asked(desk, { chair: true, name: `repeat-${id}`, text: desk.room.view!.votes.votes[id]?.question ?? "", yes: t("repeatVote"), reason: true, act: (reason) => desk.give({ type: "repeatVote", vote: id, again: desk.freshId(), reason }) });
}

/** Votes that are over: shown again, or repeated; while one is counted, cancelled. */
export function earlierVotes(desk: Desk): TemplateResult | typeof nothing {
  const { votes, stage } = desk.room.view!;
  const ids = [...votes.order].reverse().filter((id) => { const state = votes.votes[id]?.state; return (state === "CLOSED" || state === "CANCELLED" || state === "COUNTING") && stage.result !== id; });
  if (ids.length === 0) return nothing;
  return html`<section class="part"><h3>${t("decisions")}</h3><ul class="lp-votes">${ids.map((id) => {
    const vote = votes.votes[id]!;
    return html`<li><p>${vote.question}<small>${vote.result ? term().outcomeOf[vote.form.kind][vote.result.outcome] : t(`state${vote.state}`)}</small></p>
      <p class="part-acts">${vote.result || vote.state === "COUNTING" ? html`<button type="button" class="ns-button ns-quiet" @click=${() => desk.give({ type: "showResult", vote: id })} data-testid=${`show-result-${id}`}>${t(vote.result ? "showResult" : "showCount")}</button>` : nothing}
        ${vote.state === "COUNTING" ? html`<button type="button" class="ns-button ns-danger" @click=${() => desk.ask(`cancel-${id}`)} data-testid=${`cancel-vote-${id}`}>${t("cancelVote")}</button>` : html`<button type="button" class="ns-button ns-quiet" @click=${() => desk.ask(`repeat-${id}`)} data-testid=${`repeat-vote-${id}`}>${t("repeatVote")}</button>`}</p>
      ${cancel(desk, id, `cancel-${id}`)}${repeat(desk, id)}</li>`;
  })}</ul></section>`;
}
