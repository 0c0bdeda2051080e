import { HttpFailure } from "client-kit/net/http.ts";
import type { Snippet } from "client-kit/text/wanted.ts";
import "client-kit/text/search.css";
import { html, nothing, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { to } from "../app/route.ts";
import { previewPaper } from "../prepare/paper-sheets.ts";
import { Light } from "../shared/light.ts";
import { dayMonth, weekday, year } from "../shared/when.ts";
import { archiveTexts as say } from "../texts/archive.ts";
import { common } from "../texts/common.ts";
import { retentionSheet } from "./retention-sheet.ts";
import { archive, type ArchiveHit, type ArchiveLine, type ArchiveList, type PaperHit, type Wish } from "./archive.ts";

const PAUSE_MS = 300;
const SHORTEST = 2;

/** Closed meetings by body and year, with a search through what their reader may see. */
export class ConsoleArchive extends Light {
  static override properties = { wish: { state: true }, list: { state: true }, lines: { state: true }, trouble: { state: true }, asking: { state: true } };
  declare wish: Wish;
  declare list: ArchiveList | null;
  declare lines: readonly ArchiveLine[];
  declare trouble: string;
  declare asking: boolean;
  #stop = new AbortController();
  #typing: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    super();
    this.wish = { body: "", year: "", q: "" };
    this.list = null;
    this.lines = [];
    this.trouble = "";
    this.asking = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#ask(0);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#typing);
    this.#stop.abort();
  }

  async #ask(from: number): Promise<void> {
    this.#stop.abort();
    const stop = new AbortController();
    this.#stop = stop;
    this.asking = true;
    try {
      const list = await archive.list(this.#isShort() ? { ...this.wish, q: "" } : this.wish, from, stop.signal);
      if (stop.signal.aborted) return;
      this.list = list;
      this.lines = from === 0 ? list.meetings : [...this.lines, ...list.meetings];
      this.trouble = "";
    } catch (failure) {
      if (stop.signal.aborted) return;
      if (!(failure instanceof HttpFailure)) throw failure;
      this.trouble = failure.message;
    }
    this.asking = false;
  }

  #isShort(): boolean { return this.wish.q.trim().length < SHORTEST; }

  #wish(change: Partial<Wish>, pause = 0): void {
    this.wish = { ...this.wish, ...change };
    clearTimeout(this.#typing);
    this.#typing = setTimeout(() => void this.#ask(0), pause);
  }

  protected override render(): TemplateResult {
    const { list, wish } = this;
    const years = [...new Set((list?.bodies ?? []).filter(({ id }) => wish.body === "" || id === wish.body).flatMap((body) => body.years.map((each) => each.year)))].sort((a, b) => b - a);
    return html`<main class="archive-page" id="main">
      <header><p class="eyebrow">${say.hello}</p><h1>${say.title}</h1></header>
      <form class="archive-wish" role="search" @submit=${(event: Event) => { event.preventDefault(); this.#wish({}); }}>
        <label class="field archive-words"><span>${say.words}</span><input type="search" maxlength="100" placeholder=${say.example} .value=${wish.q} data-testid="archive-words" @input=${(event: InputEvent) => this.#wish({ q: (event.target as HTMLInputElement).value }, PAUSE_MS)} /></label>
        <label class="field"><span>${say.body}</span><select data-testid="archive-body" @change=${(event: Event) => this.#wish({ body: (event.target as HTMLSelectElement).value, year: "" })}>
          <option value="">${say.allBodies}</option>${list?.bodies.map(({ id, name }) => html`<option value=${id} .selected=${id === wish.body}>${name}</option>`)}</select></label>
        <label class="field"><span>${say.year}</span><select data-testid="archive-year" @change=${(event: Event) => this.#wish({ year: (event.target as HTMLSelectElement).value })}>
          <option value="">${say.allYears}</option>${years.map((each) => html`<option value=${each} .selected=${String(each) === wish.year}>${each}</option>`)}</select></label>
      </form>
      <p class="hint archive-says" role="status" data-testid="archive-says">${this.#says()}</p>
      ${this.trouble ? html`<p class="hint bad" role="alert">${this.trouble} <button type="button" class="ns-button ns-quiet is-small" @click=${() => this.#ask(0)}>${common.retry}</button></p>` : nothing}
      ${list && this.wish.body ? this.#body(this.wish.body, years) : nothing}
      ${list ? this.#lists(list) : nothing}
    </main>`;
  }

  /** What can be taken out of the chosen body's years. */
  #body(body: string, years: readonly number[]): TemplateResult {
    const chosen = this.wish.year === "" ? years : [Number(this.wish.year)];
    const [to = 0, from = 0] = [chosen[0], chosen[chosen.length - 1]];
    const prepares = this.lines.some((line) => line.body === body && line.prepares);
    return html`<p class="archive-out">${prepares ? html`<a class="ns-button ns-quiet is-small" href=${`/files/body/${body}/exports.zip?from=${from}&to=${to}`} download data-testid="archive-zip">${say.ofYears(from, to)}</a>` : nothing}
      ${to > 0 ? html`<a class="ns-button ns-quiet is-small" href=${`/files/body/${body}/calendar.ics?year=${to}`} download>${say.calendarOf(to)}</a>` : nothing}
      ${prepares ? html`<button type="button" class="ns-button ns-quiet is-small" data-testid="archive-retention" @click=${() => retentionSheet(body)}>${say.retention}</button>` : nothing}</p>`;
  }

  #says(): string {
    const { list } = this;
    if (list === null) return this.trouble ? "" : common.loading;
    if (list.found === 0) return list.bodies.length === 0 ? say.empty : say.none;
    return [this.wish.q.trim() && !this.#isShort() ? say.found(list.found) : say.count(list.found), list.unread > 0 ? say.unread(list.unread) : "", list.cut ? say.cut : ""].filter(Boolean).join(" ");
  }

  #lists(list: ArchiveList): TemplateResult {
    const years = [...new Set(this.lines.map((line) => year(line.startsAt)))];
    return html`${years.map((each) => html`<section class="archive-year"><h2>${each}</h2>
        <ul>${repeat(this.lines.filter((line) => year(line.startsAt) === each), (line) => line.id, (line) => this.#line(line))}</ul></section>`)}
      ${this.lines.length < list.found ? html`<button type="button" class="ns-button ns-quiet" data-testid="archive-more" ?disabled=${this.asking} @click=${() => this.#ask(this.lines.length)}>${say.older(list.found - this.lines.length)}</button>` : nothing}`;
  }

  #line(line: ArchiveLine): TemplateResult {
    return html`<li class="archive-line" data-testid="archive-line" data-id=${line.id}>
      <a href=${to.archived(line.id)}><time><b>${dayMonth(line.startsAt)}</b><small>${weekday(line.startsAt)}</small></time>
        <span class="archive-what"><b>${line.title}</b><small>${[line.kind === "OPINION_FORM" ? common.kind[line.kind] : "", line.bodyName, line.room].filter(Boolean).join(" · ")}</small></span>
        <small class="archive-holds">${say.holds(line)}</small></a>
      ${line.hits.length + line.inPapers.length > 0 ? html`<ol class="archive-hits">${line.hits.filter(({ what }) => what !== "MEETING").map((hit) => this.#hit(line, hit))}${line.inPapers.map((paper) => this.#paper(line, paper))}
        ${line.more ? html`<li class="hint">${say.moreHits}</li>` : nothing}</ol>` : nothing}</li>`;
  }

  #hit(line: ArchiveLine, { what, number, id, text }: ArchiveHit): TemplateResult {
    return html`<li data-testid="archive-hit" data-what=${what} data-id=${id}><a href=${to.archived(line.id)}><span class="hint">${say.what[what]}${number ? (what === "MINUTES" ? `, ${say.item(number)}` : ` ${number}`) : ""}</span><span class="nss-text">${marked(text)}</span></a></li>`;
  }

  #paper(line: ArchiveLine, paper: PaperHit): TemplateResult {
    const open = (page?: number): void => void previewPaper(line.id, paper.id, { title: paper.title.text, handling: paper.handling }, { meeting: line.id, paper: paper.id, query: this.wish.q, exact: false, ...(page === undefined ? {} : { page }) });
    return html`<li data-testid="archive-hit" data-what="PAPER" data-id=${paper.id}><button type="button" @click=${() => open(paper.hits[0]?.number)}><span class="hint">${say.paper}${paper.item ? ` · ${say.item(paper.item)}` : ""}</span><span class="nss-text">${marked(paper.title)}</span></button>
      ${paper.hits.map((hit) => html`<button type="button" class="is-inner" @click=${() => open(hit.number)}><span class="hint">${say.page(hit.number)}</span><span class="nss-text">${marked(hit.snippet)}</span></button>`)}</li>`;
  }
}

/** A line with its hits marked. */
function marked({ text, marks }: Snippet): TemplateResult[] {
  const parts: TemplateResult[] = [];
  let done = 0;
  for (let i = 0; i + 1 < marks.length; i += 2) {
    const [start = 0, length = 0] = [marks[i], marks[i + 1]];
    parts.push(html`${text.slice(done, start)}<mark>${text.slice(start, start + length)}</mark>`);
    done = start + length;
  }
  return [...parts, html`${text.slice(done)}`];
}

customElements.define("console-archive", ConsoleArchive);
