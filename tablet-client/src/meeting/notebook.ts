import type { Notebook } from "client-kit/notes/notebook.ts";

export interface NotebookWanted {
  readonly meeting: string;
  readonly person: string;
  /** The meeting's clock, ms. */
  readonly now: () => number;
}

/** Closed with its screen. */
export interface OpenedNotebook extends Notebook {
  close(): void;
}

/** The one place where the tablet opens a person's notes; where there is none, nothing can be written on a page. */
export function notebookOf(_wanted: NotebookWanted): OpenedNotebook | null {
  return null;
}
