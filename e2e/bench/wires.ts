import { createReadStream, statSync } from "node:fs";
import { createServer, request, type Server as Http } from "node:http";
import { connect, type AddressInfo } from "node:net";
import { dirname, extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";

const HERE = dirname(fileURLToPath(import.meta.url));
const DIST = join(HERE, "node_modules/pdfjs-dist");
const TYPES: Record<string, string> = { ".html": "text/html", ".mjs": "text/javascript", ".css": "text/css", ".wasm": "application/wasm", ".pdf": "application/pdf", ".svg": "image/svg+xml" };

async function listening(server: Http): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** Serves pdf.js with its viewer and one PDF, whole or by ranges. */
export class PdfJsServer {
  #server: Http;
  #pdf = "";

  constructor() {
    this.#server = createServer((asked, answer) => {
      const path = new URL(asked.url ?? "/", "http://x").pathname;
      const file = path === "/" ? join(HERE, "pdfjs.html") : path === "/paper.pdf" ? this.#pdf : path.startsWith("/dist/") ? normalize(join(DIST, path.slice(6))) : "";
      const size = file ? statSync(file, { throwIfNoEntry: false })?.size : undefined;
      if (size === undefined || (path.startsWith("/dist/") && !file.startsWith(DIST))) { answer.writeHead(404).end(); return; }
      const range = /^bytes=(\d+)-(\d+)?$/.exec(asked.headers.range ?? "");
      const [from, to] = range ? [Number(range[1]), Math.min(size - 1, Number(range[2] ?? size - 1))] : [0, size - 1];
      answer.writeHead(range ? 206 : 200, { "content-type": TYPES[extname(file)] ?? "application/octet-stream", "accept-ranges": "bytes", "content-length": to - from + 1, ...(range ? { "content-range": `bytes ${from}-${to}/${size}` } : {}) });
      const sent = createReadStream(file, { start: from, end: to });
      answer.on("close", () => sent.destroy());
      sent.pipe(answer);
    });
  }

  async start(): Promise<string> { return listening(this.#server); }
  serve(pdf: string): void { this.#pdf = pdf; }
  stop(): void { this.#server.closeAllConnections(); this.#server.close(); }
}

/** Stands between the tablet and its server and counts the bytes of papers that go through it, by address. */
export class Counter {
  readonly bytes = new Map<string, number[]>();
  #server: Http;
  /** Hears of each paper's file that has gone through. */
  heard: () => void = () => undefined;

  constructor(server: string) {
    const { port } = new URL(server);
    this.#server = createServer((asked, answer) => {
      const on = request({ host: "127.0.0.1", port, path: asked.url, method: asked.method, headers: asked.headers }, (said) => {
        let count = 0;
        answer.writeHead(said.statusCode ?? 502, said.headers);
        said.on("data", (chunk: Buffer) => { count += chunk.length; });
        said.on("close", () => {
          if (!asked.url?.startsWith("/files/")) return;
          this.bytes.set(asked.url, [...(this.bytes.get(asked.url) ?? []), count]);
          this.heard();
        });
        said.pipe(answer);
      });
      on.on("error", () => answer.destroy());
      answer.on("close", () => on.destroy());
      asked.pipe(on);
    });
    this.#server.on("upgrade", (asked, socket, head) => {
      const on = connect(Number(port), "127.0.0.1", () => {
        on.write(`${asked.method} ${asked.url} HTTP/1.1\r\n${Array.from({ length: asked.rawHeaders.length / 2 }, (_, i) => `${asked.rawHeaders[2 * i]}: ${asked.rawHeaders[2 * i + 1]}`).join("\r\n")}\r\n\r\n`);
        on.write(head);
        on.pipe(socket).pipe(on);
      });
      for (const end of [on, socket]) end.on("error", () => { on.destroy(); socket.destroy(); });
    });
  }

  async start(): Promise<string> { return listening(this.#server); }
  stop(): void { this.#server.closeAllConnections(); this.#server.close(); }
  get total(): number { return [...this.bytes.values()].flat().reduce((a, b) => a + b, 0); }
  /** What came again of files that had come before, beyond what a manifest is asked anew. */
  get twice(): number { return [...this.bytes].filter(([path]) => !path.includes("/manifest")).reduce((sum, [, all]) => sum + all.reduce((a, b) => a + b, 0) - Math.max(...all), 0); }
}
