import { isForm } from "client-kit/meeting/opinion-form.ts";
import { tasksIn } from "client-kit/meeting/tasks-in.ts";
import { HttpFailure } from "client-kit/net/http.ts";
import type { MeetingView, VoteView } from "client-kit/proto/protocol.ts";
import { dayWords } from "client-kit/tasks/tasks.ts";
import { t as taskWord } from "client-kit/tasks/texts.ts";
import { voteResult } from "client-kit/ui/vote.ts";
import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { to } from "../app/route.ts";
import { previewPaper } from "../prepare/paper-sheets.ts";
import { Light } from "../shared/light.ts";
import { day, hour } from "../shared/when.ts";
import { archiveTexts as say } from "../texts/archive.ts";
import { common } from "../texts/common.ts";
import { archive, type Archived } from "./archive.ts";
import "./book.ts";
import { dossierSheet } from "./dossier-sheet.ts";
import { holdPanel } from "./hold-panel.ts";

const EXPORTS = { "journal.json": "journal", bundle: "bundle", "oparl.json": "oparl", "popolo.json": "popolo", "calendar.ics": "calendar" } as const;

/** One closed meeting, to be read: its items with papers, votes, conclusions and tasks, and what can be taken out of it. */
export class ConsoleArchived extends Light {
  static override properties = { meeting: {}, archived: { state: true }, trouble: { state: true } };
  declare meeting: string;
  declare archived: Archived | null;
  declare trouble: string;

  constructor() {
    super();
    this.archived = null;
    this.trouble = "";
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("meeting")) void this.#load();
  }

  async #load(): Promise<void> {
    try {
      this.archived = await archive.one(this.meeting);
      this.trouble = "";
    } catch (failure) {
      if (!(failure instanceof HttpFailure)) throw failure;
      this.archived = null;
      this.trouble = failure.message;
    }
  }

  protected override render(): TemplateResult {
    const { archived } = this;
    return html`<main class="archive-page" id="main"><p><a href=${to.archive}>← ${say.title}</a></p>
      ${this.trouble ? html`<p class="hint bad" role="alert">${this.trouble}</p>` : archived ? this.#whole(archived) : html`<p class="hint" role="status">${common.loading}</p>`}</main>`;
  }

  #whole(archived: Archived): TemplateResult {
    const { view } = archived;
    const { head } = view;
    const loose = view.votes.order.flatMap((id) => (view.votes.votes[id]?.item === undefined ? [id] : []));
    return html`<header class="archived-head"><p class="eyebrow">${head.bodyName}</p><h1 data-testid="archived-title">${head.title}</h1>
        <p class="hint">${[`${hour(head.openedAt ?? head.startsAt)}, ${day(head.openedAt ?? head.startsAt)}`, head.room, say.closed(day(head.closedAt ?? head.endsAt))].filter(Boolean).join(" · ")}</p></header>
      <div class="archived"><div class="archived-items">
        ${view.agenda.order.map((id) => this.#item(view, id))}
        ${loose.length > 0 ? html`<section class="archived-item"><h2>${say.outside}</h2>${this.#votes(view, loose)}</section>` : nothing}</div>
      <aside class="archived-side">${this.#out(archived)}</aside></div>`;
  }

  #out({ view, prepares, mayReadMinutes }: Archived): TemplateResult {
    const { id } = view.head;
    return html`<section class="panel"><h2>${say.open}</h2><ul class="archived-acts">
      ${mayReadMinutes ? html`<li><a class="ns-button ns-quiet" href=${`/files/${id}/minutes.pdf`} target="_blank" rel="noopener" data-testid="archived-minutes">${isForm(view.head) ? say.report : say.minutes}</a></li>` : nothing}
      ${prepares ? html`<li><a class="ns-button ns-quiet" href=${to.meeting(id, "minutes")} data-testid="archived-desk">${say.desk}</a></li>` : nothing}
      <li><a class="ns-button ns-quiet" href=${`/tablet/#/m/${id}`}>${say.tablet}</a></li></ul></section>
      <section class="panel"><h2>${say.takeOut}</h2><p class="hint">${say.bookHint}</p><archive-book .meeting=${id} .leads=${prepares}></archive-book></section>
      ${prepares ? holdPanel(view, () => void this.#load()) : nothing}
      ${prepares ? html`<section class="panel"><h2>${say.dossier}</h2><button type="button" class="ns-button ns-quiet is-wide" data-testid="dossier" @click=${() => dossierSheet(id)}>${say.dossierOpen}</button></section>` : nothing}
      <section class="panel"><h2>${say.exports}</h2><ul class="archived-links">
        ${(prepares ? (["journal.json", "bundle", "oparl.json", "popolo.json", "calendar.ics"] as const) : (["calendar.ics"] as const)).map((file) => html`<li><a href=${`/files/${id}/${file}`} download data-testid="export" data-file=${file}>${say[EXPORTS[file]]}</a></li>`)}</ul>
        ${prepares ? html`<p class="hint">${say.exportsHint}</p>` : nothing}</section>`;
  }

  #item(view: MeetingView, id: string): TemplateResult | typeof nothing {
    const item = view.agenda.items[id];
    if (!item) return nothing;
    const conclusion = view.conclusions.byItem[id];
    const votes = view.votes.order.filter((vote) => view.votes.votes[vote]?.item === id);
    const tasks = tasksIn(view).tasks.filter((task) => task.item === id && task.state !== "CANCELLED");
    return html`<section class="archived-item ${item.parent === undefined ? "" : "is-below"}" data-testid="archived-item" data-id=${id}><h2><span class="tabular">${item.number}.</span> ${item.title}</h2>
      ${item.papers.length > 0 ? html`<ul class="archived-papers">${item.papers.map((paper) => this.#paper(view, paper))}</ul>` : nothing}
      ${conclusion === undefined ? nothing : html`<div class="archived-conclusion" data-testid="archived-conclusion"><h3>${say.conclusion}</h3>${conclusion.split("\n").filter((line) => line.trim()).map((line) => html`<p>${line}</p>`)}</div>`}
      ${this.#votes(view, votes)}
      ${tasks.length > 0 ? html`<h3>${say.tasks}</h3><ul class="archived-tasks">${tasks.map(({ assignment, state }) => html`<li data-testid="archived-task"><b>${assignment.title}</b><small>${[assignment.leadUnit, assignment.handler.name, assignment.due === undefined ? taskWord("noDue") : taskWord("due", { day: dayWords(assignment.due) }), taskWord(state)].join(" · ")}</small></li>`)}</ul>` : nothing}
    </section>`;
  }

  #paper(view: MeetingView, id: string): TemplateResult | typeof nothing {
    const paper = view.papers.papers[id];
    if (!paper) return nothing;
    if (view.retention.destroyed.includes(id)) return html`<li><p class="archived-paper is-gone" data-testid="archived-paper" data-id=${id}><b>${paper.title}</b><small>${say.destroyed}</small></p></li>`;
    return html`<li><button type="button" class="archived-paper" data-testid="archived-paper" data-id=${id} @click=${() => previewPaper(view.head.id, id, paper)}><b>${paper.title}</b><small>${say.pages(paper.pages)}${paper.withdrawnBecause === undefined ? "" : ` · ${say.withdrawn}`}</small></button></li>`;
  }

  #votes(view: MeetingView, votes: readonly string[]): TemplateResult[] {
    const over = votes.flatMap((id) => { const vote = view.votes.votes[id]; return vote?.result === undefined ? [] : [vote as VoteView & { result: NonNullable<VoteView["result"]> }]; });
    return over.map((vote) => html`<div class="archived-vote" data-testid="archived-vote"><h3>${say.vote}: ${vote.question}</h3>${voteResult({ vote, people: view.people.people, question: false })}</div>`);
  }
}

customElements.define("console-archived", ConsoleArchived);
