import { html, nothing } from "lit";
import type { Desk } from "../meeting/desk.ts";
import { confirmAct, openSheet } from "../shared/ask.ts";
import { momentField } from "../shared/moment-field.ts";
import { notify } from "../shared/notices.ts";
import { fromField, toField } from "../shared/when.ts";
import { common } from "../texts/common.ts";
import { forms } from "../texts/forms.ts";

const DAY_MS = 86_400_000;

/** A later deadline with its reason. */
export async function extendForm(desk: Desk): Promise<void> {
  const { view } = desk;
  if (!view) return;
  let until = toField(Math.max(view.head.endsAt, desk.now()) + DAY_MS);
  let reason = "";
  let fault = false;
  const chosen = await openSheet<{ until: string; reason: string }>("extend", (close, redraw) => html`<form novalidate @submit=${(event: SubmitEvent) => {
      event.preventDefault();
      const moment = fromField(until);
      fault = moment === null || Date.parse(moment) <= view.head.endsAt || reason.trim() === "";
      if (fault || moment === null) redraw();
      else close({ until: moment, reason: reason.trim() });
    }}>
    <h2 id="sheet-title">${forms.extendTitle}</h2><div class="sheet-text"><p>${forms.extendText}</p></div>
    ${momentField({ label: forms.newDeadline, value: until, testid: "extend-until", change: (value) => { until = value; redraw(); } })}
    <label class="field"><span>${common.reason}</span><textarea rows="2" maxlength="1000" data-first data-testid="extend-reason" @input=${(event: Event) => { reason = (event.target as HTMLTextAreaElement).value; }}></textarea></label>
    ${fault ? html`<p class="hint bad" role="alert">${forms.extendFault}</p>` : nothing}
    <div class="sheet-acts"><button type="button" class="ns-button ns-quiet" @click=${() => close(null)}>${common.cancel}</button><button class="ns-button ns-primary" data-testid="extend-yes">${forms.extendAct}</button></div></form>`);
  if (chosen) await desk.do({ type: "extendForm", ...chosen });
}

/** Asks once, with how many answers are missing at that moment. */
export async function closeForm(desk: Desk): Promise<void> {
  const missing = desk.view?.circulation.waitingFor?.length ?? 0;
  if (await confirmAct({ title: forms.closeTitle, text: missing > 0 ? forms.closeWaiting(missing) : forms.closeAll, act: forms.close, tone: "chair" })) await desk.do({ type: "closeForm" });
}

export async function remind(desk: Desk, people: number): Promise<void> {
  if ((await desk.do({ type: "remindMembers" })).kind === "done") notify(forms.reminded(people));
}
