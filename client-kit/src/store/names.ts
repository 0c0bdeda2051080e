const NAMES_LIMIT = 600;

/** Names that this device remembers, the newest 600 of them. Lost without harm: where nothing can be kept they last as long as the page. */
export class KeptNames extends Set<string> {
  readonly #key: string;

  constructor(key: string) {
    super();
    this.#key = key;
    for (const name of kept(key)) super.add(name);
  }

  override add(name: string): this {
    if (this.has(name)) return this;
    super.add(name);
    write(this.#key, JSON.stringify([...this].slice(-NAMES_LIMIT)));
    return this;
  }
}

function kept(key: string): string[] {
  try {
    const raw: unknown = JSON.parse(read(key) ?? "[]");
    return Array.isArray(raw) ? raw.filter((one): one is string => typeof one === "string") : [];
  } catch {
    return [];
  }
}

/** Takes away all that is kept under keys which begin so. */
export function forget(prefix: string): void {
  try {
    for (const key of Array.from({ length: localStorage.length }, (_, i) => localStorage.key(i) ?? "")) if (key.startsWith(prefix)) localStorage.removeItem(key);
  } catch {
    return;
  }
}

export function read(key: string): string | null { try { return localStorage.getItem(key); } catch { return null; } }
export function drop(key: string): void { try { localStorage.removeItem(key); } catch { return; } }
export function write(key: string, value: string): void { try { localStorage.setItem(key, value); } catch { return; } }
