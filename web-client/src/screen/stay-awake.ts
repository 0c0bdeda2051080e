/** Keeps the display on where the browser can; the lock is lost whenever the page is hidden, and taken again. */
export class StayAwake {
  #lock: WakeLockSentinel | null = null;

  start(): void {
    document.addEventListener("visibilitychange", this.#take);
    void this.#take();
  }

  stop(): void {
    document.removeEventListener("visibilitychange", this.#take);
    void this.#lock?.release().catch(() => undefined);
    this.#lock = null;
  }

  readonly #take = async (): Promise<void> => {
    if (document.hidden || !("wakeLock" in navigator)) return;
    // Refused without TLS or on a low battery: then the computer's own settings must keep it on.
    this.#lock = await navigator.wakeLock.request("screen").catch(() => null);
  };
}
