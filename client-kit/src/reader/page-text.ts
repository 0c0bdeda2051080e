import { pageAt } from "./manifest.ts";
import type { NsReader } from "./ns-reader.ts";
import { PagesOfWords } from "./pages-of-words.ts";
import type { Highlight } from "./reader-events.ts";
import { boxesOf, type Words } from "./words.ts";

type Boxes = Parameters<import("./stage.ts").Stage["mark"]>[0];

/** The words of a reader's pages, and what is marked on the page in hand: hits of a search and the sentence being read aloud. */
export class PageText {
  #spoken: Highlight | null = null;

  constructor(private readonly reader: NsReader, private readonly mark: (boxes: Boxes) => void, private readonly files = new PagesOfWords()) {}

  async words(page: number): Promise<Words | null> {
    const address = this.#address(page);
    return address ? this.files.get(address) : null;
  }

  /** Names the paper too: an answer belongs to the page in hand only while this stays the same. */
  #address(page: number): string | null {
    const file = pageAt(this.reader.manifest, page)?.words;
    return file ? this.reader.fileUrl(file) : null;
  }

  /** Fetches the words of the page in hand, for screen readers and the large text. */
  load(): void {
    const { page } = this.reader;
    const address = this.#address(page);
    void this.words(page).then((words) => { if (page === this.reader.page && address === this.#address(page) && this.reader.isConnected) this.reader.words = words; });
  }

  speak(spoken: Highlight | null): void {
    this.#spoken = spoken;
    void this.show();
  }

  async show(): Promise<void> {
    const { page, highlights, manifest } = this.reader;
    const spoken = this.#spoken;
    const here = [...highlights, ...(spoken ? [spoken] : [])].filter((h) => h.page === page);
    const address = this.#address(page);
    const words = here.length ? await this.words(page) : null;
    if (page !== this.reader.page || address !== this.#address(page) || highlights !== this.reader.highlights || spoken !== this.#spoken) return;
    const size = pageAt(manifest, page);
    this.mark(words && size ? here.flatMap((h) => boxesOf(words, h.words, size).map((rect) => ({ rect, strong: h.current === true }))) : []);
  }
}
