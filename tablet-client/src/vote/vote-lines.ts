import { term } from "client-kit/i18n/index.ts";
import { isForm } from "client-kit/meeting/opinion-form.ts";
import { html, nothing, type TemplateResult } from "lit";
import { icons } from "../app/icons.ts";
import type { Desk } from "../meeting/desk.ts";
import { t } from "../texts/index.ts";

/** Votes of one item, or of the whole meeting with null: one line each, leading to the result. */
export function votesOf(desk: Desk, item: string | null): TemplateResult | typeof nothing {
  const view = desk.room.view!;
  const found = view.votes.order.filter((id) => { const vote = view.votes.votes[id]; return vote && vote.state !== "PREPARED" && (item === null || vote.item === item); });
  return found.length === 0 ? nothing : html`<section class="vote-lines"><h3>${t(isForm(view.head) ? "formQuestions" : "decisions")}</h3>${voteLines(desk, found)}</section>`;
}

export function voteLines(desk: Desk, ids: readonly string[]): TemplateResult {
  const { head, votes: { votes } } = desk.room.view!;
  const ballots = desk.room.mine?.ballots ?? {};
  const entitled = desk.room.mine?.entitled ?? [];
  return html`<ul class="ip-papers">${ids.map((id) => {
    const vote = votes[id]!;
    return html`<li><button type="button" class="ip-paper" @click=${() => desk.showVote(id)} data-testid=${`vote-${id}`}>
      ${icons.vote}
      <span class="ip-words">${vote.question}<small>${vote.result ? html`<b>${term().outcomeOf[vote.form.kind][vote.result.outcome]}</b>` : isForm(head) && vote.state === "OPEN" && entitled.includes(id) ? html`<span data-testid="form-state">${ballots[id] ? t("formDone") : html`<b>${t("formUnanswered")}</b>`}</span>` : isForm(head) && vote.state === "OPEN" ? t("formReceived", { n: vote.received, of: vote.entitled }) : t(`state${vote.state}`)}${vote.repeats ? ` · ${t("voteAgain")}` : ""}</small></span>${icons.forward}</button></li>`;
  })}</ul>`;
}
