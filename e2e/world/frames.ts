import type { Page } from "@playwright/test";
import { CHOICE } from "./wire.ts";

/** Where the question itself stands. */
const ASKED = new Set(["contests", "poll"]);

/** All that a page says and hears on its sockets, and all that it posts. */
export class Frames {
  readonly #frames: { readonly sent: boolean; readonly text: string }[] = [];

  constructor(page: Page) {
    page.on("websocket", (socket) => {
      socket.on("framesent", ({ payload }) => this.#frames.push({ sent: true, text: payload.toString() }));
      socket.on("framereceived", ({ payload }) => this.#frames.push({ sent: false, text: payload.toString() }));
    });
    page.on("request", (request) => { if (request.method() === "POST") this.#frames.push({ sent: true, text: request.postData() ?? "" }); });
  }

  get now(): number { return this.#frames.length; }

  /** Frames since then in which a choice stands in clear. What is heard may hold the answers that are asked about, which everybody has; what is said may not. */
  choices(since: number): string[] {
    return this.#frames.slice(since).filter(({ sent, text }) => CHOICE.test(sent || !text.startsWith("{") ? text : JSON.stringify(JSON.parse(text, (key, value: unknown) => (ASKED.has(key) ? undefined : value))))).map(({ text }) => text);
  }
}
