import type { Page, WebSocketRoute } from "@playwright/test";

const API = "**/api/**";

/** The line between a tablet and the server, which may be cut or may swallow what the server says. */
export class Line {
  readonly #page: Page;
  readonly #open = new Set<WebSocketRoute>();
  #cut = false;
  /** The server hears the tablet, the tablet hears nothing: an acknowledgement that is lost on its way. */
  deaf = false;

  private constructor(page: Page) {
    this.#page = page;
  }

  /** Must be laid before the page opens its first socket. */
  static async of(page: Page): Promise<Line> {
    const line = new Line(page);
    await page.routeWebSocket(/\/api\/socket(\?|$)/, (ours) => {
      const server = ours.connectToServer();
      line.#open.add(ours);
      ours.onMessage((message) => { if (!line.#cut) server.send(message); });
      server.onMessage((message) => { if (!line.deaf && !line.#cut) ours.send(message); });
      ours.onClose((code, reason) => { line.#open.delete(ours); void server.close({ code: code ?? 1000, reason: reason ?? "" }).catch(() => undefined); });
      server.onClose((code, reason) => { if (line.#cut) return; line.#open.delete(ours); void ours.close({ code: code ?? 1001, reason: reason ?? "" }).catch(() => undefined); });
    });
    return line;
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
