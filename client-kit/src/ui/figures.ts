import { html, type TemplateResult } from "lit";
import "./figures.css";

/**
 * Digits in cells of one width: the font has no tabular figures, and a clock must not tremble. Say the text to screen readers
 * elsewhere (aria-label); this is for the eye.
 */
export function figures(text: string): TemplateResult {
  return html`<span class="ns-figures" aria-hidden="true">${[...text].map((sign) => (sign >= "0" && sign <= "9" ? html`<span>${sign}</span>` : sign))}</span>`;
}
