// @vitest-environment happy-dom
import type { ReactiveControllerHost } from "lit";
import { afterEach, expect, it, vi } from "vitest";
import { PaperLoader } from "./paper-loader.ts";

const HOST: ReactiveControllerHost = { addController: () => undefined, removeController: () => undefined, requestUpdate: () => undefined, updateComplete: Promise.resolve(true) };
const manifest = (sha256: string) => new Response(JSON.stringify({ v: 1, sha256, pages: [] }), { headers: { "Content-Type": "application/json" } });

/** A server whose answers are given by hand, by paper. */
function server(): Map<string, { yes(): void; no(status: number): void; cut(): void }[]> {
  const asked = new Map<string, { yes(): void; no(status: number): void; cut(): void }[]>();
  vi.stubGlobal("fetch", (url: string) => new Promise<Response>((resolve, reject) => {
    const paper = url.split("/")[3]!;
    asked.set(paper, [...(asked.get(paper) ?? []), { yes: () => resolve(manifest(paper)), no: (status) => resolve(new Response("{}", { status })), cut: () => reject(new TypeError("no network")) }]);
  }));
  return asked;
}

const loaderOf = (): PaperLoader => { const loader = new PaperLoader(HOST, "hop"); loader.hostConnected(); return loader; };

/** All that was answered has been taken. */
const settled = (): Promise<void> => new Promise((go) => { setTimeout(go); });

afterEach(() => vi.unstubAllGlobals());

it("takes a failure of the paper before for nothing", async () => {
  const asked = server();
  const loader = loaderOf();
  loader.want("tl1");
  loader.want("tl2");
  asked.get("tl2")![0]!.yes();
  await vi.waitFor(() => expect(loader.manifest?.sha256).toBe("tl2"));
  asked.get("tl1")![0]!.no(404);
  await settled();
  expect([loader.fault, loader.manifest?.sha256]).toEqual([null, "tl2"]);
  loader.hostDisconnected();
});

it("asks again when the network is back, and not for a paper that is gone", async () => {
  const asked = server();
  const loader = loaderOf();
  loader.want("tl1");
  asked.get("tl1")![0]!.cut();
  await vi.waitFor(() => expect(loader.fault).toBe("offline"));
  window.dispatchEvent(new Event("online"));
  asked.get("tl1")![1]!.yes();
  await vi.waitFor(() => expect(loader.manifest?.sha256).toBe("tl1"));
  loader.want("tl2");
  asked.get("tl2")![0]!.no(404);
  await vi.waitFor(() => expect(loader.fault).toBe("gone"));
  window.dispatchEvent(new Event("online"));
  expect(asked.get("tl2")).toHaveLength(1);
  loader.hostDisconnected();
});
