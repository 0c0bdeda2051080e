import type { EarlyLine } from "client-kit/ink/early.ts";
import { OWN } from "client-kit/ink/own.ts";
import type { NsReader } from "client-kit/reader/index.ts";
import { pageAt } from "client-kit/reader/manifest.ts";

const EVENTS = ["pointerdown", "pointermove", "pointerup", "pointercancel", "page-change"] as const;
const SVG = "http://www.w3.org/2000/svg";

/**
 * Keeps what a pen writes on the page before its ink has come, as places of the page, and shows it as a plain line: no stroke is lost,
 * and none moves the page. Fingers that land while the pen is down are its hand.
 */
export class EarlyPen {
  #lines: EarlyLine[] = [];
  #open: EarlyLine | null = null;
  #drawn: SVGElement | null = null;

  /** @param wanted called at each stroke */
  constructor(private readonly reader: NsReader, private readonly wanted: () => void) {}

  begin(): void {
    for (const name of EVENTS) this.reader.addEventListener(name, this.#hear as EventListener, true);
  }

  /** Ends listening and gives what was written; a line whose pen is down goes on elsewhere. */
  end(): readonly EarlyLine[] {
    for (const name of EVENTS) this.reader.removeEventListener(name, this.#hear as EventListener, true);
    const lines = this.#lines;
    this.#lines = [];
    this.#leave();
    return lines;
  }

  readonly #hear = (event: PointerEvent): void => {
    const open = this.#open;
    if (event.type === "page-change") { if (open) open.down = null; this.#leave(); return; }
    if (event.type === "pointerdown") {
      if (open ? event.pointerId !== open.down?.pointerId : event.pointerType === "pen" && this.#down(event)) event.stopPropagation();
      return;
    }
    if (!open || open.down?.pointerId !== event.pointerId) return;
    event.stopPropagation();
    if (event.type === "pointermove") { this.#add(open, event); open.down = event; }
    else open.down = this.#open = null;
  };

  #down(event: PointerEvent): boolean {
    const { reader } = this;
    const target = event.target as Element;
    const surface = target.closest(".nsr-surface");
    const box = pageAt(reader.manifest, reader.page);
    if (!surface || !box || event.button !== 0 || target.closest(OWN) || !reader.querySelector(".nsr-sheet.is-shown")) return false;
    const { w, h } = box;
    surface.setPointerCapture(event.pointerId);
    this.#open = { paper: reader.paper, page: reader.page, w, h, places: [], down: event };
    this.#lines.push(this.#open);
    this.#drawn ??= this.#svg("svg", { class: "early-ink", viewBox: `0 0 ${w} ${h}`, "aria-hidden": "true" });
    if (!this.#drawn.isConnected) reader.overlay?.append(this.#drawn);
    this.#drawn.append(this.#svg("polyline", {}));
    this.#add(this.#open, event);
    this.wanted();
    return true;
  }

  #add({ w, h, places }: EarlyLine, event: PointerEvent): void {
    const box = this.reader.overlay?.getBoundingClientRect();
    if (!box) return;
    const all = event.getCoalescedEvents?.() ?? [];
    for (const one of all.length > 0 ? all : [event]) places.push([(one.clientX - box.left) / box.width, (one.clientY - box.top) / box.height, one.pressure]);
    this.#drawn?.lastElementChild?.setAttribute("points", places.map(([x, y]) => `${x * w},${y * h}`).join(" "));
  }

  #svg(name: string, attributes: Record<string, string>): SVGElement {
    const made = document.createElementNS(SVG, name) as SVGElement;
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    return made;
  }

  #leave(): void {
    this.#drawn?.remove();
    this.#drawn = this.#open = null;
  }
}
