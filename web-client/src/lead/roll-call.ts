import { voterName } from "client-kit/meeting/substitutes.ts";
import { inLanguage } from "client-kit/i18n/language.ts";
import { markedWords, marksOf } from "client-kit/meeting/ballot.ts";
import { answerMark } from "client-kit/ui/icon.ts";
import { TONES } from "client-kit/ui/vote-tones.ts";
import { html, nothing, type TemplateResult } from "lit";
import type { VoteView } from "client-kit/proto/protocol.ts";
import type { Desk } from "../meeting/desk.ts";
import { confirmAct } from "../shared/ask.ts";
import { conduct } from "../texts/conduct.ts";
import { recordBallot } from "./ballot-sheets.ts";

/** The calling of names in an open vote: who is called, the answer as the secretary hears it, the next; before it, the way to begin it. */
export function rollCall(desk: Desk, id: string, vote: VoteView): TemplateResult | typeof nothing {
  if (vote.mode !== "OPEN" || vote.state !== "OPEN") return nothing;
  const say = conduct.rollCall;
  const calling = vote.rollCall;
  if (!calling) {
    const start = async (): Promise<void> => { if (await confirmAct({ title: say.startTitle, text: say.startText, act: say.start })) await desk.do({ type: "startRollCall", vote: id }); };
    return vote.received > 0 ? nothing : html`<button type="button" class="ns-button ns-quiet is-small" data-testid="roll-call-start" @click=${start}>${say.start}</button>`;
  }
  const { called, answers } = calling;
  const waits = called !== undefined && answers[called] === undefined;
  const simple = vote.form.kind === "answers" && marksOf(vote).every(({ meaning }) => meaning !== "OTHER");
  const answer = (mark: string): void => void desk.do({ type: "recordBallot", vote: id, person: called ?? "", marks: [mark], words: "", reason: "" });
  return html`<section class="roll-call" data-testid="roll-call">
    ${called === undefined ? nothing : html`<p class="eyebrow">${calling.second ? say.again : say.now}</p><p class="speaker-line"><b data-testid="called">${voterName(vote, desk.view?.people.people ?? {}, called)}</b>${waits ? nothing : html`<span>${markedWords(vote, answers[called] ?? []).join(", ")}</span>`}</p>`}
    ${!waits || (vote.holders[called] !== undefined && !vote.substituted.includes(called)) ? nothing : simple ? html`<div class="ns-answers">${marksOf(vote).map((mark) => html`<button type="button" class="ns-answer ${TONES[mark.meaning]}" data-testid="answer-${mark.id}" @click=${() => answer(mark.id)}>${answerMark(mark.meaning)}<span>${inLanguage(mark.label)}</span></button>`)}</div>`
      : html`<button type="button" class="ns-button ns-quiet" @click=${() => recordBallot(desk, id, called)}>${conduct.record.act}</button>`}
    ${calling.over ? html`<p class="soft">${say.over}</p>` : html`<button type="button" class=${waits ? "ns-button ns-quiet" : "ns-button ns-primary"} data-testid="call-next" @click=${() => desk.do({ type: "callNextName", vote: id })}>${called === undefined ? say.first : say.next}</button>`}
    <p class="soft tabular">${Object.keys(answers).length}/${calling.order.length} ${say.answered}</p></section>`;
}
