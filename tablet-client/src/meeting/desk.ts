import { BLANK, type Filled } from "client-kit/meeting/ballot.ts";
import { format } from "client-kit/i18n/index.ts";
import type { Ink } from "client-kit/ink/index.ts";
import { isBeyond } from "client-kit/meeting/floor.ts";
import { isForm } from "client-kit/meeting/opinion-form.ts";
import { withdrawalOf } from "client-kit/meeting/withdrawal.ts";
import { newId } from "client-kit/net/index.ts";
import type { DeviceNotebook } from "client-kit/notes/index.ts";
import type { NotePlace } from "client-kit/notes/ns-notes.ts";
import type { Command, Live, MeetingView, TurnView } from "client-kit/proto/protocol.ts";
import type { NsReader, ReaderEvents } from "client-kit/reader/index.ts";
import type { RevisionView } from "client-kit/revision/index.ts";
import type { NsSearch } from "client-kit/text/ns-search.ts";
import { notify } from "client-kit/ui/notices.ts";
import { Ripeness } from "client-kit/ui/ripe.ts";
import type { ReactiveController, ReactiveControllerHost } from "lit";
import { EMPTY_FORM, type AskForm } from "../floor/ask-form.ts";
import { TurnWarning } from "../floor/turn-warning.ts";
import { EMPTY_DRAFT, type LeadDraft } from "../lead/draft.ts";
import { t } from "../texts/index.ts";
import { ballotStage, castsOwn, toldInSheet, type BallotStage } from "../vote/ballot-stage.ts";
import { attention, NO_VOTE, type VoteSheet } from "./attention.ts";
import { DeskMemory } from "./desk-memory.ts";
import { afterChange, exists, isAway, landing, OVERVIEW, samePlace, whereTheMeetingIs, type Kept, type Place } from "./place.ts";
import type { Refused, Room } from "./room.ts";

const REFUSAL_SHOWN_MS = 12_000;

/** Sheets besides the vote's; one at a time. */
export type Sheet = "votes" | "floor" | "lead" | "status" | "beside" | "search" | "notes" | "recusal" | "pass" | "trustee" | "signed";

export interface Beside {
  readonly paper: string;
  readonly locked: boolean;
  readonly back: { readonly paper: string; readonly page: number; readonly sight: ReaderEvents["sight-change"]["sight"] } | null;
}

/** What one tablet shows of one meeting: where its reader is, which sheet is up. The meeting itself is the room's. */
export class Desk implements ReactiveController {
  readonly memory: DeskMemory;
  kept: Kept = { place: OVERVIEW, away: false };
  sheet: Sheet | null = null;
  voteSheet: VoteSheet = NO_VOTE;
  railOpen = false;
  /** The paper's rarer buttons are up. */
  moreOpen = false;
  /** The paper that lies beside the one on the screen, and where that one was before. */
  beside: Beside | null = null;
  /** The presenter's finger points instead of moving the page. */
  pointing = false;
  /** The question that is being asked before an act that can't be taken back. */
  asks: string | null = null;
  #asked = new Ripeness();
  #told: ReadonlySet<string> = new Set();
  readonly #warning = new TurnWarning(() => this.room.now(), (turn, leftMs) => this.#tellSoon(turn, leftMs));
  askForm: AskForm = EMPTY_FORM;
  /** Opinions that are being written, by item. */
  readonly written = { item: "", texts: new Map<string, string>() };
  draft: LeadDraft = EMPTY_DRAFT;
  readonly picked = new Map<string, Filled & { readonly ready: boolean }>();
  reader: NsReader | null = null;
  // ink, search, notebook and revision come with the page's tools (`page-tools`), a moment after the first page
  /** Pen and notes on the reader's page. */
  ink: Ink | null = null;
  /** The pen was asked for before it was there. */
  penWanted: { readonly byPen: boolean } | null = null;
  /** What changed since the earlier version. */
  revision: RevisionView | null = null;
  /** Whether the secretary sees who has opened which paper. */
  readingsKept = false;
  /** Papers that this person has read on any device, as far as the body keeps it and the server could be asked. */
  readAnywhere: ReadonlySet<string> = new Set();
  /** The search of this visit, with what was found last. */
  search: NsSearch | null = null;
  /** Own notes and those of others that this person was shown. */
  notebook: DeviceNotebook | null = null;
  /** A note whose page is being opened. */
  sought: NotePlace | null = null;
  /** A page that was found and is to be shown as soon as its paper is. */
  found: { readonly paper: string; readonly page: number } | null = null;
  #seen: Room["view"] = null;
  #stop: (() => void) | null = null;
  #n = 0;

  constructor(private readonly host: ReactiveControllerHost, readonly room: Room, person: string) {
    this.memory = new DeskMemory(person, room.meeting);
    host.addController(this);
  }

  hostConnected(): void { this.#stop = this.room.listen(() => this.#changed()); this.#changed(); }

  hostDisconnected(): void {
    this.#stop?.();
    this.#stop = null;
    this.#warning.stop();
  }

  get place(): Place { return this.kept.place; }
  /** The paper on the screen. */
  get paper(): string | null { return this.place.kind === "paper" ? this.place.paper : null; }
  /** This device steers the presentation, not another one of the same person; known over a reload. */
  get presentsHere(): boolean { return this.memory.presentsHere; }
  /** Whether this person has had a page of a paper before the eyes. */
  hasRead(paper: string): boolean { return this.memory.read.has(paper) || this.readAnywhere.has(paper); }
  get presenting(): boolean { return this.presentsHere && this.room.view?.stage.presenting?.presenter === this.room.mine?.person && this.room.view?.stage.presenting?.paper === this.paper; }

  // ---- moving

  open(place: Place): void {
    const { view } = this.room;
    if (!view) return;
    this.railOpen = false;
    this.#move({ place, away: isAway(view, place) });
    if (view.stage.presenting && place.kind === "paper" && place.paper === view.stage.presenting.paper) this.reader?.rejoin();
  }

  /** One tap back to where the meeting is. */
  rejoin(): void {
    const { view } = this.room;
    if (!view) return;
    this.#move({ place: whereTheMeetingIs(view), away: false });
    this.reader?.rejoin();
  }

  /** The page of a note, which its reader looks for away from where the meeting is. */
  openNote(place: NotePlace): void {
    const { view } = this.room;
    if (!view || view.papers.papers[place.paper]?.status !== "READY") return;
    this.railOpen = false;
    this.sought = place;
    const there: Place = { kind: "paper", paper: place.paper };
    this.#move({ place: there, away: isAway(view, there) || view.stage.presenting?.paper === place.paper });
    if (this.reader?.paper === place.paper) this.reader.goTo(place.page);
  }

  /** The reader has turned a page of the presented paper by himself. */
  wandered(): void {
    const presented = this.room.view?.stage.presenting?.paper;
    if (presented && presented === this.paper && !this.presenting) this.#move({ place: this.place, away: true });
  }

  // ---- two papers side by side

  layBeside(paper: string): void {
    const { reader } = this;
    const back = this.beside?.back ?? (reader?.count ? { paper: reader.paper, page: reader.page, sight: reader.sight } : null);
    this.beside = { paper, locked: this.beside?.locked ?? true, back };
    this.sheet = null;
    this.host.requestUpdate();
  }

  lockBeside(locked: boolean): void {
    if (this.beside) this.beside = { ...this.beside, locked };
    this.host.requestUpdate();
  }

  /** Back to one paper, at the page where one was; who goes along with the presenter stays with him. */
  closeBeside(): void {
    const { beside, reader } = this;
    this.beside = null;
    this.host.requestUpdate();
    if (!reader || !beside?.back || beside.back.paper !== this.paper || reader.following) return;
    const { page, sight } = beside.back;
    if (reader.page !== page) reader.goTo(page);
    reader.lookAs(sight);
  }

  #move(kept: Kept): void {
    if (kept.place.kind !== "paper" || kept.place.paper === this.beside?.paper) this.beside = null;
    // who goes elsewhere no longer looks for that note or page
    const paper = kept.place.kind === "paper" ? kept.place.paper : null;
    if (this.sought?.paper !== paper) this.sought = null;
    if (this.found?.paper !== paper) this.found = null;
    this.kept = kept;
    this.memory.place = kept;
    if (kept.place.kind === "paper") this.memory.open(kept.place.paper);
    this.host.requestUpdate();
  }

  // ---- writing

  /** The button "Bút": the tools come up, or go. Writing wants the page itself, not its large text. */
  writeNotes(byPen: boolean): void {
    const { ink, reader } = this;
    if (!reader) return;
    if (!ink) { this.wantPen(this.penWanted ? null : { byPen }); return; }
    if (ink.open) { ink.stop(); return; }
    if (reader.large) reader.setHabits({ large: false });
    ink.start(byPen);
  }

  wantPen(wanted: Desk["penWanted"]): void {
    this.penWanted = this.ink ? null : wanted;
    this.host.requestUpdate();
  }

  readLarge(): void {
    this.ink?.stop();
    this.penWanted = null;
    this.reader?.setHabits({ large: !this.reader.large });
  }

  // ---- sheets

  show(sheet: Sheet | null): void {
    this.sheet = this.sheet === sheet ? null : sheet;
    this.asks = null;
    this.draft = { ...this.draft, tab: null };
    if (this.sheet) this.voteSheet = { ...this.voteSheet, open: false };
    this.railOpen = false;
    this.host.requestUpdate();
  }

  showVote(vote: string): void {
    this.sheet = null;
    this.voteSheet = { vote, open: true };
    this.host.requestUpdate();
  }

  hideVote(): void {
    const { vote } = this.voteSheet;
    if (vote && this.room.view?.votes.votes[vote]?.state === "CLOSED") this.memory.see(vote);
    this.voteSheet = { vote, open: false };
    this.host.requestUpdate();
  }

  ask(what: string | null): void {
    if (what !== this.asks) this.#asked = new Ripeness();
    this.asks = what;
    this.askWaits();
    this.host.requestUpdate();
  }

  /** The question has only just been asked: a second press of the same hand is no answer to it. */
  askWaits(): boolean { return this.#asked.waits(this.asks ?? "", true) > 0; }

  showMore(open: boolean): void {
    this.moreOpen = open;
    this.host.requestUpdate();
  }

  toggleRail(open = !this.railOpen): void {
    this.railOpen = open;
    this.host.requestUpdate();
  }

  /** On a wide screen the agenda stands beside the page until it is folded away. */
  foldRail(folded: boolean): void {
    this.memory.railFolded = folded;
    this.host.requestUpdate();
  }

  /** The header's button: a sheet on a narrow screen, back from its fold on a wide one. */
  openRail(): void {
    if (this.memory.railFolded) this.foldRail(false);
    else this.toggleRail();
  }

  // ---- acting

  give(command: Command): void {
    this.room.give(command);
    this.host.requestUpdate();
  }

  /** Marks on the own ballot; `ready` asks to send them. They stay until they are sent, whatever else is looked at meanwhile. */
  fill(vote: string, filled: Filled, ready = false): void {
    this.picked.set(vote, { ...filled, ready });
    this.host.requestUpdate();
  }

  writeAsk(form: AskForm): void {
    this.askForm = form;
    this.host.requestUpdate();
  }

  writeOpinion(item: string, text?: string): void {
    this.written.item = item;
    if (text !== undefined) this.written.texts.set(item, text);
    this.host.requestUpdate();
  }

  write(change: Partial<LeadDraft>): void {
    this.draft = { ...this.draft, ...change };
    this.host.requestUpdate();
  }

  /** Id of a vote that this person makes. */
  freshId(): string { return newId(); }

  cast(vote: string, { marks, words }: Filled): void {
    this.picked.delete(vote);
    this.give({ type: "castBallot", vote, marks: [...marks], words });
  }

  /** Where the own ballot of a vote stands. */
  ballot(vote: string): BallotStage | null {
    const { view, mine, sending, refused } = this.room;
    const found = view?.votes.votes[vote];
    if (!found || !mine) return null;
    const waiting = sending.find((s) => castsOwn(s.command, vote, mine.person));
    const refusal = refused.filter((r) => castsOwn(r.command, vote, mine.person)).pop();
    return ballotStage({
      vote: found, entitled: mine.entitled.includes(vote), receipt: mine.ballots[vote], refusal, picked: this.picked.get(vote),
      sending: waiting && { filled: waiting.command.type === "castBallot" ? { marks: waiting.command.marks, words: waiting.command.words } : BLANK, kept: waiting.kept },
    });
  }

  /** The first waiting command of a kind, for buttons that say "đang gửi". */
  waiting<T extends Command["type"]>(type: T): Extract<Command, { type: T }> | undefined {
    return this.room.sending.map((s) => s.command).find((c): c is Extract<Command, { type: T }> => c.type === type);
  }

  point(on: boolean): void {
    this.pointing = on;
    this.host.requestUpdate();
  }

  present(paper: string): void {
    this.memory.presentsHere = true;
    const { view, mine } = this.room;
    const already = view?.stage.presenting?.paper === paper && view.stage.presenting.presenter === mine?.person;
    if (!already) this.give({ type: "startPresenting", paper });
    this.tellPage();
    this.host.requestUpdate();
  }

  /** The page and the part of it in sight, to everybody who follows. */
  tellPage(state?: { page: number; rect: readonly number[]; pointer: readonly [number, number] | null }): void {
    const { reader, paper } = this;
    if (!reader || !paper || !this.presentsHere) return;
    const { page, rect, pointer } = state ?? { page: reader.page, rect: reader.rect, pointer: null };
    const live: Live = { kind: "page", paper, page, rect: [...rect], n: ++this.#n, ...(pointer ? { pointer: [...pointer] } : {}) };
    this.room.show(live);
  }

  // ---- the meeting has changed

  #changed(): void {
    const { view } = this.room;
    const before = this.#seen;
    if (view && view !== before) {
      this.#seen = view;
      if (before) this.#tellWithdrawn(before, view);
      const next = before === null ? landing(view, this.memory.place) : afterChange(before, view, this.kept);
      if (this.beside && !exists(view, { kind: "paper", paper: this.beside.paper })) this.beside = null;
      if (before === null || !samePlace(next.place, this.place) || next.away !== this.kept.away) this.#move(next);
      this.voteSheet = attention(before, view, this.voteSheet, this.memory.seenResults);
      if (this.voteSheet.open) this.sheet = null;
      if (before !== null && before.head.phase !== "CLOSED" && view.head.phase === "CLOSED") this.#close(isForm(view.head));
      if (this.presentsHere && view.stage.presenting?.presenter === this.room.mine?.person && before?.stage.presenting?.paper !== view.stage.presenting?.paper) this.tellPage();
      if (this.presentsHere && before?.stage.presenting && view.stage.presenting?.presenter !== this.room.mine?.person) this.memory.presentsHere = false;
    }
    if (view) this.#warning.look(view, this.room.mine);
    this.#tellRefusals();
    this.host.requestUpdate();
  }

  #tellSoon(turn: TurnView, leftMs: number): void {
    const name = this.room.view?.people.people[turn.person]?.name ?? "";
    notify({ text: t(turn.person === this.room.mine?.person ? "turnSoon" : "turnSoonOf", { name, time: format.countdown(leftMs) }), tone: "warn", lastsMs: REFUSAL_SHOWN_MS });
  }

  /** Who reads elsewhere is told, and finds the minutes in one tap. */
  #close(inWriting: boolean): void {
    this.sheet = null;
    if (this.place.kind !== "overview") notify({ text: t(inWriting ? "formClosed" : "closedTitle"), action: { label: t(inWriting ? "formReport" : "minutesTitle"), press: () => this.open(OVERVIEW) }, lastsMs: 60_000 });
  }

  /** Who reads a paper that is closed is told so, and does not wonder where it went. */
  #tellWithdrawn(before: MeetingView, after: MeetingView): void {
    const { paper } = this;
    const title = before.papers.papers[paper ?? ""]?.title;
    if (!paper || title === undefined || after.papers.papers[paper]?.status === "READY") return;
    const told = withdrawalOf(after, paper);
    notify({ text: told ? t("paperWithdrawn", { title, who: told.by, time: format.time(told.at), reason: told.reason }) : t("paperClosed", { title }), tone: "warn", lastsMs: REFUSAL_SHOWN_MS });
  }

  /** Somebody left while the chair opened: the question comes again, now with the quorum in it, where the act was begun. */
  #offerAgain({ command, code }: Refused): void {
    if (this.sheet !== "lead") return;
    if (command.type === "callSpeaker" && isBeyond(code)) this.asks = `beyond-${command.request}`;
    if (code !== "QUORUM_NOT_MET") return;
    if (command.type === "openVote") this.asks = `open-${command.vote}`;
    if (command.type === "openMeeting") this.asks = "open-meeting";
  }

  /** Told at once, and listed until it is read; about a ballot the vote's own sheet tells. A trustee's part that has come already is no news to anybody. */
  #tellRefusals(): void {
    const { refused } = this.room;
    for (const one of refused) {
      if (this.#told.has(one.id) || one.code === "KEY_STEP_DONE" || (this.voteSheet.open && toldInSheet(one.command, this.voteSheet.vote ?? "", this.room.mine?.person ?? ""))) continue;
      this.#offerAgain(one);
      notify({ text: one.text, tone: "warn", lastsMs: REFUSAL_SHOWN_MS });
    }
    this.#told = new Set(refused.map((one) => one.id));
  }
}
