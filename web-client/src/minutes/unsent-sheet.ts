import { html, nothing, type TemplateResult } from "lit";
import { openSheet } from "../shared/ask.ts";
import { common } from "../texts/common.ts";
import { minutesTexts as say } from "../texts/minutes.ts";
import type { TextSync } from "./text-sync.ts";

/** What the server will not take can be copied elsewhere, and let go of. */
export async function unsentSheet(sync: TextSync): Promise<void> {
  const doc = sync.editor?.doc;
  if (!doc) return;
  const words = doc.textBetween(0, doc.content.size, "\n", (leaf) => (leaf.isText ? "" : "\n"));
  let told = "";
  await openSheet<true>("unsent", (close, redraw): TemplateResult => {
    const copy = async (event: Event): Promise<void> => {
      (event.target as HTMLElement).closest("dialog")?.querySelector("textarea")?.select();
      // on addresses without TLS there is no clipboard
      told = await (navigator.clipboard as Clipboard | undefined ?? { writeText: () => Promise.reject(new Error()) }).writeText(words).then(() => say.copiedAll, () => say.copyByHand);
      redraw();
    };
    const discard = (): void => {
      if (sync.discard()) close(true);
      else {
        told = say.busy;
        redraw();
      }
    };
    return html`<h2 id="sheet-title">${say.takeOutTitle}</h2><p class="sheet-text">${say.takeOutText}</p>
      <textarea class="unsent-words" rows="12" readonly aria-labelledby="sheet-title" data-testid="unsent-words" .value=${words}></textarea>
      <p class="hint" role="status">${told === "" ? nothing : told}</p>
      <div class="sheet-acts"><button type="button" class="ns-button ns-quiet" @click=${() => close(null)}>${common.close}</button>
        <button type="button" class="ns-button ns-danger" data-testid="unsent-discard" @click=${discard}>${say.discard}</button>
        <button type="button" class="ns-button ns-primary" data-first data-testid="unsent-copy" @click=${(event: Event) => void copy(event)}>${say.copyAll}</button></div>`;
  });
}
