import { format } from "client-kit/i18n/index.ts";
import { icon } from "client-kit/ui/icon.ts";
import { html, nothing, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import type { Access, Handling, MeetingView, PaperView } from "client-kit/proto/protocol.ts";
import type { PropertyValues } from "lit";
import { DeskPart } from "../meeting/desk-part.ts";
import { askReason } from "../shared/ask.ts";
import { common } from "../texts/common.ts";
import { prepare } from "../texts/prepare.ts";
import { opinionsSheet } from "../lead/notes-sheets.ts";
import { lead } from "../texts/lead.ts";
import { chooseReaders, editPaper, previewPaper } from "./paper-sheets.ts";
import { readingsSheet } from "./readings-sheet.ts";
import { assignAndSend, pointElsewhere } from "./assign-sheet.ts";
import { ACCESSES, choiceFields, HANDLINGS, OPEN, type Choice } from "./reading-choice.ts";
import { isBroken, reportsOf, showReport } from "./report-sheet.ts";
import type { Stands } from "./sending.ts";
import { ACCEPT, uploadsOf, type Upload, type Uploads } from "./uploads.ts";

/** Failed pages as people write them: "3, 4 và 7" would need grammar; commas do. */
const pagesWords = (pages: readonly number[]): string => pages.join(", ");

/** The papers of one item: uploads with their progress, what is ready, who may read. */
export class PaperList extends DeskPart {
  static override properties = { ...DeskPart.properties, item: {}, hovering: { state: true }, choice: { state: true } };
  declare item: string;
  declare hovering: boolean;
  /** For the next papers of this item; it stays until another item is looked at. */
  declare choice: Choice;
  #unwatch: (() => void) | undefined;

  constructor() {
    super();
    this.hovering = false;
    this.choice = OPEN;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (changed.has("item")) this.choice = OPEN;
    if (changed.has("desk")) this.#unwatch = void this.#unwatch?.();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#unwatch?.();
    this.#unwatch = undefined;
  }

  get #up(): Uploads {
    const uploads = uploadsOf(this.desk);
    this.#unwatch ??= uploads.watch(() => this.requestUpdate());
    return uploads;
  }

  protected override draw(view: MeetingView): TemplateResult {
    const say = prepare.papers;
    const may = view.head.phase !== "CLOSED" && view.head.phase !== "CANCELLED";
    const current = view.agenda.items[this.item]?.papers ?? [];
    // The agenda's own order first; what is withdrawn or replaced comes after it.
    const place = (id: string): number => (current.includes(id) ? current.indexOf(id) : current.length);
    const papers = Object.entries(view.papers.papers).filter(([, paper]) => paper.item === this.item).sort(([a, x], [b, y]) => place(a) - place(b) || x.addedAt - y.addedAt);
    const uploads = this.#up.of(this.item);
    if (may) void this.#up.recall();
    return html`<section class="leaf-part papers"><header><h3>${say.title}</h3></header>
      <ul class="paper-list">
        ${repeat(papers, ([id]) => id, ([id, paper]) => this.#paper(id, paper, may))}
        ${repeat(uploads, (upload) => upload.n, (upload) => this.#upload(upload))}
        ${may ? this.#up.leftOn(this.item).map((left) => this.#left(left)) : nothing}
      </ul>
      ${!may && papers.length === 0 ? html`<p class="hint">${say.none}</p>` : nothing}
      ${may ? html`<div class="new-choice"><span>${say.newOnes}</span>${choiceFields(this.desk, "new", say.newOnes, this.choice, (choice) => { this.choice = choice; })}</div>
      <label class="drop" data-over=${this.hovering ? "yes" : "no"} @dragover=${this.#hover} @dragleave=${() => { this.hovering = false; }} @drop=${this.#dropped}>
        <input type="file" multiple accept=${ACCEPT} class="unseen" data-testid="paper-files" @change=${this.#picked} />
        <b>${say.drop}</b><small>${say.formats}</small></label>` : nothing}
    </section>`;
  }

  #upload(upload: Upload): TemplateResult {
    const say = prepare.papers;
    const refused = upload.state === "refused";
    const size = upload.file.size;
    const words = upload.state === "waiting" ? say.waiting : upload.state === "held" ? say.held : upload.state === "checking" ? say.checking
      : say.uploading(format.percent(upload.sent, Math.max(1, size)), format.bytes(upload.sent), format.bytes(size));
    return html`<li class="paper" data-state=${refused ? "refused" : "uploading"} data-upload=${upload.state} data-testid=${refused ? "upload-refused" : "uploading"}>
      <p><b>${upload.file.name}</b><small>${refused ? html`<span role="alert">${upload.refusal}</span>` : words}</small></p>
      ${refused ? html`${upload.final ? html`<label class="ns-button ns-quiet is-small"><input type="file" accept=${ACCEPT} class="unseen" data-testid="upload-another" @change=${(event: Event) => this.#another(event, upload.n)} />${say.another}</label>`
          : html`<button type="button" class="ns-button ns-quiet is-small" data-testid="upload-retry" @click=${() => this.#up.retry(upload.n)}>${say.retry}</button>`}
        <button type="button" class="ns-button ns-plain is-small" data-testid="upload-dismiss" @click=${() => this.#up.dismiss(upload.n)}>${say.dismiss}</button>`
        : html`<button type="button" class="ns-button ns-plain is-small" data-testid="upload-cancel" @click=${() => this.#up.dismiss(upload.n)}>${say.cancelUpload}</button>
          ${upload.state === "checking" ? html`<progress aria-label=${upload.file.name}></progress>` : html`<progress aria-label=${upload.file.name} max=${Math.max(1, size)} .value=${upload.sent}></progress>`}`}</li>`;
  }

  #another(event: Event, n: number): void {
    const [file] = (event.target as HTMLInputElement).files ?? [];
    if (file) this.#up.replace(n, file);
  }

  /** What an earlier visit did not finish: the browser no longer has the file, so its secretary chooses it once more. */
  #left(left: Stands): TemplateResult {
    const say = prepare.papers;
    return html`<li class="paper" data-state="left" data-testid="upload-left">
      <p><b>${left.fileName}</b><small>${say.left(format.bytes(left.offset), format.bytes(left.bytes))}</small></p>
      <label class="ns-button ns-quiet is-small"><input type="file" accept=${ACCEPT} class="unseen" data-testid="upload-resume" @change=${this.#picked} />${say.chooseAgain}</label>
      <button type="button" class="ns-button ns-plain is-small" @click=${() => void this.#up.dropLeft(left.upload)}>${say.dropLeft}</button>
      <progress aria-label=${left.fileName} max=${Math.max(1, left.bytes)} .value=${left.offset}></progress></li>`;
  }

  /** What the server found in the file, in short; pressed, in full. */
  #report(id: string, paper: PaperView): TemplateResult | typeof nothing {
    const report = reportsOf(this.desk).of(id);
    if (report === undefined) return nothing;
    const broken = isBroken(report);
    return html`<button type="button" class="link-like paper-report" data-broken=${broken ? "yes" : "no"} data-testid="paper-report" @click=${() => showReport(this.desk, id, paper, report)}>
      ${broken ? html`${icon("warning")}${prepare.report.broken}` : prepare.report.short(report.remarks.length)}</button>`;
  }

  #paper(id: string, paper: PaperView, may: boolean): TemplateResult {
    const say = prepare.papers;
    const progress = this.desk.progress.get(id);
    const gone = paper.status === "WITHDRAWN" || paper.supersededBy !== undefined;
    const state = paper.status === "WITHDRAWN" ? `${say.withdrawn}: ${paper.withdrawnBecause ?? ""}` : paper.supersededBy !== undefined ? say.superseded
      : paper.status === "PREPARING" ? (progress ? say.preparing(progress.done, progress.total) : say.preparingSome) : `${common.pages(paper.pages)} · ${format.bytes(paper.bytes)}`;
    return html`<li class="paper" data-state=${gone ? "gone" : paper.status} data-testid="paper" data-id=${id} data-status=${paper.status}>
      <p><b>${paper.title}</b><small data-testid="paper-state">${state}</small>
        ${paper.failedPages.length ? html`<small class="bad" data-testid="paper-failed">${say.failed(pagesWords(paper.failedPages))}</small>` : nothing}
        ${gone ? nothing : this.#report(id, paper)}</p>
      ${paper.status === "PREPARING" && progress ? html`<progress max=${progress.total} .value=${progress.done}></progress>` : nothing}
      ${paper.status === "READY" ? html`<button type="button" class="ns-button ns-quiet is-small" data-testid="paper-view" @click=${() => previewPaper(this.desk.id, id, paper)}>${say.open}</button>` : nothing}
      ${paper.status !== "READY" || (may && !gone) ? nothing : html`<button type="button" class="ns-button ns-plain is-small" data-testid="paper-opinions" @click=${() => void opinionsSheet(this.desk, id, paper.title)}>${lead.notes.opinions}</button>`}
      ${may && !gone ? html`
        <details class="menu" @focusout=${left} @keydown=${escaped}><summary class="ns-button ns-plain is-small" data-testid="paper-more">${common.more}</summary><div class="menu-list">
          ${paper.access === "NAMED" ? html`<button type="button" @click=${(event: Event) => { shut(event); void this.#name(id, paper); }}>${say.chooseReaders}</button>` : nothing}
          ${paper.status === "READY" ? html`<button type="button" data-testid="paper-opinions" @click=${(event: Event) => { shut(event); void opinionsSheet(this.desk, id, paper.title); }}>${lead.notes.opinions}</button>` : nothing}
          <button type="button" data-testid="paper-edit" @click=${(event: Event) => { shut(event); void editPaper(this.desk, id, paper); }}>${say.rename}</button>
          <label class="menu-file"><input type="file" accept=${ACCEPT} class="unseen" data-testid="paper-replace" @change=${(event: Event) => { shut(event); void this.#replace(event, id, paper); }} />${say.replace}</label>
          <button type="button" data-testid="paper-withdraw" @click=${(event: Event) => { shut(event); void this.#withdraw(id, paper); }}>${say.withdraw}</button>
        </div></details>
        <div class="paper-rights">
          <label class="access"><span class="unseen">${say.access}</span><select data-testid="paper-access" @change=${(event: Event) => this.#open(id, paper, event.target as HTMLSelectElement)}>
            ${ACCESSES.map((access) => html`<option value=${access} .selected=${access === paper.access}>${say.accessName[access]}${access === "NAMED" && paper.access === "NAMED" ? ` (${paper.namedReaders.length})` : ""}</option>`)}</select></label>
          <label class="access"><span class="unseen">${say.handling}</span><select data-testid="paper-handling" @change=${(event: Event) => this.#handle(id, paper, event.target as HTMLSelectElement)}>
            ${HANDLINGS.map((handling) => html`<option value=${handling} .selected=${handling === paper.handling}>${say.handlingName[handling]}</option>`)}</select></label>
        ${this.#opened(id, paper)}</div>` : this.#opened(id, paper)}
    </li>`;
  }

  /** Who has opened it: asked for once members can have it. */
  #opened(id: string, paper: PaperView): TemplateResult | typeof nothing {
    if (paper.status !== "READY" || this.desk.view?.head.phase === "DRAFT") return nothing;
    return html`<button type="button" class="ns-button ns-plain is-small" data-testid="paper-readings" @click=${() => void readingsSheet(this.desk, id)}>${prepare.papers.readings}</button>`;
  }

  // ---- acts

  #picked = (event: Event): void => {
    const input = event.target as HTMLInputElement;
    void this.#send([...(input.files ?? [])]);
    input.value = "";
  };

  #hover = (event: DragEvent): void => {
    if (!event.dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    this.hovering = true;
  };

  #dropped = (event: DragEvent): void => {
    event.preventDefault();
    this.hovering = false;
    void this.#send([...(event.dataTransfer?.files ?? [])]);
  };

  async #send(files: readonly File[]): Promise<void> {
    if (files.length === 0) return;
    const { item, choice } = this;
    if (this.desk.view && pointElsewhere(this.desk.view, files, item)) return assignAndSend(this.desk, files, item, this.choice);
    const reason = await this.desk.reason(prepare.papers.whatAdd);
    if (reason !== null) this.#up.add(files, { item, ...choice, ...(reason === undefined ? {} : { reason }) });
  }

  async #replace(event: Event, id: string, paper: PaperView): Promise<void> {
    const input = event.target as HTMLInputElement;
    const file = input.files?.[0];
    input.value = "";
    if (!file) return;
    const reason = await this.desk.reason(prepare.papers.whatReplace(paper.title));
    if (reason !== null) this.#up.add([file], { item: this.item, access: paper.access, named: paper.namedReaders, supersedes: id, title: paper.title, ...(reason === undefined ? {} : { reason }) });
  }

  async #open(id: string, paper: PaperView, select: HTMLSelectElement): Promise<void> {
    const access = select.value as Access;
    if (access === "NAMED") await this.#name(id, paper);
    else await this.desk.revise(prepare.papers.whatAccess(paper.title), (reason) => ({ type: "openPaperTo", paper: id, access, namedReaders: [], ...reason }));
    // Called off or refused: the list shows again what is true.
    select.value = this.desk.view?.papers.papers[id]?.access ?? paper.access;
  }

  async #handle(id: string, paper: PaperView, select: HTMLSelectElement): Promise<void> {
    const handling = select.value as Handling;
    await this.desk.revise(prepare.papers.whatHandling(paper.title), (reason) => ({ type: "protectPaper", paper: id, handling, ...reason }));
    select.value = this.desk.view?.papers.papers[id]?.handling ?? paper.handling;
  }

  async #name(id: string, paper: PaperView): Promise<void> {
    const namedReaders = await chooseReaders(this.desk, paper.namedReaders);
    if (namedReaders) await this.desk.revise(prepare.papers.whatAccess(paper.title), (reason) => ({ type: "openPaperTo", paper: id, access: "NAMED", namedReaders, ...reason }));
  }

  async #withdraw(id: string, paper: PaperView): Promise<void> {
    const say = prepare.papers;
    const reason = await askReason({ title: say.withdrawTitle, text: say.withdrawText(paper.title), act: say.withdraw, tone: "grave" });
    if (reason !== null) await this.desk.do({ type: "withdrawPaper", paper: id, reason });
  }
}

/** The menu closes when the focus goes elsewhere, or with Escape. */
const left = (event: FocusEvent): void => {
  const menu = event.currentTarget as HTMLDetailsElement;
  if (event.relatedTarget instanceof Node && !menu.contains(event.relatedTarget)) menu.open = false;
};
const escaped = (event: KeyboardEvent): void => {
  const menu = event.currentTarget as HTMLDetailsElement;
  if (event.key !== "Escape" || !menu.open) return;
  menu.open = false;
  menu.querySelector("summary")?.focus();
};
const shut = (event: Event): void => { (event.target as HTMLElement).closest("details")?.removeAttribute("open"); };

customElements.define("paper-list", PaperList);
