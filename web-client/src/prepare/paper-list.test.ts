// @vitest-environment happy-dom
import { expect, it, vi } from "vitest";
import type { Desk } from "../meeting/desk.ts";
import { sampleView } from "../shared/sample-view.ts";
import "./paper-list.ts";
import type { PaperList } from "./paper-list.ts";
import { LARGEST_BYTES, uploadsOf } from "./uploads.ts";

it("offers another file, and not the same once more, for one that is refused for good", async () => {
  vi.stubGlobal("fetch", () => Promise.resolve(new Response(JSON.stringify({ uploads: [] }))));
  const desk = { id: "m1", me: "thuky", view: sampleView({}), progress: new Map(), watch: () => () => undefined } as unknown as Desk;
  const large = new File(["x"], "lon.pdf");
  Object.defineProperty(large, "size", { value: LARGEST_BYTES + 1 });
  uploadsOf(desk).add([large], { item: "i1", access: "EVERYONE" });
  const list = document.createElement("paper-list") as PaperList;
  Object.assign(list, { desk, item: "i1" });
  document.body.append(list);
  await list.updateComplete;
  const at = (id: string): HTMLElement | null => list.querySelector(`[data-testid=${id}]`);
  expect(at("upload-refused")?.textContent).toContain("lon.pdf");
  expect(at("upload-another")).not.toBeNull();
  expect(at("upload-dismiss")).not.toBeNull();
  expect(at("upload-retry")).toBeNull();
  list.remove();
  vi.unstubAllGlobals();
});
