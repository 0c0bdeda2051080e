import { expect, type Page, type Response } from "@playwright/test";

/** Choices as they stand in frames and in sentences. */
export const CHOICE = /\b(for|against|not-voting)\b/;
const LABELS = ["Tán thành", "Không tán thành", "Không biểu quyết"];

type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

/** Everything that a page is told by the server from now on: the frames of its sockets and the bodies of all answers but pictures and the app. */
export class Wire {
  readonly #told: string[] = [];
  readonly #reading = new Set<Promise<void>>();
  readonly #unread = new Set<string>();

  constructor(page: Page) {
    page.on("websocket", (socket) => socket.on("framereceived", ({ payload }) => { this.#told.push(payload.toString()); }));
    page.on("response", (response) => {
      // the app itself is the same for everybody and comes in parts, some of them a while after the page
      if (/^(image|font)\//.test(response.headers()["content-type"] ?? "") || /\/(tablet|web)\/assets\//.test(response.url())) return;
      const reading = this.#read(response).finally(() => this.#reading.delete(reading));
      this.#reading.add(reading);
    });
  }

  async #read(response: Response): Promise<void> {
    const text = await response.text().catch(() => null);
    // nothing that could tell of a meeting may slip by unseen; what a reload has cut off is asked for again
    if (text === null) {
      if (/\/(api|files)\//.test(response.url()) && response.status() === 200) this.#unread.add(response.url());
      return;
    }
    this.#told.push(text);
    this.#unread.delete(response.url());
  }

  /** A place in what was told, for `since`. */
  get now(): number {
    return this.#told.length;
  }

  /** What was told since such a place, but for what only keeps the line alive. */
  async since(place: number): Promise<string[]> {
    while (this.#reading.size > 0) await Promise.all(this.#reading);
    expect([...this.#unread], "answers that were not seen").toEqual([]);
    return this.#told.slice(place).filter((text) => !/^\{"t":"(beat|pong)"/.test(text));
  }

  /** Which of the words were told since then. */
  async words(place: number, ...words: readonly (string | RegExp)[]): Promise<string[]> {
    const told = await this.since(place);
    return words.filter((word) => told.some((text) => (typeof word === "string" ? text.includes(word) : word.test(text)))).map(String);
  }
}

/**
 * Where a text joins a person to a choice: in one object, in one line, or in what an object holds under the person's id. `person` is
 * an id or a name.
 */
export function joins(told: readonly string[], person: string): string[] {
  const found: string[] = [];
  const visit = (value: Json): void => {
    if (value === null || typeof value !== "object") return;
    const near = Array.isArray(value) ? value : [...Object.keys(value), ...Object.values(value)];
    const words = near.filter((one) => typeof one === "string");
    if (words.some((word) => word.includes(person)) && words.some(isChoice)) found.push(JSON.stringify(value));
    if (!Array.isArray(value) && value[person] !== undefined && strings(value[person]).some(isChoice)) found.push(JSON.stringify(value));
    for (const part of Object.values(value)) visit(part as Json);
  };
  for (const text of told) if (/^[[{]/.test(text)) visit(JSON.parse(text) as Json);
  return found;
}

const isChoice = (word: string): boolean => CHOICE.test(word) || LABELS.some((label) => word.includes(label));

function strings(value: Json): string[] {
  if (typeof value === "string") return [value];
  if (value === null || typeof value !== "object") return [];
  return [...(Array.isArray(value) ? [] : Object.keys(value)), ...Object.values(value).flatMap((part) => strings(part as Json))];
}
