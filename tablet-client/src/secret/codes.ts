import { grouped } from "client-kit/ui/code.ts";
import { html, type TemplateResult } from "lit";

/** A code with its label. */
export const codeOf = (label: string, code: string, test: string): TemplateResult =>
  html`<div><dt>${label}</dt><dd class="tabular" data-testid=${test}>${grouped(code)}</dd></div>`;
