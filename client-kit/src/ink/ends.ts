import type { Act } from "../notes/notebook.ts";
import type { Note } from "../proto/protocol.ts";
import type { Words } from "../reader/words.ts";
import type { Layer } from "./layer.ts";
import { endsOf, highlightOf } from "./marking.ts";
import { paintWetQuads, type Look } from "./paint.ts";
import type { End } from "./signs.ts";

/** The two ends of marked text in a hand: shown where they would be, and put there once they are let go. */
export class Ends {
  constructor(private readonly layer: Layer, private readonly page: { words(): Words | null; look(): Look; do(act: Act): void }) {}

  /**
   * @param word the word that the end is to lie on, from the words of the page and the first and last one marked; one end never goes beyond the other
   * @param along a single marked word goes along with its first end, instead of growing
   */
  move(note: Note, which: End, word: (words: Words, ends: readonly [number, number]) => number, done: boolean, along = false): void {
    const words = this.page.words();
    const { body: old } = note;
    const ends = words && old.kind === "highlight" ? endsOf(words, old) : null;
    const moved = words && ends ? word(words, ends) : -1;
    if (!words || !ends || moved < 0) { if (done) this.#letGo(); return; }
    const [from, to] = along && which === "start" && ends[0] === ends[1] ? [moved, moved] : which === "start" ? [Math.min(moved, ends[1]), ends[1]] : [ends[0], Math.max(moved, ends[0])];
    const body = highlightOf(words, from, to, old.colour);
    if (!body) return;
    if (done) {
      if (old.kind === "highlight" && (body.start !== old.start || body.end !== old.end)) this.page.do({ put: [{ ...note, body }] });
      this.#letGo();
      return;
    }
    this.layer.board.hide(new Set([note.id]));
    this.layer.clearWet();
    paintWetQuads(this.layer.wet(true), body.quads, this.page.look().mark[old.colour]);
  }

  #letGo(): void {
    this.layer.clearWet();
    this.layer.board.hide(new Set());
  }
}
