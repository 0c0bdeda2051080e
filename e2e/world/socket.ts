import type { Page } from "@playwright/test";

export type Heard = { text: string; closed: number | null };

/** Opens a socket by hand from a page of the server, says hello to a meeting, and hears until the view has come or the door was shut. */
export function hello(page: Page, meeting: string): Promise<Heard> {
  return page.evaluate((id) => new Promise<Heard>((resolve) => {
    const socket = new WebSocket(`${location.origin.replace("http", "ws")}/api/socket`);
    let text = "";
    socket.onopen = () => socket.send(JSON.stringify({ t: "hello", meeting: id, lang: "vi" }));
    socket.onmessage = (message) => {
      text += String(message.data);
      if (String(message.data).startsWith("{\"t\":\"view\"") || text.includes("\"t\":\"view\"")) { socket.onclose = null; socket.close(); resolve({ text, closed: null }); }
    };
    socket.onclose = (event) => resolve({ text, closed: event.code });
  }), meeting);
}
