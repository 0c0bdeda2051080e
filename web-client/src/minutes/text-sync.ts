import { collab, getVersion, receiveTransaction, sendableSteps } from "prosemirror-collab";
import type { Node } from "prosemirror-model";
import { EditorState, type Plugin, type Transaction } from "prosemirror-state";
import { Step } from "prosemirror-transform";
import type { RichText } from "client-kit/proto/protocol.ts";
import { HttpFailure } from "client-kit/net/http.ts";
import { toDoc, toText } from "./convert.ts";
import type { KeptText, KeptTexts } from "./kept-texts.ts";
import { minutesTexts as say } from "../texts/minutes.ts";
import { oneStep } from "./one-step.ts";
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
/** What the server takes of one write (`MinutesCommand.STEP_CHARACTERS`). */
const CHARACTERS_MOST = 300_000;
/** What a text or a write is refused with for its size or its forms: never because of what happened meanwhile. */
const OVER_LIMITS: readonly string[] = ["TEXT_TOO_LONG", "TEXT_FORM_NOT_TAKEN", "TOO_MANY", "TOO_LARGE"];
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
  /** One step in place of so many first unsent ones, which went through what the server does not take. It stays as it is until the server has answered. */
  #whole: { readonly json: string; readonly instead: number } | undefined;
  /** The unsent steps are put together before they are sent. */
  #together = false;
  /** how many steps the editor counts more than the server, which got one for several */
  #ahead = 0;
  #busy = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #retries = 0;
  #closed = false;
  /** what a former editor has left is looked for before anything is asked of the server, lest it be written over */
  #opened = false;
  isComposing: () => boolean = () => false;

  constructor(private readonly options: SyncOptions) {}

  get state(): TextState { return this.#state; }
  get version(): number { return this.editor ? getVersion(this.editor) - this.#ahead : 0; }
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

  /** Lets go of what the server has not taken, and shows the text as the server has it. Not while something is on its way: false. */
  discard(): boolean {
    if (!this.#base || this.#busy) return false;
    this.options.kept.forget(this.options.text, this.#writer);
    this.#start(this.#writer, { version: this.version, document: this.#baseText, steps: [] });
    this.#show("saved", "");
    this.wake();
    return true;
  }

  /** Puts an earlier text in the place of what stands here, as one more change. False while nothing is open. */
  restore(text: RichText): boolean {
    if (this.editor === undefined) return false;
    this.apply(this.editor.tr.replaceWith(0, this.editor.doc.content.size, toDoc(text).content));
    return true;
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
    this.#whole = undefined;
    this.#together = false;
    this.#ahead = 0;
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
      else {
        const steps = this.#whole ? [this.#whole.json, ...unsent.steps.slice(this.#whole.instead).map(ascii)] : unsent.steps.map(ascii);
        kept.keep(text, this.#writer, { version: this.version, document: this.#baseText, steps });
      }
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
      while (!this.#closed && (await this.#send().catch((failure: unknown) => this.#again(failure))));
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
    if (this.#together && !this.#whole && !this.#join()) return this.unsent;
    const unsent = sendableSteps(this.editor);
    if (unsent === null) return false;
    const steps: string[] = this.#whole ? [this.#whole.json] : [];
    let characters = 0;
    for (const step of this.#whole ? [] : unsent.steps.slice(0, STEPS_AT_ONCE)) {
      const json = ascii(step);
      characters += json.length;
      if (steps.length > 0 && characters > CHARACTERS_AT_ONCE) break;
      steps.push(json);
    }
    const after = steps.reduce((doc, step) => fromAscii(step).apply(doc).doc ?? doc, this.#base);
    if (steps.some((step) => step.length > CHARACTERS_MOST)) throw new HttpFailure("refused", 0, "TEXT_TOO_LONG", say.tooLong);
    if (this.#state !== "sending") this.#show("sending", "");
    try {
      await this.options.authority.write(this.version, this.#writer, steps, toText(after));
    } catch (failure) {
      if (!(failure instanceof HttpFailure) || failure.code !== "TEXT_MOVED_ON") throw failure;
      await this.#takeIn();
      return true;
    }
    this.#receive([{ writer: this.#writer, steps }]);
    return this.unsent;
  }

  /** Whether to send once more: what is over a limit on the way may be within it at the end. */
  async #again(failure: unknown): Promise<boolean> {
    if (!(failure instanceof HttpFailure) || !OVER_LIMITS.includes(failure.code)) throw failure;
    const tried = this.#whole !== undefined;
    this.#whole = undefined;
    this.#together = true;
    await this.#takeIn(); // what it has of ours after all is not put together once more
    if (tried) {
      this.#keep();
      throw failure;
    }
    return true;
  }

  /** Puts one step in place of all that are unsent; false when they come to nothing. */
  #join(): boolean {
    if (!this.editor || !this.#base) return false;
    const instead = sendableSteps(this.editor)?.steps.length ?? 0;
    const step = oneStep(this.#base, this.editor.doc);
    if (step === null) {
      this.#confirm(instead);
      this.#ahead += instead;
      this.#together = false;
    } else this.#whole = { json: ascii(step), instead };
    this.#keep();
    return step !== null;
  }

  /** The editor takes its first unsent steps for sent. */
  #confirm(count: number): void {
    if (!this.editor) return;
    const own = sendableSteps(this.editor)?.steps.slice(0, count) ?? [];
    this.editor = this.editor.apply(receiveTransaction(this.editor, own, own.map(() => this.#writer)));
  }

  async #takeIn(): Promise<void> {
    const { version, batches } = await this.options.authority.since(this.version);
    this.#newest = Math.max(this.#newest, version);
    this.#receive(batches);
  }

  #receive(batches: readonly Batch[]): void {
    if (!this.editor || !this.#base) return;
    const all = batches.flatMap(({ writer, steps }) => steps.map((json) => ({ writer, json, step: fromAscii(json) })));
    if (all.length === 0) return;
    this.#base = all.reduce((doc, { step }) => step.apply(doc).doc ?? doc, this.#base);
    this.#baseText = toText(this.#base);
    if (this.#whole && all[0]?.writer === this.#writer && all[0].json === this.#whole.json) {
      this.#confirm(this.#whole.instead);
      this.#ahead += this.#whole.instead - 1;
      this.#together = false;
      all.shift();
    }
    this.#whole = undefined;
    this.editor = this.editor.apply(receiveTransaction(this.editor, all.map(({ step }) => step), all.map(({ writer }) => writer), { mapSelectionBackward: true }));
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
