import { papersBeside } from "client-kit/meeting/papers-beside.ts";
import type { NsReader } from "client-kit/reader/index.ts";
import { html, nothing, type TemplateResult } from "lit";
import { icons } from "../app/icons.ts";
import { t } from "../texts/index.ts";
import type { Desk } from "./desk.ts";

/** Which paper this is, of which item, and how it may be looked at. */
export function paperStrip(desk: Desk): TemplateResult | typeof nothing {
  const view = desk.room.view!;
  const { reader, revision } = desk;
  const pages = (): void => reader?.openPanel(reader.panel === "contents" ? "contents" : "pages");
  const id = desk.paper!;
  const paper = view.papers.papers[id];
  const item = paper ? view.agenda.items[paper.item] : undefined;
  if (!paper || !reader) return nothing;
  const newer = paper.supersededBy && view.papers.papers[paper.supersededBy] ? paper.supersededBy : null;
  const signed = desk.presenting ? undefined : reader.manifest?.signed;
  const leads = desk.room.mine?.may.lead ?? false;
  return html`<div class="ps">
    <button type="button" class="ps-title" @click=${() => desk.open({ kind: "item", item: paper.item })} data-testid="paper-title"><span class="ps-words">${item ? html`<span class="soft tabular">${t("itemNumber", { number: item.number })} · </span>` : nothing}<b>${paper.title}</b>${paper.handling === "FREE" ? nothing : html` <span class="tag is-quiet" data-testid="paper-handling">${t(paper.handling === "MARKED" ? "paperMARKED" : "paperVIEW_ONLY")}</span>`}</span></button>
    ${signed ? html`<button type="button" class="ns-button ns-plain" @click=${() => desk.show("signed")} data-testid="paper-signed">${signed.every((each) => each.holds) ? icons.check : icons.warn}<span>${t("signedTitle")}</span></button>` : nothing}
    ${newer ? html`<button type="button" class="ns-button ns-quiet" @click=${() => desk.open({ kind: "paper", paper: newer })}>${t("paperNewer")}</button>` : nothing}
    ${desk.presenting ? nothing : changesButton(desk, () => revision?.toggle())}
    ${leads && view.head.phase === "IN_SESSION" && reader.count > 0 ? desk.presenting
      ? html`<span class="ps-live"><span class="tag is-live">${t("presenting")}</span>
          <button type="button" class="ns-button ns-quiet" aria-pressed=${desk.pointing ? "true" : "false"} @click=${() => desk.point(!desk.pointing)} data-testid="point">${icons.point}<span>${desk.pointing ? t("pointEnd") : t("point")}</span></button>
          <button type="button" class="ns-button ns-quiet" @click=${() => desk.give({ type: "stopPresenting" })} data-testid="stop-presenting">${icons.stop}<span>${t("presentStop")}</span></button></span>`
      : html`<button type="button" class="ns-button ns-quiet" @click=${() => desk.present(id)} data-testid="present-page">${icons.present}<span>${t("presentPage")}</span></button>` : nothing}
    <button type="button" class="ns-button ns-plain" aria-pressed=${desk.sheet === "notes" ? "true" : "false"} @click=${() => desk.show("notes")} data-testid="notes">${icons.notes}<span>${t("notesTitle")}</span></button>
    ${desk.presenting ? nothing : pagesButton(reader, pages)}
    <div class="ps-more" @keydown=${(e: KeyboardEvent) => { if (e.key === "Escape") desk.showMore(false); }}>
      <button type="button" class="ns-button ns-plain" aria-haspopup="true" aria-expanded=${desk.moreOpen ? "true" : "false"} @click=${() => desk.showMore(!desk.moreOpen)} data-testid="more">${icons.more}<span>${t("more")}</span></button>
      ${desk.moreOpen ? html`<button type="button" class="ps-veil" tabindex="-1" aria-hidden="true" @click=${() => desk.showMore(false)}></button>
        <div class="ps-menu">${rarer(desk, id, pages)}</div>` : nothing}
    </div>
  </div>`;
}

function pagesButton(reader: NsReader, act: () => void): TemplateResult {
  return html`<button type="button" class="ns-button ns-plain" aria-pressed=${reader.panel === "pages" || reader.panel === "contents" ? "true" : "false"} ?disabled=${reader.count === 0} @click=${act} data-testid="pages">${icons.pages}<span>${t("pages")}</span></button>`;
}

function changesButton({ reader, revision }: Desk, act: () => void): TemplateResult | typeof nothing {
  return revision?.hasOlder ? html`<button type="button" class="ns-button ns-plain" aria-pressed=${revision.shown ? "true" : "false"} ?disabled=${reader?.count === 0} @click=${act} data-testid="changes-toggle">${icons.minutes}<span>${t("paperChanges")}</span></button>` : nothing;
}

/** What is wanted less often, behind "Thêm", so that the strip stays calm; while its reader presents, also what has no room beside the pointer. */
function rarer(desk: Desk, paper: string, pages: () => void): TemplateResult {
  const reader = desk.reader!;
  const choose = (act: () => void) => (): void => { desk.showMore(false); act(); };
  return html`${desk.presenting ? html`${pagesButton(reader, choose(pages))}${changesButton(desk, choose(() => desk.revision?.toggle()))}` : nothing}
    ${desk.beside || papersBeside(desk.room.view!, paper).length === 0 ? nothing
      : html`<button type="button" class="ns-button ns-plain" ?disabled=${reader.count === 0} @click=${choose(() => desk.show("beside"))} data-testid="beside">${icons.beside}<span>${t("beside")}</span></button>`}
    <button type="button" class="ns-button ns-plain" aria-pressed=${reader.panel === "view" ? "true" : "false"} ?disabled=${reader.count === 0} @click=${choose(() => reader.openPanel("view"))} data-testid="look">${icons.settings}<span>${t("look")}</span></button>`;
}
