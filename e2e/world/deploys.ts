import { createServer, request, type IncomingMessage, type ServerResponse } from "node:http";
import { connect, type AddressInfo, type Socket } from "node:net";
import type { Server } from "./server.ts";

const ASSET = /\/assets\//;
/** A name that changes with its content: its last eight letters before the dot. */
const HASHED = /([\w.-]+-)([\w-]{8})(\.(?:js|css|woff2))/g;
const TEXT = /\.(?:js|css|html|webmanifest)$|\/$/;

/**
 * Stands before a server as if there were a newer build of its clients: after `deploy` every hashed file has another name, what names it has changed
 * with it, the version of the service worker too, and the old names are gone, as they are when a new jar is started.
 */
export class Deploys {
  readonly #http = createServer((ask, answer) => void this.#pass(ask, answer));
  readonly #sockets = new Set<Socket>();
  #build = 1;
  /** Addresses of files of the apps that were asked for and not there. */
  readonly missing: string[] = [];

  private constructor(private readonly server: Server) {
    this.#http.on("connection", (socket) => { this.#sockets.add(socket); socket.once("close", () => this.#sockets.delete(socket)); });
    this.#http.on("upgrade", (ask, socket, head) => this.#upgrade(ask, socket as Socket, head));
  }

  static async before(server: Server): Promise<Deploys> {
    const deploys = new Deploys(server);
    await new Promise<void>((resolve) => deploys.#http.listen(0, "127.0.0.1", resolve));
    return deploys;
  }

  get address(): string { return `http://127.0.0.1:${(this.#http.address() as AddressInfo).port}`; }

  /** As a server that is stopped and started with a newer jar: every line breaks. */
  deploy(): void {
    this.#build++;
    this.breakLines();
  }

  breakLines(): void { for (const socket of this.#sockets) socket.destroy(); }

  /** Which build a page runs: the first that it was given is 1. */
  buildOf(script: string): number { return Number(/-n(\d)[\w-]{6}\.js$/.exec(script)?.[1] ?? 1); }

  async stop(): Promise<void> {
    this.breakLines();
    await new Promise((resolve) => this.#http.close(resolve));
  }

  async #pass(ask: IncomingMessage, answer: ServerResponse): Promise<void> {
    const path = new URL(ask.url!, this.address).pathname;
    const named = ASSET.test(path) ? this.#old.get(path.split("/").pop()!) : undefined;
    if (ASSET.test(path) && this.#build > 1 && !named) { this.missing.push(path); answer.writeHead(404).end(); return; }
    // what the browser has of the old build is not to be compared with the server's, which is the same still
    const { "if-none-match": ___, "if-modified-since": ____, ...asked } = ask.headers;
    const to = request(this.server.address + (named ? ask.url!.replace(/[^/]+$/, named) : ask.url!), { method: ask.method!, headers: { ...asked, "accept-encoding": "identity" } });
    to.on("error", () => answer.destroy());
    answer.on("close", () => to.destroy());
    to.on("response", (got) => {
      const { "content-length": _, etag: __, ...headers } = got.headers;
      if (this.#build === 1 || got.statusCode !== 200 || !/^\/(?:tablet|web)\//.test(path) || !TEXT.test(path)) { answer.writeHead(got.statusCode!, got.headers); got.pipe(answer); return; }
      const parts: Buffer[] = [];
      got.on("data", (part: Buffer) => parts.push(part));
      got.on("end", () => answer.writeHead(200, headers).end(this.#newer(Buffer.concat(parts).toString(), path.endsWith("sw.js"))));
    });
    ask.pipe(to);
  }

  /** New names by which the files of the newest build are asked for, and the names that the server has for them. */
  readonly #old = new Map<string, string>();

  #newer(text: string, worker: boolean): string {
    const renamed = text.replace(HASHED, (name: string, stem: string, hash: string, end: string) => {
      const fresh = `${stem}n${this.#build}${hash.slice(2)}${end}`;
      this.#old.set(fresh, name);
      return fresh;
    });
    return worker ? renamed.replace(/version:`(\w+)`/, `version:\`$1-${this.#build}\``) : renamed;
  }

  #upgrade(ask: IncomingMessage, ours: Socket, head: Buffer): void {
    const { hostname, port } = new URL(this.server.address);
    const theirs = connect(Number(port), hostname, () => {
      theirs.write(`${ask.method} ${ask.url} HTTP/1.1\r\n${Object.entries(ask.headers).map(([name, value]) => `${name}: ${String(value)}`).join("\r\n")}\r\n\r\n`);
      theirs.write(head);
      ours.pipe(theirs).pipe(ours);
    });
    for (const [one, other] of [[ours, theirs], [theirs, ours]] as const) one.on("error", () => other.destroy()).on("close", () => other.destroy());
  }
}
