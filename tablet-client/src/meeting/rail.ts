import type { Packs } from "client-kit/offline/index.ts";
import { isForm } from "client-kit/meeting/opinion-form.ts";
import { html, nothing, type TemplateResult } from "lit";
import { icons } from "../app/icons.ts";
import { t } from "../texts/index.ts";
import { agendaRows, type ItemRow, type PaperRow } from "./agenda-rows.ts";
import type { Desk } from "./desk.ts";
import { itemOf } from "./place.ts";

/** The agenda with the papers under their items. Done, in hand and to come differ in mark, word and weight, not only in colour. */
export function rail(desk: Desk, packs: Packs | null): TemplateResult | typeof nothing {
  const { view } = desk.room;
  if (!view) return nothing;
  const title = t(isForm(view.head) ? "formMatters" : "agendaFull");
  const here = itemOf(view, desk.place);
  return html`
    <nav class="rail" aria-label=${title} data-testid="agenda">
      <div class="rail-head"><h2>${title}</h2>
        <button type="button" class="ns-button ns-plain rail-close" @click=${() => desk.toggleRail(false)}>${icons.close}<span>${t("close")}</span></button>
        <button type="button" class="ns-button ns-plain rail-fold" @click=${() => desk.foldRail(true)} data-testid="fold-agenda">${icons.back}<span>${t("agendaFold")}</span></button></div>
      <ol class="rail-list">
        ${packs?.summary.phase === "full" ? html`<li><button type="button" class="rail-item is-overview is-full" @click=${(e: Event) => (e.currentTarget as HTMLElement).dispatchEvent(new CustomEvent("open-me", { bubbles: true, detail: "storage" }))} data-testid="rail-full">
          <span class="rail-mark">${icons.warn}</span><span class="rail-words">${t("packFull")}</span></button></li>` : nothing}
        <li><button type="button" class="rail-item is-overview" aria-current=${desk.place.kind === "overview" ? "page" : "false"} @click=${() => desk.open({ kind: "overview" })} data-testid="item-overview">
          <span class="rail-mark">${icons.agenda}</span><span class="rail-words">${t(isForm(view.head) ? "formTitle" : "overviewTitle")}</span></button></li>
        <li><button type="button" class="rail-item is-overview" aria-pressed=${desk.sheet === "notes" ? "true" : "false"} @click=${() => desk.show("notes")} data-testid="rail-notes">
          <span class="rail-mark">${icons.notes}</span><span class="rail-words">${t("notesMine")}</span></button></li>
        ${agendaRows(view, desk.memory.opened).map((row) => itemRow(desk, packs, row, here === row.id))}
      </ol>
    </nav>`;
}

function itemRow(desk: Desk, packs: Packs | null, row: ItemRow, here: boolean): TemplateResult {
  const { item, progress } = row;
  const onPage = desk.place.kind === "item" && desk.place.item === row.id;
  return html`<li class=${`rail-row is-${progress.toLowerCase().replace("_", "-")} depth-${row.depth} ${here ? "is-here" : ""}`}>
    <button type="button" class="rail-item" aria-current=${onPage ? "page" : "false"} @click=${() => desk.open({ kind: "item", item: row.id })} data-testid=${`item-${row.id}`}>
      <span class="rail-mark" aria-hidden="true">${progress === "DONE" ? icons.check : item.number}</span>
      <span class="rail-words">
        ${progress === "TO_COME" ? nothing : html`<small class="rail-progress">${progress === "DONE" ? `${item.number} · ` : ""}${t(`progress${progress}`)}</small>`}
        <span>${item.title}</span>
      </span>
    </button>
    ${row.papers.length === 0 ? nothing : html`<ul class="rail-papers">${row.papers.map((paper) => paperRow(desk, packs, paper))}</ul>`}
  </li>`;
}

function paperRow(desk: Desk, packs: Packs | null, { id, paper, isNew }: PaperRow): TemplateResult {
  const state = packs?.state(desk.room.meeting, id);
  const ready = state?.phase === "ready";
  const { view, live } = desk.room;
  const ghost = view?.stage.presenting?.paper === id;
  return html`<li><button type="button" class="rail-paper" aria-current=${desk.paper === id ? "page" : "false"} @click=${() => desk.open({ kind: "paper", paper: id })} data-testid=${`paper-${id}`}>
    ${icons.paper}
    <span class="rail-words"><span>${isNew ? html`<span class="tag is-new">${t("newMark")}</span> ` : nothing}${paper.title}</span>
      <small class="tabular">${t("paperPages", { n: paper.pages })}${state && !ready && state.pageCount > 0 ? html` · ${t("onDevicePart", { done: state.pages, all: state.pageCount })}` : nothing}${ready ? html` · ${t("onDevice")}` : nothing}</small>
      ${ghost ? html`<small class="rail-ghost tabular" data-testid="ghost">${live?.paper === id ? t("ghostPage", { page: live.page }) : t("ghostNoPage")}</small>` : nothing}</span>
  </button></li>`;
}
