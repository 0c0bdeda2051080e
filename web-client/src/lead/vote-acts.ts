import { cautionLines, closingWords, keyState, openly, t as secretWords, tooFew } from "client-kit/ui/secret-vote.ts";
import { html, nothing, type TemplateResult } from "lit";
import type { Desk } from "../meeting/desk.ts";
import { askReason, confirmAct, openSheet } from "../shared/ask.ts";
import type { MeetingView } from "client-kit/proto/protocol.ts";
import { newId } from "client-kit/net/index.ts";
import { refuse } from "../shared/notices.ts";
import { common } from "../texts/common.ts";
import { conduct } from "../texts/conduct.ts";
import { lead } from "../texts/lead.ts";
import { ruleWords } from "./rule-words.ts";

const COUNTDOWNS = [0, 30, 60, 90, 120];
let lastSeconds = 60;

/** Votes of members who are away, held by those who are here. */
const heldBy = ({ franchise, people }: MeetingView): number =>
  Object.entries(franchise.delegations).filter(([giver, holder]) => !people.people[giver]?.presence && people.people[holder]?.presence).length;

/** As of this moment: people come and go while the sheet is open. */
const whoMayVote = (view: MeetingView, vote: string): TemplateResult => html`<p data-testid="open-to">${conduct.openTo(view.lead?.quorums[vote]?.present ?? view.people.quorum.present, heldBy(view))}</p>`;

/** What a secret ballot does not protect, for who asks. */
export function secretLimits(): TemplateResult {
  const { title, text } = lead.votes.secretLimits;
  return html`<details class="limits soft" data-testid="secret-limits"><summary>${title}</summary><p>${text}</p></details>`;
}

/** Opens a prepared vote after showing once what is put to whom, and by which rule. */
export async function openVote(desk: Desk, vote: string): Promise<void> {
  const view = desk.view;
  const shown = view?.votes.votes[vote];
  if (!view || !shown) return;
  const say = lead.votes;
  let seconds = lastSeconds;
  const go = await openSheet<true>("open-vote", (close, redraw) => html`
    <h2 id="sheet-title">${say.openTitle}</h2>
    <blockquote class="question">${shown.question}</blockquote>
    <div class="sheet-text">
      ${whoMayVote(desk.view ?? view, vote)}
      <p class="soft">${say.mode[shown.mode]}. ${say.modeHint[shown.mode]}</p>
      ${shown.secret ? secretLimits() : nothing}
      <p class="soft">${say.ruleLabel}: ${ruleWords(shown.rule)}.</p>
    </div>
    ${shown.secret ? html`${keyState(shown.secret, view.people.people)}${cautionLines(view.lead?.cautions[vote] ?? [])}` : nothing}
    <div class="picks" role="radiogroup" aria-label=${say.seconds}><span class="picks-label">${say.seconds}</span>
      ${COUNTDOWNS.map((n) => html`<button type="button" class="pick" role="radio" aria-checked=${n === seconds ? "true" : "false"} data-testid="seconds-${n}"
        @click=${() => { seconds = n; redraw(); }}>${n === 0 ? say.noSeconds : say.secondsUnit(n)}</button>`)}
    </div>
    <div class="sheet-acts">
      <button type="button" class="ns-button ns-quiet" @click=${() => close(null)}>${common.cancel}</button>
      <button type="button" class="ns-button ns-live" data-first data-testid="vote-open-yes" @click=${() => close(true)}>${say.open}</button>
    </div>`, (draw) => desk.watch(draw));
  if (!go) return;
  lastSeconds = seconds;
  const answer = await desk.do({ type: "openVote", vote, seconds, withoutQuorum: false }, true);
  if (answer.kind === "done") return;
  if (answer.code !== "QUORUM_NOT_MET") return refuse(answer.text);
  if (await confirmAct({ title: say.noQuorum, text: say.noQuorumText(answer.text), act: say.openAnyway, tone: "grave" })) await desk.do({ type: "openVote", vote, seconds, withoutQuorum: true });
}

/** Asks once, in words, with how many are missing at that moment. */
export async function closeVote(desk: Desk, vote: string): Promise<void> {
  const shown = desk.view?.votes.votes[vote];
  if (!shown) return;
  const missing = shown.entitled - shown.received;
  const say = lead.votes;
  const all = missing > 0 ? say.closeMissing(missing) : say.closeAll;
  const text = shown.mode === "SECRET" ? html`<p>${missing > 0 ? say.secretMissing(missing) : ""} ${closingWords(shown)}</p>` : all;
  const question = tooFew(shown) ? { act: secretWords("closeUncounted"), tone: "grave" as const, keep: secretWords("keepVoting") } : { act: say.close, tone: "chair" as const };
  if (await confirmAct({ title: say.closeTitle, text, ...question })) await desk.do({ type: "closeVote", vote });
}

export const holdVote = (desk: Desk, vote: string, hold: boolean): Promise<unknown> => desk.do({ type: "holdVote", vote, hold });

export async function cancelVote(desk: Desk, vote: string): Promise<void> {
  const say = lead.votes;
  const reason = await askReason({ title: say.cancelTitle, text: say.cancelText, act: say.cancel, tone: "grave" });
  if (reason !== null) await desk.do({ type: "cancelVote", vote, reason });
}

export async function repeatVote(desk: Desk, vote: string, suggested = ""): Promise<void> {
  const say = lead.votes;
  const reason = await askReason({ title: say.repeatTitle, text: say.repeatText, act: say.repeat, suggested });
  if (reason === null) return;
  const answer = await desk.do({ type: "repeatVote", vote, again: newId(), reason });
  if (answer.kind === "done") await putAway(desk, vote);
}

/** What was not counted says nothing any more once its further vote is prepared. */
async function putAway(desk: Desk, vote: string): Promise<void> {
  const view = desk.view;
  if (view?.stage.result === vote && view.votes.votes[vote]?.result?.outcome === "NOT_COUNTED") await desk.do({ type: "clearResult" });
}

/** After a secret vote that was not counted: an open one on the same question, with its answers and its rule. */
export async function voteOpenly(desk: Desk, vote: string): Promise<void> {
  const shown = desk.view?.votes.votes[vote];
  if (!shown || !(await confirmAct({ title: secretWords("openly"), text: secretWords("openlyText"), act: secretWords("openly"), tone: "chair" }))) return;
  const answer = await desk.do({ type: "prepareVote", vote: newId(), motion: openly(shown) });
  if (answer.kind === "done") await putAway(desk, vote);
}

/** The ways on after a secret vote that was not counted; the third, to leave it, is the next step itself. */
export function uncountedActs(desk: Desk, vote: string): TemplateResult {
  const mayOpenly = desk.view?.franchise.practice?.modes.includes("OPEN") !== false;
  return html`<div class="uncounted" data-testid="uncounted-next"><p class="acts">
    <button type="button" class="ns-button ns-decisive" data-testid="uncounted-again" @click=${() => repeatVote(desk, vote, secretWords("uncountedReason"))}>${secretWords("againSecret")}</button>
    ${mayOpenly ? html`<button type="button" class="ns-button ns-quiet" data-testid="uncounted-openly" @click=${() => voteOpenly(desk, vote)}>${secretWords("openly")}</button>` : nothing}
    <button type="button" class="ns-button ns-quiet" data-testid="uncounted-leave" @click=${() => desk.do({ type: "clearResult" })}>${secretWords("leaveIt")}</button></p></div>`;
}

/** The chair's own word on a tie. */
export async function decideTie(desk: Desk, vote: string): Promise<void> {
  const say = lead.votes;
  if (!desk.mine?.may.decide) return refuse(say.tieOnlyChair);
  const passed = await openSheet<boolean>("tie", (close) => html`
    <h2 id="sheet-title">${say.tieTitle}</h2>
    <blockquote class="question">${desk.view?.votes.votes[vote]?.question}</blockquote>
    <div class="sheet-text"><p>${say.tieText}</p></div>
    <div class="sheet-acts">
      <button type="button" class="ns-button ns-quiet" @click=${() => close(null)}>${common.cancel}</button>
      <button type="button" class="ns-button ns-decisive" data-testid="tie-against" @click=${() => close(false)}>${say.tieAgainst}</button>
      <button type="button" class="ns-button ns-decisive" data-testid="tie-for" @click=${() => close(true)}>${say.tieFor}</button>
    </div>`);
  if (passed !== null) await desk.do({ type: "decideTie", vote, passed });
}

export async function removeVote(desk: Desk, vote: string): Promise<void> {
  if (await confirmAct({ title: lead.votes.removeTitle, text: desk.view?.votes.votes[vote]?.question ?? "", act: lead.votes.remove, tone: "grave" })) await desk.do({ type: "removeVote", vote });
}

/** Whoever sits here checks the count of a secret vote on this very device; what that needs is fetched now. */
export async function checkCount(desk: Desk, vote: string): Promise<void> {
  const shown = desk.view?.votes.votes[vote];
  if (!shown) return;
  const own = desk.mine?.ballots[vote]?.code;
  await import("client-kit/secret/ns-poll-check.ts");
  await openSheet<true>("poll-check", (close) => html`<h2 id="sheet-title">${lead.votes.pollCheck}</h2>
    <ns-poll-check .meeting=${desk.id} .vote=${vote} .of=${shown} .receipts=${own === undefined ? [] : [own]}></ns-poll-check>
    <div class="sheet-acts"><button type="button" class="ns-button ns-quiet" @click=${() => close(null)}>${common.close}</button></div>`);
}
