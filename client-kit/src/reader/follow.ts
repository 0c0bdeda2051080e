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

/** Keeps the presenter's newest state and whether this reader goes along or has wandered off. */
export class Following {
  #state: PresenterState | null = null;
  #wandering = false;

  get presenter(): PresenterState | null { return this.#state; }
  get wandering(): boolean { return this.#wandering; }
  get rect(): Rect { return this.#state?.rect ?? WHOLE_PAGE; }

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
    return true;
  }

  rejoin(): PresenterState | null {
    this.#wandering = false;
    return this.#state;
  }

  /** The presentation has ended. */
  end(): void {
    this.#state = null;
    this.#wandering = false;
  }
}
