import { html, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import type { Desk } from "../meeting/desk.ts";
import { receptionSheet } from "../meeting/reception-sheet.ts";
import { confirmAct } from "../shared/ask.ts";
import { seatTexts as say } from "../texts/seats.ts";

/** More names than this make a question that nobody reads. */
const NAMED = 12;
const GRACE_MAX = 120;

/** Above the list of people: those chosen, or all who are shown, are checked in at once; the door; from when on somebody is late. */
export function manyActs(desk: Desk, found: readonly string[], picked: ReadonlySet<string>, done: () => void): TemplateResult {
  const view = desk.view;
  if (!view) return html``;
  const away = (id: string): boolean => view.people.people[id]?.presence === undefined;
  const chosen = view.people.order.filter((id) => picked.has(id) && away(id));
  const all = found.filter((id) => away(id) && view.people.people[id]?.absence === undefined && view.people.people[id]?.leftAt === undefined);
  const people = chosen.length > 0 ? chosen : all;
  return html`<div class="many-acts">
    ${people.length === 0 ? nothing : html`<button type="button" class="ns-button is-small ${chosen.length > 0 ? "ns-primary" : "ns-quiet"}" data-testid="mark-many" @click=${() => void checkInMany(desk, people, done)}>${chosen.length > 0 ? say.picked(chosen.length) : say.all(all.length)}</button>`}
    <button type="button" class="ns-button ns-quiet is-small" data-testid="door-open" @click=${() => void receptionSheet(desk)}>${say.door}</button>
    <label class="grace"><span>${say.grace}</span> <input type="number" min="0" max=${GRACE_MAX} step="1" .value=${live(String(view.people.graceMinutes))} data-testid="grace"
      @change=${(event: Event) => void setGrace(desk, event.target as HTMLInputElement)} /> <span>${say.graceUnit}</span></label>
  </div>`;
}

async function checkInMany(desk: Desk, people: readonly string[], done: () => void): Promise<void> {
  const names = people.slice(0, NAMED).map((id) => desk.name(id)).join("; ");
  const more = people.length > NAMED ? `; ${say.more(people.length - NAMED)}` : "";
  if (!(await confirmAct({ title: say.allTitle(people.length), text: `${say.allText} ${names}${more}.`, act: say.allAct }))) return;
  if ((await desk.do({ type: "markAllPresent", people: [...people], manner: "IN_ROOM" })).kind === "done") done();
}

async function setGrace(desk: Desk, field: HTMLInputElement): Promise<void> {
  const minutes = Number(field.value);
  const known = desk.view?.people.graceMinutes ?? 0;
  if (!Number.isInteger(minutes) || minutes === known || (await desk.do({ type: "setGrace", minutes })).kind !== "done") field.value = String(desk.view?.people.graceMinutes ?? known);
}
