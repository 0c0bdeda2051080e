import { html, nothing } from "lit";
import type { Manner, MeetingView } from "client-kit/proto/protocol.ts";
import type { FieldChanged } from "client-kit/ui/field.ts";
import "client-kit/ui/field.ts";
import type { Desk } from "../meeting/desk.ts";
import { openSheet } from "../shared/ask.ts";
import { readForm } from "../shared/field.ts";
import { notify } from "../shared/notices.ts";
import { fromField, toField } from "../shared/when.ts";
import { common } from "../texts/common.ts";
import { lead } from "../texts/lead.ts";

/** Whether facts of the meeting may be put right: it is closed, and its minutes wait for the first signature. */
export const mayCorrect = (view: MeetingView): boolean => view.head.phase === "CLOSED" && view.minutes !== undefined && !view.minutes.locked;

/** Says who was there in truth, after the closing. */
export async function correctAttendance(desk: Desk, id: string): Promise<void> {
  const view = desk.view;
  const person = view?.people.people[id];
  const opened = view?.head.openedAt;
  if (!view || !person || opened === undefined) return;
  const say = lead.people;
  const day = toField(opened).split("T")[0] ?? "";
  const time = (ms: number | undefined): string => (ms === undefined ? "" : (toField(ms).split("T")[1] ?? ""));
  let how: Manner | "AWAY" = person.presence ?? (person.arrivedAt === undefined ? "AWAY" : "IN_ROOM");
  let from = time(person.arrivedAt === undefined ? undefined : Math.max(person.arrivedAt, opened));
  let until = time(person.presence ? undefined : person.leftAt);
  let fault = "";
  const instant = (of: string): string | undefined => fromField(`${day}T${of}`) ?? undefined;
  const send = async (form: HTMLFormElement): Promise<string> => {
    const { reason = "", absence = "" } = readForm(form);
    const here = how === "AWAY" ? undefined : how;
    if (reason === "" || (here && [from, until].some((each) => each !== "" && instant(each) === undefined))) return say.correctNeeded;
    const begins = here && later(instant(from), opened);
    const ends = here && instant(until);
    const answer = await desk.do({ type: "correctAttendance", person: id, ...(here ? { manner: here } : {}), ...(begins ? { from: begins } : {}), ...(ends ? { until: ends } : {}), absence, reason }, true);
    return answer.kind === "refused" ? answer.text : "";
  };
  const told = await openSheet<true>("correct-attendance", (close, redraw) => html`<form novalidate @submit=${async (event: SubmitEvent) => {
      event.preventDefault();
      fault = await send(event.target as HTMLFormElement);
      if (fault === "") close(true);
      else redraw();
    }}><h2 id="sheet-title">${say.correctTitle(person.name)}</h2><div class="sheet-text"><p>${say.correctText}</p></div>
    <fieldset class="field marks-field"><legend>${say.correctHow}</legend>${(["IN_ROOM", "REMOTE", "AWAY"] as const).map((each) => html`<label class="check"><input type="radio" name="how" .checked=${how === each} ?data-first=${how === each} data-testid="correct-${each}"
      @change=${() => { how = each; redraw(); }} /><span>${each === "AWAY" ? say.correctAway : common.manner[each]}</span></label>`)}</fieldset>
    ${how === "AWAY" ? html`<label class="field"><span>${say.correctAbsence}</span><input class="ns-input" name="absence" maxlength="1000" .value=${person.absence ?? ""} data-testid="correct-absence" /></label>`
      : html`<div class="moment"><ns-field kind="time" .label=${say.correctFrom} .value=${from} data-testid="correct-from" @ns-input=${(event: FieldChanged) => { from = event.detail.value; }}></ns-field>
        <ns-field kind="time" .label=${say.correctUntil} .value=${until} data-testid="correct-until" @ns-input=${(event: FieldChanged) => { until = event.detail.value; }}></ns-field></div>`}
    <label class="field"><span>${say.correctWhy}</span><textarea name="reason" rows="2" maxlength="1000" data-testid="correct-why"></textarea></label>
    ${fault ? html`<p class="hint bad" role="alert" data-testid="correct-fault">${fault}</p>` : nothing}
    <div class="sheet-acts"><button type="button" class="ns-button ns-quiet" @click=${() => close(null)}>${common.cancel}</button><button class="ns-button ns-decisive" data-testid="correct-attendance-yes">${say.correctAct}</button></div></form>`);
  if (told) notify(say.corrected);
}

/** The minute of the opening, typed or left as it stands, means the opening itself. */
function later(typed: string | undefined, opened: number): string | undefined {
  return typed === undefined || Math.floor(Date.parse(typed) / 60_000) === Math.floor(opened / 60_000) ? undefined : typed;
}
