import { HttpFailure } from "../net/http.ts";
import { newId } from "../net/tabs.ts";
import type { Note, NoteAnswers, NoteBody, NoteOp, Share, SharedNote } from "../proto/protocol.ts";
import { alike } from "./alike.ts";
import { Book, type Refusal } from "./book.ts";
import { History, type Step } from "./history.ts";
import { NoteDisk } from "./note-disk.ts";
import type { NoteShelf, ShelvedBook } from "./note-shelf.ts";
import { NoteSync } from "./note-sync.ts";
import type { Act, Notebook, NoteState } from "./notebook.ts";
import type { NotesLine } from "./notes-line.ts";
import type { OtherTabs } from "./other-tabs.ts";
import { t } from "./texts.ts";

export interface NotebookOptions {
  person: string;
  meeting: string;
  shelf: NoteShelf;
  line: NotesLine;
  tabs: OtherTabs;
  /** the meeting's clock, ms */
  now: () => number;
  random?: () => number;
  page?: EventTarget;
}

/** A note that the server has not taken, and why. */
export interface RefusedNote extends Refusal {
  readonly op: string;
  readonly note: Note;
}

const PRIVATE: Share = { reach: "NOBODY", people: [] };
/** Bounds of the server, vn.nghisu.notes.NoteLimits; of characters half, for what JSON makes of other letters. */
const OPS_MAX = 200;
const BATCH_MAX_CHARACTERS = 1_000_000;
/** Strokes come every half second: several go together. */
const SEND_WITHIN_MS = 400;
const NOT_OUR_BATCH = new Set([400, 413, 422]);

/** The notebook over the device's disk and the server. Nothing in it rejects except `destroy`; troubles are told as sentences. */
export class DeviceNotebook implements Notebook {
  private readonly book = new Book();
  private readonly history = new History();
  private readonly disk: NoteDisk;
  private readonly sync: NoteSync;
  private readonly listeners = new Set<() => void>();
  private readonly wordListeners = new Set<(sentence: string) => void>();
  private readonly renameListeners = new Set<(from: string, to: string) => void>();
  private shared: readonly SharedNote[] = [];
  private batchMax = OPS_MAX;
  private lineTrouble: string | undefined;
  private pullWanted = true;
  private sharedWanted = true;
  private closed = false;
  /** counts what makes an answer that is under way meaningless: the notes it speaks of were destroyed */
  private life = 0;

  constructor(private readonly options: NotebookOptions) {
    const { person, meeting, shelf, tabs } = options;
    this.disk = new NoteDisk({ person, meeting, shelf, tabs, load: (kept) => this.load(kept), changed: () => this.tell() });
    this.sync = new NoteSync({
      exchange: () => this.options.tabs.alone(() => this.exchange()),
      waits: () => this.book.waiting.length > 0,
      ...(options.random === undefined ? {} : { random: options.random }),
      ...(options.page === undefined ? {} : { page: options.page }),
    });
  }

  // ---- reading

  on(paper: string, page: number): readonly Note[] {
    return this.book.on(paper, page);
  }

  all(): readonly Note[] {
    return this.book.all();
  }

  get(id: string): Note | undefined {
    return this.book.get(id);
  }

  sharedOn(paper: string, page: number): readonly SharedNote[] {
    return this.shared.filter(({ note }) => note.paper === paper && note.page === page);
  }

  /** All that others share with me. */
  get sharedWithMe(): readonly SharedNote[] {
    return this.shared;
  }

  state(note: string): NoteState {
    return this.book.isWaiting(note) ? "device" : "saved";
  }

  /** How many notes have not reached the server, refused ones not among them. */
  get waiting(): number {
    return this.book.waitingNotes;
  }

  /** Ids of notes that the server has not taken; once closed, of those that are nowhere but here. */
  get unsent(): ReadonlySet<string> {
    const unsent = [...this.book.waiting, ...this.book.refused.map(({ op }) => op)].map((op) => op.note);
    const { unwrittenNotes } = this.disk;
    return new Set(this.closed ? unsent.filter((note) => unwrittenNotes.has(note)) : unsent);
  }

  get refused(): readonly RefusedNote[] {
    return this.book.refused.flatMap(({ op, refused }) => (op.put === undefined ? [] : [{ op: op.op, note: op.put, ...refused }]));
  }

  refusal(note: string): Refusal | undefined {
    return this.book.refusal(note);
  }

  /** A sentence while the device can't keep notes, or the server takes none for a reason that waiting doesn't mend. */
  get trouble(): string | undefined {
    return this.disk.trouble ?? this.lineTrouble;
  }

  // ---- acting

  make(paper: string, page: number, body: NoteBody): Note {
    return { id: newId(), paper, page, body, share: PRIVATE, opinion: false, madeAt: Math.round(this.options.now()), version: 0 };
  }

  /** Resolves when the act is on disk, or when the device has failed to keep it: then `trouble` says so, and it is sent all the same. */
  do(act: Act): Promise<void> {
    const steps = this.steps(act);
    if (steps.length === 0) return Promise.resolve();
    this.history.record(steps);
    return this.apply(steps);
  }

  get canUndo(): boolean {
    return this.history.canUndo((id) => this.book.get(id));
  }

  get canRedo(): boolean {
    return this.history.canRedo((id) => this.book.get(id));
  }

  undo(): Promise<void> {
    return this.apply(this.steps(this.history.undo((id) => this.book.get(id)) ?? {}));
  }

  redo(): Promise<void> {
    return this.apply(this.steps(this.history.redo((id) => this.book.get(id)) ?? {}));
  }

  /** With whom notes are shared, whether they are opinions, whether a carried one was looked at: no matters of undoing. */
  mark(notes: readonly string[], mark: { share?: Share; opinion?: boolean; seen?: true }): Promise<void> {
    const put = notes.flatMap((id) => {
      const note = this.book.get(id);
      if (note === undefined) return [];
      const { share = note.share, opinion = note.opinion } = mark;
      return [{ ...note, share, opinion, ...(note.carried === undefined ? {} : { carried: { ...note.carried, seen: note.carried.seen || mark.seen === true } }) }];
    });
    return this.apply(this.steps({ put }));
  }

  /** What was refused is sent once more as it is. */
  retry(op: string): Promise<void> {
    const refused = this.refused.find((one) => one.op === op);
    return refused === undefined ? Promise.resolve() : this.apply([{ id: refused.note.id, after: refused.note }]);
  }

  /** What was refused is given up: the note is again as the server has it, or gone. */
  async giveUp(op: string): Promise<void> {
    this.book.drop([op]);
    this.tell();
    await this.disk.drop([op]);
  }

  /** Destroys all of mine in this meeting or everywhere, here and on the server. Rejects with an HttpFailure when the server was not reached. */
  async destroy(everywhere: boolean): Promise<void> {
    const epoch = await this.options.line.destroy(everywhere);
    if (everywhere) await this.disk.emptyAll();
    await this.beginAnew(epoch ?? "");
    this.sync.wake();
  }

  // ---- life

  /** What lies on disk first, then the server. */
  async start(): Promise<void> {
    if (this.closed) return;
    await this.disk.open();
    if (!this.closed) this.sync.start();
  }

  close(): void {
    this.closed = true;
    this.sync.stop();
    this.disk.close();
  }

  /** The line is back, or the server says that something has changed. */
  wake(what: "mine" | "shared" | "all" = "all"): void {
    if (what !== "shared") this.pullWanted = true;
    if (what !== "mine") this.sharedWanted = true;
    this.sync.wake();
  }

  listen(changed: () => void): () => void {
    this.listeners.add(changed);
    return () => this.listeners.delete(changed);
  }

  onRename(renamed: (from: string, to: string) => void): () => void {
    this.renameListeners.add(renamed);
    return () => this.renameListeners.delete(renamed);
  }

  /** Told once what its owner has to know, e.g. that another device has destroyed the notes. */
  onWord(listener: (sentence: string) => void): () => void {
    this.wordListeners.add(listener);
    return () => this.wordListeners.delete(listener);
  }

  // ---- acts onto the disk

  private steps({ put = [], remove = [] }: Act): Step[] {
    const steps: Step[] = [];
    for (const note of put) {
      const before = this.book.get(note.id);
      const after = { ...note, version: this.book.seen(note.id) };
      if (before === undefined || !alike({ ...before, version: after.version }, after)) steps.push({ id: note.id, before, after });
    }
    for (const id of remove) {
      const before = this.book.get(id);
      if (before !== undefined) steps.push({ id, before });
    }
    return steps;
  }

  private async apply(steps: readonly Step[]): Promise<void> {
    if (steps.length === 0) return;
    const ops = steps.map(({ id, after }): NoteOp => ({ op: newId(), note: id, base: this.book.seen(id), ...(after === undefined ? {} : { put: after }) }));
    const replaced = this.book.push(ops);
    this.tell();
    const kept = this.disk.add(ops, replaced);
    this.sync.wake(SEND_WITHIN_MS);
    await kept;
  }

  private load(kept: ShelvedBook): void {
    this.shared = kept.shared;
    this.book.load(kept);
    this.tell();
    if (this.book.waiting.length > 0) this.sync.wake(SEND_WITHIN_MS);
  }

  // ---- the server

  private async exchange(): Promise<void> {
    try {
      await this.disk.catchUp();
      if (this.book.epoch === "" || (this.pullWanted && this.book.waiting.length === 0)) await this.pull();
      while (!this.closed && this.book.waiting.length > 0) await this.sendBatch();
      if (this.pullWanted && !this.closed) await this.pull();
      if (this.sharedWanted && !this.closed) await this.pullShared();
      if (this.lineTrouble !== undefined) {
        this.lineTrouble = undefined;
        this.tell();
      }
    } catch (failure) {
      if (failure instanceof HttpFailure && failure.kind === "refused" && !failure.passing && this.lineTrouble !== failure.message) {
        this.lineTrouble = failure.message;
        this.tell();
      }
      throw failure;
    }
  }

  private async sendBatch(): Promise<void> {
    const ops = this.batch();
    const { life } = this;
    let answers: NoteAnswers;
    try {
      answers = await this.options.line.send(this.book.epoch, ops, this.book.version);
    } catch (failure) {
      if (!(failure instanceof HttpFailure) || !NOT_OUR_BATCH.has(failure.status)) throw failure;
      // one of them can't be read as a note: it is found by halves, so that the others come through
      if (ops.length > 1) {
        this.batchMax = Math.max(1, Math.floor(ops.length / 2));
        return;
      }
      answers = { epoch: this.book.epoch, version: this.book.version, notes: [], gone: [], refused: ops.map(({ op }) => ({ op, code: failure.code, text: failure.message })), more: false };
    }
    this.batchMax = OPS_MAX;
    if (this.closed || life !== this.life) return;
    if (answers.epoch !== this.book.epoch) {
      await this.destroyedElsewhere(answers.epoch);
      return;
    }
    // less than it had said: what it lost is asked for after this
    if (answers.version < this.book.version) this.pullWanted = true;
    else this.book.version = answers.version;
    if (answers.more) this.pullWanted = true;
    await this.settle(ops, answers);
  }

  private batch(): NoteOp[] {
    const ops: NoteOp[] = [];
    let characters = 0;
    for (const op of this.book.waiting.slice(0, this.batchMax)) {
      characters += JSON.stringify(op).length;
      if (ops.length > 0 && characters > BATCH_MAX_CHARACTERS) break;
      ops.push(op);
    }
    return ops;
  }

  private async pull(): Promise<void> {
    this.pullWanted = false;
    const { life } = this;
    try {
      for (let more = true; more;) {
        const answers = await this.options.line.since(this.book.version);
        if (this.closed || life !== this.life) return;
        if (this.book.epoch !== "" && answers.epoch !== this.book.epoch) return await this.destroyedElsewhere(answers.epoch);
        this.book.epoch = answers.epoch;
        if (answers.version < this.book.version) return await this.restored();
        this.book.version = answers.version;
        await this.settle([], answers);
        ({ more } = answers);
      }
    } catch (failure) {
      this.pullWanted = true;
      throw failure;
    }
  }

  /** The server knows less than it had said, as after a restored backup: what it has lost is given to it again. */
  private async restored(): Promise<void> {
    const { life } = this;
    const answers = await this.everything();
    if (this.closed || life !== this.life) return;
    // what waits here is newer, and goes there by itself
    const lost = this.book.missing(answers).filter((note) => !this.book.isWaiting(note.id));
    this.book.version = answers.version;
    await this.settle([], { ...answers, gone: [...answers.gone, ...lost.map((note) => note.id)] });
    await this.apply(lost.map((note) => ({ id: note.id, after: { ...note, version: 0 } })));
  }

  private async everything(): Promise<NoteAnswers> {
    let all = await this.options.line.since(0);
    while (all.more) {
      const next = await this.options.line.since(all.version);
      all = { ...next, notes: [...all.notes, ...next.notes], gone: [...all.gone, ...next.gone] };
    }
    return all;
  }

  private async pullShared(): Promise<void> {
    this.sharedWanted = false;
    try {
      const shared = await this.options.line.shared();
      if (this.closed || alike(shared, this.shared)) return;
      this.shared = shared;
      this.tell();
      await this.disk.keepShared(shared);
    } catch (failure) {
      this.sharedWanted = true;
      throw failure;
    }
  }

  private async settle(sent: readonly NoteOp[], answers: NoteAnswers): Promise<void> {
    const change = this.book.settle(sent, answers);
    for (const [from, to] of change.renamed) {
      this.history.rename(from, to);
      for (const listener of [...this.renameListeners]) listener(from, to);
    }
    const { epoch, version } = this.book;
    this.tell();
    await this.disk.settle(change, { epoch, version });
  }

  private async destroyedElsewhere(epoch: string): Promise<void> {
    const had = this.book.all().length > 0;
    await this.beginAnew(epoch);
    if (had) for (const listener of [...this.wordListeners]) listener(t("destroyedElsewhere"));
  }

  private async beginAnew(epoch: string): Promise<void> {
    this.life += 1;
    this.history.clear();
    this.book.load({ epoch, version: 0, notes: [], ops: [] });
    this.pullWanted = true;
    this.tell();
    await this.disk.empty(epoch);
  }

  private tell(): void {
    for (const listener of [...this.listeners]) listener();
  }
}
