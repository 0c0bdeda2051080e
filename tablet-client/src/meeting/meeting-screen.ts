import { LanguageController } from "client-kit/i18n/index.ts";
import { Ink } from "client-kit/ink/index.ts";
import { flash } from "client-kit/notes/flash.ts";
import type { Packs } from "client-kit/offline/index.ts";
import { http } from "client-kit/net/index.ts";
import { NsReader, type Manifest, type PresenterState, type ReaderEvents } from "client-kit/reader/index.ts";
import { olderOf, RevisionView } from "client-kit/revision/index.ts";
import { NsSearch } from "client-kit/text/ns-search.ts";
import { PageMarks } from "client-kit/text/page-marks.ts";
import type { Target } from "client-kit/text/results.ts";
import { notify } from "client-kit/ui/notices.ts";
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from "lit";
import { icons } from "../app/icons.ts";
import { addressOf } from "../app/routes.ts";
import type { Person } from "../app/session.ts";
import { ReadingTeller } from "../readings/teller.ts";
import { leaveErrand, takeErrand } from "../search/errand.ts";
import { placesOf } from "../search/places.ts";
import { t } from "../texts/index.ts";
import { voteSheet } from "../vote/vote-sheet.ts";
import { markedPapers, papersInOrder } from "./agenda-rows.ts";
import { bar } from "./bar.ts";
import { later } from "../app/later.ts";
import { Desk } from "./desk.ts";
import { header } from "./header.ts";
import { LinkedRoom } from "./linked-room.ts";
import { middle } from "./middle.ts";
import { notebookOf, type OpenedNotebook } from "./notebook.ts";
import { PaperLoader } from "./paper-loader.ts";
import { paperStrip } from "./paper-strip.ts";
import { pill } from "./pill.ts";
import { checkInBanner } from "./presence.ts";
import type { Room } from "./room.ts";
import { rail } from "./rail.ts";
import { sheetView } from "./sheets.ts";
import type { Side } from "./side.ts";
import "../styles/sheets.css";
import "../vote/vote.css";
import "./meeting.css";

const TICK_MS = 500;

/** One meeting on the tablet: header, agenda, page, one bar. Draws what the room tells; what its user does goes through the desk. */
export class MeetingScreen extends LitElement {
  static override properties = { meeting: {}, me: { attribute: false }, packs: { attribute: false } };

  declare meeting: string;
  declare me: Person;
  declare packs: Packs | null;
  #room: LinkedRoom | null = null;
  #desk: Desk | null = null;
  #loader: PaperLoader | null = null;
  #revision: RevisionView | null = null;
  #notebook: OpenedNotebook | null = null;
  #side: Side | null = null;
  #tick: ReturnType<typeof setInterval> | undefined;
  #wanted = "";
  #shownInRail = "";
  /** The page whose picture is up; 0 while one is turned. */
  #shownPage = 0;
  #line: Room["link"] = "connecting";
  readonly #reader = new NsReader();
  readonly #search = new NsSearch();
  readonly #marks = new PageMarks(this.#reader);
  /** A page that was found and is to be shown as soon as its paper is. */
  #sought: { readonly paper: string; readonly page: number } | null = null;
  #searching = false;
  #readings: ReadingTeller | null = null;
  readonly #wide = matchMedia("(orientation: landscape)");

  constructor() {
    super();
    this.packs = null;
    new LanguageController(this);
    this.#reader.addEventListener("page-shown", (event) => { if (this.#reader.paper) this.#readings?.seen(this.#reader.paper, (event as CustomEvent<ReaderEvents["page-shown"]>).detail.page); });
    for (const name of ["page-change", "page-shown", "follow-change", "panel-change"] as const) this.#reader.addEventListener(name, this.#redraw);
    this.#reader.addEventListener("page-change", () => { this.#shownPage = 0; });
    this.#reader.addEventListener("page-shown", (event) => {
      this.#shownPage = (event as CustomEvent<ReaderEvents["page-shown"]>).detail.page;
      this.#showSought();
    });
    this.#reader.addEventListener("wander", () => this.#desk?.wandered());
    this.#search.addEventListener("hit", (event) => this.#seek((event as CustomEvent<Target>).detail));
    this.#reader.addEventListener("present", (event) => {
      const { page: at, rect, pointer } = (event as CustomEvent<ReaderEvents["present"]>).detail;
      this.#desk?.tellPage({ page: at, rect: [...rect], pointer: pointer ? [pointer[0], pointer[1]] : null });
    });
  }

  override createRenderRoot(): this { return this; }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#tick = setInterval(() => { if (this.#room?.view) this.requestUpdate(); }, TICK_MS);
    this.packs?.addEventListener("change", this.#redraw);
    this.#wide.addEventListener("change", this.#turned);
    this.#turned();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.#tick);
    this.packs?.removeEventListener("change", this.#redraw);
    this.#wide.removeEventListener("change", this.#turned);
    this.#desk?.ink?.close();
    this.#notebook?.close();
    this.#notebook = null;
    this.#readings?.stop();
    this.#side?.end();
    this.#side = null;
    this.#room?.close();
    this.#room = null;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!this.#room) {
      // drawn once more after it was taken away: nothing may be opened again for a person who has left
      if (!this.isConnected) return;
      this.#room = new LinkedRoom(this.meeting, this.me.id);
      this.#desk = new Desk(this, this.#room, this.me.id);
      this.#loader = new PaperLoader(this, this.meeting, (paper, manifest) => this.#carry(paper, manifest));
      this.#readings = new ReadingTeller(this.me.id, this.meeting, this.#redraw);
      this.#readings.start();
      this.#desk.reader = this.#reader;
      this.#revision = new RevisionView(this, this.#reader, (paper) => this.#desk!.open({ kind: "paper", paper }));
      this.#desk.search = this.#search;
      this.#search.places = placesOf(this.me.id, () => this.#desk?.room.view ?? null, () => (this.#loader?.manifest ? this.#desk?.paper ?? null : null));
      this.#reader.person = this.me.id;
      this.#reader.controls = "none";
      this.#reader.className = "mm-reader";
      this.#openNotebook(this.#desk, this.#room);
    }
    if (changed.has("packs")) this.packs?.addEventListener("change", this.#redraw);
    this.#desk!.readingsKept = this.#readings?.kept ?? false;
    this.#watchLine();
    const errand = this.#desk!.room.view ? takeErrand(this.meeting) : null;
    if (errand) this.#seek(errand);
    this.#feedReader();
    this.#feedSide();
    this.#feedPacks();
  }

  protected override render(): TemplateResult {
    const desk = this.#desk!;
    const { view, link } = desk.room;
    if (!view) return html`<div class="blank is-page">${link === "no-access"
      ? html`${icons.warn}<h1>${t("noAccess")}</h1><a class="ns-button ns-quiet" href="#/">${t("allMeetings")}</a>`
      : link === "offline" ? html`${icons.cloudOff}<h1>${t("notOnDevice")}</h1><p>${t("notOnDeviceText")}</p><a class="ns-button ns-quiet" href="#/">${t("allMeetings")}</a>`
      : html`<p role="status">${t("loading")}</p><a class="ns-button ns-quiet" href="#/">${t("allMeetings")}</a>`}</div>`;
    const page = desk.paper !== null && this.#loader!.manifest !== null;
    const side = desk.beside && page ? this.#side : null;
    return html`
      <div class=${`mm ${desk.railOpen ? "is-rail-open" : ""} ${desk.memory.railFolded || side ? "is-rail-folded" : ""}`}>
        ${header(desk)}
        ${rail(desk, this.packs)}
        <button type="button" class="mm-veil" tabindex="-1" aria-hidden="true" ?hidden=${!desk.railOpen} @click=${() => desk.toggleRail(false)}></button>
        <main class=${side ? "mm-main is-beside" : "mm-main"}>
          ${checkInBanner(desk)}
          ${desk.paper ? paperStrip(desk, this.#revision!) : nothing}
          ${page && !side ? this.#revision!.line() : nothing}
          <div class="mm-desk">
            <div class="mm-page" ?hidden=${!page}>${this.#reader}<ns-page-notes .ink=${page ? desk.ink : null}></ns-page-notes></div>
            ${page ? nothing : html`<div class="mm-words">${middle(desk, this.packs, this.#loader!.fault)}</div>`}
            ${pill(desk)}
          </div>
          ${side ? html`${side.head()}
          <div class="mm-side">${side.reader}${side.fault ? html`<div class="blank" role="status">${icons.paper}<p>${t(side.fault === "gone" ? "paperFaultGone" : "paperFaultOffline")}</p></div>` : nothing}</div>` : nothing}
        </main>
        ${voteSheet(desk)}
        ${sheetView(desk, this.packs)}
        <div class="mm-bars"><ns-ink-bar .ink=${page ? desk.ink : null}></ns-ink-bar>${bar(desk)}</div>
      </div>`;
  }

  /** A long agenda shows the item in hand by itself: when the meeting moves, and when the sheet is opened. */
  protected override updated(): void {
    const desk = this.#desk!;
    // What was looked for stays marked as long as the search is up.
    if (this.#searching && desk.sheet !== "search") this.#marks.clear();
    this.#searching = desk.sheet === "search";
    // the page of a note may stand there already
    this.#showSought();
    const shown = `${desk.room.view?.agenda.inHand ?? ""}/${desk.railOpen}`;
    if (shown === this.#shownInRail) return;
    this.#shownInRail = shown;
    this.querySelector(".rail-row.is-in-hand")?.scrollIntoView({ block: "center" });
  }

  /** What the line does: the network brings downloads back, an ended session asks for a new sign-in. */
  #watchLine(): void {
    const { link } = this.#desk!.room;
    if (link === this.#line) return;
    this.#line = link;
    if (link === "open") {
      this.packs?.wake();
      this.#notebook?.wake();
    }
    if (link === "signed-out") this.dispatchEvent(new CustomEvent("session-ended", { bubbles: true }));
  }

  /** What is written on pages is this person's own, in this meeting; the page's layers and the list draw from it. */
  #openNotebook(desk: Desk, room: LinkedRoom): void {
    const notebook = notebookOf({ meeting: this.meeting, person: this.me.id, now: () => room.now() });
    desk.notebook = this.#notebook = notebook;
    desk.ink = new Ink(this.#reader, notebook, this.me.id);
    desk.ink.listen(this.#redraw);
    notebook.listen(this.#redraw);
    notebook.onWord((text) => { notify({ text, tone: "warn" }); });
    room.onNotes((what) => notebook.wake(what === "notes" ? "mine" : "shared"));
  }

  /** The page of a note that was looked for is up: where on it. */
  #showSought(): void {
    const sought = this.#desk?.sought;
    if (!sought || this.#reader.paper !== sought.paper || this.#shownPage !== sought.page) return;
    this.#desk!.sought = null;
    flash(this.#reader, sought.bounds);
  }

  readonly #redraw = (): void => { this.requestUpdate(); };

  /** A page across the width of a tablet is about as large as on paper; upright the whole of it fits, unless it has to share the height. */
  readonly #turned = (): void => {
    this.#reader.fit = this.#wide.matches || this.#side ? "width" : "page";
    this.requestUpdate();
  };

  /** The page on the screen and the presenter's state, kept in step with the room. */
  #feedReader(): void {
    const desk = this.#desk!;
    const reader = this.#reader;
    const loader = this.#loader!;
    const { view, live } = desk.room;
    const handling = (desk.paper && view?.papers.papers[desk.paper]?.handling) || "FREE";
    loader.want(desk.paper, handling === "MARKED");
    reader.viewOnly = handling !== "FREE";
    const state: PresenterState | null = live && view?.stage.presenting ? { paper: live.paper, page: live.page, n: live.n, rect: rectOf(live.rect), pointer: live.pointer ? [live.pointer[0]!, live.pointer[1]!] : null, epoch: view.stage.presenting.presenter } : null;
    // A reader who was away before a reload is not taken along by the first state that comes.
    if (state) { if (!desk.kept.away || reader.presenter) reader.follow(state); }
    else if (reader.presenter && !view?.stage.presenting) reader.unfollow();
    reader.presenting = desk.presenting;
    reader.laser = desk.presenting && desk.pointing;
    reader.item = view?.agenda.items[view.papers.papers[desk.paper ?? ""]?.item ?? ""]?.number ?? "";
    if (!desk.paper && desk.ink && desk.ink.mode !== "read") desk.ink.stop();
    if (!desk.paper || !loader.manifest) { this.#revision!.want(this.meeting, null, null); if (reader.manifest && !loader.manifest) { reader.manifest = null; reader.paper = ""; } return; }
    if (reader.paper !== desk.paper) {
      const paper = desk.paper;
      reader.page = 0;
      const { sought } = desk;
      if (sought?.paper === paper) {
        reader.page = sought.page;
        reader.wander();
      }
      reader.paper = paper;
      reader.fileUrl = (name) => `/files/${this.meeting}/${paper}/${name}`;
      reader.originalUrl = handling === "FREE" ? `/files/${this.meeting}/${paper}/original` : null;
      this.packs?.first(this.meeting, paper);
    }
    reader.manifest = loader.manifest;
    const papers = view?.papers.papers ?? {};
    this.#revision!.want(this.meeting, desk.paper, olderOf(papers, desk.paper, (paper) => desk.memory.opened.has(paper)));
    const sought = this.#sought;
    if (sought?.paper !== reader.paper) return;
    this.#sought = null;
    // The reader opens where it was; from there it goes on to the page that was found.
    void reader.updateComplete.then(() => reader.goTo(sought.page));
  }

  /** Goes where a result leads, and marks there what was looked for. */
  #seek(target: Target): void {
    const desk = this.#desk!;
    if (target.meeting !== this.meeting) {
      leaveErrand(target);
      location.hash = addressOf({ at: "meeting", meeting: target.meeting });
      return;
    }
    const { item, paper, page } = target;
    if (paper !== undefined) {
      this.#sought = page === undefined ? null : { paper, page };
      this.#marks.show(paper, target.query, target.exact);
      desk.open({ kind: "paper", paper });
    } else if (item !== undefined) desk.open({ kind: "item", item });
    this.requestUpdate();
  }

  /** The second page, while two lie side by side. */
  #feedSide(): void {
    const desk = this.#desk!;
    if (desk.beside && !this.#side) {
      void later.side().then(({ Side }) => {
        if (!this.isConnected || !desk.beside || this.#side) return;
        this.#side = new Side(this, desk, this.#reader, this.#redraw);
        this.#turned();
      }, () => undefined);
    } else if (!desk.beside && this.#side) {
      this.#side.end();
      this.#side = null;
      this.#turned();
    }
    this.#side?.feed();
  }

  /** Who read the earlier version goes on at the same words in the new one. */
  async #carry(paper: string, manifest: Manifest): Promise<void> {
    const from = this.#desk!.room.view?.papers.papers[paper]?.supersedes;
    if (!from) return;
    const [older, part] = await Promise.all([http.get<Manifest>(`/files/${this.meeting}/${from}/manifest`), later.revision()]).catch(() => []);
    if (older && part) part.carryPlace(localStorage, this.me.id, { paper: from, manifest: older }, { paper, manifest });
  }

  /** Papers that this person may read come onto the device, those of the item in hand first. */
  #feedPacks(): void {
    const { view } = this.#desk!.room;
    if (!view || !this.packs) return;
    const papers = papersInOrder(view);
    const marked = markedPapers(view);
    const wanted = papers.map((id) => (marked.has(id) ? `${id}!` : id)).join();
    if (wanted === this.#wanted) return;
    this.#wanted = wanted;
    this.packs.want(this.meeting, papers, { marked });
  }
}

function rectOf(rect: readonly number[]): [number, number, number, number] {
  return [rect[0] ?? 0, rect[1] ?? 0, rect[2] ?? 1, rect[3] ?? 1];
}

customElements.define("nt-meeting", MeetingScreen);
