import { inLanguage, term } from "client-kit/i18n/index.ts";
import { countState, openly, t as secretWords } from "client-kit/ui/secret-vote.ts";
import type { VoteView } from "client-kit/proto/protocol.ts";
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
    ${vote.result?.outcome === "NOT_COUNTED" ? uncounted(desk, id, vote) : html`<p class="part-acts"><button type="button" class="ns-button ns-quiet" @click=${() => desk.give({ type: "clearResult" })} data-testid="clear-result">${icons.close}<span>${t(vote.state === "COUNTING" ? "clearCount" : "clearResult")}</span></button>
      ${vote.state === "COUNTING" ? nothing : html`<button type="button" class="ns-button ns-quiet" @click=${() => desk.ask(`repeat-${id}`)} data-testid="repeat-vote">${t("repeatVote")}</button>`}</p>`}
    ${vote.state === "COUNTING" ? cancelApart(desk, "cancel-vote", "cancel-vote") : nothing}
    ${cancel(desk, id, "cancel-vote")}
    ${repeat(desk, id)}</section>`;
}

/** After a secret vote that was not counted: the three ways on. */
function uncounted(desk: Desk, id: string, vote: VoteView): TemplateResult {
  const mayOpenly = desk.room.view!.franchise.practice?.modes.includes("OPEN") !== false;
  return html`<div class="lp-uncounted" data-testid="uncounted-next"><p><b>${secretWords("uncountedWhat")}</b></p>
    <button type="button" class="ns-button ns-decisive is-main is-wide" @click=${() => desk.ask(`repeat-${id}`)} data-testid="repeat-vote">${icons.vote}<span>${secretWords("againSecret")}</span></button>
    ${mayOpenly ? html`<button type="button" class="ns-button ns-quiet is-main is-wide" @click=${() => desk.ask("vote-openly")} data-testid="vote-openly">${secretWords("openly")}</button>` : nothing}
    <button type="button" class="ns-button ns-quiet is-main is-wide" @click=${() => desk.give({ type: "clearResult" })} data-testid="clear-result">${secretWords("leaveIt")}</button>
    ${asked(desk, { chair: true, name: "vote-openly", text: secretWords("openlyText"), yes: secretWords("openly"), act: () => { desk.give({ type: "prepareVote", vote: desk.freshId(), motion: openly(vote) }); desk.give({ type: "clearResult" }); } })}</div>`;
}

/** Away from what is pressed often: it drops all ballots. */
const cancelApart = (desk: Desk, name: string, test: string): TemplateResult =>
  html`<p class="part-acts lp-apart"><button type="button" class="ns-button ns-danger" @click=${() => desk.ask(name)} data-testid=${test}>${t("cancelVote")}</button></p>`;

const cancel = (desk: Desk, id: string, name: string): TemplateResult | typeof nothing =>
  asked(desk, { chair: true, name, text: desk.room.view!.votes.votes[id]?.question ?? "", yes: t("cancelVote"), reason: true, act: (reason) => desk.give({ type: "cancelVote", vote: id, reason }) });

function repeat(desk: Desk, id: string): TemplateResult | typeof nothing {
  return asked(desk, { chair: true, name: `repeat-${id}`, text: desk.room.view!.votes.votes[id]?.question ?? "", yes: t("repeatVote"), reason: true, act: (reason) => {
    desk.give({ type: "repeatVote", vote: id, again: desk.freshId(), reason });
    const { stage, votes } = desk.room.view!;
    // what was not counted says nothing any more once its further vote is prepared
    if (stage.result === id && votes.votes[id]?.result?.outcome === "NOT_COUNTED") desk.give({ type: "clearResult" });
  } });
}

/** Votes that are over: shown again, or repeated; while one is counted, cancelled. */
export function earlierVotes(desk: Desk): TemplateResult | typeof nothing {
  const { votes, stage } = desk.room.view!;
  const ids = [...votes.order].reverse().filter((id) => { const state = votes.votes[id]?.state; return (state === "CLOSED" || state === "CANCELLED" || state === "COUNTING") && stage.result !== id; });
  if (ids.length === 0) return nothing;
  return html`<section class="part"><h3>${t("decisions")}</h3><ul class="lp-votes">${ids.map((id) => {
    const vote = votes.votes[id]!;
    return html`<li><p>${vote.question}<small>${vote.result ? term().outcomeOf[vote.form.kind][vote.result.outcome] : t(`state${vote.state}`)}</small></p>
      ${vote.state === "COUNTING" && vote.secret ? countState(vote.secret, desk.room.view!.people.people) : nothing}
      <p class="part-acts">${vote.result || vote.state === "COUNTING" ? html`<button type="button" class="ns-button ns-quiet" @click=${() => desk.give({ type: "showResult", vote: id })} data-testid=${`show-result-${id}`}>${t(vote.result ? "showResult" : "showCount")}</button>` : nothing}
        ${vote.state === "COUNTING" ? nothing : html`<button type="button" class="ns-button ns-quiet" @click=${() => desk.ask(`repeat-${id}`)} data-testid=${`repeat-vote-${id}`}>${t("repeatVote")}</button>`}</p>
      ${vote.state === "COUNTING" ? cancelApart(desk, `cancel-${id}`, `cancel-vote-${id}`) : nothing}
      ${cancel(desk, id, `cancel-${id}`)}${repeat(desk, id)}</li>`;
  })}</ul></section>`;
}
