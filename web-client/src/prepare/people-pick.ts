import type { Participant } from "client-kit/proto/protocol.ts";
import { fold } from "client-kit/text/fold.ts";
import { html, nothing } from "lit";
import type { Member, Person } from "../api/api.ts";
import { openSheet } from "../shared/ask.ts";
import { readForm } from "../shared/field.ts";
import { common } from "../texts/common.ts";
import { lead } from "../texts/lead.ts";
import { prepare } from "../texts/prepare.ts";

const MOST_SHOWN = 60;

const asParticipant = ({ id, name, title, unit, role, votes }: Member): Participant => ({ id, name, title, unit, role: role === "DEPUTY_CHAIR" || role === "CHAIR" ? "MEMBER" : role, votes });

/** Members of the body who are not on the list yet; null when called off. */
export function pickPeople(members: readonly Member[], list: readonly Participant[]): Promise<Participant[] | null> {
  const here = new Set(list.map((person) => person.id));
  const free = members.filter((member) => !here.has(member.id));
  const chosen = new Set<string>();
  return openSheet<Participant[]>("members", (close, redraw) => html`<h2 id="sheet-title">${prepare.peopleForm.addMember}</h2>
    ${free.length === 0 ? html`<p class="hint">${prepare.peopleForm.allIn}</p>` : nothing}
    <ul class="check-list">${free.map((member) => html`<li><label><input type="checkbox" data-testid="member-pick" data-id=${member.id} @change=${() => { if (!chosen.delete(member.id)) chosen.add(member.id); redraw(); }} />
      <b>${member.name}</b><small>${[member.title, common.role[member.role]].filter(Boolean).join(" · ")}</small></label></li>`)}</ul>
    <div class="sheet-acts"><button type="button" class="ns-button ns-quiet" data-first @click=${() => close(null)}>${common.cancel}</button>
      <button type="button" class="ns-button ns-primary" data-testid="members-add" ?disabled=${chosen.size === 0} @click=${() => close(free.filter((member) => chosen.has(member.id)).map(asParticipant))}>${common.add} (${chosen.size})</button></div>`);
}

type Guest = Pick<Participant, "id" | "name" | "title" | "unit">;

/** A guest out of the directory, or one from outside (no id yet). */
export function guestSheet(people: readonly Person[]): Promise<Guest | null> {
  let typed = "";
  return openSheet<Guest>("guest", (close, redraw) => {
    const wanted = fold(typed).trim();
    const found = wanted === "" ? [] : people.filter((person) => fold(`${person.name} ${person.title} ${person.unit}`).includes(wanted)).slice(0, MOST_SHOWN);
    const say = prepare.peopleForm;
    return html`<h2 id="sheet-title">${say.addGuest}</h2>
      <input type="search" class="search" data-first placeholder=${`${say.directory}: ${lead.people.search}`} aria-label=${lead.people.search} data-testid="guest-search" @input=${(event: InputEvent) => { typed = (event.target as HTMLInputElement).value; redraw(); }} />
      <ul class="pick-list">${found.map(({ id, name, title, unit }) => html`<li><button type="button" data-testid="guest-pick" @click=${() => close({ id, name, title, unit })}><b>${name}</b><small>${[title, unit].filter(Boolean).join(", ")}</small></button></li>`)}</ul>
      <form class="guest-form" @submit=${(event: SubmitEvent) => {
        event.preventDefault();
        const { name = "", title = "", unit = "" } = readForm(event.target as HTMLFormElement);
        if (name) close({ id: "", name, title, unit });
      }}><h3>${say.outside}</h3>
        <label class="field"><span>${say.guestName}</span><input name="name" maxlength="200" required data-testid="guest-name" /></label>
        <div class="pair"><label class="field"><span>${say.guestTitle}</span><input name="title" maxlength="500" data-testid="guest-title" /></label>
          <label class="field"><span>${say.guestUnit}</span><input name="unit" maxlength="500" data-testid="guest-unit" /></label></div>
        <p class="hint">${say.guestNote}</p>
        <div class="sheet-acts"><button type="button" class="ns-button ns-quiet" @click=${() => close(null)}>${common.cancel}</button><button class="ns-button ns-primary" data-testid="guest-add">${common.add}</button></div></form>`;
  });
}
