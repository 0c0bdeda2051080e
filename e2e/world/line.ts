import type { Page, WebSocketRoute } from "@playwright/test";

/** The line between a tablet and the server, which may be cut or may swallow what the server says. */
export class Line {
  readonly #open = new Set<WebSocketRoute>();
  /** The server hears the tablet, the tablet hears nothing: an acknowledgement that is lost on its way. */
  deaf = false;

  /** Must be laid before the page opens its first socket. */
  static async of(page: Page): Promise<Line> {
    const line = new Line();
    await page.routeWebSocket(/\/api\/socket$/, (ours) => {
      const server = ours.connectToServer();
      line.#open.add(ours);
      ours.onMessage((message) => server.send(message));
      server.onMessage((message) => { if (!line.deaf) ours.send(message); });
      ours.onClose((code, reason) => { line.#open.delete(ours); void server.close({ code: code ?? 1000, reason: reason ?? "" }).catch(() => undefined); });
      server.onClose((code, reason) => { line.#open.delete(ours); void ours.close({ code: code ?? 1001, reason: reason ?? "" }).catch(() => undefined); });
    });
    return line;
  }
}
