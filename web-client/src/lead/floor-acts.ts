import { html } from "lit";
import type { Desk } from "../meeting/desk.ts";
import { openSheet } from "../shared/ask.ts";
import { running } from "../shared/when.ts";
import { common } from "../texts/common.ts";
import { lead } from "../texts/lead.ts";
import { searchPeople } from "./people-search.ts";

export const LIMITS = [0, 3, 5, 7, 10, 15];
const MOST_SHOWN = 40;
const KEY = "nghisu.limit-minutes";

/** Minutes given to the next speaker; kept on this console. */
export const limit = {
  get minutes(): number {
    const kept = Number(localStorage.getItem(KEY));
    return LIMITS.includes(kept) ? kept : 5;
  },
  set minutes(n: number) { localStorage.setItem(KEY, String(n)); },
};
if (localStorage.getItem(KEY) === null) localStorage.setItem(KEY, "5");

export const callSpeaker = (desk: Desk, request: string): Promise<unknown> => desk.do({ type: "callSpeaker", request, limitMinutes: limit.minutes });

/** Gives the floor to somebody present who has not asked; who never spoke comes first. */
export async function appoint(desk: Desk): Promise<void> {
  let typed = "";
  const person = await openSheet<string>("appoint", (close, redraw) => {
    const view = desk.view;
    const present = view ? view.people.order.filter((id) => view.people.people[id]?.presence !== undefined) : [];
    const spoken = view?.floor.spokenMs ?? {};
    const found = view ? searchPeople(view.people.people, present, typed).sort((a, b) => Number(Boolean(spoken[a])) - Number(Boolean(spoken[b]))) : [];
    return html`
      <h2 id="sheet-title">${lead.floor.appointTitle}</h2>
      <input type="search" class="search" data-first placeholder=${lead.people.search} aria-label=${lead.people.search} data-testid="appoint-search"
        @input=${(event: InputEvent) => { typed = (event.target as HTMLInputElement).value; redraw(); }} />
      <ul class="pick-list">${found.slice(0, MOST_SHOWN).map((id) => html`<li><button type="button" data-testid="appoint-person" data-id=${id} @click=${() => close(id)}>
        <b>${desk.name(id)}</b><small>${desk.person(id)?.title}</small>
        <small class="end">${spoken[id] ? lead.floor.spoken(running(spoken[id])) : lead.floor.never}</small></button></li>`)}</ul>
      ${found.length === 0 ? html`<p class="hint">${lead.people.none}</p>` : ""}
      <div class="sheet-acts"><button type="button" class="ns-button ns-quiet" @click=${() => close(null)}>${common.cancel}</button></div>`;
  });
  if (person !== null) await desk.do({ type: "appointSpeaker", person, limitMinutes: limit.minutes });
}
