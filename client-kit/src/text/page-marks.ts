import type { NsReader } from "../reader/ns-reader.ts";
import { wordsBetween } from "../reader/words.ts";
import { Folded } from "./fold.ts";
import { Wanted } from "./wanted.ts";

/** Marks on each page of one paper, as it comes up in the reader, what was looked for. */
export class PageMarks {
  #wanted: Wanted | null = null;
  #paper = "";

  constructor(private readonly reader: NsReader) {
    reader.addEventListener("page-shown", () => void this.#mark());
  }

  /** From now on in this paper; other papers stay unmarked. */
  show(paper: string, query: string, exact: boolean): void {
    this.#paper = paper;
    this.#wanted = new Wanted(query, exact);
    void this.#mark();
  }

  clear(): void {
    this.#wanted = null;
    if (this.reader.highlights.length > 0) this.reader.highlights = [];
  }

  async #mark(): Promise<void> {
    const { reader } = this;
    const wanted = this.#wanted;
    const { page, paper } = reader;
    if (!wanted) return;
    const words = paper === this.#paper ? await reader.pageWords(page) : null;
    if (wanted !== this.#wanted || page !== reader.page || paper !== reader.paper) return;
    const found = words ? wanted.in(new Folded(words.text)) : [];
    const best = Math.max(0, ...found.map((s) => s.words));
    reader.highlights = words ? found.map((s) => ({ page, words: wordsBetween(words, s.start, s.end), current: s.words === best })) : [];
  }
}
