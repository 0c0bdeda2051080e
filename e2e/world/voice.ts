import type { Page } from "@playwright/test";

/** A device that can speak Vietnamese, and says each sentence in no time. Must be given before the page opens its app. */
export async function giveVoice(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const said: string[] = [];
    const voice = { lang: "vi-VN", localService: true };
    class Utterance { voice: unknown; lang = ""; onend: (() => void) | null = null; onerror: (() => void) | null = null; constructor(readonly text: string) {} }
    Object.assign(window, { said, SpeechSynthesisUtterance: Utterance });
    Object.defineProperty(window, "speechSynthesis", { value: { getVoices: () => [voice], speak: (one: Utterance) => { said.push(one.text); }, cancel: () => undefined, addEventListener: () => undefined, removeEventListener: () => undefined } });
  });
}

/** Every sentence that was said. */
export const said = (page: Page): Promise<string[]> => page.evaluate(() => (window as unknown as { said: string[] }).said);
