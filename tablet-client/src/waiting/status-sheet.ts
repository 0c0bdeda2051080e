import { format } from "client-kit/i18n/index.ts";
import type { Packs } from "client-kit/offline/index.ts";
import { html, nothing, type TemplateResult } from "lit";
import { icons } from "../app/icons.ts";
import type { Desk } from "../meeting/desk.ts";
import { presenceSection } from "../meeting/presence.ts";
import { t } from "../texts/all.ts";
import { describe } from "./describe.ts";

/** What waits, what was refused and why, and which papers are on the device. */
export function statusSheet(desk: Desk, packs: Packs | null): TemplateResult {
  const { sending, refused, link, view, trouble } = desk.room;
  const packed = packs?.summary;
  return html`
    ${trouble ? html`<p class="note is-warn">${trouble}</p>` : nothing}
    ${refused.length === 0 ? nothing : html`<section class="part"><h3>${t("refusedTitle")}</h3><ul class="ws-list">${refused.map((one) => html`
      <li class="ws-line is-refused" data-testid="refused">${icons.warn}<span><b>${describe(one.command, view)}</b><span data-testid="refused-text">${one.text}</span></span>
        <button type="button" class="ns-button ns-quiet" @click=${() => desk.room.dismiss(one.id)} data-testid="refused-dismiss">${t("refusedDismiss")}</button></li>`)}</ul></section>`}
    <section class="part">${sending.length > 0 ? html`<h3>${t("waitingTitle")}</h3>` : nothing}
      <p class="ws-says">${link === "offline" ? icons.cloudOff : sending.length ? icons.sending : icons.check}<span>${link === "offline" ? t("waitingOffline") : sending.length ? t("waitingOnline") : t("waitingNone")}</span></p>
      ${sending.length === 0 ? nothing : html`<ul class="ws-list" data-testid="waiting">${sending.map((one) => html`<li class="ws-line">${icons.sending}<span>${describe(one.command, view)}</span></li>`)}</ul>`}
    </section>
    ${notesPart(desk)}
    ${presenceSection(desk)}
    ${desk.readingsKept ? html`<section class="part"><h3>${t("readingsTitle")}</h3><p class="ws-says" data-testid="readings-kept">${icons.person}<span>${t("readingsKept")}</span></p></section>` : nothing}
    ${packed && packed.papers > 0 ? html`<section class="part"><h3>${t("downloads")}</h3>
      <p class="ws-says" data-testid="on-device">${icons.device}<span class="tabular">${packed.ready === packed.papers ? t("onDevice") : t("onDevicePart", { done: packed.pages, all: packed.pageCount })} · ${t("onDevicePapers", { done: packed.ready, all: packed.papers })} · ${format.bytes(packed.bytes)}${packed.phase === "paused" ? ` · ${t("packPaused")}` : ""}</span></p>${packed.phase === "full" ? html`<p class="note is-warn">${t("storageFull", { n: packed.papers - packed.ready })}</p>` : nothing}</section>` : nothing}`;
}

/** Notes that are only here yet: how many, and where their list is. */
function notesPart(desk: Desk): TemplateResult | typeof nothing {
  const waiting = desk.notebook?.waiting ?? 0;
  const refused = desk.notebook?.refused.length ?? 0;
  if (waiting + refused === 0 && desk.notebook?.trouble === undefined) return nothing;
  return html`<section class="part" data-testid="notes-waiting"><h3>${t("notesTitle")}</h3>
    ${desk.notebook?.trouble === undefined ? nothing : html`<p class="note is-warn">${desk.notebook.trouble}</p>`}
    ${waiting > 0 ? html`<p class="ws-says">${icons.sending}<span>${t("notesWaiting", { n: waiting })}</span></p>` : nothing}
    ${refused > 0 ? html`<p class="ws-says">${icons.warn}<span>${t("notesRefused", { n: refused })}</span></p>` : nothing}
    <p class="part-acts"><button type="button" class="ns-button ns-quiet" @click=${() => desk.show("notes")}>${icons.notes}<span>${t("notesOpen")}</span></button></p></section>`;
}
