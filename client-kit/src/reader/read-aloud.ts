import type { NsReader } from "./ns-reader.ts";
import { sentencesOf, type Sentence } from "./sentences.ts";

/** As much of the browser's speech as is used; tests bring their own. */
export interface Voice { readonly lang: string; readonly localService: boolean }
export interface Speech {
  voices(): readonly Voice[];
  /** Says one sentence; `ended` is told once, also when it was cancelled or failed. */
  say(text: string, voice: Voice, ended: (done: boolean) => void): void;
  hush(): void;
  onVoices(changed: () => void): () => void;
}

export type Aloud = "silent" | "reading" | "paused";
export type Tongue = "vi" | "en";

const VIETNAMESE = /[ăâđêôơưà-ỹ]/iu;
/** Of all words, so many have Vietnamese letters in a Vietnamese text; an English one has a name here and there. */
const VIETNAMESE_SHARE = 0.3;

export function tongueOf(text: string): Tongue {
  const words = text.split(/\s+/u).filter((word) => /\p{L}/u.test(word));
  return words.filter((word) => VIETNAMESE.test(word)).length >= words.length * VIETNAMESE_SHARE ? "vi" : "en";
}

/** A voice on the device before one that needs the Internet, which a meeting room has not. */
export function voiceFor(tongue: Tongue, voices: readonly Voice[]): Voice | null {
  const fitting = voices.filter(({ lang }) => lang.toLowerCase().replace("_", "-").split("-")[0] === tongue);
  return fitting.find((voice) => voice.localService) ?? fitting[0] ?? null;
}

/**
 * Reads a page aloud, sentence by sentence, and marks the sentence on it. A pause ends the sentence in hand, which is said again
 * from its beginning: the browsers' own pause gets stuck on tablets. It ends when the page is left by hand.
 */
export class ReadAloud {
  #state: Aloud = "silent";
  #sentences: Sentence[] = [];
  #at = 0;
  #page = 0;
  /** Answers of an earlier sentence count for nothing. */
  #turn = 0;
  #leaving: (() => void) | null = null;

  constructor(private readonly reader: NsReader, private readonly speech: Speech | null, private readonly changed: () => void) {}

  get state(): Aloud { return this.#state; }

  /** The page in hand has words and the device a voice for them. */
  get able(): boolean {
    const text = this.reader.words?.text;
    return text !== undefined && text.trim() !== "" && this.speech !== null && voiceFor(tongueOf(text), this.speech.voices()) !== null;
  }

  connect(): void { this.#leaving ??= this.speech?.onVoices(this.changed) ?? null; }

  disconnect(): void {
    this.stop();
    this.#leaving?.();
    this.#leaving = null;
  }

  async play(): Promise<void> {
    if (this.#state === "reading") return;
    const goesOn = this.#state === "paused" && this.#page === this.reader.page;
    this.#become("reading");
    if (goesOn) this.#say();
    else await this.#begin();
  }

  pause(): void {
    if (this.#state !== "reading") return;
    this.#hush();
    this.#become("paused");
  }

  stop(): void {
    this.#hush();
    this.reader.spoken = null;
    this.#become("silent");
  }

  /** The reader has another page in hand, not by us. */
  left(page: number): void { if (this.#state !== "silent" && page !== this.#page) this.stop(); }

  async next(): Promise<void> {
    if (this.reader.page >= this.reader.count) { this.stop(); return; }
    this.#hush();
    this.#page = this.reader.page + 1;
    this.reader.goTo(this.#page);
    this.#become("reading");
    await this.#begin();
  }

  async #begin(): Promise<void> {
    const turn = ++this.#turn;
    const page = this.#page = this.reader.page;
    const words = await this.reader.pageWords(page);
    if (turn !== this.#turn || this.#state !== "reading") return;
    this.#sentences = words ? sentencesOf(words) : [];
    this.#at = 0;
    this.#say();
  }

  #say(): void {
    const sentence = this.#sentences[this.#at];
    if (!sentence) { void this.next(); return; }
    const voice = this.speech && voiceFor(tongueOf(this.#sentences.map(({ text }) => text).join(" ")), this.speech.voices());
    if (!voice) { this.stop(); return; }
    const turn = ++this.#turn;
    this.reader.spoken = { page: this.#page, words: sentence.words, current: true };
    this.speech!.say(sentence.text, voice, (done) => {
      if (turn !== this.#turn) return;
      if (!done) { this.stop(); return; }
      this.#at++;
      this.#say();
    });
  }

  #hush(): void {
    this.#turn++;
    if (this.#state === "reading") this.speech?.hush();
  }

  #become(state: Aloud): void {
    if (state === this.#state) return;
    this.#state = state;
    this.changed();
  }
}

/** The browser's own speech, null where it has none. */
export function browserSpeech(): Speech | null {
  if (typeof speechSynthesis === "undefined") return null;
  return {
    voices: () => speechSynthesis.getVoices(),
    say: (text, voice, ended) => {
      const utterance = new SpeechSynthesisUtterance(text);
      utterance.voice = voice as SpeechSynthesisVoice;
      utterance.lang = voice.lang;
      utterance.onend = () => ended(true);
      utterance.onerror = () => ended(false);
      speechSynthesis.speak(utterance);
    },
    hush: () => speechSynthesis.cancel(),
    onVoices: (changed) => {
      // Old WebKit has no events on this object.
      speechSynthesis.addEventListener?.("voiceschanged", changed);
      return () => speechSynthesis.removeEventListener?.("voiceschanged", changed);
    },
  };
}
