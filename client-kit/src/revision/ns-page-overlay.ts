import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from "lit";
import { LanguageController } from "../i18n/index.ts";
import { http, HttpFailure } from "../net/index.ts";
import type { NsReader, ReaderEvents } from "../reader/index.ts";
import { pageAt, type Manifest } from "../reader/manifest.ts";
import { icon } from "../ui/icon.ts";
import { goneAt, originOf, type Changes } from "./changes.ts";
import { OverlayLayer, type OverlayMode } from "./overlay-layer.ts";
import { t } from "./texts.ts";
import "./overlay.css";

export type { OverlayMode };

/** "none": there is nothing to lay over this page; "final": asking again would not help. */
type State = "coming" | "there" | "none" | "passing" | "final";

/**
 * The old page laid over the one that a reader shows: to be swiped across, or blended so that what is gone and what is new stand out in a colour
 * of their own. This element is the row of its controls; the picture lies in the reader. It says so where a page is new, and where old ones are gone.
 * Sends `old-page {page}` and `leave`; both bubble.
 */
export class NsPageOverlay extends LitElement {
  static override properties = { reader: { attribute: false }, changes: { attribute: false }, folder: {}, mode: {}, share: { state: true }, state: { state: true }, page: { state: true } };

  declare reader: NsReader | null;
  /** The comparison of the reader's paper with the older one. */
  declare changes: Changes | null;
  /** Where the files of the older revision are, with a slash at its end. */
  declare folder: string;
  declare mode: OverlayMode;
  declare share: number;
  declare state: State;
  /** The page whose picture is up; 0 while one is turned. */
  declare page: number;
  #layer: OverlayLayer | null = null;
  #watched: NsReader | null = null;
  #older: Manifest | null = null;
  #n = 0;

  constructor() {
    super();
    new LanguageController(this);
    this.reader = this.changes = null;
    this.folder = "";
    this.mode = "swipe";
    this.share = 0.5;
    this.state = "coming";
    this.page = 0;
  }

  override createRenderRoot(): this { return this; }

  override connectedCallback(): void {
    super.connectedCallback();
    this.classList.add("nso-row");
    addEventListener("online", this.#again);
    if (this.hasUpdated) this.#watch();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener("online", this.#again);
    this.#unwatch();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("folder")) this.#older = null;
    if (changed.has("reader")) this.#watch();
    else if (changed.has("folder") || changed.has("changes")) void this.#show();
    this.#layer?.set(this.mode, this.share, t("line"), t("lineSays", { old: Math.round(this.share * 100) }));
  }

  protected override render(): TemplateResult {
    const { changes, page } = this;
    const gone = changes && page ? goneAt(changes, page) : [];
    const lies = this.state === "there";
    return html`<div class="nso-modes" role="group" aria-label=${t("overlayName")}>
        ${this.#choice("swipe", t("swipe"))}${this.#choice("blend", t("blend"))}</div>
      <div class="nso-says">
        ${lies && this.mode === "swipe" ? html`<p class="nso-key"><span>${icon("left")}${t("oldSide")}</span><span>${t("newSide")}${icon("right")}</span></p>` : nothing}
        ${lies && this.mode === "blend" ? html`<p class="nso-key"><span><i class="nso-swatch is-old"></i>${t("onlyOld")}</span><span><i class="nso-swatch is-new"></i>${t("onlyNew")}</span><span><i class="nso-swatch"></i>${t("both")}</span></p>` : nothing}
        <p role="status" data-testid="overlay-says">${this.#says()}${this.state === "passing" ? html` <button type="button" class="ns-button ns-quiet" @click=${this.#again} data-testid="overlay-again">${t("again")}</button>` : nothing}</p>
        ${gone.length === 0 ? nothing : html`<p data-testid="overlay-gone">${t("goneHere", { n: gone.length, list: gone.join(", ") })}
          <button type="button" class="ns-button ns-quiet" @click=${() => this.#tell("old-page", { page: gone[0] })} data-testid="overlay-gone-open">${icon("paper")}<span>${t("openGone", { page: gone[0]! })}</span></button></p>`}
      </div>
      <button type="button" class="ns-button ns-plain" @click=${() => this.#tell("leave", {})} data-testid="overlay-close">${icon("cross")}<span>${t("overlayEnd")}</span></button>`;
  }

  #choice(mode: OverlayMode, word: string): TemplateResult {
    return html`<button type="button" class="ns-button ns-quiet" aria-pressed=${this.mode === mode ? "true" : "false"} @click=${() => { this.mode = mode; }} data-testid=${`overlay-${mode}`}>${icon(mode === "swipe" ? "swipe" : "blend")}<span>${word}</span></button>`;
  }

  #says(): string {
    const { changes, page } = this;
    const change = page ? changes?.pages[page - 1] : undefined;
    if (!changes || !change) return t("overlayWaiting");
    if (change.kind === "NEW") return t("newHere", { page });
    const old = originOf(changes, page);
    switch (this.state) {
      case "coming": return t("overlayWaiting");
      case "passing": return t("overlayPassing", { old });
      case "final": case "none": return t("overlayFinal", { old });
      case "there": return t(change.kind === "SAME" ? "liesSame" : change.kind === "SHIFTED" ? "liesShifted" : "lies", { old });
    }
  }

  // ---- kept in step with the reader

  #watch(): void {
    this.#unwatch();
    const { reader } = this;
    if (!reader) return;
    this.#watched = reader;
    this.#layer = new OverlayLayer(reader, (share) => { this.share = share; }, () => this.#tell("leave", {}));
    reader.addEventListener("page-change", this.#turned);
    reader.addEventListener("page-shown", this.#shown);
    this.page = reader.waiting || reader.trouble ? 0 : reader.page;
    void this.#show();
  }

  #unwatch(): void {
    this.#n++;
    this.#watched?.removeEventListener("page-change", this.#turned);
    this.#watched?.removeEventListener("page-shown", this.#shown);
    this.#layer?.destroy();
    this.#watched = this.#layer = null;
  }

  readonly #turned = (): void => {
    this.page = 0;
    void this.#show();
  };

  readonly #shown = (event: Event): void => {
    this.page = (event as CustomEvent<ReaderEvents["page-shown"]>).detail.page;
    void this.#show();
  };

  readonly #again = (): void => { if (this.state === "passing") void this.#show(); };

  /** The old page for the one on the screen, in place of what lay there. */
  async #show(): Promise<void> {
    const n = ++this.#n;
    const { changes, page, reader, folder } = this;
    const layer = this.#layer;
    void layer?.show(null);
    const change = page ? changes?.pages[page - 1] : undefined;
    this.state = change?.kind === "NEW" ? "none" : "coming";
    if (!layer || !reader || !changes || !change || change.kind === "NEW") return;
    try {
      const older = this.#older ?? await http.get<Manifest>(`${folder}manifest`);
      if (n !== this.#n) return;
      this.#older = older;
      const [under, over] = [pageAt(reader.manifest, page), pageAt(older, originOf(changes, page))];
      if (!under || !over?.fit) { this.state = "none"; return; }
      await layer.show({ url: folder + over.fit.file, size: over, under });
      if (n === this.#n) this.state = "there";
    } catch (failure) {
      if (n === this.#n) this.state = failure instanceof HttpFailure && !failure.passing ? "final" : "passing";
    }
  }

  #tell(name: "old-page" | "leave", detail: object): void { this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true })); }
}

customElements.define("ns-page-overlay", NsPageOverlay);
