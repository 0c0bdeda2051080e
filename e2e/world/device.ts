import type { Page } from "@playwright/test";

/** Addresses below a folder that lie in any cache of this browser. */
export const keptFiles = (page: Page, folder: string): Promise<string[]> => page.evaluate(async (under) => {
  const all = await Promise.all((await caches.keys()).map(async (name) => (await (await caches.open(name)).keys()).map((request) => request.url)));
  return all.flat().filter((url) => url.includes(under));
}, folder);

/** How the device looks to whoever holds it; no trace of a person. */
const OF_THE_DEVICE = /^nghisu\.(?:language|theme|text-size|tablet\.rail-folded)$/;

/** Whatever of people lies in this browser: stores of databases with anything in them, caches other than the app's own files, kept names. */
export async function leftOnDevice(page: Page): Promise<string[]> {
  const left = await page.evaluate(async () => {
    const asked = <T>(request: IDBRequest<T>): Promise<T> => new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error ?? new Error("no answer"));
    });
    const found: string[] = [];
    for (const { name } of await indexedDB.databases()) {
      const db = await asked(indexedDB.open(name ?? ""));
      for (const store of db.objectStoreNames) if ((await asked(db.transaction(store).objectStore(store).count())) > 0) found.push(`${name}/${store}`);
      db.close();
    }
    for (const name of await caches.keys()) {
      if (name.startsWith("nghisu-shell-")) continue;
      for (const request of await (await caches.open(name)).keys()) found.push(`${name}${new URL(request.url).pathname}`);
    }
    return { found, names: Object.keys(localStorage) };
  });
  return [...left.found, ...left.names.filter((name) => !OF_THE_DEVICE.test(name))];
}
