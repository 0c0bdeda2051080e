import { html, nothing, type TemplateResult } from "lit";
import { inLanguage } from "../i18n/language.ts";
import { t } from "../i18n/texts.ts";
import { setIn, touched, wantsWords, WORDS_LIMIT, type Filled } from "../meeting/ballot.ts";
import type { Contest, Mark, VoteView } from "../proto/protocol.ts";
import { answerMark, icon } from "./icon.ts";
import { TONES } from "./vote-tones.ts";
import "./vote.css";

export interface BallotOptions {
  readonly vote: Pick<VoteView, "form" | "contests">;
  readonly filled: Filled;
  readonly change: (filled: Filled) => void;
  readonly disabled?: boolean;
}

/** A ballot with options or names: those to choose one under the other, or for each name its own row of answers. The order is the server's. */
export function ballotPaper(options: BallotOptions): TemplateResult {
  const { vote, filled } = options;
  const each = vote.form.kind === "eachCandidate";
  const answered = vote.contests.filter((contest) => setIn(contest, filled) >= contest.least).length;
  const most = vote.contests[0]?.most ?? 1;
  return html`<div class="ns-ballot" data-kind=${vote.form.kind}>
    <p class="ns-ballot-count tabular" role="status">${each ? t("answeredOf", { n: answered, of: vote.contests.length })
      : html`<b>${t("chosenOf", { n: filled.marks.length, of: most })}</b> <span>${t("chooseUpTo", { n: most })}</span>`}</p>
    ${vote.contests.map((contest) => (each ? row(contest, options) : list(contest, options)))}
  </div>`;
}

function list(contest: Contest, { filled, change, disabled = false }: BallotOptions): TemplateResult {
  const full = contest.most > 1 && setIn(contest, filled) >= contest.most;
  return html`<div class="ns-ballot-list" role="group" aria-label=${t("yourChoice")}>${contest.marks.map((mark) => {
    const set = filled.marks.includes(mark.id);
    return html`<button type="button" class="ns-ballot-option ${set ? "is-set" : ""}" aria-pressed=${String(set)} ?disabled=${disabled || (full && !set)} data-testid=${`mark-${mark.id}`}
      @click=${() => change(touched(contest, filled, mark.id))}><span class="ns-ballot-box">${set ? icon("check") : nothing}</span><span>${inLanguage(mark.label)}</span></button>`;
  })}</div>`;
}

function row(contest: Contest, { filled, change, disabled = false }: BallotOptions): TemplateResult {
  return html`<div class="ns-ballot-row" role="group" aria-label=${inLanguage(contest.label)}><p>${inLanguage(contest.label)}</p>
    <div class="ns-ballot-answers">${contest.marks.map((mark) => answer(mark, filled, disabled, () => change(touched(contest, filled, mark.id))))}</div></div>`;
}

function answer(mark: Mark, filled: Filled, disabled: boolean, touch: () => void): TemplateResult {
  const set = filled.marks.includes(mark.id);
  return html`<button type="button" class="ns-ballot-answer ${TONES[mark.meaning]} ${set ? "is-set" : ""}" aria-pressed=${String(set)} ?disabled=${disabled} data-testid=${`mark-${mark.id}`} @click=${touch}>
    ${answerMark(mark.meaning)}<span>${inLanguage(mark.label)}</span></button>`;
}

/** The words of an opinion; nothing where none belong to what is marked. */
export function opinionField({ vote, filled, change, disabled = false }: BallotOptions): TemplateResult | typeof nothing {
  return !wantsWords(vote, filled) ? nothing : html`<label class="ns-opinion"><span>${t("yourOpinion")}</span>
    <textarea rows="3" maxlength=${WORDS_LIMIT} ?disabled=${disabled} .value=${filled.words} data-testid="opinion" @input=${(event: Event) => change({ ...filled, words: (event.target as HTMLTextAreaElement).value })}></textarea>
    <small>${t("opinionHint")}</small></label>`;
}
