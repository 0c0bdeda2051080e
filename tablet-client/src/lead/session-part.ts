import { html, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import { beforeClosing } from "client-kit/meeting/before-closing.ts";
import { icons } from "../app/icons.ts";
import type { Desk } from "../meeting/desk.ts";
import { t } from "../texts/all.ts";
import { asked } from "./asking.ts";
import { RECESS_MINUTES, TEXT_LIMIT } from "./draft.ts";

/** Recess and closing: what is done rarely. */
export function sessionPart(desk: Desk): TemplateResult | typeof nothing {
  const { phase } = desk.room.view!.head;
  if (phase !== "IN_SESSION" && phase !== "RECESS") return nothing;
  return html`<section class="part"><h3>${t("moreActs")}</h3>
      <p class="part-acts">${phase === "IN_SESSION" ? html`<button type="button" class="ns-button ns-quiet is-main" @click=${() => desk.ask("recess")} data-testid="recess">${icons.pause}<span>${t("recess")}</span></button>` : nothing}
        <button type="button" class="ns-button ns-danger is-main" @click=${() => desk.ask("close-meeting")} data-testid="close-meeting">${icons.stop}<span>${t("closeMeeting")}</span></button></p>
      ${desk.asks === "recess" ? recess(desk) : nothing}
      ${closing(desk)}
    </section>`;
}

/** Before closing: all that speaks against it; with a tie or a running vote the way there instead, for the server would refuse. */
function closing(desk: Desk): TemplateResult | typeof nothing {
  if (desk.asks !== "close-meeting") return nothing;
  const view = desk.room.view!;
  const { tie, again, running, speaker, requests, items } = beforeClosing(view);
  const first = running ?? tie ?? again;
  const facts = html`
    ${running ? html`<p><b>${t("closingRunning", { question: view.votes.votes[running]?.question ?? "" })}</b></p>` : nothing}
    ${tie ? html`<p><b>${t("closingTie", { question: view.votes.votes[tie]?.question ?? "" })}</b></p>` : nothing}
    ${again ? html`<p data-testid="closing-again"><b>${t("closingAgain", { question: view.votes.votes[again]?.question ?? "" })}</b></p>` : nothing}
    ${speaker ? html`<p><b>${t("closingSpeaker", { name: view.people.people[speaker]?.name ?? "" })}</b></p>` : nothing}
    ${requests > 0 ? html`<p><b>${t("closingRequests", { n: requests })}</b></p>` : nothing}
    ${items.length > 0 ? html`<p><b>${t("itemsLeft", { n: items.length })}</b> ${items.map((id) => view.agenda.items[id]?.number).join(", ")}</p>` : nothing}`;
  if (first === undefined) return asked(desk, { chair: true, name: "close-meeting", grave: true, yes: t("closeMeeting"), text: html`${facts}<p>${t("closeMeetingAsk")}</p>`, act: () => desk.give({ type: "closeMeeting" }) });
  return html`<div class="ask" role="alertdialog" aria-label=${t("closingRefused")} data-testid="close-meeting-refused"><div class="ask-text"><p>${t("closingRefused")}</p>${facts}</div>
    <div class="ask-acts"><button type="button" class="ns-button ns-primary is-main" @click=${() => { desk.ask(null); desk.showVote(first); }} data-testid="closing-go">${t("closingGo")}</button>
      <button type="button" class="ns-button ns-quiet is-main" @click=${() => desk.ask(null)}>${t("cancelWord")}</button></div></div>`;
}

function recess(desk: Desk): TemplateResult {
  const give = (minutes: number): void => {
    desk.ask(null);
    desk.give({ type: "recessMeeting", ...(minutes > 0 ? { until: new Date(desk.room.now() + minutes * 60_000).toISOString() } : {}) });
  };
  return html`<div class="ask" role="alertdialog" aria-label=${t("recess")}><p class="ask-text">${t("recessAsk")}</p>
    <div class="ask-acts">${RECESS_MINUTES.map((n) => html`<button type="button" class="ns-button ns-quiet is-main" @click=${() => give(n)} data-testid=${`recess-${n}`}>${n === 0 ? t("recessOpen") : t("recessMinutes", { n })}</button>`)}
      <button type="button" class="ns-button ns-plain is-main" @click=${() => desk.ask(null)}>${t("cancelWord")}</button></div></div>`;
}

/** What is concluded on the item in hand, for the minutes. */
export function concludePart(desk: Desk): TemplateResult | typeof nothing {
  const view = desk.room.view!;
  const id = view.agenda.inHand;
  const item = id ? view.agenda.items[id] : undefined;
  if (!id || !item) return nothing;
  const { conclusion } = desk.draft;
  const known = view.conclusions.byItem[id] ?? "";
  if (conclusion === null) return html`<section class="part"><h3>${t("conclusions")}</h3>${known ? html`<p class="lp-said">${known}</p>` : nothing}
    <button type="button" class="ns-button ns-quiet is-main is-wide" @click=${() => desk.write({ conclusion: known })} data-testid="conclude">${icons.minutes}<span>${t("conclude")}</span></button></section>`;
  return html`<section class="part"><h3>${t("conclusions")}</h3><form class="lp-card lp-new" @submit=${(e: Event) => { e.preventDefault(); desk.give({ type: "recordConclusion", item: id, text: conclusion.trim() }); desk.write({ conclusion: null }); }}>
    <label class="field"><span>${t("concludeText", { title: `${item.number}. ${item.title}` })}</span>
      <textarea rows="5" maxlength=${TEXT_LIMIT} .value=${live(conclusion)} @input=${(e: Event) => desk.write({ conclusion: (e.target as HTMLTextAreaElement).value })} data-testid="conclusion-text"></textarea></label>
    <p class="part-acts"><button type="submit" class="ns-button ns-decisive is-main" data-testid="conclusion-save">${t("concludeSave")}</button>
      <button type="button" class="ns-button ns-plain is-main" @click=${() => desk.write({ conclusion: null })}>${t("cancelWord")}</button></p></form></section>`;
}
