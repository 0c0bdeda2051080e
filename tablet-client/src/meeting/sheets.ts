import type { Packs } from "client-kit/offline/index.ts";
import { html, nothing, type TemplateResult } from "lit";
import { floorSheet } from "../floor/floor-sheet.ts";
import { icons } from "../app/icons.ts";
import { notesSheet } from "../notes/notes-sheet.ts";
import { leadSheet } from "../lead/lead-sheet.ts";
import { t } from "../texts/index.ts";
import { votesSheet } from "../vote/votes-sheet.ts";
import { statusSheet } from "../waiting/status-sheet.ts";
import type { Desk, Sheet } from "./desk.ts";

/** The sheet that is up, besides the vote's. */
export function sheetView(desk: Desk, packs: Packs | null): TemplateResult | typeof nothing {
  switch (desk.sheet) {
    case null: return nothing;
    case "floor": return frame(desk, "floor", t("floorTitle"), floorSheet(desk));
    case "votes": return frame(desk, "votes", t("voteList"), votesSheet(desk));
    case "search": return frame(desk, "search", t("search"), html`${desk.search}`);
    case "status": return frame(desk, "status", t("statusTitle"), statusSheet(desk, packs));
    case "notes": return frame(desk, "notes", t("notesTitle"), notesSheet(desk));
    case "lead": return frame(desk, "lead", t("leadTitle"), leadSheet(desk));
  }
}

function frame(desk: Desk, name: Sheet, title: string, body: TemplateResult): TemplateResult {
  return html`<section class=${`sheet is-${name}`} role="dialog" aria-label=${title} data-testid=${`${name}-sheet`} @keydown=${(e: KeyboardEvent) => { if (e.key === "Escape") desk.show(null); }}>
    <div class="sheet-head"><h2>${title}</h2><button type="button" class="ns-button ns-plain" @click=${() => desk.show(null)} data-testid="sheet-close">${icons.close}<span>${t("close")}</span></button></div>
    <div class="sheet-body" tabindex="0">${body}</div></section>`;
}
