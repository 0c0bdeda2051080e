/**
 * Which item's conclusion lies before its writer. It goes along with the item in hand, but never away from under the hand: not while
 * the field has the focus, not while something in it is not saved, and not from an item that was chosen.
 */
export class Writing {
  #item: string | undefined;
  #chosen: string | undefined;
  #focused = false;

  itemFor(inHand: string, isDirty: (item: string) => boolean, exists: (item: string) => boolean): string {
    const stays = this.#item !== undefined && exists(this.#item) && (this.#focused || isDirty(this.#item));
    const wanted = this.#chosen !== undefined && exists(this.#chosen) ? this.#chosen : stays ? this.#item : inHand;
    this.#item = wanted ?? inHand;
    return this.#item;
  }

  enter(): void {
    this.#focused = true;
    this.#chosen = undefined;
  }

  leave(): void { this.#focused = false; }

  choose(item: string): void {
    this.#chosen = item;
    this.#item = item;
  }

  /** Saved: it may go along again. */
  done(): void { this.#chosen = undefined; }
}
