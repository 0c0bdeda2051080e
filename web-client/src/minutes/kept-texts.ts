import type { RichText } from "client-kit/proto/protocol.ts";
import { newId } from "client-kit/net/tabs.ts";

/** What one open editor has written and the server has not taken. */
export interface KeptText {
  readonly version: number;
  /** the text at that version */
  readonly document: RichText;
  /** of editing upon it, each as JSON */
  readonly steps: readonly string[];
}

const BEAT_MS = 5_000;
/** Browsers let a hidden page's clock tick once a minute. */
const GONE_AFTER_MS = 150_000;

/** Unsent steps on this device, each editor's by themselves; those of an editor that is gone are taken over by the next one. */
export class KeptTexts {
  readonly #prefix: string;
  readonly #own = new Map<string, () => void>();
  #beats: ReturnType<typeof setInterval> | undefined;

  constructor(person: string, meeting: string, private readonly store: Storage = localStorage, private readonly locks: LockManager | null = (navigator.locks as LockManager | undefined) ?? null, private readonly now: () => number = Date.now) {
    this.#prefix = `ns.minutes.${person}.${meeting}.`;
  }

  /** Places and parts of which an editor that is not this page's has left something. */
  left(): string[] {
    return [...new Set(this.#keys().map((key) => key.slice(this.#prefix.length).split(".") as [string, string]).filter(([, writer]) => !this.#own.has(writer)).map(([text]) => text))];
  }

  #keys(): string[] {
    return Array.from({ length: this.store.length }, (_, i) => this.store.key(i) ?? "").filter((key) => key.startsWith(this.#prefix));
  }

  /** Takes over what an editor that is gone has left of a text; undefined when there is nothing. */
  async adopt(text: string): Promise<{ writer: string; kept: KeptText } | undefined> {
    for (const key of this.#keys().filter((each) => each.startsWith(`${this.#prefix}${text}.`))) {
      const writer = key.slice(`${this.#prefix}${text}.`.length);
      if (this.#own.has(writer) || !(await this.#claim(writer))) continue;
      const kept = this.store.getItem(key);
      if (kept !== null) return { writer, kept: JSON.parse(kept) as KeptText };
      this.release(writer);
    }
    return undefined;
  }

  /** A name for a new editor. */
  async writer(): Promise<string> {
    const writer = newId();
    await this.#claim(writer);
    return writer;
  }

  /** Throws when the device keeps nothing. */
  keep(text: string, writer: string, kept: KeptText): void {
    this.store.setItem(`${this.#prefix}${text}.${writer}`, JSON.stringify(kept));
  }

  forget(text: string, writer: string): void {
    this.store.removeItem(`${this.#prefix}${text}.${writer}`);
  }

  release(writer: string): void {
    this.#own.get(writer)?.();
    this.#own.delete(writer);
  }

  close(): void {
    [...this.#own.keys()].forEach((writer) => this.release(writer));
    clearInterval(this.#beats);
    this.#beats = undefined;
  }

  /** An editor lives as long as it holds its lock; on addresses without TLS there are none, and it beats instead. */
  #claim(writer: string): Promise<boolean> {
    if (this.locks !== null) {
      const { locks } = this;
      return new Promise((resolve) => {
        void locks.request(`nghisu-minutes-${writer}`, { ifAvailable: true }, (lock) => {
          if (lock === null) {
            resolve(false);
            return undefined;
          }
          return new Promise<void>((release) => {
            this.#own.set(writer, release);
            resolve(true);
          });
        });
      });
    }
    const beat = `ns.minutes-beat.${writer}`;
    if (this.now() - Number(this.store.getItem(beat) ?? 0) < GONE_AFTER_MS) return Promise.resolve(false);
    const tick = (): void => this.store.setItem(beat, String(this.now()));
    tick();
    const gone = (): void => this.store.removeItem(beat);
    addEventListener("pagehide", gone);
    this.#own.set(writer, () => {
      gone();
      removeEventListener("pagehide", gone);
    });
    this.#beats ??= setInterval(() => { for (const own of this.#own.keys()) this.store.setItem(`ns.minutes-beat.${own}`, String(this.now())); }, BEAT_MS);
    return Promise.resolve(true);
  }
}
