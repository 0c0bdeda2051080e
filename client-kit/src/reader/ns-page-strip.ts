import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from "lit";
import { LanguageController } from "../i18n/index.ts";
import { printedLabel, type Manifest } from "./manifest.ts";
import { cellsInSight, type Cells } from "./strip-window.ts";
import { t } from "./texts.ts";

/** Small pictures of all pages; only those near the eye exist, so 600 pages cost no more than 12. Sends `pick {page}`. */
export class NsPageStrip extends LitElement {
  static override properties = { manifest: { attribute: false }, fileUrl: { attribute: false }, page: { type: Number }, ghost: { type: Number }, changed: { attribute: false }, cells: { state: true } };

  declare manifest: Manifest | null;
  declare fileUrl: (name: string) => string;
  declare page: number;
  /** Where the presenter is, 0 for nowhere. */
  declare ghost: number;
  /** Pages that differ from the version before. */
  declare changed: ReadonlySet<number>;
  declare cells: Cells;
  #resize: ResizeObserver | null = null;

  constructor() {
    super();
    new LanguageController(this);
    this.manifest = null;
    this.fileUrl = (name) => name;
    this.page = 0;
    this.ghost = 0;
    this.changed = new Set();
    this.cells = cellsInSight(0, 0, 0, 0);
  }

  override createRenderRoot(): this { return this; }

  override connectedCallback(): void {
    super.connectedCallback();
    this.classList.add("nsr-strip");
    this.addEventListener("scroll", this.#look, { passive: true });
    this.#resize = new ResizeObserver(() => { this.#look(); });
    this.#resize.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.removeEventListener("scroll", this.#look);
    this.#resize?.disconnect();
  }

  protected override firstUpdated(): void {
    this.#look();
    this.#reveal("center");
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has("manifest")) this.#look();
    if (changed.has("page") && changed.get("page") !== undefined) this.#reveal("nearest");
  }

  #look = (): void => {
    const next = cellsInSight(this.clientWidth, this.clientHeight, this.scrollTop, this.manifest?.pages.length ?? 0);
    const now = this.cells;
    if (next.first !== now.first || next.last !== now.last || next.columns !== now.columns || next.height !== now.height || next.cellW !== now.cellW) this.cells = next;
  };

  #reveal(where: "center" | "nearest"): void {
    const { cells } = this;
    if (!this.page || cells.columns === 0) return;
    const top = Math.floor((this.page - 1) / cells.columns) * cells.cellH;
    if (where === "center") this.scrollTop = top - (this.clientHeight - cells.cellH) / 2;
    else if (top < this.scrollTop) this.scrollTop = top;
    else if (top + cells.cellH > this.scrollTop + this.clientHeight) this.scrollTop = top + cells.cellH - this.clientHeight;
    this.#look();
  }

  protected override render(): TemplateResult {
    const { cells, manifest } = this;
    const shown = Array.from({ length: Math.max(0, cells.last - cells.first + 1) }, (_, i) => cells.first + i);
    return html`<div class="nsr-strip-room" .style=${`height:${cells.height}px`} role="list">${shown.map((page) => this.#cell(page, manifest, cells))}</div>`;
  }

  #cell(page: number, manifest: Manifest | null, cells: Cells): TemplateResult {
    const entry = manifest?.pages[page - 1];
    const label = printedLabel(manifest, page);
    const left = ((page - 1) % cells.columns) * cells.cellW;
    const top = Math.floor((page - 1) / cells.columns) * cells.cellH;
    const count = manifest?.pages.length ?? 0;
    return html`
      <div role="listitem" class="nsr-thumb" .style=${`width:${cells.cellW}px;height:${cells.cellH}px;transform:translate(${left}px,${top}px)`}>
        <button type="button" aria-current=${page === this.page ? "page" : "false"} aria-label=${t("pageOf", { page, count }) + (page === this.ghost ? `. ${t("presenterHere")}` : "") + (this.changed.has(page) ? `. ${t("pageChanged")}` : "")}
          @click=${() => this.dispatchEvent(new CustomEvent("pick", { detail: { page } }))}>
          <span class="nsr-thumb-page">${entry?.thumb ? html`<img alt="" loading="lazy" decoding="async" draggable="false" width=${entry.thumb.w} height=${entry.thumb.h} src=${this.fileUrl(entry.thumb.file)} />` : html`<span class="nsr-thumb-none">${page}</span>`}
            ${page === this.ghost ? html`<span class="nsr-ghost">${t("presenterHere")}</span>` : nothing}</span>
          <span class="nsr-thumb-number">${this.changed.has(page) ? html`<span class="nsr-thumb-changed" aria-hidden="true"></span>` : nothing}${page}${label ? html` <small>(${label})</small>` : nothing}</span>
        </button>
      </div>`;
  }
}

customElements.define("ns-page-strip", NsPageStrip);
