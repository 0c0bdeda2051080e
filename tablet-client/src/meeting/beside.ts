import type { NsReader } from "client-kit/reader/index.ts";
import { html, nothing, type TemplateResult } from "lit";
import { icons } from "../app/icons.ts";
import { t } from "../texts/index.ts";
import type { Desk } from "./desk.ts";

/** Over the second page: which paper it is, its own turning, the lock, the way back to one. */
export function besideHead(desk: Desk, reader: NsReader): TemplateResult | typeof nothing {
  const { beside } = desk;
  const view = desk.room.view!;
  const paper = beside && view.papers.papers[beside.paper];
  if (!beside || !paper) return nothing;
  const item = view.agenda.items[paper.item];
  const { page, count } = reader;
  return html`<div class="ps ps-beside">
    <p class="ps-title"><span class="ps-words">${item ? html`<span class="soft tabular">${t("itemNumber", { number: item.number })} · </span>` : nothing}${paper.supersededBy ? html`<span class="tag is-quiet">${t("besideOld")}</span> ` : nothing}<b>${paper.title}</b></span></p>
    <span class="ps-turn"><button type="button" class="ns-button ns-plain" aria-label=${t("previous")} ?disabled=${page <= 1} @click=${() => reader.previous()} data-testid="beside-previous">${icons.back}</button>
      <button type="button" class="ns-button ns-plain tabular" aria-haspopup="dialog" aria-label=${`${t("pageOf", { page, count })}. ${t("goToPage")}`} ?disabled=${count === 0} @click=${() => reader.openPanel("goto")} data-testid="beside-page">${page || "–"}/${count || "–"}</button>
      <button type="button" class="ns-button ns-plain" aria-label=${t("next")} ?disabled=${page >= count} @click=${() => reader.next()} data-testid="beside-next">${icons.forward}</button></span>
    <button type="button" class="ns-button ns-plain" aria-pressed=${beside.locked ? "true" : "false"} @click=${() => desk.lockBeside(!beside.locked)} data-testid="beside-lock">${beside.locked ? icons.lock : icons.unlock}<span>${t(beside.locked ? "besideLocked" : "besideUnlocked")}</span></button>
    <button type="button" class="ns-button ns-plain" @click=${() => desk.closeBeside()} data-testid="beside-close">${icons.close}<span>${t("close")}</span></button>
  </div>`;
}
