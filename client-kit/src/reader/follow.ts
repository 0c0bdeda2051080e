import type { Entry } from "./stage.ts";
import { WHOLE_PAGE, type Point, type Rect } from "./manifest.ts";

/** The presenter's whole state, never a difference: the socket's live message of kind "page". */
export interface PresenterState {
  readonly paper: string;
  /** Counts from 1. */
  readonly page: number;
  readonly rect?: Rect;
  /** Place of the presenter's pointer on the page, absent when it is put down. */
  readonly pointer?: Point | null;
  /** Rises with every message of one presentation. */
  readonly n: number;
  /** A new epoch (the room started again, another presenter) begins counting anew. */
  readonly epoch?: string;
}

/** A rounded edge is no zoom. */
const NEARLY = 0.98;

/** Keeps the presenter's newest state and whether this reader goes along or has wandered off. */
export class Following {
  #state: PresenterState | null = null;
  #wandering = false;
  /** The reader's own zoom while the presenter's part lies before him. */
  #ownScale: number | null = null;

  get presenter(): PresenterState | null { return this.#state; }
  get wandering(): boolean { return this.#wandering; }
  get rect(): Rect { return this.#state?.rect ?? WHOLE_PAGE; }

  /** The presenter has not zoomed to a part: how large the page is, is then the reader's own affair. */
  get whole(): boolean { return this.rect[2] >= NEARLY && this.rect[3] >= NEARLY; }

  /** A part that the presenter chose lies before the reader. */
  get shows(): boolean { return this.#ownScale !== null; }

  /**
   * How the presenter's page comes before this reader: a part as the presenter has it, a whole page at the reader's own zoom.
   * Null: it stays as it lies. `fresh` when another paper was opened for it.
   */
  entry(scale: number, turns: boolean, fresh: boolean): Entry | null {
    const own = this.#ownScale;
    if (!this.whole) {
      this.#ownScale ??= scale;
      return { rect: this.rect };
    }
    this.#ownScale = null;
    if (own !== null || fresh) return { sight: { scale: own ?? 1, cx: 0.5, cy: 0 } };
    return turns ? { from: "top" } : null;
  }

  /** True when the state is news; an older or repeated one is ignored. */
  take(state: PresenterState): boolean {
    const last = this.#state;
    if (last && last.epoch === state.epoch && state.n <= last.n) return false;
    this.#state = state;
    return true;
  }

  /** True when this act is what made the reader leave. */
  wander(): boolean {
    if (!this.#state || this.#wandering) return false;
    this.#wandering = true;
    this.#ownScale = null;
    return true;
  }

  rejoin(): PresenterState | null {
    this.#wandering = false;
    return this.#state;
  }

  /** The presentation has ended. */
  end(): void {
    this.#state = null;
    this.#ownScale = null;
    this.#wandering = false;
  }
}
