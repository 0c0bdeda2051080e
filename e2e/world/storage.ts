import type { Page } from "@playwright/test";

type Shelf = { shelf: { full: boolean; forbidden: boolean; open: Set<IDBDatabase> } };

/** The databases of a device, which can be made to fail as browsers make them fail. */
export class Storage {
  private constructor(private readonly page: Page) {}

  /** Must be laid before the page opens its app; each load begins with a device that is well. */
  static async of(page: Page): Promise<Storage> {
    await page.addInitScript(() => {
      const shelf: Shelf["shelf"] = { full: false, forbidden: sessionStorage.getItem("forbidden") !== null, open: new Set() };
      Object.assign(window, { shelf });
      for (const name of ["add", "put"] as const) {
        const right = IDBObjectStore.prototype[name];
        IDBObjectStore.prototype[name] = function (this: IDBObjectStore, ...given: [unknown, IDBValidKey?]) {
          if (shelf.full) throw new DOMException("no room", "QuotaExceededError");
          return right.apply(this, given);
        };
      }
      const open = IDBFactory.prototype.open;
      IDBFactory.prototype.open = function (this: IDBFactory, ...given: [string, number?]) {
        if (shelf.forbidden) throw new DOMException("not here", "SecurityError");
        const request = open.apply(this, given);
        request.addEventListener("success", () => shelf.open.add(request.result));
        return request;
      };
    });
    return new Storage(page);
  }

  /** Nothing more can be written, or it can again. */
  full(full: boolean): Promise<void> { return this.page.evaluate((full) => { (window as unknown as Shelf).shelf.full = full; }, full); }

  /** The browser closes what is open, as Safari does after a pause. */
  close(): Promise<void> { return this.page.evaluate(() => { for (const db of (window as unknown as Shelf).shelf.open) db.close(); }); }

  /** From the next load on there is no database, as in a private window. */
  forbid(): Promise<void> { return this.page.evaluate(() => { sessionStorage.setItem("forbidden", "yes"); }); }

  /** The browser has thrown its caches away: the app's files and all papers. */
  async wipeCaches(): Promise<void> { await this.page.evaluate(async () => { for (const name of await caches.keys()) await caches.delete(name); }); }
}
