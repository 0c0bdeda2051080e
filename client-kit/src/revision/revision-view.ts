import { html, nothing, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from "lit";
import { http, HttpFailure } from "../net/index.ts";
import { pageAt } from "../reader/manifest.ts";
import type { NsReader } from "../reader/index.ts";
import { addressOfChanges, changedPages, originOf, type Changes } from "./changes.ts";
import type { Older } from "./older.ts";
import { markChanges } from "./marks.ts";
import "./ns-changes.ts";
import "./ns-page-overlay.ts";

const RETRY_MS = 10_000;
const KEPT_LIMIT = 8;

/** Comparisons whose reader has said that they are seen, by `{newer}/{older}`. */
export interface Seen {
  has(pair: string): boolean;
  add(pair: string): void;
}

/**
 * What changed in the paper that a reader shows: fetches the comparison, draws the marks on each page and gives the line above it.
 * The line comes by itself when the person has read the older revision and not yet said that the changes are seen, otherwise when it is
 * asked for. Changed pages stay marked in the strip when the line is closed, until they are seen.
 */
export class RevisionView implements ReactiveController {
  #pair = "";
  #meeting = "";
  #paper = "";
  #older: Older | null = null;
  #changes: Changes | null = null;
  #failed: "passing" | "final" | null = null;
  #shown = false;
  #marks = true;
  #over = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #known = new Map<string, Changes>();
  readonly #layer = document.createElement("div");

  /** @param openOld opens an older revision at one of its pages */
  constructor(private readonly host: ReactiveControllerHost, private readonly reader: NsReader, private readonly seen: Seen, private readonly openOld: (paper: string, page: number) => void) {
    this.#layer.className = "nsc-layer";
    reader.addEventListener("page-shown", () => { this.#draw(); this.host.requestUpdate(); });
    host.addController(this);
  }

  hostConnected(): void { addEventListener("online", this.#again); }
  hostDisconnected(): void { removeEventListener("online", this.#again); clearTimeout(this.#timer); }

  /** Null while nothing is known, or the paper is the first of its kind. */
  get changes(): Changes | null { return this.#changes; }
  get hasOlder(): boolean { return this.#older !== null; }
  get shown(): boolean { return this.#shown; }
  /** The old page lies over the new one. */
  get over(): boolean { return this.#over; }
  /** Pages to be marked in the strip. */
  get pages(): ReadonlySet<number> {
    const told = this.#shown || (this.#older?.read === true && !this.#isSeen);
    return new Set(told && this.#changes ? changedPages(this.#changes).map((change) => change.page) : []);
  }

  /** The paper on the screen; `older` from `olderOf`. */
  want(meeting: string, paper: string | null, older: Older | null): void {
    const pair = paper && older ? `${meeting}/${paper}/${older.paper}/${String(older.read)}` : "";
    if (pair === this.#pair) return;
    this.#pair = pair;
    this.#meeting = meeting;
    this.#paper = paper ?? "";
    this.#older = older;
    this.#changes = this.#known.get(this.#name) ?? null;
    this.#failed = null;
    this.#over = false;
    this.#shown = older?.read === true && !this.#isSeen;
    clearTimeout(this.#timer);
    this.#draw();
    if (this.#shown && !this.#changes) void this.#load();
  }

  toggle(): void {
    this.#shown = !this.#shown;
    if (!this.#shown) this.#over = false;
    if (this.#shown && !this.#changes) void this.#load();
    this.#changed();
  }

  /** Lays the old page over the new one, or takes it away. Writing and large text want the page alone. */
  lay(over: boolean): void {
    if (over === this.#over || (over && !this.#changes)) return;
    if (over && this.reader.large) this.reader.setHabits({ large: false });
    this.#over = over;
    this.#changed();
  }

  line(): TemplateResult | typeof nothing {
    if (!this.#shown || !this.#older) return nothing;
    const { paper: older, read } = this.#older;
    const open = (page: number): void => this.openOld(older, page);
    return html`<ns-changes .changes=${this.#changes} .page=${this.reader.page} .read=${read} .marks=${this.#marks} .failed=${this.#failed} .over=${this.#over}
        @go=${(e: CustomEvent<{ page: number }>) => this.reader.goTo(e.detail.page)} @old=${() => open(this.#changes ? originOf(this.#changes, this.reader.page) : this.reader.page)}
        @marks=${(e: CustomEvent<{ shown: boolean }>) => { this.#marks = e.detail.shown; this.#changed(); }}
        @over=${() => this.lay(true)} @seen=${() => this.#see()} @close=${() => this.toggle()} data-testid="changes"></ns-changes>
      ${this.#over && this.#changes ? html`<ns-page-overlay .reader=${this.reader} .changes=${this.#changes} .folder=${`/files/${this.#meeting}/${older}/`}
        @old-page=${(e: CustomEvent<{ page: number }>) => open(e.detail.page)} @leave=${() => this.lay(false)} data-testid="overlay"></ns-page-overlay>` : nothing}`;
  }

  get #name(): string { return `${this.#paper}/${this.#older?.paper ?? ""}`; }
  get #isSeen(): boolean { return this.seen.has(this.#name); }

  /** The reader has looked: nothing of it comes by itself any more. */
  #see(): void {
    this.seen.add(this.#name);
    if (this.#shown) this.toggle();
  }

  #changed(): void {
    this.#draw();
    this.host.requestUpdate();
  }

  readonly #again = (): void => { if (this.#shown && !this.#changes && this.#failed !== "final") void this.#load(); };

  async #load(): Promise<void> {
    const pair = this.#pair;
    if (!this.#older) return;
    clearTimeout(this.#timer);
    const name = this.#name;
    try {
      const changes = await http.get<Changes>(addressOfChanges(this.#meeting, this.#paper, this.#older.paper));
      this.#known.set(name, changes);
      for (const old of [...this.#known.keys()].slice(0, Math.max(0, this.#known.size - KEPT_LIMIT))) this.#known.delete(old);
      if (pair !== this.#pair) return;
      this.#changes = changes;
      this.#failed = null;
    } catch (failure) {
      if (pair !== this.#pair) return;
      this.#failed = failure instanceof HttpFailure && !failure.passing ? "final" : "passing";
      if (this.#failed === "passing") this.#timer = setTimeout(this.#again, RETRY_MS);
    }
    this.#changed();
  }

  #draw(): void {
    const { overlay, page } = this.reader;
    const size = pageAt(this.reader.manifest, page);
    if (!overlay || !size) return;
    if (this.#layer.parentElement !== overlay) overlay.append(this.#layer);
    const change = this.#shown && this.#marks ? this.#changes?.pages[page - 1] ?? null : null;
    markChanges(this.#layer, change, size);
  }
}
