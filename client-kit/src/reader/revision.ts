import { heirOf, originOf, type Changes } from "../revision/changes.ts";
import type { Manifest, ManifestPage } from "./manifest.ts";
import { keepPlace, readPlace } from "./place.ts";

/** Pages of the newer version for those of the older one, and back; index 0 is page 1. */
export interface PagesOver {
  readonly forth: readonly number[];
  readonly back: readonly number[];
}

/** Where a reader of one version goes on in the other: where their comparison says, and only while that is not there, at the same words. */
export function pagesOver(older: Manifest, newer: Manifest, changes: Changes | null): PagesOver {
  if (!changes) return { forth: alike(older, newer), back: alike(newer, older) };
  return { forth: older.pages.map((_, i) => heirOf(changes, i + 1)), back: newer.pages.map((_, i) => originOf(changes, i + 1)) };
}

/** What a page says, else what it looks like: both are named by their content. */
const sameness = (page: ManifestPage): string | null => page.words ?? page.fit?.file ?? null;

/** For each page of `from` the one of `to` with the same words, else as far behind the last such page as before, never beyond the next one. */
function alike(from: Manifest, to: Manifest): number[] {
  const places = new Map<string, number[]>();
  to.pages.forEach((page, i) => {
    const key = sameness(page);
    if (key) places.set(key, [...(places.get(key) ?? []), i + 1]);
  });
  let last = 0;
  const found = from.pages.map((page) => {
    const key = sameness(page);
    const near = (key ? places.get(key) ?? [] : []).map((n) => ({ n, far: Math.abs(n - (last + 1)) })).sort((a, b) => a.far - b.far)[0]?.n ?? 0;
    if (near) last = near;
    return near;
  });
  const count = Math.max(1, to.pages.length);
  return found.map((page, i) => {
    if (page) return page;
    let back = i;
    while (back >= 0 && !found[back]) back--;
    let ahead = i;
    while (ahead < found.length && !found[ahead]) ahead++;
    const guess = back >= 0 ? found[back]! + (i - back) : ahead < found.length ? found[ahead]! - (ahead - i) : i + 1;
    const bound = ahead < found.length && found[ahead]! > (back >= 0 ? found[back]! : 0) ? Math.max(found[ahead]! - 1, back >= 0 ? found[back]! : 1) : count;
    return Math.min(Math.max(1, guess), bound, count);
  });
}

/** A reader of the earlier version goes on in the new one where he was, unless he has been in it already. */
export function carryPlace(store: Storage, person: string, from: { paper: string; manifest: Manifest }, to: { paper: string; manifest: Manifest }, changes: Changes | null = null): void {
  if (readPlace(store, person, to.paper)) return;
  const place = readPlace(store, person, from.paper);
  const page = place ? pagesOver(from.manifest, to.manifest, changes).forth[place.page - 1] : undefined;
  if (place && page) keepPlace(store, person, to.paper, { ...place, page });
}
