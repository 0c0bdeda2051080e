import { papersBeside, type PaperBeside } from "client-kit/meeting/papers-beside.ts";
import { html, nothing, type TemplateResult } from "lit";
import { icons } from "../app/icons.ts";
import { t } from "../texts/index.ts";
import type { Desk } from "./desk.ts";

/** Which paper shall lie beside the open one: its other versions first. */
export function besideSheet(desk: Desk): TemplateResult {
  const papers = desk.paper ? papersBeside(desk.room.view!, desk.paper) : [];
  const part = (kinship: PaperBeside["kinship"], title: string): TemplateResult | typeof nothing => {
    const some = papers.filter((paper) => paper.kinship === kinship);
    return some.length === 0 ? nothing : html`<section class="part"><h3>${title}</h3><ul class="ip-papers">${some.map((paper) => html`
      <li><button type="button" class="ip-paper" @click=${() => desk.layBeside(paper.id)} data-testid=${`beside-${paper.id}`}>${icons.paper}
        <span class="ip-words">${paper.title}<small class="tabular">${paper.item ? `${t("itemNumber", { number: paper.item })} · ` : ""}${t("paperPages", { n: paper.pages })}${kinship === "version" ? ` · ${t(paper.old ? "besideOld" : "besideNew")}` : ""}</small></span>${icons.forward}</button></li>`)}</ul></section>`;
  };
  return html`${part("version", t("besideVersions"))}${part("item", t("besideItem"))}${part("other", t("besideOther"))}`;
}
