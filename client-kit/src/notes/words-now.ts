import type { Note } from "../proto/protocol.ts";
import { pageAt, type Manifest } from "../reader/manifest.ts";
import { fetchWords } from "../reader/pages-of-words.ts";

/** A carried marking may have lost the very words that changed: those around it stand beside it, up to this many characters. */
const AROUND_CHARACTERS = 24;

/** The printed words under and around a marking as they stand on its page now: one that was carried in doubt still quotes the old ones. */
export class WordsNow {
  readonly #known = new Map<string, string>();

  constructor(private readonly changed: () => void) {}

  /** "" while they are not there: asked for once, and never there for a page without words. */
  of(meeting: string, note: Note): string {
    if (note.body.kind !== "highlight") return "";
    const known = this.#known.get(note.id);
    if (known !== undefined) return known;
    this.#known.set(note.id, "");
    void this.#ask(`/files/${meeting}/${note.paper}/`, note.page, note.body).then((words) => {
      this.#known.set(note.id, words);
      if (words) this.changed();
    }, () => this.#known.delete(note.id));
    return "";
  }

  async #ask(folder: string, page: number, { start, end }: { readonly start: number; readonly end: number }): Promise<string> {
    const response = await fetch(`${folder}manifest`, { credentials: "same-origin" });
    const file = response.ok ? pageAt((await response.json()) as Manifest, page)?.words : undefined;
    const words = file ? await fetchWords(folder + file) : null;
    return words ? around(words.text, start, end) : "";
  }
}

/** Whole words, on one line; what is left out is said by dots. */
function around(text: string, start: number, end: number): string {
  const [from, to] = [Math.max(0, start - AROUND_CHARACTERS), Math.min(text.length, end + AROUND_CHARACTERS)];
  const before = from === 0 ? text.slice(0, start) : text.slice(from, start).replace(/^\S*\s*/, "…");
  const after = to === text.length ? text.slice(end) : text.slice(end, to).replace(/\s*\S*$/, "…");
  return (before + text.slice(start, end) + after).replace(/\s+/g, " ").trim();
}
