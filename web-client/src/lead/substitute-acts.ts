import { inPlaceOf } from "client-kit/meeting/substitutes.ts";
import type { MeetingView, PersonView } from "client-kit/proto/protocol.ts";
import { html, nothing, type TemplateResult } from "lit";
import type { Desk } from "../meeting/desk.ts";
import { openSheet } from "../shared/ask.ts";
import { common } from "../texts/common.ts";
import { conduct } from "../texts/conduct.ts";

const say = conduct.substitute;

/** Below a name on the list: in whose place the person comes, or who comes in theirs. */
export function substituteState(view: MeetingView, id: string): TemplateResult | typeof nothing {
  const place = inPlaceOf(view, id);
  const by = view.franchise.substitutions[id];
  return html`${place ? html`<small class="state" data-testid="person-substitutes">${place}</small>` : nothing}${
    by ? html`<small class="state" data-testid="person-substituted">${say.by(view.people.people[by.person]?.name ?? "", by.votes)}</small>` : nothing}`;
}

/** Naming who comes in the place of a member who is away, or ending it. */
export function substituteActs(desk: Desk, view: MeetingView, id: string, person: PersonView): TemplateResult | typeof nothing {
  const { substitutes, substitutions } = view.franchise;
  if (substitutions[id] !== undefined) return html`<button type="button" class="ns-button ns-plain is-small" data-testid="substitute-back" @click=${() => desk.do({ type: "endSubstitution", person: id })}>${say.back}</button>`;
  return substitutes === "NONE" || person.role === "GUEST" || person.presence ? nothing
    : html`<button type="button" class="ns-button ns-plain is-small" data-testid="substitute" @click=${() => nameSubstitute(desk, view, id, person)}>${say.act}</button>`;
}

async function nameSubstitute(desk: Desk, view: MeetingView, person: string, { votes }: PersonView): Promise<void> {
  const { substitutes, substitutions, delegations } = view.franchise;
  const { people, order } = view.people;
  const taken = new Set(Object.values(substitutions).map((each) => each.person));
  const free = order.filter((id) => id !== person && people[id]?.role !== "GUEST" && !people[id]?.votes && !taken.has(id));
  const mayVote = substitutes === "WITH_VOTE" && votes && delegations[person] === undefined;
  const told = await openSheet<FormData>("substitute", (close) => html`<form @submit=${(event: SubmitEvent) => { event.preventDefault(); close(new FormData(event.target as HTMLFormElement)); }}>
    <h2 id="sheet-title">${say.title(desk.name(person))}</h2><div class="sheet-text"><p>${free.length === 0 ? say.nobody : say.text}</p></div>
    ${free.length === 0 ? nothing : html`<label class="field"><span>${say.who}</span><select name="substitute" data-first data-testid="substitute-who">${free.map((id) => html`<option value=${id}>${desk.name(id)}</option>`)}</select></label>
      ${mayVote ? html`<label class="check"><input type="checkbox" name="votes" checked data-testid="substitute-votes" /><span>${say.votes}</span></label>` : nothing}`}
    <div class="sheet-acts"><button type="button" class="ns-button ns-quiet" @click=${() => close(null)}>${common.cancel}</button><button class="ns-button ns-primary" ?disabled=${free.length === 0} data-testid="substitute-yes">${say.yes}</button></div></form>`);
  const substitute = told?.get("substitute");
  if (told && typeof substitute === "string") await desk.do({ type: "nameSubstitute", person, substitute, votes: told.has("votes") });
}
