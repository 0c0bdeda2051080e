import { html, nothing, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from "lit";
import { http } from "../net/index.ts";
import { pageAt } from "../reader/manifest.ts";
import type { NsReader } from "../reader/index.ts";
import { changedPages, type Changes } from "./changes.ts";
import { changesFile } from "./older.ts";
import { markChanges } from "./marks.ts";
import "./ns-changes.ts";

const RETRY_MS = 10_000;
const KEPT_LIMIT = 8;

/**
 * What changed in the paper that a reader shows: fetches the comparison, draws the marks on each page and gives the line above it.
 * The line comes by itself when the person has read the older revision, otherwise when it is asked for.
 */
export class RevisionView implements ReactiveController {
  #pair = "";
  #meeting = "";
  #paper = "";
  #older: { readonly paper: string; readonly read: boolean } | null = null;
  #changes: Changes | null = null;
  #failed = false;
  #shown = false;
  #marks = true;
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #known = new Map<string, Changes>();
  readonly #layer = document.createElement("div");

  constructor(private readonly host: ReactiveControllerHost, private readonly reader: NsReader, private readonly openOld: (paper: string) => void) {
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
  /** Pages to be marked in the strip. */
  get pages(): ReadonlySet<number> { return new Set(this.#shown && this.#changes ? changedPages(this.#changes).map((change) => change.page) : []); }

  /** The paper on the screen; `older` from `olderOf`. */
  want(meeting: string, paper: string | null, older: { readonly paper: string; readonly read: boolean } | null): void {
    const pair = paper && older ? `${meeting}/${paper}/${older.paper}` : "";
    if (pair === this.#pair) return;
    this.#pair = pair;
    this.#meeting = meeting;
    this.#paper = paper ?? "";
    this.#older = older;
    this.#changes = this.#known.get(pair) ?? null;
    this.#failed = false;
    this.#shown = older?.read ?? false;
    clearTimeout(this.#timer);
    this.#draw();
    if (this.#shown && !this.#changes) void this.#load();
  }

  toggle(): void {
    this.#shown = !this.#shown;
    if (this.#shown && !this.#changes) void this.#load();
    this.#draw();
    this.host.requestUpdate();
  }

  line(): TemplateResult | typeof nothing {
    if (!this.#shown || !this.#older) return nothing;
    const older = this.#older;
    return html`<ns-changes .changes=${this.#changes} .page=${this.reader.page} .read=${older.read} .marks=${this.#marks} .failed=${this.#failed}
      @go=${(e: CustomEvent<{ page: number }>) => this.reader.goTo(e.detail.page)} @old=${() => this.openOld(older.paper)}
      @marks=${(e: CustomEvent<{ shown: boolean }>) => { this.#marks = e.detail.shown; this.#draw(); this.host.requestUpdate(); }}
      @close=${() => this.toggle()} data-testid="changes"></ns-changes>`;
  }

  readonly #again = (): void => { if (this.#shown && !this.#changes) void this.#load(); };

  async #load(): Promise<void> {
    const pair = this.#pair;
    if (!this.#older) return;
    clearTimeout(this.#timer);
    try {
      const changes = await http.get<Changes>(`/files/${this.#meeting}/${this.#paper}/${changesFile(this.#older.paper)}`);
      this.#known.set(pair, changes);
      for (const old of [...this.#known.keys()].slice(0, Math.max(0, this.#known.size - KEPT_LIMIT))) this.#known.delete(old);
      if (pair !== this.#pair) return;
      this.#changes = changes;
      this.#failed = false;
    } catch {
      if (pair !== this.#pair) return;
      this.#failed = true;
      this.#timer = setTimeout(this.#again, RETRY_MS);
    }
    this.#draw();
    this.host.requestUpdate();
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
