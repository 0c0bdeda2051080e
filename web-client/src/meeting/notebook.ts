import type { Notebook } from "client-kit/notes/notebook.ts";
import type { Desk } from "./desk.ts";

/** The one place where the console gets the notes of whoever sits at it; where there are none, nothing can be written on a page. */
export function notebookOf(_desk: Desk): Notebook | null {
  return null;
}
