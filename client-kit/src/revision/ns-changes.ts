import { html, LitElement, nothing, type TemplateResult } from "lit";
import { LanguageController } from "../i18n/index.ts";
import { watchWidth } from "../reader/width.ts";
import { icon, type IconName } from "../ui/icon.ts";
import { changedPages, linesOf, stepFrom, type Changes, type PageChange } from "./changes.ts";
import { t } from "./texts.ts";
import "./revision.css";

/** Widths of the line in px up to which its buttons have short words, and these under their signs; revision.css names them. */
const STEPS_PX = [1360, 1100] as const;
/** Pages named one by one in the line about removed pages. */
const NAMED_PAGES = 12;

/**
 * The line above a page that tells what changed since the reader last read it, with the way from change to change.
 * Sends `go {page}`, `old`, `over`, `marks {shown}`, `seen` and `close`; all bubble.
 */
export class NsChanges extends LitElement {
  static override properties = {
    changes: { attribute: false }, page: { type: Number }, read: { type: Boolean }, marks: { type: Boolean }, failed: {}, over: { type: Boolean }, open: { state: true },
  };

  declare changes: Changes | null;
  declare page: number;
  /** The older revision is one that this person has read. */
  declare read: boolean;
  declare marks: boolean;
  /** The comparison could not be had: for now, or for good. */
  declare failed: "passing" | "final" | null;
  /** The old page lies over the new one: the row of the overlay has its own ways to look, and those of the line only keep their room, so that the steps stay where they are. */
  declare over: boolean;
  declare open: boolean;
  #unwatch: (() => void) | undefined;

  constructor() {
    super();
    new LanguageController(this);
    this.changes = null;
    this.page = 1;
    this.read = true;
    this.marks = true;
    this.failed = null;
    this.open = this.over = false;
  }

  override createRenderRoot(): this { return this; }

  override connectedCallback(): void {
    super.connectedCallback();
    this.classList.add("nsc");
    this.#unwatch = watchWidth(this, STEPS_PX);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#unwatch?.();
  }

  protected override render(): TemplateResult {
    const { changes } = this;
    const close = html`<button type="button" class="ns-button ns-plain" @click=${() => this.#tell("close", {})} data-testid="changes-close">${icon("cross")}<span>${t("close")}</span></button>`;
    if (!changes) return html`<div class="nsc-line"><p role="status">${t(this.failed === "final" ? "failedFinal" : this.failed ? "failed" : "waiting")}</p>${this.failed ? this.#oldButton() : nothing}${close}</div>`;
    const changed = changedPages(changes);
    if (changed.length === 0 && changes.removedPages.length === 0) return html`<div class="nsc-line"><p role="status">${t("summaryNone")}</p>${this.#oldButton()}${this.#seenButton()}${close}</div>`;
    const back = stepFrom(changes, this.page, -1);
    const on = stepFrom(changes, this.page, 1);
    return html`<div class="nsc-line">
        <p role="status" data-testid="changes-summary">${t(this.read ? "summary" : "summaryOlder", { n: changed.length })}</p>
        <span class="nsc-steps">
          <button type="button" class="ns-button ns-quiet" ?disabled=${back === null} aria-label=${t("previous")} @click=${() => this.#go(back)} data-testid="change-previous">${said("left", t("previous"), t("previousShort"))}</button>
          <button type="button" class="ns-button ns-quiet nsc-next" ?disabled=${on === null} aria-label=${t("next")} @click=${() => this.#go(on)} data-testid="change-next">${said("right", t("next"), t("nextShort"))}</button>
        </span>
        <span class=${this.over ? "nsc-ways is-away" : "nsc-ways"} ?inert=${this.over}>
          <button type="button" class="ns-button ns-plain" aria-expanded=${this.open ? "true" : "false"} aria-label=${t("list")} @click=${() => { this.open = !this.open; }} data-testid="changes-list">${said("agenda", t("list"), t("listShort"))}</button>
          <button type="button" class="ns-button ns-plain" aria-label=${t("over")} @click=${() => this.#tell("over", {})} data-testid="changes-over">${said("blend", t("over"), t("overShort"))}</button>
          ${this.#oldButton()}${this.#seenButton()}${close}
        </span>
      </div>
      ${this.open && !this.over ? html`<div class="nsc-list" tabindex="0">
        <button type="button" class="ns-button ns-plain" aria-pressed=${this.marks ? "true" : "false"} @click=${() => this.#tell("marks", { shown: !this.marks })} data-testid="changes-marks">${icon("settings")}<span>${t(this.marks ? "hide" : "show")}</span></button>
        <p class="nsc-words">${t("words", { added: changes.added, removed: changes.removed, moved: changes.moved })}</p>
        ${changes.removedPages.length > 0 ? html`<p class="nsc-words">${t("removedPages", { n: changes.removedPages.length, list: named(changes.removedPages) })}</p>` : nothing}
        <ul>${changed.map((change) => this.#entry(change))}</ul></div>` : nothing}`;
  }

  #oldButton(): TemplateResult {
    return html`<button type="button" class="ns-button ns-plain" aria-label=${t("old")} @click=${() => this.#tell("old", {})} data-testid="changes-old">${said("paper", t("old"), t("oldShort"))}</button>`;
  }

  /** Only changes that were told by themselves have to be said to be seen. */
  #seenButton(): TemplateResult | typeof nothing {
    return !this.read ? nothing : html`<button type="button" class="ns-button ns-quiet" @click=${() => this.#tell("seen", {})} data-testid="changes-seen">${icon("check")}<span>${t("seen")}</span></button>`;
  }

  #entry(change: PageChange): TemplateResult {
    const lines = linesOf(change);
    return html`<li class="nsc-entry">
      <button type="button" class="nsc-page" aria-current=${change.page === this.page ? "true" : "false"} @click=${() => this.#go(change.page)}>
        <b class="tabular">${t("page", { page: change.page })}</b> <span>${t(`kind${change.kind as "CHANGED" | "PICTURE" | "NEW"}`)}</span></button>
      ${change.kind === "NEW" ? nothing : lines.map((line) => html`<p class=${`nsc-change is-${line.kind}`}><span class="nsc-kind">${t(line.kind)}</span>
        <span>${line.before ? html`<del>${line.before}</del> ` : nothing}${line.now ? html`<ins>${line.now}</ins>` : nothing}</span></p>`)}
    </li>`;
  }

  #go(page: number | null): void { if (page !== null) this.#tell("go", { page }); }

  #tell(name: "go" | "old" | "over" | "marks" | "seen" | "close", detail: object): void { this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true })); }
}

/** A sign and its words, the short ones where the line is narrow. */
const said = (sign: IconName, long: string, short: string): TemplateResult => html`${icon(sign)}<span class="nsc-long">${long}</span><span class="nsc-short">${short}</span>`;

const named = (pages: readonly number[]): string => pages.slice(0, NAMED_PAGES).join(", ") + (pages.length > NAMED_PAGES ? ", …" : "");

customElements.define("ns-changes", NsChanges);
