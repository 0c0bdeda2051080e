import { tasksIn } from "client-kit/meeting/tasks-in.ts";
import type { MeetingView, TaskView } from "client-kit/proto/protocol.ts";
import { dayWords, hasEnded } from "client-kit/tasks/tasks.ts";
import { t } from "client-kit/tasks/texts.ts";
import { html, nothing, type TemplateResult } from "lit";
import { to } from "../app/route.ts";
import { DeskPart } from "../meeting/desk-part.ts";
import { taskTexts as say } from "../texts/tasks.ts";
import { assignTask, editTask } from "./assigning.ts";

/** Tasks that follow from one item's conclusion, or, without an item, all of the meeting; and the way to assign one. */
export class ItemTasks extends DeskPart {
  static override properties = { ...DeskPart.properties, item: {} };
  declare item: string | undefined;

  protected override draw(view: MeetingView): TemplateResult | typeof nothing {
    const { phase } = view.head;
    if (phase === "DRAFT" || phase === "ISSUED" || phase === "CANCELLED") return nothing;
    const shown = tasksIn(view).tasks.filter((task) => task.state !== "CANCELLED" && (this.item === undefined || task.item === this.item));
    return html`<section class="panel item-tasks" data-testid="item-tasks"><header><h2>${this.item === undefined ? say.panel : say.ofItem(shown.length)}</h2>
        <button type="button" class="ns-button ns-quiet is-small" title=${say.hint} data-testid="task-assign" @click=${() => assignTask(this.desk, this.item, this.#words())}>${say.assign}</button></header>
      ${shown.length === 0 ? html`<p class="hint">${say.none} ${this.item === undefined ? "" : say.hint}</p>` : html`<ul>${shown.map((task) => this.#row(view, task))}</ul>`}
      ${shown.length > 0 ? html`<p class="hint">${phase === "CLOSED" ? html`<a href=${to.tasks}>${say.see}</a>` : say.toldLater}</p>` : nothing}</section>`;
  }

  #row(view: MeetingView, task: TaskView): TemplateResult {
    const { assignment, item } = task;
    const number = this.item === undefined && item !== undefined ? view.agenda.items[item]?.number : undefined;
    return html`<li data-testid="item-task" data-id=${task.id}><p><b>${number === undefined ? "" : `${number}. `}${assignment.title}</b>
        <small>${[assignment.leadUnit, assignment.handler.name, assignment.due === undefined ? t("noDue") : t("due", { day: dayWords(assignment.due) }), t(task.state)].join(" · ")}</small></p>
      ${hasEnded(task.state) ? nothing : html`<button type="button" class="ns-button ns-plain is-small" data-testid="item-task-edit" @click=${() => editTask(this.desk, task)}>${say.edit}</button>`}</li>`;
  }

  /** The marked part of the conclusion, or the whole. */
  #words(): string {
    if (this.item === undefined) return "";
    const field = document.querySelector<HTMLTextAreaElement>("#conclusion-text");
    const marked = field ? field.value.slice(field.selectionStart, field.selectionEnd).trim() : "";
    return marked || this.desk.conclusions.of(this.item).value.text;
  }
}

customElements.define("item-tasks", ItemTasks);
