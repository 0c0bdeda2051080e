/** How long what a button does must have stood there before it is taken: a second press of the hand that changed it comes sooner. */
export const RIPE_MS = 1_000;

/** Whether an act that stands in one place with changing meaning has stood there long enough to be meant. */
export class Ripeness {
  #what: string | null = null;
  #since = -Infinity;

  /** @param now monotonic, in ms */
  constructor(private readonly now: () => number = () => performance.now()) {}

  /**
   * Ms until `what` may be taken, 0 when it may; tell it at each drawing. What stands there first has not been changed under a hand and
   * may be taken at once, unless `fresh` says that a press has just brought it up.
   */
  waits(what: string, fresh = false): number {
    if (what !== this.#what) {
      this.#since = this.#what === null && !fresh ? -Infinity : this.now();
      this.#what = what;
    }
    return Math.max(0, this.#since + RIPE_MS - this.now());
  }
}
