import type { Words } from "./words.ts";

/** Pages whose words are kept at hand. */
const KEPT_LIMIT = 12;

/** Loads word files, each once, and keeps the latest few. A page that can't be had now is asked for again later. */
export class PagesOfWords {
  readonly #kept = new Map<string, Promise<Words | null>>();

  constructor(private readonly load: (url: string) => Promise<Words | null> = fetchWords) {}

  get(url: string): Promise<Words | null> {
    const known = this.#kept.get(url);
    if (known) {
      this.#kept.delete(url);
      this.#kept.set(url, known);
      return known;
    }
    const asked = this.load(url).catch(() => null).then((words) => {
      if (!words) this.#kept.delete(url);
      return words;
    });
    this.#kept.set(url, asked);
    for (const old of this.#kept.keys()) {
      if (this.#kept.size <= KEPT_LIMIT) break;
      this.#kept.delete(old);
    }
    return asked;
  }
}

/** Null when the file is not to be had or is not what it should be. */
export async function fetchWords(url: string): Promise<Words | null> {
  const response = await fetch(url, { credentials: "same-origin" });
  if (!response.ok) return null;
  const body: unknown = await response.json();
  return isWords(body) ? body : null;
}

function isWords(body: unknown): body is Words {
  if (typeof body !== "object" || body === null) return false;
  const words = body as Partial<Words>;
  return typeof words.text === "string" && Array.isArray(words.words) && Array.isArray(words.lines);
}
