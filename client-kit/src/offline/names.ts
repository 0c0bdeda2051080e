/** What the page and the service worker both have to know about the caches. */

export const SHELL_PREFIX = "nghisu-shell-";
/** One cache a person: another person's papers are never looked into. */
export const PACK_PREFIX = "nghisu-pack-v1-";
const WHO_CACHE = "nghisu-who";
const WHO_ADDRESS = "/tablet/.who";

export const packCache = (person: string): string => PACK_PREFIX + person;

export interface FileAddress {
  readonly meeting: string;
  readonly paper: string;
  readonly name: string;
}

/** Parts of /files/{meeting}/{paper}/{name}, null for any other address. */
export function fileAddress(path: string): FileAddress | null {
  const match = /^\/files\/([\w-]{1,64})\/([\w-]{1,64})\/([\w.-]{1,128})$/.exec(path);
  return match ? { meeting: match[1]!, paper: match[2]!, name: match[3]! } : null;
}

export const paperFolder = (meeting: string, paper: string): string => `/files/${meeting}/${paper}/`;

/** Named by its content, so it never changes: may be served from the cache without asking. */
export const isImmutable = (name: string): boolean => /^[0-9a-f]{16,64}\.(?:webp|png|jpg|json)$/.test(name);

/** The earlier revision that a file tells the changes against, null for any other file. Both revisions never change, so nor does it. */
export const comparedIn = (name: string): string | null => /^changes-([\w-]{1,64})$/.exec(name)?.[1] ?? null;

/** Whose papers this device holds; the page says so at sign-in, the service worker asks before it gives anything out. */
export async function readWho(caches: CacheStorage): Promise<string | null> {
  const cache = await caches.open(WHO_CACHE);
  const answer = await cache.match(WHO_ADDRESS);
  return (await answer?.text()) || null;
}

/** Names the person and deletes the papers of everybody else. Null: nobody, so everything goes. */
export async function writeWho(caches: CacheStorage, person: string | null): Promise<void> {
  const who = await caches.open(WHO_CACHE);
  if (!person) await who.delete(WHO_ADDRESS);
  // first, for a full device has no room for the name before
  for (const name of await caches.keys()) if (name.startsWith(PACK_PREFIX) && name !== (person ? packCache(person) : "")) await caches.delete(name);
  if (person) await who.put(WHO_ADDRESS, new Response(person));
}

/** A file of a person's papers that this device holds; undefined where it holds none, or the browser has no caches. */
export async function keptFile(person: string, path: string): Promise<Response | undefined> {
  return person && typeof caches !== "undefined" ? caches.match(path, { cacheName: packCache(person) }) : undefined;
}

/** At sign-in, before the first paper is asked for: from now on this device serves `person` only, and whatever it held of others is gone. A full device serves nobody. */
export const claimDevice = async (person: string): Promise<void> => { if (typeof caches !== "undefined") await writeWho(caches, person).catch(() => undefined); };

/** What the page tells the service worker. */
export type WorkerMessage =
  /** Sign-out: forget the person and all papers; answered with "purged" on the port. */
  | { readonly t: "purge" }
  /** Use the waiting version now; answered with true or, while another page of the tablet uses the old one, false. */
  | { readonly t: "renew" };
