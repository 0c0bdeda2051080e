import { sentenceOf } from "client-kit/net/http.ts";
import { html, nothing, type TemplateResult } from "lit";
import { signing } from "../api/api.ts";
import { readForm } from "../shared/field.ts";
import { Light } from "../shared/light.ts";
import { app } from "../texts/app.ts";
import { common } from "../texts/common.ts";

/** The page of an empty installation: its first administrator and first body. Says `signed-in`. */
export class ConsoleSetup extends Light {
  static override properties = { working: { state: true }, refusal: { state: true } };
  declare working: boolean;
  declare refusal: string;

  constructor() {
    super();
    this.working = false;
    this.refusal = "";
  }

  protected override render(): TemplateResult {
    const say = app.setup;
    return html`<main class="gate">
      <form class="gate-card broad" @submit=${this.#submit}>
        <p class="gate-mark">${common.product}</p>
        <h1>${say.title}</h1>
        <p class="gate-lead">${say.lead}</p>
        <label class="field"><span>${say.token}</span><input name="token" required autocomplete="off" spellcheck="false" autofocus data-testid="setup-token" />
          <small>${say.tokenHint}</small></label>
        <div class="pair">
          <fieldset><legend>${say.you}</legend>
            <label class="field"><span>${say.name}</span><input name="name" required maxlength="200" autocomplete="name" data-testid="setup-name" /></label>
            <label class="field"><span>${say.signInName}</span><input name="signInName" required maxlength="64" autocapitalize="none" spellcheck="false" autocomplete="username" data-testid="setup-signin-name" />
              <small>${say.signInHint}</small></label>
            <label class="field"><span>${say.password}</span><input name="password" type="password" required minlength="10" autocomplete="new-password" data-testid="setup-password" />
              <small>${say.passwordHint}</small></label>
            <label class="field"><span>${say.again}</span><input name="again" type="password" required autocomplete="new-password" data-testid="setup-again" /></label>
          </fieldset>
          <fieldset><legend>${say.body}</legend>
            <label class="field"><span>${say.bodyName}</span><textarea name="body" required rows="2" maxlength="200" placeholder=${say.bodyExample} data-testid="setup-body"></textarea></label>
            <label class="field"><span>${say.parent}</span><input name="parent" maxlength="200" placeholder=${say.parentExample} data-testid="setup-parent" /></label>
            <label class="field"><span>${say.place}</span><input name="place" maxlength="100" placeholder=${say.placeExample} data-testid="setup-place" />
              <small>${say.placeHint}</small></label>
          </fieldset>
        </div>
        ${this.refusal ? html`<p class="hint bad" role="alert" data-testid="setup-refusal">${this.refusal}</p>` : nothing}
        <button class="ns-button ns-primary" ?disabled=${this.working} data-testid="setup-submit">${say.act}</button>
      </form>
    </main>`;
  }

  #submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const typed = readForm(event.target as HTMLFormElement);
    const { token = "", name = "", signInName = "", password = "", again = "", body = "", parent = "", place = "" } = typed;
    if (password !== again) {
      this.refusal = app.setup.differ;
      return;
    }
    this.working = true;
    this.refusal = "";
    try {
      await signing.setUp({ token, person: { name, signInName, password }, body: { name: body, parent, place } });
      this.dispatchEvent(new CustomEvent("signed-in", { bubbles: true }));
    } catch (thrown) {
      this.refusal = sentenceOf(thrown);
    } finally {
      this.working = false;
    }
  };
}

customElements.define("console-setup", ConsoleSetup);
