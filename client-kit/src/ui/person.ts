import { html, nothing, type TemplateResult } from "lit";
import "./person.css";

export interface Named {
  name: string;
  title?: string;
  unit?: string;
}

/** A name with title and unit. Long names wrap between words; large for the screen and the stage. */
export function person({ name, title = "", unit = "" }: Named, options: { large?: boolean; after?: TemplateResult } = {}): TemplateResult {
  const line = [title, unit].filter((part) => part !== "").join(", ");
  return html`<span class="ns-person ${options.large === true ? "is-large" : ""}">
    <span class="ns-person-name">${name}</span>
    ${line === "" ? nothing : html`<span class="ns-person-line">${line}</span>`}
    ${options.after ?? nothing}
  </span>`;
}
