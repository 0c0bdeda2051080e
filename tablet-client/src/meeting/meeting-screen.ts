import { LanguageController } from "client-kit/i18n/index.ts";
import type { Packs } from "client-kit/offline/index.ts";
import { http } from "client-kit/net/index.ts";
import { NsReader, painted, type Manifest, type PresenterState, type ReaderEvents } from "client-kit/reader/index.ts";
import { layPaper } from "client-kit/reader/lay-paper.ts";
import { PaperLoader } from "client-kit/reader/paper-loader.ts";
import type { Changes } from "client-kit/revision/index.ts";
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from "lit";
import { icons } from "../app/icons.ts";
import type { Person } from "../app/session.ts";
import { PackRecords } from "../meetings/pack-records.ts";
import { ReadingTeller } from "../readings/teller.ts";
import { t } from "../texts/index.ts";
import { feedSecret } from "../vote/secret-part.ts";
import { voteSheet } from "../vote/vote-sheet.ts";
import { bar } from "./bar.ts";
import { later } from "../app/later.ts";
import { Desk } from "./desk.ts";
import { EarlyPen } from "./early-pen.ts";
import { header } from "./header.ts";
import { LinkedRoom } from "./linked-room.ts";
import { middle } from "./middle.ts";
import type { PageTools } from "./page-tools.ts";
import { packOf } from "./pack-of.ts";
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
/** The tools wait for the first page, but not for one that does not come. */
const TOOLS_AT_LATEST_MS = 2_000;
const IN_STEP_EVERY_MS = 30_000;
/** Less than a paper waits for its place. */
const COMPARED_MS = 800;
const TOOLS_AGAIN_MS = 5_000;

/** One meeting on the tablet: header, agenda, page, one bar. Draws what the room tells; what its user does goes through the desk. */
export class MeetingScreen extends LitElement {
  static override properties = { meeting: {}, me: { attribute: false }, packs: { attribute: false } };

  declare meeting: string;
  declare me: Person;
  declare packs: Packs | null;
  #room: LinkedRoom | null = null;
  #desk: Desk | null = null;
  #loader: PaperLoader | null = null;
  #tools: PageTools | null = null;
  #toolsAt = 0;
  #toolsComing = false;
  #pageStands = false;
  #side: Side | null = null;
  #tick: ReturnType<typeof setInterval> | undefined;
  #wanted = "";
  #shownInRail = "";
  #secret: ReturnType<typeof feedSecret> = null;
  #line: Room["link"] = "connecting";
  #records: PackRecords | null = null;
  #inStepAt = -Infinity;
  readonly #reader = new NsReader();
  readonly #early = new EarlyPen(this.#reader, () => this.#desk?.wantPen({ byPen: true }));
  #readings: ReadingTeller | null = null;
  readonly #wide = matchMedia("(orientation: landscape)");

  constructor() {
    super();
    this.packs = null;
    new LanguageController(this);
    this.#reader.addEventListener("page-shown", (event) => {
      const { paper } = this.#reader;
      if (!paper) return;
      this.#desk?.memory.readPage(paper);
      this.#readings?.seen(paper, (event as CustomEvent<ReaderEvents["page-shown"]>).detail.page);
    });
    for (const name of ["page-change", "follow-change", "panel-change"] as const) this.#reader.addEventListener(name, this.#redraw);
    // the page first, then what stands around it
    this.#reader.addEventListener("page-shown", () => { this.#pageStands = true; void painted().then(this.#redraw); });
    this.#reader.addEventListener("wander", () => this.#desk?.wandered());
    this.#reader.addEventListener("present", (event) => {
      const { page: at, rect, pointer } = (event as CustomEvent<ReaderEvents["present"]>).detail;
      this.#desk?.tellPage({ page: at, rect: [...rect], pointer: pointer ? [pointer[0], pointer[1]] : null });
    });
  }

  override createRenderRoot(): this { return this; }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#toolsAt = performance.now() + TOOLS_AT_LATEST_MS;
    this.#early.begin();
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
    this.#early.end();
    this.#tools?.close();
    this.#tools = null;
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
      this.#records = new PackRecords(this.me.id);
      this.#desk.reader = this.#reader;
      this.#reader.person = this.me.id;
      this.#reader.controls = "none";
      this.#reader.className = "mm-reader";
    }
    if (changed.has("packs")) this.packs?.addEventListener("change", this.#redraw);
    this.#desk!.readingsKept = this.#readings?.kept ?? false;
    this.#desk!.readAnywhere = this.#readings?.mine ?? new Set();
    this.#watchLine();
    this.#tools?.takeErrand();
    this.#feedReader();
    this.#feedTools();
    this.#feedSide();
    this.#feedPacks();
    this.#secret = feedSecret(this.#desk!);
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
          ${this.#secret?.trusteeBanner(desk)}
          ${desk.paper ? paperStrip(desk) : nothing}
          ${page && !side ? this.#tools?.line() : nothing}
          <div class="mm-desk">
            <div class="mm-page" ?hidden=${!page}>${this.#reader}${this.#tools?.notesOnPage(page)}</div>
            ${page ? nothing : html`<div class="mm-words">${middle(desk, this.packs, this.#loader!.fault)}</div>`}
            ${pill(desk)}
          </div>
          ${side ? html`${side.head()}
          <div class="mm-side">${side.reader}${side.fault ? html`<div class="blank" role="status">${icons.paper}<p>${t(side.fault === "gone" ? "paperFaultGone" : "paperFaultOffline")}</p></div>` : nothing}</div>` : nothing}
        </main>
        ${voteSheet(desk)}
        ${sheetView(desk, this.packs)}
        <div class="mm-bars">${this.#tools?.inkBar(page)}${bar(desk)}</div>
      </div>`;
  }

  /** A long agenda shows the item in hand by itself: when the meeting moves, and when the sheet is opened. */
  protected override updated(): void {
    const desk = this.#desk!;
    this.#tools?.drawn();
    const shown = `${desk.room.view?.agenda.inHand ?? ""}/${desk.railOpen}`;
    if (shown === this.#shownInRail) return;
    this.#shownInRail = shown;
    this.querySelector(".rail-row.is-in-hand")?.scrollIntoView({ block: "center" });
  }

  /** What the line does: the network brings downloads back, an ended session asks for a new sign-in. */
  #watchLine(): void {
    const { link, view } = this.#desk!.room;
    if (link === "open" && view && performance.now() > this.#inStepAt + IN_STEP_EVERY_MS) {
      this.#inStepAt = performance.now();
      this.#records!.inStep(this.meeting, this.#room!.now());
    }
    if (link === this.#line) return;
    this.#line = link;
    if (link === "open") {
      this.packs?.wake();
      this.#desk!.notebook?.wake();
    }
    if (link === "signed-out") this.dispatchEvent(new CustomEvent("session-ended", { bubbles: true }));
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
    const handling = view?.papers.papers[desk.paper ?? ""]?.handling;
    loader.want(desk.paper, handling === "MARKED");
    const state: PresenterState | null = live && view?.stage.presenting ? { paper: live.paper, page: live.page, n: live.n, rect: rectOf(live.rect), pointer: live.pointer ? [live.pointer[0]!, live.pointer[1]!] : null, epoch: view.stage.presenting.presenter } : null;
    // A reader who was away before a reload is not taken along by the first state that comes.
    if (state) { if (!desk.kept.away || reader.presenter) reader.follow(state); }
    else if (reader.presenter && !view?.stage.presenting) reader.unfollow();
    reader.presenting = desk.presenting;
    // the pointer is of use before the presenter's own page only
    desk.room.follow(!state || (!desk.presenting && state.paper === desk.paper && (!(desk.kept.away || reader.wandering) || state.page === reader.page)));
    reader.laser = desk.presenting && desk.pointing;
    reader.item = view?.agenda.items[view.papers.papers[desk.paper ?? ""]?.item ?? ""]?.number ?? "";
    if (!desk.paper || !loader.manifest) { if (reader.manifest && !loader.manifest) { reader.manifest = null; reader.paper = ""; } return; }
    if (layPaper(reader, this.meeting, desk.paper, handling)) {
      const { paper, sought } = desk;
      if (sought?.paper === paper) {
        reader.page = sought.page;
        reader.wander();
      }
      if (view?.papers.papers[paper]?.supersedes) void this.#readings?.ask();
      this.packs?.hold(this.#nextPage());
      this.packs?.first(this.meeting, paper);
    }
    reader.manifest = loader.manifest;
  }

  /** Pen, notes, search and what changed: fetched once a page stands, or somebody asks for them. */
  #feedTools(): void {
    if (this.#tools) { this.#tools.feed(); return; }
    const desk = this.#desk!;
    const asked = desk.penWanted !== null || desk.sheet === "search" || desk.sheet === "notes";
    const now = performance.now();
    if (!desk.room.view || !(this.#pageStands || asked || now >= this.#toolsAt) || this.#toolsComing) return;
    this.#toolsComing = true;
    void later.pageTools().then(({ PageTools }) => {
      if (this.isConnected && this.#room && this.#desk === desk) this.#tools = new PageTools(this, desk, { room: this.#room, person: this.me.id, reader: this.#reader, early: this.#early, redraw: this.#redraw });
      this.#toolsComing = false;
      this.requestUpdate();
    }, () => setTimeout(() => { this.#toolsComing = false; }, TOOLS_AGAIN_MS));
  }

  /** The second page, while two lie side by side. */
  #feedSide(): void {
    const desk = this.#desk!;
    if (desk.beside && !this.#side) {
      void later.sheets().then(({ Side }) => {
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

  /** Who read the earlier version goes on at the same words in the new one: as their comparison says, if it is made before the page has to be there. */
  async #carry(paper: string, manifest: Manifest): Promise<void> {
    const from = this.#desk!.room.view?.papers.papers[paper]?.supersedes;
    if (!from) return;
    const compared = http.get<Changes>(`/files/${this.meeting}/${paper}/changes-${from}`, { timeoutMs: COMPARED_MS }).catch(() => null);
    const [older, part, changes = null] = await Promise.all([http.get<Manifest>(`/files/${this.meeting}/${from}/manifest`), later.sheets(), compared]).catch(() => []);
    if (older && part) part.carryPlace(localStorage, this.me.id, { paper: from, manifest: older }, { paper, manifest }, changes);
  }

  /** Resolves when the next page is on the glass. */
  #nextPage(): Promise<void> {
    return new Promise((resolve) => this.#reader.addEventListener("page-shown", () => void painted().then(resolve), { once: true }));
  }

  /** Papers that this person may read come onto the device, those of the item in hand first. */
  #feedPacks(): void {
    const { view } = this.#desk!.room;
    if (!view || !this.packs) return;
    const { papers, marked, compared, key } = packOf(view, { has: (one) => this.#desk!.hasRead(one) });
    // Who opens a meeting asks for its papers; who then takes them off the device does not get them back unasked.
    if (this.#wanted === "") this.#records!.asked(this.meeting);
    if (key === this.#wanted || this.#records!.isFreed(this.meeting)) return;
    this.#wanted = key;
    if (!this.#pageStands) this.packs.hold(this.#nextPage());
    this.packs.want(this.meeting, papers, { marked, compared });
  }
}

function rectOf(rect: readonly number[]): [number, number, number, number] {
  return [rect[0] ?? 0, rect[1] ?? 0, rect[2] ?? 1, rect[3] ?? 1];
}

customElements.define("nt-meeting", MeetingScreen);
