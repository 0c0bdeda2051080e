import { format } from "client-kit/i18n/index.ts";
import { BLANK, markedWords, marksOf, type Filled } from "client-kit/meeting/ballot.ts";
import type { VoteView } from "client-kit/proto/protocol.ts";
import { packed } from "client-kit/secret/opening.ts";
import { answerMark } from "client-kit/ui/icon.ts";
import { qr } from "client-kit/ui/qr.ts";
import { TONES } from "client-kit/ui/vote-tones.ts";
import { html, nothing, type TemplateResult } from "lit";
import { icons } from "../app/icons.ts";
import { addressOf } from "../app/routes.ts";
import { asked } from "../lead/asking.ts";
import type { Desk } from "../meeting/desk.ts";
import type { BallotStage } from "../vote/ballot-stage.ts";
import { alarm, arrives } from "./alarm.ts";
import type { Booth, BoothStage } from "./booth.ts";
import { codeOf } from "./codes.ts";
import { secretOf } from "./secret-room.ts";
import { say, t } from "./texts.ts";
import { weightsLine } from "./weights-line.ts";

/** So many characters are a QR code that a camera still reads from a tablet. */
const QR_MOST = 1_800;

export interface BoothOf {
  readonly desk: Desk;
  readonly vote: string;
  readonly of: VoteView;
  readonly voter: string;
  readonly filled: Filled;
  /** Back to the marks. */
  readonly back: () => void;
}

const words = (vote: VoteView, marks: readonly string[]): string => (marks.length === 0 ? t("ballotBlank") : markedWords(vote, marks).join(" · "));

/** What is marked is encrypted at once; then its voter casts or checks it. */
export function boothView(one: BoothOf): TemplateResult {
  const { desk, vote, of, voter, filled, back } = one;
  const booth = secretOf(desk).booth(vote, voter);
  if (booth.stage.at !== "opened") booth.fill(filled);
  const { stage } = booth;
  const away = (): void => { booth.leave(); back(); };
  if (stage.at === "opened") return opened(one, booth, stage);
  if (stage.at === "other-words") return html`<div class="sb-booth" data-testid="booth" data-stage="other-words">${alarm("other-words", t("otherWordsTitle"), html`<p>${t("otherWords")}</p><p>${t("otherWordsMeans")}</p><p class="sb-alarm-do">${t("otherWordsDo")}</p>`)}</div>`;
  if (stage.at === "other-key") return html`<div class="sb-booth" data-testid="booth" data-stage="other-key">${otherKey()}</div>`;
  return html`<div class=${`sb-booth ${of.form.kind === "answers" ? "" : "is-words"}`} data-testid="booth" data-stage=${stage.at}>
    ${stage.at === "sealed" ? sealed(one, booth, stage, away) : html`${picked(one)}
      ${stage.at === "sealing" ? html`<p role="status" class="sb-soft">${icons.lock} ${t("sealing")}</p>`
        : html`<p class="note is-warn" role="alert"><b>${t("boothTrouble")}.</b> ${stage.text}</p>
        <p class="part-acts"><button type="button" class="ns-button ns-primary is-main" @click=${() => { booth.leave(); }} data-testid="booth-retry">${t("boothRetry")}</button><button type="button" class="ns-button ns-quiet is-main" @click=${away} data-testid="vote-back">${t("confirmBack")}</button></p>`}`}
  </div>`;
}

/** What is marked; without the colour and the field of an answer that was taken, as nothing is sent yet. */
function picked({ of, filled }: BoothOf): TemplateResult {
  const mark = of.form.kind === "answers" ? marksOf(of).find(({ id }) => filled.marks.includes(id)) : undefined;
  return html`<p class=${`sb-picked ${mark ? TONES[mark.meaning] : ""}`}><small>${t("confirmTitle")}</small>${mark ? answerMark(mark.meaning) : nothing}<b data-testid="picked">${filled.marks.length === 0 ? words(of, []) : marksOf(of).filter(({ id }) => filled.marks.includes(id)).map(({ id }) => html`<span>${words(of, [id])}</span>`)}</b></p>`;
}

function sealed(one: BoothOf, booth: Booth, stage: Extract<BoothStage, { at: "sealed" }>, away: () => void): TemplateResult {
  const { desk, vote, voter } = one;
  const question = `check-ballot-${vote}/${voter}`;
  return html`<div class="sb-unsent" role="status" tabindex="-1" ${arrives} data-testid="unsent">${icons.warn}<div><p class="sb-unsent-title">${t("sealedTitle")}</p><p>${t("sealedText")}</p></div></div>
    ${picked(one)}
    <div class="sb-sealed"><dl class="sb-codes">${codeOf(say("receiptCode"), stage.code, "sealed-code")}${codeOf(say("keyCode"), stage.keyCode, "key-code")}</dl>
      <p class="sb-soft">${t("sealedCodes")}</p>${stage.weights.length > 0 ? html`<p class="sb-soft" data-testid="sealed-weights">${weightsLine(desk, stage.weights)}</p>` : nothing}
      ${booth.mayCheck ? html`<details><summary>${t("sealedCheckWhat")}</summary><p>${t("sealedCheckText")}</p></details>` : html`<p>${t("sealedNoCheck")}</p>`}</div>
    ${desk.asks === question ? html`<div class="sb-acts-bar">${asked(desk, { name: question, text: t("checkAsk"), yes: t("sealedCheck"), act: () => booth.check() })}</div>`
      : html`<p class="sb-choose sb-acts-bar"><button type="button" class="ns-button ns-primary is-main" @click=${() => booth.cast()} data-testid="vote-confirm">${icons.sending}<span>${t("sealedCast")}</span></button>
        ${booth.mayCheck ? html`<button type="button" class="ns-button ns-quiet is-main" @click=${() => desk.ask(question)} data-testid="ballot-check">${icons.search}<span>${t("sealedCheck")}</span></button>` : nothing}
        <button type="button" class="ns-button ns-quiet is-main" @click=${away} data-testid="vote-back">${t("confirmBack")}</button></p>`}`;
}

function opened({ desk, vote, of, filled }: BoothOf, booth: Booth, stage: Extract<BoothStage, { at: "opened" }>): TemplateResult {
  const address = `${location.origin}${location.pathname}${addressOf({ at: "opened", meeting: desk.room.meeting, opening: [vote, stage.code, packed(stage.opening)].join("/") })}`;
  const short = address.length <= QR_MOST;
  return html`<div class="sb-opened" data-testid="booth" data-stage="opened">
    ${short ? qr(address, t("openedLink")) : nothing}
    <div><h3>${t("openedTitle")}</h3><p>${t(short ? "openedText" : "openedLong")}</p>
      <p data-testid="opened-choice">${t("openedChoice", { choice: words(of, filled.marks) })}</p>
      <dl class="sb-codes">${codeOf(say("receiptCode"), stage.code, "opened-code")}</dl>
      <details ?open=${!short}><summary>${t("openedLink")}</summary><p><a class="sb-link" href=${address} target="_blank" rel="noopener" data-testid="opened-link">${address}</a></p></details>
      <p class="part-acts"><button type="button" class="ns-button ns-primary is-main" @click=${() => booth.leave()} data-testid="booth-again">${icons.lock}<span>${t("openedAgain")}</span></button></p></div></div>`;
}

/** The own ballot after it was cast: on its way, then with the server's receipt, whose code must be the one that this device has computed. */
function sentView(desk: Desk, vote: string, voter: string, stage: Extract<BallotStage, { at: "sending" | "recorded" }>): TemplateResult {
  const own = secretOf(desk).codes.of(vote, voter);
  const code = stage.at === "recorded" ? stage.receipt.code : own;
  if (stage.at === "recorded" && own !== null && own !== stage.receipt.code) return html`<div data-testid="ballot-recorded">${differs(stage.receipt.code, own)}</div>`;
  const { link, trouble } = desk.room;
  const offline = link === "offline";
  const title = stage.at === "recorded" ? t("ballotRecorded") : t(!offline ? "ballotSending" : stage.kept ? "ballotSendingOffline" : trouble ? "ballotNotKept" : "ballotKeeping");
  return html`<div class=${`vs-told is-${stage.at}`} role="status" data-testid=${`ballot-${stage.at}`}>${stage.at === "recorded" ? icons.saved : icons.sending}<div><p class="vs-told-title">${title}</p>
    ${stage.at === "recorded" ? html`<p>${t("ballotRecordedAt", { time: format.clockTime(stage.receipt.at) })} · ${t("sealedNoChange")}${stage.receipt.by ? html` · <b data-testid="ballot-by">${t("ballotBy", { name: stage.receipt.by })}</b>` : nothing}</p>` : nothing}
    ${stage.at === "sending" && trouble && !stage.kept ? html`<p class="note is-warn">${t("ballotNotKeptText", { why: trouble })}</p>` : nothing}
    ${stage.at === "sending" && (offline || stage.kept) ? html`<p class="soft" data-testid=${stage.kept ? "ballot-kept" : "ballot-waits"}>${t(offline ? "ballotSendingOfflineText" : "ballotSendingText")}</p>` : nothing}
    <dl class="sb-codes">${code === null ? nothing : codeOf(say("receiptCode"), code, "receipt-code")}${keyCodeOf(desk, vote)}</dl>
    ${stage.at === "recorded" ? html`<p class="soft">${t("secretReceiptText")}</p>` : nothing}</div></div>`;
}

const differs = (theirs: string, own: string): TemplateResult => alarm("code-differs", t("codeDiffers"), html`<p>${t("codeDiffersMeans")}</p><p class="sb-alarm-do">${t("codeDiffersDo")}</p>
  <dl class="sb-codes">${codeOf(t("codeTheirs"), theirs, "receipt-code")}${codeOf(t("codeOwn"), own, "own-code")}</dl>`);

/** Of a ballot that was sent from here for its voter: nothing where the server's receipt is the same, once counted also in the list; else what is wrong. */
export function heldCheck(desk: Desk, vote: string, voter: string, theirs: string, counted: readonly string[] | undefined): TemplateResult | typeof nothing {
  const own = secretOf(desk).codes.of(vote, voter) ?? theirs;
  if (own !== theirs) return differs(theirs, own);
  return counted && !counted.includes(own) ? alarm("code-missing", t("receiptMissing"), html``) : nothing;
}

/** The own ballot of a secret vote after its marks are set. */
export function sealedView(desk: Desk, vote: string, of: VoteView, stage: Extract<BallotStage, { at: "confirming" | "sending" | "recorded" }>): TemplateResult {
  const voter = desk.room.mine!.person;
  if (stage.at !== "confirming") return sentView(desk, vote, voter, stage);
  const { filled } = stage;
  return boothView({ desk, vote, of, voter, filled, back: () => desk.fill(vote, of.form.kind === "answers" ? BLANK : filled) });
}

/** The one sentence that matters before the marks are set, the code of the key to compare, and a touch away what a secret vote protects and what not. */
export const modeLine = (desk: Desk, vote: string): TemplateResult => html`<div class="sb-mode"><p>${icons.lock}<span>${t("secretShort")}</span></p>
  <dl class="sb-codes is-small">${keyCodeOf(desk, vote)}</dl><details><summary>${t("secretWhat")}</summary><p>${t("modeSECRETText")}</p></details></div>`;

/** As this device has worked it out, where it has: what the server says of it is only compared. */
export function keyCodeOf(desk: Desk, vote: string): TemplateResult | typeof nothing {
  const said = desk.room.view?.votes.votes[vote]?.secret?.keyCode;
  const own = secretOf(desk).keyCode(vote);
  if (own !== undefined && said !== undefined && own !== said) return otherKey();
  const code = own ?? said;
  return code === undefined ? nothing : codeOf(say("keyCode"), code, "key-code");
}

const otherKey = (): TemplateResult => alarm("other-key", t("otherKeyTitle"), html`<p>${t("otherKey")}</p><p class="sb-alarm-do">${t("otherWordsDo")}</p>`);
