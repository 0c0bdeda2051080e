import type { Rect } from "./manifest.ts";
import { levelFor, SOFT, tileRect, tilesFor, TileSheets, type TileSheet } from "./tiles.ts";

export interface CloseLook {
  readonly page: number;
  /** The part of the page in sight. */
  readonly rect: Rect;
  /** Width of the page on the glass over that of its reading image, in device pixels. */
  readonly ratio: number;
}

/** Sharp squares over the reading image, only those in sight. Each appears once it is decoded; nothing is ever blank. */
export class TileLayer {
  readonly element = document.createElement("div");
  readonly #sheets: TileSheets;
  readonly #alive = new Map<string, HTMLImageElement>();
  #look = 0;

  constructor(private readonly fileUrl: (name: string) => string, private readonly softened: (soft: boolean) => void, sheets = new TileSheets()) {
    this.#sheets = sheets;
    this.element.className = "nsr-tiles";
  }

  get alive(): number { return this.#alive.size; }

  opened(): void {
    this.#sheets.opened();
    this.clear();
  }

  clear(): void {
    this.#look++;
    for (const key of [...this.#alive.keys()]) this.#drop(key);
    this.softened(false);
  }

  /** Called when the fingers are off the glass. */
  async show({ page, rect, ratio }: CloseLook): Promise<void> {
    const look = ++this.#look;
    const level = levelFor(ratio);
    if (level === 0) { this.clear(); return; }
    const sheet = await this.#sheet(page, level);
    if (look !== this.#look) return;
    this.softened(sheet === null && ratio > SOFT);
    if (sheet) this.#lay(page, sheet, tilesFor(sheet, rect));
  }

  /** A second level only where the first one says that there is one. */
  async #sheet(page: number, level: number): Promise<TileSheet | null> {
    const first = await this.#sheets.get(this.fileUrl(`tiles/${page}/1`));
    return first && level > 1 && first.deepest > 1 ? (await this.#sheets.get(this.fileUrl(`tiles/${page}/${level}`))) ?? first : first;
  }

  #lay(page: number, sheet: TileSheet, wanted: readonly number[]): void {
    const keys = new Map(wanted.map((index) => [`${page}/${sheet.level}/${index}`, index]));
    for (const key of [...this.#alive.keys()]) if (!keys.has(key)) this.#drop(key);
    for (const [key, index] of keys) {
      if (this.#alive.has(key)) continue;
      const img = document.createElement("img");
      img.className = "nsr-tile";
      img.alt = "";
      img.draggable = false;
      const [x, y, w, h] = tileRect(sheet, index).map((n) => `${(n * 100).toFixed(5)}%`) as [string, string, string, string];
      Object.assign(img.style, { left: x, top: y, width: w, height: h });
      this.#alive.set(key, img);
      img.src = this.fileUrl(sheet.files[index]!);
      img.dataset["index"] = String(index);
      img.decode().then(() => { if (this.#alive.get(key) === img) this.#insert(img, index); }, () => { if (this.#alive.get(key) === img) this.#drop(key); });
    }
  }

  /** In the order of the page: where two edges meet within a pixel, which lies above is the same on every device. */
  #insert(img: HTMLImageElement, index: number): void {
    const after = [...this.element.children].find((other) => Number((other as HTMLElement).dataset["index"]) > index) ?? null;
    this.element.insertBefore(img, after);
  }

  #drop(key: string): void {
    const img = this.#alive.get(key);
    this.#alive.delete(key);
    if (!img) return;
    img.src = "";
    img.remove();
  }
}
