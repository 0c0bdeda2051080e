import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { edgeOf } from "./gestures.ts";
import { Following, type PresenterState } from "./follow.ts";
import { clampPage, pageAt, WHOLE_PAGE, type Point, type Rect } from "./manifest.ts";
import { keptFile } from "../offline/names.ts";
import { Newest, PRESENT_EVERY_MS } from "./newest.ts";
import { PageText } from "./page-text.ts";
import { keepPlace, readPlace } from "./place.ts";
import { aloudBar, bar, pageTitle, panelView, placeholder } from "./furniture.ts";
import { pressKey, Wheel } from "./keys.ts";
import type { ReadAloud } from "./read-aloud.ts";
import type { Highlight, Look, Panel, ReaderEvents } from "./reader-events.ts";
import { ReaderState } from "./reader-state.ts";
import { Stage, type Entry } from "./stage.ts";
import { t } from "./texts.ts";
import { Timers } from "./timers.ts";
import { watchWidth } from "./width.ts";
import type { Words } from "./words.ts";
import type { Fit } from "./zoom.ts";
import { handsOff } from "./hands-off.ts";
import { loadPanels } from "./panels.ts";
import "./reader.css";

const AREA_EVERY_MS = 100;
const WAITING_AFTER_MS = 300;
const KEEP_PLACE_AFTER_MS = 400;
const WORDS_AFTER_MS = 200;
const PANELS_AFTER_MS = 1_000;
const RETRY_FIRST_MS = 2_000;
const RETRY_MOST_MS = 30_000;
const WHOLE = { sight: { scale: 1, cx: 0.5, cy: 0 } } satisfies Entry;

/** The paged reader: one page at a time, as large as it goes. Pages count from 1. See `ReaderEvents` for what it tells. */
export class NsReader extends ReaderState {
  readonly #following = new Following();
  readonly #text = new PageText(this, (boxes) => this.#stage?.mark(boxes));
  /** Comes with the panels. */
  aloud: ReadAloud | null = null;
  #stage: Stage | null = null;
  #opened = "";
  #pointer: Point | null = null;
  readonly #wheel = new Wheel();
  #retryMs = RETRY_FIRST_MS;
  readonly #timers = new Timers();
  #unwatch: (() => void) | null = null;
  readonly #area = new Newest<ReaderEvents["area-change"]>(AREA_EVERY_MS, (d) => this.#tell("area-change", d));
  readonly #present = new Newest<ReaderEvents["present"]>(PRESENT_EVERY_MS, (d) => this.#tell("present", d));

  get count(): number { return this.manifest?.pages.length ?? 0; }
  get presenter(): PresenterState | null { return this.#following.presenter; }
  /** True while the page shown is the presenter's and moves with him. */
  get following(): boolean { return this.presenter?.paper === this.paper && !this.#following.wandering && !this.presenting; }
  /** The part of the page in sight, 0..1. */
  get rect(): Rect { return this.#stage?.rect ?? WHOLE_PAGE; }
  /** Layer over the page that moves and scales with it; 100 % is the page. For ink and notes. */
  get overlay(): HTMLElement | null { return this.#stage?.overlay ?? null; }
  /** Page images alive now. */
  get alive(): number { return this.#stage?.alive ?? 0; }
  /** Sharp squares asked for, those on their way among them. */
  get tiles(): number { return this.#stage?.tiles ?? 0; }
  /** How the page lies: scale over the fitted size, and its point in the middle of the surface, 0..1. */
  get sight(): Look { return this.#stage ? { scale: this.#stage.sight.scale, ...this.#stage.middle } : WHOLE.sight; }
  set spoken(words: Highlight | null) { this.#text.speak(words); }

  // ---- what apps call

  goTo(page: number, from: "top" | "bottom" = "top"): void { this.#turn(page, true, { from }); }
  next(): void { this.goTo(this.page + 1); }
  previous(): void { this.goTo(this.page - 1); }
  /** Lays the page as another reader has it; no act of its own user. */
  lookAs(sight: Look): void { this.#stage?.look({ sight }); }
  zoomStep(up: boolean): void { this.#stage?.zoomStep(up); }
  /** Brings a point of the page, 0..1, as near to the middle as the page goes. */
  lookAt([cx, cy]: Point): void { this.#stage?.look({ sight: { scale: this.#stage.sight.scale, cx, cy } }); }
  fitTo(fit: Fit): void {
    if (this.fit === fit) this.#stage?.zoomTo(1);
    this.fit = fit;
  }
  openPanel(panel: Panel | null): void {
    this.panel = this.panel === panel ? null : panel;
    this.#tell("panel-change", { panel: this.panel });
  }
  retry(): void { if (this.trouble && this.page) this.#turn(this.page, false, { from: "top" }, true); }

  /** Takes the presenter's state; goes along unless its reader has wandered. Older states are ignored. */
  follow(state: PresenterState): void {
    if (this.presenting || !this.#following.take(state)) return;
    if (!this.#following.wandering) this.#accompany();
    this.#showDot();
    this.#tell("follow-change", { wandering: this.wandering, presenter: state });
    this.requestUpdate();
  }

  /** Back to where the presenter is. When that is another paper, the app opens it first. */
  rejoin(): void {
    const presenter = this.#following.rejoin();
    this.wandering = false;
    if (presenter) this.#accompany();
    this.#showDot();
    this.#tell("follow-change", { wandering: false, presenter });
  }

  /** The presentation has ended, or this reader does not take part. */
  unfollow(): void {
    this.#following.end();
    this.wandering = false;
    this.#stage?.point(null);
    this.#tell("follow-change", { wandering: false, presenter: null });
  }

  /** Counts as leaving the presenter, e.g. when its reader opens another paper. */
  wander(): void {
    if (!this.presenter || this.presenting || !this.#following.wander()) return;
    this.wandering = true;
    this.#showDot();
    this.#tell("wander", { page: this.page, presenter: this.presenter });
    this.#tell("follow-change", { wandering: true, presenter: this.presenter });
  }

  // ---- life

  override connectedCallback(): void {
    super.connectedCallback();
    this.aloud?.connect();
    addEventListener("online", this.#online);
    addEventListener("pagehide", this.#keepNow);
    handsOff(this);
    this.#unwatch = watchWidth(this);
    if (this.hasUpdated) { this.#opened = ""; this.requestUpdate("manifest"); }
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener("online", this.#online);
    removeEventListener("pagehide", this.#keepNow);
    this.aloud?.disconnect();
    this.#unwatch?.();
    this.#keepNow();
    this.#timers.stop();
    for (const told of [this.#area, this.#present]) told.stop();
    this.#stage?.destroy();
    this.#stage = null;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("person")) this.takeHabits();
  }

  protected override updated(changed: PropertyValues<this>): void {
    const surface = this.querySelector<HTMLElement>(".nsr-surface");
    if (!surface || !this.isConnected) return;
    this.#stage ??= new Stage(surface, {
      shown: (page) => this.#shown(page),
      seen: (byUser) => this.#seen(byUser),
      turn: (step) => this.goTo(this.page + step),
      tapped: (at) => this.#tapped(at),
      pointed: (at) => this.#pointed(at),
      softened: (soft) => { this.soft = soft; },
      pointing: () => this.laser && this.presenting,
      kept: async (url) => (await keptFile(this.person, url))?.blob(),
    });
    this.#stage.setFit(this.fit);
    this.#stage.setRing(this.ring);
    // Pages that bear a name have other addresses than plain ones of the same content.
    const opened = this.manifest ? `${this.paper}/${this.manifest.sha256}/${this.manifest.pages.length}/${this.manifest.pages[0]?.fit?.file ?? ""}` : "";
    if (opened !== this.#opened) this.#open(opened, changed);
    else if (changed.has("page") && this.page !== this.#stage.page && this.count) this.#turn(this.page, false, { from: "top" });
    if (changed.has("zoom") && Math.abs(this.zoom - this.#stage.sight.scale) > 0.01 && this.#stage.shown) this.#stage.zoomTo(this.zoom);
    if (changed.has("highlights") || changed.has("words")) void this.#text.show();
    if (changed.has("large")) this.#text.load();
    if (this.panel || this.large) void this.#furnish();
  }

  protected override render(): TemplateResult {
    const panel = this.panel === "goto" ? null : this.panel;
    return html`<div class=${panel ? "nsr-body has-panel" : "nsr-body"}>
      ${panel ? panelView(this, panel) : nothing}
      <div class="nsr-desk" @keydown=${this.#onKey}>
        <div class="nsr-surface" tabindex="0" role="group" aria-roledescription=${t("reader")} aria-label=${pageTitle(this)} aria-busy=${this.waiting ? "true" : "false"}
          ?hidden=${this.large} @wheel=${{ handleEvent: this.#onWheel, passive: false }}></div>
        ${this.large ? html`<ns-large-text .reader=${this} .words=${this.words} .page=${this.page} .textPx=${this.textPx}></ns-large-text>` : nothing}
        ${this.trouble && !this.large ? placeholder(this, this.trouble) : nothing}
        ${this.waiting && !this.trouble ? html`<p class="nsr-waiting">${t("opening", { page: this.waiting })}</p>` : nothing}
        ${aloudBar(this)}
        ${this.soft && this.person && !this.large ? html`<p class="nsr-soft" role="status">${t("soft")}</p>` : nothing}
      </div>
      ${this.controls === "none" ? nothing : bar(this)}
      ${this.panel === "goto" ? html`<ns-page-pad .reader=${this}></ns-page-pad>` : nothing}
      <p class="unseen" role="status" aria-live="polite">${this.count ? pageTitle(this) : ""}</p>
      ${this.viewOnly ? html`<p class="nsr-no-print">${t("noPrint")}</p>` : nothing}
      ${this.large ? nothing : html`<div class="unseen" lang="vi">${this.words?.text ?? (pageAt(this.manifest, this.page)?.words === null ? t("imageOnly") : "")}</div>`}
    </div>`;
  }

  // ---- pages

  #open(opened: string, changed: PropertyValues<this>): void {
    this.#opened = opened;
    this.aloud?.stop();
    this.#stage!.open(this.manifest, this.fileUrl);
    this.trouble = null;
    this.words = null;
    if (!this.manifest) return;
    const presenter = this.presenter;
    if (presenter && this.following) { this.#accompany(true); return; }
    const place = readPlace(localStorage, this.person, this.paper);
    const asked = changed.has("page") && this.page > 0 ? this.page : 0;
    const page = clampPage(asked || place?.page || 1, this.count);
    this.#turn(page, false, place && place.page === page ? { sight: place } : WHOLE, true);
  }

  #turn(wanted: number, byUser: boolean, entry: Entry, again = false): void {
    const stage = this.#stage;
    if (!stage || !this.count) return;
    const page = clampPage(wanted, this.count);
    if (page === stage.page && !again && !this.trouble) return;
    // The presenter's zoom is not the reader's own: who leaves it with a page turn sees a whole page.
    const leaves = byUser && this.following && this.#following.shows;
    if (byUser) this.wander();
    this.page = page;
    this.trouble = null;
    this.words = null;
    stage.mark([]);
    this.aloud?.left(page);
    this.#timers.after("waiting", WAITING_AFTER_MS, () => { this.waiting = page; });
    const from = leaves ? WHOLE : entry;
    void stage.turnTo(page, from).then((turn) => {
      if (turn === "overtaken") return;
      this.#settled();
      if (turn === "failed") this.#failed(page);
      else this.#retryMs = RETRY_FIRST_MS;
    });
    this.#tell("page-change", { page, byUser });
    if (this.presenting) this.#present.now({ paper: this.paper, page, rect: stage.foresee(page, from), pointer: this.#pointer });
    this.#showDot();
    this.#timers.drop("words");
    if (this.large) this.#text.load();
  }

  /** The page is there, or can't be had. Its words come after it: they would keep a slow tablet from it. */
  #settled(): void {
    this.#timers.drop("waiting");
    this.waiting = 0;
    this.#timers.after("words", WORDS_AFTER_MS, () => this.#text.load());
  }
  #shown(page: number): void {
    this.#settled();
    this.zoom = this.#stage!.sight.scale;
    this.#tell("page-shown", { page });
    this.#report(false);
    if (this.person) this.#timers.after("panels", PANELS_AFTER_MS, () => void this.#furnish());
    void this.#text.show();
  }

  async #furnish(): Promise<void> {
    const speaking = await loadPanels();
    if (!speaking || this.aloud || !this.isConnected) return;
    this.aloud = new speaking.ReadAloud(this, speaking.browserSpeech(), () => { this.requestUpdate(); });
    this.aloud.connect();
    this.requestUpdate();
  }

  #failed(page: number): void {
    this.#stage?.hide();
    const why = pageAt(this.manifest, page)?.fit?.file ? "missing" : "failed";
    this.trouble = { page, why };
    if (why === "failed") return;
    this.#timers.after("retry", this.#retryMs, () => this.retry());
    this.#retryMs = Math.min(RETRY_MOST_MS, this.#retryMs * 2);
  }

  #online = (): void => { this.retry(); };

  #seen(byUser: boolean): void {
    // On the presenter's whole page everybody may look closer and still go along.
    if (byUser && !(this.following && this.#following.whole && this.presenter?.page === this.page)) this.wander();
    if (this.#stage!.free) this.zoom = this.#stage!.sight.scale;
    this.#report(byUser);
  }

  #report(byUser: boolean): void {
    const { page } = this;
    const rect = this.rect;
    this.#area.push({ page, rect, byUser });
    this.#tell("sight-change", { sight: this.sight, byUser });
    if (this.presenting) this.#present.push({ paper: this.paper, page, rect, pointer: this.#pointer });
    this.#timers.after("keep", KEEP_PLACE_AFTER_MS, this.#keepNow);
  }

  #keepNow = (): void => {
    const stage = this.#stage;
    if (!stage || !stage.shown || stage.shown !== this.page || this.following) return;
    keepPlace(localStorage, this.person, this.paper, { page: this.page, scale: stage.sight.scale, ...stage.middle });
  };

  // ---- the presenter

  #accompany(again = false): void {
    const state = this.presenter;
    const stage = this.#stage;
    if (!state || !stage || !this.count || state.paper !== this.paper) return;
    const turns = state.page !== stage.page || again;
    const entry = this.#following.entry(again ? 1 : stage.sight.scale, turns, again);
    if (!entry) return;
    if (turns) this.#turn(state.page, false, entry, again);
    else stage.look(entry);
  }

  #showDot(): void {
    const state = this.presenter;
    const here = state && state.paper === this.paper && state.page === this.page && !this.presenting;
    this.#stage?.point(here && state.pointer ? state.pointer : null);
  }

  #pointed(at: Point | null): void {
    this.#pointer = at;
    this.#stage?.point(at);
    this.#present.push({ paper: this.paper, page: this.page, rect: this.rect, pointer: at });
  }

  /** The words of a page, null where it is only a picture or they can't be had now. */
  pageWords(page: number): Promise<Words | null> { return this.#text.words(page); }

  // ---- hands and keys

  #tapped(at: Point): void {
    const edge = edgeOf(at, this.#stage!.surfaceSize);
    if (edge === 0) this.#tell("middle-tap", { page: this.page });
    else this.goTo(this.page + edge);
  }

  #onKey = (event: KeyboardEvent): void => {
    // In the large-text view all other keys scroll the text.
    if (this.large && event.key !== "ArrowLeft" && event.key !== "ArrowRight") return;
    if (this.#stage && pressKey(event, this.#stage, this)) event.preventDefault();
  };

  #onWheel = (event: WheelEvent): void => { if (this.#stage) this.#wheel.roll(event, this.#stage, this); };

  #tell<K extends keyof ReaderEvents>(name: K, detail: ReaderEvents[K]): void {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  }
}

customElements.define("ns-reader", NsReader);

declare global {
  interface HTMLElementTagNameMap { "ns-reader": NsReader }
}
