/** What the throttle needs of a clock; tests bring their own. */
export interface Ticker {
  now(): number;
  after(delayMs: number, run: () => void): () => void;
}

export const wallTicker: Ticker = {
  now: () => performance.now(),
  after: (delayMs, run) => {
    const id = setTimeout(run, delayMs);
    return () => clearTimeout(id);
  },
};

/** Page, part and pointer together leave a presenter 18 times a second; no tablet is to get more than 20 (reading.md 7, F2). */
export const PRESENT_EVERY_MS = 55;

/** Hands on at most one value per `everyMs`, always the newest, and always the last one. */
export class Newest<T> {
  #pending: { value: T } | null = null;
  #cancel: (() => void) | null = null;
  #sentAt = -Infinity;

  constructor(private readonly everyMs: number, private readonly send: (value: T) => void, private readonly ticker: Ticker = wallTicker) {}

  push(value: T): void {
    const wait = this.#sentAt + this.everyMs - this.ticker.now();
    if (wait <= 0 && !this.#cancel) { this.#hand(value); return; }
    this.#pending = { value };
    this.#cancel ??= this.ticker.after(Math.max(0, wait), () => {
      this.#cancel = null;
      const last = this.#pending;
      this.#pending = null;
      if (last) this.#hand(last.value);
    });
  }

  /** For what may not wait, e.g. another page: sends now, in place of what was waiting. */
  now(value: T): void {
    this.stop();
    this.#hand(value);
  }

  stop(): void {
    this.#cancel?.();
    this.#cancel = null;
    this.#pending = null;
  }

  #hand(value: T): void {
    this.#sentAt = this.ticker.now();
    this.send(value);
  }
}
