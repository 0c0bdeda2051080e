import { painted } from "./painted.ts";
import type { Shelf } from "./ring.ts";

/** A decode that has not answered this long after the image has loaded is taken as done (seen in hidden tabs). */
const DECODE_WAIT_MS = 2000;
/** Who stays on a page as long as this reads it. */
const LINGER_MS = 300;

/** Makes the page images inside a frame element; only the one shown is visible. */
export class Sheets implements Shelf<HTMLImageElement> {
  constructor(
    private readonly frame: HTMLElement,
    private readonly urlOf: (page: number) => string | null,
    private readonly kept: (url: string) => Promise<Blob | undefined>,
    private readonly shown: (page: number) => void,
  ) {}

  open(page: number, urgent: boolean): { sheet: HTMLImageElement; ready: Promise<void> } {
    const img = document.createElement("img");
    img.className = "nsr-sheet";
    img.alt = "";
    img.draggable = false;
    img.dataset["page"] = String(page);
    const url = this.urlOf(page);
    img.dataset["file"] = url ?? "";
    const ready = url === null ? Promise.reject(new Error("no image")) : urgent ? this.#fill(img, url) : decoded(img, url);
    ready.catch(() => undefined);
    this.frame.prepend(img);
    return { sheet: img, ready };
  }

  /**
   * What the device holds is taken from there without asking the service worker, which costs a slow tablet much of the time. Only where somebody
   * waits: browsers keep what they have read for each address for a long time, and these addresses are new ones each time (docs/performance.md).
   */
  async #fill(img: HTMLImageElement, url: string): Promise<void> {
    const blob = await this.kept(url).catch(() => undefined);
    // dropped meanwhile: nobody would let go of the picture any more
    if (!img.isConnected) return;
    if (blob) {
      const own = URL.createObjectURL(blob);
      try { await decoded(img, own); return; } catch { /* damaged on this device: the server has it whole */ } finally { URL.revokeObjectURL(own); }
    }
    await decoded(img, url);
  }

  /** An empty address makes the browser let go of the picture now and not at some later collection. */
  drop(img: HTMLImageElement): void {
    img.src = "";
    img.remove();
  }

  show(img: HTMLImageElement, page: number): void {
    for (const other of this.frame.querySelectorAll(".nsr-sheet.is-shown")) if (other !== img) other.classList.remove("is-shown");
    img.classList.add("is-shown");
    this.shown(page);
  }

  painted(): Promise<void> { return painted(); }
  lingered(): Promise<void> { return new Promise((resolve) => setTimeout(resolve, LINGER_MS)); }
}

/** Resolves once a picture can be painted without a wait; rejects when it can't be had. */
export async function decoded(img: HTMLImageElement, url: string): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<void>((resolve) => {
    img.addEventListener("load", () => { timer = setTimeout(resolve, DECODE_WAIT_MS); }, { once: true });
  });
  img.src = url;
  try {
    await Promise.race([img.decode(), late]);
  } catch (problem) {
    // Some engines refuse to decode ahead what they can paint: a loaded picture counts.
    if (!(img.complete && img.naturalWidth > 0)) throw problem;
  } finally {
    clearTimeout(timer);
  }
}
