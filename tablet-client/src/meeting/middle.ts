import { format } from "client-kit/i18n/index.ts";
import type { Packs } from "client-kit/offline/index.ts";
import type { PaperFault } from "client-kit/reader/paper-loader.ts";
import { isForm } from "client-kit/meeting/opinion-form.ts";
import type { MeetingView, Mine } from "client-kit/proto/protocol.ts";
import { html, nothing, type TemplateResult } from "lit";
import { conclusions } from "../after/conclusions.ts";
import { icons } from "../app/icons.ts";
import { t } from "../texts/index.ts";
import { isNew } from "./agenda-rows.ts";
import type { Desk } from "./desk.ts";
import { overview } from "./overview.ts";
import { content } from "./sheets.ts";
import { votesOf } from "../vote/vote-lines.ts";

/** What stands in the middle when it is not a page: the overview, an item without an open paper, a paper that can't be had. */
export function middle(desk: Desk, packs: Packs | null, fault: PaperFault | null): TemplateResult | typeof nothing {
  const { place } = desk;
  switch (place.kind) {
    case "overview": return overview(desk);
    case "item": return itemPage(desk, packs, place.item);
    case "paper": return fault === null ? html`<div class="blank" aria-busy="true"><p role="status">${t("loading")}</p></div>` : html`<div class="blank" role="status">${icons.paper}<h2>${t("paperFault")}</h2><p>${t(fault === "gone" ? "paperFaultGone" : "paperFaultOffline")}</p></div>`;
  }
}

const OVER: ReadonlySet<string> = new Set(["CLOSED", "CANCELLED", "DRAFT"]);

/** Whose opinion is wanted before the meeting, and who has given one. */
function opines(view: MeetingView, mine: Mine | null, id: string): boolean {
  if (!mine || isForm(view.head) || mine.recused.includes(id)) return false;
  return view.head.phase === "ISSUED" ? mine.role === "MEMBER" || mine.role === "CHAIR" : mine.before[id] !== undefined;
}

/** A view that the device has kept from before there were tasks has none of them. */
function itemPage(desk: Desk, packs: Packs | null, id: string): TemplateResult | typeof nothing {
  const view = desk.room.view!;
  const item = view.agenda.items[id];
  if (!item) return nothing;
  const { mine } = desk.room;
  const recused = mine?.recused.includes(id) ?? false;
  const papers = item.papers.filter((paper) => view.papers.papers[paper]?.status === "READY");
  const children = view.agenda.order.filter((other) => view.agenda.items[other]?.parent === id);
  return html`<article class="sheet-page" data-testid="item-page">
    <p class="ip-kicker">${isForm(view.head) ? nothing : html`<span class=${`tag ${item.progress === "IN_HAND" ? "is-live" : "is-quiet"}`}>${t(`progress${item.progress}`)}</span>`} <span>${isForm(view.head) ? t("formMatter", { number: item.number }) : `${t("itemNumber", { number: item.number })} · ${t(`kindItem${item.kind}`)}`}</span></p>
    <h2 class="ip-title">${item.title}</h2>
    <dl class="facts">
      ${item.presenter ? html`<div><dt>${t("presenter")}</dt><dd>${item.presenter}</dd></div>` : nothing}
      ${item.unit ? html`<div><dt>${t("unit")}</dt><dd>${item.unit}</dd></div>` : nothing}
      ${item.plannedMinutes > 0 ? html`<div><dt>${t("planned")}</dt><dd class="tabular">${item.plannedStart && item.plannedEnd ? `${format.shortTime(item.plannedStart)}–${format.shortTime(item.plannedEnd)} · ` : ""}${t("minutesLong", { n: item.plannedMinutes })}</dd></div>` : nothing}
    </dl>
    ${recused ? html`<section class="note is-warn ip-recused" data-testid="item-recused"><h3>${t("recusedTitle")}</h3><p>${t("recusedText")}</p>
      ${recusalButton(desk, t("recusedMore"))}</section>` : nothing}
    ${conclusions(view, [id])}
    ${view.tasks?.review ?? view.tasks?.tasks[0] ?? view.indicators?.beside[id] ? content(desk, (sheets) => sheets.itemTasks(desk, id)) : nothing}
    ${recused || (papers.length === 0 && children.length > 0) ? nothing : html`<h3>${t("papers")}</h3>
    ${papers.length === 0 ? html`<p class="soft">${t("paperNone")}</p>` : html`<ul class="ip-papers">${papers.map((paper) => paperLine(desk, packs, paper))}</ul>${desk.readingsKept ? html`<p class="soft">${t("readingsKept")}</p>` : nothing}`}`}
    ${children.length === 0 ? nothing : html`<ul class="ip-papers">${children.map((child) => html`<li><button type="button" class="ip-paper" @click=${() => desk.open({ kind: "item", item: child })}>
      <span class="ip-number tabular">${view.agenda.items[child]!.number}</span><span class="ip-words">${view.agenda.items[child]!.title}</span>${icons.forward}</button></li>`)}</ul>`}
    ${votesOf(desk, id)}
    ${opines(view, mine, id) ? content(desk, (sheets) => sheets.opinionPart(desk, id)) : nothing}
    ${!recused && mine?.may.speak && !isForm(view.head) && mine.role !== "GUEST" && !OVER.has(view.head.phase) ? html`<p>${recusalButton(desk, t("recusalTitle"))}</p>` : nothing}
  </article>`;
}

const recusalButton = (desk: Desk, words: string): TemplateResult =>
  html`<button type="button" class="ns-button ns-quiet" @click=${() => desk.show("recusal")} data-testid="recusal-open">${words}</button>`;

function paperLine(desk: Desk, packs: Packs | null, id: string): TemplateResult {
  const view = desk.room.view!;
  const paper = view.papers.papers[id]!;
  const ready = packs?.state(desk.room.meeting, id)?.phase === "ready";
  const older = paper.supersedes && view.papers.papers[paper.supersedes] ? paper.supersedes : null;
  return html`<li><button type="button" class="ip-paper" @click=${() => desk.open({ kind: "paper", paper: id })} data-testid=${`open-paper-${id}`}>
      ${icons.paper}
      <span class="ip-words">${isNew(view, paper, desk.memory.opened.has(id)) ? html`<span class="tag is-new">${t("newMark")}</span> ` : nothing}${paper.title}
        <small class="tabular">${t("paperPages", { n: paper.pages })}${ready ? ` · ${t("onDevice")}` : ""}${paper.supersedes ? ` · ${t("paperReplaces")}` : ""}</small></span>${icons.forward}</button>
    ${older ? html`<button type="button" class="ns-button ns-plain ip-old" @click=${() => desk.open({ kind: "paper", paper: older })}>${t("paperOld")}</button>` : nothing}</li>`;
}
