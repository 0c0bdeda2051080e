import { format, inLanguage } from "client-kit/i18n/index.ts";
import type { ChoiceView, VoteView } from "client-kit/proto/protocol.ts";
import { answerMark } from "client-kit/ui/icon.ts";
import "client-kit/ui/vote.ts";
import { html, nothing, type TemplateResult } from "lit";
import { icons } from "../app/icons.ts";
import type { Desk } from "../meeting/desk.ts";
import { t } from "../texts/index.ts";
import { countdownMs, type BallotStage } from "./ballot-stage.ts";
import { result } from "./result-view.ts";

/** The sheet over the lower half: the question in full and what its reader can do about it now. The page above stays where it was. */
export function voteSheet(desk: Desk): TemplateResult | typeof nothing {
  const { vote: id, open } = desk.voteSheet;
  const view = desk.room.view;
  const vote = id ? view?.votes.votes[id] : undefined;
  const stage = id ? desk.ballot(id) : null;
  if (!open || !id || !vote || !stage) return nothing;
  const running = vote.state === "OPEN" || vote.state === "ON_HOLD";
  const item = vote.item ? view!.agenda.items[vote.item] : undefined;
  return html`
    <section class=${`sheet is-vote ${running ? "is-running" : ""}`} role="dialog" aria-labelledby="vote-question" data-testid="vote-sheet" data-stage=${stage.at}>
      <div class="sheet-head">
        <p class="vs-kicker">${running ? html`<span class="tag is-live">${t(vote.state === "OPEN" ? "voteOpenTitle" : "voteOnHold")}</span>` : html`<span class="tag">${t(`state${vote.state}`)}</span>`}
          <span>${[item && t("itemNumber", { number: item.number }), t(`mode${vote.mode}`)].filter(Boolean).join(" · ")}</span></p>
        ${running ? progress(vote, desk.room.now()) : nothing}
        <button type="button" class="ns-button ns-plain" @click=${() => desk.hideVote()} data-testid="vote-hide">${running ? icons.down : icons.close}<span>${t(running ? "voteHide" : "resultDismiss")}</span></button>
      </div>
      <div class="sheet-body" tabindex="0">
        <h2 id="vote-question" class="vs-question" data-testid="vote-question">${vote.question}</h2>
        ${vote.state === "CLOSED" && vote.result ? result(desk, id, { ...vote, result: vote.result }, stage) : ballot(desk, id, vote, stage)}
      </div>
    </section>`;
}

function progress(vote: VoteView, now: number): TemplateResult {
  const left = countdownMs(vote, now);
  return html`<p class="vs-progress tabular">
    ${left === null ? nothing : html`<b class="vs-left" data-testid="vote-countdown">${left > 0 ? t("voteTimeLeft", { time: format.countdown(left) }) : t("voteTimeOver")}</b>`}
    <span data-testid="vote-received">${t("voteReceived", { n: vote.received, of: vote.entitled })}</span></p>`;
}

const label = (vote: VoteView, choice: string): string => { const found = vote.choices.find((c) => c.id === choice); return found ? inLanguage(found.label) : choice; };

function ballot(desk: Desk, id: string, vote: VoteView, stage: BallotStage): TemplateResult {
  switch (stage.at) {
    case "choosing": return html`
      <div class="ns-answers" role="group" aria-labelledby="vote-question">${vote.choices.map((choice) => choiceButton(choice, () => desk.pick(id, choice.id)))}</div>
      <p class="vs-mode soft">${t(`mode${vote.mode}Text`)}</p>`;
    case "confirming": {
      const choice = vote.choices.find((c) => c.id === stage.choice)!;
      return html`<div class="vs-confirm">
        <p class=${`vs-picked is-${choice.meaning.toLowerCase()}`}><small>${t("confirmTitle")}</small>${answerMark(choice.meaning)}<b data-testid="picked">${inLanguage(choice.label)}</b></p>
        <button type="button" class="ns-button ns-primary is-main" @click=${() => desk.cast(id, stage.choice)} data-testid="vote-confirm">${icons.sending}<span>${t("confirmSend")}</span></button>
        <button type="button" class="ns-button ns-quiet" @click=${() => desk.pick(id, null)} data-testid="vote-back">${t("confirmBack")}</button>
      </div>`;
    }
    case "sending": {
      const { link, trouble } = desk.room;
      const offline = link === "offline";
      const { kept } = stage;
      return told("sending", icons.sending, t(!offline ? "ballotSending" : kept ? "ballotSendingOffline" : trouble ? "ballotNotKept" : "ballotKeeping"), html`
        <p>${t("ballotChoice", { choice: label(vote, stage.choice) })}</p>
        ${trouble && !kept ? html`<p class="note is-warn">${t("ballotNotKeptText", { why: trouble })}</p>` : nothing}
        ${offline || kept ? html`<p class="soft" data-testid=${kept ? "ballot-kept" : "ballot-waits"}>${t(offline ? "ballotSendingOfflineText" : "ballotSendingText")}</p>` : nothing}`);
    }
    case "recorded": return told("recorded", icons.saved, t("ballotRecorded"), html`
        <p>${stage.receipt.choice ? html`${t("ballotChoice", { choice: label(vote, stage.receipt.choice) })} · ` : nothing}${t("ballotRecordedAt", { time: format.clockTime(stage.receipt.at) })}</p>
        <p class="vs-receipt"><span>${t("receiptCode")}</span> <b class="tabular" data-testid="receipt-code">${stage.receipt.code}</b></p>
        <p class="soft">${t("receiptText")}</p>`);
    case "refused": return told("refused", icons.warn, t("ballotRefused"), html`<p data-testid="vote-refused">${stage.refusal.text}</p>`);
    case "on-hold": return told("hold", icons.pause, t("voteOnHold"), html`<p class="soft">${t("voteOnHoldText")}</p>`);
    case "not-entitled": return told("quiet", icons.person, t("notEntitled"), html`<p class="soft">${t("notEntitledText", { n: vote.entitled })}</p>`);
    case "cancelled": return told("quiet", icons.cross, t("voteCancelled"), html`<p>${stage.because}</p>`);
    case "missed": case "over": return told("quiet", icons.cross, t("voteMissed"), stage.at === "missed" ? html`<p class="soft">${t("voteMissedText")}</p>` : nothing);
  }
}

function choiceButton(choice: ChoiceView, act: () => void): TemplateResult {
  return html`<button type="button" class=${`ns-answer is-${choice.meaning.toLowerCase()}`} @click=${act} data-testid=${`choice-${choice.id}`}>${answerMark(choice.meaning)}<span>${inLanguage(choice.label)}</span></button>`;
}

function told(kind: string, icon: TemplateResult, title: string, more: TemplateResult | typeof nothing): TemplateResult {
  return html`<div class=${`vs-told is-${kind}`} role="status" data-testid=${`ballot-${kind}`}>${icon}<div><p class="vs-told-title">${title}</p>${more}</div></div>`;
}
