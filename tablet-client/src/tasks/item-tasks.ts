import { tasksIn } from "client-kit/meeting/tasks-in.ts";
import "client-kit/tasks/ns-task-review.ts";
import { dayWords } from "client-kit/tasks/tasks.ts";
import { t as say } from "client-kit/tasks/texts.ts";
import { html, nothing, type TemplateResult } from "lit";
import { itemIndicators } from "../indicators/later-charts.ts";
import type { Desk } from "../meeting/desk.ts";

/** The indicators beside an item, what follows from an item's conclusion, and on the item that reviews them the tasks of earlier meetings. */
export function itemTasks(desk: Desk, item: string): TemplateResult {
  const { tasks, review } = tasksIn(desk.room.view!);
  const own = tasks.filter((task) => task.item === item && task.state !== "CANCELLED");
  return html`${own.length === 0 ? nothing : html`<section data-testid="item-tasks"><h3>${say("title")}</h3>
      <ul class="tk-rows">${own.map(({ assignment, state }) => html`<li class="tk-row"><b class="tk-title">${assignment.title}</b><span class="tk-who">${assignment.leadUnit} · ${assignment.handler.name}</span>
        <span class="tk-when tabular">${assignment.due === undefined ? say("noDue") : say("due", { day: dayWords(assignment.due) })} · ${say(state)}</span></li>`)}</ul></section>`}
    ${itemIndicators(desk, item)}
    ${review === item ? html`<ns-task-review .meeting=${desk.room.meeting}></ns-task-review>` : nothing}`;
}
