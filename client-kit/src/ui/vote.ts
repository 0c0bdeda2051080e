import { html, nothing, type TemplateResult } from "lit";
import { number, clockTime } from "../i18n/format.ts";
import { inLanguage } from "../i18n/language.ts";
import { term } from "../i18n/terms.ts";
import { t } from "../i18n/texts.ts";
import { markedWords, marksOf } from "../meeting/ballot.ts";
import { voterName } from "../meeting/substitutes.ts";
import type { Mark, Outcome, PersonView, Receipt, ResultView, VoteView } from "../proto/protocol.ts";
import { grouped } from "./code.ts";
import { answerMark, icon, type IconName } from "./icon.ts";
import { barOf, shareOfBase } from "./vote-share.ts";
import { TONES } from "./vote-tones.ts";
import "./vote.css";

/**
 * The answers: equal in size, in the server's order, which never changes; apart by shape, word and colour.
 * `chosen` is marked and stays legible while the others step back.
 */
export function voteButtons(options: { choices: readonly Mark[]; pick: (choice: string) => void; chosen?: string | undefined; disabled?: boolean; label?: string }): TemplateResult {
  const { choices, chosen, disabled = false } = options;
  return html`<div class="ns-answers ${chosen === undefined ? "" : "has-chosen"}" role="group" .style=${`--answers: ${choices.length}`} aria-label=${options.label ?? t("yourChoice")}>${choices.map(
    (choice) => html`<button class="ns-answer ${TONES[choice.meaning]} ${choice.id === chosen ? "is-chosen" : ""}" type="button" aria-pressed=${String(choice.id === chosen)} ?disabled=${disabled} @click=${() => options.pick(choice.id)}>
      ${answerMark(choice.meaning)}<span>${inLanguage(choice.label)}</span>
    </button>`,
  )}</div>`;
}

/** What the server has confirmed: the code by which the ballot is found in the count, and when. */
export function voteReceipt(options: { receipt: Receipt; vote: Pick<VoteView, "form" | "contests"> }): TemplateResult {
  const { receipt, vote } = options;
  const { marks } = receipt;
  const choice = vote.form.kind === "answers" ? marksOf(vote).find(({ id }) => id === marks?.[0]) : undefined;
  return html`<div class="ns-receipt">
    ${icon("saved")}
    <div>
      <p class="ns-receipt-title">${t("receiptTitle", { time: clockTime(receipt.at) })}</p>
      ${choice === undefined ? nothing : html`<p class="ns-receipt-choice ${TONES[choice.meaning]}">${answerMark(choice.meaning)}<span>${inLanguage(choice.label)}</span></p>`}
      ${vote.form.kind === "answers" || marks === undefined ? nothing : html`<p class="ns-receipt-marks">${marks.length === 0 ? t("blankBallot") : markedWords(vote, marks).join(" · ")}</p>`}
      <p class="ns-receipt-code">${t("receiptCode")} <b class="tabular">${grouped(receipt.code)}</b></p>
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
  PARTLY: { tone: "is-abstain", icon: "check" },
  FAILED: { tone: "is-against", icon: "cross" },
  NOT_COUNTED: { tone: "is-abstain", icon: "minus" },
  TIED: { tone: "is-abstain", icon: "equal" },
};

export interface ResultOptions {
  vote: VoteView & { result: ResultView };
  /** for the names of an open vote; without it none are shown */
  people?: Readonly<Record<string, PersonView>>;
  /** the question above the verdict; on a screen yes, in a list that shows it already no */
  question?: boolean;
  /** what those are called who gave no ballot, where "did not vote" is not the word */
  silent?: string;
}

/** The verdict in a word, the numbers, the bar, the sentence that explains itself; names by answer when the vote was open. All numbers are the server's. */
export function voteResult({ vote, people, question = true, silent = t("notVoted") }: ResultOptions): TemplateResult {
  const { result } = vote;
  const verdict = VERDICTS[result.outcome];
  const word = term().outcomeOf[vote.form.kind][result.outcome];
  // noughts would read as votes
  const counted = result.outcome !== "NOT_COUNTED";
  return html`<article class="ns-result" aria-label=${t("resultOf")}>
    ${question ? html`<p class="ns-result-question">${vote.question}</p>` : nothing}
    <p class="ns-verdict ${verdict.tone}">${icon(verdict.icon)}<span>${word}</span></p>
    ${vote.form.kind === "answers" && counted ? answersOf(vote, result, silent) : nothing}
    <p class="ns-result-sentence">${inLanguage(result.sentence)}</p>
    ${counted ? nothing : html`<p class="ns-result-next" data-testid="uncounted">${t("uncountedNext")}</p>`}
    ${vote.form.kind === "answers" || !counted ? nothing : linesOf(vote, result, silent)}
    ${result.opinions.length === 0 ? nothing : html`<section class="ns-result-opinions"><p class="ns-result-group">${answerMark("OTHER")}<span>${t("opinions")}</span><span class="tabular">${result.opinions.length}</span></p>
      <ul>${result.opinions.map(({ person, words }) => html`<li>${words}${person === undefined || people === undefined ? nothing : html` <small>${people[person]?.name ?? person}</small>`}</li>`)}</ul></section>`}
    ${people === undefined || result.names === undefined ? nothing : namesOf(vote, result.names, people)}
  </article>`;
}

function answersOf(vote: VoteView & { result: ResultView }, result: ResultView, silent: string): TemplateResult {
  const choices = marksOf(vote);
  const bar = barOf(vote);
  const counted = result.votes ?? result.counts;
  return html`<div class="ns-result-numbers">${choices.map((choice) => {
      const count = counted[choice.id] ?? 0;
      const share = shareOfBase(vote, choice);
      return html`<div class="ns-result-number ${TONES[choice.meaning]}">
        <span class="ns-result-count">${number(count)}${share === undefined ? nothing : html` <span class="ns-result-share">${share}</span>`}</span>
        <span class="ns-result-label">${answerMark(choice.meaning)}<span>${inLanguage(choice.label)}${result.votes === undefined ? nothing : html` <small>${t("peopleIn", { n: result.counts[choice.id] ?? 0 })}</small>`}</span></span>
      </div>`;
    })}${result.notVoted === 0
      ? nothing
      : html`<div class="ns-result-number is-silent">
          <span class="ns-result-count">${number(result.notVoted)}</span>
          <span class="ns-result-label">${silent}</span>
        </div>`}</div>
    ${bar.whole === 0
      ? nothing
      : html`<div class="ns-result-bar" aria-hidden="true">${choices.map((choice) => {
          const count = counted[choice.id] ?? 0;
          return count === 0 ? nothing : html`<span class=${TONES[choice.meaning]} .style=${`flex-grow: ${count}`}></span>`;
        })}${[bar.silent, bar.away].map((part) => (part === 0 ? nothing : html`<span class="is-silent" .style=${`flex-grow: ${part}`}></span>`))}</div>`}
  `;
}

/** Options and names: each with its number, its share of what the rule counts on, and what became of it. */
function linesOf(vote: VoteView & { result: ResultView }, result: ResultView, silent: string): TemplateResult {
  const won = t(vote.form.kind === "election" ? "elected" : "chosenOption");
  const counted = result.votes ?? result.counts;
  const row = (label: string, tone: string, line: string | undefined, share: string | undefined, figures: TemplateResult, width: number): TemplateResult => html`<li class="ns-result-line ${tone}">
    <p class="ns-result-line-name">${label}${line === undefined ? nothing : html` <span class="ns-result-line-word">${line}</span>`}</p>
    <p class="ns-result-line-count tabular">${figures}${share === undefined ? nothing : html` <span class="ns-result-share">${share}</span>`}</p>
    <span class="ns-result-line-bar" aria-hidden="true"><span .style=${`transform: scaleX(${width.toFixed(4)})`}></span></span></li>`;
  const outcome = (id: string): Outcome => result.lines.find((line) => line.id === id)?.outcome ?? "FAILED";
  const tone = (id: string): string => (outcome(id) === "FAILED" ? "is-silent" : VERDICTS[outcome(id)].tone);
  const share = (count: number): number => (result.base === 0 ? 0 : Math.min(1, count / result.base));
  if (vote.form.kind === "eachCandidate") {
    return html`<ul class="ns-result-lines">${vote.contests.map((contest) => {
      const yes = contest.marks.find(({ meaning }) => meaning === "FOR");
      const count = yes ? (counted[yes.id] ?? 0) : 0;
      return row(inLanguage(contest.label), tone(contest.id), term().outcome[outcome(contest.id)].toLowerCase(), undefined,
        html`${contest.marks.map(({ id, meaning }) => html`<span class="ns-result-part ${TONES[meaning]}">${answerMark(meaning)}${number(counted[id] ?? 0)}</span>`)}`, share(count));
    })}</ul>`;
  }
  return html`<ul class="ns-result-lines">${marksOf(vote).map((mark) => {
    const count = counted[mark.id] ?? 0;
    const word = outcome(mark.id) === "PASSED" ? won : outcome(mark.id) === "TIED" ? term().outcome.TIED.toLowerCase() : undefined;
    return row(inLanguage(mark.label), tone(mark.id), word, shareOfBase(vote, mark), html`<b>${number(count)}</b>`, share(count));
  })}${result.blank === 0 ? nothing : row(t("blankBallot"), "is-silent", undefined, undefined, html`<b>${number(result.blank)}</b>`, 0)}${
    result.notVoted === 0 ? nothing : row(silent, "is-silent", undefined, undefined, html`<b>${number(result.notVoted)}</b>`, 0)}</ul>`;
}

function namesOf(vote: VoteView, names: Readonly<Record<string, readonly string[]>>, people: Readonly<Record<string, PersonView>>): TemplateResult {
  const groups = vote.contests.flatMap((contest) => contest.marks.map((mark) => ({ ...mark, words: inLanguage(contest.label) === "" ? inLanguage(mark.label) : `${inLanguage(contest.label)}: ${inLanguage(mark.label).toLowerCase()}` })));
  return html`<div class="ns-result-names">${groups.map((choice) => {
    const said = Object.entries(names)
      .filter(([, chosen]) => chosen.includes(choice.id))
      .map(([id]) => voterName(vote, people, id));
    return html`<section class=${TONES[choice.meaning]} aria-label=${choice.words}>
      <p class="ns-result-group">${answerMark(choice.meaning)}<span>${choice.words}</span><span class="tabular">${said.length}</span></p>
      ${said.length === 0 ? html`<p class="ns-result-nobody">${t("nobody")}</p>` : html`<ul>${said.map((name) => html`<li>${name}</li>`)}</ul>`}
    </section>`;
  })}</div>`;
}
