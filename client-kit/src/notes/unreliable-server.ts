import { HttpFailure } from "../net/http.ts";
import type { Note, NoteAnswers, NoteOp, SharedNote } from "../proto/protocol.ts";
import { alike } from "./alike.ts";
import type { NotesLine } from "./notes-line.ts";

interface Row {
  version: number;
  note?: Note;
}

/** For tests: the server's side of docs/notes.md for one person, behind a line that may be cut or lose what the server says. */
export class UnreliableServer {
  epoch = "e1";
  version = 0;
  readonly rows = new Map<string, Row>();
  /** which note each operation made, and in which version */
  private readonly answered = new Map<string, { note: string; version: number }>();
  /** how often each operation arrived */
  readonly arrivals = new Map<string, number>();
  shared: SharedNote[] = [];
  /** as many notes go into one answer */
  answerMax = Infinity;
  refuse: (op: NoteOp) => { code: string; text: string } | undefined = () => undefined;

  get notes(): Note[] {
    return [...this.rows.values()].flatMap((row) => (row.note === undefined ? [] : [row.note]));
  }

  /** What the server does with a batch; within it each operation has seen those before it. */
  take(epoch: string, ops: readonly NoteOp[], since: number): NoteAnswers {
    if (epoch !== this.epoch) return { ...this.nothing(), refused: ops.map(({ op }) => ({ op, code: "OLD_EPOCH", text: "Ghi chú đã được hủy." })) };
    const seen = new Map<string, number>();
    const copies = new Map<string, string>();
    const touched = new Set<string>();
    const refused: NoteAnswers["refused"] = [];
    for (const op of ops) {
      this.arrivals.set(op.op, (this.arrivals.get(op.op) ?? 0) + 1);
      const reason = this.refuse(op);
      if (reason !== undefined && !this.answered.has(op.op)) {
        refused.push({ op: op.op, ...reason });
        continue;
      }
      const answer = this.answered.get(op.op) ?? this.act(op, copies.get(op.note) ?? op.note, seen);
      this.answered.set(op.op, answer);
      seen.set(answer.note, Math.max(seen.get(answer.note) ?? 0, answer.version));
      touched.add(op.note).add(answer.note);
      if (answer.note !== op.note) copies.set(op.note, answer.note);
    }
    const news = this.since(since);
    const all = this.tell([...new Set([...touched, ...news.notes.map((note) => note.id), ...news.gone])]);
    return { ...all, version: news.version, more: news.more, refused };
  }

  since(version: number): NoteAnswers {
    const newer = [...this.rows].filter(([, row]) => row.version > version).sort(([, a], [, b]) => a.version - b.version);
    const told = newer.slice(0, this.answerMax);
    const more = told.length < newer.length;
    return { ...this.tell(told.map(([id]) => id)), more, ...(more ? { version: told.at(-1)?.[1].version ?? 0 } : {}) };
  }

  destroy(): string {
    this.rows.clear();
    this.epoch += "+";
    return this.epoch;
  }

  private act(op: NoteOp, id: string, seen: ReadonlyMap<string, number>): { note: string; version: number } {
    const base = Math.max(id === op.note ? op.base : 0, seen.get(id) ?? 0);
    const row = this.rows.get(id);
    if (op.put === undefined) {
      if (row?.note === undefined) return { note: id, version: row?.version ?? 0 };
      if (base < row.version) return { note: id, version: base };
      return this.write(id, undefined);
    }
    if (row?.note !== undefined && says(row.note, op.put)) return { note: id, version: row.version };
    if (row?.note !== undefined && base < row.version) {
      const copy = `copy-of-${id}-by-${op.op}`;
      return this.write(copy, { ...op.put, id: copy, copyOf: id, opinion: false, share: { reach: "NOBODY", people: [] } });
    }
    return this.write(id, { ...op.put, id });
  }

  private write(id: string, note: Note | undefined): { note: string; version: number } {
    this.version += 1;
    this.rows.set(id, { version: this.version, ...(note === undefined ? {} : { note: { ...note, version: this.version } }) });
    return { note: id, version: this.version };
  }

  private tell(ids: readonly string[]): NoteAnswers {
    const notes = ids.flatMap((id) => this.rows.get(id)?.note ?? []);
    return { ...this.nothing(), notes, gone: ids.filter((id) => this.rows.get(id)?.note === undefined) };
  }

  private nothing(): NoteAnswers {
    return { epoch: this.epoch, version: this.version, notes: [], gone: [], refused: [], more: false };
  }
}

const says = (a: Note, b: Note): boolean => a.page === b.page && a.opinion === b.opinion && alike(a.body, b.body) && alike(a.share, b.share);

/** One device's line to it. Time is vitest's. */
export class BadLine implements NotesLine {
  up = true;
  answersLost = 0;
  delayMs = 40;

  constructor(private readonly server: UnreliableServer, private readonly random: () => number) {}

  since(version: number): Promise<NoteAnswers> {
    return this.over(() => this.server.since(version));
  }

  send(epoch: string, ops: readonly NoteOp[], since: number): Promise<NoteAnswers> {
    return this.over(() => this.server.take(epoch, ops, since));
  }

  shared(): Promise<readonly SharedNote[]> {
    return this.over(() => this.server.shared);
  }

  destroy(): Promise<string> {
    return this.over(() => this.server.destroy());
  }

  private over<T>(work: () => T): Promise<T> {
    return new Promise((resolve, reject) => {
      const lost = (): void => reject(new HttpFailure("network", 0, "NETWORK", "Chưa nối được với máy chủ."));
      setTimeout(() => {
        if (!this.up) return lost();
        const answer = JSON.stringify(work());
        if (this.random() < this.answersLost) return lost();
        setTimeout(() => (this.up ? resolve(JSON.parse(answer) as T) : lost()), this.random() * this.delayMs);
      }, this.random() * this.delayMs);
    });
  }
}
