import type { Note, NoteAnswers, NoteOp } from "../proto/protocol.ts";
import { looksAlike, saysTheSame } from "./alike.ts";

/** Why the server did not take an operation; `text` is its sentence. */
export interface Refusal {
  readonly code: string;
  readonly text: string;
}

/** An operation that the server has not taken: on its way, or refused and kept for its owner. */
export interface WaitingOp {
  readonly op: NoteOp;
  readonly refused?: Refusal | undefined;
}

/** What an answer changes in what is kept: to be written in one go. */
export interface Settlement {
  readonly notes: readonly Note[];
  readonly gone: readonly string[];
  /** ids of operations that are no longer needed */
  readonly dropped: readonly string[];
  /** operations that stay, in their new form */
  readonly changed: readonly WaitingOp[];
  /** notes that go on under another id */
  readonly renamed: ReadonlyMap<string, string>;
}

const NONE: readonly Note[] = [];

/**
 * The notes of one person in one meeting, in memory: what the server has said, and over it what waits. A note with a waiting
 * operation is shown as its owner has it here, whatever other devices did; the server decides when the operation arrives.
 */
export class Book {
  epoch = "";
  /** newest version of which everything older is here too */
  version = 0;
  private readonly server = new Map<string, Note>();
  private ops: WaitingOp[] = [];
  private readonly lastOf = new Map<string, WaitingOp>();
  private readonly shown = new Map<string, Note>();
  private readonly pages = new Map<string, Map<string, Note>>();
  private readonly sorted = new Map<string, readonly Note[]>();
  private everything: readonly Note[] | undefined;

  /** All anew, from what lies on disk. */
  load(from: { epoch: string; version: number; notes: readonly Note[]; ops: readonly WaitingOp[] }): void {
    const ids = new Set([...this.shown.keys(), ...from.notes.map((note) => note.id), ...from.ops.map(({ op }) => op.note)]);
    const known = new Map(this.server);
    this.server.clear();
    this.epoch = from.epoch;
    this.version = from.version;
    // the same object as long as it is the same version: who draws compares objects
    for (const note of from.notes) this.server.set(note.id, known.get(note.id)?.version === note.version ? known.get(note.id) ?? note : note);
    this.ops = [...from.ops];
    this.reindex();
    for (const id of ids) this.refresh(id);
  }

  get(id: string): Note | undefined {
    return this.shown.get(id);
  }

  on(paper: string, page: number): readonly Note[] {
    const key = pageKey(paper, page);
    const known = this.sorted.get(key);
    if (known !== undefined) return known;
    const notes = this.pages.get(key);
    const fresh = notes === undefined ? NONE : [...notes.values()].sort(byAge);
    this.sorted.set(key, fresh);
    return fresh;
  }

  all(): readonly Note[] {
    this.everything ??= [...this.shown.values()].sort(byAge);
    return this.everything;
  }

  /** The version that this device has seen of a note; 0 for one that the server doesn't have. */
  seen(id: string): number {
    return this.server.get(id)?.version ?? 0;
  }

  isWaiting(id: string): boolean {
    return this.lastOf.has(id);
  }

  refusal(id: string): Refusal | undefined {
    return this.lastOf.get(id)?.refused;
  }

  /** Operations to be sent, oldest first. */
  get waiting(): readonly NoteOp[] {
    return this.ops.filter((one) => one.refused === undefined).map((one) => one.op);
  }

  /** Notes that wait, each once, refused ones not among them. */
  get waitingNotes(): number {
    return new Set(this.waiting.map((op) => op.note)).size;
  }

  /** Operations that were refused and are kept. */
  get refused(): readonly (WaitingOp & { readonly refused: Refusal })[] {
    return this.ops.filter((one): one is WaitingOp & { refused: Refusal } => one.refused !== undefined);
  }

  /** Adds operations; one refused before on the same note is replaced. Gives the ids of those replaced. */
  push(ops: readonly NoteOp[]): string[] {
    const ids = new Set(ops.map((op) => op.note));
    const replaced = this.ops.filter((one) => one.refused !== undefined && ids.has(one.op.note)).map((one) => one.op.op);
    this.ops = [...this.ops.filter((one) => !replaced.includes(one.op.op)), ...ops.map((op) => ({ op }))];
    this.reindex();
    for (const id of ids) this.refresh(id);
    return replaced;
  }

  /** Gives up operations: their notes are again what the server has. */
  drop(ops: readonly string[]): void {
    const ids = this.ops.filter((one) => ops.includes(one.op.op)).map((one) => one.op.note);
    this.ops = this.ops.filter((one) => !ops.includes(one.op.op));
    this.reindex();
    for (const id of ids) this.refresh(id);
  }

  /** What the server said to operations, or to a question for what is new. */
  settle(sent: readonly NoteOp[], answers: NoteAnswers): Settlement {
    const refusals = new Map(answers.refused.map((one) => [one.op, { code: one.code, text: one.text }]));
    const taken = sent.filter((op) => !refusals.has(op.op));
    // a refused removal leaves the note as it is, and what was refused before a later change of the same note has no meaning any more
    const overtaken = sent.filter((op) => refusals.has(op.op) && (op.put === undefined || this.lastOf.get(op.note)?.op.op !== op.op));
    const left = new Set([...taken, ...overtaken].map((op) => op.op));
    const renamed = new Map<string, string>();
    const changed: WaitingOp[] = [];
    const ids = new Set([...sent.map((op) => op.note), ...answers.notes.map((note) => note.id), ...answers.gone]);
    const rebased = this.rebase(taken, answers, renamed);
    this.ops = this.ops.flatMap((one) => {
      if (left.has(one.op.op)) return [];
      const refused = refusals.get(one.op.op);
      const fresh: WaitingOp = refused === undefined ? rebased(one) : { op: one.op, refused };
      if (fresh !== one) {
        changed.push(fresh);
        ids.add(fresh.op.note);
      }
      return [fresh];
    });
    const notes = answers.notes.filter((note) => note.version >= this.seen(note.id));
    for (const note of notes) this.server.set(note.id, note);
    for (const id of answers.gone) this.server.delete(id);
    this.reindex();
    for (const id of ids) this.refresh(id);
    return { notes, gone: answers.gone, dropped: [...left], changed, renamed };
  }

  /** What the server had said was saved and no longer knows, as after a restored backup. */
  missing(answers: NoteAnswers): Note[] {
    const known = new Set([...answers.notes.map((note) => note.id), ...answers.gone]);
    return [...this.server.values()].filter((note) => !known.has(note.id));
  }

  /**
   * Operations that stay behind taken ones on the same note have seen what those made of it. Where another device's change had taken
   * the note's place, they go on with the copy.
   */
  private rebase(taken: readonly NoteOp[], answers: NoteAnswers, renamed: Map<string, string>): (one: WaitingOp) => WaitingOp {
    const last = new Map(taken.map((op) => [op.note, op]));
    const bases = new Map<string, number>();
    for (const [id, { put }] of last) {
      const there = answers.notes.find((note) => note.id === id);
      if (put === undefined) {
        if (there === undefined) bases.set(id, answers.version);
        continue;
      }
      if (there !== undefined && saysTheSame(there, put)) {
        bases.set(id, there.version);
        continue;
      }
      const copy = answers.notes.find((note) => note.copyOf === id && looksAlike(note, { ...put, id: note.id }));
      if (copy !== undefined) {
        renamed.set(id, copy.id);
        bases.set(id, copy.version);
      }
    }
    return (one) => {
      const base = bases.get(one.op.note);
      if (base === undefined || one.refused !== undefined) return one;
      const to = renamed.get(one.op.note);
      if (to === undefined) return { op: { ...one.op, base } };
      return { op: { ...one.op, note: to, base, ...(one.op.put === undefined ? {} : { put: { ...one.op.put, id: to, copyOf: one.op.note } }) } };
    };
  }

  private reindex(): void {
    this.lastOf.clear();
    for (const one of this.ops) this.lastOf.set(one.op.note, one);
  }

  private refresh(id: string): void {
    const old = this.shown.get(id);
    const last = this.lastOf.get(id);
    const fresh = last === undefined ? this.server.get(id) : last.op.put;
    if (old === fresh) return;
    this.everything = undefined;
    if (old !== undefined) {
      const key = pageKey(old.paper, old.page);
      this.pages.get(key)?.delete(id);
      this.sorted.delete(key);
      this.shown.delete(id);
    }
    if (fresh !== undefined) {
      const key = pageKey(fresh.paper, fresh.page);
      let page = this.pages.get(key);
      if (page === undefined) this.pages.set(key, (page = new Map()));
      page.set(id, fresh);
      this.sorted.delete(key);
      this.shown.set(id, fresh);
    }
  }
}

const pageKey = (paper: string, page: number): string => `${paper}/${page}`;
const byAge = (a: Note, b: Note): number => a.madeAt - b.madeAt || (a.id < b.id ? -1 : 1);
