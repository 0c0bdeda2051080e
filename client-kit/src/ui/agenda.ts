import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { shortTime } from "../i18n/format.ts";
import { t } from "./texts.ts";
import type { AgendaView, ItemView, PaperView } from "../proto/protocol.ts";
import { LightElement } from "./element.ts";
import { icon } from "./icon.ts";
import { empty, tag } from "./plain.ts";
import "./agenda.css";

export type ItemChosen = CustomEvent<{ item: string }>;
export type PaperChosen = CustomEvent<{ paper: string; item: string }>;

/**
 * The agenda as a list: done, in hand, to come; papers under their items. Fires `ns-item` and `ns-paper` when one is chosen.
 * The item in hand is brought into sight when it changes, unless the reader is in the list.
 */
export class NsAgenda extends LightElement {
  static override properties = {
    agenda: { attribute: false },
    papers: { attribute: false },
    fresh: { attribute: false },
    selectedItem: { attribute: false },
    selectedPaper: { attribute: false },
    times: { type: Boolean },
    below: { attribute: false },
  };
  declare agenda: AgendaView | undefined;
  declare papers: Readonly<Record<string, PaperView>>;
  /** papers that this reader has not opened */
  declare fresh: ReadonlySet<string>;
  declare selectedItem: string | undefined;
  declare selectedPaper: string | undefined;
  /** planned and real times (the console); off on tablets, where room is short */
  declare times: boolean;
  /** more under an item (a vote, a conclusion, buttons) */
  declare below: ((item: string) => TemplateResult | typeof nothing) | undefined;

  constructor() {
    super();
    this.papers = {};
    this.fresh = new Set();
    this.times = false;
  }

  override render(): TemplateResult {
    const agenda = this.agenda;
    if (agenda === undefined || agenda.order.length === 0) return empty({ icon: "agenda", title: t("agendaEmpty"), text: t("agendaEmptyText") });
    return html`<ol class="ns-agenda" aria-label=${t("agenda")}>${agenda.order.map((id) => {
      const item = agenda.items[id];
      return item === undefined ? nothing : this.item(id, item);
    })}</ol>`;
  }

  protected override updated(changed: PropertyValues<this>): void {
    const before = changed.get("agenda");
    if (!changed.has("agenda") || this.agenda?.inHand === undefined || this.agenda.inHand === before?.inHand || this.contains(document.activeElement)) return;
    const row = this.querySelector<HTMLElement>(".ns-item.is-in-hand");
    const list = row === null ? null : scrollerOf(row);
    // not scrollIntoView: that would move the page around the list as well
    if (row !== null && list !== null) list.scrollTop += row.getBoundingClientRect().top - list.getBoundingClientRect().top - list.clientHeight / 5;
  }

  private item(id: string, item: ItemView): TemplateResult {
    const state = ({ DONE: "is-done", IN_HAND: "is-in-hand", TO_COME: "is-to-come" } as const)[item.progress];
    const selected = id === this.selectedItem && this.selectedPaper === undefined;
    const said = ({ DONE: t("itemDone"), IN_HAND: t("itemInHand"), TO_COME: t("itemToCome") } as const)[item.progress];
    return html`<li class="ns-item ${state} ${item.parent === undefined ? "" : "is-inner"}" aria-current=${item.progress === "IN_HAND" ? "step" : nothing}>
      <button class="ns-item-button" type="button" aria-pressed=${String(selected)} @click=${() => this.choose("ns-item", { item: id })}>
        <span class="ns-item-number tabular">${item.number}</span>
        <span class="ns-item-words">
          ${item.progress === "IN_HAND" ? html`<span>${tag(said, "live")}</span>` : nothing}
          <span class="ns-item-title">${item.title}</span>
          ${item.presenter === "" ? nothing : html`<span class="ns-item-line">${item.presenter}</span>`}
          ${this.times ? this.timesOf(item) : nothing}
        </span>
        <span class="ns-item-state">${item.progress === "DONE" ? icon("check", said) : item.progress === "TO_COME" ? html`<span class="unseen">${said}</span>` : nothing}</span>
      </button>
      ${item.papers.length === 0 ? nothing : html`<ul class="ns-item-papers">${item.papers.map((paper) => this.paper(paper, id))}</ul>`}
      ${this.below?.(id) ?? nothing}
    </li>`;
  }

  private paper(id: string, item: string): TemplateResult | typeof nothing {
    const paper = this.papers[id];
    // a newer version stands in its place
    if (paper === undefined || paper.supersededBy !== undefined) return nothing;
    const withdrawn = paper.status === "WITHDRAWN";
    const line = withdrawn ? t("paperWithdrawn") : paper.status === "PREPARING" ? t("paperPreparing") : t("paperPages", { n: paper.pages });
    return html`<li>
      <button class="ns-paper ${withdrawn ? "is-withdrawn" : ""}" type="button" aria-pressed=${String(id === this.selectedPaper)} ?disabled=${paper.status !== "READY"} @click=${() => this.choose("ns-paper", { paper: id, item })}>
        ${icon("paper")}
        <span class="ns-paper-words"><span class="ns-paper-title">${paper.title}</span><span class="ns-paper-line tabular">${line}</span></span>
        ${paper.status === "READY" && this.fresh.has(id) ? tag(t("paperNew"), "new") : nothing}
      </button>
    </li>`;
  }

  private timesOf(item: ItemView): TemplateResult | typeof nothing {
    const { plannedStart, plannedEnd, startedAt, endedAt } = item;
    const planned = plannedStart === undefined || plannedEnd === undefined ? t("plannedMinutes", { n: item.plannedMinutes }) : t("planned", { from: shortTime(plannedStart), to: shortTime(plannedEnd) });
    const real = startedAt === undefined ? undefined : item.progress === "DONE" && endedAt !== undefined ? t("took", { from: shortTime(startedAt), to: shortTime(endedAt) }) : t("since", { from: shortTime(startedAt) });
    return html`<span class="ns-item-line tabular">${planned}${real === undefined ? nothing : html` · <b>${real}</b>`}</span>`;
  }

  private choose(name: "ns-item" | "ns-paper", detail: { item: string; paper?: string }): void {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true }));
  }
}
customElements.define("ns-agenda", NsAgenda);

/** The list's own scrolling frame; the page itself is none. */
function scrollerOf(element: HTMLElement): HTMLElement | null {
  for (let one = element.parentElement; one !== null && one !== document.body; one = one.parentElement) {
    if (one.scrollHeight > one.clientHeight && /auto|scroll/.test(getComputedStyle(one).overflowY)) return one;
  }
  return null;
}

declare global {
  interface HTMLElementTagNameMap {
    "ns-agenda": NsAgenda;
  }
}
