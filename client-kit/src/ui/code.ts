import { html, type TemplateResult } from "lit";
import "./code.css";

/** A code that people read out and compare: in two groups of four, as one word for who copies it. */
export const grouped = (code: string): TemplateResult => html`<span class="ns-code">${code.slice(0, 4)}<span>${code.slice(4)}</span></span>`;
