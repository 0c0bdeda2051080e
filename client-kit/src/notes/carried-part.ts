import { html, nothing, type TemplateResult } from "lit";
import { icon } from "../ui/icon.ts";
import { empty } from "../ui/plain.ts";
import type { CarryReport } from "./carried.ts";
import { content, jump } from "./entry-view.ts";
import { quoteOf, textOf, type Entry } from "./listing.ts";
import type { NsNotes } from "./ns-notes.ts";
import { t } from "./texts.ts";

/** What became of my notes in new versions: a sentence, then what needs an eye. */
export function carriedPart(list: NsNotes, reports: readonly CarryReport[]): TemplateResult {
  if (reports.length === 0) return empty({ icon: "check", title: t("emptyRevised") });
  return html`${reports.map((report) => html`<section class="nb-paper" data-testid="carry-report" data-paper=${report.paper}>
    <h3>${list.titleOf(report.paper)}</h3>
    <p class="nb-says" data-testid="carry-sentence">${carrySentence(report)}</p>
    ${part(t("checkTitle"), report.check, (entry) => checked(list, entry))}
    ${part(t("orphanTitle"), report.orphan, (entry) => orphan(list, entry))}
    <p class="nb-row"><button type="button" class="ns-button ns-primary" @click=${() => list.see(report.notes)} data-testid="carry-seen-all">${icon("check")}<span>${t("seenAll")}</span></button></p></section>`)}`;
}

export function carrySentence({ counts: { KEPT: kept, MOVED: moved, CHECK: check, ORPHAN: orphan } }: CarryReport): string {
  return moved > 0 ? t("reportMoved", { kept, moved, check, orphan }) : t("report", { kept, check, orphan });
}

function part(title: string, entries: readonly Entry[], line: (entry: Entry) => TemplateResult): TemplateResult | typeof nothing {
  return entries.length === 0 ? nothing : html`<h4>${title}</h4><ul class="nb-list">${entries.map(line)}</ul>`;
}

/** Old words beside new ones, so that the eye compares and not the memory. */
function checked(list: NsNotes, entry: Entry): TemplateResult {
  const own = textOf(entry);
  return html`<li class="nb-entry is-check" data-testid="carry-check">
    ${own ? html`<p class="nb-text">${own}</p>` : nothing}
    <div class="nb-sides">
      <div><h5>${t("before")}</h5>${oldWords(list, entry)}${oldPage(list, entry)}</div>
      <div><h5>${t("after")}</h5>${jump(list, entry, nothing, newWords(list, entry))}</div>
    </div>${seen(list, entry)}</li>`;
}

function orphan(list: NsNotes, entry: Entry): TemplateResult {
  return html`<li class="nb-entry" data-testid="carry-orphan">${content(entry)}
    <p class="nb-row">${oldPage(list, entry)}</p>${seen(list, entry)}</li>`;
}

function oldWords(list: NsNotes, entry: Entry): TemplateResult {
  const old = list.originals(entry);
  const quote = old === null ? quoteOf(entry) : quoteOf(old);
  return quote ? html`<p><q class="nb-quote">${quote}</q></p>` : html`<p class="nb-soft">${t("inkBefore", { page: entry.notes[0]?.carried?.page ?? entry.page })}</p>`;
}

/** What stands there now; of what was drawn, the drawing. The old quote is on the other side. */
function newWords(list: NsNotes, entry: Entry): TemplateResult {
  if (entry.kind === "ink") return content(entry);
  const words = list.wordsNow(entry);
  return html`<span class="nb-words">${words ? html`<q class="nb-quote" data-testid="carry-now">${words}</q>` : html`<span class="nb-soft">${t("lookThere")}</span>`}</span>`;
}

function oldPage(list: NsNotes, entry: Entry): TemplateResult | typeof nothing {
  const from = entry.notes[0]?.carried;
  return from === undefined || !list.canOpen(from.paper) ? nothing : html`<button type="button" class="ns-button ns-quiet" @click=${() => list.openOld(entry)} data-testid="carry-old">${icon("paper")}<span>${t("openOld")}</span></button>`;
}

const seen = (list: NsNotes, entry: Entry): TemplateResult =>
  html`<p class="nb-row"><button type="button" class="ns-button ns-quiet" @click=${() => list.see(entry.notes.map((note) => note.id))} data-testid="carry-seen">${icon("check")}<span>${t("seen")}</span></button></p>`;
