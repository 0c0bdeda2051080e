import type { Changes } from "../revision/changes.ts";
import type { Kin } from "./kinship.ts";
import { clampPage, type Manifest } from "./manifest.ts";
import type { NsReader } from "./ns-reader.ts";
import type { ReaderEvents } from "./reader-events.ts";
import { pagesOver } from "./revision.ts";
import { RING_SIZE } from "./ring.ts";

/** Page images of the second reader: the page and the one its reader is going to. The first keeps what is left of the five. */
const SECOND_RING = 2;

/** Two readers side by side. While they are locked, what one's user does to page and zoom happens to the other one too. */
export class Pair {
  #locked = true;
  #apart = 0;
  #moving = false;
  #known: readonly [Manifest | null, Manifest | null, Changes | null] = [null, null, null];
  /** Pages of the first for pages of the second and back, for two versions of one paper. */
  #maps: readonly [readonly number[], readonly number[]] | null = null;
  readonly #ends: (() => void)[] = [];

  /** @param kin how the two papers are versions of one, whose pages then belong together; null when they are not */
  constructor(private readonly first: NsReader, private readonly second: NsReader, private readonly kin: () => Kin | null) {
    first.ring = RING_SIZE - SECOND_RING;
    second.ring = SECOND_RING;
    this.#watch(first, second);
    this.#watch(second, first);
  }

  get locked(): boolean { return this.#locked; }
  /** Locking takes the two as they lie now: the pages they are apart stay between them. */
  set locked(locked: boolean) {
    this.#locked = locked;
    if (locked) this.#meet();
  }

  /** A paper has come into one of the two, or the comparison of both: where they are versions, the second goes to the page of the first. */
  settle(): void {
    const [first, second, changes] = this.#known;
    if (first === this.first.manifest && second === this.second.manifest && changes === (this.kin()?.changes ?? null)) return;
    this.#meet();
    if (this.#maps && this.#locked && this.first.page) this.#turn(this.second, this.#other(this.first, this.first.page));
  }

  end(): void {
    for (const end of this.#ends.splice(0)) end();
    this.first.ring = RING_SIZE;
  }

  #meet(): void {
    const [a, b] = [this.first.manifest, this.second.manifest];
    const kin = a && b ? this.kin() : null;
    this.#known = [a, b, kin?.changes ?? null];
    this.#maps = null;
    if (a && b && kin) {
      const { forth, back } = kin.newerFirst ? pagesOver(b, a, kin.changes) : pagesOver(a, b, kin.changes);
      this.#maps = kin.newerFirst ? [back, forth] : [forth, back];
    }
    this.#apart = (this.second.page || 1) - (this.first.page || 1);
  }

  #other(reader: NsReader, page: number): number {
    if (this.#maps) return this.#maps[reader === this.first ? 0 : 1][page - 1] ?? page;
    return page + (reader === this.first ? this.#apart : -this.#apart);
  }

  #watch(reader: NsReader, other: NsReader): void {
    const on = <K extends keyof ReaderEvents>(name: K, heed: (detail: ReaderEvents[K]) => void): void => {
      const listener = (event: Event): void => { if (event.target === reader && this.#locked && !this.#moving) heed((event as CustomEvent<ReaderEvents[K]>).detail); };
      reader.addEventListener(name, listener);
      this.#ends.push(() => reader.removeEventListener(name, listener));
    };
    // The first also goes along with a presenter: then the second goes with it.
    on("page-change", ({ page, byUser }) => { if (byUser || reader.following) this.#turn(other, this.#other(reader, page)); });
    on("sight-change", ({ sight, byUser }) => { if (byUser) this.#quietly(() => other.lookAs(sight)); });
  }

  #turn(reader: NsReader, page: number): void {
    const wanted = clampPage(page, reader.count);
    if (reader.count && wanted !== reader.page) this.#quietly(() => reader.goTo(wanted));
  }

  #quietly(act: () => void): void {
    this.#moving = true;
    try { act(); } finally { this.#moving = false; }
  }
}
