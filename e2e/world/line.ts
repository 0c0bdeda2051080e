import type { Page, WebSocketRoute } from "@playwright/test";

const API = "**/api/**";

/** The line between a tablet and the server, which may be cut or may swallow what the server says. */
export class Line {
  readonly #page: Page;
  readonly #open = new Set<WebSocketRoute>();
  #cut = false;
  /** The server hears the tablet, the tablet hears nothing: an acknowledgement that is lost on its way. */
  deaf = false;
  /** What the tablet is told in place of what the server says. */
  alters: (frame: string) => string = (frame) => frame;
  #times = 1;

  private constructor(page: Page) {
    this.#page = page;
  }

  /** Must be laid before the page opens its first socket. */
  static async of(page: Page): Promise<Line> {
    const line = new Line(page);
    await page.routeWebSocket(/\/api\/socket(\?|$)/, (ours) => {
      const server = ours.connectToServer();
      line.#open.add(ours);
      ours.onMessage((message) => {
        if (line.#cut) return;
        for (let n = message.includes('"t":"command"') ? line.#times : 1; n > 0; n--) server.send(message);
      });
      server.onMessage((message) => { if (!line.deaf && !line.#cut) ours.send(typeof message === "string" ? line.alters(message) : message); });
      ours.onClose((code, reason) => { line.#open.delete(ours); void server.close({ code: code ?? 1000, reason: reason ?? "" }).catch(() => undefined); });
      server.onClose((code, reason) => { if (line.#cut) return; line.#open.delete(ours); void ours.close({ code: code ?? 1001, reason: reason ?? "" }).catch(() => undefined); });
    });
    return line;
  }

  /** The server hears every command and every batch of notes so often, as from a tablet that got no answer. */
  async repeat(times: number): Promise<void> {
    this.#times = times;
    await this.#page.route("**/api/meetings/*/notes", async (route) => {
      if (route.request().method() === "POST") for (let n = 1; n < times; n++) await route.fetch();
      await route.continue();
    });
  }

  /** The server hears the tablet, and none of its answers arrives, over HTTPS neither. */
  async deafen(): Promise<void> {
    this.deaf = true;
    await this.#page.route(API, async (route) => { await route.fetch().catch(() => undefined); });
  }

  /** Nothing gets through, in neither direction, and nobody has noticed yet. */
  async cut(): Promise<void> {
    this.#cut = true;
    await this.#page.route(API, (route) => route.abort());
  }

  async mend(): Promise<void> {
    await this.#page.unroute(API);
    this.#cut = false;
    for (const ours of [...this.#open]) await ours.close();
  }
}
