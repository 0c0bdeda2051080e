import { isForm } from "client-kit/meeting/opinion-form.ts";
import { html, nothing, type TemplateResult } from "lit";
import { icons } from "../app/icons.ts";
import { t } from "../texts/index.ts";
import type { Desk } from "./desk.ts";

/** Whoever reads the papers days before has nothing to check in to yet. */
const CHECK_IN_BEFORE_MS = 2 * 3_600_000;

const takesPlace = (phase: string): boolean => phase === "ISSUED" || phase === "IN_SESSION" || phase === "RECESS";

/** "Đồng chí chưa điểm danh", as long as that is so, from two hours before the meeting. */
export function checkInBanner(desk: Desk): TemplateResult | typeof nothing {
  const { view, mine } = desk.room;
  if (!view || !mine || isForm(view.head) || mine.presence || mine.role === undefined || !takesPlace(view.head.phase)) return nothing;
  if (view.head.phase === "ISSUED" && desk.room.now() < view.head.startsAt - CHECK_IN_BEFORE_MS) return nothing;
  const waiting = desk.waiting("checkIn");
  return html`<section class="ci" aria-labelledby="ci-title" data-testid="check-in-banner">
    <div class="ci-words"><h2 id="ci-title">${t("checkInTitle")}</h2><p>${waiting ? t("checkInSending") : t("checkInText")}</p></div>
    <div class="ci-acts">
      <button type="button" class="ns-button ns-primary is-main" ?disabled=${waiting !== undefined} @click=${() => desk.give({ type: "checkIn", manner: "IN_ROOM" })} data-testid="check-in">${icons.check}<span>${t("checkInRoom")}</span></button>
      <button type="button" class="ns-button ns-quiet" ?disabled=${waiting !== undefined} @click=${() => desk.give({ type: "checkIn", manner: "REMOTE" })} data-testid="check-in-remote">${t("checkInRemote")}</button>
      <button type="button" class="ns-button ns-quiet" @click=${() => desk.show("pass")} data-testid="pass">${t("passTitle")}</button>
    </div></section>`;
}

/** Presence of the person, and the way out. */
export function presenceSection(desk: Desk): TemplateResult | typeof nothing {
  const { view, mine } = desk.room;
  if (!view || !mine?.presence || !takesPlace(view.head.phase)) return nothing;
  const leaving = desk.waiting("markLeft") !== undefined;
  return html`<section class="part" data-testid="presence">
    <h3>${t("presenceTitle")}</h3>
    <p>${icons.check}<b>${t(`present${mine.presence}`)}</b> <span class="soft tabular">· ${t("peoplePresent", { n: view.people.quorum.present, of: view.people.quorum.members })}</span></p>
    ${desk.asks === "leave" ? html`<div class="ask" role="alertdialog"><p>${t("leaveText")}</p>
        <button type="button" class="ns-button ns-primary is-main" ?disabled=${leaving} @click=${() => { desk.ask(null); desk.give({ type: "markLeft", person: mine.person }); }} data-testid="leave-yes">${t("leaveGo")}</button>
        <button type="button" class="ns-button ns-quiet" @click=${() => desk.ask(null)}>${t("cancelWord")}</button></div>`
      : html`<p class="part-acts"><button type="button" class="ns-button ns-quiet" @click=${() => desk.give({ type: "checkIn", manner: mine.presence === "IN_ROOM" ? "REMOTE" : "IN_ROOM" })}>${t(mine.presence === "IN_ROOM" ? "checkInRemote" : "checkInRoom")}</button>
        <button type="button" class="ns-button ns-quiet" ?disabled=${leaving} @click=${() => desk.ask("leave")} data-testid="leave">${icons.leave}<span>${t("leave")}</span></button>
        <button type="button" class="ns-button ns-plain" @click=${() => desk.show("pass")} data-testid="pass-again">${t("passTitle")}</button></p>`}
  </section>`;
}
