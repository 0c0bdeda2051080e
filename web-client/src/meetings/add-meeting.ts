import { isForm } from "client-kit/meeting/opinion-form.ts";
import { HttpFailure, sentenceOf } from "client-kit/net/http.ts";
import { html, nothing } from "lit";
import { live } from "lit/directives/live.js";
import type { Kind } from "client-kit/proto/protocol.ts";
import { meetings, type Me } from "../api/api.ts";
import { openSheet } from "../shared/ask.ts";
import { momentField } from "../shared/moment-field.ts";
import { fromField, toField } from "../shared/when.ts";
import { app } from "../texts/app.ts";
import { common } from "../texts/common.ts";
import { forms } from "../texts/forms.ts";
import { Beginning } from "./beginning.ts";
import { beginningPart } from "./beginning-part.ts";

export const KINDS: readonly Kind[] = ["REGULAR", "SPECIAL", "URGENT", "REVIEW", "CONFERENCE", "OPINION_FORM"];
/** Refusals that are mended in the body's list of members, not here. */
const NEEDS_OFFICERS = new Set(["NO_CHAIR", "NO_SECRETARY"]);
const DAY_MS = 86_400_000;
const HALF_DAY_MS = 4 * 3_600_000;
/** A week, to the end of its last working day's hours. */
const FORM_DAYS = 7;
const FORM_HOURS_MS = 9 * 3_600_000;

/** Tomorrow at eight in the morning, Vietnam's time. */
export const usualStart = (now: number): number => (Math.floor((now + 7 * 3_600_000) / DAY_MS) + 1) * DAY_MS + 3_600_000;

/** The sheet that makes a draft; gives the new meeting's id. */
export function addMeeting(bodies: Me["bodies"], now: number): Promise<string | null> {
  let refusal = "";
  let working = false;
  let starts = toField(usualStart(now));
  let ends = toField(usualStart(now) + HALF_DAY_MS);
  let deadline = toField(usualStart(now) + (FORM_DAYS - 1) * DAY_MS + FORM_HOURS_MS);
  let bodyId = bodies[0]?.id ?? "";
  const beginning = new Beginning();
  let askedFor = "";
  return openSheet<string>("add-meeting", (close, redraw) => {
    const say = app.add;
    /** What there is to start from; without an answer a blank page is all there is. */
    const ask = async (): Promise<void> => {
      const body = (askedFor = bodyId);
      const offered = body ? await meetings.earlier(body).catch(() => []) : [];
      if (body !== bodyId) return;
      beginning.offer(offered);
      redraw();
    };
    if (askedFor !== bodyId) void ask();
    const submit = async (event: SubmitEvent): Promise<void> => {
      event.preventDefault();
      const title = beginning.fields.title.trim();
      const room = beginning.fields.room.trim();
      const { kind } = beginning.fields;
      const inWriting = isForm({ kind });
      const startsAt = inWriting ? new Date(now).toISOString() : fromField(starts);
      const endsAt = fromField(inWriting ? deadline : ends);
      refusal = !title || !startsAt || !endsAt ? (inWriting ? forms.fill : say.fill) : endsAt <= startsAt ? (inWriting ? forms.past : say.badTime) : "";
      if (refusal || !startsAt || !endsAt) return redraw();
      working = true;
      redraw();
      try {
        close((await meetings.add({ bodyId, title, kind, room: inWriting ? "" : room, startsAt, endsAt, ...(beginning.from && !inWriting ? { from: beginning.from.id } : {}) })).id);
      } catch (thrown) {
        refusal = thrown instanceof HttpFailure && NEEDS_OFFICERS.has(thrown.code) ? `${thrown.message} ${say.noChair}` : sentenceOf(thrown);
        working = false;
        redraw();
      }
    };
    const { fields } = beginning;
    const inWriting = isForm(fields);
    const type = (field: "title" | "room") => (event: Event): void => beginning.type(field, (event.target as HTMLInputElement).value);
    return html`<form @submit=${submit} novalidate>
      <h2>${say.title}</h2>
      ${bodies.length === 0 ? html`<p class="hint bad">${say.noBody}</p>` : nothing}
      <label class="field"><span>${say.body}</span>
        <select data-testid="meeting-body" @change=${(event: Event) => { bodyId = (event.target as HTMLSelectElement).value; beginning.offer([]); redraw(); }}>${bodies.map((body) => html`<option value=${body.id}>${body.name}</option>`)}</select></label>
      <label class="field"><span>${say.kind}</span>
        <select @change=${(event: Event) => { beginning.type("kind", (event.target as HTMLSelectElement).value); redraw(); }} data-testid="meeting-kind">${KINDS.map((kind) => html`<option value=${kind} .selected=${kind === fields.kind}>${common.kind[kind]}</option>`)}</select></label>
      ${inWriting ? html`<p class="hint">${forms.what}</p>` : beginningPart(beginning, redraw)}
      <label class="field"><span>${inWriting ? forms.name : say.name}</span><textarea rows="2" maxlength="500" data-first placeholder=${inWriting ? forms.nameExample : say.nameExample} .value=${live(fields.title)} @input=${type("title")} data-testid="meeting-title"></textarea></label>
      ${inWriting ? momentField({ label: forms.deadline, value: deadline, testid: "form-deadline", change: (value) => { deadline = value; redraw(); } }) : html`<div class="pair">
        <label class="field"><span>${say.room}</span><input maxlength="200" .value=${live(fields.room)} @input=${type("room")} data-testid="meeting-room" /></label>
        ${momentField({ label: say.starts, value: starts, testid: "meeting-starts", change: (value) => {
          // The end follows the day of the beginning, as long as it was the same day.
          if (ends.slice(0, 10) === starts.slice(0, 10)) ends = `${value.slice(0, 10)}${ends.slice(10)}`;
          starts = value;
          redraw();
        } })}
        ${momentField({ label: say.ends, value: ends, testid: "meeting-ends", change: (value) => { ends = value; redraw(); } })}
      </div>`}
      ${refusal ? html`<p class="hint bad" role="alert" data-testid="meeting-refusal">${refusal}</p>` : html`<p class="hint">${say.note}</p>`}
      <div class="sheet-acts">
        <button type="button" class="ns-button ns-quiet" @click=${() => close(null)}>${common.cancel}</button>
        <button class="ns-button ns-primary" ?disabled=${working || bodies.length === 0} data-testid="meeting-create">${say.act}</button>
      </div>
    </form>`;
  });
}
