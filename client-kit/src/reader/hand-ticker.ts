import type { Ticker } from "./newest.ts";

/** Time that passes by hand, for tests. */
export class HandTicker implements Ticker {
  #due: { at: number; run: () => void }[] = [];
  constructor(private nowMs = 0) {}

  now(): number { return this.nowMs; }
  after(delayMs: number, run: () => void): () => void {
    const entry = { at: this.nowMs + delayMs, run };
    this.#due.push(entry);
    return () => { this.#due = this.#due.filter((e) => e !== entry); };
  }
  pass(ms: number): void {
    const end = this.nowMs + ms;
    for (;;) {
      const next = this.#due.filter((e) => e.at <= end).sort((a, b) => a.at - b.at)[0];
      if (!next) break;
      this.#due = this.#due.filter((e) => e !== next);
      this.nowMs = next.at;
      next.run();
    }
    this.nowMs = end;
  }
}
