import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { dirname, extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "vite";

const HERE = dirname(fileURLToPath(import.meta.url));
const TYPES: Record<string, string> = { ".html": "text/html; charset=utf-8", ".js": "text/javascript", ".css": "text/css", ".json": "application/json", ".svg": "image/svg+xml", ".woff2": "font/woff2" };
const PROSE = "Đồng chí Nguyễn Thị Thuỷ báo cáo kết quả giải phóng mặt bằng các dự án trọng điểm trong sáu tháng đầu năm; nêu rõ những khó khăn, vướng mắc và đề nghị Ban Chỉ đạo cho ý kiến về tiến độ thực hiện trong thời gian tới.".split(" ");

/** Sizes in 0.1 pt, as they are seen: A4, A4 turned on its side by the file's /Rotate, A3, a page without words. */
export const PAGES = [{ w: 5953, h: 8419 }, { w: 8419, h: 5953 }, { w: 8419, h: 11906 }, { w: 5953, h: 8419, scan: true }] as const;
export const WORDS_A_LINE = 8;
export const FIRST_LINE = { x: 800, y: 900, pitch: 260, height: 150 };

/** Serves the ink's test page with a paper drawn on the spot whose words lie exactly where it says. */
export class InkServer {
  readonly #files = new Map<string, string>();
  readonly #out = mkdtempSync(join(tmpdir(), "ink-"));
  #server: Server | null = null;
  address = "";

  async start(): Promise<void> {
    await build({ configFile: false, root: HERE, base: "/tablet/", logLevel: "error", build: { outDir: this.#out, emptyOutDir: true, target: ["chrome109", "safari15.4"], assetsInlineLimit: 0, modulePreload: false } });
    this.#paper();
    const server = createServer((request, response) => {
      const path = new URL(request.url ?? "/", "http://x").pathname;
      const body = path.startsWith("/files/m1/p1/") ? this.#files.get(path.slice("/files/m1/p1/".length)) : this.#asset(path);
      response.writeHead(body === undefined ? 404 : 200, { "content-type": TYPES[extname(path)] ?? (path.endsWith("/") ? "text/html" : "application/json"), "cache-control": "no-store", "content-security-policy": "default-src 'self'; style-src 'self'; img-src 'self' blob:" });
      response.end(body ?? "{}");
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

  #asset(path: string): Buffer | undefined {
    const name = path.startsWith("/tablet/") ? path.slice("/tablet/".length) || "index.html" : null;
    const file = name === null || name.includes("..") ? null : join(this.#out, name);
    return file && statSync(file, { throwIfNoEntry: false })?.isFile() ? readFileSync(file) : undefined;
  }

  #paper(): void {
    const pages = PAGES.map((page, i) => {
      const { words, drawn } = lines(page.w, page.h, i);
      const scan = "scan" in page;
      this.#files.set(`p${i}.svg`, `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${page.w} ${page.h}" width="${page.w / 4}" height="${page.h / 4}"><rect width="100%" height="100%" fill="#fff"/>${drawn}</svg>`);
      if (!scan) this.#files.set(`w${i}.json`, JSON.stringify(words));
      const image = { file: `p${i}.svg`, w: Math.round(page.w / 4), h: Math.round(page.h / 4), bytes: 1 };
      return { label: String(i + 1), w: page.w, h: page.h, words: scan ? null : `w${i}.json`, fit: image, thumb: image };
    });
    this.#files.set("manifest", JSON.stringify({ v: 1, sha256: "a".repeat(64), pages, outline: [] }));
  }
}

/** A page full of prose: each word in the box that the words file says. */
function lines(w: number, h: number, seed: number): { words: object; drawn: string } {
  const { x: left, y: top, pitch, height } = FIRST_LINE;
  const unit = (w - 2 * left) / (WORDS_A_LINE * 6);
  const words: number[] = [];
  const starts: number[] = [];
  let text = "";
  let drawn = "";
  for (let y = top, n = seed; y + height < h - top; y += pitch) {
    starts.push(words.length / 6);
    for (let i = 0; i < WORDS_A_LINE; i++, n++) {
      const word = PROSE[n % PROSE.length]!;
      const x = Math.round(left + i * 6 * unit);
      const wide = Math.round(5.2 * unit);
      words.push(text.length, word.length, x, y, wide, height);
      drawn += `<text x="${x}" y="${y + 115}" font-size="130" font-family="serif" textLength="${wide}" lengthAdjust="spacingAndGlyphs">${word}</text>`;
      text += `${word}${i === WORDS_A_LINE - 1 ? "\n" : " "}`;
    }
  }
  return { words: { v: 1, text: text.trimEnd(), words, lines: starts }, drawn };
}
