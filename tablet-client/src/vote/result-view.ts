import { format, inLanguage } from "client-kit/i18n/index.ts";
import type { ResultView, VoteView } from "client-kit/proto/protocol.ts";
import { answerMark } from "client-kit/ui/icon.ts";
import { html, nothing, type TemplateResult } from "lit";
import { icons } from "../app/icons.ts";
import type { Desk } from "../meeting/desk.ts";
import { t } from "../texts/index.ts";
import type { BallotStage } from "./ballot-stage.ts";
import { outcomeWord } from "./outcome.ts";

/** The result as everybody sees it: verdict word, numbers, bar, sentence, names; and whether the own ballot is among the counted. */
export function result(desk: Desk, id: string, vote: VoteView, stage: BallotStage): TemplateResult {
  const found = vote.result!;
  return html`
    <div class="rs" data-testid="vote-result" data-outcome=${found.outcome}>
      <p class=${`rs-verdict is-${found.outcome.toLowerCase()}`} data-testid="verdict">${outcomeWord(found.outcome)}</p>
      <p class="rs-sentence" data-testid="verdict-sentence">${inLanguage(found.sentence)}</p>
      ${numbers(vote, found)}
      ${bars(vote, found)}
      ${mine(desk, id, stage, found)}
      ${names(desk, vote, found)}
    </div>`;
}

function numbers(vote: VoteView, found: ResultView): TemplateResult {
  return html`<dl class="rs-numbers">
    ${vote.choices.map((c) => html`<div class=${`is-${c.meaning.toLowerCase()}`}><dt>${answerMark(c.meaning)}<span>${inLanguage(c.label)}</span></dt><dd class="tabular" data-testid=${`count-${c.id}`}>${found.counts[c.id] ?? 0}</dd></div>`)}
    <div class="is-none"><dt><span>${t("notVoted")}</span></dt><dd class="tabular" data-testid="count-not-voted">${found.notVoted}</dd></div></dl>`;
}

/** Shares of the present; the mark is where the rule is met. */
function bars(vote: VoteView, found: ResultView): TemplateResult {
  const whole = Math.max(1, found.base, found.cast + found.notVoted);
  const share = (n: number): string => `--share: ${n / whole}`;
  return html`<div class="rs-bar" role="img" aria-label=${vote.choices.map((c) => `${inLanguage(c.label)} ${format.percent(found.counts[c.id] ?? 0, whole)}`).join(", ")}>
    ${vote.choices.map((c) => (found.counts[c.id] ?? 0) > 0 ? html`<span class=${`is-${c.meaning.toLowerCase()}`} .style=${share(found.counts[c.id] ?? 0)}></span>` : nothing)}
    <i class="rs-needed" .style=${share(Math.min(whole, found.needed))}></i></div>`;
}

function mine(desk: Desk, id: string, stage: BallotStage, found: ResultView): TemplateResult | typeof nothing {
  if (stage.at === "missed") return html`<p class="rs-mine soft" data-testid="my-ballot">${t("voteMissedText")}</p>`;
  if (stage.at === "sending") return html`<p class="rs-mine note" data-testid="my-ballot">${icons.sending}<span>${t("ballotSending")}</span></p>`;
  if (stage.at === "refused") return html`<p class="rs-mine note is-warn" data-testid="my-ballot">${icons.warn}<span>${t("ballotRefused")}: ${stage.refusal.text}</span></p>`;
  if (stage.at !== "recorded") return nothing;
  const listed = found.receipts.includes(stage.receipt.code);
  return html`<div class=${`rs-mine note ${listed ? "is-good" : "is-warn"}`} data-testid="my-ballot" data-listed=${listed ? "true" : "false"}>
    <p>${listed ? icons.check : icons.warn}<span>${t(listed ? "receiptFound" : "receiptMissing")}</span> <b class="tabular" data-testid="receipt-code">${stage.receipt.code}</b></p>
    <details class="rs-codes"><summary>${t("receiptList", { n: found.receipts.length })}</summary><p class="tabular">${found.receipts.map((code) => html`<span class=${code === stage.receipt.code ? "is-mine" : ""}>${code}</span> `)}</p></details></div>`;
}

function names(desk: Desk, vote: VoteView, found: ResultView): TemplateResult | typeof nothing {
  if (!found.names) return nothing;
  const { people, order } = desk.room.view!.people;
  return html`<details class="rs-names" data-testid="vote-names"><summary>${t("resultNames")}</summary>
    ${vote.choices.map((c) => {
      const chosen = order.filter((id) => found.names![id] === c.id);
      return chosen.length === 0 ? nothing : html`<h3>${answerMark(c.meaning)}<span>${inLanguage(c.label)} · ${chosen.length}</span></h3><ul>${chosen.map((id) => html`<li>${people[id]?.name ?? id}</li>`)}</ul>`;
    })}</details>`;
}
