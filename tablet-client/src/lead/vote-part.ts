import { html, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import type { Mode, VoteView } from "client-kit/proto/protocol.ts";
import { areThree, cautionLines, closingWords, keyState, NO_TRUSTEES, t as secretWords, tooFew, trusteePick } from "client-kit/ui/secret-vote.ts";
import { icons } from "../app/icons.ts";
import type { Desk } from "../meeting/desk.ts";
import { t } from "../texts/all.ts";
import { asked, numbers } from "./asking.ts";
import { COUNTDOWNS_SECONDS, LINE_LIMIT } from "./draft.ts";

const MODES: readonly Mode[] = ["OPEN", "UNNAMED", "SECRET"];
const NAMES_LIMIT = 6;

/** Conducting votes: the running one, the prepared ones, a new one. */
export function votePart(desk: Desk): TemplateResult | typeof nothing {
  const { votes, head } = desk.room.view!;
  if (head.phase !== "IN_SESSION") return nothing;
  const running = votes.running ? votes.votes[votes.running] : undefined;
  return html`<section class="part" data-testid="votes-part"><h3 class="unseen">${t("voteSection")}</h3>${running ? runningVote(desk, votes.running!, running) : html`${prepared(desk)}${newVote(desk)}`}</section>`;
}

function runningVote(desk: Desk, id: string, vote: VoteView): TemplateResult {
  const waiting = vote.waitingFor ?? [];
  const { people } = desk.room.view!.people;
  const held = vote.state === "ON_HOLD";
  const closing = desk.waiting("closeVote") !== undefined;
  const named = waiting.slice(0, NAMES_LIMIT).map((person) => people[person]?.name ?? person).join(", ");
  const names = waiting.length > NAMES_LIMIT ? t("andOthers", { names: named, n: waiting.length - NAMES_LIMIT }) : named;
  return html`<div class="lp-card is-live">
    <p><span class="tag is-live">${t(held ? "voteOnHold" : "voteOpenTitle")}</span> <b class="tabular" data-testid="lead-received">${t("voteReceived", { n: vote.received, of: vote.entitled })}</b></p>
    <p>${vote.question}</p>
    ${desk.asks === "close-vote" ? nothing : html`<button type="button" class=${`ns-button ${tooFew(vote) ? "ns-quiet" : "ns-decisive"} is-main is-wide`} ?disabled=${closing} @click=${() => desk.ask("close-vote")} data-testid="close-vote">${icons.stop}<span>${t("closeVote")}</span></button>`}
    ${asked(desk, { chair: true, name: "close-vote", ...(tooFew(vote) ? { yes: secretWords("closeUncounted"), keep: secretWords("keepVoting") } : { yes: t("closeVote") }), text: vote.mode === "SECRET" ? html`<p>${closingWords(vote)}</p>${waiting.length === 0 ? nothing : html`<p><b>${t("closeVoteWaiting", { n: waiting.length })}</b></p><p>${names}</p>`}` : waiting.length === 0 ? t("closeVoteAll", { n: vote.entitled }) : html`<p><b>${t("closeVoteWaiting", { n: waiting.length })}</b></p><p>${names}</p>`, act: () => desk.give({ type: "closeVote", vote: id }) })}
    <p class="part-acts"><button type="button" class="ns-button ns-quiet" @click=${() => desk.give({ type: "holdVote", vote: id, hold: !held })} data-testid="hold-vote">${held ? icons.play : icons.pause}<span>${t(held ? "continueVote" : "holdVote")}</span></button>
      <button type="button" class="ns-button ns-danger" @click=${() => desk.ask("cancel-vote")} data-testid="cancel-vote">${t("cancelVote")}</button></p>
    ${asked(desk, { chair: true, name: "cancel-vote", text: vote.question, yes: t("cancelVote"), reason: true, act: (reason) => desk.give({ type: "cancelVote", vote: id, reason }) })}
  </div>`;
}

function prepared(desk: Desk): TemplateResult | typeof nothing {
  const view = desk.room.view!;
  const ids = view.votes.order.filter((id) => view.votes.votes[id]?.state === "PREPARED");
  if (ids.length === 0) return nothing;
  return html`
    ${numbers(t("openVoteSeconds"), COUNTDOWNS_SECONDS, desk.draft.seconds, secondsWord, (seconds) => desk.write({ seconds }), "vote-seconds")}
    <ul class="lp-votes">${ids.map((id) => {
      const vote = view.votes.votes[id]!;
      const cautions = view.lead?.cautions[id] ?? [];
      const { members, present, needed, met } = view.lead?.quorums[id] ?? view.people.quorum;
      return html`<li><p>${vote.question}<small>${t(`mode${vote.mode}`)}${vote.repeats ? ` · ${t("voteAgain")}` : ""}</small></p>
        ${vote.secret ? keyState(vote.secret, view.people.people) : nothing}
        ${desk.asks === `open-${id}` ? nothing : html`<button type="button" class="ns-button ns-live" ?disabled=${desk.waiting("openVote") !== undefined || vote.secret?.ready === false} @click=${() => (met && cautions.length === 0 ? openVote(desk, id, false) : desk.ask(`open-${id}`))} data-testid=${`open-vote-${id}`}>${icons.vote}<span>${t("openVote")}</span></button>`}
        ${asked(desk, { chair: true, name: `open-${id}`, text: html`<p>${met ? t("openVoteAsk") : t("voteQuorumWarning", { present, members, needed })}</p>${cautionLines(cautions)}`, yes: t(met ? "openVote" : "voteWithoutQuorum"), act: () => openVote(desk, id, !met) })}</li>`;
    })}</ul>`;
}

function newVote(desk: Desk): TemplateResult {
  const view = desk.room.view!;
  const { draft } = desk;
  const inHand = view.agenda.inHand;
  const item = inHand ? view.agenda.items[inHand] : undefined;
  if (!draft.writing) return html`<button type="button" class="ns-button ns-quiet is-main is-wide" @click=${() => desk.write({ writing: true, fault: null })} data-testid="new-vote">${icons.plus}<span>${t("newVote")}</span></button>`;
  const allowed = view.franchise.practice?.modes ?? MODES;
  const mode = draft.mode ?? allowed[0] ?? "OPEN";
  const secret = mode === "SECRET";
  const prepare = (): string | null => {
    const question = draft.question.trim();
    if (!question) { desk.write({ fault: "question" }); return null; }
    if (secret && !areThree(draft.trustees)) { desk.write({ fault: "trustees" }); return null; }
    const vote = desk.freshId();
    const { rule, quorum } = view.head;
    desk.give({ type: "prepareVote", vote, motion: { question, ...(draft.onItem && inHand ? { item: inHand } : {}), mode, form: { kind: "answers", set: "LEGAL" }, rule, quorum, ...(secret ? { trustees: [...draft.trustees] } : {}) } });
    desk.write({ writing: false, question: "", trustees: NO_TRUSTEES, fault: null });
    return vote;
  };
  const { met } = view.people.quorum;
  const prepareAndOpen = (): void => {
    const vote = prepare();
    if (vote && met) openVote(desk, vote, false);
    else if (vote) desk.ask(`open-${vote}`);
  };
  return html`<form class="lp-card lp-new" @submit=${(e: Event) => { e.preventDefault(); prepare(); }}>
    <label class="field"><span>${t("newVoteQuestion")}</span>
      <textarea maxlength=${LINE_LIMIT} placeholder=${t("newVoteQuestionHint")} .value=${live(draft.question)} aria-invalid=${draft.fault === "question" ? "true" : "false"} @input=${(e: Event) => desk.write({ question: (e.target as HTMLTextAreaElement).value, fault: null })} data-testid="vote-question-input"></textarea>
      ${draft.fault === "question" ? html`<small role="alert" class="fa-fault">${t("newVoteQuestionMissing")}</small>` : nothing}</label>
    ${item ? html`<label class="tick"><input type="checkbox" .checked=${live(draft.onItem)} @change=${(e: Event) => desk.write({ onItem: (e.target as HTMLInputElement).checked })} /><span>${t("newVoteOnItem", { number: item.number, title: item.title })}</span></label>` : nothing}
    <fieldset class="lp-modes"><legend>${t("newVoteMode")}</legend>
      ${MODES.filter((each) => allowed.includes(each)).map((each) => html`<label class="fa-kind"><input type="radio" name="mode" .checked=${live(each === mode)} @change=${() => desk.write({ mode: each })} data-testid=${`mode-${each}`} /><span><b>${t(`mode${each}`)}</b><small>${t(`mode${each}Text`)}</small></span></label>`)}
    </fieldset>
    ${secret ? trusteePick({ order: view.people.order, people: view.people.people, chosen: draft.trustees, fault: draft.fault === "trustees", change: (trustees) => desk.write({ trustees, fault: null }) }) : nothing}
    ${secret ? html`<p class="soft">${t("newVoteKeys")}</p>` : nothing}
    <p class="part-acts">${secret ? nothing : html`<button type="button" class="ns-button ns-live is-main" @click=${prepareAndOpen} data-testid="vote-prepare-open">${icons.vote}<span>${t("newVoteOpen")}</span></button>`}
      <button type="submit" class="ns-button ns-quiet is-main" data-testid="vote-prepare">${t("newVoteSave")}</button>
      <button type="button" class="ns-button ns-plain is-main" @click=${() => desk.write({ writing: false, fault: null })}>${t("cancelWord")}</button></p>
  </form>`;
}

const secondsWord = (n: number): string => (n === 0 ? t("secondsNone") : n < 120 ? t("secondsN", { n }) : t("minutesN", { n: n / 60 }));

function openVote(desk: Desk, vote: string, withoutQuorum: boolean): void {
  desk.give({ type: "openVote", vote, seconds: desk.draft.seconds, withoutQuorum });
}
