import { html, nothing, type TemplateResult } from "lit";
import type { TaskCounts } from "./tasks.ts";
import { t } from "./texts.ts";

/** What waits for the reader among tasks, as the way to them; nothing where nothing does. */
export function taskReminders({ open, overdue, soon, waiting }: TaskCounts, href: string): TemplateResult | typeof nothing {
  if (open + waiting + overdue + soon === 0) return nothing;
  const parts = [overdue ? t("remindOverdue", { n: overdue }) : "", soon ? t("remindSoon", { n: soon }) : "", waiting ? t("remindWaiting", { n: waiting }) : ""].filter(Boolean);
  return html`<a class="task-reminders" href=${href} data-late=${overdue ? "yes" : "no"} data-testid="task-reminders"><b>${t("title")}</b><span>${parts.length ? parts.join(" · ") : t("remindOpen", { n: open })}</span></a>`;
}
