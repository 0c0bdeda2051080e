import "client-kit/tasks/ns-task-review.ts";
import "../indicators/item-indicators.ts";
import { tasksIn } from "client-kit/meeting/tasks-in.ts";
import { isForm } from "client-kit/meeting/opinion-form.ts";
import { html, nothing, type TemplateResult } from "lit";
import type { ItemKind, MeetingView, Visibility } from "client-kit/proto/protocol.ts";
import { voteSheet } from "../lead/vote-sheet.ts";
import { removeVote } from "../lead/vote-acts.ts";
import { ruleWords } from "../lead/rule-words.ts";
import { DeskPart } from "../meeting/desk-part.ts";
import { confirmAct } from "../shared/ask.ts";
import { wholeNumber } from "../shared/field.ts";
import { notify } from "../shared/notices.ts";
import { clock } from "../shared/when.ts";
import { common } from "../texts/common.ts";
import { forms } from "../texts/forms.ts";
import { lead } from "../texts/lead.ts";
import { prepare } from "../texts/prepare.ts";
import { stepOf, type Step } from "./agenda-tree.ts";
import { outlineOf, type Drafts, type ItemFields } from "./drafts.ts";
import "./opinions-part.ts";
import "./paper-list.ts";

const ITEM_KINDS: readonly ItemKind[] = ["INFORMATION", "REPORT", "DISCUSSION", "DECISION"];
const STEPS: readonly Step[] = ["up", "down", "in", "out"];
const LONGEST_MINUTES = 1440;

/** One item of the agenda: what it says, its papers, its prepared votes. */
export class ItemSheet extends DeskPart {
  static override properties = { ...DeskPart.properties, item: {}, drafts: { attribute: false }, choose: { attribute: false }, typed: { attribute: false } };
  declare item: string;
  declare drafts: Drafts;
  declare choose: (leaf: string) => void;
  declare typed: () => void;

  protected override draw(view: MeetingView): TemplateResult | typeof nothing {
    const item = view.agenda.items[this.item];
    if (!item) return nothing;
    const draft = this.drafts.of(this.item, item);
    const { value } = draft;
    const inWriting = isForm(view.head);
    const say = this.#say;
    const may = view.head.phase !== "CLOSED" && view.head.phase !== "CANCELLED";
    const type = <K extends keyof ItemFields>(key: K, read: (raw: string) => ItemFields[K]) => (event: Event): void => {
      draft.type(key, read((event.target as HTMLInputElement).value));
      this.requestUpdate();
      this.typed();
    };
    const text = (raw: string): string => raw;
    return html`<form class="leaf" @submit=${this.#save} novalidate>
      <header class="leaf-head"><p class="eyebrow">${say.number(item.number)}${inWriting ? "" : item.plannedStart === undefined ? ` · ${say.unplanned}` : ` · ${say.planned(clock(item.plannedStart), clock(item.plannedEnd ?? item.plannedStart))}`}</p>
        ${may ? this.#moves(view) : nothing}</header>
      <label class="field big"><span>${say.title}</span><textarea rows="2" maxlength="500" ?disabled=${!may} .value=${value.title} @input=${type("title", text)} data-testid="item-title"></textarea></label>
      <div class=${inWriting ? "pair" : "pair three"}>
        <label class="field"><span>${say.kind}</span><select ?disabled=${!may} @change=${type("kind", (raw) => raw as ItemKind)} data-testid="item-kind">${ITEM_KINDS.map((kind) => html`<option value=${kind} .selected=${kind === value.kind}>${common.itemKind[kind]}</option>`)}</select></label>
        ${inWriting ? nothing : html`<label class="field"><span>${say.minutes}</span><input type="number" min="0" max=${LONGEST_MINUTES} ?disabled=${!may} .value=${String(value.plannedMinutes)} @input=${type("plannedMinutes", (raw) => wholeNumber(raw, 0, LONGEST_MINUTES, 0))} data-testid="item-minutes" /></label>`}
        <label class="field"><span>${say.visibility}</span><select ?disabled=${!may} @change=${type("visibility", (raw) => raw as Visibility)} data-testid="item-visibility">
          <option value="EVERYONE" .selected=${value.visibility === "EVERYONE"}>${say.everyone}</option><option value="MEMBERS" .selected=${value.visibility === "MEMBERS"}>${say.members}</option></select></label>
      </div>
      <div class="pair">
        ${inWriting ? nothing : html`<label class="field"><span>${say.presenter}</span><input maxlength="200" ?disabled=${!may} .value=${value.presenter} @input=${type("presenter", text)} data-testid="item-presenter" /></label>`}
        <label class="field"><span>${say.unit}</span><input maxlength="500" ?disabled=${!may} .value=${value.unit} @input=${type("unit", text)} data-testid="item-unit" /></label>
      </div>
      ${draft.overtaken.length ? html`<p class="overtaken">${say.overtaken}</p>` : nothing}
      <div class="leaf-acts">
        ${draft.dirty ? html`<button class="ns-button ns-primary" data-testid="item-save">${say.save}</button>
          <button type="button" class="ns-button ns-plain" @click=${() => { draft.reset(); this.requestUpdate(); this.typed(); }}>${say.reset}</button>` : nothing}
        <span class="spring"></span>
        ${may ? html`<button type="button" class="ns-button ns-plain" data-testid="item-remove" @click=${this.#remove}>${say.remove}</button>` : nothing}
      </div>
    </form>
    ${this.item === tasksIn(view).review ? html`<ns-task-review .meeting=${view.head.id}></ns-task-review>` : nothing}
    ${isForm(view.head) ? nothing : html`<item-indicators .desk=${this.desk} .item=${this.item}></item-indicators>`}
    <paper-list .desk=${this.desk} .item=${this.item}></paper-list>
    <opinions-part .desk=${this.desk} .item=${this.item}></opinions-part>
    ${this.#votes(view, may)}`;
  }

  get #say(): typeof prepare.item {
    return this.desk.view && isForm(this.desk.view.head) ? { ...prepare.item, ...forms.item } : prepare.item;
  }

  #moves(view: MeetingView): TemplateResult {
    return html`<div class="moves" role="group" aria-label=${prepare.move.label}>${STEPS.map((step) => {
      const place = stepOf(view.agenda, this.item, step);
      const title = view.agenda.items[this.item]?.title ?? "";
      return html`<button type="button" class="ns-button ns-plain is-small" data-testid="move-${step}" ?disabled=${!place}
        @click=${() => place && this.desk.revise(prepare.move.what(title), (reason) => ({ type: "moveItem", item: this.item, ...place, ...reason }))}>${prepare.move[step]}</button>`;
    })}</div>`;
  }

  #votes(view: MeetingView, may: boolean): TemplateResult {
    const mine = view.votes.order.filter((id) => view.votes.votes[id]?.item === this.item);
    return html`<section class="leaf-part"><header><h3>${isForm(view.head) ? forms.questions : prepare.votes.title}</h3>
        ${may && (!isForm(view.head) || view.head.phase === "DRAFT") ? html`<button type="button" class="ns-button ns-quiet is-small" data-testid="vote-add" @click=${() => voteSheet(this.desk, null, this.item)}>${isForm(view.head) ? forms.addQuestion : lead.votes.add}</button>` : nothing}</header>
      ${mine.length === 0 ? html`<p class="hint">${isForm(view.head) ? forms.noneOnItem : prepare.votes.none}</p>` : nothing}
      <ul class="vote-list">${mine.map((id) => {
        const vote = view.votes.votes[id];
        return vote ? html`<li data-testid="vote"><p><b>${vote.question}</b><small>${lead.votes.state[vote.state]} · ${lead.votes.mode[vote.mode]} · ${ruleWords(vote.rule)}</small></p>
          ${vote.state === "PREPARED" && may ? html`<button type="button" class="ns-button ns-quiet is-small" data-testid="vote-edit" @click=${() => voteSheet(this.desk, id, this.item)}>${common.edit}</button>
            <button type="button" class="ns-button ns-plain is-small" data-testid="vote-remove" @click=${() => removeVote(this.desk, id)}>${common.remove}</button>` : nothing}</li>` : nothing;
      })}</ul></section>`;
  }

  #save = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const { item, desk } = this;
    const shown = desk.view?.agenda.items[item];
    if (!shown) return;
    const outline = outlineOf(this.drafts.of(item, shown).value);
    if (!(await desk.revise(this.#say.what(outline.title), (reason) => ({ type: "editItem", item, outline, ...reason })))) return;
    const now = desk.view?.agenda.items[item];
    // Blanks at the ends are not kept: what is typed now counts as saved.
    if (now && JSON.stringify(outlineOf(this.drafts.of(item, now).value)) === JSON.stringify(outline)) this.drafts.of(item, now).reset();
    notify(common.saved);
    this.requestUpdate();
    this.typed();
  };

  #remove = async (): Promise<void> => {
    const { item, desk } = this;
    const title = desk.view?.agenda.items[item]?.title ?? "";
    if (desk.view?.head.phase === "DRAFT" && !(await confirmAct({ title: this.#say.removeTitle, text: title, act: this.#say.remove, tone: "grave" }))) return;
    await desk.revise(this.#say.whatRemove(title), (reason) => ({ type: "removeItem", item, ...reason }));
  };
}

customElements.define("item-sheet", ItemSheet);
