import { comparedIn, fileAddress, isImmutable, keptFile, packCache, paperFolder, readWho, SHELL_PREFIX, writeWho, type WorkerMessage } from "client-kit/offline/names.ts";

/**
 * Keeps the shell of the tablet and the papers of the person signed in, so that both open without a network.
 * It never touches /api. A new version waits until no page uses the old one: nothing changes under a running meeting.
 */

/** Filled in by the build: a name that changes with any file of the shell, and the files' addresses. */
declare const __SHELL__: { readonly version: string; readonly page: string; readonly files: readonly string[] };

const worker = self as unknown as ServiceWorkerGlobalScope;
const shell = __SHELL__;
const SHELL = SHELL_PREFIX + shell.version;
const SHELL_FILES = new Set(shell.files);
/** A manifest that the network has not brought by then comes from the device. */
const MANIFEST_WAIT_MS = 4_000;

/** Asked anew each time: a tablet goes from hand to hand, and a remembered name would serve the last person's papers to the next. */
const person = (): Promise<string | null> => readWho(caches).catch(() => null);

worker.addEventListener("install", (event) => event.waitUntil(install()));
worker.addEventListener("activate", (event) => event.waitUntil(begin()));
worker.addEventListener("message", (event) => event.waitUntil(heed(event)));

worker.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== worker.location.origin) return;
  if (request.mode === "navigate") {
    if (url.pathname.startsWith("/tablet/")) event.respondWith(fromShell(event, shell.page));
    return;
  }
  if (SHELL_FILES.has(url.pathname)) { event.respondWith(fromShell(event, url.pathname)); return; }
  const file = fileAddress(url.pathname);
  if (!file) return;
  if (file.name === "manifest") event.respondWith(manifest(event, url.pathname, paperFolder(file.meeting, file.paper)));
  else if (comparedIn(file.name)) event.respondWith(packed(event, url.pathname));
  else if (isImmutable(file.name)) event.respondWith(picture(event, url.pathname));
});

/** Whole or not at all. Files that an earlier shell has already brought are copied: their names change with their content. */
async function install(): Promise<void> {
  const answers = await Promise.all(shell.files.map(async (path) => {
    const hashed = path.includes("/assets/");
    const kept = hashed ? await caches.match(path, { ignoreVary: true }) : undefined;
    const answer = kept ?? await fetch(path, { cache: "no-cache", credentials: "same-origin" });
    if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
    // A redirected answer may not be given to a navigation: keep its content only.
    return [path, answer.redirected ? new Response(await answer.blob(), { headers: answer.headers }) : answer] as const;
  }));
  const cache = await caches.open(SHELL);
  await Promise.all(answers.map(([path, answer]) => cache.put(path, answer)));
}

/** A first version takes over the page that brought it: a lent tablet that is never reloaded must keep its papers too. */
async function begin(): Promise<void> {
  const older = (await caches.keys()).filter((name) => name.startsWith(SHELL_PREFIX) && name !== SHELL);
  if (older.length === 0) await worker.clients.claim();
  for (const name of older) await caches.delete(name);
}

async function fromShell(event: FetchEvent, path: string): Promise<Response> {
  const cache = await caches.open(SHELL);
  const kept = await cache.match(path, { ignoreVary: true });
  if (kept) return kept;
  event.waitUntil(refill());
  return fetch(event.request);
}

let filling: Promise<void> | null = null;

/** A browser may throw its caches away and keep the worker. Where the server has a newer build by now nothing is filled: that one has a worker of its own. */
function refill(): Promise<void> {
  filling ??= install().catch(() => undefined).finally(() => { filling = null; });
  return filling;
}

/** Cache first: the name is the content. What is looked at is kept, for the person signed in only. */
async function picture(event: FetchEvent, path: string): Promise<Response> {
  const owner = await person();
  if (!owner) return fetch(event.request);
  const kept = await keptFile(owner, path);
  if (kept) return kept;
  const answer = await fetch(event.request);
  // Packs put their own downloads away; only what a page itself shows is kept here.
  if (event.request.destination === "image" && isImage(answer)) event.waitUntil(keep(owner, path, answer.clone()));
  return answer;
}

/** What a pack has brought; anything else of its kind is the network's. */
async function packed(event: FetchEvent, path: string): Promise<Response> {
  const owner = await person();
  return (owner && await keptFile(owner, path)) || fetch(event.request);
}

/** Network first, for rights may have changed; a refusal clears the paper from the device. */
async function manifest(event: FetchEvent, path: string, folder: string): Promise<Response> {
  const owner = await person();
  if (!owner) return fetch(event.request);
  const limit = new AbortController();
  const timer = setTimeout(() => limit.abort(), MANIFEST_WAIT_MS);
  try {
    const answer = await fetch(event.request, { signal: limit.signal });
    if ([403, 404, 410].includes(answer.status)) event.waitUntil(clear(owner, folder));
    else if (answer.ok && isJson(answer)) event.waitUntil(keep(owner, path, answer.clone()));
    if (answer.ok ? isJson(answer) : answer.status < 500) return answer;
    return (await keptFile(owner, path)) ?? answer;
  } catch (fault) {
    const kept = await keptFile(owner, path);
    if (kept) return kept;
    if (limit.signal.aborted) return fetch(event.request);
    throw fault;
  } finally {
    clearTimeout(timer);
  }
}

/** The person may have signed out while the answer was on its way. A full device is no fault of the reader. */
async function keep(owner: string, path: string, answer: Response): Promise<void> {
  if ((await person()) !== owner || !(await caches.has(packCache(owner)))) return;
  await (await caches.open(packCache(owner))).put(path, answer).catch(() => undefined);
}

async function clear(owner: string, folder: string): Promise<void> {
  if (!(await caches.has(packCache(owner)))) return;
  const pack = await caches.open(packCache(owner));
  for (const request of await pack.keys()) if (new URL(request.url).pathname.startsWith(folder)) await pack.delete(request);
}

async function heed(event: ExtendableMessageEvent): Promise<void> {
  const message = event.data as WorkerMessage | null;
  switch (message?.t) {
    case "purge":
      await writeWho(caches, null);
      event.ports[0]?.postMessage("purged");
      return;
    case "renew": {
      const pages = (await worker.clients.matchAll({ type: "window", includeUncontrolled: true })).filter((page) => new URL(page.url).pathname.startsWith("/tablet/"));
      const alone = pages.length <= 1;
      event.ports[0]?.postMessage(alone);
      if (alone) await worker.skipWaiting();
      return;
    }
    case undefined: return;
  }
}

const isImage = (answer: Response): boolean => answer.status === 200 && (answer.headers.get("content-type") ?? "").startsWith("image/");
const isJson = (answer: Response): boolean => (answer.headers.get("content-type") ?? "").startsWith("application/json");
