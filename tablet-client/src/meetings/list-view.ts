import { format } from "client-kit/i18n/index.ts";
import { isForm, phaseWord } from "client-kit/meeting/opinion-form.ts";
import { html, nothing, type TemplateResult } from "lit";
import { icons } from "../app/icons.ts";
import { addressOf } from "../app/routes.ts";
import { t } from "../texts/all.ts";
import type { Groups, MeetingLine } from "./groups.ts";
import { syncedText } from "./synced-text.ts";

/** What of a meeting's papers is on this device. */
export interface OnDevice {
  readonly ready: number;
  readonly papers: number;
  /** ms, null when this tablet has never been in step with the server about it. */
  readonly syncedAt: number | null;
  /** Its person has taken it off the device. */
  readonly freed: boolean;
}

export interface ListState {
  readonly groups: Groups | null;
  /** ms of the kept list while there is no network, null when the list is fresh. */
  readonly asOf: number | null;
  readonly fault: string | null;
  readonly now: number;
  readonly onDevice: ReadonlyMap<string, OnDevice>;
  /** Papers that the device has no room for. */
  readonly noRoomFor: number;
}

export function listView(state: ListState, retry: () => void): TemplateResult {
  const { groups } = state;
  if (!groups) {
    return state.fault
      ? html`<div class="blank">${icons.cloudOff}<h2>${t("noMeetingsOffline")}</h2><p>${state.fault}</p><button type="button" class="ns-button ns-quiet" @click=${retry}>${t("retry")}</button></div>`
      : html`<div class="blank" aria-busy="true"><p>${t("loading")}</p></div>`;
  }
  const none = groups.today.length + groups.forms.length + groups.upcoming.length + groups.past.length === 0;
  return html`
    ${state.asOf === null ? nothing : html`<p class="note ml-note" role="status">${icons.cloudOff}<span>${t("offlineBanner", { time: format.dateTime(state.asOf) })}</span></p>`}
    ${state.noRoomFor === 0 ? nothing : html`<div class="note is-warn ml-note" role="alert" data-testid="device-full">${icons.warn}<span>${t("storageFull", { n: state.noRoomFor })}</span>
      <button type="button" class="ns-button ns-quiet" @click=${(e: Event) => (e.currentTarget as HTMLElement).dispatchEvent(new CustomEvent("open-me", { bubbles: true, detail: "storage" }))} data-testid="make-room">${t("storageRoom")}</button></div>`}
    ${none ? html`<div class="blank">${icons.agenda}<h2>${t("noMeetings")}</h2><p>${t("noMeetingsText")}</p></div>` : html`
      ${section(t("today"), groups.today, state, "is-today")}
      ${section(t("formsOut"), groups.forms, state, "is-today")}
      ${section(t("upcoming"), groups.upcoming, state, "")}
      ${section(t("past"), groups.past, state, "")}`}`;
}

function section(title: string, meetings: readonly MeetingLine[], state: ListState, kind: string): TemplateResult | typeof nothing {
  if (meetings.length === 0) return nothing;
  return html`<section class=${`ml-group ${kind}`}><h2>${title}</h2><ul>${meetings.map((m) => line(m, state))}</ul></section>`;
}

function line(m: MeetingLine, state: ListState): TemplateResult {
  const live = m.phase === "IN_SESSION" || m.phase === "RECESS";
  const inHand = typeof m.itemInHand === "string" ? m.itemInHand : m.itemInHand?.number;
  return html`<li><a class=${`ml-line ${live ? "is-live" : ""}`} href=${addressOf({ at: "meeting", meeting: m.id })} data-testid=${`meeting-${m.id}`}>
    <span class="ml-when tabular">${isForm(m) ? html`<small>${t("formDue")}</small><b class="ml-due">${format.date(m.endsAt)}</b><small>${format.shortTime(m.endsAt)}</small>` : html`<b>${format.shortTime(m.startsAt)}</b><small>${format.date(m.startsAt)}</small>`}</span>
    <span class="ml-what">
      <span class="ml-title">${m.title}</span>
      <span class="ml-more">${[isForm(m) && t("kindOPINION_FORM"), m.bodyName, m.room && `${t("roomWord")} ${m.room}`, m.role && t(`role${m.role}`)].filter(Boolean).join(" · ")}</span>
      ${form(m)}
      ${device(state.onDevice.get(m.id), state.now)}
    </span>
    <span class="ml-state"><span class=${`tag ${live ? "is-live" : "is-quiet"}`}>${isForm(m) ? phaseWord(m) : t(`phase${m.phase}`)}</span>${inHand && live ? html`<small>${t("itemInHandShort", { number: inHand })}</small>` : nothing}</span>
    ${icons.forward}
  </a></li>`;
}

/** Until when it is to be answered, what is left, and whether the secretary has asked for it. */
function form(m: MeetingLine): TemplateResult | typeof nothing {
  if (!m.form) return nothing;
  const { questions, answered, remindedAt } = m.form;
  return html`<span class="ml-more tabular" data-testid="form-line">${[t("formUntil", { time: format.dateTime(m.endsAt) }), questions > 0 && t("formAnswered", { n: answered, of: questions })].filter(Boolean).join(" · ")}</span>
    ${remindedAt !== undefined && answered < questions ? html`<span class="tag is-new" data-testid="form-reminded">${t("formReminded")}</span>` : nothing}`;
}

function device(on: OnDevice | undefined, now: number): TemplateResult | typeof nothing {
  if (!on || on.papers === 0) return nothing;
  const all = on.ready === on.papers;
  const says = all ? t("onDevice") : on.freed ? t("freed") : t("onDevicePapers", { done: on.ready, all: on.papers });
  return html`<span class="ml-device tabular" data-testid="on-device">${all ? icons.check : icons.device}<span>${says}${all && on.syncedAt !== null ? ` · ${syncedText(on.syncedAt, now)}` : nothing}</span></span>`;
}
