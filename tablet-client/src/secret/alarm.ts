import { html, type TemplateResult } from "lit";
import { ref } from "lit/directives/ref.js";
import { icons } from "../app/icons.ts";

/** Where what is touched gives way to something new, whoever goes by keyboard or by ear stands at the new thing; a moment later, as it is not in the page yet. */
export const arrives = ref((element) => { if (element instanceof HTMLElement) queueMicrotask(() => element.focus()); });

/** Something is wrong with a ballot: a card of its own that says what happened, what it means and what to do. Notices keep away from it. */
export function alarm(test: string, title: string, body: TemplateResult): TemplateResult {
  return html`<div class="sb-alarm" role="alert" tabindex="-1" ${arrives} data-testid=${test}>${icons.warn}<div><p class="sb-alarm-title">${title}</p>${body}</div></div>`;
}
