import type { Manifest } from "../reader/manifest.ts";
import { fetchWords } from "../reader/pages-of-words.ts";
import type { Words } from "../reader/words.ts";
import { pageText, type PageText } from "./search.ts";

/** Word files asked for at the same time; a tablet's line is thin and shared with the pages. */
const AT_ONCE = 3;

/** The text of a whole paper, gathered page by page; the boxes stay in the files until a hit needs them. */
export class PaperText {
  readonly #pages = new Map<number, PageText>();
  #missing = 0;
  #pictures = 0;
  #done = 0;

  constructor(
    private readonly manifest: Manifest,
    private readonly fileUrl: (name: string) => string,
    private readonly load: (url: string) => Promise<Words | null> = fetchWords,
  ) {}

  /** In page order; grows while `gather` runs. */
  get pages(): readonly PageText[] { return [...this.#pages.values()].sort((a, b) => a.page - b.page); }
  text(page: number): string { return this.#pages.get(page)?.text ?? ""; }
  get total(): number { return this.manifest.pages.length; }
  get done(): number { return this.#done; }
  /** Pages whose words are neither on the device nor to be had now. */
  get missing(): number { return this.#missing; }
  /** Pages that are only pictures: search can't see into them and has to say so. */
  get pictures(): number { return this.#pictures; }

  /** Pages near `first` come first. `progress` is told now and then; stops when `signal` does. */
  async gather(first: number, signal: AbortSignal, progress: () => void): Promise<void> {
    this.#missing = 0;
    this.#pictures = 0;
    this.#done = 0;
    const queue = this.manifest.pages.map((_, i) => i + 1).sort((a, b) => Math.abs(a - first) - Math.abs(b - first));
    const work = async (): Promise<void> => {
      for (let page = queue.shift(); page !== undefined && !signal.aborted; page = queue.shift()) {
        await this.#take(page);
        this.#done++;
        if (this.#done % 25 === 0) progress();
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    if (!signal.aborted) progress();
  }

  async #take(page: number): Promise<void> {
    if (this.#pages.has(page)) return;
    const file = this.manifest.pages[page - 1]?.words;
    if (!file) { this.#pictures++; return; }
    const words = await this.load(this.fileUrl(file)).catch(() => null);
    if (words) this.#pages.set(page, pageText(page, words.text, words.folded));
    else this.#missing++;
  }
}
