import { format, inLanguage } from "client-kit/i18n/index.ts";
import { BLANK, isWhole, markedWords, marksOf, wantsWords } from "client-kit/meeting/ballot.ts";
import type { Held, VoteView } from "client-kit/proto/protocol.ts";
import { ballotPaper, opinionField } from "client-kit/ui/ballot-paper.ts";
import { answerMark } from "client-kit/ui/icon.ts";
import { TONES } from "client-kit/ui/vote-tones.ts";
import { html, nothing, type TemplateResult } from "lit";
import { icons } from "../app/icons.ts";
import { asked } from "../lead/asking.ts";
import type { Desk } from "../meeting/desk.ts";
import { t } from "../texts/all.ts";
import { castsOwn } from "./ballot-stage.ts";
import { secretPart, secretParts } from "./secret-part.ts";

/** Below the own ballot, those of members who are away and have given their vote to this person, or in whose place this person has come; each is sent by itself. */
export function heldBallots(desk: Desk, id: string, vote: VoteView): TemplateResult {
  return html`${desk.room.mine!.held.filter((held) => held.vote === id).map((held) => one(desk, id, vote, held))}`;
}

function one(desk: Desk, id: string, vote: VoteView, { person, receipt }: Held): TemplateResult | typeof nothing {
  const name = desk.room.view!.people.people[person]?.name ?? "";
  if (receipt) return html`<section class="part" data-testid=${`held-${person}`} data-stage="recorded"><h3>${t("heldRecorded", { name })}</h3>
    <p>${receipt.marks ? html`${receipt.marks.length === 0 ? t("ballotBlank") : markedWords(vote, receipt.marks).join(" · ")} · ` : nothing}${t("ballotRecordedAt", { time: format.clockTime(receipt.at) })} · <b class="tabular">${receipt.code}</b></p>
    ${vote.mode === "SECRET" ? secretParts(desk)?.heldCheck(desk, id, person, receipt.code, vote.secret?.counted ? vote.result?.receipts : undefined) ?? nothing : nothing}</section>`;
  if (vote.state !== "OPEN") return nothing;
  const sending = desk.room.sending.some(({ command }) => (command.type === "castDelegatedBallot" && command.vote === id && command.person === person) || castsOwn(command, id, person));
  if (sending) return html`<section class="part" data-testid=${`held-${person}`} data-stage="sending"><p role="status">${t("heldSending", { name })}</p></section>`;
  if (vote.rollCall && vote.rollCall.called !== person) return nothing;
  const key = `${id}/${person}`;
  const ready = desk.picked.get(key)?.ready ?? false;
  const filled = desk.picked.get(key) ?? BLANK;
  const choice = filled.marks.length === 0 ? t("ballotBlank") : markedWords(vote, filled.marks).join(" · ");
  const question = `held-send-${person}`;
  const change = (marks: readonly string[], words = filled.words): void => desk.fill(key, { marks, words });
  // a secret ballot is encrypted first; any other is asked about and sent
  const goOn = (marks: readonly string[]): void => (vote.mode === "SECRET" ? desk.fill(key, { ...filled, marks }, true) : desk.ask(question));
  const send = (): void => {
    desk.picked.delete(key);
    desk.give({ type: "castDelegatedBallot", vote: id, person, marks: [...filled.marks], words: filled.words });
  };
  // the question stands where the answers were, so that it is in sight
  const answers = (): TemplateResult => html`${vote.form.kind === "answers"
      ? html`<div class="ns-answers">${marksOf(vote).map((mark) => html`<button type="button" class=${`ns-answer ${TONES[mark.meaning]} ${filled.marks.includes(mark.id) ? "is-chosen" : ""}`} aria-pressed=${String(filled.marks.includes(mark.id))}
          @click=${() => { change([mark.id]); if (mark.meaning !== "OTHER") goOn([mark.id]); }} data-testid=${`held-${person}-${mark.id}`}>${answerMark(mark.meaning)}<span>${inLanguage(mark.label)}</span></button>`)}</div>
        ${opinionField({ vote, filled, change: (now) => change(now.marks, now.words) })}`
      : ballotPaper({ vote, filled, change: (now) => change(now.marks, now.words) })}
    ${vote.form.kind === "answers" && !wantsWords(vote, filled) ? nothing : html`<button type="button" class="ns-button ns-primary is-main" ?disabled=${!isWhole(vote, filled)} @click=${() => goOn(filled.marks)}>${icons.sending}<span>${t("ballotGoOn")}</span></button>`}`;
  if (vote.mode === "SECRET" && ready) return html`<section class="part" data-testid=${`held-${person}`} data-stage="confirming"><h3>${t("heldTitle", { name })}</h3>
    ${secretPart(desk, (secret) => secret.boothView({ desk, vote: id, of: vote, voter: person, filled, back: () => desk.fill(key, BLANK) }))}</section>`;
  return html`<section class="part" data-testid=${`held-${person}`} data-stage="choosing"><h3>${t("heldTitle", { name })}</h3><p class="soft">${t(vote.substituted.includes(person) ? "heldTextSubstitute" : "heldText", { name })}</p>
    ${desk.asks === question ? asked(desk, { name: question, text: t("heldAsk", { choice, name }), yes: t("confirmSend"), act: send }) : answers()}</section>`;
}
