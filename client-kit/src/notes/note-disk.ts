import type { NoteOp, SharedNote } from "../proto/protocol.ts";
import { StoreFailure } from "../store/database.ts";
import type { Settlement } from "./book.ts";
import type { NoteShelf, ShelvedBook } from "./note-shelf.ts";
import type { OtherTabs } from "./other-tabs.ts";
import { t } from "./texts.ts";

export interface NoteDiskOptions {
  person: string;
  meeting: string;
  shelf: NoteShelf;
  tabs: OtherTabs;
  /** What lies on disk, with the acts that are not yet there, is to be shown from now on. */
  load: (kept: ShelvedBook) => void;
  /** The trouble is another one, or over. */
  changed: () => void;
}

interface Acts {
  readonly ops: readonly NoteOp[];
  readonly replaced: readonly string[];
}

/** A store that hangs must not hold up a hand; the note then counts as not kept until the store has answered. */
const STORE_WAIT_MS = 3_000;

/**
 * One person's notes in one meeting on the way to the disk. Writes follow each other in the order of acting; what can't be written stays
 * in memory, is said in a sentence, and is tried again. Nothing here rejects.
 */
export class NoteDisk {
  /** A sentence while the device can't keep notes. */
  trouble: string | undefined;
  private queue: Promise<unknown> = Promise.resolve();
  private unwritten: Acts[] = [];
  /** the book's serial as far as this tab has read or written it; 0 before */
  private serial = 0;
  private loads = 0;
  private closed = false;
  private endTabs: () => void = () => undefined;

  /** Ids of notes that could not be written down yet. */
  get unwrittenNotes(): ReadonlySet<string> {
    return new Set(this.unwritten.flatMap((act) => act.ops.map((op) => op.note)));
  }

  constructor(private readonly options: NoteDiskOptions) {}

  async open(): Promise<void> {
    this.endTabs = this.options.tabs.listen(() => void this.reload());
    await this.reload();
  }

  close(): void {
    this.closed = true;
    this.endTabs();
  }

  /** Resolves when the acts are on disk, or when the trouble is told. */
  async add(ops: readonly NoteOp[], replaced: readonly string[]): Promise<void> {
    this.unwritten.push({ ops, replaced });
    await bounded(this.writeActs(), () => this.troubled(new StoreFailure("broken", "no answer")));
  }

  drop(ops: readonly string[]): Promise<void> {
    return this.write((person, meeting) => this.options.shelf.drop(person, meeting, ops));
  }

  async settle(change: Settlement, known: { epoch: string; version: number }): Promise<void> {
    const { loads } = this;
    await this.write((person, meeting) => this.options.shelf.settle(person, meeting, change, known));
    // what was read in between was older than the answer
    if (loads !== this.loads) await this.reload();
  }

  keepShared(shared: readonly SharedNote[]): Promise<void> {
    return this.write((person, meeting) => this.options.shelf.keepShared(person, meeting, shared));
  }

  /** All notes of this meeting are gone, those that are not written too. */
  empty(epoch: string): Promise<void> {
    this.unwritten = [];
    return this.write((person, meeting) => this.options.shelf.empty(person, meeting, epoch));
  }

  /** The same for all meetings of the person. */
  emptyAll(): Promise<void> {
    this.unwritten = [];
    return this.write((person) => this.options.shelf.emptyAll(person).then(() => undefined));
  }

  /** What another tab has settled must not be sent again, and what failed to be written may be possible now. */
  async catchUp(): Promise<void> {
    if (this.unwritten.length > 0) await bounded(this.writeActs(), () => undefined);
    const serial = await this.options.shelf.serial(this.options.person, this.options.meeting).catch(() => this.serial);
    if (serial !== this.serial) await this.reload();
    await bounded(this.queue, () => undefined);
  }

  private writeActs(): Promise<void> {
    return this.write(async (person, meeting) => {
      const acts = [...this.unwritten];
      if (acts.length === 0) return undefined;
      if (this.serial === 0) this.serial = await this.options.shelf.open(person, meeting);
      const serial = await this.options.shelf.add(person, meeting, acts.flatMap((act) => act.ops), acts.flatMap((act) => act.replaced));
      this.unwritten = this.unwritten.filter((act) => !acts.includes(act));
      return serial;
    });
  }

  /** @param work gives the book's new serial, undefined when nothing was written */
  private write(work: (person: string, meeting: string) => Promise<number | undefined>): Promise<void> {
    return this.next(async () => {
      if (this.closed && this.unwritten.length === 0) return;
      const serial = await work(this.options.person, this.options.meeting);
      if (serial !== undefined) {
        // another tab has written in between: what it wrote is not in memory yet
        if (serial !== this.serial + 1) void this.reload();
        this.serial = serial;
        this.options.tabs.tell();
      }
      if (this.trouble === undefined || this.unwritten.length > 0) return;
      this.trouble = undefined;
      this.options.changed();
    });
  }

  private reload(): Promise<void> {
    const { shelf, person, meeting } = this.options;
    return this.next(async () => {
      if (this.closed) return;
      if (this.serial === 0) this.serial = await shelf.open(person, meeting);
      const kept = await shelf.read(person, meeting);
      if (kept === undefined || this.closed) return;
      this.serial = kept.serial;
      this.loads += 1;
      const onDisk = new Set(kept.ops.map(({ op }) => op.op));
      const replaced = new Set(this.unwritten.flatMap((act) => act.replaced));
      const waiting = this.unwritten.flatMap((act) => act.ops).filter((op) => !onDisk.has(op.op));
      this.options.load({ ...kept, ops: [...kept.ops.filter(({ op }) => !replaced.has(op.op)), ...waiting.map((op) => ({ op }))] });
    });
  }

  /** One after the other, so that what lies on disk follows what was done. */
  private next(work: () => Promise<void>): Promise<void> {
    const done = this.queue.then(work).catch((failure: unknown) => this.troubled(failure));
    this.queue = done;
    return done;
  }

  private troubled(failure: unknown): void {
    if (!(failure instanceof StoreFailure)) throw failure;
    const trouble = t("notKept", { why: failure.message });
    if (this.trouble === trouble) return;
    this.trouble = trouble;
    this.options.changed();
  }
}

async function bounded(work: Promise<unknown>, late: () => void): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const limit = new Promise<void>((resolve) => {
    timer = setTimeout(() => {
      late();
      resolve();
    }, STORE_WAIT_MS);
  });
  try {
    await Promise.race([work, limit]);
  } finally {
    clearTimeout(timer);
  }
}
