import { http } from "../net/index.ts";
import { addressOfChanges, isLaterThan, type Changes, type Revised } from "../revision/changes.ts";

/** Two versions of one paper side by side; `changes` is null while their comparison is not there. */
export interface Kin {
  readonly newerFirst: boolean;
  readonly changes: Changes | null;
}

/** Whether two papers are versions of one, and what changed between them: asked for once a pair, for without it their words have to do. */
export class Kinship {
  #pair = "";
  #changes: Changes | null = null;

  /** @param came the comparison of the pair asked for last is there now */
  constructor(private readonly meeting: string, private readonly papers: () => Readonly<Record<string, Revised>>, private readonly came: () => void) {}

  of(first: string, second: string): Kin | null {
    const papers = this.papers();
    const newerFirst = isLaterThan(papers, first, second);
    if (!newerFirst && !isLaterThan(papers, second, first)) return null;
    const [newer, older] = newerFirst ? [first, second] : [second, first];
    const pair = `${newer}/${older}`;
    if (pair !== this.#pair) {
      this.#pair = pair;
      this.#changes = null;
      http.get<Changes>(addressOfChanges(this.meeting, newer, older)).then((changes) => {
        if (pair !== this.#pair) return;
        this.#changes = changes;
        this.came();
      }, () => undefined);
    }
    return { newerFirst, changes: this.#changes };
  }
}
