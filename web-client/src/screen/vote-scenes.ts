import { voterName } from "client-kit/meeting/substitutes.ts";
import { html, nothing, type TemplateResult } from "lit";
import { inLanguage, language, term } from "client-kit/i18n/index.ts";
import { marksOf } from "client-kit/meeting/ballot.ts";
import { ballotNotes } from "client-kit/ui/vote-notes.ts";
import { icon, type IconName } from "client-kit/ui/icon.ts";
import { barOf, shareOfBase } from "client-kit/ui/vote-share.ts";
import { grouped } from "client-kit/ui/code.ts";
import { cautionWords } from "client-kit/ui/secret-vote.ts";
import type { MeetingView, Outcome, ResultView, SecretView, VoteView } from "client-kit/proto/protocol.ts";
import { left } from "../shared/when.ts";
import { ticking, tickingFigures } from "../shared/ticker.ts";
import { screenTexts as say } from "../texts/screen.ts";
import { namesByChoice, type Stage } from "./stage-of.ts";

/** While a vote runs: the question, how many ballots are in, the countdown; never a number per choice. */
export function voteScene(stage: Stage, view: MeetingView): TemplateResult {
  const vote = view.votes.running === undefined ? undefined : view.votes.votes[view.votes.running];
  if (!vote) return html``;
  if (vote.rollCall) return rollCallScene(view, vote);
  return html`<div class="scene vote">
    <p class="vote-label"><span class="live-mark"></span>${say.vote} · ${say.voteMode[vote.mode]}</p>
    <fit-text class="vote-question" .text=${vote.question} .most=${13} .least=${4}></fit-text>
    <div class="vote-foot">
      <div class="vote-count"><p><b class="tabular">${vote.received}</b><span class="tabular">/${vote.entitled}</span></p>
        <p class="label">${vote.received === vote.entitled ? say.allIn : say.received}</p>
        <p class="track" .style=${`--share:${vote.entitled ? ((100 * vote.received) / vote.entitled).toFixed(1) : 0}%`}></p></div>
      ${countdown(stage, vote)}
    </div>
    ${vote.secret?.keyCode ? html`<p class="vote-key">${say.keyCode} <b class="tabular">${grouped(vote.secret.keyCode)}</b></p>` : nothing}
  </div>`;
}

/** While names are called: who is called, and the answers so far, which are open. */
function rollCallScene(view: MeetingView, vote: VoteView): TemplateResult {
  const { called, second, answers } = vote.rollCall!;
  const name = (id: string): string => voterName(vote, view.people.people, id);
  const groups = marksOf(vote).map((mark) => ({ label: inLanguage(mark.label), names: vote.rollCall!.order.filter((id) => answers[id]?.includes(mark.id)).map(name) })).filter(({ names }) => names.length > 0);
  return html`<div class="scene vote roll-call" data-testid="roll-call">
    <p class="vote-label"><span class="live-mark"></span>${second ? say.rollCallAgain : say.rollCall} · ${vote.received}/${vote.entitled}</p>
    <fit-text class="result-question" .text=${vote.question} .most=${4.2} .least=${2.4}></fit-text>
    <fit-text class="vote-question" .text=${called === undefined ? "" : name(called)} .most=${12} .least=${6}></fit-text>
    ${groups.length === 0 ? nothing : html`<fit-names class="result-names" .groups=${groups.map((group) => ({ ...group, label: `${group.label} · ${group.names.length}` }))} .most=${3.6} .least=${1.6}></fit-names>`}</div>`;
}

function countdown(stage: Stage, vote: VoteView): TemplateResult | typeof nothing {
  if (vote.state === "ON_HOLD") return html`<p class="vote-held">${say.held}</p>`;
  const { endsAt } = vote;
  if (endsAt === undefined) return nothing;
  return html`<div class="vote-left"><p class="vote-clock tabular">${tickingFigures(() => left(endsAt - stage.now()))}</p>
    <p class="label">${ticking(() => (stage.now() < endsAt ? say.secondsLeft : say.timeUp))}</p></div>`;
}

/** So many notes leave room for the numbers; corrections come last and are kept. */
const NOTES_MOST = 2;

/** So many names leave room for large numbers. */
const FEW_NAMES = 15;
const MARKS: Readonly<Record<Outcome, IconName>> = { PASSED: "check", PARTLY: "check", FAILED: "cross", NOT_COUNTED: "minus", TIED: "equal" };

const bar = (meaning: string, part: number, whole: number): TemplateResult | typeof nothing =>
  part > 0 ? html`<i data-meaning=${meaning} .style=${`--share:${((100 * part) / whole).toFixed(2)}%`}></i>` : nothing;

const share = (of: string | undefined): TemplateResult | typeof nothing => (of === undefined ? nothing : html` <small class="tabular">${of}</small>`);

type Closed = VoteView & { readonly result: ResultView };

function answers(vote: Closed): TemplateResult {
  const { result } = vote;
  const { silent, away, whole } = barOf(vote);
  const marks = marksOf(vote);
  const counted = result.votes ?? result.counts;
  return html`<ul class="result-numbers">
      ${marks.map((mark) => html`<li data-meaning=${mark.meaning}><b class="tabular">${counted[mark.id] ?? 0}</b><span>${inLanguage(mark.label)}${result.votes && result.counts[mark.id] ? ` (${say.heads(result.counts[mark.id] ?? 0)})` : ""}${share(shareOfBase(vote, mark))}</span></li>`)}
      ${result.notVoted > 0 ? html`<li data-meaning="NONE"><b class="tabular">${result.notVoted}</b><span>${say.notVoted}</span></li>` : nothing}
    </ul>
    <div class="result-bar" aria-hidden="true">
      ${marks.map((mark) => bar(mark.meaning, counted[mark.id] ?? 0, whole))}${bar("NONE", silent, whole)}${bar("NONE", away, whole)}
    </div>`;
}

/** Options and names, those first that got through; with many of them the rows grow small together. */
function lines({ form, contests, result }: Closed): TemplateResult {
  const of = form.kind === "eachCandidate"
    ? contests.map(({ id, label, marks }) => ({ id, label, count: result.counts[marks.find(({ meaning }) => meaning === "FOR")?.id ?? ""] ?? 0 }))
    : contests.flatMap(({ marks }) => marks.map(({ id, label }) => ({ id, label, count: result.counts[id] ?? 0 })));
  const outcome = (id: string): Outcome => result.lines.find((line) => line.id === id)?.outcome ?? "FAILED";
  const rank: Record<Outcome, number> = { PASSED: 0, PARTLY: 1, TIED: 1, FAILED: 2, NOT_COUNTED: 2 };
  const rows = [...of].sort((a, b) => rank[outcome(a.id)] - rank[outcome(b.id)] || b.count - a.count);
  return html`<ul class="result-lines" .style=${`--rows:${Math.ceil(rows.length / (rows.length > 8 ? 2 : 1))}`} data-columns=${rows.length > 8 ? "2" : "1"}>
    ${rows.map(({ id, label, count }) => html`<li data-outcome=${outcome(id)}>${outcome(id) === "PASSED" ? icon("check") : outcome(id) === "TIED" ? icon("equal") : html`<i></i>`}<span>${inLanguage(label)}</span><b class="tabular">${count}</b></li>`)}</ul>`;
}

/** No more ballots are taken: how many there are, who of the counting committee is waited for, and the codes that all compare. */
function countingScene(view: MeetingView, vote: VoteView, { trustees, decrypted, ballotsCode, keyCode }: SecretView): TemplateResult {
  const named = (done: boolean): readonly string[] => trustees.filter((id) => decrypted.includes(id) === done).map((id) => view.people.people[id]?.name ?? "");
  const groups = [{ label: say.countingWaits, names: named(false) }, { label: say.countingDone, names: named(true) }].filter(({ names }) => names.length > 0);
  return html`<div class="scene vote counting" data-testid="counting-scene">
    <p class="vote-label">${say.counting} · ${say.ballotsIn(vote.received, vote.entitled)}</p>
    <fit-text class="counting-question" .text=${vote.question} .most=${9} .least=${3}></fit-text>
    <fit-names class="counting-trustees" .groups=${groups} .most=${10} .least=${3.2}></fit-names>
    <p class="counting-codes">${ballotsCode ? html`<span>${say.ballotsCode} <b class="tabular">${grouped(ballotsCode)}</b></span>` : nothing}${keyCode ? html`<span>${say.keyCode} <b class="tabular">${grouped(keyCode)}</b></span>` : nothing}</p></div>`;
}

/** After closing: the verdict in one word, the numbers, the bar, the sentence, and the names of an open vote while they can be read. */
export function resultScene(_: Stage, view: MeetingView): TemplateResult {
  const id = view.stage.result ?? "";
  const vote = view.votes.votes[id];
  const result = vote?.result;
  if (vote?.secret && vote.state === "COUNTING") return countingScene(view, vote, vote.secret);
  if (!vote || !result) return html``;
  // what was put right is said where names would be
  const groups = vote.form.kind === "answers" && result.corrections.length === 0 ? namesByChoice(view, id, language()) : null;
  const names = groups?.reduce((sum, group) => sum + group.names.length, 0) ?? 0;
  // options and names of a ballot take the room themselves, and names say who has come for whom
  const holders = names === 0 ? vote.holders : Object.fromEntries(Object.entries(vote.holders).filter(([id]) => !vote.substituted.includes(id)));
  const notes = ballotNotes({ ...vote, holders, result: { ...result, helped: {} } }, view.people.people).slice(-NOTES_MOST);
  return html`<div class="scene result" data-names=${names === 0 ? "no" : names <= FEW_NAMES ? "few" : "many"} data-form=${vote.form.kind}>
    <fit-text class="result-question" .text=${vote.question} .most=${names === 0 ? 7 : 4.2} .least=${2.4}></fit-text>
    <div class="result-verdict" data-outcome=${result.outcome}>${icon(MARKS[result.outcome])}<fit-text class="result-word" .text=${term().outcomeOf[vote.form.kind][result.outcome]} .most=${14} .least=${6}></fit-text></div>
    ${result.outcome === "NOT_COUNTED" ? nothing : vote.form.kind === "answers" ? answers({ ...vote, result }) : lines({ ...vote, result })}
    <p class="result-sentence">${inLanguage(result.sentence)}</p>
    ${result.outcome === "NOT_COUNTED" ? html`<p class="result-sentence">${say.uncounted}</p>` : nothing}
    ${(vote.secret?.cautions ?? []).filter((caution) => caution === "UNANIMOUS").map((caution) => html`<p class="result-note">${cautionWords(caution)}</p>`)}
    ${notes.map((note) => html`<p class="result-note">${note}</p>`)}
    ${names > 0 ? html`<fit-names class="result-names" .groups=${(groups ?? []).map((group) => ({ ...group, label: `${group.label} · ${group.names.length}` }))} .most=${3.6} .least=${1.6}></fit-names>` : nothing}
  </div>`;
}
