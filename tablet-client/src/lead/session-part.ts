import { html, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import { icons } from "../app/icons.ts";
import type { Desk } from "../meeting/desk.ts";
import { t } from "../texts/index.ts";
import { asked } from "./asking.ts";
import { RECESS_MINUTES, TEXT_LIMIT } from "./draft.ts";

/** Recess and closing: what is done rarely. */
export function sessionPart(desk: Desk): TemplateResult | typeof nothing {
  const { head: { phase }, lead } = desk.room.view!;
  const left = lead?.itemsLeft ?? 0;
  if (phase !== "IN_SESSION" && phase !== "RECESS") return nothing;
  return html`<section class="part"><h3>${t("moreActs")}</h3>
      <p class="part-acts">${phase === "IN_SESSION" ? html`<button type="button" class="ns-button ns-quiet is-main" @click=${() => desk.ask("recess")} data-testid="recess">${icons.pause}<span>${t("recess")}</span></button>` : nothing}
        <button type="button" class="ns-button ns-danger is-main" @click=${() => desk.ask("close-meeting")} data-testid="close-meeting">${icons.stop}<span>${t("closeMeeting")}</span></button></p>
      ${desk.asks === "recess" ? recess(desk) : nothing}
      ${asked(desk, { name: "close-meeting", yes: t("closeMeeting"), text: html`<p>${t("closeMeetingAsk")}</p>${left > 0 ? html`<p><b>${t("itemsLeft", { n: left })}</b></p>` : nothing}`, act: () => desk.give({ type: "closeMeeting" }) })}
    </section>`;
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
