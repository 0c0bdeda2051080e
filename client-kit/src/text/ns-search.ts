import { html, LitElement, nothing, type TemplateResult } from "lit";
import { format, LanguageController } from "../i18n/index.ts";
import { http, HttpFailure } from "../net/http.ts";
import type { MeetingView } from "../proto/protocol.ts";
import { DeviceSearch, type ReadHere } from "./device-search.ts";
import type { InMeeting, InPaper, PageHit, SearchAnswer, Target } from "./results.ts";
import { searchForm, shownInList } from "./search-form.ts";
import { t } from "./texts.ts";
import { Wanted, type Snippet } from "./wanted.ts";
import "./search.css";

export type Scope = "paper" | "meeting" | "all";

/** Where may be looked; what is not there (no paper open, no device that keeps papers) is left out of the scopes. */
export interface SearchPlaces {
  /** The meeting that is open, null on a page without one. */
  meeting(): MeetingView | null;
  /** The paper that is open. */
  paper(): string | null;
  /** What this device holds; null where it holds nothing. */
  readonly device: { readonly here: ReadHere; views(): Promise<readonly MeetingView[]> } | null;
}

type Says = "idle" | "busy" | "done" | "device" | "failed";

/** The device answers soon, and stops where more is typed. */
const TYPING_PAUSE_MS = 60;
/** The server is asked less eagerly than the device. */
const ASKING_PAUSE_MS = 350;

/** Search in the paper, in the meeting's papers, in all meetings: one field, one list. Sends "hit" with a `Target`. */
export class NsSearch extends LitElement {
  static override properties = {
    places: { attribute: false }, scope: { state: true }, query: { state: true }, exact: { state: true }, answer: { state: true },
    says: { state: true }, trouble: { state: true }, at: { state: true }, folded: { state: true },
  };

  declare places: SearchPlaces;
  declare scope: Scope;
  declare query: string;
  declare exact: boolean;
  declare answer: SearchAnswer | null;
  declare says: Says;
  declare trouble: string;
  /** The result that was opened last, as "meeting/paper/page". */
  declare at: string;
  declare folded: boolean;
  #device: DeviceSearch | null = null;
  #stop = new AbortController();
  #closed = new AbortController();
  #typing: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    super();
    new LanguageController(this);
    this.scope = "meeting";
    this.query = this.trouble = this.at = "";
    this.exact = this.folded = false;
    this.answer = null;
    this.says = "idle";
  }

  override createRenderRoot(): this { return this; }

  override connectedCallback(): void {
    super.connectedCallback();
    this.classList.add("nss");
    // what was broken off when it was taken away
    if (this.#stop.signal.aborted) this.#stop = new AbortController();
    this.#closed = new AbortController();
    if (!this.scopes.includes(this.scope)) this.#choose(this.scopes[0] ?? "all");
    else if (this.says === "busy" || this.#typing !== undefined) this.#look(0);
    if (this.hasUpdated) this.#focus();
    this.#warm();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stop.abort();
    this.#closed.abort();
    clearTimeout(this.#typing);
  }

  protected override firstUpdated(): void { this.#focus(); }
  protected override updated(): void { this.classList.toggle("is-folded", this.folded); }

  get scopes(): readonly Scope[] {
    const { places } = this;
    return [...(places.paper() ? ["paper" as const] : []), ...(places.meeting() ? ["meeting" as const] : []), "all"];
  }

  /** The paper that a result lies in. */
  paperOf(target: Target): InPaper | undefined {
    return this.answer?.meetings.find((m) => m.id === target.meeting)?.papers.find((p) => p.id === target.paper);
  }

  protected override render(): TemplateResult {
    const { answer, scopes } = this;
    const stops = this.#stops();
    return html`
      ${scopes.length > 1 ? html`<div class="nss-scopes" role="group" aria-label=${t("where")}>${scopes.map((scope) => html`
        <button type="button" class="nsr-button" aria-pressed=${scope === this.scope ? "true" : "false"} data-testid="search-in-${scope}" @click=${() => this.#choose(scope)}>${t(`in_${scope}`)}</button>`)}</div>` : nothing}
      ${searchForm(this, { label: t("searchWords"), hits: stops.length > 0, entered: () => this.#look(0), stepped: (by) => this.#step(stops, by),
        looked: (why) => this.#look(why === "exact" ? 0 : this.scope === "all" ? ASKING_PAUSE_MS : TYPING_PAUSE_MS) })}
      <p class="nss-says" role="status" data-testid="search-says">${this.#sentence()}</p>
      ${answer ? html`<ol class="nss-hits" data-testid="search-results">${answer.meetings.map((meeting) => this.#meeting(meeting))}</ol>` : nothing}
      ${answer?.more ? html`<p class="nss-note">${t("limit")}</p>` : nothing}`;
  }

  #sentence(): string {
    const { answer, says } = this;
    if (says === "idle") return "";
    if (says === "failed") return this.trouble;
    const papers = answer?.meetings.flatMap((m) => m.papers) ?? [];
    const pages = papers.reduce((n, p) => n + p.pages, 0);
    const found = (answer?.meetings.length ?? 0) > 0;
    const first = says === "busy" && !found ? t("looking") : !found ? t(this.scope === "paper" ? "none" : "noneThere") : pages > 0 ? t("foundPages", { n: pages, papers: papers.length }) : t("foundTitles");
    return [says === "device" ? t("onDeviceOnly") : "", first, says !== "busy" && answer && answer.unread > 0 ? t("unread", { n: answer.unread }) : ""].filter(Boolean).join(" ");
  }

  #meeting(meeting: InMeeting): TemplateResult {
    const other = meeting.id !== this.places.meeting()?.head.id;
    return html`
      ${this.scope === "all" ? html`<li class="nss-group" data-testid="search-meeting" data-id=${meeting.id}>${meeting.title}<small>${[meeting.bodyName, format.date(meeting.startsAt)].filter(Boolean).join(" · ")}${other ? "" : ` · ${t("thisMeeting")}`}</small></li>` : nothing}
      ${meeting.items.map((item) => html`<li><button type="button" data-testid="search-item" data-id=${item.id} @click=${() => this.#go({ meeting: meeting.id, item: item.id })}>
        <span class="nss-page">${t("agendaItem", { number: item.number })}</span><span class="nss-text">${marked(item.title)}</span></button></li>`)}
      ${meeting.papers.map((paper) => this.#paper(meeting, paper))}`;
  }

  #paper(meeting: InMeeting, paper: InPaper): TemplateResult {
    return html`
      ${this.scope === "paper" ? nothing : html`<li class="nss-paper"><button type="button" data-testid="search-paper" data-id=${paper.id} @click=${() => this.#go({ meeting: meeting.id, paper: paper.id })}>
        <span class="nss-text">${marked(paper.title)}</span><span class="nss-page">${paper.item ? `${t("agendaItem", { number: paper.item })}` : ""}${paper.pages > 0 ? ` · ${t("onPages", { n: paper.pages })}` : ""}</span></button></li>`}
      ${paper.hits.map((hit) => this.#hit(meeting, paper, hit))}
      ${paper.pages > paper.hits.length && this.says !== "busy" && this.scope !== "paper" && paper.hits.length > 0 ? html`<li><button type="button" class="nss-more" data-testid="search-more" @click=${() => void this.#all(meeting, paper)}>${t("allPages", { n: paper.pages })}</button></li>` : nothing}`;
  }

  #hit(meeting: InMeeting, paper: InPaper, hit: PageHit): TemplateResult {
    const key = keyOf(meeting, paper, hit);
    const page = hit.label && hit.label !== String(hit.number) ? t("pagePrinted", { page: hit.number, label: hit.label }) : t("page", { page: hit.number });
    return html`<li class=${this.scope === "paper" ? "" : "nss-inner"}><button type="button" aria-current=${key === this.at ? "true" : "false"} data-testid="search-hit" data-page=${hit.number} data-paper=${paper.id}
      @click=${() => this.#go({ meeting: meeting.id, paper: paper.id, page: hit.number }, key)}>
      <span class="nss-page">${page}${hit.sameAccents ? "" : ` · ${t("otherAccents")}`}</span><span class="nss-text">${marked(hit.snippet)}</span></button></li>`;
  }

  // ---- acts

  #focus(): void { if (!this.folded) this.querySelector<HTMLInputElement>("input[type=search]")?.focus({ preventScroll: true }); }

  #choose(scope: Scope): void {
    this.scope = scope;
    this.folded = false;
    this.#warm();
    this.#look(0);
  }

  /** Somebody who opens the sheet takes a moment to type: by then the words are at hand. */
  #warm(): void {
    const [{ device }, open] = [this.places, this.places.meeting()];
    if (!device || !open || this.scope === "all") return;
    void this.#on(device).ready(open, this.#closed.signal, this.scope === "paper" ? this.places.paper() ?? undefined : undefined);
  }

  /** Every page that was found, in the list's order. */
  #stops(): { readonly key: string; readonly to: Omit<Target, "query" | "exact"> }[] {
    return (this.answer?.meetings ?? []).flatMap((meeting) => meeting.papers.flatMap((paper) => paper.hits.map((hit) => ({ key: keyOf(meeting, paper, hit), to: { meeting: meeting.id, paper: paper.id, page: hit.number } }))));
  }

  #step(stops: readonly { readonly key: string; readonly to: Omit<Target, "query" | "exact"> }[], by: 1 | -1): void {
    const now = stops.findIndex((stop) => stop.key === this.at);
    const next = stops[now < 0 ? 0 : (now + by + stops.length) % stops.length];
    if (next) this.#go(next.to, next.key);
  }

  #go(to: Omit<Target, "query" | "exact">, key = ""): void {
    this.at = key;
    this.folded = key !== "";
    shownInList(this);
    this.dispatchEvent(new CustomEvent<Target>("hit", { detail: { ...to, query: this.query, exact: this.exact }, bubbles: true, composed: true }));
  }

  /** All pages of one paper, in place of its best ones. */
  async #all(meeting: InMeeting, paper: InPaper): Promise<void> {
    const signal = this.#stop.signal;
    const hitsOf = (whole: SearchAnswer | null): readonly PageHit[] | undefined => whole?.meetings.flatMap((m) => m.papers).find((p) => p.id === paper.id)?.hits;
    // What is on the device whole needs no server, which may be long in not answering.
    const here = await this.#onDevice(meeting.id, paper.id, signal).catch(() => null);
    const hits = (here?.unread === 0 ? hitsOf(here) : undefined) ?? hitsOf(await this.#ask(paper.id, signal).catch(() => here));
    const { answer } = this;
    if (!hits || signal.aborted || !answer) return;
    this.answer = { ...answer, meetings: answer.meetings.map((m) => m.id === meeting.id ? { ...m, papers: m.papers.map((p) => p.id === paper.id ? { ...p, pages: hits.length, hits } : p) } : m) };
  }

  // ---- looking

  #look(pause: number): void {
    clearTimeout(this.#typing);
    this.#typing = undefined;
    this.#stop.abort();
    this.#stop = new AbortController();
    const { signal } = this.#stop;
    this.at = "";
    if (!new Wanted(this.query, this.exact).isEnough) {
      this.answer = null;
      this.says = "idle";
      return;
    }
    this.#typing = setTimeout(() => { this.#typing = undefined; void this.#run(signal); }, pause);
  }

  async #run(signal: AbortSignal): Promise<void> {
    this.says = "busy";
    this.answer = null;
    const meeting = this.places.meeting()?.head.id ?? null;
    const paper = this.scope === "paper" ? this.places.paper() : null;
    // What is on the device is there at once; all meetings are known to the server only.
    const here = this.scope === "all" || !meeting ? null : await this.#onDevice(meeting, paper, signal);
    if (signal.aborted) return;
    if (here && here.unread === 0) { this.#tell(here, "done"); return; }
    try {
      const answer = await this.#ask(paper ?? (this.scope === "all" ? "all" : meeting ?? "all"), signal);
      if (!signal.aborted) this.#tell(answer, "done");
    } catch (failure) {
      if (signal.aborted) return;
      if (failure instanceof HttpFailure && failure.kind !== "refused" && failure.kind !== "signedOut" && this.places.device) this.#tell(here ?? await this.#onDevice(null, null, signal), here ? "done" : "device");
      else if (failure instanceof HttpFailure) { this.says = "failed"; this.trouble = failure.message; }
      else throw failure;
    }
  }

  #tell(answer: SearchAnswer | null, says: Says): void {
    this.answer = answer;
    this.says = says;
  }

  #ask(where: string, signal: AbortSignal): Promise<SearchAnswer> {
    const query = new URLSearchParams({ q: this.query, in: where, exact: String(this.exact) });
    return http.get<SearchAnswer>(`/api/search?${query}`, { signal });
  }

  #on(device: NonNullable<SearchPlaces["device"]>): DeviceSearch { return this.#device ??= new DeviceSearch(device.here); }

  /** @param meeting null: all that are on the device */
  async #onDevice(meeting: string | null, paper: string | null, signal: AbortSignal): Promise<SearchAnswer | null> {
    const { device } = this.places;
    if (!device) return null;
    const open = this.places.meeting();
    const views = meeting !== null && open?.head.id === meeting ? [open] : (await device.views()).filter((view) => meeting === null || view.head.id === meeting);
    const growing = (answer: SearchAnswer): void => { if (!signal.aborted && this.says === "busy") this.answer = answer; };
    return this.#on(device).find(new Wanted(this.query, this.exact), views, signal, growing, paper ?? undefined);
  }
}

const keyOf = (meeting: InMeeting, paper: InPaper, hit: PageHit): string => `${meeting.id}/${paper.id}/${hit.number}`;

/** A line with its hits marked. */
function marked({ text, marks }: Snippet): TemplateResult[] {
  const parts: TemplateResult[] = [];
  let done = 0;
  for (let i = 0; i + 1 < marks.length; i += 2) {
    const [start, length] = [marks[i]!, marks[i + 1]!];
    parts.push(html`${text.slice(done, start)}<mark>${text.slice(start, start + length)}</mark>`);
    done = start + length;
  }
  return [...parts, html`${text.slice(done)}`];
}

customElements.define("ns-search", NsSearch);
