import type { Packs } from "client-kit/offline/index.ts";
import { html, nothing, type TemplateResult } from "lit";
import { icons } from "../app/icons.ts";
import { later } from "../app/later.ts";
import { t } from "../texts/index.ts";
import { secretPart } from "../vote/secret-part.ts";
import { roomPart } from "./room-part.ts";
import type { Desk, Sheet } from "./desk.ts";

type Parts = Awaited<ReturnType<typeof later.sheets>>;

let parts: Parts | null = null;

/** The sheet that is up, besides the vote's. */
export function sheetView(desk: Desk, packs: Packs | null): TemplateResult | typeof nothing {
  switch (desk.sheet) {
    case null: return nothing;
    case "floor": return frame(desk, "floor", t("floorTitle"), (sheets) => sheets.floorSheet(desk));
    case "votes": return frame(desk, "votes", t("voteList"), (sheets) => sheets.votesSheet(desk));
    case "search": return frame(desk, "search", t("search"), () => html`${desk.search ?? html`<p role="status">${t("loading")}</p>`}`);
    case "status": return frame(desk, "status", t("statusTitle"), (sheets) => sheets.statusSheet(desk, packs));
    case "beside": return frame(desk, "beside", t("besideTitle"), (sheets) => sheets.besideSheet(desk));
    case "notes": return frame(desk, "notes", t("notesTitle"), (sheets) => sheets.notesSheet(desk));
    case "signed": return frame(desk, "signed", t("signedTitle"), (sheets) => sheets.signedSheet(desk));
    case "recusal": return frame(desk, "recusal", t("recusalTitle"), (sheets) => sheets.recusalSheet(desk));
    case "trustee": return frame(desk, "trustee", t("trusteeSheet"), () => secretPart(desk, (secret) => secret.trusteeSheet(desk)));
    case "pass": return frame(desk, "pass", t("passTitle"), () => roomPart(desk, (room) => room.passSheet(desk)));
    case "lead": return frame(desk, "lead", t("leadTitle"), (sheets) => sheets.leadSheet(desk));
  }
}

/** They are on the device a moment after the start; who is faster waits that moment. */
export function content(desk: Desk, body: (sheets: Parts) => TemplateResult | typeof nothing): TemplateResult | typeof nothing {
  if (parts) return body(parts);
  void later.sheets().then((loaded) => { parts = loaded; desk.write({}); }, () => undefined);
  return html`<p role="status">${t("loading")}</p>`;
}

function frame(desk: Desk, name: Sheet, title: string, body: (sheets: Parts) => TemplateResult | typeof nothing): TemplateResult {
  return html`<section class=${`sheet is-${name}`} role="dialog" aria-label=${title} data-testid=${`${name}-sheet`} @keydown=${(e: KeyboardEvent) => { if (e.key === "Escape" && !e.defaultPrevented) { e.preventDefault(); desk.show(null); } }}>
    <div class="sheet-head"><h2>${title}</h2><button type="button" class="ns-button ns-plain" @click=${() => desk.show(null)} data-testid="sheet-close">${icons.close}<span>${t("close")}</span></button></div>
    <div class="sheet-body" tabindex="0">${content(desk, body)}</div></section>`;
}
