import { html, type TemplateResult } from "lit";

/** A code that is read aloud and compared: in two groups of four, as one word for who copies it. */
export const codeOf = (label: string, code: string, test: string): TemplateResult =>
  html`<div><dt>${label}</dt><dd class="tabular sb-code" data-testid=${test}><span>${code.slice(0, 4)}</span><span>${code.slice(4)}</span></dd></div>`;
