import { figures } from "client-kit/ui/figures.ts";
import { AsyncDirective, directive } from "lit/async-directive.js";

const drawers = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;
const EVERY_MS = 250;

/** Calls `draw` several times a second while anybody listens; one timer for the whole page. */
export function everyBeat(draw: () => void): () => void {
  drawers.add(draw);
  timer ??= setInterval(() => drawers.forEach((each) => each()), EVERY_MS);
  return () => {
    drawers.delete(draw);
    if (drawers.size === 0 && timer !== undefined) {
      clearInterval(timer);
      timer = undefined;
    }
  };
}

/** A text that depends on the time: only its own place is drawn again as time goes by. `wrap` dresses it, as `figures` does a clock. */
class Ticking extends AsyncDirective {
  #say: () => string = () => "";
  #wrap: (text: string) => unknown = (text) => text;
  #last = "";
  #stop: (() => void) | undefined;

  override render(say: () => string, wrap: (text: string) => unknown = (text) => text): unknown {
    this.#say = say;
    this.#wrap = wrap;
    if (this.isConnected) this.#start();
    this.#last = say();
    return wrap(this.#last);
  }

  protected override disconnected(): void {
    this.#stop?.();
    this.#stop = undefined;
  }

  protected override reconnected(): void { this.#start(); }

  #start(): void {
    this.#stop ??= everyBeat(() => {
      const next = this.#say();
      if (next === this.#last) return;
      this.#last = next;
      this.setValue(this.#wrap(next));
    });
  }
}

export const ticking = directive(Ticking);

/** A clock: its digits stand still. */
export const tickingFigures = (say: () => string): unknown => ticking(say, figures);
