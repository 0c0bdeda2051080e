import type { ClientFrame, ServerFrame } from "../proto/protocol.ts";
import type { Clock } from "./clock.ts";

/**
 * connecting: the first tries, or a short break · online: the server has spoken on this socket ·
 * offline: trying without success · stopped: no use to try, see `stopReason`
 */
export type LinkState = "connecting" | "online" | "offline" | "stopped";
export type StopReason = "signedOut" | "noAccess" | "closed";

/** What we use of a WebSocket. */
export type LinkSocket = Pick<WebSocket, "send" | "close" | "bufferedAmount" | "readyState" | "onopen" | "onmessage" | "onclose" | "onerror">;

export interface LinkListener {
  /** The socket is open: say hello. */
  opened(): void;
  /** Every frame except heartbeats. */
  frame(frame: ServerFrame): void;
  /** The socket is gone; `code` is its close code, 0 when we gave it up ourselves. */
  lost(code: number): void;
  state(state: LinkState): void;
}

export interface LinkOptions {
  url: string;
  clock: Clock;
  listener: LinkListener;
  open?: (url: string) => LinkSocket;
  random?: () => number;
  /** where `online`, `offline` and `pageshow` are heard; the document's `visibilitychange` beside it */
  page?: EventTarget;
}

export const CONNECT_TIMEOUT_MS = 5_000;
export const PING_MS = 10_000;
/** The server beats every 5 s: this long without a word and the socket is dead, however open it looks. */
export const SILENCE_MS = 15_000;
/** After waking up, one that is alive answers a ping in this time. */
export const PROBE_MS = 3_000;
export const FIRST_TRY_MS = 2_000;
const AT_ONCE_MS = 250;
export const BACKOFF_MS = 1_000;
export const BACKOFF_CAP_MS = 15_000;
/** A connection that held this long starts the next series of tries from the beginning. */
const STABLE_MS = 10_000;
const WATCH_MS = 1_000;
/** What may wait in the socket before we stop adding to it. */
const BUFFERED_MAX_BYTES = 256 * 1024;

const NOT_SIGNED_IN = 4001;
const NO_ACCESS = 4003;
const TOO_SLOW = 4008;
const BUSY = new Set([4029, 1013]);
const OPEN = 1;

/** The life of a WebSocket: it is opened, watched, given up and opened again until told to stop. What is said on it is the listener's affair. */
export class Link {
  private socket: LinkSocket | undefined;
  private opened = false;
  private current: LinkState = "stopped";
  private reason: StopReason = "closed";
  private tries = 0;
  private heardAt = 0;
  private onlineSince: number | undefined;
  private pingedAt = 0;
  private pings = 0;
  private readonly sentPings = new Map<number, number>();
  private retry: ReturnType<typeof setTimeout> | undefined;
  private deadline: ReturnType<typeof setTimeout> | undefined;
  private watch: ReturnType<typeof setInterval> | undefined;
  private readonly random: () => number;
  private readonly page: EventTarget | undefined;

  constructor(private readonly options: LinkOptions) {
    this.random = options.random ?? Math.random;
    this.page = options.page ?? (typeof window === "undefined" ? undefined : window);
  }

  get state(): LinkState {
    return this.current;
  }

  /** Meaningful while `state` is stopped. */
  get stopReason(): StopReason {
    return this.reason;
  }

  start(): void {
    if (this.current !== "stopped") return;
    this.page?.addEventListener("online", this.wake);
    this.page?.addEventListener("pageshow", this.wake);
    this.page?.addEventListener("offline", this.unplugged);
    if (typeof document !== "undefined") document.addEventListener("visibilitychange", this.wake);
    this.tries = 0;
    this.enter("connecting");
    this.connect();
  }

  stop(reason: StopReason = "closed"): void {
    if (this.current === "stopped") return;
    this.page?.removeEventListener("online", this.wake);
    this.page?.removeEventListener("pageshow", this.wake);
    this.page?.removeEventListener("offline", this.unplugged);
    if (typeof document !== "undefined") document.removeEventListener("visibilitychange", this.wake);
    clearTimeout(this.retry);
    this.reason = reason;
    const had = this.release();
    this.enter("stopped");
    if (had) this.options.listener.lost(0);
  }

  /** False when it could not be handed to the socket; nothing is kept here. */
  send(frame: ClientFrame): boolean {
    const socket = this.socket;
    if (socket === undefined || !this.opened || socket.readyState !== OPEN || socket.bufferedAmount > BUFFERED_MAX_BYTES) return false;
    try {
      socket.send(JSON.stringify(frame));
      return true;
    } catch {
      return false;
    }
  }

  private connect(): void {
    clearTimeout(this.retry);
    this.retry = undefined;
    let socket: LinkSocket;
    try {
      socket = (this.options.open ?? ((url) => new WebSocket(url)))(this.options.url);
    } catch {
      this.again(0);
      return;
    }
    this.socket = socket;
    this.opened = false;
    this.deadline = setTimeout(() => this.giveUp(), CONNECT_TIMEOUT_MS);
    socket.onopen = () => {
      clearTimeout(this.deadline);
      this.opened = true;
      this.heardAt = this.options.clock.stamp();
      this.watch = setInterval(() => this.check(), WATCH_MS);
      this.options.listener.opened();
      this.ping();
    };
    socket.onmessage = (event: MessageEvent<unknown>) => {
      if (this.socket === socket) this.hear(event.data);
    };
    socket.onclose = (event) => this.gone(event.code);
    socket.onerror = null;
  }

  private hear(text: unknown): void {
    if (typeof text !== "string") return;
    this.heardAt = this.options.clock.stamp();
    let frame: ServerFrame;
    try {
      frame = JSON.parse(text) as ServerFrame;
    } catch {
      // Half a frame can't happen on a WebSocket; a server that talks nonsense is left and asked again.
      this.giveUp();
      return;
    }
    if (this.onlineSince === undefined) {
      this.onlineSince = this.heardAt;
      this.enter("online");
    }
    if (frame.t === "pong") {
      const sentAt = this.sentPings.get(frame.n);
      this.sentPings.clear();
      if (sentAt !== undefined) this.options.clock.sample(sentAt, frame.now);
    } else if (frame.t === "beat") {
      if (!this.options.clock.known) this.options.clock.hint(frame.now);
    } else {
      this.options.listener.frame(frame);
    }
  }

  private ping(): void {
    this.pingedAt = this.options.clock.stamp();
    this.pings += 1;
    this.sentPings.set(this.pings, this.pingedAt);
    this.send({ t: "ping", n: this.pings });
  }

  private check(): void {
    const now = this.options.clock.stamp();
    if (this.onlineSince !== undefined && now - this.onlineSince >= STABLE_MS) this.tries = 0;
    if (now - this.heardAt >= SILENCE_MS) this.giveUp();
    else if (now - this.pingedAt >= PING_MS) this.ping();
  }

  /** The page came back, or the network did: don't wait for a timer that was set in another life. */
  private readonly wake = (): void => {
    if (this.current === "stopped" || (typeof document !== "undefined" && document.visibilityState === "hidden")) return;
    if (this.retry !== undefined) {
      this.connect();
      return;
    }
    if (!this.opened) return;
    const before = this.options.clock.stamp();
    if (before - this.heardAt >= PING_MS) {
      this.giveUp(true);
      return;
    }
    this.ping();
    clearTimeout(this.deadline);
    this.deadline = setTimeout(() => {
      if (this.heardAt < before) this.giveUp(true);
    }, PROBE_MS);
  };

  /**
   * The device says that it has no network: that much can be believed, and said at once. It goes on trying all the same,
   * and only the server's word brings it back: that there is a network says nothing of the room's server.
   */
  private readonly unplugged = (): void => {
    if (this.current === "stopped") return;
    const had = this.release();
    if (had) this.options.listener.lost(0);
    this.tries = Math.max(this.tries, 1);
    this.again(0);
  };

  private giveUp(atOnce = false): void {
    if (!this.release()) return;
    this.options.listener.lost(0);
    if (this.current === "stopped") return;
    if (atOnce) {
      this.enter("connecting");
      this.connect();
    } else this.again(0);
  }

  private gone(code: number): void {
    this.release();
    if (code === NOT_SIGNED_IN || code === NO_ACCESS) {
      this.stop(code === NOT_SIGNED_IN ? "signedOut" : "noAccess");
      this.options.listener.lost(code);
      return;
    }
    this.options.listener.lost(code);
    if (this.current !== "stopped") this.again(code);
  }

  private again(code: number): void {
    const wait = this.waitMs(code);
    clearTimeout(this.retry);
    this.enter(this.tries === 0 && this.current !== "offline" ? "connecting" : "offline");
    this.tries += 1;
    this.retry = setTimeout(() => this.connect(), wait);
  }

  /** The first try is spread over two seconds, for all tablets lose a Wi-Fi together; the next ones back off with full jitter. */
  private waitMs(code: number): number {
    if (BUSY.has(code)) this.tries = Math.max(this.tries, 3);
    if (this.tries === 0) return this.random() * (code === TOO_SLOW ? AT_ONCE_MS : FIRST_TRY_MS);
    return this.random() * Math.min(BACKOFF_CAP_MS, BACKOFF_MS * 2 ** this.tries);
  }

  /** Lets go of the socket; false when there was none. */
  private release(): boolean {
    clearTimeout(this.deadline);
    clearInterval(this.watch);
    const socket = this.socket;
    this.socket = undefined;
    this.opened = false;
    this.onlineSince = undefined;
    this.sentPings.clear();
    if (socket === undefined) return false;
    socket.onopen = socket.onmessage = socket.onclose = null;
    socket.onerror = () => undefined;
    try {
      socket.close();
    } catch {
      return true;
    }
    return true;
  }

  private enter(state: LinkState): void {
    if (state === this.current) return;
    this.current = state;
    this.options.listener.state(state);
  }
}
