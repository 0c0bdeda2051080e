import { hasLimits, isBeyond } from "client-kit/meeting/floor.ts";
import type { Command } from "client-kit/proto/protocol.ts";
import { html } from "lit";
import type { Desk } from "../meeting/desk.ts";
import { confirmAct, openSheet } from "../shared/ask.ts";
import { refuse } from "../shared/notices.ts";
import { running } from "../shared/when.ts";
import { common } from "../texts/common.ts";
import { floorTexts } from "../texts/floor.ts";
import { lead } from "../texts/lead.ts";
import { searchPeople } from "./people-search.ts";

/** The length that the rules of the floor give, whatever it is. */
export const BY_THE_RULES = -1;
export const LIMITS = [0, 3, 5, 7, 10, 15];
const USUAL = 5;
const MOST_SHOWN = 40;
const KEY = "nghisu.limit-minutes";

/** Minutes that can be chosen for the next speaker. */
export const limits = (desk: Desk): readonly number[] => (desk.view && hasLimits(desk.view.floor.rules) ? [BY_THE_RULES, ...LIMITS] : LIMITS);

/** Minutes given to the next speaker, kept on this console; before any choice what the rules say, or what is usual where they say nothing. */
export const limit = {
  of(desk: Desk): number {
    const kept = localStorage.getItem(KEY);
    const offered = limits(desk);
    return kept !== null && offered.includes(Number(kept)) ? Number(kept) : offered.includes(BY_THE_RULES) ? BY_THE_RULES : USUAL;
  },
  choose(n: number): void { localStorage.setItem(KEY, String(n)); },
};

type Giving = Extract<Command, { type: "callSpeaker" | "appointSpeaker" }>;

/** Gives the floor; where that goes beyond a rule, the server's warning is asked about first. */
async function give(desk: Desk, command: Giving): Promise<void> {
  const minutes = limit.of(desk);
  const limited: Giving = minutes === BY_THE_RULES ? command : { ...command, limitMinutes: minutes };
  const answer = await desk.do(limited, true);
  if (answer.kind === "done") return;
  if (!isBeyond(answer.code)) return refuse(answer.text);
  if (await confirmAct({ title: floorTexts.beyondTitle, text: answer.text, act: floorTexts.beyondAct, tone: "grave" })) await desk.do({ ...limited, beyond: true });
}

/** Gives somebody the floor for as long as the rules of the floor say. */
export const giveFloor = (desk: Desk, person: string): Promise<void> => give(desk, { type: "appointSpeaker", person, beyond: false });
export const callSpeaker = (desk: Desk, request: string): Promise<void> => give(desk, { type: "callSpeaker", request, beyond: false });

/** Puts a request to another place: to that of another one, pushed up or down. */
export function moveRequest(desk: Desk, request: string, to: number): void {
  const order = desk.view?.floor.order ?? [];
  const rest = order.filter((id) => id !== request);
  if (to < 0 || to >= order.length || order[to] === request) return;
  const before = rest[to];
  void desk.do({ type: "moveRequest", request, ...(before === undefined ? {} : { before }) });
}

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
  if (person !== null) await giveFloor(desk, person);
}
