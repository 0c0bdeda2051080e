import type { Note } from "../proto/protocol.ts";
import { DeviceNotebook } from "./device-notebook.ts";
import { NoteShelf } from "./note-shelf.ts";
import type { OtherTabs } from "./other-tabs.ts";
import { BadLine, type UnreliableServer } from "./unreliable-server.ts";

/** To be closed after each test. */
export const opened: Device[] = [];
const noTabs: OtherTabs = { tell: () => undefined, listen: () => () => undefined, alone: (work) => work() };

/** One device of the person: its disk stays over a reload, its page does not. */
export class Device {
  readonly line: BadLine;
  shelf: NoteShelf;
  book: DeviceNotebook;
  readonly words: string[] = [];

  constructor(server: UnreliableServer, readonly name: string, private readonly random: () => number, private readonly tabs: OtherTabs = noTabs) {
    this.line = new BadLine(server, random);
    this.shelf = new NoteShelf(`shelf-${name}`);
    this.book = this.open();
    opened.push(this);
  }

  /** The page is killed and opened again. */
  async reload(): Promise<void> {
    this.book.close();
    await this.shelf.close();
    this.shelf = new NoteShelf(`shelf-${this.name}`);
    this.book = this.open();
    await this.book.start();
  }

  private open(): DeviceNotebook {
    const book = new DeviceNotebook({ person: "p1", meeting: "m1", shelf: this.shelf, line: this.line, tabs: this.tabs, now: () => Date.now(), random: this.random });
    book.onWord((word) => this.words.push(word));
    return book;
  }

  async write(text: string, page = 1): Promise<Note> {
    const note = this.book.make("paper", page, { kind: "text", colour: "BLUE", at: [10, 10], text });
    await this.book.do({ put: [note] });
    return note;
  }

  async edit(note: Note, text: string): Promise<void> {
    const there = this.book.get(note.id);
    if (there?.body.kind === "text") await this.book.do({ put: [{ ...there, body: { ...there.body, text } }] });
  }

  get texts(): string[] {
    return this.book.all().map(textOf).sort();
  }
}

export const textOf = (note: Note): string => (note.body.kind === "text" ? note.body.text : "");

/** Two tabs of one browser on one disk, which hear of each other. */
export function twoTabs(): [OtherTabs, OtherTabs] {
  const heard: [() => void, () => void] = [() => undefined, () => undefined];
  let turn: Promise<unknown> = Promise.resolve();
  const tab = (mine: 0 | 1): OtherTabs => ({
    tell: () => setTimeout(() => heard[mine === 0 ? 1 : 0](), 1),
    listen: (changed) => {
      heard[mine] = changed;
      return () => (heard[mine] = () => undefined);
    },
    alone: <T>(work: () => Promise<T>) => {
      const done = turn.then(work);
      turn = done.catch(() => undefined);
      return done;
    },
  });
  return [tab(0), tab(1)];
}
