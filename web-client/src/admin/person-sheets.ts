import { sentenceOf } from "client-kit/net/http.ts";
import { html, nothing } from "lit";
import { directory, type Person } from "../api/api.ts";
import { qr } from "client-kit/ui/qr.ts";
import { openSheet } from "../shared/ask.ts";
import { readForm } from "../shared/field.ts";
import { notify, refuse } from "../shared/notices.ts";
import { clock } from "../shared/when.ts";
import { admin } from "../texts/admin.ts";
import { common } from "../texts/common.ts";

/** Adds a person, or changes one. True when something was saved. */
export async function personSheet(person: Person | null): Promise<boolean> {
  let refusal = "";
  let working = false;
  const saved = await openSheet<true>("person", (close, redraw) => {
    const submit = async (event: SubmitEvent): Promise<void> => {
      event.preventDefault();
      const { name = "", title = "", unit = "", email = "", signInName = "", password = "", administrator, active } = readForm(event.target as HTMLFormElement);
      const entered = {
        name, title, unit, ...(email ? { email } : {}), signInName, systemRole: administrator ? "ADMINISTRATOR" : "NONE",
        ...(person ? { language: person.language ?? "vi", active: active !== undefined } : {}),
      };
      working = true;
      redraw();
      try {
        const made = person ? await directory.editPerson(person.id, entered) : await directory.addPerson(entered);
        if (!person && password) await directory.setPassword(made.id, password);
        close(true);
      } catch (failure) {
        refusal = sentenceOf(failure);
        working = false;
        redraw();
      }
    };
    return html`<form @submit=${submit}><h2 id="sheet-title">${person ? admin.editPerson : admin.addPerson}</h2>
      <label class="field"><span>${admin.name}</span><input name="name" required maxlength="200" data-first .defaultValue=${person?.name ?? ""} data-testid="person-name" /></label>
      <div class="pair"><label class="field"><span>${admin.post}</span><input name="title" maxlength="200" .defaultValue=${person?.title ?? ""} data-testid="person-title" /></label>
        <label class="field"><span>${admin.unit}</span><input name="unit" maxlength="200" .defaultValue=${person?.unit ?? ""} data-testid="person-unit" /></label>
        <label class="field"><span>${admin.signInName}</span><input name="signInName" required maxlength="64" autocapitalize="none" spellcheck="false" autocomplete="off" .defaultValue=${person?.signInName ?? ""} data-testid="person-signin" /><small>${admin.signInHint}</small></label>
        <label class="field"><span>${admin.email}</span><input name="email" type="email" maxlength="254" .defaultValue=${person?.email ?? ""} data-testid="person-email" /></label></div>
      ${person ? nothing : html`<label class="field"><span>${admin.firstPassword}</span><input name="password" type="password" autocomplete="new-password" data-testid="person-first-password" /><small>${admin.passwordHint}</small></label>`}
      <label class="check"><input type="checkbox" name="administrator" .defaultChecked=${person?.systemRole === "ADMINISTRATOR"} data-testid="person-administrator" />${admin.administrator}</label>
      ${person ? html`<label class="check"><input type="checkbox" name="active" .defaultChecked=${person.active !== false} data-testid="person-active" />${admin.active}</label>` : nothing}
      ${refusal ? html`<p class="hint bad" role="alert" data-testid="person-refusal">${refusal}</p>` : nothing}
      <div class="sheet-acts"><button type="button" class="ns-button ns-quiet" @click=${() => close(null)}>${common.cancel}</button><button class="ns-button ns-primary" ?disabled=${working} data-testid="person-save">${admin.save}</button></div></form>`;
  });
  return saved === true;
}

export async function passwordSheet(person: Person): Promise<void> {
  let refusal = "";
  const done = await openSheet<true>("password", (close, redraw) => html`<form @submit=${async (event: SubmitEvent) => {
      event.preventDefault();
      try {
        await directory.setPassword(person.id, readForm(event.target as HTMLFormElement)["password"] ?? "");
        close(true);
      } catch (failure) {
        refusal = sentenceOf(failure);
        redraw();
      }
    }}><h2 id="sheet-title">${admin.setPasswordTitle(person.name)}</h2>
    <label class="field"><span>${admin.password}</span><input name="password" type="password" required autocomplete="new-password" data-first data-testid="new-password" /><small>${admin.passwordHint}</small></label>
    ${refusal ? html`<p class="hint bad" role="alert">${refusal}</p>` : nothing}
    <div class="sheet-acts"><button type="button" class="ns-button ns-quiet" @click=${() => close(null)}>${common.cancel}</button><button class="ns-button ns-primary" data-testid="new-password-save">${admin.setPasswordAct}</button></div></form>`);
  if (done) notify(admin.passwordSet);
}

/** A one-time code for a tablet: QR, and eight characters to type. */
export async function codeSheet(person: Person): Promise<void> {
  try {
    const { code, path, expires } = await directory.code(person.id);
    await openSheet("code", (close) => html`<h2 id="sheet-title">${admin.codeTitle(person.name)}</h2>
      <div class="sheet-text"><p>${admin.codeText}</p></div>
      <div class="code-card">${qr(new URL(path, location.href).href)}<p class="code-typed" data-testid="code">${code}</p><p class="hint">${admin.codeUntil(clock(Date.parse(expires)))}</p></div>
      <div class="sheet-acts"><button type="button" class="ns-button ns-primary" data-first @click=${() => close(null)}>${common.close}</button></div>`);
  } catch (failure) {
    refuse(sentenceOf(failure));
  }
}
