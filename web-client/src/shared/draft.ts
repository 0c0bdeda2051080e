/** The server stores texts without blanks around them. */
const isSame = (typed: unknown, stands: unknown): boolean => typed === stands || (typeof typed === "string" && typeof stands === "string" && typed.trim() === stands.trim());

/**
 * A half-made input and what others do meanwhile. Fields that its writer has not touched follow the server; touched ones stay,
 * and `overtaken` names those that somebody else has changed since.
 */
export class Draft<T extends Record<string, unknown>> {
  readonly #touched = new Map<keyof T, { readonly typed: unknown; readonly from: unknown }>();
  #base: T;

  constructor(base: T) {
    this.#base = base;
  }

  /** What the server says now. A touched field that has come to say the same is settled. */
  follow(base: T): void {
    this.#base = base;
    for (const [key, { typed }] of this.#touched) if (isSame(typed, base[key])) this.#touched.delete(key);
  }

  get value(): T {
    const value = { ...this.#base };
    for (const [key, { typed }] of this.#touched) (value as Record<keyof T, unknown>)[key] = typed;
    return value;
  }

  get dirty(): boolean { return this.#touched.size > 0; }

  type<K extends keyof T>(key: K, typed: T[K]): void {
    if (typed === this.#base[key]) this.#touched.delete(key);
    else this.#touched.set(key, { typed, from: this.#touched.get(key)?.from ?? this.#base[key] });
  }

  /** What its writer began with, of a touched field. */
  from<K extends keyof T>(key: K): T[K] | undefined { return this.#touched.get(key)?.from as T[K] | undefined; }

  /** Touched fields whose value on the server is no longer the one that its writer began with. */
  get overtaken(): (keyof T)[] {
    return [...this.#touched].filter(([key, { from }]) => from !== this.#base[key]).map(([key]) => key);
  }

  /** Drops what was typed. */
  reset(): void { this.#touched.clear(); }
}
