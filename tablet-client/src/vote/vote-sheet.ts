import { voterName } from "client-kit/meeting/substitutes.ts";
import { format, inLanguage } from "client-kit/i18n/index.ts";
import { askedOf, isForm, phaseWord } from "client-kit/meeting/opinion-form.ts";
import { BLANK, isWhole, markedWords, marksOf, wantsWords, type Filled } from "client-kit/meeting/ballot.ts";
import type { Mark, VoteView } from "client-kit/proto/protocol.ts";
import { ballotPaper, opinionField } from "client-kit/ui/ballot-paper.ts";
import { grouped } from "client-kit/ui/code.ts";
import { answerMark } from "client-kit/ui/icon.ts";
import { TONES } from "client-kit/ui/vote-tones.ts";
import "client-kit/ui/vote.css";
import { html, nothing, type TemplateResult } from "lit";
import { icons } from "../app/icons.ts";
import type { Desk } from "../meeting/desk.ts";
import { content } from "../meeting/sheets.ts";
import { t } from "../texts/index.ts";
import { countdownMs, type BallotStage } from "./ballot-stage.ts";
import { secretPart } from "./secret-part.ts";

/** The sheet over the lower half: the question in full and what its reader can do about it now. The page above stays where it was. */
export function voteSheet(desk: Desk): TemplateResult | typeof nothing {
  const { vote: id, open } = desk.voteSheet;
  const view = desk.room.view;
  const vote = id ? view?.votes.votes[id] : undefined;
  const stage = id ? desk.ballot(id) : null;
  if (!open || !id || !vote || !stage) return nothing;
  const running = vote.state === "OPEN" || vote.state === "ON_HOLD";
  const inWriting = isForm(view!.head);
  const item = vote.item ? view!.agenda.items[vote.item] : undefined;
  return html`
    <section class=${`sheet is-vote ${running ? "is-running" : ""}`} role="dialog" aria-labelledby="vote-question" data-testid="vote-sheet" data-stage=${stage.at}>
      <div class="sheet-head">
        <p class="vs-kicker">${running ? html`<span class="tag is-live">${inWriting ? phaseWord(view!.head) : t(vote.state === "OPEN" ? "voteOpenTitle" : "voteOnHold")}</span>` : html`<span class="tag">${t(`state${vote.state}`)}</span>`}
          <span>${[item && t(inWriting ? "formMatter" : "itemNumber", { number: item.number }), t(`mode${vote.mode}`)].filter(Boolean).join(" · ")}</span></p>
        ${!running ? nothing : inWriting ? html`<p class="vs-progress tabular"><span>${t("formUntil", { time: format.dateTime(view!.head.endsAt) })}</span> <span data-testid="vote-received">${t("formReceived", { n: vote.received, of: vote.entitled })}</span></p>` : progress(vote, desk.room.now())}
        <button type="button" class="ns-button ns-plain" @click=${() => desk.hideVote()} data-testid="vote-hide">${vote.state === "CLOSED" ? icons.close : icons.down}<span>${t(vote.state === "CLOSED" ? "resultDismiss" : "voteHide")}</span></button>
      </div>
      <div class="sheet-body" tabindex="0">
        <h2 id="vote-question" class="vs-question" data-testid="vote-question">${vote.question}</h2>
        ${vote.state === "COUNTING" ? secretPart(desk, (secret) => secret.countingView(desk, id, vote)) : vote.state === "CLOSED" && vote.result ? content(desk, (sheets) => sheets.result(desk, id, { ...vote, result: vote.result! }, stage)) : ballot(desk, id, vote, stage)}
        ${desk.room.mine?.held.some((held) => held.vote === id) ? content(desk, (sheets) => sheets.heldBallots(desk, id, vote)) : nothing}
      </div>
    </section>`;
}

function progress(vote: VoteView, now: number): TemplateResult {
  const left = countdownMs(vote, now);
  return html`<p class="vs-progress tabular">
    ${left === null ? nothing : html`<b class="vs-left" data-testid="vote-countdown">${left > 0 ? t("voteTimeLeft", { time: format.countdown(left) }) : t("voteTimeOver")}</b>`}
    <span data-testid="vote-received">${t("voteReceived", { n: vote.received, of: vote.entitled })}</span></p>`;
}

/** What is marked, in words; an empty ballot has a word too. */
const label = (vote: VoteView, marks: readonly string[]): string => (marks.length === 0 ? t("ballotBlank") : markedWords(vote, marks).join(" · "));

function ballot(desk: Desk, id: string, vote: VoteView, stage: BallotStage): TemplateResult | typeof nothing {
  if (vote.mode === "SECRET" && (stage.at === "confirming" || stage.at === "sending" || stage.at === "recorded")) return secretPart(desk, (secret) => secret.sealedView(desk, id, vote, stage));
  switch (stage.at) {
    case "choosing": return waitsForCall(desk, vote) ?? (vote.form.kind === "answers" ? answers(desk, id, vote) : paper(desk, id, vote));
    case "confirming": {
      const { filled } = stage;
      const mark = vote.form.kind === "answers" ? marksOf(vote).find((one) => filled.marks.includes(one.id)) : undefined;
      return html`<div class="vs-confirm">
        <p class=${`vs-picked ${mark ? TONES[mark.meaning] : ""}`}><small>${t("confirmTitle")}</small>${mark ? answerMark(mark.meaning) : nothing}<b data-testid="picked">${label(vote, filled.marks)}</b></p>
        ${wantsWords(vote, filled) ? html`<blockquote class="vs-words" data-testid="picked-words">${filled.words.trim()}</blockquote>` : nothing}
        <button type="button" class="ns-button ns-primary is-main" @click=${() => desk.cast(id, filled)} data-testid="vote-confirm">${icons.sending}<span>${t("confirmSend")}</span></button>
        <button type="button" class="ns-button ns-quiet" @click=${() => desk.fill(id, vote.form.kind === "answers" && !wantsWords(vote, filled) ? BLANK : filled)} data-testid="vote-back">${t("confirmBack")}</button>
      </div>`;
    }
    case "sending": {
      const { link, trouble } = desk.room;
      const offline = link === "offline";
      const { kept } = stage;
      return told("sending", icons.sending, t(!offline ? "ballotSending" : kept ? "ballotSendingOffline" : trouble ? "ballotNotKept" : "ballotKeeping"), html`
        <p>${t("ballotChoice", { choice: label(vote, stage.filled.marks) })}</p>
        ${trouble && !kept ? html`<p class="note is-warn">${t("ballotNotKeptText", { why: trouble })}</p>` : nothing}
        ${offline || kept ? html`<p class="soft" data-testid=${kept ? "ballot-kept" : "ballot-waits"}>${t(offline ? "ballotSendingOfflineText" : "ballotSendingText")}</p>` : nothing}`);
    }
    case "recorded": return told("recorded", icons.saved, t("ballotRecorded"), html`
        <p>${stage.receipt.marks ? html`${t("ballotChoice", { choice: label(vote, stage.receipt.marks) })} · ` : nothing}${t("ballotRecordedAt", { time: format.clockTime(stage.receipt.at) })}${stage.receipt.by ? html` · <b data-testid="ballot-by">${t("ballotBy", { name: stage.receipt.by })}</b>` : nothing}</p>
        <p class="vs-receipt"><span>${t("receiptCode")}</span> <b class="tabular" data-testid="receipt-code">${grouped(stage.receipt.code)}</b></p>
        <p class="soft">${t(isForm(desk.room.view!.head) ? "formReceipt" : "receiptText")}</p>${nextQuestion(desk, id)}`);
    case "refused": return told("refused", icons.warn, t("ballotRefused"), html`<p data-testid="vote-refused">${stage.refusal.text}</p>`);
    case "on-hold": return told("hold", icons.pause, t("voteOnHold"), html`<p class="soft">${t("voteOnHoldText")}</p>`);
    case "not-entitled": return desk.room.mine?.held.some((held) => held.vote === id) ? html`${nothing}` : told("quiet", icons.person, t("notEntitled"), html`<p class="soft">${t(isForm(desk.room.view!.head) ? "formNobody" : "notEntitledText", { n: vote.entitled })}</p>`);
    case "cancelled": return told("quiet", icons.cross, t("voteCancelled"), html`<p>${stage.because}</p>`);
    case "missed": case "over": return told("quiet", icons.cross, t(isForm(desk.room.view!.head) ? "formOver" : "voteMissed"), stage.at === "missed" ? html`<p class="soft">${t(isForm(desk.room.view!.head) ? "formMissed" : "voteMissedText")}</p>` : nothing);
  }
}

/** After an answer to an opinion form: the next question that waits. */
function nextQuestion(desk: Desk, id: string): TemplateResult | typeof nothing {
  const { view, mine } = desk.room;
  if (!view || !mine || !isForm(view.head) || view.head.phase !== "ISSUED") return nothing;
  const { asked } = askedOf(view, mine);
  const at = asked.indexOf(id) + 1;
  const next = [...asked.slice(at), ...asked.slice(0, at)].find((other) => desk.ballot(other)?.at === "choosing");
  return next === undefined ? nothing : html`<button type="button" class="ns-button ns-primary is-main" @click=${() => desk.showVote(next)} data-testid="form-next">${icons.forward}<span>${t("formNext")}</span></button>`;
}

/** While names are called, who is not called yet waits. */
function waitsForCall(desk: Desk, vote: VoteView): TemplateResult | null {
  const { rollCall } = vote;
  if (!rollCall || rollCall.called === desk.room.mine?.person) return null;
  return told("hold", icons.pause, t("rollCall"), html`<p data-testid="roll-call">${rollCall.called ? t("rollCallNow", { name: voterName(vote, desk.room.view!.people.people, rollCall.called) }) : nothing} <span class="soft">${t("rollCallWait")}</span></p>`);
}

/** One answer: a touch of it asks to send it, except where words belong to it. */
function answers(desk: Desk, id: string, vote: VoteView): TemplateResult {
  const filled: Filled = desk.picked.get(id) ?? BLANK;
  const opines = wantsWords(vote, filled);
  return html`<div class="ns-ballot-sheet">
    <div class=${`ns-answers ${opines ? "has-chosen" : ""}`} role="group" aria-labelledby="vote-question">${marksOf(vote).map((mark) =>
      choiceButton(mark, filled.marks.includes(mark.id), () => desk.fill(id, { ...filled, marks: [mark.id] }, mark.meaning !== "OTHER")))}</div>
    ${opinionField({ vote, filled, change: (now) => desk.fill(id, now) })}
    ${opines ? goOn(desk, id, vote, filled) : nothing}
    ${modeLine(desk, id, vote)}</div>`;
}

/** Options or names: marked at leisure, then looked at once more. */
function paper(desk: Desk, id: string, vote: VoteView): TemplateResult {
  const filled: Filled = desk.picked.get(id) ?? BLANK;
  return html`<div class="ns-ballot-sheet">${ballotPaper({ vote, filled, change: (now) => desk.fill(id, now) })}
    ${goOn(desk, id, vote, filled)}
    ${modeLine(desk, id, vote)}</div>`;
}

/** What the kind of vote protects. */
const modeLine = (desk: Desk, id: string, { mode }: VoteView): TemplateResult | typeof nothing =>
  (mode === "SECRET" ? secretPart(desk, (secret) => secret.modeLine(desk, id)) : html`<p class="vs-mode soft">${t(`mode${mode}Text`)}</p>`);

const goOn = (desk: Desk, id: string, vote: VoteView, filled: Filled): TemplateResult =>
  html`<div class="vs-go-bar"><button type="button" class="ns-button ns-primary is-main" ?disabled=${!isWhole(vote, filled)} @click=${() => desk.fill(id, filled, true)} data-testid="vote-go-on">${t("ballotGoOn")}</button></div>`;

function choiceButton(choice: Mark, chosen: boolean, act: () => void): TemplateResult {
  return html`<button type="button" class=${`ns-answer ${TONES[choice.meaning]} ${chosen ? "is-chosen" : ""}`} @click=${act} data-testid=${`choice-${choice.id}`}>${answerMark(choice.meaning)}<span>${inLanguage(choice.label)}</span></button>`;
}

function told(kind: string, icon: TemplateResult, title: string, more: TemplateResult | typeof nothing): TemplateResult {
  return html`<div class=${`vs-told is-${kind}`} role="status" data-testid=${`ballot-${kind}`}>${icon}<div><p class="vs-told-title">${title}</p>${more}</div></div>`;
}
