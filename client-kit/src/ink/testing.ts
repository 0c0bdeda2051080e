import type { Act, Notebook, NoteState } from "../notes/notebook.ts";
import type { Note, NoteBody, SharedNote } from "../proto/protocol.ts";
import type { Brush, Look, Wet } from "./paint.ts";

/** A notebook that lasts as long as its page: for tests only. */
export class MemoryNotebook implements Notebook {
  notes: Note[] = [];
  shared: SharedNote[] = [];
  acts: Act[] = [];
  /** While true the device keeps nothing. */
  full = false;
  #undo: Act[] = [];
  #redo: Act[] = [];
  #n = 0;
  readonly #listeners = new Set<() => void>();
  readonly #renames = new Set<(from: string, to: string) => void>();

  on(paper: string, page: number): readonly Note[] { return this.notes.filter((n) => n.paper === paper && n.page === page); }
  all(): readonly Note[] { return this.notes; }
  sharedOn(paper: string, page: number): readonly SharedNote[] { return this.shared.filter(({ note: n }) => n.paper === paper && n.page === page); }
  state(): NoteState { return "device"; }
  make(paper: string, page: number, body: NoteBody): Note {
    this.#n += 1;
    return { id: `n${this.#n}`, paper, page, body, share: { reach: "NOBODY", people: [] }, opinion: false, madeAt: this.#n, version: 0 };
  }
  async do(act: Act): Promise<void> {
    await Promise.resolve();
    if (this.full) throw new Error("full");
    this.acts.push(act);
    this.#undo.push(this.#apply(act));
    this.#redo = [];
    this.#tell();
  }
  get canUndo(): boolean { return this.#undo.length > 0; }
  get canRedo(): boolean { return this.#redo.length > 0; }
  undo(): Promise<void> { return this.#back(this.#undo, this.#redo); }
  redo(): Promise<void> { return this.#back(this.#redo, this.#undo); }
  listen(changed: () => void): () => void { this.#listeners.add(changed); return () => this.#listeners.delete(changed); }
  onRename(renamed: (from: string, to: string) => void): () => void { this.#renames.add(renamed); return () => this.#renames.delete(renamed); }
  /** Another device was first: the note goes on as a copy. */
  copied(from: string, to: string): void { for (const renamed of this.#renames) renamed(from, to); }
  /** Notes from elsewhere. */
  arrive(notes: Note[], shared: SharedNote[] = []): void {
    this.notes = [...this.notes, ...notes];
    this.shared = [...this.shared, ...shared];
    this.#tell();
  }

  async #back(from: Act[], to: Act[]): Promise<void> {
    const act = from.pop();
    if (act) to.push(this.#apply(act));
    this.#tell();
  }

  /** Answers the act that takes it back. */
  #apply({ put = [], remove = [] }: Act): Act {
    const ids = [...put.map(({ id }) => id), ...remove];
    const before = this.notes.filter(({ id }) => ids.includes(id));
    this.notes = this.notes.filter(({ id }) => !remove.includes(id)).map((note) => put.find(({ id }) => id === note.id) ?? note);
    const fresh = put.filter(({ id }) => !before.some((note) => note.id === id));
    this.notes = [...this.notes, ...fresh].sort((a, b) => a.madeAt - b.madeAt);
    return { put: before, remove: fresh.map(({ id }) => id) };
  }

  #tell(): void { for (const listener of this.#listeners) listener(); }
}

export const LOOK: Look = {
  pen: { BLUE: "blue", RED: "red", GREEN: "green", BLACK: "black" }, mark: { BLUE: "blue", RED: "red", GREEN: "green", BLACK: "yellow" },
  blend: "multiply", check: "orange", shared: "purple", lasso: "blue", pressure: false,
};

/** A brush that paints nothing and counts what is asked of it. */
export function countingBrush(): Wet & { brush: Brush; calls: () => number; reset: () => void; said: string[] } {
  const said: string[] = [];
  const brush = new Proxy({}, {
    get: (_, name) => (...values: unknown[]) => { said.push(`${String(name)} ${values.map((v) => (typeof v === "number" ? Math.round(v) : JSON.stringify(v))).join(" ")}`); },
    set: () => true,
  }) as Brush;
  return { brush, over: (_, paint) => paint(brush), calls: () => said.length, reset: () => { said.length = 0; }, said };
}
