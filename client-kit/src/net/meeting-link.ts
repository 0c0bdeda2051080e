import { RoomBoard } from "../ink/room-board.ts";
import { language, onLanguage } from "../i18n/language.ts";
import { t } from "../i18n/texts.ts";
import type { ClientFrame, Command, JsonValue, Live, MeetingView, Mine, ServerFrame } from "../proto/protocol.ts";
import { Newest } from "../reader/newest.ts";
import { kept, type Kept } from "../store/kept.ts";
import { asQuery } from "./acting-as.ts";
import { serverClock, type Clock } from "./clock.ts";
import { http, onSignedOut } from "./http.ts";
import { Link, type LinkOptions, type LinkState, type StopReason } from "./link.ts";
import { Mirror } from "./mirror.ts";
import { Outbox } from "./outbox.ts";
import type { Done, Outcome, Refused } from "./outcome.ts";
import { Tab } from "./tabs.ts";

/**
 * What the status chip tells. saved: all is with the server · sending: on its way · offline: kept here until the network is back ·
 * stopped: signed out or no access.
 */
export interface LinkStatus {
  state: "saved" | "sending" | "connecting" | "offline" | "stopped";
  /** commands that the server has not answered */
  waiting: number;
  /** while stopped */
  reason?: StopReason;
  /** a sentence when the device can keep nothing */
  trouble?: string;
}

/** A command that was answered after the page that gave it was gone: worth a notice when it was refused. */
export interface LateAnswer {
  command: Command;
  outcome: Outcome;
}

export interface MeetingLinkOptions {
  meeting: string;
  person: string;
  clock?: Clock;
  store?: Kept;
  open?: LinkOptions["open"];
  random?: () => number;
  /** default: this page's host */
  url?: string;
  /** false for room screens: they give no commands and show no old view */
  keeps?: boolean;
}

/** Notes travel over HTTPS; the socket only says that there are new ones: mine from another device, or those others share with me. */
export type NotesFrame = Extract<ServerFrame, { t: "notes" | "sharedNotes" }>;

export type PageLive = Extract<Live, { kind: "page" }>;

const HELLO_AGAIN_MS = 5_000;
const KEEP_VIEW_MS = 3_000;
const ASK_WHO_MS = 15_000;
const FRAME_TOO_BIG = 1009;
/** A presenter who leafs over a reader's own page and away again does not make him answer each time. */
const FOLLOW_EVERY_MS = 250;

/** One meeting as a screen sees it: its view, what is mine, the live lane, and a way to give commands. */
export class MeetingLink {
  readonly meeting: string;
  readonly person: string;
  readonly clock: Clock;
  /** What the presenter has drawn before the room. */
  readonly board = new RoomBoard();
  private readonly mirror = new Mirror<MeetingView, Mine>();
  private readonly link: Link;
  private readonly outbox: Outbox<Command>;
  private readonly tab = new Tab();
  private readonly store: Kept;
  private readonly keeps: boolean;
  private readonly listeners = new Set<() => void>();
  private readonly liveListeners = new Set<(live: Live) => void>();
  private readonly lateListeners = new Set<(late: LateAnswer) => void>();
  private readonly notesListeners = new Set<(what: NotesFrame["t"]) => void>();
  private readonly errorListeners = new Set<(text: string, code: string) => void>();
  private readonly ends: (() => void)[] = [];
  private shownPage: PageLive | undefined;
  private shownStatus: LinkStatus = { state: "connecting", waiting: 0 };
  private follows = true;
  private readonly following = new Newest<boolean>(FOLLOW_EVERY_MS, (on) => this.link.send({ t: "follow", on }));
  private helloAt: number | undefined;
  private greeted = false;
  private keptAt = -Infinity;
  private keeping: ReturnType<typeof setTimeout> | undefined;
  private askedWhoAt = -Infinity;

  constructor(options: MeetingLinkOptions) {
    this.meeting = options.meeting;
    this.person = options.person;
    this.clock = options.clock ?? serverClock;
    this.store = options.store ?? kept;
    this.keeps = options.keeps ?? true;
    this.link = new Link({
      url: options.url ?? socketUrl(options.person),
      clock: this.clock,
      ...(options.open === undefined ? {} : { open: options.open }),
      ...(options.random === undefined ? {} : { random: options.random }),
      listener: {
        opened: () => this.hello(),
        frame: (frame) => this.hear(frame),
        lost: (code) => {
          this.greeted = false;
          this.helloAt = undefined;
          this.outbox.lineDown(code === FRAME_TOO_BIG);
          if (code === 4003) this.shutOut();
        },
        state: (state) => this.lineChanged(state),
      },
    });
    this.outbox = new Outbox<Command>({
      person: this.person,
      meeting: this.meeting,
      rows: this.store,
      tab: this.tab,
      say: (id, command) => this.link.send({ t: "command", id, command }),
      post: async (id, command, signal): Promise<Done> => {
        const answer = await http.post<{ seq: number }>(`/api/meetings/${encodeURIComponent(this.meeting)}/commands`, { id, command }, { signal });
        return { kind: "done", seq: answer.seq };
      },
      changed: () => this.tell(),
      settled: (command, outcome, awaited) => {
        if (!awaited) for (const listener of [...this.lateListeners]) listener({ command, outcome });
      },
      ...(options.random === undefined ? {} : { random: options.random }),
    });
  }

  /** The meeting as this person may see it; undefined until the first answer (or a kept view from an earlier visit). */
  get view(): MeetingView | undefined {
    return this.mirror.view;
  }

  get mine(): Mine | undefined {
    return this.mirror.mine;
  }

  /** Commands that the server has not answered, oldest first, those from before a reload among them. */
  get waiting(): readonly { readonly id: string; readonly command: Command; readonly kept: boolean }[] {
    return this.outbox.commands;
  }

  /** The page that is being presented and where its presenter points; undefined when nothing is presented. */
  get page(): PageLive | undefined {
    return this.shownPage?.paper === this.view?.stage.presenting?.paper ? this.shownPage : undefined;
  }

  /** The same object until it changes. */
  get status(): LinkStatus {
    return this.shownStatus;
  }

  /** Shows the kept view at once, then connects. Call again after a new sign-in. */
  async start(): Promise<void> {
    if (this.ends.length > 0) {
      if (this.link.state === "stopped" && this.link.stopReason !== "closed") await this.goOn();
      return;
    }
    this.ends.push(
      onLanguage(() => this.greeted && this.hello()),
      onSignedOut(() => this.link.stop("signedOut")),
    );
    if (typeof addEventListener === "function") {
      const leaving = (): void => this.keepNow();
      addEventListener("pagehide", leaving);
      this.ends.push(() => removeEventListener("pagehide", leaving));
    }
    if (this.keeps) {
      const [reflection] = await Promise.all([this.store.view(this.person, this.meeting).catch(() => undefined), this.tab.join()]);
      if (this.ends.length === 0) return;
      if (reflection !== undefined) {
        this.mirror.restore({ epoch: reflection.epoch, rev: reflection.rev, view: reflection.view as unknown as MeetingView, mine: reflection.mine as unknown as Mine });
        this.tell();
      }
    }
    await this.goOn();
  }

  stop(): void {
    this.link.stop();
    this.outbox.stop();
    this.tab.leave();
    this.keepNow();
    for (const end of this.ends.splice(0)) end();
  }

  /** Gives a command. It is kept on this device until the server has answered, with the view that it speaks of; the promise never rejects. */
  send(command: Command): Promise<Done | Refused> {
    this.keepNow();
    return this.outbox.send(command);
  }

  /** For what may be lost: pages turned, the pointer. False when it went nowhere. Conflate before (at most 20 a second). */
  sendLive(live: Live): boolean {
    return this.greeted && this.link.send({ t: "live", live });
  }

  /** Whether each state of the presenter is used here; else turned pages are enough, and the newest state comes when it is used again. */
  follow(on: boolean): void {
    if (on === this.follows) return;
    this.follows = on;
    this.following.push(on);
  }

  /** Told after every change of view, mine, page or status; the returned function ends it. */
  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Every frame of the live lane as it comes. */
  onLive(listener: (live: Live) => void): () => void {
    this.liveListeners.add(listener);
    return () => this.liveListeners.delete(listener);
  }

  /** Answers to commands that were given before a reload. */
  onLate(listener: (late: LateAnswer) => void): () => void {
    this.lateListeners.add(listener);
    return () => this.lateListeners.delete(listener);
  }

  /** That notes have changed: mine by another device, or those that others share with me. */
  onNotes(listener: (what: NotesFrame["t"]) => void): () => void {
    this.notesListeners.add(listener);
    return () => this.notesListeners.delete(listener);
  }

  onError(listener: (text: string, code: string) => void): () => void {
    this.errorListeners.add(listener);
    return () => this.errorListeners.delete(listener);
  }

  private async goOn(): Promise<void> {
    if (this.keeps) await this.outbox.start();
    if (this.ends.length > 0) this.link.start();
  }

  private hello(): void {
    const frame: ClientFrame = { t: "hello", meeting: this.meeting, ...this.mirror.position, lang: language() };
    if (this.link.send(frame)) this.helloAt = this.clock.stamp();
    // from a hello on the server takes it that one follows
    if (!this.follows) this.link.send({ t: "follow", on: false });
  }

  private hear(frame: ServerFrame): void {
    switch (frame.t) {
      case "view":
      case "patch":
      case "mine":
        this.mirrored(frame);
        break;
      case "live":
        this.heardLive(frame.live);
        break;
      case "done":
        this.outbox.settle(frame.id, { kind: "done", seq: frame.seq });
        break;
      case "refused":
        this.outbox.settle(frame.id, { kind: "refused", code: frame.code, text: frame.text });
        break;
      case "notes":
      case "sharedNotes":
        for (const listener of [...this.notesListeners]) listener(frame.t);
        break;
      case "error":
        for (const listener of [...this.errorListeners]) listener(frame.text, frame.code);
        break;
      case "beat":
      case "pong":
        break;
    }
  }

  private mirrored(frame: Extract<ServerFrame, { t: "view" | "patch" | "mine" }>): void {
    const received = this.mirror.receive(frame);
    if (received === "gap") {
      // one hello for a gap: what comes before its answer is a gap as well
      if (this.helloAt === undefined || this.clock.stamp() - this.helloAt > HELLO_AGAIN_MS) this.hello();
      return;
    }
    this.helloAt = undefined;
    if (!this.greeted) {
      this.greeted = true;
      this.outbox.lineUp();
    }
    if (frame.t === "view" && frame.live !== undefined) this.heardLive(frame.live);
    if (received === "changed") {
      this.keepSoon();
      this.tell();
    }
  }

  private heardLive(live: Live): void {
    if (live.kind === "page") {
      this.shownPage = live;
      this.tell();
    }
    this.board.take(live);
    for (const listener of [...this.liveListeners]) listener(live);
  }

  private lineChanged(state: LinkState): void {
    if (state === "stopped") this.outbox.stop();
    if (state === "offline") void this.askWho();
    this.tell();
  }

  /** A refused handshake tells a page nothing: ask over HTTPS whether it is the session that is missing. */
  private async askWho(): Promise<void> {
    const now = this.clock.stamp();
    if (now - this.askedWhoAt < ASK_WHO_MS) return;
    this.askedWhoAt = now;
    await http.get("/api/me").catch(() => undefined);
  }

  /** The meeting is no longer ours to see: nothing of it stays here. */
  private shutOut(): void {
    this.mirror.forget();
    this.shownPage = undefined;
    this.board.clear();
    clearTimeout(this.keeping);
    this.keeping = undefined;
    void this.store.dropView(this.person, this.meeting).catch(() => undefined);
    this.tell();
  }

  /** The first view at once, for a reload may come any moment; the next ones a few seconds apart. */
  private keepSoon(): void {
    if (!this.keeps) return;
    const wait = Math.max(0, this.keptAt + KEEP_VIEW_MS - this.clock.stamp());
    this.keeping ??= setTimeout(() => this.keepNow(), wait);
    if (wait === 0) this.keepNow();
  }

  private keepNow(): void {
    if (this.keeping === undefined) return;
    clearTimeout(this.keeping);
    this.keeping = undefined;
    const reflection = this.mirror.reflection;
    if (reflection === undefined) return;
    this.keptAt = this.clock.stamp();
    const { epoch, rev } = reflection;
    const view = reflection.view as unknown as JsonValue;
    const mine = reflection.mine as unknown as JsonValue;
    void this.store.keepView({ person: this.person, meeting: this.meeting, epoch, rev, view, mine, keptAt: Date.now() }).catch(() => undefined);
  }

  private tell(): void {
    this.shownStatus = same(this.shownStatus, this.statusNow());
    for (const listener of [...this.listeners]) listener();
  }

  private statusNow(): LinkStatus {
    const waiting = this.outbox.waiting;
    const trouble = this.outbox.trouble === undefined ? {} : { trouble: this.outbox.trouble };
    switch (this.link.state) {
      case "stopped":
        return this.ends.length > 0 && this.link.stopReason !== "closed" ? { state: "stopped", waiting, reason: this.link.stopReason, ...trouble } : { state: "connecting", waiting, ...trouble };
      case "online":
        return { state: waiting > 0 ? "sending" : "saved", waiting, ...trouble };
      case "connecting":
      case "offline":
        return { state: this.link.state, waiting, ...trouble };
    }
  }
}

/** The sentence for a status, in the language of the moment. */
export function statusSentence(status: LinkStatus): string {
  if (status.trouble !== undefined) return status.trouble;
  switch (status.state) {
    case "saved":
      return t("savedLong");
    case "sending":
      return t("sendingLong");
    case "connecting":
      return t("connectingLong");
    case "offline":
      return t("offlineLong");
    case "stopped":
      return status.reason === "noAccess" ? t("noAccessLong") : t("signedOutLong");
  }
}

function same(old: LinkStatus, fresh: LinkStatus): LinkStatus {
  return old.state === fresh.state && old.waiting === fresh.waiting && old.reason === fresh.reason && old.trouble === fresh.trouble ? old : fresh;
}

function socketUrl(person: string): string {
  return `${location.protocol === "https:" ? "wss:" : "ws:"}//${location.host}/api/socket?${asQuery(person)}`;
}
