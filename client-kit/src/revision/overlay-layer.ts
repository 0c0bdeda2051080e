import type { NsReader } from "../reader/index.ts";
import { decoded } from "../reader/sheets.ts";

/** "swipe": the old page up to a line that is moved across; "blend": both at once, what only one of them has in a colour of its own. */
export type OverlayMode = "swipe" | "blend";

/** The old page for the one on the screen; sizes in 0.1 pt. */
export interface OldPage {
  readonly url: string;
  readonly size: { readonly w: number; readonly h: number };
  readonly under: { readonly w: number; readonly h: number };
}

const KEY_STEP = 0.02;
const KEY_LEAP = 0.1;

/**
 * The picture of an old page over the page that a reader shows, never more than one at a time. It lies in the reader's overlay, so that it
 * moves and zooms with the page; the line between old and new stays where it is on the glass, always in reach.
 */
export class OverlayLayer {
  readonly #root = piece("nso");
  readonly #old = piece("nso-old");
  readonly #paper = piece("nso-paper");
  readonly #line = piece("nso-line");
  readonly #resize = new ResizeObserver(() => this.#lay());
  #picture: HTMLImageElement | null = null;
  #mode: OverlayMode = "swipe";
  /** How much of the page in sight is old, from the left, 0..1. */
  #share = 0.5;
  #surface: HTMLElement | null = null;

  /** @param moved the line was moved by hand or key; @param leave Escape was pressed on it */
  constructor(private readonly reader: NsReader, private readonly moved: (share: number) => void, leave: () => void) {
    this.#old.append(this.#paper, piece("nso-ink is-old"));
    this.#root.append(piece("nso-ink is-new"), this.#old);
    const line = this.#line;
    Object.assign(line, { tabIndex: 0, role: "slider" });
    line.dataset["ownGesture"] = "";
    line.dataset["testid"] = "overlay-line";
    for (const [name, value] of [["aria-valuemin", "0"], ["aria-valuemax", "100"], ["aria-orientation", "horizontal"]] as const) line.setAttribute(name, value);
    line.append(piece("nso-grip"));
    line.addEventListener("pointerdown", (event) => {
      if (event.button !== 0) return;
      line.setPointerCapture(event.pointerId);
      this.#pull(event);
    });
    line.addEventListener("pointermove", (event) => { if (line.hasPointerCapture(event.pointerId)) this.#pull(event); });
    line.addEventListener("keydown", (event) => {
      const to = event.key === "Escape" ? null : keyed(event.key, this.#share);
      if (to === undefined) return;
      event.preventDefault();
      event.stopPropagation();
      if (to === null) leave();
      else this.#move(to);
    });
    reader.addEventListener("sight-change", this.#lay);
  }

  /** `says` what a screen reader tells of the line. */
  set(mode: OverlayMode, share: number, label: string, says: string): void {
    this.#mode = mode;
    this.#share = share;
    this.#line.setAttribute("aria-label", label);
    this.#line.setAttribute("aria-valuenow", String(Math.round(share * 100)));
    this.#line.setAttribute("aria-valuetext", says);
    this.#root.className = `nso is-${mode}`;
    this.#lay();
  }

  /** Puts an old page over the one on the screen; null takes it away. Rejects when its picture can't be had. */
  async show(page: OldPage | null): Promise<void> {
    this.#drop();
    const { overlay } = this.reader;
    const surface = overlay?.closest<HTMLElement>(".nsr-surface");
    if (!page || !overlay || !surface) return;
    const picture = document.createElement("img");
    Object.assign(picture, { alt: "", draggable: false });
    Object.assign(picture.style, { width: `${((page.size.w / page.under.w) * 100).toFixed(4)}%`, height: `${((page.size.h / page.under.h) * 100).toFixed(4)}%` });
    this.#picture = picture;
    await decoded(picture, page.url);
    if (this.#picture !== picture) return;
    this.#paper.replaceChildren(picture);
    overlay.prepend(this.#root);
    surface.append(this.#line);
    this.#surface = surface;
    this.#resize.observe(surface);
    this.#lay();
  }

  destroy(): void {
    this.#drop();
    this.reader.removeEventListener("sight-change", this.#lay);
  }

  /** An empty address makes the browser let go of the picture now. */
  #drop(): void {
    if (this.#picture) this.#picture.src = "";
    this.#picture = null;
    this.#paper.replaceChildren();
    this.#root.remove();
    this.#line.remove();
    this.#resize.disconnect();
    this.#surface = null;
  }

  /** The page's part in sight, in pixels of the surface. */
  #span(): { readonly left: number; readonly right: number; readonly pageLeft: number; readonly pageWidth: number } | null {
    const surface = this.#surface?.getBoundingClientRect();
    const page = this.#root.getBoundingClientRect();
    if (!surface || page.width === 0) return null;
    const pageLeft = page.left - surface.left;
    return { left: Math.max(0, pageLeft), right: Math.min(surface.width, pageLeft + page.width), pageLeft, pageWidth: page.width };
  }

  readonly #lay = (): void => {
    const span = this.#mode === "swipe" ? this.#span() : null;
    const x = span ? span.left + this.#share * (span.right - span.left) : 0;
    const at = span ? `${(((x - span.pageLeft) / span.pageWidth) * 100).toFixed(3)}%` : "100%";
    this.#root.parentElement?.style.setProperty("--nso-at", at);
    this.#line.hidden = span === null;
    this.#line.style.transform = `translateX(${x.toFixed(1)}px)`;
  };

  #pull(event: PointerEvent): void {
    const span = this.#span();
    if (span && this.#surface) this.#move((event.clientX - this.#surface.getBoundingClientRect().left - span.left) / (span.right - span.left));
  }

  #move(share: number): void { this.moved(Math.min(1, Math.max(0, share))); }
}

/** Where a key moves the line to; undefined for other keys. */
function keyed(key: string, share: number): number | undefined {
  switch (key) {
    case "ArrowLeft": case "ArrowDown": return share - KEY_STEP;
    case "ArrowRight": case "ArrowUp": return share + KEY_STEP;
    case "PageDown": return share - KEY_LEAP;
    case "PageUp": return share + KEY_LEAP;
    case "Home": return 0;
    case "End": return 1;
    default: return undefined;
  }
}

function piece(name: string): HTMLElement {
  const element = document.createElement("div");
  element.className = name;
  return element;
}
