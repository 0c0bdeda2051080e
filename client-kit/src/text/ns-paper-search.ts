import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from "lit";
import { LanguageController } from "../i18n/index.ts";
import { printedLabel, type Manifest } from "../reader/manifest.ts";
import type { NsReader } from "../reader/ns-reader.ts";
import { wordsBetween } from "../reader/words.ts";
import { t } from "./texts.ts";
import { PaperText } from "./paper-text.ts";
import { HITS_LIMIT, QUERY_MIN, search, snippet, type Hit } from "./search.ts";
import { searchForm, shownInList } from "./search-form.ts";

import "./search.css";

const TYPING_PAUSE_MS = 150;
/** Rows put into the page at once; the rest come as the list is walked. */
const ROWS_LIMIT = 200;

/** Search in the paper of a reader: type, see hits with their page, tap to go there. Works on what is on the device. */
export class NsPaperSearch extends LitElement {
  static override properties = {
    reader: { attribute: false }, query: { state: true }, exact: { state: true }, hits: { state: true }, at: { state: true }, folded: { state: true },
  };

  declare reader: NsReader;
  declare query: string;
  declare exact: boolean;
  declare hits: readonly Hit[];
  declare at: number;
  declare folded: boolean;
  #text: PaperText | null = null;
  #of: Manifest | null = null;
  #typing: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    super();
    new LanguageController(this);
    this.query = "";
    this.exact = false;
    this.hits = [];
    this.at = -1;
    this.folded = false;
  }

  override createRenderRoot(): this { return this; }

  override connectedCallback(): void {
    super.connectedCallback();
    this.classList.add("nss");
    this.#of = null;
    this.reader?.addEventListener("page-shown", this.#again);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.reader?.removeEventListener("page-shown", this.#again);
    clearTimeout(this.#typing);
    if (this.reader) this.reader.highlights = [];
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has("folded")) this.classList.toggle("is-folded", this.folded);
  }

  protected override firstUpdated(): void { this.querySelector("input")?.focus(); }

  protected override willUpdate(_changed: PropertyValues<this>): void {
    const manifest = this.reader?.manifest ?? null;
    if (manifest === this.#of) return;
    this.#of = manifest;
    const text = this.#text = manifest ? new PaperText(manifest, this.reader.fileUrl) : null;
    this.hits = [];
    this.at = -1;
    void text?.gather().then(() => { if (text === this.#text && this.isConnected) this.#find(); });
  }

  protected override render(): TemplateResult {
    const { hits, query } = this;
    const text = this.#text;
    const asked = query.trim().length >= QUERY_MIN;
    const reading = text?.state === "reading";
    const pages = new Set(hits.map((h) => h.page)).size;
    const says = !asked ? "" : hits.length ? t("found", { n: hits.length, pages }) : text?.state !== "here" ? "" : t("none");
    return html`
      ${searchForm(this, { label: t("search"), hits: hits.length > 0, entered: () => this.#step(1), stepped: (by) => this.#step(by), looked: (why) => this.#look(why === "exact" ? 0 : TYPING_PAUSE_MS) })}
      <p class="nss-says" role="status">${says}${reading && asked ? html` <span>${t("reading")}</span>` : nothing}</p>
      ${asked && text && text.pictures > 0 ? html`<p class="nss-note">${t("pictures", { n: text.pictures })}</p>` : nothing}
      ${asked && text?.state === "missing" ? html`<p class="nss-note">${t("missing")}</p>` : nothing}
      <ol class="nss-hits">${hits.slice(0, Math.max(ROWS_LIMIT, this.at + 20)).map((hit, i) => this.#row(hit, i, hits[i - 1]))}</ol>
      ${hits.length >= HITS_LIMIT ? html`<p class="nss-note">${t("limit")}</p>` : nothing}`;
  }

  #row(hit: Hit, i: number, before: Hit | undefined): TemplateResult {
    const around = snippet(this.#text?.text(hit.page) ?? "", hit);
    const label = printedLabel(this.reader.manifest, hit.page);
    const heading = hit.rank !== before?.rank && hit.rank > 0 ? (hit.rank === 1 ? t("otherAccents") : t("insideSyllables")) : null;
    return html`
      ${heading ? html`<li class="nss-group" role="presentation">${heading}</li>` : nothing}
      <li><button type="button" aria-current=${i === this.at ? "true" : "false"} @click=${() => this.#go(i)}>
        <span class="nss-page">${label ? t("pagePrinted", { page: hit.page, label }) : t("page", { page: hit.page })}</span>
        <span class="nss-text">${around.before}<mark>${around.match}</mark>${around.after}</span></button></li>`;
  }

  #look(pause: number): void {
    clearTimeout(this.#typing);
    this.#typing = setTimeout(() => { this.at = -1; this.#find(); }, pause);
  }

  #again = (): void => { void this.#mark(); };

  #find(): void {
    const held = this.hits[this.at];
    this.hits = this.#text ? search(this.#text.pages, this.query, this.exact) : [];
    this.at = held ? this.hits.findIndex((h) => h.page === held.page && h.start === held.start) : -1;
    this.requestUpdate();
    void this.#mark();
  }

  #step(by: 1 | -1): void {
    if (this.hits.length === 0) return;
    // The first step starts from the page in hand.
    const first = this.hits.findIndex((h) => h.page >= this.reader.page);
    this.#go(this.at < 0 ? Math.max(0, first) : (this.at + by + this.hits.length) % this.hits.length);
  }

  #go(index: number): void {
    const hit = this.hits[index];
    if (!hit) return;
    this.at = index;
    this.folded = true;
    this.reader.goTo(hit.page);
    void this.#mark();
    shownInList(this);
    this.dispatchEvent(new CustomEvent("hit", { detail: { page: hit.page }, bubbles: true, composed: true }));
  }

  /** All hits of the page in sight are marked, the chosen one strongly; other pages get theirs when they come up. */
  async #mark(): Promise<void> {
    const { hits, at, reader } = this;
    const pages = new Set([reader.page, hits[at]?.page ?? 0]);
    const marks = await Promise.all(hits.map(async (hit, i) => {
      const words = pages.has(hit.page) ? await reader.pageWords(hit.page) : null;
      return words ? { page: hit.page, words: wordsBetween(words, hit.start, hit.end), current: i === at } : null;
    }));
    if (hits === this.hits && at === this.at && this.isConnected) reader.highlights = marks.filter((m) => m !== null);
  }
}

customElements.define("ns-paper-search", NsPaperSearch);
