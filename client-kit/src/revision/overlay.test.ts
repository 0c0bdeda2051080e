// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { http, HttpFailure } from "../net/index.ts";
import type { Manifest, NsReader } from "../reader/index.ts";
import { goneAt, originOf, type Changes } from "./changes.ts";
import { NsPageOverlay } from "./ns-page-overlay.ts";

const CHANGES: Changes = {
  v: 1, added: 1, removed: 1, moved: 0, removedPages: [3, 4],
  pages: [{ page: 1, kind: "SAME", before: 1 }, { page: 2, kind: "CHANGED", before: 2 }, { page: 3, kind: "NEW" }, { page: 4, kind: "SHIFTED", before: 5 }],
};
const paper = (name: string, count: number): Manifest => ({
  v: 1, sha256: name, pages: Array.from({ length: count }, (_, i) => ({ label: "", w: 5950, h: i === 1 && name === "old" ? 4210 : 8420, words: null, fit: { file: `${name}-${i + 1}.webp`, w: 10, h: 14, bytes: 1 } })),
});

const surface = document.createElement("div");
surface.className = "nsr-surface";
const overlay = document.createElement("div");
surface.append(overlay);
let reader: NsReader;
let element: NsPageOverlay;
const pictures = (): HTMLImageElement[] => [...overlay.querySelectorAll("img")];
const says = (id: string): string => element.querySelector(`[data-testid=${id}]`)?.textContent?.trim() ?? "";
const line = (): HTMLElement => surface.querySelector(".nso-line")!;
const settled = async (): Promise<void> => { await vi.waitFor(async () => { await element.updateComplete; expect(element.state).not.toBe("coming"); }); await element.updateComplete; };

async function turnTo(page: number): Promise<void> {
  reader.page = page;
  reader.dispatchEvent(new CustomEvent("page-change", { detail: { page, byUser: true } }));
  expect(pictures(), "while a page is turned no other one's lies there").toEqual([]);
  reader.dispatchEvent(new CustomEvent("page-shown", { detail: { page } }));
  await settled();
}

beforeEach(async () => {
  HTMLImageElement.prototype.decode = () => Promise.resolve();
  vi.spyOn(http, "get").mockResolvedValue(paper("old", 5));
  reader = Object.assign(document.createElement("div"), { page: 2, waiting: 0, trouble: null, manifest: paper("new", 4), overlay }) as unknown as NsReader;
  element = new NsPageOverlay();
  Object.assign(element, { reader, changes: CHANGES, folder: "/files/m/old/" });
  document.body.append(element);
  await settled();
});
afterEach(() => {
  element.remove();
  vi.restoreAllMocks();
});

it("which old page belongs to a page, and which are gone behind it", () => {
  expect([1, 2, 3, 4].map((page) => originOf(CHANGES, page))).toEqual([1, 2, 2, 5]);
  expect([1, 2, 3, 4].map((page) => goneAt(CHANGES, page))).toEqual([[], [3, 4], [], []]);
});

describe("the old page over the new one", () => {
  it("is the matching one, as large as it was beside the new one, and never more than one", async () => {
    expect(pictures().map((img) => [img.getAttribute("src"), img.style.width, img.style.height])).toEqual([["/files/m/old/old-2.webp", "100.0000%", "50.0000%"]]);
    const [before] = pictures();
    await turnTo(4);
    expect(pictures().map((img) => img.getAttribute("src"))).toEqual(["/files/m/old/old-5.webp"]);
    expect(before!.getAttribute("src"), "its memory is let go of").toBe("");
    element.remove();
    expect([pictures().length, surface.querySelectorAll(".nso-line").length]).toEqual([0, 0]);
  });

  it("is not there for a page that is new, which is said; nor is a page that is gone, which can be opened", async () => {
    expect(says("overlay-gone")).toContain("3, 4");
    const opened = vi.fn();
    element.addEventListener("old-page", (event) => opened((event as CustomEvent).detail));
    element.querySelector<HTMLElement>("[data-testid=overlay-gone-open]")!.click();
    expect(opened).toHaveBeenCalledWith({ page: 3 });
    await turnTo(3);
    expect(pictures()).toEqual([]);
    expect(says("overlay-says")).toContain("Trang 3 là trang mới");
  });

  it("says so when it can't be had, and asks again only where that may help", async () => {
    vi.mocked(http.get).mockReset().mockRejectedValue(new HttpFailure("network", 0, "", ""));
    element.folder = "/files/m/older/";
    await settled();
    expect(element.querySelector("[data-testid=overlay-again]")).not.toBeNull();
    vi.mocked(http.get).mockRejectedValue(new HttpFailure("refused", 404, "NOT_FOUND", ""));
    dispatchEvent(new Event("online"));
    await vi.waitFor(() => expect(element.state).toBe("final"));
    const asked = vi.mocked(http.get).mock.calls.length;
    dispatchEvent(new Event("online"));
    await element.updateComplete;
    expect(vi.mocked(http.get).mock.calls.length).toBe(asked);
  });
});

describe("the line between old and new", () => {
  const press = async (key: string): Promise<string | null> => {
    line().dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
    await element.updateComplete;
    return line().getAttribute("aria-valuenow");
  };

  it("moves by keys, which the reader does not take for its own", async () => {
    const heard = vi.fn();
    surface.addEventListener("keydown", heard, { once: true });
    expect([await press("ArrowRight"), await press("PageDown"), await press("End"), await press("Home"), await press("ArrowLeft")]).toEqual(["52", "42", "100", "0", "0"]);
    expect(heard).not.toHaveBeenCalled();
    expect(line().getAttribute("role")).toBe("slider");
  });

  it("is ended by Escape, and gone where both pages are blended", async () => {
    const left = vi.fn();
    element.addEventListener("leave", left);
    await press("Escape");
    expect(left).toHaveBeenCalledOnce();
    element.querySelector<HTMLElement>("[data-testid=overlay-blend]")!.click();
    await element.updateComplete;
    expect([line().hidden, overlay.querySelector(".nso")!.className]).toEqual([true, "nso is-blend"]);
  });
});
