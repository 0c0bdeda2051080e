import { openComments } from "client-kit/minutes/comments.ts";
import { catalogue, format, LanguageController } from "client-kit/i18n/index.ts";
import { richText } from "client-kit/minutes/rich-text.ts";
import { http, HttpFailure, newId } from "client-kit/net/index.ts";
import type { MeetingView, MinutesView, RichText } from "client-kit/proto/protocol.ts";
import { html, LitElement, nothing, type TemplateResult } from "lit";
import { LinkedRoom } from "../meeting/linked-room.ts";
import { review } from "../texts/review.ts";
import "./review.css";

const t = catalogue(review);
const GENERAL = "general";
const INTERNAL = "/CONFIDENTIAL";
type Texts = Record<string, { readonly version: number; readonly document: RichText }>;

/** Below the minutes, for the chair: what is kept apart from the paper, comments to the secretary, and the approval of what is shown. */
export class MinutesReview extends LitElement {
  static override properties = { meeting: {}, person: {}, changed: { attribute: false }, texts: { state: true }, asking: { state: true }, wishing: { state: true }, wish: { state: true }, words: { state: true }, place: { state: true } };
  declare meeting: string;
  declare person: string;
  /** The texts are others now: the paper above must be read anew. */
  declare changed: () => Promise<void>;
  declare texts: Texts | null;
  declare asking: boolean;
  /** Whether the chair writes what is to be changed, and the words of it. */
  declare wishing: boolean;
  declare wish: string;
  declare words: string;
  /** what is commented on: a place, and `/CONFIDENTIAL` for its internal part */
  declare place: string;
  #room: LinkedRoom | undefined;
  #shown = "";
  #loading = false;

  constructor() {
    super();
    this.texts = null;
    this.asking = false;
    this.wishing = false;
    this.wish = "";
    this.words = "";
    this.place = GENERAL;
    new LanguageController(this);
  }

  override createRenderRoot(): this { return this; }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#room?.close();
    this.#room = undefined;
  }

  protected override updated(): void {
    if (this.#room === undefined && this.isConnected) {
      this.#room = new LinkedRoom(this.meeting, this.person);
      this.#room.listen(() => this.requestUpdate());
    }
    const minutes = this.#room?.view?.minutes;
    if (minutes && stateOf(minutes) !== this.#shown && !this.#loading) void this.#load(minutes);
  }

  /** First the texts with their versions, then the paper, which is then no older than they are. */
  async #load(minutes: MinutesView): Promise<void> {
    this.#loading = true;
    try {
      const { texts } = await http.get<{ texts: Texts }>(`/api/meetings/${encodeURIComponent(this.meeting)}/minutes/texts`);
      if (this.#shown !== "") await this.changed();
      this.texts = texts;
      this.#shown = stateOf(minutes);
      this.asking = false;
    } catch (failure) {
      if (!(failure instanceof HttpFailure)) throw failure; // the link's next word asks again
    } finally {
      this.#loading = false;
    }
  }

  protected override render(): TemplateResult | typeof nothing {
    const room = this.#room;
    const view = room?.view;
    if (!room || !view?.minutes || !this.texts || !room.mine?.may.lead) return nothing;
    const { minutes } = view;
    return html`<section class="mr" data-testid="review"><h2 tabindex="-1">${t("reviewTitle")}</h2>
      ${Object.entries(this.texts).filter(([key]) => key.endsWith("/CONFIDENTIAL") && minutes.texts[key]?.blank === false).map(([key, { document }]) => html`<div class="mr-apart"><h3>${t("reviewInternal", { place: this.#name(view, key.split("/")[0]!) })}</h3>${richText(document)}</div>`)}
      ${this.#comments(view, minutes)}
      ${this.#approval(view, minutes)}
      ${room.refused.map(({ id, text }) => html`<p class="mr-refused" role="alert">${text} <button type="button" class="ns-button ns-plain" @click=${() => room.dismiss(id)}>✕</button></p>`)}</section>`;
  }

  #name(view: MeetingView, place: string): string {
    const item = view.agenda.items[place];
    return item ? `${item.number}. ${item.title}` : t("reviewGeneral");
  }

  #partName(view: MeetingView, place: string, internal: boolean): string {
    return internal ? t("reviewInternal", { place: this.#name(view, place) }) : this.#name(view, place);
  }

  #comments(view: MeetingView, minutes: MinutesView): TemplateResult {
    const comments = Object.values(minutes.comments).sort((a, b) => a.at - b.at);
    const parts = [GENERAL, ...view.agenda.order].flatMap((place) => [place, ...(minutes.texts[place + INTERNAL]?.blank === false ? [place + INTERNAL] : [])]);
    return html`<h3>${t("reviewComments")}</h3>
      <ul>${comments.map(({ place, part, by, text, resolvedBy }) => html`<li data-testid="review-comment" data-resolved=${resolvedBy ? "yes" : "no"}><b>${view.people.people[by]?.name ?? ""}</b> <small>${this.#partName(view, place, part === "CONFIDENTIAL")}${resolvedBy ? ` · ${t("reviewDone")}` : ""}</small><p>${text}</p></li>`)}</ul>
      ${minutes.locked ? nothing : html`<form @submit=${this.#say}>
        <label>${t("reviewPlace")} <select data-testid="review-place" @change=${(event: Event) => { this.place = (event.target as HTMLSelectElement).value; }}>${parts.map((part) => html`<option value=${part} .selected=${part === this.place}>${this.#partName(view, part.replace(INTERNAL, ""), part.endsWith(INTERNAL))}</option>`)}</select></label>
        <textarea rows="3" maxlength="1000" aria-label=${t("reviewWords")} placeholder=${t("reviewWords")} data-testid="review-words" .value=${this.words} @input=${(event: Event) => { this.words = (event.target as HTMLTextAreaElement).value; }}></textarea>
        <button type="submit" class="ns-button ns-quiet is-main" data-testid="review-send" ?disabled=${this.words.trim() === ""}>${t("reviewSend")}</button></form>`}`;
  }

  readonly #say = (event: Event): void => {
    event.preventDefault();
    this.#room?.give({ type: "commentMinutes", comment: newId(), place: this.place.replace(INTERNAL, ""), part: this.place.endsWith(INTERNAL) ? "CONFIDENTIAL" : "PUBLIC", text: this.words });
    this.words = "";
  };

  #approval(view: MeetingView, minutes: MinutesView): TemplateResult {
    const { approval, asked, locked } = minutes;
    const open = openComments(minutes).length;
    const time = approval ? format.dateTime(approval.at) : "";
    const sending = this.#room?.sending.some(({ command }) => command.type === "approveMinutes" || command.type === "askMinutesChanges" || command.type === "commentMinutes");
    const words = locked ? t("reviewLocked") : approval === undefined ? t("reviewNone") : approval.holds ? t("reviewHolds", { name: view.people.people[approval.by]?.name ?? "", time }) : t("reviewOutdated", { time });
    const may = this.#room?.mine?.may.decide && !approval?.holds && !locked && view.head.phase === "CLOSED";
    return html`<p class="mr-state" data-testid="review-approval" data-approval=${approval === undefined ? "none" : approval.holds ? "holds" : "outdated"}>${sending ? t("reviewSending") : words}</p>
      ${asked && !locked ? html`<p class="mr-asked" data-testid="review-asked">${t("reviewAsked", { name: view.people.people[asked.by]?.name ?? "", time: format.dateTime(asked.at), reason: asked.reason })}</p>` : nothing}
      ${!may || sending ? nothing : this.wishing ? this.#wishes() : this.asking ? html`<p class="mr-acts"><span>${open === 0 ? "" : html`<b class="mr-open" data-testid="review-open">${t("reviewOpen", { count: open })}</b> `}${t("reviewSure")}</span> <button type="button" class="ns-button ns-quiet is-main" @click=${() => { this.asking = false; }}>${t("reviewNo")}</button>
        <button type="button" class="ns-button ns-decisive is-main" data-testid="review-yes" @click=${this.#approve}>${t("reviewYes")}</button></p>`
      : html`<p class="mr-acts"><button type="button" class="ns-button ns-decisive is-main" data-testid="review-approve" @click=${() => { this.asking = true; }}>${t("reviewApprove")}</button>
        <button type="button" class="ns-button ns-quiet is-main" data-testid="review-ask" @click=${() => { this.wishing = true; }}>${t("reviewAsk")}</button></p>`}`;
  }

  #wishes(): TemplateResult {
    return html`<form @submit=${this.#ask}><textarea rows="3" maxlength="1000" aria-label=${t("reviewAskWords")} placeholder=${t("reviewAskWords")} data-testid="review-ask-words" .value=${this.wish} @input=${(event: Event) => { this.wish = (event.target as HTMLTextAreaElement).value; }}></textarea>
      <p class="mr-acts"><button type="button" class="ns-button ns-quiet is-main" @click=${() => { this.wishing = false; }}>${t("reviewNo")}</button>
        <button type="submit" class="ns-button ns-primary is-main" data-testid="review-ask-send" ?disabled=${this.wish.trim() === ""}>${t("reviewAskSend")}</button></p></form>`;
  }

  readonly #ask = (event: Event): void => {
    event.preventDefault();
    this.#room?.give({ type: "askMinutesChanges", reason: this.wish });
    this.wishing = false;
    this.wish = "";
  };

  readonly #approve = (): void => {
    this.asking = false;
    const versions = Object.fromEntries(Object.entries(this.texts ?? {}).map(([key, { version }]) => [key, version]));
    this.#room?.give({ type: "approveMinutes", versions });
  };
}

/** What the page of the minutes is drawn from: their texts, and whether the chair has approved them as they are. */
const stateOf = ({ texts, approval }: MinutesView): string => JSON.stringify([texts, approval?.holds === true]);

customElements.define("nt-minutes-review", MinutesReview);
