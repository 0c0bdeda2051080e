import type { EarlyLine } from "client-kit/ink/early.ts";
import type { NsReader } from "client-kit/reader/index.ts";
import { pageAt } from "client-kit/reader/manifest.ts";

const EVENTS = ["pointerdown", "pointermove", "pointerup", "pointercancel", "page-change"];

/**
 * Keeps what a pen writes on the page before its ink has come, as places of the page, and shows it as a plain line: no stroke is lost,
 * and none moves the page. Fingers that land while the pen is down are its hand.
 */
export class EarlyPen {
  #lines: EarlyLine[] = [];
  #open: EarlyLine | null = null;

  /** @param wanted called at each stroke */
  constructor(private readonly reader: NsReader, private readonly wanted: () => void) {}

  begin(): void {
    for (const name of EVENTS) this.reader.addEventListener(name, this.#hear as EventListener, true);
  }

  /** Ends listening and gives what was written; a line whose pen is down goes on elsewhere. */
  end(): readonly EarlyLine[] {
    for (const name of EVENTS) this.reader.removeEventListener(name, this.#hear as EventListener, true);
    this.#leave();
    return this.#lines.splice(0);
  }

  readonly #hear = (event: PointerEvent): void => {
    const open = this.#open;
    const { type, pointerId } = event;
    const own = open?.down?.pointerId === pointerId;
    if (type === "page-change") {
      if (open) open.down = null;
      this.#leave();
    } else if (open ? own || type === "pointerdown" : type === "pointerdown" && this.#down(event)) {
      event.stopPropagation();
      if (!open || !own) return;
      open.down = event;
      if (type === "pointermove") this.#add(open, event);
      else open.down = this.#open = null;
    }
  };

  #down(event: PointerEvent): boolean {
    const { reader } = this;
    const target = event.target as Element;
    const surface = target.closest(".nsr-surface");
    const box = pageAt(reader.manifest, reader.page);
    if (event.pointerType !== "pen" || event.button || !surface || !box || target.closest("button, a")) return false;
    const { w, h } = box;
    surface.setPointerCapture(event.pointerId);
    this.#lines.push(this.#open = { paper: reader.paper, page: reader.page, w, h, places: [], down: event });
    reader.overlay!.insertAdjacentHTML("beforeend", `<svg class="early-ink" viewBox="0 0 ${w} ${h}"><polyline/></svg>`);
    this.#add(this.#open, event);
    this.wanted();
    return true;
  }

  #add({ w, h, places }: EarlyLine, event: PointerEvent): void {
    const { overlay } = this.reader;
    const box = overlay!.getBoundingClientRect();
    const all = event.getCoalescedEvents?.() ?? [];
    for (const one of all.length ? all : [event]) places.push([(one.clientX - box.left) / box.width, (one.clientY - box.top) / box.height, one.pressure]);
    overlay!.querySelector(".early-ink:last-child polyline")?.setAttribute("points", places.map(([x, y]) => `${x * w},${y * h}`).join(" "));
  }

  #leave(): void {
    for (const line of this.reader.querySelectorAll(".early-ink")) line.remove();
    this.#open = null;
  }
}
