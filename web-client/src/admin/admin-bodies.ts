import { sentenceOf } from "client-kit/net/http.ts";
import { html, nothing, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { directory, type Body, type BodyRole, type Member } from "../api/api.ts";
import { refuse } from "../shared/notices.ts";
import { bodyRulesSheet } from "../shared/body-rules-sheet.ts";
import { Light } from "../shared/light.ts";
import { admin } from "../texts/admin.ts";
import { common } from "../texts/common.ts";
import { conduct } from "../texts/conduct.ts";
import { tokenSheet } from "../indicators/indicator-sheets.ts";
import { indicatorTexts } from "../texts/indicators.ts";
import { retentionSheet } from "../archive/retention-sheet.ts";
import { archiveTexts } from "../texts/archive.ts";
import { bodyPapersSheet } from "../papers/body-papers-sheet.ts";
import { paperTexts } from "../texts/papers.ts";
import { bodySheet, pickPerson } from "./body-sheets.ts";

const ROLES: readonly BodyRole[] = ["CHAIR", "DEPUTY_CHAIR", "SECRETARY", "MEMBER", "GUEST"];

/** Bodies on the left, the members of the chosen one on the right. */
export class AdminBodies extends Light {
  static override properties = { bodies: { state: true }, chosen: { state: true }, members: { state: true } };
  declare bodies: readonly Body[] | null;
  declare chosen: string | null;
  declare members: readonly Member[];

  constructor() {
    super();
    this.bodies = null;
    this.chosen = null;
    this.members = [];
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#load();
  }

  async #load(): Promise<void> {
    await this.#try(async () => {
      this.bodies = await directory.bodies();
      const first = this.chosen ?? this.bodies[0]?.id;
      if (first !== undefined) await this.#choose(first);
    });
  }

  async #choose(id: string): Promise<void> {
    const members = await directory.members(id);
    this.chosen = id;
    this.members = members;
  }

  async #try(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (failure) {
      refuse(sentenceOf(failure));
    }
  }

  protected override render(): TemplateResult {
    const body = this.bodies?.find((each) => each.id === this.chosen);
    return html`<div class="bodies">
      <nav class="body-list" aria-label=${admin.bodies}><ul>${this.bodies?.map((each) => html`
          <li><button type="button" class="leaf-row" aria-current=${each.id === this.chosen ? "true" : nothing} data-testid="body" data-id=${each.id} @click=${() => this.#try(() => this.#choose(each.id))}>${each.name}<small>${each.parent}</small></button></li>`)}</ul>
        <button type="button" class="ns-button ns-quiet is-wide" data-testid="body-add" @click=${() => this.#edit(null)}>${admin.addBody}</button></nav>
      ${body ? this.#body(body) : html`<p class="empty">${admin.chooseBody}</p>`}</div>`;
  }

  #body(body: Body): TemplateResult {
    return html`<section class="leaf"><header class="leaf-head"><div><p class="eyebrow">${[body.parent, body.place].filter(Boolean).join(" · ")}</p><h2>${body.name}</h2></div>
        <button type="button" class="ns-button ns-quiet" data-testid="body-edit" @click=${() => this.#edit(body)}>${common.edit}</button>
        <button type="button" class="ns-button ns-quiet" data-testid="body-voting-rules" @click=${() => bodyRulesSheet(body.id)}>${conduct.rules.act}</button>
        <button type="button" class="ns-button ns-quiet" data-testid="body-tokens" @click=${() => tokenSheet(body.id)}>${indicatorTexts.tokens}</button>
        <button type="button" class="ns-button ns-quiet" data-testid="body-retention" @click=${() => retentionSheet(body.id)}>${archiveTexts.retention}</button>
        <button type="button" class="ns-button ns-quiet" data-testid="body-papers" @click=${() => this.#try(() => bodyPapersSheet(body))}>${paperTexts.sheetAct}</button>
        <button type="button" class="ns-button ns-primary" data-testid="member-add" @click=${() => this.#add(body)}>${admin.addMember}</button></header>
      ${this.members.length === 0 ? html`<p class="hint">${admin.noMembers}</p>` : html`
      <table class="people-table"><thead><tr><th scope="col">${admin.members}</th><th scope="col">${admin.role}</th><th scope="col">${admin.votes}</th><th scope="col"><span class="unseen">${common.edit}</span></th></tr></thead>
        <tbody>${repeat(this.members, (member) => member.id, (member) => this.#member(body, member))}</tbody></table>`}</section>`;
  }

  #member(body: Body, member: Member): TemplateResult {
    const set = (role: BodyRole, votes: boolean): void => void this.#try(async () => {
      await directory.setMember(body.id, member.id, role, votes);
      await this.#choose(body.id);
    });
    return html`<tr data-testid="member" data-id=${member.id}><td><b>${member.name}</b><small>${[member.title, member.unit].filter(Boolean).join(", ")}</small></td>
      <td><select aria-label=${`${admin.role}: ${member.name}`} data-testid="member-role" @change=${(event: Event) => set((event.target as HTMLSelectElement).value as BodyRole, member.votes)}>${ROLES.map((role) => html`<option value=${role} .selected=${role === member.role}>${common.role[role]}</option>`)}</select></td>
      <td><input type="checkbox" aria-label=${`${admin.votes}: ${member.name}`} .checked=${member.votes} data-testid="member-votes" @change=${(event: Event) => set(member.role, (event.target as HTMLInputElement).checked)} /></td>
      <td><button type="button" class="ns-button ns-plain is-small" data-testid="member-remove" @click=${() => this.#try(async () => {
        await directory.removeMember(body.id, member.id);
        await this.#choose(body.id);
      })}>${admin.removeMember}</button></td></tr>`;
  }

  async #edit(body: Body | null): Promise<void> {
    const saved = await bodySheet(body);
    if (saved === null) return;
    this.chosen = saved;
    await this.#load();
  }

  async #add(body: Body): Promise<void> {
    await this.#try(async () => {
      const people = await directory.people();
      const here = new Set(this.members.map((member) => member.id));
      const person = await pickPerson(people.filter((each) => !here.has(each.id) && each.active !== false));
      if (person === null) return;
      await directory.setMember(body.id, person, "MEMBER", true);
      await this.#choose(body.id);
    });
  }
}

customElements.define("admin-bodies", AdminBodies);
