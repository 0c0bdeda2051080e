/**
 * Decides which page images are alive: the current page and two on either side, never more than five. Two readers side by side
 * share the five.
 * Tablets have been killed by canvas and image memory; see the caps in the tests. No DOM here: a `Shelf` makes the images.
 */
export const RING_SIZE = 5;

export interface Shelf<T> {
  /** Starts loading a page; `ready` resolves once it is decoded and can be shown without a wait. @param urgent somebody waits for it */
  open(page: number, urgent: boolean): { readonly sheet: T; readonly ready: Promise<void> };
  /** Frees a page: its image must let go of its memory at once. */
  drop(sheet: T): void;
  /** Puts a decoded page before the reader's eyes in place of the one shown until now. */
  show(sheet: T, page: number): void;
  /** Resolves when what was shown has reached the glass. */
  painted(): Promise<void>;
  /** Resolves a moment later, in which somebody who leafs through by jumps has jumped on. */
  lingered(): Promise<void>;
}

export type Turn = "shown" | "failed" | "overtaken";

interface Slot<T> {
  readonly page: number;
  readonly sheet: T;
  readonly ready: Promise<void>;
  state: "loading" | "ready" | "failed";
}

export class PageRing<T> {
  readonly #slots = new Map<number, Slot<T>>();
  #current = 0;
  #shown = 0;
  #count = 0;
  #direction: 1 | -1 = 1;
  #turn = 0;
  #size = RING_SIZE;

  constructor(private readonly shelf: Shelf<T>) {}

  get current(): number { return this.#current; }
  /** The page before the reader's eyes, 0 when none; it stays until the current one is decoded. */
  get shown(): number { return this.#shown; }
  get alive(): number { return this.#slots.size; }
  get pages(): readonly number[] { return [...this.#slots.keys()]; }

  /** At least two: the page shown stays while the next one is decoded. */
  get size(): number { return this.#size; }
  set size(size: number) {
    const next = Math.min(RING_SIZE, Math.max(2, Math.trunc(size)));
    if (next === this.#size) return;
    this.#size = next;
    this.#shed();
    if (this.#shown === this.#current && this.#current) void this.#warm(this.#turn);
  }

  /** Forgets everything; pages count from 1 to `count`. */
  reset(count: number): void {
    this.#turn++;
    for (const slot of [...this.#slots.values()]) this.#drop(slot);
    this.#count = count;
    this.#current = 0;
    this.#shown = 0;
  }

  /** Moves the eye to `page`. A later turn overtakes an earlier one that is still loading. */
  async turnTo(page: number): Promise<Turn> {
    const turn = ++this.#turn;
    const jumps = this.#shown > 0 && Math.abs(page - this.#shown) > 1;
    this.#direction = page >= this.#current ? 1 : -1;
    this.#current = page;
    this.#shed();
    const slot = this.#open(page, true);
    try {
      await slot.ready;
    } catch {
      slot.state = "failed";
      if (turn !== this.#turn) return "overtaken";
      this.#drop(slot);
      return "failed";
    }
    if (turn !== this.#turn) return "overtaken";
    this.#shown = page;
    this.shelf.show(slot.sheet, page);
    this.#shed();
    void this.#warm(turn, jumps);
    return "shown";
  }

  /** The page is not shown any more, e.g. a placeholder took its place. */
  hideShown(): void {
    this.#shown = 0;
    this.#shed();
  }

  /** Current first, then where the reader is going, then back. */
  #wanted(): number[] {
    const d = this.#direction;
    return [0, d, -d, 2 * d, -2 * d].map((step) => this.#current + step).filter((p) => p >= 1 && p <= this.#count).slice(0, this.#size);
  }

  /**
   * Neighbours one after the other and after the page in hand is on the glass, so that it never shares the line or the processor with them.
   * A decode can't be called off: after a jump they wait until the reader stays, for the next jump would have to wait for them.
   */
  async #warm(turn: number, jumped = false): Promise<void> {
    await this.shelf.painted();
    if (jumped) await this.shelf.lingered();
    for (const page of this.#wanted()) {
      if (turn !== this.#turn) return;
      if (this.#slots.get(page)?.state === "failed") this.#drop(this.#slots.get(page)!);
      const slot = this.#open(page, false);
      await slot.ready.catch(() => { slot.state = "failed"; });
    }
  }

  #open(page: number, urgent: boolean): Slot<T> {
    const open = this.#slots.get(page);
    if (open && open.state !== "failed") return open;
    if (open) this.#drop(open);
    const { sheet, ready } = this.shelf.open(page, urgent);
    const slot: Slot<T> = { page, sheet, ready, state: "loading" };
    ready.then(() => { slot.state = "ready"; }, () => { slot.state = "failed"; });
    this.#slots.set(page, slot);
    return slot;
  }

  /** Drops what lies outside the window, and one more when the page still shown lies outside too. */
  #shed(): void {
    const wanted = this.#wanted();
    const keep = new Set(wanted);
    if (this.#shown && !keep.has(this.#shown)) {
      keep.add(this.#shown);
      if (keep.size > this.#size) keep.delete(wanted[wanted.length - 1]!);
    }
    for (const slot of [...this.#slots.values()]) if (!keep.has(slot.page)) this.#drop(slot);
  }

  #drop(slot: Slot<T>): void {
    this.#slots.delete(slot.page);
    this.shelf.drop(slot.sheet);
  }
}
