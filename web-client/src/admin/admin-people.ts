import { sentenceOf } from "client-kit/net/http.ts";
import { fold } from "client-kit/text/fold.ts";
import { html, nothing, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { directory, type Person } from "../api/api.ts";
import { Light } from "../shared/light.ts";
import { admin } from "../texts/admin.ts";
import { common } from "../texts/common.ts";
import { codeSheet, passwordSheet, personSheet } from "./person-sheets.ts";

const SHOWN_AT_FIRST = 100;

/** Everybody, with what an administrator may change. */
export class AdminPeople extends Light {
  static override properties = { people: { state: true }, typed: { state: true }, trouble: { state: true }, all: { state: true } };
  declare people: readonly Person[] | null;
  declare typed: string;
  declare trouble: string;
  declare all: boolean;

  constructor() {
    super();
    this.people = null;
    this.typed = "";
    this.trouble = "";
    this.all = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#load();
  }

  async #load(): Promise<void> {
    try {
      this.people = await directory.people();
    } catch (failure) {
      this.trouble = sentenceOf(failure);
    }
  }

  protected override render(): TemplateResult {
    const wanted = fold(this.typed).trim();
    const found = (this.people ?? []).filter((person) => fold(`${person.name} ${person.title} ${person.unit} ${person.signInName ?? ""}`).includes(wanted));
    const shown = this.all ? found : found.slice(0, SHOWN_AT_FIRST);
    return html`<section>
      <div class="people-tools"><input type="search" class="search" placeholder=${admin.search} aria-label=${admin.search} data-testid="admin-search" @input=${(event: InputEvent) => { this.typed = (event.target as HTMLInputElement).value; }} />
        <p class="hint">${this.people ? admin.count(found.length) : ""}</p><span class="spring"></span>
        <button type="button" class="ns-button ns-primary" data-testid="person-add" @click=${() => this.#edit(null)}>${admin.addPerson}</button></div>
      ${this.trouble ? html`<p class="hint bad" role="alert">${this.trouble}</p>` : nothing}
      ${this.people === null ? html`<p class="hint">${common.loading}</p>` : html`
      <table class="people-table"><thead><tr><th scope="col">${admin.name}</th><th scope="col">${admin.unit}</th><th scope="col">${admin.signInName}</th><th scope="col"><span class="unseen">${common.edit}</span></th></tr></thead>
        <tbody>${repeat(shown, (person) => person.id, (person) => this.#row(person))}</tbody></table>
      ${shown.length < found.length ? html`<button type="button" class="ns-button ns-quiet" @click=${() => { this.all = true; }}>${admin.more}</button>` : nothing}`}
    </section>`;
  }

  #row(person: Person): TemplateResult {
    return html`<tr data-testid="admin-person" data-id=${person.id} data-active=${person.active === false ? "no" : "yes"}>
      <td><b>${person.name}</b><small>${[person.title, person.systemRole === "ADMINISTRATOR" ? admin.administrator : "", person.active === false ? admin.inactive : ""].filter(Boolean).join(" · ")}</small></td>
      <td>${person.unit}</td><td><code>${person.signInName}</code></td>
      <td class="row-acts"><button type="button" class="ns-button ns-quiet is-small" data-testid="person-code" @click=${() => codeSheet(person)}>${admin.code}</button>
        <button type="button" class="ns-button ns-plain is-small" data-testid="person-password" @click=${() => passwordSheet(person)}>${admin.setPassword}</button>
        <button type="button" class="ns-button ns-plain is-small" data-testid="person-edit" @click=${() => this.#edit(person)}>${common.edit}</button></td></tr>`;
  }

  async #edit(person: Person | null): Promise<void> {
    if (await personSheet(person)) await this.#load();
  }
}

customElements.define("admin-people", AdminPeople);
