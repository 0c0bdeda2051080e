import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { Ink, penButton, RoomInk, RoomPen } from "client-kit/ink/index.ts";
import { newId } from "client-kit/net/index.ts";
import type { MeetingView, PaperView } from "client-kit/proto/protocol.ts";
import { flash } from "client-kit/notes/flash.ts";
import type { NotePlace } from "client-kit/notes/ns-notes.ts";
import { papersBeside } from "client-kit/meeting/papers-beside.ts";
import { withdrawalOf } from "client-kit/meeting/withdrawal.ts";
import { type NsReader, type ReaderEvents } from "client-kit/reader/index.ts";
import { Kinship } from "client-kit/reader/kinship.ts";
import { Pair } from "client-kit/reader/pair.ts";
import { PaperLoader } from "client-kit/reader/paper-loader.ts";
import { readPlace } from "client-kit/reader/place.ts";
import { olderOf, RevisionView } from "client-kit/revision/index.ts";
import { seenChanges } from "../app/forget.ts";
import { DeskPart } from "../meeting/desk-part.ts";
import { clock, day } from "../shared/when.ts";
import { lead } from "../texts/lead.ts";
import "./vote-line.ts";
import { notesSheet, opinionsSheet } from "./notes-sheets.ts";

type Sought = Pick<NotePlace, "paper" | "page"> & Partial<Pick<NotePlace, "bounds">>;

/** A paper in the middle of the desk. While it is presented from here, the room's screens follow each page turn. */
export class PaperTable extends DeskPart {
  static override properties = { ...DeskPart.properties, paper: {}, done: { attribute: false }, beside: { state: true }, locked: { state: true }, pointing: { state: true } };
  declare paper: string;
  declare done: () => void;
  /** The paper beside this one, "" for none. */
  declare beside: string;
  declare locked: boolean;
  /** The mouse points instead of moving the page. */
  declare pointing: boolean;
  #pair: Pair | null = null;
  #n = 0;
  #ink: Ink | null = null;
  #roomInk: RoomInk | null = null;
  #presents = "";
  /** A page of another paper, with a note on it or not, that is shown as soon as that paper lies on the table. */
  #sought: Sought | null = null;
  #first: PaperLoader | null = null;
  #second: PaperLoader | null = null;
  #revision: RevisionView | null = null;

  constructor() {
    super();
    this.beside = "";
    this.locked = true;
    this.pointing = false;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#ink?.room?.close();
    this.#ink?.close();
    this.#roomInk?.close();
    this.#ink = this.#roomInk = null;
    this.#part();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (changed.has("paper")) this.beside = "";
    this.#first ??= new PaperLoader(this, this.desk.id);
    this.#second ??= new PaperLoader(this, this.desk.id);
    const papers = this.desk.view?.papers.papers ?? {};
    // Pages that bear a name have other addresses than plain ones.
    this.#first.want(papers[this.paper]?.status === "READY" ? this.paper : null, papers[this.paper]?.handling === "MARKED");
    this.#second.want(this.beside, papers[this.beside]?.handling === "MARKED");
  }

  protected override updated(): void {
    this.#takeTools();
    this.#feedRoom();
    this.#feedRevision();
    this.#lookForSought();
    const [first, second] = this.querySelectorAll<NsReader>("ns-reader");
    if (!first || !second) { this.#part(); return; }
    if (!this.#pair) {
      const kinship = new Kinship(this.desk.id, () => this.desk.view?.papers.papers ?? {}, () => this.#pair?.settle());
      this.#pair = new Pair(first, second, () => kinship.of(this.paper, this.beside));
    }
    if (this.#pair.locked !== this.locked) this.#pair.locked = this.locked;
  }

  /** Whoever sits here writes on the page by mouse or by hand, for himself, and sees what changed in it. */
  #takeTools(): void {
    const { reader } = this;
    if (!reader || !this.isConnected || this.#ink) return;
    this.#revision ??= new RevisionView(this, reader, seenChanges(this.desk.me, this.desk.id), (paper, page) => this.#look({ paper, page }));
    this.#ink = new Ink(reader, this.desk.notebook, this.desk.me);
    this.#ink.listen(() => this.requestUpdate());
    this.#ink.room = new RoomPen(this.desk.board, (live) => this.desk.show(live), newId());
    this.#ink.room.listen(() => this.#ink?.changed());
    this.#roomInk = new RoomInk(reader, this.desk.board, () => reader.presenting);
    this.requestUpdate();
  }

  /** What was drawn before the room ends with the presentation. */
  #feedRoom(): void {
    const presents = this.reader?.presenting ? this.paper : "";
    if (presents === this.#presents) return;
    if (this.#presents) this.#ink?.room?.end();
    this.#presents = presents;
    this.#roomInk?.refresh();
  }

  #part(): void {
    this.#pair?.end();
    this.#pair = null;
  }

  /** What changed since the revision that was open on this device, or since the one before. */
  #feedRevision(): void {
    const { reader, desk, paper } = this;
    const revision = this.#revision;
    if (!reader || !revision) return;
    const there = this.#first?.manifest ? paper : null;
    revision.want(desk.id, there, there && desk.view ? olderOf(desk.view.papers.papers, there, (one) => readPlace(localStorage, desk.me, one) !== null) : null);
    const changed = this.beside ? new Set<number>() : revision.pages;
    if ([...changed].join() !== [...reader.changedPages].join()) reader.changedPages = changed;
  }

  #lookForSought(): void {
    const { reader } = this;
    const sought = this.#sought;
    if (!reader || sought?.paper !== this.paper || !this.#first?.manifest) return;
    this.#sought = null;
    void reader.updateComplete.then(() => this.#look(sought));
  }

  protected override draw(view: MeetingView): TemplateResult {
    const { paper, desk } = this;
    const shown = view.papers.papers[paper];
    const readable = shown?.status === "READY";
    const presenting = view.stage.presenting?.paper === paper && view.stage.presenting.presenter === desk.me;
    return html`<section class="paper-table" aria-label=${shown?.title ?? ""}>
      <header>
        <button type="button" class="ns-button ns-quiet" data-testid="paper-close" @click=${this.done}>${lead.toStage}</button>
        <h2>${shown?.title}</h2>
        ${this.#versions(view, shown)}
        ${readable ? this.#besidePick(view) : nothing}
        <button type="button" class="ns-button ns-quiet" data-testid="own-notes" @click=${this.#notes}>${lead.notes.mine}</button>
        ${desk.mine?.may.prepare ? html`<button type="button" class="ns-button ns-quiet" data-testid="opinions" @click=${() => void opinionsSheet(desk, paper, shown?.title ?? "")}>${lead.notes.opinions}</button>` : nothing}
        ${view.head.phase !== "IN_SESSION" || !readable ? nothing : presenting
          ? html`<span class="live-words"><span class="live-mark"></span>${lead.presenting}</span><button type="button" class="ns-button ns-quiet" aria-pressed=${this.pointing ? "true" : "false"} data-testid="point" @click=${() => { this.pointing = !this.pointing; }}>${lead.point}</button><button type="button" class="ns-button ns-quiet" data-testid="present-stop" @click=${() => desk.do({ type: "stopPresenting" })}>${lead.stopPresenting}</button>`
          : html`<button type="button" class="ns-button ns-live" data-testid="present" @click=${this.#present}>${lead.present}</button>`}
      </header>
      <vote-line .desk=${desk}></vote-line>
      ${this.beside || !readable ? nothing : this.#revision?.line() ?? nothing}
      ${gone(view, paper, shown) ?? fault(this.#first) ?? fault(this.beside ? this.#second : null) ?? nothing}
      <div class="paper-desk"><div class=${this.beside ? "paper-pair" : "paper-one"}>
        <ns-reader .manifest=${this.#first?.manifest ?? null} .fileUrl=${this.#url} .originalUrl=${shown?.handling === "FREE" ? `/files/${desk.id}/${paper}/original` : null} .viewOnly=${shown !== undefined && shown.handling !== "FREE"} .paper=${paper} .person=${desk.me} .presenting=${presenting} .laser=${presenting && this.pointing}
          .item=${view.agenda.items[shown?.item ?? ""]?.number ?? ""} controls="compact" .tools=${this.#ink ? penButton(this.#ink) : nothing} @present=${this.#send} @page-shown=${this.#settle} data-testid="reader"></ns-reader>
        ${this.beside ? html`<ns-reader .manifest=${this.#second?.manifest ?? null} .fileUrl=${this.#secondUrl} .originalUrl=${view.papers.papers[this.beside]?.handling === "FREE" ? `/files/${desk.id}/${this.beside}/original` : null} .viewOnly=${view.papers.papers[this.beside]?.handling !== "FREE"} .paper=${this.beside} .person=${desk.me}
          .item=${view.agenda.items[view.papers.papers[this.beside]?.item ?? ""]?.number ?? ""} controls="compact" @page-shown=${this.#settle} data-testid="beside-reader"></ns-reader>` : nothing}
      </div><ns-page-notes .ink=${this.#ink}></ns-page-notes></div>
      <ns-ink-bar .ink=${this.#ink}></ns-ink-bar>
    </section>`;
  }

  #notes = async (): Promise<void> => {
    const { reader } = this;
    const page = reader?.manifest?.pages[reader.page - 1];
    // a manifest's page is in 0.1 pt, notes in 1/20 pt
    const place = await notesSheet(this.desk, reader && page ? { paper: this.paper, page: reader.page, width: page.w * 2 } : null);
    if (place) this.#look(place);
  };

  get reader(): NsReader | null { return this.querySelector("ns-reader"); }

  /** The page of a note: of this paper at once, of another one when the desk has put it on the table. */
  #look(place: Sought): void {
    if (place.paper !== this.paper) {
      this.#sought = place;
      this.#open(place.paper);
      return;
    }
    const { reader } = this;
    if (!reader) return;
    const show = (): void => { if (place.bounds) flash(reader, place.bounds); };
    if (reader.page === place.page) return show();
    reader.addEventListener("page-shown", show, { once: true });
    reader.goTo(place.page);
  }

  #open(paper: string): void { this.dispatchEvent(new CustomEvent("open-paper", { detail: { paper }, bubbles: true })); }

  /** The way to the newest version, and to what changed since an older one. */
  #versions(view: MeetingView, shown: PaperView | undefined): TemplateResult {
    const newer = shown?.supersededBy;
    const revision = this.#revision;
    return html`${newer !== undefined && view.papers.papers[newer]?.status === "READY" ? html`<button type="button" class="ns-button ns-quiet" data-testid="paper-newer" @click=${() => this.#open(newer)}>${lead.newer}</button>` : nothing}
      ${revision?.hasOlder && !this.beside && shown?.status === "READY" ? html`<button type="button" class="ns-button ns-quiet" aria-pressed=${revision.shown ? "true" : "false"} data-testid="changes-toggle" @click=${() => revision.toggle()}>${lead.changes}</button>` : nothing}`;
  }

  /** Which paper lies beside this one, and whether the two move together. */
  #besidePick(view: MeetingView): TemplateResult | typeof nothing {
    const papers = papersBeside(view, this.paper);
    if (papers.length === 0) return nothing;
    const kin = (one: (typeof papers)[number]): string => (one.kinship === "version" ? (one.old ? lead.besideOld : lead.besideNew) : one.item ? lead.besideItem(one.item) : "");
    return html`<label class="beside-pick"><span>${lead.beside}</span>
        <select data-testid="beside" @change=${(event: Event) => { this.beside = (event.target as HTMLSelectElement).value; }}>
          <option value="" ?selected=${this.beside === ""}>${lead.besideNone}</option>
          ${papers.map((one) => html`<option value=${one.id} ?selected=${this.beside === one.id}>${[kin(one), one.title].filter(Boolean).join(" · ")}</option>`)}</select></label>
      ${this.beside ? html`<button type="button" class="ns-button ns-quiet" aria-pressed=${this.locked ? "true" : "false"} data-testid="beside-lock" @click=${() => { this.locked = !this.locked; }}>${this.locked ? lead.besideLocked : lead.besideUnlocked}</button>` : nothing}`;
  }

  #settle = (): void => {
    const [first, second] = this.querySelectorAll<NsReader>("ns-reader");
    if (first?.page && second?.page) this.#pair?.settle();
  };

  readonly #secondUrl = (name: string): string => `/files/${this.desk.id}/${this.beside}/${name}`;

  readonly #url = (name: string): string => `/files/${this.desk.id}/${this.paper}/${name}`;

  #present = async (): Promise<void> => {
    const answer = await this.desk.do({ type: "startPresenting", paper: this.paper });
    const { reader } = this;
    if (answer.kind === "done" && reader) this.#say({ paper: this.paper, page: reader.page || 1, rect: reader.rect, pointer: null });
  };

  #send = (event: CustomEvent<ReaderEvents["present"]>): void => this.#say(event.detail);

  /** The room takes only a presenter's own states, and only ones with a higher number. */
  #say({ paper, page, rect, pointer }: ReaderEvents["present"]): void {
    this.#n = Math.max(this.#n + 1, Math.floor(this.desk.now()));
    this.desk.show({ kind: "page", paper, page, rect: [...rect], n: this.#n, ...(pointer ? { pointer: [...pointer] } : {}) });
  }
}

/** Who took the paper back and why, in place of its pages. */
function gone(view: MeetingView, paper: string, shown: PaperView | undefined): TemplateResult | null {
  if (shown?.status === "READY") return null;
  const withdrawal = withdrawalOf(view, paper);
  return html`<p class="paper-gone" role="alert" data-testid="paper-gone">${withdrawal ? lead.withdrawn(withdrawal.by, `${clock(withdrawal.at)}, ${day(withdrawal.at)}`, withdrawal.reason) : shown?.withdrawnBecause ? lead.withdrawnBecause(shown.withdrawnBecause) : lead.paperClosed}</p>`;
}

function fault(loader: PaperLoader | null): TemplateResult | null {
  return loader?.fault ? html`<p class="hint bad" role="alert" data-testid="paper-fault">${loader.fault === "gone" ? lead.paperClosed : lead.paperWaits}</p>` : null;
}

customElements.define("paper-table", PaperTable);
