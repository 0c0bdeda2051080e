import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { readHabits } from "../ink/habits.ts";
import { asQuery } from "../net/acting-as.ts";
import { sentenceOf } from "../net/http.ts";
import type { MeetingView, Note, Share } from "../proto/protocol.ts";
import { LightElement } from "../ui/element.ts";
import { icon } from "../ui/icon.ts";
import { notify } from "../ui/notices.ts";
import { empty } from "../ui/plain.ts";
import "../ui/tabs.ts";
import type { TabSelected } from "../ui/tabs.ts";
import { reportsOf, type CarryReport } from "./carried.ts";
import { carriedPart, carrySentence } from "./carried-part.ts";
import { destroyPart, type Destroying } from "./destroy-part.ts";
import type { DeviceNotebook, RefusedNote } from "./device-notebook.ts";
import { content, entryView, jump } from "./entry-view.ts";
import { TEXT_LIMIT } from "./limits.ts";
import { boundsOfAll, byPaper, entriesOf, type Bounds, type Entry, type NoteKind, type PaperEntries } from "./listing.ts";
import { t } from "./texts.ts";
import { WordsNow } from "./words-now.ts";
import "./notes.css";

/** The page that stands open beside the list. Lengths in 1/20 pt. */
export interface OpenPage {
  readonly paper: string;
  readonly page: number;
  readonly width: number;
}

/** Where a tap on a note leads. */
export interface NotePlace {
  readonly paper: string;
  readonly page: number;
  readonly bounds: Bounds;
}
export type NoteOpened = CustomEvent<NotePlace>;

type Tab = "mine" | "others" | "revised";
const KINDS: readonly NoteKind[] = ["ink", "highlight", "text"];
/** Text notes that are added from the list stand at the top of the page, one below the other; 1/20 pt. */
const TOP = 600;
const BELOW = 480;
const ROWS = 24;
/** Fewer are seen at a glance. */
const FILTER_FROM = 6;

/** My notes in a meeting, those of others that I was shown, and what became of mine in new versions. Fires `note-open`. */
export class NsNotes extends LightElement {
  static override properties = {
    notebook: { attribute: false }, view: { attribute: false }, person: {}, here: { attribute: false }, tab: { state: true }, kind: { state: true }, paper: { state: true }, opened: { state: true },
    picking: { state: true }, found: { state: true }, adding: { state: true }, destroying: { state: true }, rewriting: { state: true },
  };
  declare notebook: DeviceNotebook | null;
  declare view: MeetingView | null;
  declare person: string;
  declare here: OpenPage | null;
  declare tab: Tab;
  declare kind: NoteKind | "";
  declare paper: string;
  /** the entry whose acts are in sight */
  declare opened: string | null;
  /** the people chosen so far, while they are chosen */
  declare picking: ReadonlySet<string> | null;
  declare found: string;
  /** the text that is being written, and the page for which it was begun: its reader may be taken to another one meanwhile; null: none */
  declare adding: { readonly text: string; readonly here: OpenPage } | null;
  declare destroying: Destroying | null;
  declare rewriting: { readonly note: string; readonly text: string } | null;
  private readonly now = new WordsNow(() => this.requestUpdate());
  private stop: (() => void) | undefined;
  /** Takes the notice of the last removal away: the next one has its own button. */
  private endRemoved: () => void = () => undefined;

  constructor() {
    super();
    this.notebook = this.view = this.here = this.opened = this.picking = this.adding = this.destroying = this.rewriting = null;
    this.person = this.kind = this.paper = this.found = "";
    this.tab = "mine";
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.follow();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.stop?.();
    this.stop = undefined;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("notebook")) this.follow();
  }

  private follow(): void {
    this.stop?.();
    const { notebook } = this;
    if (!this.isConnected || notebook === null) { this.stop = undefined; return; }
    const stops = [notebook.listen(() => this.requestUpdate()), notebook.onRename((from, to) => this.renamed(from, to))];
    this.stop = () => { for (const stop of stops) stop(); };
  }

  protected override render(): TemplateResult | typeof nothing {
    const { notebook, view } = this;
    if (notebook === null || view === null) return nothing;
    const reports = reportsOf(notebook.all());
    const unseen = reports.reduce((sum, report) => sum + report.check.length + report.orphan.length, 0);
    return html`
      ${notebook.trouble === undefined ? nothing : html`<p class="nb-trouble" role="status" data-testid="notes-trouble">${icon("warning")}<span>${notebook.trouble}</span></p>`}
      ${notebook.refused.length === 0 ? nothing : this.refusedPart(notebook.refused)}
      ${this.addPart()}
      <ns-tabs label=${t("listName")} .selected=${this.tab} @ns-select=${(event: TabSelected) => { this.tab = event.detail.tab as Tab; }}
        .tabs=${[{ id: "mine", label: t("mine") }, { id: "others", label: t("others"), ...(notebook.sharedWithMe.length > 0 ? { count: notebook.sharedWithMe.length } : {}) }, ...(reports.length > 0 || this.tab === "revised" ? [{ id: "revised", label: t("revised"), ...(unseen > 0 ? { count: unseen } : {}) }] : [])]}
        .content=${this.panel(reports)}></ns-tabs>`;
  }

  private panel(reports: readonly CarryReport[]): TemplateResult {
    switch (this.tab) {
      case "mine": return this.minePart(reports);
      case "others": return this.othersPart();
      case "revised": return carriedPart(this, reports);
    }
  }

  // ---- parts

  private minePart(reports: readonly CarryReport[]): TemplateResult {
    const notes = this.notebook!.all();
    const entries = entriesOf(notes);
    if (entries.length === 0) return empty({ icon: "pen", title: t("emptyTitle"), text: t("emptyText") });
    const papers = byPaper(entries, this.view!);
    const shown = papers.filter(({ paper }) => this.paper === "" || paper === this.paper)
      .map(({ paper, entries: all }) => ({ paper, entries: all.filter((entry) => this.kind === "" || entry.kind === this.kind) })).filter((group) => group.entries.length > 0);
    return html`
      ${reports.length === 0 ? nothing : html`<button type="button" class="nb-report" @click=${() => { this.tab = "revised"; }} data-testid="carry-show">${icon("info")}<span>${reports.length === 1 ? carrySentence(reports[0]!) : t("revised")}</span>${icon("right")}</button>`}
      ${entries.length < FILTER_FROM ? nothing : html`<div class="nb-filter">
        ${select(t("filterKind"), this.kind, [["", t("all")], ...KINDS.map((kind) => [kind, t(`kind_${kind}`)] as const)], (kind) => { this.kind = kind as NoteKind | ""; }, "filter-kind")}
        ${papers.length < 2 && this.paper === "" ? nothing : select(t("filterPaper"), this.paper, [["", t("all")], ...papers.map(({ paper }) => [paper, this.titleOf(paper)] as const)], (paper) => { this.paper = paper; }, "filter-paper")}
      </div>`}
      ${shown.length === 0 ? html`<p class="nb-soft">${t("emptyFilter")}</p>` : repeat(shown, ({ paper }) => paper, (group) => this.paperPart(group))}
      ${destroyPart(this)}`;
  }

  private paperPart({ paper, entries }: PaperEntries): TemplateResult {
    return html`<section class="nb-paper" data-testid="notes-of" data-paper=${paper}><h3>${this.titleOf(paper)}</h3>
      <ul class="nb-list">${repeat(entries, (entry) => entry.id, (entry) => entryView(this, entry))}</ul>
      ${this.canOpen(paper) && this.view?.papers.papers[paper]?.handling === "FREE" ? this.exportPart(paper) : nothing}</section>`;
  }

  /** Only where the paper itself may be taken along. */
  private exportPart(paper: string): TemplateResult {
    // as the page looks here
    const swells = readHabits(localStorage, this.person).pressure;
    const address = (form: string): string => `/files/${this.view!.head.id}/${paper}/with-notes?form=${form}${swells ? "&pressure=true" : ""}&${asQuery(this.person)}`;
    const waiting = this.notebook!.all().filter((note) => note.paper === paper && this.notebook!.state(note.id) === "device").length;
    return html`<details class="nb-export"><summary>${icon("download")}<span>${t("export")}</span></summary>
      ${waiting > 0 ? html`<p class="nb-soft">${t("exportWaiting", { n: waiting })}</p>` : nothing}
      <p class="nb-row"><a class="ns-button ns-quiet" href=${address("burnt")} download data-testid="export-burnt">${t("exportBurnt")}</a>
        <a class="ns-button ns-quiet" href=${address("annotations")} download data-testid="export-annotations">${t("exportAnnotations")}</a></p></details>`;
  }

  private othersPart(): TemplateResult {
    const shared = this.notebook!.sharedWithMe;
    if (shared.length === 0) return empty({ icon: "people", title: t("emptyOthers"), text: t("emptyOthersText") });
    const authors = [...new Set(shared.map((one) => one.author))];
    const groups = byPaper(authors.flatMap((author) => entriesOf(shared.filter((one) => one.author === author).map(({ note }) => note))), this.view!);
    const writer = (entry: Entry): TemplateResult => {
      const by = shared.find(({ note }) => note.id === entry.id);
      return html`<span class="nb-tags"><b class="nb-author">${by?.name}</b><small>${by?.title}</small></span>`;
    };
    return html`${groups.map(({ paper, entries }) => html`<section class="nb-paper"><h3>${this.titleOf(paper)}</h3>
      <ul class="nb-list">${entries.map((entry) => html`<li class="nb-entry is-others" data-testid="shared-note"><div class="nb-line">${jump(this, entry, writer(entry))}</div></li>`)}</ul></section>`)}`;
  }

  private refusedPart(refused: readonly RefusedNote[]): TemplateResult {
    return html`<section class="nb-refused" data-testid="notes-refused"><h3>${t("refusedTitle")}</h3><ul class="nb-list">${refused.map((one) => {
      const entry = entriesOf([one.note])[0]!;
      return html`<li class="nb-entry"><p class="nb-reason">${icon("warning")}<span>${one.text}</span></p>${content(entry)}
        <p class="nb-row"><button type="button" class="ns-button ns-quiet" @click=${() => void this.notebook?.retry(one.op)}>${t("retry")}</button>
          ${entry.kind === "ink" ? nothing : html`<button type="button" class="ns-button ns-quiet" @click=${() => void copy(one.note)}>${t("copyText")}</button>`}
          <button type="button" class="ns-button ns-plain" @click=${() => void this.notebook?.giveUp(one.op)}>${t("giveUp")}</button></p></li>`;
    })}</ul></section>`;
  }

  private addPart(): TemplateResult | typeof nothing {
    const { adding } = this;
    const here = adding?.here ?? this.here;
    if (here === null) return nothing;
    if (adding === null) return html`<p class="nb-row"><button type="button" class="ns-button ns-primary nb-add" @click=${() => this.write(here)} data-testid="note-add">${icon("plus")}<span>${t("addTo", { page: here.page })}</span></button></p>`;
    return html`<form class="nb-adding" @submit=${(event: SubmitEvent) => { event.preventDefault(); this.add(here, adding.text); }}>
      <label class="nb-field"><span>${t("addTo", { page: here.page })}</span><small class="nb-soft">${t("addHint")}</small>
        <textarea class="ns-input" rows="3" maxlength=${TEXT_LIMIT} .value=${adding.text} @input=${(event: InputEvent) => { this.adding = { here, text: (event.target as HTMLTextAreaElement).value }; }} data-testid="note-new"></textarea></label>
      <p class="nb-row"><button class="ns-button ns-primary" ?disabled=${adding.text.trim() === ""} data-testid="note-new-save">${t("add")}</button>
        <button type="button" class="ns-button ns-quiet" @click=${() => { this.adding = null; }}>${t("cancel")}</button></p></form>`;
  }

  // ---- what the parts ask and do

  titleOf(paper: string): string {
    const shown = this.view?.papers.papers[paper];
    const number = shown === undefined ? undefined : this.view?.agenda.items[shown.item]?.number;
    return shown === undefined ? t("paperGone") : number === undefined ? shown.title : t("itemPaper", { number, title: shown.title });
  }

  canOpen(paper: string): boolean { return this.view?.papers.papers[paper]?.status === "READY"; }

  open(entry: Entry): void { this.go({ paper: entry.paper, page: entry.page, bounds: boundsOfAll(entry.notes) }); }

  /** The page of the earlier version on which a carried note was made. */
  openOld(entry: Entry): void {
    const from = entry.notes[0]?.carried;
    if (from !== undefined) this.go({ paper: from.paper, page: from.page, bounds: boundsOfAll(this.originals(entry)?.notes ?? entry.notes) });
  }

  /** The printed words under a marking as they are now; "" while they are not known. */
  wordsNow(entry: Entry): string { return this.view === null ? "" : this.now.of(this.view.head.id, entry.notes[0]!); }

  /** The notes that a carried entry was made from, as they stand on the earlier version. */
  originals(entry: Entry): Entry | null {
    const notes = entry.notes.flatMap((note) => (note.carried === undefined ? [] : this.notebook?.get(note.carried.from) ?? []));
    return entriesOf(notes)[0] ?? null;
  }

  unfold(entry: string | null): void {
    this.opened = entry;
    this.picking = this.rewriting = null;
    this.found = "";
  }

  pick(people: ReadonlySet<string> | null): void { this.picking = people; }
  find(words: string): void { this.found = words; }

  share(entry: Entry, share: Share): void {
    this.picking = null;
    void this.notebook?.mark(entry.notes.map((note) => note.id), { share });
  }

  handIn(entry: Entry, opinion: boolean): void { void this.notebook?.mark(entry.notes.map((note) => note.id), { opinion }); }
  see(notes: readonly string[]): void { void this.notebook?.mark(notes, { seen: true }); }

  removeEntry(entry: Entry): void {
    const { notebook } = this;
    this.unfold(null);
    void notebook?.do({ remove: entry.notes.map((note) => note.id) });
    // the newest act may be another one by the time the button is pressed: it gives back exactly these
    this.endRemoved();
    this.endRemoved = notify({ text: t("removed"), action: { label: t("undo"), press: () => void notebook?.do({ put: entry.notes }) } });
  }

  /** What is being mended goes on in the copy. */
  private renamed(from: string, to: string): void {
    if (this.rewriting?.note === from) this.rewriting = { ...this.rewriting, note: to };
    if (this.opened === from) this.opened = to;
  }

  draftOf(note: string): string | undefined { return this.rewriting?.note === note ? this.rewriting.text : undefined; }
  keepAsItIs(): void { this.rewriting = null; }
  draft(note: string, text: string): void { this.rewriting = { note, text }; }

  rewrite(note: Note, text: string): void {
    if (note.body.kind !== "text") return;
    this.rewriting = null;
    void this.notebook?.do({ put: [{ ...note, body: { ...note.body, text } }] });
  }

  ponder(change: Partial<Destroying> | null): void {
    this.destroying = change === null ? null : { everywhere: false, typed: "", working: false, ...this.destroying, trouble: "", ...change };
  }

  async destroy(): Promise<void> {
    this.ponder({ working: true });
    try {
      await this.notebook?.destroy(this.destroying?.everywhere ?? false);
      this.ponder(null);
      notify({ text: t("destroyed") });
    } catch (failure) {
      this.ponder({ working: false, trouble: sentenceOf(failure) });
    }
  }

  private write(here: OpenPage): void {
    this.adding = { here, text: "" };
    void this.updateComplete.then(() => this.querySelector<HTMLTextAreaElement>("[data-testid=note-new]")?.focus());
  }

  private add(here: OpenPage, text: string): void {
    const { notebook } = this;
    if (notebook === null || text.trim() === "") return;
    const there = notebook.on(here.paper, here.page).filter((note) => note.body.kind === "text").length;
    const at = [Math.round(Math.min(TOP + Math.floor(there / ROWS) * BELOW, here.width / 2)), TOP + (there % ROWS) * BELOW];
    this.adding = null;
    this.tab = "mine";
    void notebook.do({ put: [notebook.make(here.paper, here.page, { kind: "text", colour: "BLUE", at, text: text.trim() })] });
    void this.updateComplete.then(() => this.querySelector<HTMLElement>("[data-testid=note-add]")?.focus());
  }

  private go(place: NotePlace): void { this.dispatchEvent(new CustomEvent("note-open", { detail: place, bubbles: true })); }
}
customElements.define("ns-notes", NsNotes);

function select(label: string, value: string, options: readonly (readonly [string, string])[], pick: (value: string) => void, test: string): TemplateResult {
  return html`<label class="nb-field"><span>${label}</span><select class="ns-input" @change=${(event: Event) => pick((event.target as HTMLSelectElement).value)} data-testid=${test}>${options.map(([id, word]) => html`<option value=${id} ?selected=${id === value}>${word}</option>`)}</select></label>`;
}

async function copy({ body }: Note): Promise<void> {
  const text = body.kind === "text" ? body.text : body.kind === "highlight" ? body.quote.exact : "";
  try {
    await navigator.clipboard.writeText(text);
    notify({ text: t("copied") });
  } catch {
    notify({ text: t("copyFailed"), tone: "warn" });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "ns-notes": NsNotes;
  }
}
