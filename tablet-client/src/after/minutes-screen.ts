import { LanguageController } from "client-kit/i18n/index.ts";
import { http, sentenceOf } from "client-kit/net/index.ts";
import { isForm } from "client-kit/meeting/opinion-form.ts";
import type { Kind } from "client-kit/proto/protocol.ts";
import { officialPaper, type PaperBlock } from "client-kit/ui/official-paper.ts";
import { html, LitElement, nothing, type TemplateResult } from "lit";
import { icons } from "../app/icons.ts";
import { addressOf } from "../app/routes.ts";
import { t } from "../texts/index.ts";
import { t as issued } from "../texts/issued.ts";
import "../minutes/review-part.ts";
import "./issued-papers.ts";
import "./minutes.css";

interface Minutes {
  readonly kind: Kind;
  /** whether these are minutes that the chair has not approved as they are */
  readonly draft: boolean;
  readonly paper: { readonly blocks: readonly PaperBlock[] };
  /** told to those who prepare the meeting */
  readonly facts: readonly unknown[];
  readonly head: { readonly seq: number; readonly hash: string };
}

/** The minutes of a closed meeting, word for word as on the PDF. */
export class MinutesScreen extends LitElement {
  static override properties = { meeting: {}, person: {}, minutes: { state: true }, fault: { state: true } };

  declare meeting: string;
  declare person: string;
  declare minutes: Minutes | null;
  declare fault: string | null;

  constructor() {
    super();
    this.minutes = null;
    this.fault = null;
    new LanguageController(this);
  }

  override createRenderRoot(): this { return this; }

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener("online", this.#load);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener("online", this.#load);
  }

  protected override firstUpdated(): void { void this.#load(); }

  protected override render(): TemplateResult {
    const reviewed = this.minutes !== null && this.minutes.facts.length > 0 && !isForm(this.minutes);
    return html`<div class="mi">
      <header class="mi-head"><a class="ns-button ns-plain" href=${addressOf({ at: "meeting", meeting: this.meeting })} data-testid="back-to-meeting">${icons.back}<span>${t("back")}</span></a><h1>${t(this.minutes && isForm(this.minutes) ? "formReport" : "minutesTitle")}</h1>
        <a class="ns-button ns-quiet" href=${`/files/${this.meeting}/minutes.pdf`} target="_blank" rel="noopener" data-testid="minutes-pdf">${icons.paper}<span>${t("minutesPdf")}</span></a></header>
      <main class="mi-body">${this.minutes ? html`<nt-issued-papers .meeting=${this.meeting}></nt-issued-papers>
          ${reviewed ? html`<p class="mi-to-review"><button type="button" class="ns-button ns-quiet is-main" data-testid="to-review" @click=${this.#toReview}>${issued("toReview")}</button></p>` : nothing}
          <div data-testid="minutes">${officialPaper(this.minutes.paper.blocks, this.minutes.draft)}</div>
          <p class="mi-hash soft">${t("minutesHead")}: <code>${this.minutes.head.hash}</code></p>
          ${reviewed ? html`<nt-minutes-review .meeting=${this.meeting} .person=${this.person} .changed=${this.#read}></nt-minutes-review>` : nothing}`
        : this.fault ? html`<div class="blank">${icons.cloudOff}<h2>${t("minutesFault")}</h2><p>${this.fault}</p><button type="button" class="ns-button ns-quiet is-main" @click=${this.#load}>${t("retry")}</button></div>`
        : html`<div class="blank" aria-busy="true"><p>${t("loading")}</p></div>`}</main></div>`;
  }

  readonly #toReview = (): void => {
    const title = this.querySelector<HTMLElement>("nt-minutes-review h2");
    title?.scrollIntoView();
    title?.focus({ preventScroll: true });
  };

  readonly #load = async (): Promise<void> => {
    if (!this.minutes) await this.#read();
  };

  readonly #read = async (): Promise<void> => {
    try {
      this.minutes = await http.get<Minutes>(`/api/meetings/${encodeURIComponent(this.meeting)}/minutes`);
      this.fault = null;
    } catch (failure) {
      this.fault = sentenceOf(failure);
    }
  };
}

customElements.define("nt-minutes", MinutesScreen);
