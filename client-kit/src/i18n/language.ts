import type { ReactiveController, ReactiveControllerHost } from "lit";

export type Language = "vi" | "en";
export const LANGUAGES: readonly Language[] = ["vi", "en"];

const KEY = "nghisu.language";
const listeners = new Set<(language: Language) => void>();
let current: Language = "vi";

export function language(): Language {
  return current;
}

/** Switches at once: everything drawn by a LanguageController's host is drawn again. Kept for the next visit. */
export function chooseLanguage(wanted: Language): void {
  try {
    localStorage.setItem(KEY, wanted);
  } catch {
    // A closed storage (private mode) only means that the choice is forgotten.
  }
  show(wanted);
}

/** Call once, first thing in an app: the kept choice, else the given one, else Vietnamese. */
export function startLanguage(otherwise: Language = "vi"): void {
  let kept: string | null = null;
  try {
    kept = localStorage.getItem(KEY);
  } catch {
    kept = null;
  }
  show(LANGUAGES.find((one) => one === kept) ?? otherwise);
}

/** Told of every switch; the returned function ends it. */
export function onLanguage(listener: (language: Language) => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** A text that the server has already written in both languages. */
export function inLanguage(text: { vi: string; en: string }): string {
  return text[current];
}

function show(wanted: Language): void {
  const changed = wanted !== current;
  current = wanted;
  if (typeof document !== "undefined") document.documentElement.lang = wanted;
  if (changed) for (const listener of [...listeners]) listener(wanted);
}

/** Draws its host again when the language changes. */
export class LanguageController implements ReactiveController {
  private end: (() => void) | undefined;

  constructor(private readonly host: ReactiveControllerHost) {
    host.addController(this);
  }

  hostConnected(): void {
    this.end = onLanguage(() => this.host.requestUpdate());
  }

  hostDisconnected(): void {
    this.end?.();
    this.end = undefined;
  }
}
