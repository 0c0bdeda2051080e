import type { Manifest } from "../reader/manifest.ts";
import { pagesOfText, type PageText } from "./whole-text.ts";

/** The text of a whole paper, got at once; the boxes of its words stay in the pages' own files until a hit needs them. */
export class PaperText {
  pages: readonly PageText[] = [];
  state: "reading" | "here" | "missing" = "reading";

  constructor(
    private readonly manifest: Manifest,
    private readonly fileUrl: (name: string) => string,
    private readonly load: (url: string) => Promise<unknown> = fetchJson,
  ) {}

  text(page: number): string { return this.pages.find((one) => one.page === page)?.folded.text ?? ""; }
  /** Pages that are only pictures: search can't see into them and has to say so. */
  get pictures(): number { return this.manifest.pages.filter((page) => !page.words).length; }

  async gather(): Promise<void> {
    const { text } = this.manifest;
    const pages = text ? pagesOfText(await this.load(this.fileUrl(text)).catch(() => null)) : this.pictures < this.manifest.pages.length ? null : [];
    this.pages = pages ?? [];
    this.state = pages ? "here" : "missing";
  }
}

async function fetchJson(url: string): Promise<unknown> {
  const response = await fetch(url, { credentials: "same-origin" });
  return response.ok ? response.json() as unknown : null;
}
