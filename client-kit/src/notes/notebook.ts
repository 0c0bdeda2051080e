import type { Note, NoteBody, SharedNote } from "../proto/protocol.ts";

/** "device": only here yet; "saved": the server has it on disk. */
export type NoteState = "device" | "saved";

/** What one hand did in one go (a stroke, a lasso's move, an eraser's sweep): undone and redone together. */
export interface Act {
  /** Notes as they are to be. */
  readonly put?: readonly Note[];
  /** Ids of notes to take away. */
  readonly remove?: readonly string[];
}

/**
 * The notes of one person in one meeting: what the page's layers draw from, and the only way to change them. Every act is on the
 * device's disk before `done` resolves, with or without a network, and reaches the server by itself.
 */
export interface Notebook {
  /** Mine on a page, in the order they were made; pages count from 1. */
  on(paper: string, page: number): readonly Note[];
  /** All of mine, for the list. */
  all(): readonly Note[];
  /** What others share with me on a page. */
  sharedOn(paper: string, page: number): readonly SharedNote[];
  state(note: string): NoteState;
  /** A new note of mine, private, not yet part of anything. */
  make(paper: string, page: number, body: NoteBody): Note;
  do(act: Act): Promise<void>;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  undo(): Promise<void>;
  redo(): Promise<void>;
  /** Called after anything has changed, here or by another device; returns how to stop. */
  listen(changed: () => void): () => void;
  /** Told when what is written here goes on as a copy, for another device had changed the note first; returns how to stop. */
  onRename(renamed: (from: string, to: string) => void): () => void;
}
