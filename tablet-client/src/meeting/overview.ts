import { format } from "client-kit/i18n/index.ts";
import { askedOf, isForm, phaseWord } from "client-kit/meeting/opinion-form.ts";
import type { MeetingView, PersonView } from "client-kit/proto/protocol.ts";
import { html, nothing, type TemplateResult } from "lit";
import { conclusions } from "../after/conclusions.ts";
import { addressOf } from "../app/routes.ts";
import { icons } from "../app/icons.ts";
import { t } from "../texts/index.ts";
import { votesOf } from "../vote/vote-lines.ts";
import type { Desk } from "./desk.ts";
import { content } from "./sheets.ts";

/** The meeting itself: when, where, who; and once it is closed, what came out of it. */
export function overview(desk: Desk): TemplateResult | typeof nothing {
  const { view } = desk.room;
  if (!view) return nothing;
  const { head, people } = view;
  const named = (role: PersonView["role"]): string => people.order.map((id) => people.people[id]).filter((p) => p?.role === role).map((p) => p!.name).join(", ");
  const closed = head.phase === "CLOSED";
  const inWriting = isForm(head);
  return html`<article class="sheet-page" data-testid="overview">
    <p class="ip-kicker"><span class=${`tag ${head.phase === "IN_SESSION" ? "is-live" : "is-quiet"}`}>${inWriting ? phaseWord(head) : t(`phase${head.phase}`)}</span> <span>${t(`kind${head.kind}`)} · ${head.bodyName}</span></p>
    <h2 class="ip-title">${head.title}</h2>
    ${inWriting ? formSays(desk, view) : says(view)}
    <p class="ip-acts ip-agenda"><button type="button" class="ns-button ns-quiet is-main" @click=${() => desk.toggleRail(true)} data-testid="overview-agenda">${icons.agenda}<span>${t(inWriting ? "formOverview" : "overviewAgenda")}</span></button></p>
    ${invitation(desk)}
    ${closed ? after(desk) : inWriting ? votesOf(desk, null) : nothing}
    <dl class="facts">
      ${inWriting ? formFacts(view) : html`
      <div><dt>${t("overviewWhen")}</dt><dd>${format.dateTime(head.openedAt ?? head.startsAt)} – ${format.time(head.closedAt ?? Math.max(head.endsAt, head.openedAt ?? 0))}</dd></div>
      <div><dt>${t("overviewWhere")}</dt><dd>${[head.room, head.place].filter(Boolean).join(", ")}</dd></div>
      <div><dt>${t("overviewPeople")}</dt><dd class="tabular">${t("overviewPeopleCount", { n: people.order.length })} · ${t("peoplePresent", { n: people.quorum.present, of: people.quorum.members })}${closed ? nothing : html` · ${t(people.quorum.met ? "quorumMet" : "quorumNot", { needed: people.quorum.needed })}`}</dd></div>`}
      <div><dt>${t("overviewChair")}</dt><dd>${named("CHAIR")}</dd></div>
      <div><dt>${t("overviewSecretary")}</dt><dd>${named("SECRETARY")}</dd></div>
    </dl>
    ${inWriting || !desk.room.mine || view.franchise.substitutes === "NONE" ? nothing : content(desk, (sheets) => sheets.substitution(desk))}
    ${head.revisions.length === 0 ? nothing : html`<h3>${t("overviewRevisions")}</h3>
      <ul class="ip-revisions">${head.revisions.map((r) => html`<li><span class="tabular soft">${format.dateTime(r.at)}</span> ${r.withdrew ? t("paperTakenBack", { title: r.withdrew.title, reason: r.reason }) : r.about === undefined ? r.reason : t("paperChanged", { title: r.about, reason: r.reason })} <span class="soft">(${r.by})</span></li>`)}</ul>`}
  </article>`;
}

/** The issued invitation, which is for guests too. */
function invitation({ room }: Desk): TemplateResult | typeof nothing {
  const paper = room.view?.documents?.documents.find((each) => each.kind === "INVITATION" && each.state === "ISSUED");
  return paper ? html`<p class="ip-acts"><a class="ns-button ns-quiet is-main" href=${`/files/${room.meeting}/documents/${paper.id}/paper.pdf`} download data-testid="invitation-pdf">${icons.paper}<span>${t("invitation")} ${paper.number ?? ""}</span></a></p>` : nothing;
}

function says({ head }: MeetingView): TemplateResult | typeof nothing {
  switch (head.phase) {
    case "ISSUED": case "DRAFT": return html`<p class="note">${t("waitingToStart")}</p>`;
    case "RECESS": return html`<p class="note" data-testid="recess-note">${head.resumesAt ? t("recessUntil", { time: format.time(head.resumesAt) }) : t("recessNow")}</p>`;
    case "CANCELLED": return html`<p class="note is-warn">${t("meetingCancelled", { because: head.cancelledBecause ?? "" })}</p>`;
    case "IN_SESSION": case "CLOSED": return nothing;
  }
}

/** What an opinion form asks of its reader now. */
function formSays(desk: Desk, view: MeetingView): TemplateResult | typeof nothing {
  const { head } = view;
  const { mine } = desk.room;
  if (head.phase === "CANCELLED") return html`<p class="note is-warn">${t("formCancelled", { because: head.cancelledBecause ?? "" })}</p>`;
  if (head.phase !== "ISSUED" || !mine) return nothing;
  const { asked, answered } = askedOf(view, mine);
  const left = asked.length - answered.length;
  return html`${mine.reminded !== undefined && left > 0 ? html`<p class="note is-warn" data-testid="form-reminded">${t("formRemindedAt", { time: format.dateTime(mine.reminded) })}</p>` : nothing}
    <p class=${`note ${left === 0 && asked.length > 0 ? "is-good" : ""}`} data-testid="form-says">${asked.length === 0 ? t("formNotAsked") : left === 0 ? t("formAll", { n: asked.length }) : html`<b>${t("formLeft", { n: left })}</b>. ${t("formOpen")}`}</p>`;
}

function formFacts({ head, people }: MeetingView): TemplateResult {
  return html`<div><dt>${t("formDeadline")}</dt><dd data-testid="form-deadline">${format.dateTime(head.endsAt)}</dd></div>
    ${head.issuedAt === undefined ? nothing : html`<div><dt>${t("formSent")}</dt><dd>${format.dateTime(head.issuedAt)}</dd></div>`}
    <div><dt>${t("formPeople")}</dt><dd class="tabular">${t("overviewPeopleCount", { n: Object.values(people.people).filter(({ votes }) => votes).length })}</dd></div>`;
}

function after(desk: Desk): TemplateResult {
  const view = desk.room.view!;
  return html`
    <p class="note is-good">${view.head.closedAt ? t("closedAt", { time: format.dateTime(view.head.closedAt) }) : t("closedTitle")}</p>
    <p class="ip-acts"><a class="ns-button ns-primary is-main" href=${addressOf({ at: "minutes", meeting: desk.room.meeting })} data-testid="minutes-link">${icons.paper}<span>${t(isForm(view.head) ? "formReportRead" : "minutesRead")}</span></a>
      <a class="ns-button ns-quiet" href=${`/files/${desk.room.meeting}/minutes.pdf`} target="_blank" rel="noopener" data-testid="minutes-pdf">${t("minutesPdf")}</a></p>
    ${conclusions(view, view.agenda.order)}
    ${votesOf(desk, null)}`;
}
