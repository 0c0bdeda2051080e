import type { NsReader, Words } from "../reader/index.ts";
import { painted } from "../reader/painted.ts";

/** The words of the page that is written on; null while they are on their way and where there are none. */
export class WordsHere {
  #now: Words | null = null;
  #page = "";

  constructor(private readonly reader: NsReader) {}

  get now(): Words | null { return this.#now; }

  /** @param soon at once, for a writer; a reader's page comes onto the glass first */
  async turn(page: number, soon: boolean): Promise<void> {
    const { reader } = this;
    const here = `${reader.paper}/${page}`;
    if (here === this.#page && this.#now) return;
    this.#page = here;
    this.#now = null;
    if (!soon) await painted();
    if (here !== this.#page) return;
    const words = await reader.pageWords(page);
    if (here === this.#page) this.#now = words;
  }
}
