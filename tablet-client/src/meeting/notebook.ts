import { openNotebook, type DeviceNotebook } from "client-kit/notes/index.ts";

export interface NotebookWanted {
  readonly meeting: string;
  readonly person: string;
  /** The meeting's clock, ms. */
  readonly now: () => number;
}

/** Closed with its screen. */
export type OpenedNotebook = DeviceNotebook;

/** The one place where the tablet opens a person's notes. */
export const notebookOf = (wanted: NotebookWanted): OpenedNotebook => openNotebook(wanted);
