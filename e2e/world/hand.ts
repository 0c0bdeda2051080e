import { randomUUID } from "node:crypto";
import type { Command, JsonValue } from "../../client-kit/src/proto/protocol.ts";
import type { Server } from "./server.ts";

export type Refusal = { status: number; code: string; text: string };
export type Answer = { status: number; body: JsonValue };
export type Upload = { item: string; title: string; fileName: string; bytes: Uint8Array; access?: "EVERYONE" | "MEMBERS" | "NAMED"; named?: string[]; handling?: "FREE" | "VIEW_ONLY" | "MARKED"; supersedes?: string; reason?: string };

const PIECE_BYTES = 16 * 1024 * 1024;

/** Somebody's own calls to the server over plain HTTP: for making a world, and for trying what a page would never offer. */
export class Hand {
  readonly #server: Server;
  #cookie = "";
  #session = "";

  constructor(server: Server) {
    this.#server = server;
  }

  static async signedIn(server: Server, name: string, password: string): Promise<Hand> {
    const hand = new Hand(server);
    await hand.post("/api/sign-in", { name, password });
    return hand;
  }

  get address(): string {
    return this.#server.address;
  }

  get header(): string {
    return this.#cookie ? `${this.#cookie}=${this.#session}` : "";
  }

  /** What the server answers, whatever it is. */
  async ask(method: string, path: string, body?: JsonValue | Uint8Array, headers: Record<string, string> = {}): Promise<Answer> {
    const response = await fetch(this.#server.address + path, {
      method,
      headers: { "X-Nghisu": "1", Cookie: this.header, ...(body === undefined || body instanceof Uint8Array ? {} : { "Content-Type": "application/json" }), ...headers },
      ...(body === undefined ? {} : { body: body instanceof Uint8Array ? Buffer.from(body) : JSON.stringify(body) }),
    });
    for (const set of response.headers.getSetCookie()) {
      const found = /^(__Host-nghisu|nghisu)=([^;]*)/.exec(set);
      if (found) [this.#cookie, this.#session] = [found[1]!, found[2]!];
    }
    const text = await response.text();
    return { status: response.status, body: response.headers.get("content-type")?.includes("json") && text ? (JSON.parse(text) as JsonValue) : text };
  }

  async get<T>(path: string): Promise<T> {
    return this.#right(await this.ask("GET", path), path) as T;
  }

  async post<T>(path: string, body: JsonValue | Uint8Array): Promise<T> {
    return this.#right(await this.ask("POST", path, body), path) as T;
  }

  async put<T>(path: string, body: JsonValue): Promise<T> {
    return this.#right(await this.ask("PUT", path, body), path) as T;
  }

  async bytes(path: string): Promise<Buffer> {
    const response = await fetch(this.#server.address + path, { headers: { Cookie: this.header } });
    if (!response.ok) throw new Error(`${path}: ${response.status}`);
    return Buffer.from(await response.arrayBuffer());
  }

  async command(meeting: string, command: Command): Promise<void> {
    await this.post(`/api/meetings/${meeting}/commands`, { id: randomUUID(), command: command as unknown as JsonValue });
  }

  /** A command that must be refused; its reason. */
  async refused(meeting: string, command: Command, language: "vi" | "en" = "vi"): Promise<Refusal> {
    const { status, body } = await this.ask("POST", `/api/meetings/${meeting}/commands`, { id: randomUUID(), command: command as unknown as JsonValue }, { "X-Lang": language });
    if (status < 400) throw new Error(`${command.type} was not refused`);
    const { code, text } = body as { code: string; text: string };
    return { status, code, text };
  }

  /** In pieces, as the console sends it; the first answer that says no, or that of the laying. */
  async upload(meeting: string, paper: Upload): Promise<Answer> {
    const query = new URLSearchParams({ item: paper.item, title: paper.title, fileName: paper.fileName, access: paper.access ?? "EVERYONE" });
    if (paper.named) query.set("named", paper.named.join(","));
    if (paper.supersedes) query.set("supersedes", paper.supersedes);
    if (paper.handling) query.set("handling", paper.handling);
    if (paper.reason) query.set("reason", paper.reason);
    const uploads = `/api/meetings/${meeting}/uploads`;
    const upload = randomUUID();
    const begun = await this.ask("POST", `${uploads}?${new URLSearchParams({ upload, item: paper.item, fileName: paper.fileName, bytes: String(paper.bytes.length), mark: upload })}`);
    if (begun.status !== 201) return begun;
    for (let from = 0; from < paper.bytes.length; from += PIECE_BYTES) {
      const sent = await this.ask("PATCH", `${uploads}/${upload}`, paper.bytes.subarray(from, from + PIECE_BYTES), { "Upload-Offset": String(from) });
      if (sent.status >= 400) return sent;
    }
    for (;;) {
      const laid = await this.ask("POST", `${uploads}/${upload}/paper?${query}`);
      if (laid.status !== 202) return laid; // else it is still being checked
    }
  }

  #right(answer: Answer, path: string): JsonValue {
    if (answer.status >= 400) throw new Error(`${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body;
  }
}
