import { isForm } from "client-kit/meeting/opinion-form.ts";
import { newId } from "client-kit/net/index.ts";
import { icon } from "client-kit/ui/index.ts";
import { html, nothing, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import type { ItemView, MeetingView } from "client-kit/proto/protocol.ts";
import { DeskPart } from "../meeting/desk-part.ts";
import { clock } from "../shared/when.ts";
import { forms } from "../texts/forms.ts";
import { lead } from "../texts/lead.ts";
import { prepare } from "../texts/prepare.ts";
import { seatTexts } from "../texts/seats.ts";
import { kindOf, readLines } from "./agenda-lines.ts";
import { dropAt, stepOf, type Edge, type Place, type Step } from "./agenda-tree.ts";
import { assignAndSend } from "./assign-sheet.ts";
import { ACCEPT } from "./uploads.ts";
import { addLines, pasteSheet } from "./paste-sheet.ts";
import { outlineOf, type Drafts } from "./drafts.ts";

const KEYS: Readonly<Record<string, Step>> = { ArrowUp: "up", ArrowDown: "down", ArrowRight: "in", ArrowLeft: "out" };

/** The outline of the meeting's file: general, participants, and the agenda as a tree that is ordered by dragging or by keyboard. */
export class AgendaOutline extends DeskPart {
  static override properties = { ...DeskPart.properties, leaf: {}, choose: { attribute: false }, drafts: { attribute: false }, over: { state: true } };
  declare leaf: string;
  declare choose: (leaf: string) => void;
  declare drafts: Drafts;
  declare over: { readonly item: string; readonly edge: Edge } | null;
  #dragged: string | null = null;

  constructor() {
    super();
    this.over = null;
  }

  protected override draw(view: MeetingView): TemplateResult {
    const { order, items } = view.agenda;
    const may = view.head.phase !== "CLOSED" && view.head.phase !== "CANCELLED";
    return html`<nav class="agenda outline" aria-label=${isForm(view.head) ? forms.outline : prepare.outline}>
      <ul class="leaves">
        <li><button type="button" class="leaf-row" aria-current=${this.leaf === "head" ? "true" : nothing} data-testid="leaf-head" @click=${() => this.choose("head")}>${prepare.head}</button></li>
        <li><button type="button" class="leaf-row" aria-current=${this.leaf === "people" ? "true" : nothing} data-testid="leaf-people" @click=${() => this.choose("people")}>${prepare.people}<small class="tabular">${view.people.order.length}</small></button></li>
        ${isForm(view.head) ? nothing : html`<li><button type="button" class="leaf-row" aria-current=${this.leaf === "seats" ? "true" : nothing} data-testid="leaf-seats" @click=${() => this.choose("seats")}>${seatTexts.title}<small class="tabular">${view.seats.order.length}</small></button></li>`}
      </ul>
      <h2>${isForm(view.head) ? forms.items : prepare.agenda}</h2>
      ${order.length === 0 ? html`<p class="hint">${isForm(view.head) ? forms.firstHint : prepare.firstHint}</p>` : nothing}
      <ol class="tree" @dragend=${this.#drop} @drop=${this.#drop}>${repeat(order, (id) => id, (id) => {
        const item = items[id];
        return item ? this.#row(id, item, may) : nothing;
      })}</ol>
      ${may ? html`<form class="add-item" @submit=${this.#add}>
        <input name="title" maxlength="500" autocomplete="off" placeholder=${isForm(view.head) ? forms.add : prepare.add} aria-label=${isForm(view.head) ? forms.add : prepare.add} data-testid="item-add" @paste=${this.#pasted} />
        <p class="hint">${isForm(view.head) ? forms.addHint : prepare.addHint}</p></form>
        ${order.length ? html`<label class="many-files ns-button ns-quiet is-wide"><input type="file" multiple accept=${ACCEPT} class="unseen" data-testid="many-files" @change=${this.#files} />${isForm(view.head) ? forms.many : prepare.assign.many}</label>` : nothing}` : nothing}
    </nav>`;
  }

  #row(id: string, item: ItemView, may: boolean): TemplateResult {
    const edge = this.over?.item === id ? this.over.edge : nothing;
    return html`<li class="row" data-level=${item.parent ? 1 : 0} data-edge=${edge} data-progress=${item.progress}
      draggable=${may ? "true" : "false"} @dragstart=${(event: DragEvent) => this.#lift(event, id)} @dragover=${(event: DragEvent) => this.#hover(event, id)} @dragleave=${() => { this.over = null; }}>
      <button type="button" data-row aria-current=${this.leaf === id ? "true" : nothing} data-testid="outline-item" data-id=${id} @click=${() => this.choose(id)} @keydown=${(event: KeyboardEvent) => this.#key(event, id)}>
        <span class="row-number">${item.number}</span>
        <span class="row-title">${item.title}</span>
        <span class="row-times">
          ${item.plannedStart === undefined ? nothing : html`<span class="tabular">${clock(item.plannedStart)}–${clock(item.plannedEnd ?? item.plannedStart)}</span>`}
          ${item.papers.length ? html`<span>${lead.papersOf(item.papers.length)}</span>` : nothing}
          ${this.drafts.isDirty(id) ? html`<span class="dirty">${prepare.unsaved}</span>` : nothing}</span>
      </button>
      ${may ? html`<span class="grip" title=${prepare.move.dragged} aria-hidden="true">${icon("drag")}</span>` : nothing}
    </li>`;
  }

  // ---- order

  #key(event: KeyboardEvent, id: string): void {
    const view = this.desk.view;
    const step = event.altKey ? KEYS[event.key] : undefined;
    if (!view) return;
    if (step) {
      event.preventDefault();
      const place = stepOf(view.agenda, id, step);
      if (place) void this.#move(id, place);
    } else if (event.key === "ArrowUp" || event.key === "ArrowDown") {
      event.preventDefault();
      const next = view.agenda.order[view.agenda.order.indexOf(id) + (event.key === "ArrowUp" ? -1 : 1)];
      if (next) this.querySelector<HTMLElement>(`[data-id="${next}"]`)?.focus();
    }
  }

  async #move(item: string, place: Place): Promise<void> {
    const title = this.desk.view?.agenda.items[item]?.title ?? "";
    await this.desk.revise(prepare.move.what(title), (reason) => ({ type: "moveItem", item, ...place, ...reason }));
    await this.updateComplete;
    this.querySelector<HTMLElement>(`[data-id="${item}"]`)?.focus();
  }

  #lift(event: DragEvent, id: string): void {
    this.#dragged = id;
    event.dataTransfer?.setData("text/plain", id);
    if (event.dataTransfer) event.dataTransfer.effectAllowed = "move";
  }

  #hover(event: DragEvent, id: string): void {
    const view = this.desk.view;
    const row = event.currentTarget as HTMLElement;
    if (!view || this.#dragged === null) return;
    const at = (event.clientY - row.getBoundingClientRect().top) / row.offsetHeight;
    const wanted: Edge[] = at < 0.3 ? ["before"] : at > 0.7 ? ["after"] : ["inside", at < 0.5 ? "before" : "after"];
    const edge = wanted.find((each) => this.#dragged !== null && dropAt(view.agenda, this.#dragged, id, each));
    this.over = edge ? { item: id, edge } : null;
    if (edge) event.preventDefault();
  }

  #drop = (event: DragEvent): void => {
    event.preventDefault();
    const view = this.desk.view;
    const { over } = this;
    const item = this.#dragged;
    this.over = null;
    this.#dragged = null;
    if (event.type !== "drop" || !view || !over || item === null) return;
    const place = dropAt(view.agenda, item, over.item, over.edge);
    if (place) void this.#move(item, place);
  };

  // ---- new items

  /** Papers for the whole agenda: each finds its item by its name. */
  #files = (event: Event): void => {
    const input = event.target as HTMLInputElement;
    void assignAndSend(this.desk, [...(input.files ?? [])]);
    input.value = "";
  };

  #add = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const input = (event.target as HTMLFormElement).elements.namedItem("title") as HTMLInputElement;
    const title = input.value.trim();
    if (title === "") return;
    const item = newId();
    const outline = outlineOf({ title, kind: kindOf(title), presenter: "", unit: "", plannedMinutes: 0, visibility: "EVERYONE" });
    if (await this.desk.revise(prepare.item.whatAdd(title), (reason) => ({ type: "addItem", item, outline, ...reason }))) {
      if (input.value.trim() === title) input.value = "";
      this.choose(item);
      await this.updateComplete;
      input.focus();
    }
  };

  #pasted = (event: ClipboardEvent): void => {
    const text = event.clipboardData?.getData("text/plain") ?? "";
    if (readLines(text).length < 2) return;
    event.preventDefault();
    void pasteSheet(text).then((lines) => (lines ? addLines(this.desk, lines) : undefined));
  };
}

customElements.define("agenda-outline", AgendaOutline);
