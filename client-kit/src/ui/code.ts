import { html, type TemplateResult } from "lit";
import "./code.css";

const groups = (code: string): readonly string[] => code.match(/.{1,4}/g) ?? [];

/** A code that people read out and compare: in groups of four, as one word for who copies it. */
export const grouped = (code: string): TemplateResult => html`<span class="ns-code">${groups(code).map((group) => html`<span>${group}</span>`)}</span>`;

/** The same within a sentence. */
export const groupedText = (code: string): string => groups(code).join("\u00a0");

/** A sentence of the server with its codes of 16 characters in groups that stay on one line. */
export const withCodesGrouped = (sentence: string): string => sentence.replace(/\b(?=\w*\d)[0-9A-HJKMNP-TV-Z]{16}\b/g, groupedText);
