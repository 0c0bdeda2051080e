import { html, nothing, type TemplateResult } from "lit";
import { tag } from "../ui/plain.ts";
import { dayWords, hasEnded, type TaskLine } from "./tasks.ts";
import { t } from "./texts.ts";

/** State, lateness and what waits, in words. */
export function taskTags(task: TaskLine): TemplateResult {
  return html`<span class="tk-tags">${task.overdue ? tag(t("isOverdue"), "warn") : task.soon ? tag(t("isSoon"), "new") : nothing}
    ${tag(t(task.state), task.state === "DONE" ? "good" : "plain")}${task.ask ? tag(t("asksTime"), "new") : nothing}</span>`;
}

/** What a task is, who leads it, until when and how far. */
export function taskWords(task: TaskLine): TemplateResult {
  const { assignment } = task;
  return html`<b class="tk-title">${assignment.title}</b>
    <span class="tk-who">${assignment.leadUnit} · ${assignment.handler.name}</span>
    <span class="tk-when tabular">${task.due === undefined ? t("noDue") : t("due", { day: dayWords(task.due) })}${hasEnded(task.state) ? nothing : html` · ${t("percent", { n: task.percent })}`}</span>
    ${taskTags(task)}`;
}
