import { afterEach, expect, it, vi } from "vitest";

/** The worker as its browser sees it, with these pages of the origin open. */
async function workerWith(...open: string[]): Promise<{ ask(message: object): Promise<unknown>; skipped: () => boolean }> {
  const heard = new Map<string, (event: object) => void>();
  const skipWaiting = vi.fn(async () => undefined);
  vi.stubGlobal("__SHELL__", { version: "1", page: "/tablet/", files: [] });
  vi.stubGlobal("self", {
    addEventListener: (name: string, listener: (event: object) => void) => heard.set(name, listener),
    clients: { matchAll: async () => open.map((path) => ({ url: `http://room${path}` })) },
    skipWaiting,
  });
  vi.resetModules();
  await import("./sw.ts");
  return {
    ask: (data) => new Promise((resolve) => heard.get("message")!({ data, ports: [{ postMessage: resolve }], waitUntil: () => undefined })),
    skipped: () => skipWaiting.mock.calls.length > 0,
  };
}

afterEach(() => vi.unstubAllGlobals());

it("the new version comes into use although the console and the wall stand open in the same browser", async () => {
  const worker = await workerWith("/tablet/#/", "/web/#/meeting/m1/lead", "/web/screen.html");
  expect(await worker.ask({ t: "renew" })).toBe(true);
  await vi.waitFor(() => expect(worker.skipped()).toBe(true));
});

it("but not under another page of the tablet, and the one that asked is told", async () => {
  const worker = await workerWith("/tablet/#/", "/tablet/#/m/m1");
  expect(await worker.ask({ t: "renew" })).toBe(false);
  expect(worker.skipped()).toBe(false);
});
