import { HttpFailure } from "../net/http.ts";

export interface SyncOptions {
  /** One whole exchange with the server; rejects with an HttpFailure when it did not come to its end. */
  exchange: () => Promise<void>;
  /** Whether there is something to send. */
  waits: () => boolean;
  random?: () => number;
  /** where `online` and `pageshow` are heard; the document's `visibilitychange` beside it */
  page?: EventTarget;
}

const WHILE_WAITING_MS = 15_000;
const BACKOFF_MS = 1_000;
const BACKOFF_CAP_MS = 15_000;

/**
 * When to speak with the server: at the start, when the network or the page comes back, when asked, and while something waits. One
 * exchange at a time; a wish that comes during one is done after it. There is no background sync on iPads, so nothing relies on one.
 */
export class NoteSync {
  private running = false;
  private again = false;
  private stopped = true;
  private tries = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private due = Infinity;
  private readonly page: EventTarget | undefined;

  constructor(private readonly options: SyncOptions) {
    this.page = options.page ?? (typeof window === "undefined" ? undefined : window);
  }

  start(): void {
    if (!this.stopped) return;
    this.stopped = false;
    this.page?.addEventListener("online", this.back);
    this.page?.addEventListener("pageshow", this.back);
    if (typeof document !== "undefined") document.addEventListener("visibilitychange", this.back);
    this.wake();
  }

  stop(): void {
    this.stopped = true;
    this.page?.removeEventListener("online", this.back);
    this.page?.removeEventListener("pageshow", this.back);
    if (typeof document !== "undefined") document.removeEventListener("visibilitychange", this.back);
    clearTimeout(this.timer);
    this.due = Infinity;
  }

  /** Speaks with the server, at once or within so many ms together with what comes until then. */
  wake(withinMs = 0): void {
    if (this.stopped) return;
    if (this.running) {
      this.again = true;
      return;
    }
    const due = Date.now() + withinMs;
    if (due >= this.due) return;
    clearTimeout(this.timer);
    this.due = due;
    this.timer = setTimeout(() => void this.run(), withinMs);
  }

  /** The network or the reader is back: no reason to wait for the end of a pause. */
  private readonly back = (): void => {
    if (hidden()) return;
    this.tries = 0;
    this.wake();
  };

  private async run(): Promise<void> {
    this.due = Infinity;
    if (this.running || this.stopped) return;
    this.running = true;
    this.again = false;
    let pause = 0;
    try {
      await this.options.exchange();
      this.tries = 0;
    } catch (failure) {
      if (!(failure instanceof HttpFailure)) throw failure;
      this.tries += 1;
      pause = (this.options.random ?? Math.random)() * Math.min(BACKOFF_CAP_MS, BACKOFF_MS * 2 ** this.tries);
    } finally {
      this.running = false;
    }
    if (this.again) this.wake(pause);
    else if (this.options.waits() && !hidden()) this.wake(pause > 0 ? pause : WHILE_WAITING_MS);
  }
}

const hidden = (): boolean => typeof document !== "undefined" && document.visibilityState === "hidden";
