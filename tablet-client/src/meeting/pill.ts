import { html, nothing, type TemplateResult } from "lit";
import { icons } from "../app/icons.ts";
import { t } from "../texts/index.ts";
import type { Desk } from "./desk.ts";

/** Back to where the meeting is, in one tap. Only there while its reader is somewhere else. */
export function pill(desk: Desk): TemplateResult | typeof nothing {
  const { view, live } = desk.room;
  if (!view || !desk.kept.away || desk.presenting) return nothing;
  const words = wordsOf(desk, live?.page);
  return words === null ? nothing : html`<button type="button" class="nsr-pill mm-pill" @click=${() => desk.rejoin()} data-testid="follow-pill"><span class="nsr-pill-mark" aria-hidden="true"></span><span class="nsr-pill-words">${words}</span>${icons.forward}</button>`;
}

function wordsOf(desk: Desk, page: number | undefined): string | null {
  const view = desk.room.view!;
  const presented = view.stage.presenting?.paper;
  if (presented) {
    if (presented === desk.paper) return page === undefined ? null : t("followPage", { page });
    const paper = view.papers.papers[presented];
    return paper ? t("followPaper", { title: paper.title }) : null;
  }
  const item = view.agenda.inHand ? view.agenda.items[view.agenda.inHand] : undefined;
  return item ? t("landTitle", { number: item.number, title: item.title }) : null;
}
