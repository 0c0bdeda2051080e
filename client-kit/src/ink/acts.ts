import type { Act, Notebook } from "../notes/notebook.ts";
import type { Note } from "../proto/protocol.ts";

/**
 * Acts on their way into the notebook: the page shows them at once, and what the device could not keep stays on the page and is
 * tried again with the next act.
 */
export class Acts {
  #waiting: readonly Act[] = [];
  #failed: readonly Act[] = [];

  constructor(private readonly notebook: Notebook, private readonly changed: () => void, private readonly trouble: (there: boolean) => void) {}

  do(act: Act): void {
    const acts = [...this.#failed, act];
    this.#failed = [];
    for (const one of acts) {
      this.#waiting = [...this.#waiting.filter((other) => other !== one), one];
      this.notebook.do(one).then(() => {
        this.#waiting = this.#waiting.filter((other) => other !== one);
        if (this.#failed.length === 0) this.trouble(false);
        this.changed();
      }, () => {
        this.#failed = [...this.#failed, one];
        this.trouble(true);
        this.changed();
      });
    }
    this.changed();
  }

  /** My notes on a page as they will be. */
  on(paper: string, page: number): readonly Note[] {
    let notes = this.notebook.on(paper, page);
    for (const { put = [], remove = [] } of this.#waiting) {
      const changed = new Map(put.map((note) => [note.id, note]));
      if (notes.some(({ id }) => remove.includes(id))) notes = notes.filter(({ id }) => !remove.includes(id));
      if (notes.some(({ id, body }) => changed.has(id) && changed.get(id)!.body !== body)) notes = notes.map((note) => changed.get(note.id) ?? note);
      const fresh = put.filter((note) => note.paper === paper && note.page === page && !notes.some(({ id }) => id === note.id));
      if (fresh.length > 0) notes = [...notes, ...fresh];
    }
    return notes;
  }
}
