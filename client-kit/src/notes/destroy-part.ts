import { html, nothing, type TemplateResult } from "lit";
import { fold } from "../text/fold.ts";
import { choice } from "../ui/choice.ts";
import { icon } from "../ui/icon.ts";
import type { NsNotes } from "./ns-notes.ts";
import { t } from "./texts.ts";

/** What is typed before all of one's own notes are destroyed. */
export interface Destroying {
  readonly everywhere: boolean;
  readonly typed: string;
  readonly working: boolean;
  /** why it did not come to pass */
  readonly trouble: string;
}

/** The end of all my notes: it says what that means, and asks for a word to be typed. */
export function destroyPart(list: NsNotes): TemplateResult {
  const { destroying } = list;
  if (destroying === null) return html`<p class="nb-row nb-foot"><button type="button" class="ns-button ns-plain" @click=${() => list.ponder({})} data-testid="destroy">${icon("trash")}<span>${t("destroy")}…</span></button></p>`;
  const { everywhere, typed, working, trouble } = destroying;
  const right = fold(typed.trim()) === fold(t("destroyWord"));
  return html`<section class="nb-destroy" role="alertdialog" aria-label=${t("destroy")} data-testid="destroy-ask">
    ${choice({ label: t("destroy"), name: "destroy", value: everywhere ? "all" : "here", options: [{ value: "here", label: t("destroyHere") }, { value: "all", label: t("destroyAll") }], pick: (value) => list.ponder({ everywhere: value === "all" }) })}
    <p>${t(everywhere ? "destroyAllText" : "destroyHereText")}</p>
    <label class="nb-field"><span>${t("destroyType", { word: t("destroyWord") })}</span><input class="ns-input" autocomplete="off" autocapitalize="off" .value=${typed} @input=${(event: InputEvent) => list.ponder({ typed: (event.target as HTMLInputElement).value })} data-testid="destroy-word" /></label>
    ${trouble ? html`<p class="nb-trouble" role="alert">${trouble}</p>` : nothing}
    <p class="nb-row"><button type="button" class="ns-button ns-danger" ?disabled=${!right || working} @click=${() => void list.destroy()} data-testid="destroy-yes">${t(working ? "destroying" : "destroyDo")}</button>
      <button type="button" class="ns-button ns-quiet" ?disabled=${working} @click=${() => list.ponder(null)}>${t("cancel")}</button></p></section>`;
}
