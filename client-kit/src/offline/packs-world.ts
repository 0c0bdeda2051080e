import { expect } from "vitest";
import { packCache, type WorkerMessage } from "./names.ts";
import type { Surroundings } from "./packs.ts";

class FakeCache {
  readonly kept = new Map<string, Response>();
  constructor(private readonly world: World) {}
  async put(path: string, response: Response): Promise<void> {
    const body = await response.clone().arrayBuffer();
    this.world.room -= body.byteLength;
    if (this.world.room < 0) throw Object.assign(new Error("full"), { name: "QuotaExceededError" });
    this.world.puts.push(path);
    this.kept.set(path, response);
  }
  async match(path: string): Promise<Response | undefined> { return this.kept.get(path)?.clone(); }
  async delete(path: string): Promise<boolean> { return this.kept.delete(path); }
  async keys(): Promise<{ url: string }[]> { return [...this.kept.keys()].map((path) => ({ url: `https://room.test${path}` })); }
}

/** A server with papers, a device with caches, and a network that can be cut. */
export class World {
  readonly files = new Map<string, { type: string; body: string }>();
  readonly stores = new Map<string, FakeCache>();
  readonly asked: string[] = [];
  readonly puts: string[] = [];
  readonly told: WorkerMessage[] = [];
  readonly sleeps: number[] = [];
  room = 1e9;
  /** Answers left before the network is cut. */
  budget = Infinity;
  status: number | null = null;
  portal = false;
  flying = 0;
  most = 0;
  random = 0.5;

  paper(id: string, pages: number, meeting = "m1"): void {
    const folder = `/files/${meeting}/${id}/`;
    const hash = (n: number, kind: string): string => [...`${id}-${kind}-${n}`].map((c) => c.charCodeAt(0).toString(16)).join("").padEnd(64, "0").slice(0, 64);
    const list = Array.from({ length: pages }, (_, i) => {
      const image = `picture ${id} ${i}`;
      this.files.set(`${folder}${hash(i, "fit")}.webp`, { type: "image/webp", body: image });
      this.files.set(`${folder}${hash(i, "thumb")}.webp`, { type: "image/webp", body: "small" });
      this.files.set(`${folder}${hash(i, "words")}.json`, { type: "application/json", body: '{"v":1}' });
      return { label: String(i + 1), w: 1, h: 1, words: `${hash(i, "words")}.json`, fit: { file: `${hash(i, "fit")}.webp`, w: 1, h: 1, bytes: image.length }, thumb: { file: `${hash(i, "thumb")}.webp`, w: 1, h: 1, bytes: 5 } };
    });
    this.files.set(`${folder}manifest`, { type: "application/json", body: JSON.stringify({ v: 1, sha256: id, pages: list }) });
  }

  get around(): Surroundings {
    const storage = {
      open: async (name: string) => { if (!this.stores.has(name)) this.stores.set(name, new FakeCache(this)); return this.stores.get(name)!; },
      delete: async (name: string) => this.stores.delete(name),
      keys: async () => [...this.stores.keys()],
    };
    return {
      caches: storage as unknown as CacheStorage,
      fetch: async (path) => {
        this.asked.push(path);
        this.flying++;
        this.most = Math.max(this.most, this.flying);
        await new Promise((r) => setTimeout(r, 0));
        this.flying--;
        if (--this.budget < 0) throw new TypeError("Failed to fetch");
        if (this.portal) return new Response("<html>Đăng nhập Wi-Fi</html>", { headers: { "content-type": "text/html" } });
        if (this.status) return new Response("{}", { status: this.status });
        const file = this.files.get(path);
        return file ? new Response(file.body, { headers: { "content-type": file.type } }) : new Response("{}", { status: 404 });
      },
      random: () => this.random,
      sleep: (ms, signal) => new Promise((resolve) => { this.sleeps.push(ms); signal.addEventListener("abort", () => resolve(), { once: true }); }),
      tell: (message) => { this.told.push(message); },
    };
  }

  kept(person: string): string[] { return [...(this.stores.get(packCache(person))?.kept.keys() ?? [])]; }
}

/** Waits for what comes by itself. */
export async function until(what: () => boolean): Promise<void> {
  for (let i = 0; i < 2000 && !what(); i++) await new Promise((r) => setTimeout(r, 1));
  expect(what(), "the awaited never came").toBe(true);
}
