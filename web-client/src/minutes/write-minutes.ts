import { openComments } from "client-kit/minutes/comments.ts";
import { html, nothing, type TemplateResult } from "lit";
import { newId } from "client-kit/net/tabs.ts";
import type { MeetingView, MinutesView, TextPart } from "client-kit/proto/protocol.ts";
import { DeskPart } from "../meeting/desk-part.ts";
import { clockSeconds } from "../shared/when.ts";
import { minutesTexts as say } from "../texts/minutes.ts";
import { historySheet } from "./history-sheet.ts";
import { keyOf, TextDesk, type PlacedFact } from "./text-desk.ts";
import "./text-editor.ts";

const GENERAL = "general";
const PARTS: readonly TextPart[] = ["PUBLIC", "CONFIDENTIAL"];

/** Writing the minutes: their places at the left, the text of one in the middle, its facts and what is said about it at the right. */
export class WriteMinutes extends DeskPart {
  static override properties = { ...DeskPart.properties, place: { state: true }, section: { state: true }, words: { state: true } };
  declare place: string;
  declare section: TextPart;
  /** a comment in the making */
  declare words: string;

  constructor() {
    super();
    this.place = "";
    this.section = "PUBLIC";
    this.words = "";
  }

  #texts(): TextDesk {
    return (this.desk.texts ??= new TextDesk(this.desk.id, this.desk.me, () => this.desk.tell()));
  }

  #name(view: MeetingView, place: string): string {
    const item = view.agenda.items[place];
    return place === GENERAL ? say.general : item ? `${item.number}. ${item.title}` : say.gone;
  }

  protected override draw(view: MeetingView): TemplateResult {
    const { minutes } = view;
    if (!minutes) return html`<p class="empty">${say.notBegun}</p>`;
    const texts = this.#texts();
    const places = [...view.agenda.order, GENERAL, ...new Set([...Object.keys(minutes.texts), ...texts.unsentTexts].map((key) => key.split("/")[0]!).filter((place) => place !== GENERAL && !view.agenda.items[place]))];
    const place = places.includes(this.place) ? this.place : (places.find((each) => each === view.agenda.inHand) ?? places[0] ?? GENERAL);
    const key = keyOf(place, this.section);
    const commented = (part: (typeof PARTS)[number]): string => {
      const open = openComments(minutes).filter((comment) => comment.place === place && comment.part === part).length;
      return open === 0 ? "" : ` · ${say.openComments(open)}`;
    };
    return html`<div class="write-minutes">
      <nav class="places" aria-label=${say.places}><ol>${places.map((each) => this.#placeLine(view, minutes, each, each === place, texts))}</ol></nav>
      <section class="write-text" aria-label=${this.#name(view, place)}>
        <header><h2>${this.#name(view, place)}</h2>
          <button type="button" class="ns-button ns-plain is-small" data-testid="history" @click=${() => void historySheet(texts, key, this.#name(view, place), (id) => this.desk.name(id), !minutes.locked)}>${say.history}</button></header>
        <div class="part-tabs" role="group" aria-label=${say.parts}>${PARTS.map((part) => html`<button type="button" class="ns-button ns-quiet is-small" aria-pressed=${String(part === this.section)} data-testid="part-${part}" @click=${() => { this.section = part; }}>${say.part[part]}${commented(part)}</button>`)}
          ${this.section === "CONFIDENTIAL" ? html`<span class="hint">${say.confidentialHint}</span>` : nothing}</div>
        ${this.section === "PUBLIC" && minutes.texts[key]?.blank !== false && !minutes.locked ? html`<p class="hint write-hint">${place === GENERAL ? say.generalHint : say.writeHint}</p>` : nothing}
        <text-editor .sync=${texts.text(key)} .label=${say.editor(this.#name(view, place))} ?locked=${minutes.locked || (place !== GENERAL && !view.agenda.items[place])} .beat=${{}}></text-editor>
      </section>
      <aside class="beside-text">${this.#facts(view, minutes, place, texts.facts)}${this.#comments(minutes, place)}</aside>
    </div>`;
  }

  #placeLine(view: MeetingView, minutes: MinutesView, place: string, chosen: boolean, texts: TextDesk): TemplateResult {
    const fresh = minutes.locked ? 0 : newFacts(view, place, texts.facts).length;
    const comments = openComments(minutes).filter((comment) => comment.place === place).length;
    const unsent = texts.unsentTexts.some((key) => key.split("/")[0] === place);
    const written = PARTS.some((part) => minutes.texts[keyOf(place, part)]?.blank === false);
    return html`<li><button type="button" aria-current=${chosen ? "true" : nothing} data-testid="place" data-id=${place} @click=${() => { this.place = place; }}>
      <span>${this.#name(view, place)}</span><small>${written ? say.written : ""}${fresh > 0 ? html`<b class="fresh" data-testid="place-news">${say.news(fresh)}</b>` : nothing}${comments > 0 ? html`<b class="fresh" data-testid="place-comments">${say.openComments(comments)}</b>` : nothing}${unsent ? html`<b class="fresh" data-testid="place-unsent">${say.unsentHere}</b>` : nothing}</small></button></li>`;
  }

  #facts(view: MeetingView, minutes: MinutesView, place: string, all: readonly PlacedFact[]): TemplateResult {
    const facts = all.filter((fact) => fact.place === place);
    const fresh = new Set(minutes.locked ? [] : newFacts(view, place, all));
    const newest = facts.at(-1)?.seq ?? 0;
    return html`<section class="panel placed-facts"><header><h2>${say.facts}</h2>
        ${fresh.size > 0 ? html`<button type="button" class="ns-button ns-quiet is-small" data-testid="facts-seen" @click=${() => void this.desk.do({ type: "acknowledgeFacts", place, upTo: newest })}>${say.seen}</button>` : nothing}</header>
      ${facts.length === 0 ? html`<p class="hint">${say.noFacts}</p>` : html`<ol tabindex="0">${facts.map((fact) => html`<li data-testid="placed-fact" data-new=${fresh.has(fact) ? "yes" : "no"}><time class="tabular">${clockSeconds(fact.at)}</time>
        <p>${fact.text}${fresh.has(fact) ? html` <b class="fresh">${fact.corrects ? say.changed : say.fresh}</b>` : nothing}</p></li>`)}</ol>`}</section>`;
  }

  #comments(minutes: MinutesView, place: string): TemplateResult {
    const comments = Object.entries(minutes.comments).filter(([, comment]) => comment.place === place && comment.part === this.section).sort(([, a], [, b]) => a.at - b.at);
    return html`<section class="panel minutes-comments"><h2>${say.comments}</h2>
      ${comments.length === 0 ? html`<p class="hint">${say.noComments}</p>` : html`<ol>${comments.map(([id, { by, text, at, resolvedBy }]) => html`<li data-testid="comment" data-resolved=${resolvedBy ? "yes" : "no"}><p><b>${this.desk.name(by)}</b> <small class="tabular">${clockSeconds(at)}</small></p><p>${text}</p>
        ${resolvedBy ? html`<small>${say.resolved(this.desk.name(resolvedBy))}</small>` : minutes.locked ? nothing : html`<button type="button" class="ns-button ns-plain is-small" data-testid="comment-resolve" @click=${() => void this.desk.do({ type: "resolveComment", comment: id })}>${say.resolve}</button>`}</li>`)}</ol>`}
      ${minutes.locked ? nothing : html`<form @submit=${(event: Event) => void this.#say(event, place)}><textarea rows="2" maxlength="1000" aria-label=${say.comment} placeholder=${say.comment} data-testid="comment-text" .value=${this.words} @input=${(event: Event) => { this.words = (event.target as HTMLTextAreaElement).value; }}></textarea>
        <button type="submit" class="ns-button ns-quiet is-small" data-testid="comment-send" ?disabled=${this.words.trim() === ""}>${say.addComment}</button></form>`}</section>`;
  }

  async #say(event: Event, place: string): Promise<void> {
    event.preventDefault();
    const text = this.words;
    if ((await this.desk.do({ type: "commentMinutes", comment: newId(), place, part: this.section, text })).kind === "done" && this.words === text) this.words = "";
  }
}

/** Facts of a place that its writers have not said to have seen; before anything is written there, those that came after the closing. */
function newFacts({ minutes, head }: MeetingView, place: string, facts: readonly PlacedFact[]): PlacedFact[] {
  const seen = minutes?.seen[place];
  return facts.filter((fact) => fact.place === place && (seen === undefined ? head.closedAt !== undefined && fact.at > head.closedAt : fact.seq > seen));
}

customElements.define("write-minutes", WriteMinutes);
