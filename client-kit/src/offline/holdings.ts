import type { Manifest } from "../reader/manifest.ts";
import { fileAddress, paperFolder } from "./names.ts";
import { PaperPack } from "./paper-pack.ts";

/** Folders of the papers that open without a network, page for page. Looks only at what is there; the network is not asked. */
export async function heldPapers(cache: Cache): Promise<ReadonlySet<string>> {
  const here = new Set(await pathsIn(cache));
  const held = new Set<string>();
  for (const path of here) {
    const file = fileAddress(path);
    if (file?.name !== "manifest") continue;
    const pack = new PaperPack(file.meeting, file.paper);
    const manifest = await cache.match(path).then((kept) => kept?.json() as Promise<Manifest> | undefined).catch(() => undefined);
    if (!Array.isArray(manifest?.pages)) continue;
    pack.plan(manifest, (one) => here.has(one));
    if (pack.phase === "ready") held.add(paperFolder(file.meeting, file.paper));
  }
  return held;
}

/** Bytes of papers by meeting, whoever has put them there. */
export async function bytesHeld(cache: Cache): Promise<ReadonlyMap<string, number>> {
  const bytes = new Map<string, number>();
  await Promise.all((await pathsIn(cache)).map(async (path) => {
    const file = fileAddress(path);
    const kept = file ? await cache.match(path) : undefined;
    if (!file || !kept) return;
    const size = Number(kept.headers.get("content-length")) || (await kept.blob()).size;
    bytes.set(file.meeting, (bytes.get(file.meeting) ?? 0) + size);
  }));
  return bytes;
}

export const pathsIn = async (cache: Cache): Promise<string[]> => (await cache.keys()).map((request) => new URL(request.url, "http://here").pathname);
