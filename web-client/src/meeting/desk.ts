import type { RoomBoard } from "client-kit/ink/index.ts";
import { MeetingLink, statusSentence, type LinkStatus, type Outcome, type PageLive } from "client-kit/net/index.ts";
import { openNotebook, type DeviceNotebook } from "client-kit/notes/index.ts";
import type { Command, Live, MeetingView, Mine, PersonView } from "client-kit/proto/protocol.ts";
import { ConclusionDrafts } from "../lead/conclusion-drafts.ts";
import { Drafts } from "../prepare/drafts.ts";
import { askReason } from "../shared/ask.ts";
import { refuse } from "../shared/notices.ts";
import type { TextDesk } from "../minutes/text-desk.ts";
import { common } from "../texts/common.ts";
import { meetingTexts } from "../texts/meeting.ts";

export interface PaperProgress {
  readonly done: number;
  readonly total: number;
}

/** One meeting on the console: what the server shows of it, and the acts one asks of the server. All parts of the page share it. */
export class Desk {
  readonly #listeners = new Set<() => void>();
  readonly #link: MeetingLink;
  readonly #ends: (() => void)[] = [];
  /** How far the preparation of new papers has come, by paper. */
  readonly progress = new Map<string, PaperProgress>();
  readonly conclusions: ConclusionDrafts;
  /** What is typed into the meeting's file and not saved. */
  readonly drafts = new Drafts();
  /** The secretary's texts of the minutes, once they are opened. */
  texts: TextDesk | undefined;
  #notebook: DeviceNotebook | undefined;
  #lastReason = "";
  #telling = false;
  #trouble = "";

  /** @param me person at the console */
  constructor(readonly id: string, readonly me: string) {
    this.#link = new MeetingLink({ meeting: id, person: me });
    this.conclusions = new ConclusionDrafts(me, id, (item) => this.recorded(item));
  }

  open(): void {
    this.#ends.push(
      this.#link.subscribe(() => this.#changed()),
      this.#link.onLive((live) => this.#heard(live)),
      this.#link.onLate(({ outcome }) => { if (outcome.kind === "refused") refuse(outcome.text); }),
      this.#link.onError((text) => {
        this.#trouble = text;
        this.#changed();
      }),
    );
    // the little picture of the screen has pages and strokes, and no pointer
    this.#link.follow(false);
    void this.#link.start();
  }

  close(): void {
    this.#ends.splice(0).forEach((end) => end());
    this.#notebook?.close();
    this.#notebook = undefined;
    this.texts?.close();
    this.texts = undefined;
    this.#link.stop();
  }

  get view(): MeetingView | undefined { return this.#link.view; }
  get mine(): Mine | undefined { return this.#link.mine; }
  get page(): PageLive | undefined { return this.#link.page; }
  get status(): LinkStatus { return this.#link.status; }
  /** Why there is nothing to show; empty while it is only a matter of waiting. */
  get trouble(): string { return this.status.state === "stopped" || this.status.state === "offline" ? statusSentence(this.status) : this.#trouble; }

  /** The own notes of whoever sits here; opened when they are first asked for. */
  get notebook(): DeviceNotebook {
    if (this.#notebook) return this.#notebook;
    const notebook = (this.#notebook = openNotebook({ person: this.me, meeting: this.id, now: this.now }));
    this.#ends.push(notebook.onWord(refuse), this.#link.onNotes((what) => notebook.wake(what === "notes" ? "mine" : "shared")));
    return notebook;
  }

  /** The server's clock, ms. */
  readonly now = (): number => this.#link.clock.now();

  person(id: string): PersonView | undefined { return this.view?.people.people[id]; }
  name(id: string): string { return this.person(id)?.name ?? common.unnamed; }

  /** Marks of the own ballot that the server has not answered yet. */
  sentBallot(vote: string): readonly string[] | undefined {
    for (const { command } of this.#link.waiting) if (command.type === "castBallot" && command.vote === vote) return command.marks;
    return undefined;
  }

  /** The conclusion of an item as the minutes have it. */
  recorded(item: string): string { return this.view?.conclusions.byItem[item] ?? ""; }

  /** Items that are on the agenda and have a conclusion that waits to be recorded, in its order. */
  get unrecorded(): string[] {
    const waiting = this.conclusions.waiting;
    return (this.view?.agenda.order ?? []).filter((item) => waiting.includes(item));
  }

  /** Something that all parts show has changed here and not on the server. */
  tell(): void { this.#changed(); }

  /** Calls `tell` after each change; several at once count as one. */
  watch(tell: () => void): () => void {
    this.#listeners.add(tell);
    return () => this.#listeners.delete(tell);
  }

  #changed(): void {
    if (this.view) this.texts?.follow(this.view, this.status.state === "saved" || this.status.state === "sending");
    if (this.#telling) return;
    this.#telling = true;
    queueMicrotask(() => {
      this.#telling = false;
      [...this.#listeners].forEach((tell) => tell());
    });
  }

  #heard(live: Live): void {
    if (live.kind !== "progress") return;
    this.progress.set(live.paper, { done: live.done, total: live.total });
    this.#changed();
  }

  /** Asks the server; its refusal is shown, unless the caller says so itself. */
  async do(command: Command, quietly = false): Promise<Outcome> {
    const outcome = await this.#link.send(command);
    if (outcome.kind === "refused" && !quietly) refuse(outcome.text);
    return outcome;
  }

  show(live: Live): boolean { return this.#link.sendLive(live); }

  /** What the presenter has drawn before the room. */
  get board(): RoomBoard { return this.#link.board; }

  /** Changes after issue are visible revisions: asks for the reason once and hands it on; undefined while it is a draft, null when called off. */
  async reason(what: string): Promise<string | undefined | null> {
    if (this.view?.head.phase === "DRAFT") return undefined;
    const reason = await askReason({ title: meetingTexts.reviseTitle, text: meetingTexts.reviseText(what), act: meetingTexts.reviseAct, suggested: this.#lastReason });
    if (reason !== null) this.#lastReason = reason;
    return reason;
  }

  /** Does what `make` says, with a reason where one is needed. True when it is done. */
  async revise(what: string, make: (reason: { reason?: string }) => Command): Promise<boolean> {
    const reason = await this.reason(what);
    if (reason === null) return false;
    return (await this.do(make(reason === undefined ? {} : { reason }))).kind === "done";
  }
}
