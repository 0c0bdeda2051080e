/// <reference path="../css.d.ts" />
import { LitElement } from "lit";
import { LanguageController } from "../i18n/language.ts";

/** What every element of both clients is: light DOM, styled by ordinary CSS files, drawn again when the language changes. */
export class LightElement extends LitElement {
  constructor() {
    super();
    new LanguageController(this);
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }
}

let ids = 0;

/** An id for labels and descriptions, unique in the page. */
export function uniqueId(prefix: string): string {
  ids += 1;
  return `${prefix}-${ids}`;
}
