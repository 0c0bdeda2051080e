import { newId } from "client-kit/net/index.ts";
import { sentenceOf } from "client-kit/net/http.ts";
import { html, nothing, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import type { MeetingView, Participant, Role } from "client-kit/proto/protocol.ts";
import { directory } from "../api/api.ts";
import { searchPeople } from "../lead/people-search.ts";
import { DeskPart } from "../meeting/desk-part.ts";
import { notify, refuse } from "../shared/notices.ts";
import { wholeNumber } from "../shared/field.ts";
import { common } from "../texts/common.ts";
import { conduct } from "../texts/conduct.ts";
import { prepare } from "../texts/prepare.ts";
import { changesBetween, participantsOf, withRole } from "./participants.ts";
import { guestSheet, pickPeople } from "./people-pick.ts";

const ROLES: readonly Role[] = ["CHAIR", "SECRETARY", "MEMBER", "GUEST"];

/** Who takes part, in which role, with or without a vote. Changes are gathered and saved as one. */
export class PeopleSheet extends DeskPart {
  static override properties = { ...DeskPart.properties, mine: { state: true }, weights: { state: true }, typed: { state: true } };
  /** The list being changed; null while it is the server's. */
  declare mine: readonly Participant[] | null;
  /** Numbers of votes being changed; null while they are the server's. */
  declare weights: Readonly<Record<string, number>> | null;
  declare typed: string;
  /** The server's list when the changes were begun. */
  #from: readonly Participant[] = [];

  constructor() {
    super();
    this.mine = null;
    this.weights = null;
    this.typed = "";
  }

  protected override draw(view: MeetingView): TemplateResult {
    const say = prepare.peopleForm;
    const server = participantsOf(view);
    const list = this.mine ?? server;
    const changes = this.mine ? changesBetween(server, this.mine) : 0;
    if (!this.mine) this.#from = server;
    const may = view.head.phase !== "CLOSED" && view.head.phase !== "CANCELLED";
    const byId = Object.fromEntries(list.map((person) => [person.id, person]));
    const found = searchPeople(byId, list.map((person) => person.id), this.typed);
    return html`<section class="leaf">
      <header class="leaf-head"><p class="eyebrow">${say.lead(list.length, list.filter((person) => person.votes).length)}</p><h2>${prepare.people}</h2></header>
      <div class="people-tools"><input type="search" class="search" placeholder=${say.search} aria-label=${say.search} data-testid="participants-search" @input=${(event: InputEvent) => { this.typed = (event.target as HTMLInputElement).value; }} />
        ${may ? html`<button type="button" class="ns-button ns-quiet" data-testid="add-members" @click=${() => this.#addMembers(view, list)}>${say.addMember}</button>
          <button type="button" class="ns-button ns-quiet" data-testid="add-guest" @click=${() => this.#addGuest(list)}>${say.addGuest}</button>` : nothing}</div>
      ${changes ? html`<div class="leaf-acts sticky"><p>${say.changed(changes)}${changesBetween(this.#from, server) > 0 ? html` <span class="warn-words">${say.overtaken}</span>` : nothing}</p><span class="spring"></span>
        <button type="button" class="ns-button ns-plain" @click=${() => { this.mine = null; }}>${say.reset}</button>
        <button type="button" class="ns-button ns-primary" data-testid="participants-save" @click=${this.#save}>${say.save}</button></div>` : nothing}
      ${this.weights === null ? nothing : html`<div class="leaf-acts"><p>${conduct.weights.changed}</p><span class="spring"></span><button type="button" class="ns-button ns-plain" @click=${() => { this.weights = null; }}>${say.reset}</button>
        <button type="button" class="ns-button ns-primary" data-testid="weights-save" @click=${this.#saveWeights}>${conduct.weights.save}</button></div>`}
      <table class="people-table"><thead><tr><th scope="col">${say.guestName}</th><th scope="col">${say.role}</th><th scope="col">${say.vote}</th>${view.franchise.practice?.weights ? html`<th scope="col">${conduct.weights.column}</th>` : nothing}<th scope="col"><span class="unseen">${common.edit}</span></th></tr></thead>
        <tbody>${repeat(found, (id) => id, (id) => {
          const person = byId[id];
          return person ? this.#row(view, person, list, may) : nothing;
        })}</tbody></table>
    </section>`;
  }

  #row(view: MeetingView, person: Participant, list: readonly Participant[], may: boolean): TemplateResult {
    const change = (next: Participant): void => { this.mine = list.map((each) => (each.id === person.id ? next : each)); };
    return html`<tr data-testid="participant" data-id=${person.id}><td><b>${person.name}</b><small>${[person.title, person.unit].filter(Boolean).join(", ")}</small></td>
      <td><select aria-label=${`${prepare.peopleForm.role}: ${person.name}`} ?disabled=${!may} data-testid="participant-role" @change=${(event: Event) => { this.mine = withRole(list, person.id, (event.target as HTMLSelectElement).value as Role); }}>
        ${ROLES.map((role) => html`<option value=${role} .selected=${role === person.role}>${common.role[role]}</option>`)}</select></td>
      <td><input type="checkbox" aria-label=${`${prepare.peopleForm.vote}: ${person.name}`} .checked=${person.votes} ?disabled=${!may || person.role === "GUEST"} data-testid="participant-votes"
        @change=${(event: Event) => change({ ...person, votes: (event.target as HTMLInputElement).checked })} /></td>
      ${view.franchise.practice?.weights ? html`<td>${person.votes ? html`<input type="number" class="weight" min="1" max="1000" aria-label=${`${conduct.weights.column}: ${person.name}`} .value=${String((this.weights ?? view.franchise.weights)[person.id] ?? 1)} ?disabled=${!may} data-testid="participant-weight"
        @change=${(event: Event) => { this.weights = { ...(this.weights ?? view.franchise.weights), [person.id]: wholeNumber((event.target as HTMLInputElement).value, 1, 1000, 1) }; }} />` : nothing}</td>` : nothing}
      <td>${may ? html`<button type="button" class="ns-button ns-plain is-small" data-testid="participant-remove" @click=${() => { this.mine = list.filter((each) => each.id !== person.id); }}>${common.remove}</button>` : nothing}</td></tr>`;
  }

  async #addMembers(view: MeetingView, list: readonly Participant[]): Promise<void> {
    try {
      const added = await pickPeople(await directory.members(view.head.bodyId), list);
      if (added?.length) this.mine = [...list, ...added];
    } catch (failure) {
      refuse(sentenceOf(failure));
    }
  }

  async #addGuest(list: readonly Participant[]): Promise<void> {
    const people = await directory.people().catch(() => []);
    const guest = await guestSheet(people.filter((person) => !list.some((each) => each.id === person.id)));
    if (guest) this.mine = [...list, { ...guest, id: guest.id || newId(), role: "GUEST", votes: false }];
  }

  #saveWeights = async (): Promise<void> => {
    const weights = this.weights;
    if (!weights) return;
    if (!(await this.desk.revise(conduct.weights.what, (reason) => ({ type: "setWeights", weights: { ...weights }, ...reason })))) return;
    this.weights = null;
    notify(common.saved);
  };

  #save = async (): Promise<void> => {
    const participants = this.mine;
    if (!participants) return;
    if (!(await this.desk.revise(prepare.peopleForm.what, (reason) => ({ type: "nameParticipants", participants: [...participants], ...reason })))) return;
    if (this.mine === participants) this.mine = null;
    notify(common.saved);
  };
}

customElements.define("people-sheet", PeopleSheet);
