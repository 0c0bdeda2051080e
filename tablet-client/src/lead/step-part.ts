import { html, nothing, type TemplateResult } from "lit";
import { icons } from "../app/icons.ts";
import type { Desk } from "../meeting/desk.ts";
import { t } from "../texts/all.ts";
import { asked } from "./asking.ts";

/** The one next step of the meeting, made prominent. */
export function stepPart(desk: Desk): TemplateResult | typeof nothing {
  const view = desk.room.view!;
  switch (view.head.phase) {
    case "DRAFT": case "CLOSED": case "CANCELLED": return nothing;
    case "ISSUED": return opening(desk);
    case "RECESS": return html`<section class="part"><button type="button" class="ns-button ns-decisive is-main is-wide" ?disabled=${desk.waiting("resumeMeeting") !== undefined} @click=${() => desk.give({ type: "resumeMeeting" })} data-testid="resume-meeting">${icons.play}<span>${t("resume")}</span></button></section>`;
    case "IN_SESSION": return stepping(desk);
  }
}

function opening(desk: Desk): TemplateResult {
  const { members, present, needed, met } = desk.room.view!.people.quorum;
  return html`<section class="part">
    <p class="soft tabular">${t("peoplePresent", { n: present, of: members })} · ${t(met ? "quorumMet" : "quorumNot", { needed })}</p>
    ${desk.asks === "open-meeting" ? nothing : html`<button type="button" class="ns-button ns-decisive is-main is-wide" ?disabled=${desk.waiting("openMeeting") !== undefined} @click=${() => desk.ask("open-meeting")} data-testid="open-meeting">${icons.play}<span>${t("openMeeting")}</span></button>`}
    ${asked(desk, { chair: true, name: "open-meeting", text: met ? t("openMeetingAsk") : t("quorumWarning", { present, members, needed }), yes: t(met ? "openMeeting" : "openWithoutQuorum"), act: () => desk.give({ type: "openMeeting", withoutQuorum: !met }) })}
  </section>`;
}

function stepping(desk: Desk): TemplateResult {
  const view = desk.room.view!;
  const next = view.lead?.item;
  const item = next ? view.agenda.items[next] : undefined;
  const taking = desk.waiting("takeUpItem");
  const others = view.agenda.order.filter((id) => id !== view.agenda.inHand && id !== next);
  return html`<section class="part">
    ${item && next ? html`<p class="lp-next">${t("leadNext", { title: `${item.number}. ${item.title}` })}</p>
      <button type="button" class="ns-button ns-decisive is-main is-wide" ?disabled=${taking !== undefined} @click=${() => desk.give({ type: "takeUpItem", item: next })} data-testid="take-up-next">${icons.forward}<span>${t("leadTakeUp")}</span></button>`
      : html`<p class="soft">${t("leadLast")}</p>`}
    ${others.length === 0 ? nothing : html`<label class="lp-pick is-wide"><span>${t("leadPick")}</span>
      <select ?disabled=${taking !== undefined} @change=${(e: Event) => { const select = e.target as HTMLSelectElement; if (select.value) desk.give({ type: "takeUpItem", item: select.value }); select.value = ""; }} data-testid="take-up-other">
        <option value="">—</option>${others.map((id) => html`<option value=${id}>${view.agenda.items[id]!.number}. ${view.agenda.items[id]!.title}</option>`)}</select></label>`}
  </section>`;
}
