/** How a bar is filled; never told by colour alone. */
export type Fill = "solid" | "hatched" | "empty";

export interface Series {
  readonly name: string;
  /** null where there is nothing to draw. */
  readonly values: readonly (number | null)[];
  /** What stands at the end of each bar; empty for nothing. */
  readonly words: readonly string[];
  readonly fill: Fill;
  /** Where single bars differ. */
  readonly fills?: readonly Fill[];
}

/** What a chart of bars shows. */
export interface Bars {
  readonly labels: readonly string[];
  readonly series: readonly Series[];
  /** Where a dashed line is drawn. */
  readonly target?: number;
  /** The end of the scale, such as 100. */
  readonly most?: number;
  /** Bars that lie, for long names. */
  readonly lying?: boolean;
}
