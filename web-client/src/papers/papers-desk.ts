import { HttpFailure, sentenceOf } from "client-kit/net/http.ts";
import { dayWords } from "client-kit/tasks/tasks.ts";
import type { DocumentView, MeetingView, SignatureSlot } from "client-kit/proto/protocol.ts";
import { officialPaper, type PaperBlock, type Signed } from "client-kit/ui/official-paper.ts";
import { onLanguage } from "client-kit/i18n/index.ts";
import { checkFields } from "client-kit/ui/field.ts";
import { html, nothing, type TemplateResult } from "lit";
import { keyed } from "lit/directives/keyed.js";
import { to } from "../app/route.ts";
import { DeskPart } from "../meeting/desk-part.ts";
import { askReason, confirmAct } from "../shared/ask.ts";
import { readForm } from "../shared/field.ts";
import { notify, refuse } from "../shared/notices.ts";
import { day, hour } from "../shared/when.ts";
import { common } from "../texts/common.ts";
import { paperTexts as say } from "../texts/papers.ts";
import { keySheet } from "./key-sheet.ts";
import { isOfAnother, papers, type Added, type Kept, type KindLine, type Kinds, type Wanted } from "./papers-api.ts";
import "./signatures-panel.ts";

const keyOf = ({ kind, about }: { readonly kind: string; readonly about?: string }): string => `${kind}/${about ?? ""}`;
const AGAIN_MS = 5_000;
/** Kinds that print no date of issue. */
const UNDATED: ReadonlySet<string> = new Set(["MINUTES", "VOTE_PROTOCOL"]);
const lines = (text = ""): string[] => text.split("\n").map((line) => line.trim()).filter(Boolean);
const said = ({ date, signatory, capacity, recipients }: Pick<Wanted, "date" | "signatory" | "capacity" | "recipients">): string => JSON.stringify([date, signatory.trim(), lines(capacity.join("\n")), lines(recipients.join("\n"))]);

/** Who has signed in each place, and when. */
const signed = (paper: DocumentView): Signed => Object.fromEntries(paper.signatures.map(({ slot, subject, at }) => [slot, { name: subject, at: `${hour(at)}, ${day(at)}` }]));

/** Whether a paper was made with what is wanted. */
const says = (paper: DocumentView, wanted: Wanted): boolean => said(paper) === said(wanted);

/** The official papers of a meeting: what can be made and where each stands, the paper itself, and its one next step. */
export class PapersDesk extends DeskPart {
  static override properties = { ...DeskPart.properties, kinds: { state: true }, chosen: { state: true }, blocks: { state: true }, kept: { state: true }, trouble: { state: true }, working: { state: true }, unmade: { state: true }, edition: { state: true } };
  declare kinds: Kinds | null;
  declare chosen: string;
  declare blocks: readonly PaperBlock[] | null;
  /** What is known of the paper that was made while it is shown; null while a preview is. */
  declare kept: Kept | null;
  declare trouble: string;
  declare working: boolean;
  /** Whether the form says another paper than the one that was made: that one would be signed. */
  declare unmade: boolean;
  /** Each has the form for making again as the paper is. */
  declare edition: number;
  #loaded = "";
  #shown = "";
  #of: MeetingView | null | undefined;
  #asked = 0;
  #isLost = false;
  #unheard: (() => void) | undefined;

  constructor() {
    super();
    this.kinds = null;
    this.chosen = "";
    this.blocks = null;
    this.kept = null;
    this.trouble = "";
    this.working = false;
    this.unmade = false;
    this.edition = 0;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // the server names kinds in the language of who asks
    this.#unheard = onLanguage(() => { this.#loaded = ""; });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#unheard?.();
  }

  protected override updated(): void {
    const view = this.desk?.view;
    const loaded = view ? [view.head.phase, ...(view.documents?.documents ?? []).filter(({ state }) => state !== "RECALLED").map(({ id }) => id)].join(" ") : "";
    if (loaded !== "" && loaded !== this.#loaded) {
      this.#loaded = loaded;
      void this.#load();
    }
    const line = this.#line();
    const paper = line && this.#paper(line);
    const shown = line ? `${keyOf(line)} ${paper?.file ?? ""}` : "";
    // while nobody has signed, whether it still says what the meeting says is asked at each change; not while a form is being filled in
    const moved = paper?.state === "MADE" && this.kept !== null && this.#of !== view;
    if (shown !== "" && (shown !== this.#shown || moved)) {
      if (shown !== this.#shown) this.#asMade();
      this.#shown = shown;
      this.#of = view;
      void (paper ? this.#read(paper) : this.#preview(line!.usual));
    }
  }

  #asMade(): void {
    this.unmade = false;
    this.edition++;
  }

  async #load(): Promise<void> {
    try {
      this.kinds = await papers.kinds(this.desk.id);
      if (!this.#line()) this.chosen = this.kinds.kinds[0] ? keyOf(this.kinds.kinds[0]) : "";
      this.#isLost = false;
    } catch (failure) {
      if (!this.#isLost) refuse(sentenceOf(failure));
      this.#isLost = true;
      this.#again(failure, () => { this.#loaded = ""; });
    }
  }

  /** What the server did not get is asked for again; what it refuses is not. */
  #again(failure: unknown, forget: () => void): void {
    if (failure instanceof HttpFailure && failure.passing) setTimeout(() => { if (this.isConnected) { forget(); this.requestUpdate(); } }, AGAIN_MS);
  }

  /** What is to be shown was not got. */
  #missed(asked: number, failure: unknown): void {
    if (asked !== this.#asked) return;
    this.kept = null;
    this.blocks = null;
    this.trouble = sentenceOf(failure);
    this.#again(failure, () => { if (asked === this.#asked) this.#shown = ""; });
  }

  #line(): KindLine | undefined { return this.kinds?.kinds.find((line) => keyOf(line) === this.chosen); }

  /** The paper that stands for a line; recalled ones are below. */
  #paper(line: KindLine): DocumentView | undefined {
    return this.desk.view?.documents?.documents.find((each) => keyOf(each) === keyOf(line) && each.state !== "RECALLED");
  }

  /** The words of the paper that was made: those are signed. */
  async #read(paper: DocumentView): Promise<void> {
    const asked = ++this.#asked;
    try {
      const kept = await papers.text(this.desk.id, paper.id);
      if (asked === this.#asked) { this.kept = kept; this.blocks = kept.blocks ?? null; this.trouble = ""; }
    } catch (failure) {
      this.#missed(asked, failure);
    }
  }

  async #preview(wanted: Wanted, document?: string): Promise<void> {
    const asked = ++this.#asked;
    try {
      const { blocks } = await papers.preview(this.desk.id, wanted, document);
      if (asked === this.#asked) { this.kept = null; this.blocks = blocks; this.trouble = ""; }
    } catch (failure) {
      this.#missed(asked, failure);
    }
  }

  protected override draw(view: MeetingView): TemplateResult {
    const { kinds } = this;
    const line = this.#line();
    const paper = line && this.#paper(line);
    const recalled = (view.documents?.documents ?? []).filter((each) => each.state === "RECALLED");
    return html`<div class="desk papers">
      <aside class="side papers-list"><section class="panel"><h2>${say.list}</h2>
        ${kinds === null ? html`<p class="empty">${common.loading}</p>` : kinds.kinds.length === 0 ? html`<p class="hint" data-testid="papers-none">${say.none}</p>` : html`<ul>${kinds.kinds.map((each) => this.#row(each))}</ul>`}</section>
        ${recalled.length === 0 ? nothing : html`<section class="panel"><h2>${say.earlier}</h2><ul>${recalled.map((each) => html`<li class="recalled" data-testid="paper-recalled"><b>${each.number ?? ""}</b><small>${each.recalled ? say.recalledAt(`${hour(each.recalled.at)}, ${day(each.recalled.at)}`, each.recalled.reason) : ""}</small><a href=${papers.pdf(this.desk.id, each.id)} download>${say.open}</a></li>`)}</ul><p class="hint">${say.recalledHint}</p></section>`}</aside>
      <main class="centre paper-desk" id="stage">${line ? html`
        <header class="paper-acts"><p class="hint">${paper && this.kept ? [line.label, paper.number].filter(Boolean).join(" ") : say.preview}</p>
          ${paper && this.unmade ? nothing : paper ? html`<span>${paper.docx ? html`<a class="ns-button ns-quiet is-small" href=${papers.docx(this.desk.id, paper.id)} download data-testid="paper-docx">${say.docx}</a> ` : nothing}<a class="ns-button ns-quiet is-small" href=${papers.pdf(this.desk.id, paper.id)} target="_blank" rel="noopener" data-testid="paper-pdf">${say.open}</a></span>`
            : this.trouble ? nothing : html`<a class="ns-button ns-quiet is-small" href=${papers.previewPdf(this.desk.id, line)} target="_blank" rel="noopener" data-testid="paper-preview-pdf">${say.openPreview}</a>`}</header>
        ${paper && this.kept?.differs ? html`<p class="hint warn paper-differs" role="note" data-testid="paper-differs">${paper.state === "MADE" && line.makeable ? say.differsMade : say.differsSigned}</p>` : nothing}
        ${this.trouble ? html`<p class="empty" data-testid="paper-trouble">${this.trouble}</p>` : this.blocks ? html`<div class="paper-scroll" tabindex="0" data-testid="paper-preview">${officialPaper(this.blocks, false, paper && this.kept ? signed(paper) : {})}</div>` : paper && this.kept ? html`<p class="empty" data-testid="paper-file">${say.onlyFile}</p><p class="empty"><a class="ns-button ns-quiet" href=${papers.pdf(this.desk.id, paper.id)} target="_blank" rel="noopener">${say.open}</a></p>` : html`<p class="empty">${common.loading}</p>`}` : nothing}</main>
      <aside class="side papers-side">${line ? paper ? this.#made(view, line, paper) : this.#form(line) : nothing}</aside></div>`;
  }

  #row(line: KindLine): TemplateResult {
    const paper = this.#paper(line);
    const late = line.dueBy !== undefined && this.kinds !== null && line.dueBy < this.kinds.today;
    return html`<li><button type="button" class="leaf-row" aria-current=${keyOf(line) === this.chosen ? "true" : nothing} data-testid="paper-kind" data-kind=${line.kind} data-state=${paper?.state ?? "NONE"} @click=${() => { this.chosen = keyOf(line); this.#shown = ""; this.blocks = null; this.kept = null; this.trouble = ""; }}>
      <span>${line.label}</span>
      <span class="chip" data-state=${paper?.state ?? "NONE"}>${paper === undefined ? say.notThere : paper.state === "SIGNED" ? say.signing(paper.signatures.length, paper.slots.length) : say.state[paper.state]}</span>
      ${line.title ? html`<small class="paper-about">${line.title}</small>` : nothing}${line.dueBy && paper?.state !== "ISSUED" ? html`<small class=${late ? "bad" : "warn"} data-testid="paper-due">${(late ? say.late : say.due)(dayWords(line.dueBy))}</small>` : nothing}</button></li>`;
  }

  #form(line: KindLine, paper?: DocumentView): TemplateResult {
    const usual = paper ?? line.usual;
    const typed = (event: Event): void => { this.unmade = paper !== undefined && !says(paper, this.#wanted(line, event.currentTarget as HTMLFormElement)); };
    const changed = (event: Event): void => {
      typed(event);
      void (paper && !this.unmade ? this.#read(paper) : this.#preview(this.#wanted(line, event.currentTarget as HTMLFormElement), paper?.id));
    };
    // each paper has a form of its own: what was written for one must not stand in the next
    return html`${keyed(`${keyOf(line)} ${paper ? `${paper.id} ${this.edition}` : ""}`, html`<form class="panel paper-form" data-testid="paper-form" @input=${typed} @ns-input=${typed} @change=${changed} @ns-change=${changed} @submit=${(event: SubmitEvent) => { event.preventDefault(); if (checkFields(event.target as HTMLFormElement)) void this.#make(line, this.#wanted(line, event.target as HTMLFormElement), paper?.id); }}>
      <h2>${line.label}</h2>
      ${UNDATED.has(line.kind) ? nothing : html`<ns-field kind="date" required .label=${say.date} .value=${usual.date} data-testid="paper-date"></ns-field>`}
      ${line.kind === "MINUTES" ? nothing : html`<label class="field"><span>${say.capacity}</span><textarea name="capacity" rows="2" .defaultValue=${usual.capacity.join("\n")} data-testid="paper-capacity"></textarea><small>${say.capacityHint}</small></label>
      <label class="field"><span>${say.signatory}</span><input name="signatory" maxlength="200" .defaultValue=${usual.signatory} data-testid="paper-signatory" /><small>${say.signatoryHint(this.kinds?.chair ?? "")}</small></label>`}
      <label class="field"><span>${say.recipients}</span><textarea name="recipients" rows="4" .defaultValue=${usual.recipients.join("\n")} data-testid="paper-recipients"></textarea><small>${say.recipientsHint}</small></label>
      <button class=${`ns-button ${paper ? "ns-quiet" : "ns-primary"} is-wide`} ?disabled=${this.working || this.trouble !== ""} data-testid="paper-make">${this.working ? say.making : paper ? say.makeAgain : say.make}</button></form>`)}`;
  }

  #wanted(line: KindLine, form: HTMLFormElement): Wanted {
    const { capacity, signatory = "", recipients } = readForm(form);
    const date = form.querySelector("ns-field")?.draft ?? this.#paper(line)?.date ?? "";
    return { kind: line.kind, ...(line.about === undefined ? {} : { about: line.about }), date: /^\d{4}-\d{2}-\d{2}$/.test(date) ? date : line.usual.date, capacity: lines(capacity), signatory, recipients: lines(recipients) };
  }

  /** The id is the same until the paper is there: a repeat after a lost answer takes no second number. */
  async #make(line: KindLine, wanted: Wanted, made?: string): Promise<void> {
    const recalled = (this.desk.view?.documents?.documents ?? []).filter((each) => keyOf(each) === keyOf(line) && each.state === "RECALLED").length;
    const document = made ?? `${line.id}-${recalled}-${wanted.date.slice(0, 4)}`;
    await this.#try(async () => {
      const { number } = await papers.make(this.desk.id, document, wanted, made === undefined);
      notify(number === undefined ? say.madePlain : say.made(number));
    });
  }

  async #try(work: () => Promise<void>): Promise<void> {
    this.working = true;
    try {
      await work();
    } catch (failure) {
      refuse(sentenceOf(failure));
    }
    this.working = false;
  }

  #expected(paper: DocumentView): Record<SignatureSlot, string> {
    const people = Object.values(this.desk.view?.people.people ?? {});
    return { SECRETARY: people.find((person) => person.role === "SECRETARY")?.name ?? "", CHAIR: paper.signatory || (this.kinds?.chair ?? ""), AGENCY: this.kinds?.agency ?? "" };
  }

  #made(view: MeetingView, line: KindLine, paper: DocumentView): TemplateResult {
    const { issuedAt } = paper;
    return html`<section class="panel paper-standing" data-testid="paper-standing" data-state=${paper.state}><h2>${[line.label, paper.number].filter(Boolean).join(" ")}</h2>
        <p class="hint">${issuedAt === undefined ? line.dueBy ? say.due(dayWords(line.dueBy)) : dayWords(paper.date) : say.issuedAt(`${hour(issuedAt)}, ${day(issuedAt)}`)}</p>
        ${this.#next(view, paper)}</section>
      <signatures-panel .meeting=${this.desk.id} .paper=${paper} .expected=${this.#expected(paper)}></signatures-panel>
      ${paper.state === "MADE" && line.makeable ? html`<details class="paper-again" @toggle=${(event: Event) => { if (!(event.target as HTMLDetailsElement).open && !this.unmade && !this.kept) void this.#read(paper); }}><summary>${say.makeAgain}</summary>${this.#form(line, paper)}</details>` : nothing}
      <button type="button" class="ns-button ns-plain is-small paper-recall" data-testid="paper-recall" @click=${() => this.#recall(paper)}>${say.recall}</button>`;
  }

  /** What is to be done now, prominent, and what else can be. */
  #next(view: MeetingView, paper: DocumentView): TemplateResult | typeof nothing {
    if (paper.state === "ISSUED") return nothing;
    if (this.unmade) return html`<p class="paper-next" role="status" data-testid="paper-unmade"><small>${say.next}</small>${say.unmade}</p><button type="button" class="ns-button ns-quiet is-wide" data-testid="paper-as-made" @click=${() => { this.#asMade(); void this.#read(paper); }}>${say.asMade}</button>`;
    if (paper.kind === "MINUTES" && paper.state === "MADE" && !view.minutes?.approval?.holds) return html`<p class="paper-next" data-testid="approve-first"><small>${say.next}</small>${say.approveFirst}</p><a class="ns-button ns-primary is-wide" href=${to.meeting(this.desk.id, "minutes")}>${say.toMinutes}</a>`;
    const slot = paper.slots[paper.signatures.length];
    const full = paper.signatures.length > 0 && (slot === undefined || slot === "AGENCY");
    const issue = full ? html`<button type="button" class=${`ns-button ${slot === undefined ? "ns-primary" : "ns-quiet"} is-wide`} data-testid="paper-issue" @click=${() => this.#issue(paper)}>${say.issue}</button>` : nothing;
    if (slot === undefined) return issue;
    const who = this.#expected(paper)[slot];
    const names = [say.slot[slot], who].filter(Boolean).join(", ");
    return html`<p class="paper-next"><small>${say.next}</small><b>${say.sign(names)}</b></p>
      <button type="button" class="ns-button ns-primary is-wide" ?disabled=${this.working} data-testid="paper-key" @click=${() => this.#signed(keySheet(this.desk.id, paper.id, slot, paper.file, names))}>${say.signWithKey}</button>
      <p class="hint">${say.ways}${paper.kind === "MINUTES" && paper.state === "MADE" ? ` ${say.lockHint}` : ""}</p>
      <div class="pair"><a class="ns-button ns-quiet is-small" href=${papers.pdf(this.desk.id, paper.id)} download data-testid="paper-out">${say.takeOut}</a>
        <label class="ns-button ns-quiet is-small">${this.working ? say.bringing : say.bring}<input class="unseen" type="file" accept="application/pdf" ?disabled=${this.working} data-testid="paper-in" @change=${(event: Event) => this.#bring(paper, slot, event.target as HTMLInputElement)} /></label></div>
      ${issue}`;
  }

  async #bring(paper: DocumentView, slot: SignatureSlot, field: HTMLInputElement): Promise<void> {
    const [file] = field.files ?? [];
    field.value = "";
    if (file) await this.#try(async () => this.#signed(this.#brought(paper, slot, file)));
  }

  /** Somebody else's signature is taken only when that is said and meant. */
  async #brought(paper: DocumentView, slot: SignatureSlot, file: File): Promise<Added | null> {
    try {
      return await papers.bring(this.desk.id, paper.id, slot, paper.file, file, false);
    } catch (failure) {
      if (!isOfAnother(failure)) throw failure;
      const taken = await confirmAct({ title: say.anotherTitle, text: failure.message, act: say.allTheSame, keep: say.notTaken });
      return taken ? papers.bring(this.desk.id, paper.id, slot, paper.file, file, true) : null;
    }
  }

  async #signed(answer: Promise<Added | null>): Promise<void> {
    const added = await answer;
    if (added) notify([say.signed(added.signer), ...added.remarks].join(" "));
  }

  async #issue(paper: DocumentView): Promise<void> {
    if (await confirmAct({ title: say.issueTitle, text: say.issueText, act: say.issue }) && (await this.desk.do({ type: "issueDocument", document: paper.id })).kind === "done") notify(say.issued);
  }

  async #recall(paper: DocumentView): Promise<void> {
    const follows = [paper.number ? say.recallNumber(paper.number) : "", paper.issuedAt === undefined ? "" : say.recallIssued, paper.kind === "MINUTES" && paper.signatures.length > 0 ? say.recallMinutes : ""].filter(Boolean).join(" ");
    const reason = await askReason({ title: say.recallTitle, text: follows, label: say.recallReason, act: say.recall });
    if (reason) await this.desk.do({ type: "recallDocument", document: paper.id, reason });
  }
}

customElements.define("papers-desk", PapersDesk);
