import { markedWords, marksOf } from "client-kit/meeting/ballot.ts";
import { isForm } from "client-kit/meeting/opinion-form.ts";
import type { ResultView, VoteView } from "client-kit/proto/protocol.ts";
import { voterName } from "client-kit/meeting/substitutes.ts";
import { grouped, groupedText } from "client-kit/ui/code.ts";
import { answerMark } from "client-kit/ui/icon.ts";
import { voteNotes } from "client-kit/ui/vote-notes.ts";
import { voteResult } from "client-kit/ui/vote.ts";
import { html, nothing, type TemplateResult } from "lit";
import { icons } from "../app/icons.ts";
import { tieDecision } from "../lead/tie-decision.ts";
import type { Desk } from "../meeting/desk.ts";
import { t } from "../texts/all.ts";
import type { BallotStage } from "./ballot-stage.ts";
import { secretPart, secretParts } from "./secret-part.ts";

/** The result as everybody sees it, and whether the own ballot is among the counted. */
export function result(desk: Desk, id: string, vote: VoteView & { result: ResultView }, stage: BallotStage): TemplateResult {
  const found = vote.result;
  return html`
    <div class="rs" data-testid="vote-result" data-outcome=${found.outcome}>
      ${voteResult({ vote, question: false, ...(isForm(desk.room.view!.head) ? { silent: t("formSilent") } : {}) })}
      ${voteNotes(vote, desk.room.view!.people.people)}
      ${tieDecision(desk, id)}
      ${found.outcome === "NOT_COUNTED" && desk.room.mine?.may.lead && desk.room.view!.stage.result === id ? html`<p><button type="button" class="ns-button ns-decisive is-main" @click=${() => desk.show("lead")} data-testid="uncounted-go">${t("uncountedGo")}</button></p>` : nothing}
      ${found.outcome === "NOT_COUNTED" ? nothing : mine(stage, found, isForm(desk.room.view!.head), vote.secret ? secretParts(desk)?.ownCode(desk, id) : undefined)}
      ${names(desk, vote, found)}
      ${vote.secret ? secretPart(desk, (secret) => secret.countedView(desk, id, vote)) : nothing}
    </div>`;
}

/** @param own receipt code that this device has computed itself; it counts, whatever the server says */
function mine(stage: BallotStage, found: ResultView, inWriting: boolean, own: string | undefined): TemplateResult | typeof nothing {
  // what was sent from here and is no longer there has not been missed
  if (own !== undefined && (stage.at === "missed" || stage.at === "recorded")) return receipt(own, found, stage.at === "recorded" ? stage.receipt.code : undefined);
  if (stage.at === "missed") return html`<p class="rs-mine soft" data-testid="my-ballot">${t(inWriting ? "formMissed" : "voteMissedText")}</p>`;
  if (stage.at === "sending") return html`<p class="rs-mine note" data-testid="my-ballot">${icons.sending}<span>${t("ballotSending")}</span></p>`;
  if (stage.at === "refused") return html`<p class="rs-mine note is-warn" data-testid="my-ballot">${icons.warn}<span>${t("ballotRefused")}: ${stage.refusal.text}</span></p>`;
  return stage.at === "recorded" ? receipt(stage.receipt.code, found) : nothing;
}

/** @param theirs the code of the ballot that the server has recorded, where that is another one */
function receipt(code: string, found: ResultView, theirs = code): TemplateResult {
  const listed = found.receipts.includes(code);
  return html`<div class=${`rs-mine note ${listed && theirs === code ? "is-good" : "is-warn"}`} data-testid="my-ballot" data-listed=${listed ? "true" : "false"}>
    <p>${listed ? icons.check : icons.warn}<span>${t(listed ? "receiptFound" : "receiptMissing")}</span></p>
    ${theirs === code ? nothing : html`<p role="alert" data-testid="code-differs">${t("receiptOther", { theirs: groupedText(theirs) })}</p>`}
    <p><b class="rs-code tabular" data-testid="receipt-code">${grouped(code)}</b></p>
    <details class="rs-codes"><summary>${t("receiptList", { n: found.receipts.length })}</summary><p class="tabular">${found.receipts.map((one) => html`<span class=${one === code ? "is-mine" : ""}>${grouped(one)}</span> `)}</p></details></div>`;
}

function names(desk: Desk, vote: VoteView, found: ResultView): TemplateResult | typeof nothing {
  if (!found.names) return nothing;
  const { people, order } = desk.room.view!.people;
  return html`<details class="rs-names" data-testid="vote-names"><summary>${t("resultNames")}</summary>
    ${marksOf(vote).map((c) => {
      const chosen = order.filter((id) => found.names![id]?.includes(c.id));
      return chosen.length === 0 ? nothing : html`<h3>${answerMark(c.meaning)}<span>${markedWords(vote, [c.id]).join()} · ${chosen.length}</span></h3><ul>${chosen.map((id) => html`<li>${voterName(vote, people, id)}</li>`)}</ul>`;
    })}</details>`;
}
