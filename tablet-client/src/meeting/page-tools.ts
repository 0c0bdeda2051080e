import { Ink, RoomInk, RoomPen } from "client-kit/ink/index.ts";
import { newId } from "client-kit/net/index.ts";
import { flash } from "client-kit/notes/flash.ts";
import { openNotebook } from "client-kit/notes/index.ts";
import type { NsReader, ReaderEvents } from "client-kit/reader/index.ts";
import { olderOf, RevisionView } from "client-kit/revision/index.ts";
import { NsSearch } from "client-kit/text/ns-search.ts";
import { PageMarks } from "client-kit/text/page-marks.ts";
import type { Target } from "client-kit/text/results.ts";
import { notify } from "client-kit/ui/notices.ts";
import { html, type nothing, type ReactiveControllerHost, type TemplateResult } from "lit";
import { addressOf } from "../app/routes.ts";
import { leaveErrand, takeErrand } from "../search/errand.ts";
import { placesOf } from "../search/places.ts";
import type { Desk } from "./desk.ts";
import type { EarlyPen } from "./early-pen.ts";
import type { LinkedRoom } from "./linked-room.ts";

/** Whose tools they are, and in which room. */
export interface Place {
  readonly room: LinkedRoom;
  readonly person: string;
  readonly reader: NsReader;
  readonly early: EarlyPen;
  readonly redraw: () => void;
}

/** What one does with a page once it stands: write on it, search in it, see what changed. It comes after the first page. */
export class PageTools {
  readonly #revision: RevisionView;
  readonly #marks: PageMarks;
  readonly #stops: (() => void)[] = [];
  readonly #roomPen: RoomPen;
  readonly #roomInk: RoomInk;
  #presents = false;
  #searching = false;
  /** The page whose picture is up; 0 while one is turned. */
  #shownPage = 0;

  constructor(host: ReactiveControllerHost, private readonly desk: Desk, private readonly place: Place) {
    const { room, person, reader, early, redraw } = place;
    const notebook = openNotebook({ meeting: room.meeting, person, now: () => room.now() });
    const ink = new Ink(reader, notebook, person);
    this.#roomPen = ink.room = new RoomPen(room.board, (live) => room.show(live), newId());
    this.#roomPen.listen(() => { ink.changed(); });
    this.#roomInk = new RoomInk(reader, room.board, () => desk.presenting);
    const search = new NsSearch();
    this.#revision = new RevisionView(host, reader, desk.memory.seenChanges, (paper, page) => {
      desk.found = { paper, page };
      desk.open({ kind: "paper", paper });
    });
    this.#marks = new PageMarks(reader);
    search.places = placesOf(person, () => desk.room.view, () => (reader.manifest ? desk.paper : null));
    search.addEventListener("hit", (event) => this.#seek((event as CustomEvent<Target>).detail));
    notebook.onWord((text) => { notify({ text, tone: "warn" }); });
    room.onNotes((what) => notebook.wake(what === "notes" ? "mine" : "shared"));
    this.#shownPage = reader.waiting || !reader.overlay?.isConnected ? 0 : reader.page;
    reader.addEventListener("page-change", this.#turned);
    reader.addEventListener("page-shown", this.#shown);
    this.#stops.push(ink.listen(redraw), notebook.listen(redraw), () => reader.removeEventListener("page-change", this.#turned), () => reader.removeEventListener("page-shown", this.#shown), () => ink.close(), () => this.#roomPen.close(), () => this.#roomInk.close(), () => notebook.close());
    Object.assign(desk, { notebook, ink, search, revision: this.#revision });
    const lines = early.end();
    ink.takeUp(lines);
    // the row of tools would push the page away under a pen that writes
    if (desk.penWanted && lines.every(({ down }) => !down)) ink.start(desk.penWanted.byPen);
    desk.penWanted = null;
  }

  /** A result in another meeting has led here. */
  takeErrand(): void {
    const errand = this.desk.room.view ? takeErrand(this.place.room.meeting) : null;
    if (errand) this.#seek(errand);
  }

  /** Kept in step with what the reader shows. */
  feed(): void {
    const { desk, place: { reader, room } } = this;
    if (this.#presents !== desk.presenting) {
      this.#presents = desk.presenting;
      if (!desk.presenting) this.#roomPen.end();
      this.#roomInk.refresh();
    }
    const paper = reader.manifest && reader.paper === desk.paper ? desk.paper : null;
    if (!desk.paper && desk.ink && desk.ink.mode !== "read") desk.ink.stop();
    this.#revision.want(room.meeting, paper, paper ? olderOf(desk.room.view?.papers.papers ?? {}, paper, (one) => desk.hasRead(one)) : null);
    if (reader.large || (desk.ink && desk.ink.mode !== "read")) this.#revision.lay(false);
    const changed = this.#revision.pages;
    if ([...changed].join() !== [...reader.changedPages].join()) reader.changedPages = changed;
    const { found } = desk;
    if (!paper || found?.paper !== paper) return;
    desk.found = null;
    // The reader opens where it was; from there it goes on to the page that was found.
    void reader.updateComplete.then(() => reader.goTo(found.page));
  }

  /** After each drawing of the screen. What was looked for stays marked as long as the search is up. */
  drawn(): void {
    const { desk } = this;
    if (this.#searching && desk.sheet !== "search") this.#marks.clear();
    this.#searching = desk.sheet === "search";
    // the page of a note may stand there already
    this.#showSought();
  }

  line(): TemplateResult | typeof nothing { return this.#revision.line(); }
  notesOnPage(page: boolean): TemplateResult { return html`<ns-page-notes .ink=${page ? this.desk.ink : null}></ns-page-notes>`; }
  inkBar(page: boolean): TemplateResult { return html`<ns-ink-bar .ink=${page ? this.desk.ink : null}></ns-ink-bar>`; }

  close(): void {
    for (const stop of this.#stops) stop();
    Object.assign(this.desk, { notebook: null, ink: null, search: null, revision: null });
  }

  /** Goes where a result leads, and marks there what was looked for. */
  #seek(target: Target): void {
    const { desk } = this;
    if (target.meeting !== this.place.room.meeting) {
      leaveErrand(target);
      location.hash = addressOf({ at: "meeting", meeting: target.meeting });
      return;
    }
    const { item, paper, page } = target;
    if (paper !== undefined) {
      desk.found = page === undefined ? null : { paper, page };
      this.#marks.show(paper, target.query, target.exact);
      desk.open({ kind: "paper", paper });
    } else if (item !== undefined) desk.open({ kind: "item", item });
    this.place.redraw();
  }

  readonly #turned = (): void => { this.#shownPage = 0; };

  readonly #shown = (event: Event): void => {
    this.#shownPage = (event as CustomEvent<ReaderEvents["page-shown"]>).detail.page;
    this.#showSought();
  };

  /** The page of a note that was looked for is up: where on it. */
  #showSought(): void {
    const { desk, place: { reader } } = this;
    const { sought } = desk;
    if (!sought || reader.paper !== sought.paper || this.#shownPage !== sought.page) return;
    desk.sought = null;
    flash(reader, sought.bounds);
  }
}
