import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { Ink, penButton, RoomInk, RoomPen } from "client-kit/ink/index.ts";
import { newId } from "client-kit/net/index.ts";
import { http, sentenceOf } from "client-kit/net/http.ts";
import type { MeetingView } from "client-kit/proto/protocol.ts";
import { flash } from "client-kit/notes/flash.ts";
import type { NotePlace } from "client-kit/notes/ns-notes.ts";
import { papersBeside } from "client-kit/meeting/papers-beside.ts";
import { type Manifest, type NsReader, type ReaderEvents } from "client-kit/reader/index.ts";
import { Kinship } from "client-kit/reader/kinship.ts";
import { Pair } from "client-kit/reader/pair.ts";
import { DeskPart } from "../meeting/desk-part.ts";
import { lead } from "../texts/lead.ts";
import { notesSheet, opinionsSheet } from "./notes-sheets.ts";

/** A paper in the middle of the desk. While it is presented from here, the room's screens follow each page turn. */
export class PaperTable extends DeskPart {
  static override properties = { ...DeskPart.properties, paper: {}, done: { attribute: false }, manifest: { state: true }, trouble: { state: true }, beside: { state: true }, second: { state: true }, locked: { state: true }, pointing: { state: true } };
  declare paper: string;
  declare done: () => void;
  declare manifest: Manifest | null;
  declare trouble: string;
  /** The paper beside this one, "" for none. */
  declare beside: string;
  declare second: Manifest | null;
  declare locked: boolean;
  /** The mouse points instead of moving the page. */
  declare pointing: boolean;
  #pair: Pair | null = null;
  #n = 0;
  #ink: Ink | null = null;
  #roomInk: RoomInk | null = null;
  #presents = "";
  /** A note on another paper whose page is shown as soon as that paper lies on the table. */
  #sought: NotePlace | null = null;
  #marked = false;
  #besideMarked = false;

  constructor() {
    super();
    this.manifest = null;
    this.trouble = this.beside = "";
    this.second = null;
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
    // Pages that bear a name have other addresses than plain ones.
    const marked = this.desk.view?.papers.papers[this.paper]?.handling === "MARKED";
    const other = marked !== this.#marked;
    this.#marked = marked;
    if (changed.has("paper")) this.beside = "";
    if (changed.has("paper") || other) void this.#load(this.paper);
    const besideMarked = this.desk.view?.papers.papers[this.beside]?.handling === "MARKED";
    if (changed.has("beside") || besideMarked !== this.#besideMarked) void this.#loadSecond(this.beside);
    this.#besideMarked = besideMarked;
  }

  protected override updated(): void {
    this.#takePen();
    this.#feedRoom();
    const [first, second] = this.querySelectorAll<NsReader>("ns-reader");
    if (!first || !second) { this.#part(); return; }
    if (!this.#pair) {
      const kinship = new Kinship(this.desk.id, () => this.desk.view?.papers.papers ?? {}, () => this.#pair?.settle());
      this.#pair = new Pair(first, second, () => kinship.of(this.paper, this.beside));
    }
    if (this.#pair.locked !== this.locked) this.#pair.locked = this.locked;
  }

  /** Whoever sits here writes on the page by mouse or by hand, for himself. */
  #takePen(): void {
    const { reader } = this;
    if (!reader || !this.isConnected || this.#ink) return;
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

  async #loadSecond(paper: string): Promise<void> {
    this.second = null;
    if (!paper) return;
    try {
      const manifest = await http.get<Manifest>(`/files/${this.desk.id}/${paper}/manifest`);
      if (paper === this.beside) this.second = manifest;
    } catch (failure) {
      this.trouble = sentenceOf(failure);
      this.beside = "";
    }
  }

  async #load(paper: string): Promise<void> {
    this.manifest = null;
    this.trouble = "";
    try {
      const manifest = await http.get<Manifest>(`/files/${this.desk.id}/${paper}/manifest`);
      if (paper !== this.paper) return;
      this.manifest = manifest;
      const sought = this.#sought;
      this.#sought = null;
      if (sought?.paper === paper) void this.updateComplete.then(() => this.reader?.updateComplete).then(() => this.#look(sought));
    } catch (failure) {
      this.trouble = sentenceOf(failure);
    }
  }

  protected override draw(view: MeetingView): TemplateResult {
    const { paper, desk } = this;
    const shown = view.papers.papers[paper];
    const presenting = view.stage.presenting?.paper === paper && view.stage.presenting.presenter === desk.me;
    return html`<section class="paper-table" aria-label=${shown?.title ?? ""}>
      <header>
        <button type="button" class="ns-button ns-quiet" data-testid="paper-close" @click=${this.done}>${lead.toStage}</button>
        <h2>${shown?.title}</h2>
        ${this.#besidePick(view)}
        <button type="button" class="ns-button ns-quiet" data-testid="own-notes" @click=${this.#notes}>${lead.notes.mine}</button>
        ${desk.mine?.may.prepare ? html`<button type="button" class="ns-button ns-quiet" data-testid="opinions" @click=${() => void opinionsSheet(desk, paper, shown?.title ?? "")}>${lead.notes.opinions}</button>` : nothing}
        ${view.head.phase !== "IN_SESSION" ? nothing : presenting
          ? html`<span class="live-words"><span class="live-mark"></span>${lead.presenting}</span><button type="button" class="ns-button ns-quiet" aria-pressed=${this.pointing ? "true" : "false"} data-testid="point" @click=${() => { this.pointing = !this.pointing; }}>${lead.point}</button><button type="button" class="ns-button ns-quiet" data-testid="present-stop" @click=${() => desk.do({ type: "stopPresenting" })}>${lead.stopPresenting}</button>`
          : html`<button type="button" class="ns-button ns-live" data-testid="present" @click=${this.#present}>${lead.present}</button>`}
      </header>
      ${this.trouble ? html`<p class="hint bad" role="alert">${this.trouble}</p>` : nothing}
      <div class="paper-desk"><div class=${this.beside ? "paper-pair" : "paper-one"}>
        <ns-reader .manifest=${this.manifest} .fileUrl=${this.#url} .originalUrl=${shown?.handling === "FREE" ? `/files/${desk.id}/${paper}/original` : null} .viewOnly=${shown !== undefined && shown.handling !== "FREE"} .paper=${paper} .person=${desk.me} .presenting=${presenting} .laser=${presenting && this.pointing}
          .item=${view.agenda.items[shown?.item ?? ""]?.number ?? ""} controls="compact" .tools=${this.#ink ? penButton(this.#ink) : nothing} @present=${this.#send} @page-shown=${this.#settle} data-testid="reader"></ns-reader>
        ${this.beside ? html`<ns-reader .manifest=${this.second} .fileUrl=${this.#secondUrl} .originalUrl=${view.papers.papers[this.beside]?.handling === "FREE" ? `/files/${desk.id}/${this.beside}/original` : null} .viewOnly=${view.papers.papers[this.beside]?.handling !== "FREE"} .paper=${this.beside} .person=${desk.me}
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
  #look(place: NotePlace): void {
    if (place.paper !== this.paper) {
      this.#sought = place;
      this.dispatchEvent(new CustomEvent("open-paper", { detail: { paper: place.paper }, bubbles: true }));
      return;
    }
    const { reader } = this;
    if (!reader) return;
    if (reader.page === place.page) return flash(reader, place.bounds);
    reader.addEventListener("page-shown", () => flash(reader, place.bounds), { once: true });
    reader.goTo(place.page);
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

customElements.define("paper-table", PaperTable);
