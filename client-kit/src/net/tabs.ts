const NAME = "nghisu-tab-";

/**
 * Which tabs of this browser are alive: each holds a lock as long as it lives. Without Web Locks (an address without TLS) nobody
 * can tell, and all others count as gone; that is safe, for the server takes a command once however often it comes.
 */
export class Tab {
  readonly id = newId();
  private release: (() => void) | undefined;

  /** Resolves when the others can see this tab. */
  join(): Promise<void> {
    const locks = lockManager();
    if (locks === undefined) return Promise.resolve();
    return new Promise((joined) => {
      const living = new Promise<void>((leave) => {
        this.release = leave;
      });
      locks
        .request(NAME + this.id, () => {
          joined();
          return living;
        })
        .catch(() => joined());
    });
  }

  leave(): void {
    this.release?.();
    this.release = undefined;
  }

  async others(): Promise<Set<string>> {
    const held = await lockManager()?.query().catch(() => undefined);
    const names = held?.held?.map((lock) => lock.name ?? "") ?? [];
    return new Set(names.filter((name) => name.startsWith(NAME)).map((name) => name.slice(NAME.length)));
  }
}

/** A UUID; `crypto.randomUUID` is missing on addresses without TLS. */
export function newId(): string {
  if (typeof crypto.randomUUID === "function") return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

function lockManager(): LockManager | undefined {
  return typeof navigator === "undefined" ? undefined : (navigator.locks as LockManager | undefined);
}
