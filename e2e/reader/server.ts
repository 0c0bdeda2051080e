import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { dirname, extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { deflateSync } from "node:zlib";
import { build } from "vite";
import { fold } from "../../client-kit/src/text/fold.ts";
import { serviceWorker } from "../../tablet-client/vite-service-worker.ts";

const HERE = dirname(fileURLToPath(import.meta.url));
const TYPES: Record<string, string> = { ".html": "text/html; charset=utf-8", ".js": "text/javascript", ".css": "text/css", ".json": "application/json", ".png": "image/png", ".woff2": "font/woff2" };
const TEXT = "Đồng chí Nguyễn Thị Thuỷ báo cáo kết quả giải phóng mặt bằng";

/** Serves the reader's test page as the real server would serve the tablet, with papers made on the spot and a network that can be cut. */
export class ReaderServer {
  readonly asked: string[] = [];
  down = false;
  /** Files answered before the network breaks. */
  budget = Infinity;
  readonly #files = new Map<string, { type: string; body: Buffer }>();
  readonly #out = mkdtempSync(join(tmpdir(), "reader-"));
  #server: Server | null = null;
  address = "";

  async start(): Promise<void> {
    await build({
      configFile: false, root: HERE, base: "/tablet/", logLevel: "error",
      build: { outDir: this.#out, emptyOutDir: true, target: ["chrome109", "safari15.4"], assetsInlineLimit: 0, modulePreload: false },
      plugins: [serviceWorker(join(HERE, "../../tablet-client/src/sw.ts"))],
    });
    this.#paper("p300", 302);
    this.#paper("p40", 40);
    const server = createServer((request, response) => {
      const path = new URL(request.url ?? "/", "http://x").pathname;
      const isFile = path.startsWith("/files/");
      if (this.down || (isFile && --this.budget < 0)) { request.socket.destroy(); return; }
      if (isFile) this.asked.push(path);
      const found = isFile ? this.#files.get(path) : this.#asset(path);
      response.writeHead(found ? 200 : 404, { "content-type": found?.type ?? "application/json", "cache-control": isFile ? "no-store" : "no-cache", "content-security-policy": "default-src 'self'" });
      response.end(found?.body ?? "{}");
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    this.#server = server;
    this.address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/tablet/`;
  }

  stop(): void {
    this.#server?.closeAllConnections();
    this.#server?.close();
    rmSync(this.#out, { recursive: true, force: true });
  }

  #asset(path: string): { type: string; body: Buffer } | undefined {
    const name = path.startsWith("/tablet/") ? path.slice("/tablet/".length) || "index.html" : null;
    const file = name === null || name.includes("..") ? null : join(this.#out, name);
    if (!file || !statSync(file, { throwIfNoEntry: false })?.isFile()) return undefined;
    return { type: TYPES[extname(file)] ?? "application/octet-stream", body: readFileSync(file) };
  }

  /** Every page differs, so that every file has a name of its own. The last page failed at the server. */
  #paper(id: string, count: number): void {
    const folder = `/files/m1/${id}/`;
    const keep = (body: Buffer, ending: string): string => {
      const name = `${createHash("sha256").update(body).digest("hex")}${ending}`;
      this.#files.set(folder + name, { type: TYPES[ending]!, body });
      return name;
    };
    const texts: { page: number; text: string; folded: string }[] = [];
    const pages = Array.from({ length: count }, (_, i) => {
      const label = String(i + 1);
      if (i === count - 1) return { label, w: 5953, h: 8419, failed: "render", words: null };
      const words: number[] = [];
      let at = 0;
      for (const word of TEXT.split(" ")) { words.push(at, word.length, 700 + at * 60, 1000, word.length * 60, 140); at += word.length + 1; }
      const text = `${TEXT}\ntrang ${label}`;
      texts.push({ page: i + 1, text, folded: fold(text) });
      const fit = picture(480, 679, i);
      const thumb = picture(80, 113, i);
      return {
        label, w: 5953, h: 8419, words: keep(Buffer.from(JSON.stringify({ v: 1, text, words, lines: [0] })), ".json"),
        fit: { file: keep(fit, ".png"), w: 480, h: 679, bytes: fit.length }, thumb: { file: keep(thumb, ".png"), w: 80, h: 113, bytes: thumb.length },
      };
    });
    const manifest = { v: 1, sha256: createHash("sha256").update(id).digest("hex"), pages, outline: [{ title: "I. Đánh giá chung", page: 1, depth: 0 }, { title: "Nhiệm vụ", page: 5, depth: 1 }], text: keep(Buffer.from(JSON.stringify({ v: 1, pages: texts })), ".json") };
    this.#files.set(`${folder}manifest`, { type: "application/json", body: Buffer.from(JSON.stringify(manifest)) });
  }
}

/** A grey PNG with stripes whose places spell the number. */
function picture(w: number, h: number, number: number): Buffer {
  const rows = Buffer.alloc((w + 1) * h, 255);
  for (let y = 0; y < h; y++) {
    rows[y * (w + 1)] = 0;
    if (y % 16 < 6 && y > h / 10) rows.fill(60 + ((number >> (Math.floor(y / 16) % 10)) & 1) * 120, y * (w + 1) + 1 + w / 8, (y + 1) * (w + 1) - w / 8);
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(w, 0);
  head.writeUInt32BE(h, 4);
  head.set([8, 0, 0, 0, 0], 8);
  return Buffer.concat([Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]), chunk("IHDR", head), chunk("IDAT", deflateSync(rows)), chunk("IEND", Buffer.alloc(0))]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const out = Buffer.alloc(body.length + 8);
  out.writeUInt32BE(data.length, 0);
  out.set(body, 4);
  out.writeUInt32BE(crc(body), body.length + 4);
  return out;
}

function crc(data: Buffer): number {
  let c = ~0;
  for (const byte of data) {
    c ^= byte;
    for (let k = 0; k < 8; k++) c = c & 1 ? (c >>> 1) ^ 0xedb88320 : c >>> 1;
  }
  return ~c >>> 0;
}
