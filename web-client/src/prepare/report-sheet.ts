import { http, HttpFailure } from "client-kit/net/index.ts";
import { format } from "client-kit/i18n/index.ts";
import type { PaperView } from "client-kit/proto/protocol.ts";
import { html, nothing } from "lit";
import type { Desk } from "../meeting/desk.ts";
import { openSheet } from "../shared/ask.ts";
import { common } from "../texts/common.ts";
import { prepare } from "../texts/prepare.ts";

/** What the server found in a paper's file. */
export interface Report {
  readonly pages: number;
  readonly bytes: number;
  readonly sizes: readonly { readonly name: string; readonly count: number; readonly pages: string; readonly big: boolean }[];
  readonly remarks: readonly { readonly code: string; readonly text: string }[];
  readonly made?: string | null;
}

/** The code of a remark on a signature that does not hold. */
const BROKEN = "broken_signature";

export const isBroken = (report: Pick<Report, "remarks">): boolean => report.remarks.some(({ code }) => code === BROKEN);

/** The reports of one meeting's papers. A paper's file never changes, so each is fetched once; the desk tells when one has come. */
class Reports {
  readonly #known = new Map<string, Report | "asked">();

  constructor(private readonly desk: Desk) {}

  of(paper: string): Report | undefined {
    const known = this.#known.get(paper);
    if (known === undefined) void this.#fetch(paper);
    return known === "asked" ? undefined : known;
  }

  async #fetch(paper: string): Promise<void> {
    this.#known.set(paper, "asked");
    try {
      this.#known.set(paper, await http.get<Report>(`/api/meetings/${this.desk.id}/papers/${paper}/report`));
      this.desk.tell();
    } catch (failure) {
      if (!(failure instanceof HttpFailure)) throw failure;
      if (failure.passing) this.#known.delete(paper); // asked again when the list is drawn next
    }
  }
}

const ofDesks = new WeakMap<Desk, Reports>();

export function reportsOf(desk: Desk): Reports {
  const known = ofDesks.get(desk) ?? new Reports(desk);
  ofDesks.set(desk, known);
  return known;
}

/** The whole report, in words. */
export async function showReport(desk: Desk, id: string, paper: PaperView, report: Report): Promise<void> {
  const say = prepare.report;
  await openSheet("report", (close) => html`<h2 id="sheet-title">${say.title}</h2>
    <div class="sheet-text"><p>${paper.title}</p></div>
    <dl class="report">
      <dt>${say.file}</dt><dd>${paper.fileName}</dd>
      <dt>${say.weight}</dt><dd>${common.pages(report.pages)} · ${format.bytes(report.bytes)}</dd>
      <dt>${say.sizes}</dt><dd>${report.sizes.map(({ name, count, pages, big }) => html`<span data-big=${big ? "yes" : "no"}>${say.size(name, count, pages, report.sizes.length > 1)}</span>`)}</dd>
    </dl>
    ${paper.failedPages.length ? html`<p class="report-bad" data-testid="report-failed">${prepare.papers.failed(paper.failedPages.join(", "))}</p>` : nothing}
    ${report.remarks.length === 0 ? html`<p data-testid="report-remarks">${say.nothing}</p>` : html`<ul class="report-remarks" data-testid="report-remarks">${report.remarks.map(({ code, text }) => html`<li data-code=${code} class=${code === BROKEN ? "report-bad" : ""}>${text}</li>`)}</ul>`}
    <div class="sheet-acts"><a class="ns-button ns-quiet" href=${`/files/${desk.id}/${id}/source`} download data-testid="report-source">${say.source}</a>
      <button type="button" class="ns-button ns-primary" data-first data-testid="report-close" @click=${() => close(null)}>${common.close}</button></div>`);
}
