import { language } from "client-kit/i18n/index.ts";
import { sentenceOf } from "client-kit/net/http.ts";
import { fold } from "client-kit/text/fold.ts";
import { html, nothing } from "lit";
import { directory, type Body, type Person } from "../api/api.ts";
import { openSheet } from "../shared/ask.ts";
import { readForm } from "../shared/field.ts";
import { admin } from "../texts/admin.ts";
import { common } from "../texts/common.ts";

const MOST_SHOWN = 60;

/** Adds a body, or changes one; gives its id. */
export async function bodySheet(body: (Body & { readonly rules?: string }) | null): Promise<string | null> {
  let refusal = "";
  const templates = await directory.ruleTemplates();
  const kept = body ? await directory.readingsKept(body.id) : false;
  const chosen = body?.rules || templates[0]?.id;
  return openSheet<string>("body", (close, redraw) => html`<form @submit=${async (event: SubmitEvent) => {
      event.preventDefault();
      const { name = "", parent = "", place = "", rules = "", readings = "" } = readForm(event.target as HTMLFormElement);
      const entered = { name, parent, place, rules };
      try {
        const { id } = body ? await directory.editBody(body.id, entered) : await directory.addBody(entered);
        if ((readings === "on") !== kept) await directory.keepReadings(id, !kept);
        close(id);
      } catch (failure) {
        refusal = sentenceOf(failure);
        redraw();
      }
    }}><h2 id="sheet-title">${body ? admin.editBody : admin.addBody}</h2>
    <label class="field"><span>${admin.bodyName}</span><textarea name="name" rows="2" required maxlength="200" data-first .defaultValue=${body?.name ?? ""} data-testid="body-name"></textarea></label>
    <div class="pair"><label class="field"><span>${admin.parent}</span><input name="parent" maxlength="200" .defaultValue=${body?.parent ?? ""} data-testid="body-parent" /></label>
      <label class="field"><span>${admin.place}</span><input name="place" maxlength="200" .defaultValue=${body?.place ?? ""} data-testid="body-place" /><small>${admin.placeHint}</small></label></div>
    <label class="field"><span>${admin.rules}</span><select name="rules" data-testid="body-rules">${templates.map((each) => html`<option value=${each.id} ?selected=${each.id === chosen}>${each.label[language()]}</option>`)}</select><small>${admin.rulesHint}</small></label>
    <label class="check"><input type="checkbox" name="readings" .defaultChecked=${kept} data-testid="body-readings" /><span>${admin.readings}<small>${admin.readingsHint}</small></span></label>
    ${refusal ? html`<p class="hint bad" role="alert">${refusal}</p>` : nothing}
    <div class="sheet-acts"><button type="button" class="ns-button ns-quiet" @click=${() => close(null)}>${common.cancel}</button><button class="ns-button ns-primary" data-testid="body-save">${admin.save}</button></div></form>`);
}

/** One person of the directory. */
export function pickPerson(people: readonly Person[]): Promise<string | null> {
  let typed = "";
  return openSheet<string>("pick-person", (close, redraw) => {
    const wanted = fold(typed).trim();
    const found = people.filter((person) => fold(`${person.name} ${person.title} ${person.unit}`).includes(wanted)).slice(0, MOST_SHOWN);
    return html`<h2 id="sheet-title">${admin.addMember}</h2>
      <input type="search" class="search" data-first placeholder=${admin.search} aria-label=${admin.search} data-testid="pick-search" @input=${(event: InputEvent) => { typed = (event.target as HTMLInputElement).value; redraw(); }} />
      <ul class="pick-list">${found.map((person) => html`<li><button type="button" data-testid="pick-person" data-id=${person.id} @click=${() => close(person.id)}><b>${person.name}</b><small>${[person.title, person.unit].filter(Boolean).join(", ")}</small></button></li>`)}</ul>
      ${found.length === 0 ? html`<p class="hint">${common.nothingFound}</p>` : nothing}
      <div class="sheet-acts"><button type="button" class="ns-button ns-quiet" @click=${() => close(null)}>${common.cancel}</button></div>`;
  });
}
