import type { Stage } from "./stage.ts";

const WHEEL_TURN_PX = 80;
const WHEEL_PAUSE_MS = 220;
const LINE_PX = 24;

export interface Turner {
  readonly page: number;
  readonly count: number;
  goTo(page: number, from?: "top" | "bottom"): void;
}

/** What a key asks of the reader; false when the key is none of ours. */
export function pressKey(event: KeyboardEvent, stage: Stage, to: Turner): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey) return false;
  const height = stage.surfaceSize.h;
  switch (event.key) {
    case "ArrowRight": case "PageDown": to.goTo(to.page + 1); return true;
    case "ArrowLeft": case "PageUp": to.goTo(to.page - 1); return true;
    case "Home": to.goTo(1); return true;
    case "End": to.goTo(to.count); return true;
    case "ArrowDown": stage.pan(0, -height * 0.15); return true;
    case "ArrowUp": stage.pan(0, height * 0.15); return true;
    case " ": readOn(stage, to, event.shiftKey ? -1 : 1, height * 0.85); return true;
    case "+": case "=": stage.zoomStep(true); return true;
    case "-": stage.zoomStep(false); return true;
    case "0": stage.zoomTo(1); return true;
    default: return false;
  }
}

/** Down the page first, then over to the next one. */
function readOn(stage: Stage, to: Turner, step: 1 | -1, by: number): void {
  if (!stage.pan(0, -step * by)) to.goTo(to.page + step, step > 0 ? "top" : "bottom");
}

/** The mouse wheel: pans, and turns the page at its end after a moment's rest; with Ctrl it zooms. */
export class Wheel {
  #pulled = 0;
  #lastAt = 0;

  roll(event: WheelEvent, stage: Stage, to: Turner): void {
    event.preventDefault();
    if (event.ctrlKey) {
      const box = stage.surface.getBoundingClientRect();
      stage.zoomTo(stage.sight.scale * Math.exp(-event.deltaY / 300), [event.clientX - box.left, event.clientY - box.top]);
      return;
    }
    const unit = event.deltaMode === 1 ? LINE_PX : event.deltaMode === 2 ? stage.surfaceSize.h : 1;
    if (stage.pan(-event.deltaX * unit, -event.deltaY * unit)) { this.#rest(event.timeStamp); return; }
    if (event.timeStamp - this.#lastAt < WHEEL_PAUSE_MS) return;
    this.#pulled += event.deltaY * unit;
    if (Math.abs(this.#pulled) < WHEEL_TURN_PX) return;
    const step = this.#pulled > 0 ? 1 : -1;
    this.#rest(event.timeStamp);
    to.goTo(to.page + step, step > 0 ? "top" : "bottom");
  }

  #rest(now: number): void {
    this.#pulled = 0;
    this.#lastAt = now;
  }
}
