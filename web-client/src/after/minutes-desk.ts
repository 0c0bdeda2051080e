import { html, nothing, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { isForm } from "client-kit/meeting/opinion-form.ts";
import { HttpFailure } from "client-kit/net/index.ts";
import { fold } from "client-kit/text/fold.ts";
import { officialPaper } from "client-kit/ui/official-paper.ts";
import type { MeetingView, MinutesView } from "client-kit/proto/protocol.ts";
import { meetings, type Fact, type MinutesPage } from "../api/api.ts";
import "../lead/unrecorded-conclusions.ts";
import "../tasks/item-tasks.ts";
import { DeskPart } from "../meeting/desk-part.ts";
import { clockSeconds } from "../shared/when.ts";
import { after } from "../texts/after.ts";
import { check } from "../texts/check.ts";
import { minutesTexts as say } from "../texts/minutes.ts";
import { approval, changesAsked } from "./approval.ts";
import { common } from "../texts/common.ts";
import { forms } from "../texts/forms.ts";

const AFTER_MS = 1_500;

/** After the meeting, and while it runs: the minutes as a paper beside the facts they were made of. */
export class MinutesDesk extends DeskPart {
  static override properties = { ...DeskPart.properties, writes: { state: true }, ready: { state: true }, page: { state: true }, trouble: { state: true }, typed: { state: true } };
  /** Whether the minutes are written here rather than read. */
  declare writes: boolean;
  declare ready: boolean;
  declare page: MinutesPage | null;
  declare trouble: string;
  declare typed: string;
  #seen: MeetingView | undefined;
  /** the minutes that the page shows, or older ones: an approval names their versions */
  #shown: MinutesView | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    super();
    this.writes = true;
    this.ready = false;
    this.page = null;
    this.trouble = "";
    this.typed = "";
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  protected override updated(): void {
    const view = this.desk?.view;
    if (this.#isWriting(view)) {
      if (!this.ready) void import("../minutes/write-minutes.ts").then(() => { this.ready = true; });
      return;
    }
    if (view === undefined || view === this.#seen || this.#timer !== undefined) return;
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      this.#seen = this.desk.view;
      void this.#load();
    }, this.page ? AFTER_MS : 0);
  }

  async #load(): Promise<void> {
    const { minutes } = this.desk.view ?? {};
    try {
      const page = await meetings.minutes(this.desk.id);
      this.#shown = minutes;
      this.page = page;
      this.trouble = "";
    } catch (failure) {
      if (!(failure instanceof HttpFailure)) throw failure;
      this.trouble = failure.status === 404 ? (this.desk.view && isForm(this.desk.view.head) ? forms.reportNotYet : after.notYet) : failure.message;
    }
  }

  #isWriting(view: MeetingView | undefined): boolean { return this.writes && view?.minutes !== undefined && !isForm(view.head); }

  #views(view: MeetingView): TemplateResult | typeof nothing {
    const { minutes } = view;
    if (!minutes || isForm(view.head)) return nothing;
    const writing = this.#isWriting(view);
    const choice = (writes: boolean, id: string, word: string): TemplateResult => html`<button type="button" class="ns-button ns-quiet is-small" aria-pressed=${String(writes === writing)} data-testid=${id} @click=${() => { this.writes = writes; }}>${word}</button>`;
    return html`<span class="minutes-views" role="group" aria-label=${say.views}>${choice(true, "minutes-write", say.write)}${choice(false, "minutes-read", say.read)}</span>${approval(this.desk, minutes, writing ? undefined : this.#shown, () => { this.writes = false; })}`;
  }

  protected override draw(view: MeetingView): TemplateResult {
    const { page } = this;
    if (this.#isWriting(view)) return html`<div class="desk minutes is-writing"><main class="centre paper-desk" id="stage">
        <unrecorded-conclusions .desk=${this.desk}></unrecorded-conclusions>
        <header class="paper-acts">${this.#views(view)}<a class="ns-button ns-quiet is-small" href=${`/files/${view.head.id}/minutes.pdf`} target="_blank" rel="noopener" data-testid="minutes-pdf">${after.open}</a></header>
        ${view.minutes ? changesAsked(this.desk, view.minutes) : nothing}
        ${this.ready ? html`<write-minutes .desk=${this.desk}></write-minutes>` : html`<p class="empty">${common.loading}</p>`}</main></div>`;
    return html`<div class="desk minutes">
      <main class="centre paper-desk" id="stage">
        <unrecorded-conclusions .desk=${this.desk}></unrecorded-conclusions>
        ${this.trouble ? html`<p class="empty">${this.trouble}</p>` : page ? html`
          <header class="paper-acts">${this.#views(view)}<p class="hint">${view.head.phase === "CLOSED" ? "" : isForm(view.head) ? forms.reportDraft : after.draft}</p>
            <a class="ns-button ns-primary" href=${`/files/${view.head.id}/minutes.pdf`} target="_blank" rel="noopener" data-testid="minutes-pdf">${after.open}</a>
            ${view.head.phase === "CLOSED" && page.facts.length > 0 ? html`<a class="ns-button" href=${`/files/${view.head.id}/bundle`} download data-testid="bundle">${check.bundle}</a>` : nothing}</header>
          ${view.minutes && !isForm(view.head) ? changesAsked(this.desk, view.minutes) : nothing}
          <div class="paper-scroll" tabindex="0" data-testid="minutes-paper">${officialPaper(page.paper.blocks, page.draft)}</div>` : html`<p class="empty">${common.loading}</p>`}
      </main>
      <aside class="side facts-side"><item-tasks .desk=${this.desk}></item-tasks>${page ? this.#facts(page) : nothing}</aside>
    </div>`;
  }

  #facts(page: MinutesPage): TemplateResult {
    const wanted = fold(this.typed).trim();
    const shown = wanted === "" ? page.facts : page.facts.filter((fact) => fold(`${fact.text} ${fact.actor} ${fact.code}`).includes(wanted));
    return html`<section class="panel head-hash"><h2>${after.head}</h2><p class="hash" data-testid="head-hash">${page.head.hash}</p><p class="hint">${after.headHint}</p></section>
      <section class="panel facts-list"><header><h2>${after.facts}</h2><small>${after.entries(page.facts.length)}</small></header>
        <input type="search" class="search" placeholder=${after.filter} aria-label=${after.filter} data-testid="facts-search" @input=${(event: InputEvent) => { this.typed = (event.target as HTMLInputElement).value; }} />
        <ol tabindex="0">${repeat(shown, (fact) => fact.seq, (fact) => this.#fact(fact))}</ol></section>`;
  }

  #fact(fact: Fact): TemplateResult {
    return html`<li data-testid="fact" data-type=${fact.type}><time class="tabular">${clockSeconds(fact.at)}</time>
      <p>${fact.text}<small><span class="tabular">${fact.seq}</span> · ${fact.actor} · ${after.code} <code>${fact.code}</code></small></p></li>`;
  }
}

customElements.define("minutes-desk", MinutesDesk);
