import type { Rect } from "./manifest.ts";

/** One page drawn larger by the server, in squares: /files/{meeting}/{paper}/tiles/{page}/{level}. All lengths in pixels. */
export interface TileSheet {
  readonly v: 1;
  readonly w: number;
  readonly h: number;
  readonly side: number;
  readonly level: number;
  /** The last level this page has. */
  readonly deepest: number;
  /** Row after row from the top left; names as in the manifest. */
  readonly files: readonly string[];
}

/** Squares alive at a time: of 800 pixels each, about 50 MB when all are in sight. */
export const TILES_LIMIT = 20;
/** The reading image is stretched this much before sharper squares are worth their time. */
export const STRETCH = 1.25;
/** Beyond this a stretched image is soft enough to say so. */
export const SOFT = 2;
const SHEETS_KEPT = 8;

/** Which level shows a page that is `ratio` times as wide on the glass as its reading image, in device pixels; 0: none is needed. */
export function levelFor(ratio: number): number {
  if (ratio <= STRETCH) return 0;
  return ratio <= 2 * STRETCH ? 1 : 2;
}

/** Squares that show a part of the page, those in its middle first. Empty when they would be more than `most`: then the page is small and the image does. */
export function tilesFor(sheet: TileSheet, [x, y, w, h]: Rect, most = TILES_LIMIT): number[] {
  const across = Math.ceil(sheet.w / sheet.side);
  const down = Math.ceil(sheet.h / sheet.side);
  const first = (at: number, length: number, count: number): number => Math.min(count - 1, Math.max(0, Math.floor((at * length) / sheet.side)));
  const last = (to: number, length: number, count: number): number => Math.min(count - 1, Math.max(0, Math.ceil((to * length) / sheet.side) - 1));
  const [left, right] = [first(x, sheet.w, across), last(x + w, sheet.w, across)];
  const [top, bottom] = [first(y, sheet.h, down), last(y + h, sheet.h, down)];
  if ((right - left + 1) * (bottom - top + 1) > most) return [];
  const found: { index: number; far: number }[] = [];
  const middle = [((x + w / 2) * sheet.w) / sheet.side - 0.5, ((y + h / 2) * sheet.h) / sheet.side - 0.5] as const;
  for (let row = top; row <= bottom; row++) for (let column = left; column <= right; column++) found.push({ index: row * across + column, far: Math.hypot(column - middle[0], row - middle[1]) });
  return found.sort((a, b) => a.far - b.far).map(({ index }) => index);
}

/** Where a square lies on its page, each number 0..1. */
export function tileRect(sheet: TileSheet, index: number): Rect {
  const across = Math.ceil(sheet.w / sheet.side);
  const x = (index % across) * sheet.side;
  const y = Math.floor(index / across) * sheet.side;
  return [x / sheet.w, y / sheet.h, Math.min(sheet.side, sheet.w - x) / sheet.w, Math.min(sheet.side, sheet.h - y) / sheet.h];
}

/** Loads sheets, each once, and keeps the latest few. That a page has none is remembered; what can't be had now is asked for at the next look. */
export class TileSheets {
  readonly #kept = new Map<string, Promise<TileSheet | null>>();
  readonly #none = new Set<string>();

  /** @param load null: there is none; fails: not now */
  constructor(private readonly load: (url: string) => Promise<TileSheet | null> = fetchSheet) {}

  /** Another paper, or the same one that may be handled otherwise now. */
  opened(): void { this.#none.clear(); }

  get(url: string): Promise<TileSheet | null> {
    if (this.#none.has(url)) return Promise.resolve(null);
    const known = this.#kept.get(url);
    if (known) return known;
    const asked = this.load(url).then((sheet) => {
      if (!sheet) { this.#kept.delete(url); this.#none.add(url); }
      return sheet;
    }, () => { this.#kept.delete(url); return null; });
    this.#kept.set(url, asked);
    for (const old of [...this.#kept.keys()].slice(0, Math.max(0, this.#kept.size - SHEETS_KEPT))) this.#kept.delete(old);
    return asked;
  }
}

async function fetchSheet(url: string): Promise<TileSheet | null> {
  const answer = await fetch(url, { credentials: "same-origin" });
  if (answer.status === 404) return null;
  const body: unknown = answer.ok ? await answer.json() : null;
  if (!isSheet(body)) throw new Error(`no sheet of squares: ${answer.status}`);
  return body;
}

function isSheet(body: unknown): body is TileSheet {
  if (typeof body !== "object" || body === null) return false;
  const { w, h, side, files } = body as Partial<TileSheet>;
  return [w, h, side].every((n) => typeof n === "number" && n > 0) && Array.isArray(files) && files.length === Math.ceil(w! / side!) * Math.ceil(h! / side!);
}
