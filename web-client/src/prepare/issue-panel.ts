import { format } from "client-kit/i18n/index.ts";
import { isForm } from "client-kit/meeting/opinion-form.ts";
import { html, nothing, type TemplateResult } from "lit";
import type { MeetingView } from "client-kit/proto/protocol.ts";
import { to } from "../app/route.ts";
import { DeskPart } from "../meeting/desk-part.ts";
import { askReason, confirmAct } from "../shared/ask.ts";
import { clock, day } from "../shared/when.ts";
import { forms } from "../texts/forms.ts";
import { meetingTexts } from "../texts/meeting.ts";
import { prepare } from "../texts/prepare.ts";
import { holdPanel } from "../archive/hold-panel.ts";
import "../forms/closed-forms.ts";
import "../tasks/review-offer.ts";
import "./opinion-end.ts";
import "./template-panel.ts";
import { isBroken, reportsOf } from "./report-sheet.ts";
import { hints, pagesToRead, plannedMinutes, type Hint } from "./missing.ts";

const PAGES_AN_HOUR = 30;
const HOUR_MS = 3_600_000;

/** A meeting is issued, an opinion form is sent. */
const words = (view: MeetingView): typeof prepare.issue => (isForm(view.head) ? { ...prepare.issue, ...forms.issue } : prepare.issue);

/** What is still missing, issue, cancellation, and the changes after issue with their reasons. */
export class IssuePanel extends DeskPart {
  static override properties = { ...DeskPart.properties, choose: { attribute: false } };
  declare choose: (leaf: string) => void;

  protected override draw(view: MeetingView): TemplateResult {
    const { head } = view;
    return html`
      <section class="panel issue">
        ${head.phase === "DRAFT" ? this.#draft(view) : head.phase === "CANCELLED" ? this.#cancelled(view) : this.#issued(view)}
      </section>
      ${head.phase === "CANCELLED" ? holdPanel(view, () => undefined) : nothing}
      ${this.#budget(view)}
      ${isForm(head) || head.phase === "CLOSED" || head.phase === "CANCELLED" ? nothing : html`<opinion-end .desk=${this.desk}></opinion-end><closed-forms .desk=${this.desk}></closed-forms><review-offer .desk=${this.desk}></review-offer>`}
      ${head.phase === "DRAFT" ? nothing : this.#revisions(view)}
      ${isForm(head) ? nothing : html`<template-panel .desk=${this.desk}></template-panel>`}`;
  }

  #draft(view: MeetingView): TemplateResult {
    const say = words(view);
    const reports = reportsOf(this.desk);
    const all = hints(view, (paper) => { const report = reports.of(paper); return report !== undefined && isBroken(report); });
    const musts = all.filter((hint) => hint.must);
    const shoulds = all.filter((hint) => !hint.must);
    return html`<header><h2>${say.title}</h2></header>
      <p class="readiness" data-ready=${musts.length ? "no" : "yes"} data-testid="readiness">${musts.length ? say.notReady : say.ready}</p>
      ${musts.length ? html`<h3>${say.must}</h3><ul class="hints must">${musts.map((hint) => this.#hint(view, hint))}</ul>` : nothing}
      ${shoulds.length ? html`<h3>${say.should}</h3><ul class="hints">${shoulds.map((hint) => this.#hint(view, hint))}</ul>` : nothing}
      <button type="button" class="ns-button ns-decisive is-wide is-main" data-testid="issue" ?disabled=${musts.length > 0} @click=${this.#issue}>${say.act}</button>
      <button type="button" class="ns-button ns-plain" data-testid="cancel-meeting" @click=${this.#cancel}>${say.cancel}</button>`;
  }

  #issued(view: MeetingView): TemplateResult {
    const say = words(view);
    const { head } = view;
    return html`<header><h2>${say.title}</h2></header>
      ${head.issuedAt === undefined ? nothing : html`<p class="readiness" data-ready="yes" data-testid="issued">${say.issued(`${clock(head.issuedAt)}, ${day(head.issuedAt)}`)}</p>`}
      <a class="ns-button ns-primary is-wide" href=${to.meeting(head.id, "lead")}>${say.toLead}</a>
      ${isForm(head) ? nothing : html`<a class="ns-button ns-quiet is-wide" href=${to.cards(head.id)} data-testid="cards">${meetingTexts.cards}</a>`}
      ${head.phase === "ISSUED" ? html`<button type="button" class="ns-button ns-plain" data-testid="cancel-meeting" @click=${this.#cancel}>${say.cancel}</button>` : nothing}`;
  }

  #cancelled(view: MeetingView): TemplateResult {
    return html`<header><h2>${words(view).cancelled}</h2></header><p>${view.head.cancelledBecause}</p>`;
  }

  /** Reading budget and planned time at a glance. */
  #budget(view: MeetingView): TemplateResult {
    const pages = pagesToRead(view);
    return html`<section class="panel budget">${isForm(view.head) ? nothing : html`<p>${prepare.issue.total(plannedMinutes(view))}</p>`}
      ${pages ? html`<p>${prepare.issue.readingTime(pages, format.duration((pages / PAGES_AN_HOUR) * HOUR_MS))}</p>` : nothing}</section>`;
  }

  #revisions(view: MeetingView): TemplateResult {
    const say = prepare.issue;
    return html`<section class="panel revisions"><header><h2>${say.revisions}</h2></header>
      ${view.head.revisions.length === 0 ? html`<p class="hint">${say.noRevisions}</p>` : html`<ol>${[...view.head.revisions].reverse().map((revision) => html`
        <li><time class="tabular">${clock(revision.at)}, ${day(revision.at)}</time><span>${revision.withdrew ? say.tookBack(revision.withdrew.title, revision.reason) : revision.about === undefined ? revision.reason : say.aboutPaper(revision.about, revision.reason)}</span><small>${revision.by}</small></li>`)}</ol>`}</section>`;
  }

  #hint(view: MeetingView, hint: Hint): TemplateResult {
    const [words, leaf] = this.#words(view, hint);
    return html`<li>${leaf ? html`<button type="button" class="link-like" @click=${() => this.choose(leaf)}>${words}</button>` : words}</li>`;
  }

  #words(view: MeetingView, hint: Hint): readonly [string, string | null] {
    const say = prepare.issue;
    const number = (item: string): string => view.agenda.items[item]?.number ?? "";
    switch (hint.hint) {
      case "noItems":
        return [say.noItems, null];
      case "noQuestion":
        return [forms.noQuestion, view.agenda.order[0] ?? null];
      case "preparing":
        return [say.preparing(view.papers.papers[hint.paper]?.title ?? ""), view.papers.papers[hint.paper]?.item ?? null];
      case "broken":
        return [say.broken(view.papers.papers[hint.paper]?.title ?? ""), view.papers.papers[hint.paper]?.item ?? null];
      case "failedPages":
        return [say.failedPages(view.papers.papers[hint.paper]?.title ?? "", view.papers.papers[hint.paper]?.failedPages.join(", ") ?? ""), view.papers.papers[hint.paper]?.item ?? null];
      case "noPapers":
        return [say.noPapers(number(hint.item)), hint.item];
      case "noVote":
        return [say.noVote(number(hint.item)), hint.item];
      case "overlong":
        return [say.overlong(hint.minutes), null];
      case "noRoom":
        return [say.noRoom, "head"];
    }
  }

  #issue = async (): Promise<void> => {
    const { view } = this.desk;
    if (!view) return;
    const say = words(view);
    const failed = hints(view).filter(({ hint }) => hint === "failedPages").map((hint) => this.#words(view, hint)[0]);
    const text = html`<p>${say.askText(isForm(view.head) ? Object.values(view.people.people).filter(({ votes }) => votes).length : view.people.order.length)}</p>${failed.map((words) => html`<p class="bad" data-testid="issue-failed">${words}</p>`)}`;
    if (await confirmAct({ title: say.askTitle, text, act: say.act, tone: "chair" })) await this.desk.do({ type: "issueMeeting" });
  };

  #cancel = async (): Promise<void> => {
    const { view } = this.desk;
    if (!view) return;
    const say = words(view);
    const reason = await askReason({ title: say.cancelTitle, text: say.cancelText, act: say.cancel, tone: "grave" });
    if (reason !== null) await this.desk.do({ type: "cancelMeeting", reason });
  };
}

customElements.define("issue-panel", IssuePanel);
