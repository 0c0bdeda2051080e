import { collab, getVersion, receiveTransaction, sendableSteps } from "prosemirror-collab";
import type { Node } from "prosemirror-model";
import { EditorState, type Plugin, type Transaction } from "prosemirror-state";
import { Step } from "prosemirror-transform";
import type { RichText } from "client-kit/proto/protocol.ts";
import { HttpFailure } from "client-kit/net/http.ts";
import { toDoc, toText } from "./convert.ts";
import type { KeptText, KeptTexts } from "./kept-texts.ts";
import { isPlain, madePlain } from "./plain-text.ts";
import { schema } from "./schema.ts";

export interface Batch {
  readonly writer: string;
  readonly steps: readonly string[];
}

/** Where a text is decided. All reject with an HttpFailure. */
export interface Authority {
  whole(): Promise<{ version: number; document: RichText }>;
  since(version: number): Promise<{ version: number; batches: readonly Batch[] }>;
  write(version: number, writer: string, steps: readonly string[], document: RichText): Promise<void>;
}

/** loading: nothing to show yet · saved · sending · offline: kept here until the line is back · refused: not recorded, and why */
export type TextState = "loading" | "saved" | "sending" | "offline" | "refused";

const SEND_AFTER_MS = 600;
const STEPS_AT_ONCE = 500;
const CHARACTERS_AT_ONCE = 100_000;
const RETRY_MS = 1_000;
const RETRY_CAP_MS = 15_000;

/** Only ASCII, so that the server keeps each step letter for letter. */
const ascii = (step: Step): string => JSON.stringify(step.toJSON()).replace(/[\u007f-\uffff]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`);

const fromAscii = (json: string): Step => Step.fromJSON(schema, JSON.parse(json));

export interface SyncOptions {
  /** place and part */
  readonly text: string;
  readonly authority: Authority;
  readonly kept: KeptTexts;
  readonly plugins: () => Plugin[];
  /** The state of the text or of the editor has changed. */
  readonly changed: () => void;
}

/**
 * One text between its editor here and the server, which takes steps only upon its newest version. Whatever is typed is kept on
 * this device until the server has it; what others wrote meanwhile is put below the own unsent steps.
 */
export class TextSync {
  editor: EditorState | undefined;
  /** A sentence when it is refused, or when this device keeps nothing. */
  trouble = "";
  #state: TextState = "loading";
  #writer = "";
  /** the text as the server has it, at the editor's version */
  #base: Node | undefined;
  #baseText: RichText = { blocks: [] };
  #newest = 0;
  #busy = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #retries = 0;
  #closed = false;
  /** what a former editor has left is looked for before anything is asked of the server, lest it be written over */
  #opened = false;
  isComposing: () => boolean = () => false;

  constructor(private readonly options: SyncOptions) {}

  get state(): TextState { return this.#state; }
  get version(): number { return this.editor ? getVersion(this.editor) : 0; }
  /** Whether something is written here that the server has not taken. */
  get unsent(): boolean { return this.editor !== undefined && sendableSteps(this.editor) !== null; }

  async open(): Promise<void> {
    const left = await this.options.kept.adopt(this.options.text);
    if (left) this.#start(left.writer, left.kept);
    else this.#writer = await this.options.kept.writer();
    this.#opened = true;
    if (this.#closed) this.options.kept.release(this.#writer);
    else this.wake();
  }

  close(): void {
    this.#closed = true;
    clearTimeout(this.#timer);
    this.options.kept.release(this.#writer);
  }

  /** The server has this version; asks for what is missing here. */
  tell(version: number): void {
    this.#newest = Math.max(this.#newest, version);
    if (this.editor === undefined || this.version < this.#newest) this.wake();
  }

  /** Tries at once, as when the line is back. */
  wake(): void {
    this.#retries = 0;
    this.#plan(0);
  }

  /** What the editor does. */
  apply(tr: Transaction): void {
    if (this.editor === undefined) return;
    this.editor = this.editor.apply(tr);
    if (tr.docChanged) {
      this.#keep();
      this.#show(this.#state === "offline" ? "offline" : "sending");
      this.#plan(SEND_AFTER_MS);
    } else this.options.changed();
  }

  #start(writer: string, { version, document, steps }: KeptText): void {
    this.#writer = writer;
    this.#baseText = document;
    this.#base = toDoc(document);
    const fresh = EditorState.create({ schema, doc: this.#base, plugins: [...this.options.plugins(), collab({ version, clientID: writer })] });
    const { tr } = fresh;
    for (const step of steps) tr.step(fromAscii(step));
    this.editor = steps.length === 0 ? fresh : fresh.apply(tr);
  }

  #keep(): void {
    const { kept, text } = this.options;
    const unsent = this.editor ? sendableSteps(this.editor) : null;
    try {
      if (unsent === null) kept.forget(text, this.#writer);
      else kept.keep(text, this.#writer, { version: unsent.version, document: this.#baseText, steps: unsent.steps.map(ascii) });
      if (this.#state !== "refused") this.trouble = "";
    } catch {
      this.trouble = "full";
    }
  }

  #show(state: TextState, trouble?: string): void {
    this.#state = state;
    if (trouble !== undefined) this.trouble = trouble;
    this.options.changed();
  }

  #plan(ms: number): void {
    if (this.#closed || !this.#opened) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#work(), ms);
  }

  /** One thing after the other: takes in what is new, then sends, until both are done. */
  async #work(): Promise<void> {
    if (this.#busy || this.#closed) return;
    this.#busy = true;
    try {
      if (this.editor === undefined) {
        const { version, document } = await this.options.authority.whole();
        this.#start(this.#writer, { version, document, steps: [] });
        this.#newest = Math.max(this.#newest, version);
        this.options.changed();
      }
      if (this.version < this.#newest) await this.#takeIn();
      while (!this.#closed && (await this.#send()));
      this.#retries = 0;
      if (this.unsent) this.#plan(SEND_AFTER_MS);
      else {
        this.#show("saved", "");
        await this.#takeOver();
      }
    } catch (failure) {
      if (!(failure instanceof HttpFailure)) throw failure;
      if (failure.passing || failure.kind === "signedOut") {
        this.#show(this.editor === undefined ? "loading" : "offline", failure.kind === "signedOut" ? failure.message : "");
        this.#retries += 1;
        this.#plan(Math.min(RETRY_CAP_MS, RETRY_MS * 2 ** this.#retries) * (0.5 + Math.random() / 2));
      } else this.#show("refused", failure.message);
    } finally {
      this.#busy = false;
      if (this.#state !== "offline" && this.#state !== "loading" && this.version < this.#newest) this.#plan(0);
    }
  }

  /** True when there is more to send at once. */
  async #send(): Promise<boolean> {
    if (!this.editor || !this.#base) return false;
    if (!isPlain(this.editor.doc)) {
      if (this.isComposing()) return false;
      const tr = madePlain(this.editor);
      if (tr) this.apply(tr);
    }
    const unsent = sendableSteps(this.editor);
    if (unsent === null) return false;
    const steps: string[] = [];
    let characters = 0;
    for (const step of unsent.steps.slice(0, STEPS_AT_ONCE)) {
      const json = ascii(step);
      if (steps.length > 0 && (characters += json.length) > CHARACTERS_AT_ONCE) break;
      steps.push(json);
    }
    const after = unsent.steps.slice(0, steps.length).reduce((doc, step) => step.apply(doc).doc ?? doc, this.#base);
    if (this.#state !== "sending") this.#show("sending", "");
    try {
      await this.options.authority.write(unsent.version, this.#writer, steps, toText(after));
    } catch (failure) {
      if (!(failure instanceof HttpFailure) || failure.code !== "TEXT_MOVED_ON") throw failure;
      await this.#takeIn();
      return true;
    }
    this.#receive([{ writer: this.#writer, steps }]);
    return this.unsent;
  }

  async #takeIn(): Promise<void> {
    const { version, batches } = await this.options.authority.since(this.version);
    this.#newest = Math.max(this.#newest, version);
    this.#receive(batches);
  }

  #receive(batches: readonly Batch[]): void {
    if (!this.editor || !this.#base) return;
    const steps = batches.flatMap((batch) => batch.steps.map(fromAscii));
    const writers = batches.flatMap((batch) => batch.steps.map(() => batch.writer));
    this.#base = steps.reduce((doc, step) => step.apply(doc).doc ?? doc, this.#base);
    this.#baseText = toText(this.#base);
    this.editor = this.editor.apply(receiveTransaction(this.editor, steps, writers, { mapSelectionBackward: true }));
    this.#keep();
    this.options.changed();
  }

  /** Another editor on this device that is gone may have left something of the same text. */
  async #takeOver(): Promise<void> {
    const left = await this.options.kept.adopt(this.options.text);
    if (left === undefined || this.unsent || this.#closed) {
      if (left) this.options.kept.release(left.writer);
      return;
    }
    this.options.kept.release(this.#writer);
    this.#start(left.writer, left.kept);
    this.options.changed();
    this.#plan(0);
  }
}
