import { html, nothing, type TemplateResult } from "lit";
import { number, clockTime } from "../i18n/format.ts";
import { inLanguage } from "../i18n/language.ts";
import { term } from "../i18n/terms.ts";
import { t } from "../i18n/texts.ts";
import type { ChoiceView, Outcome, PersonView, Receipt, ResultView, VoteView } from "../proto/protocol.ts";
import { answerMark, icon, type IconName } from "./icon.ts";
import { shareOfBase } from "./vote-share.ts";
import "./vote.css";

const TONES = { FOR: "is-for", AGAINST: "is-against", ABSTAIN: "is-abstain" } as const;

/**
 * The answers: equal in size, in the server's order, which never changes; apart by shape, word and colour.
 * `chosen` is marked and stays legible while the others step back.
 */
export function voteButtons(options: { choices: readonly ChoiceView[]; pick: (choice: string) => void; chosen?: string | undefined; disabled?: boolean; label?: string }): TemplateResult {
  const { choices, chosen, disabled = false } = options;
  return html`<div class="ns-answers ${chosen === undefined ? "" : "has-chosen"}" role="group" .style=${`--answers: ${choices.length}`} aria-label=${options.label ?? t("yourChoice")}>${choices.map(
    (choice) => html`<button class="ns-answer ${TONES[choice.meaning]} ${choice.id === chosen ? "is-chosen" : ""}" type="button" aria-pressed=${String(choice.id === chosen)} ?disabled=${disabled} @click=${() => options.pick(choice.id)}>
      ${answerMark(choice.meaning)}<span>${inLanguage(choice.label)}</span>
    </button>`,
  )}</div>`;
}

/** What the server has confirmed: the code by which the ballot is found in the count, and when. */
export function voteReceipt(options: { receipt: Receipt; choices: readonly ChoiceView[] }): TemplateResult {
  const { receipt } = options;
  const choice = options.choices.find((one) => one.id === receipt.choice);
  return html`<div class="ns-receipt">
    ${icon("saved")}
    <div>
      <p class="ns-receipt-title">${t("receiptTitle", { time: clockTime(receipt.at) })}</p>
      ${choice === undefined ? nothing : html`<p class="ns-receipt-choice ${TONES[choice.meaning]}">${answerMark(choice.meaning)}<span>${inLanguage(choice.label)}</span></p>`}
      <p class="ns-receipt-code">${t("receiptCode")} <b class="tabular">${receipt.code}</b></p>
    </div>
  </div>`;
}

/** How many have voted while a vote is open, without a hint of how. */
export function voteCount(vote: Pick<VoteView, "received" | "entitled">): TemplateResult {
  const share = vote.entitled === 0 ? 0 : Math.min(1, vote.received / vote.entitled);
  return html`<div class="ns-vote-count">
    <p class="ns-vote-count-number tabular"><b>${number(vote.received)}</b><span>/${number(vote.entitled)}</span></p>
    <p class="ns-vote-count-word">${t("countedWord")}</p>
    <div class="ns-progress-line" role="presentation"><span .style=${`transform: scaleX(${share.toFixed(4)})`}></span></div>
  </div>`;
}

const VERDICTS: Record<Outcome, { tone: string; icon: IconName }> = {
  PASSED: { tone: "is-for", icon: "check" },
  FAILED: { tone: "is-against", icon: "cross" },
  TIED: { tone: "is-abstain", icon: "equal" },
};

export interface ResultOptions {
  vote: VoteView & { result: ResultView };
  /** for the names of an open vote; without it none are shown */
  people?: Readonly<Record<string, PersonView>>;
  /** the question above the verdict; on a screen yes, in a list that shows it already no */
  question?: boolean;
}

/** The verdict in a word, the numbers, the bar, the sentence that explains itself; names by answer when the vote was open. All numbers are the server's. */
export function voteResult({ vote, people, question = true }: ResultOptions): TemplateResult {
  const { result, choices } = vote;
  const verdict = VERDICTS[result.outcome];
  const word = term().outcome[result.outcome];
  const total = result.cast + result.notVoted;
  return html`<article class="ns-result" aria-label=${t("resultOf")}>
    ${question ? html`<p class="ns-result-question">${vote.question}</p>` : nothing}
    <p class="ns-verdict ${verdict.tone}">${icon(verdict.icon)}<span>${word}</span></p>
    <div class="ns-result-numbers">${choices.map((choice) => {
      const count = result.counts[choice.id] ?? 0;
      const share = shareOfBase(vote, choice);
      return html`<div class="ns-result-number ${TONES[choice.meaning]}">
        <span class="ns-result-count">${number(count)}${share === undefined ? nothing : html` <span class="ns-result-share">${share}</span>`}</span>
        <span class="ns-result-label">${answerMark(choice.meaning)}<span>${inLanguage(choice.label)}</span></span>
      </div>`;
    })}${result.notVoted === 0
      ? nothing
      : html`<div class="ns-result-number is-silent">
          <span class="ns-result-count">${number(result.notVoted)}</span>
          <span class="ns-result-label">${t("notVoted")}</span>
        </div>`}</div>
    ${total === 0
      ? nothing
      : html`<div class="ns-result-bar" aria-hidden="true">${choices.map((choice) => {
          const count = result.counts[choice.id] ?? 0;
          return count === 0 ? nothing : html`<span class=${TONES[choice.meaning]} .style=${`flex-grow: ${count}`}></span>`;
        })}${result.notVoted === 0 ? nothing : html`<span class="is-silent" .style=${`flex-grow: ${result.notVoted}`}></span>`}</div>`}
    <p class="ns-result-sentence">${inLanguage(result.sentence)}</p>
    ${people === undefined || result.names === undefined ? nothing : namesOf(choices, result.names, people)}
  </article>`;
}

function namesOf(choices: readonly ChoiceView[], names: Readonly<Record<string, string>>, people: Readonly<Record<string, PersonView>>): TemplateResult {
  return html`<div class="ns-result-names">${choices.map((choice) => {
    const said = Object.entries(names)
      .filter(([, chosen]) => chosen === choice.id)
      .map(([id]) => people[id]?.name ?? id);
    return html`<section class=${TONES[choice.meaning]} aria-label=${inLanguage(choice.label)}>
      <p class="ns-result-group">${answerMark(choice.meaning)}<span>${inLanguage(choice.label)}</span><span class="tabular">${said.length}</span></p>
      ${said.length === 0 ? html`<p class="ns-result-nobody">${t("nobody")}</p>` : html`<ul>${said.map((name) => html`<li>${name}</li>`)}</ul>`}
    </section>`;
  })}</div>`;
}
