/** Named timers of one owner: starting a name again takes its earlier one back, `stop` ends all. */
export class Timers {
  readonly #running = new Map<string, ReturnType<typeof setTimeout>>();

  after(name: string, delayMs: number, work: () => void): void {
    this.drop(name);
    this.#running.set(name, setTimeout(() => { this.#running.delete(name); work(); }, delayMs));
  }

  drop(name: string): void {
    clearTimeout(this.#running.get(name));
    this.#running.delete(name);
  }

  stop(): void {
    for (const timer of this.#running.values()) clearTimeout(timer);
    this.#running.clear();
  }
}
