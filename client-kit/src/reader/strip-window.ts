/** Which cells of a grid of pages have to exist for a scroll position, and how large everything is, in pixels. */
export interface Cells {
  readonly columns: number;
  readonly cellW: number;
  readonly cellH: number;
  readonly height: number;
  /** Pages, from 1; `last` below `first` when there are none. */
  readonly first: number;
  readonly last: number;
}

export const CELL_MIN_W = 128;
/** Height of a cell over its width: an upright page, its number and the gaps. */
const CELL_RATIO = 1.42;
const NUMBER_H = 36;
const ROWS_BESIDE = 2;

export function cellsInSight(width: number, height: number, scrollTop: number, count: number): Cells {
  if (width <= 0 || count <= 0) return { columns: 0, cellW: 0, cellH: 1, height: 0, first: 1, last: 0 };
  const columns = Math.max(1, Math.floor(width / CELL_MIN_W));
  const cellW = Math.floor(width / columns);
  const cellH = Math.round(cellW * CELL_RATIO) + NUMBER_H - 20;
  const rows = Math.ceil(count / columns);
  const firstRow = Math.max(0, Math.floor(scrollTop / cellH) - ROWS_BESIDE);
  const lastRow = Math.min(rows - 1, Math.ceil((scrollTop + height) / cellH) + ROWS_BESIDE - 1);
  return { columns, cellW, cellH, height: rows * cellH, first: firstRow * columns + 1, last: Math.min(count, (lastRow + 1) * columns) };
}
