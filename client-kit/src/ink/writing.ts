import { TEXT_LIMIT } from "../notes/limits.ts";
import type { Act } from "../notes/notebook.ts";
import type { Note, NoteBody } from "../proto/protocol.ts";

/** What was typed is kept after a rest this long, and at once when the field is left. */
export const KEEP_AFTER_MS = 1_500;

export type TextBody = Extract<NoteBody, { kind: "text" }>;

/**
 * A text that is being written. It is a note of its own from the first pause on, so neither a page turn nor a dead battery takes more
 * than a sentence; one that was never written is no note.
 */
export class Writing {
  text: string;
  #kept: string;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @param newest a note as the notebook has it now, or nothing when it has none */
  constructor(public note: Note, fresh: boolean, private readonly newest: (id: string) => Note | undefined, private readonly act: (act: Act) => void) {
    this.text = this.#body(note).text;
    this.#kept = fresh ? "" : this.text;
  }

  write(text: string): void {
    this.text = text.slice(0, TEXT_LIMIT);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.keep(), KEEP_AFTER_MS);
  }

  /** Another device had changed the note first: what is written here goes on in the copy, and the other's text stays. */
  rename(from: string, to: string): void {
    if (this.note.id === from) this.note = { ...this.note, id: to, copyOf: from };
  }

  keep(): void {
    clearTimeout(this.#timer);
    const { text } = this;
    if (text.trim() === "" || text === this.#kept) return;
    this.#kept = text;
    const note = this.newest(this.note.id) ?? this.note;
    this.act({ put: [{ ...note, body: { ...this.#body(note), text } }] });
  }

  /** The text that was emptied on purpose takes its pin along. */
  close(): void {
    this.keep();
    if (this.text.trim() === "" && this.newest(this.note.id)) this.act({ remove: [this.note.id] });
  }

  #body(note: Note): TextBody {
    if (note.body.kind !== "text") throw new Error("no text");
    return note.body;
  }
}
