import { sentenceOf } from "client-kit/net/http.ts";
import { html, nothing, type TemplateResult } from "lit";
import { signing } from "../api/api.ts";
import { readForm } from "../shared/field.ts";
import { Light } from "../shared/light.ts";
import { app } from "../texts/app.ts";
import { common } from "../texts/common.ts";

/** Sign-in of secretary, chair and administrator. Says `signed-in`. */
export class ConsoleSignIn extends Light {
  static override properties = { working: { state: true }, refusal: { state: true } };
  declare working: boolean;
  declare refusal: string;

  constructor() {
    super();
    this.working = false;
    this.refusal = "";
  }

  protected override render(): TemplateResult {
    return html`<main class="gate">
      <form class="gate-card" @submit=${this.#submit}>
        <p class="gate-mark">${common.product}</p>
        <p class="gate-lead">${app.signIn.lead}</p>
        <h1 class="unseen">${app.signIn.title}</h1>
        <label class="field"><span>${app.signIn.name}</span>
          <input name="name" autocomplete="username" autocapitalize="none" spellcheck="false" required autofocus data-testid="signin-name" /></label>
        <label class="field"><span>${app.signIn.password}</span>
          <input name="password" type="password" autocomplete="current-password" required data-testid="signin-password" /></label>
        ${this.refusal ? html`<p class="hint bad" role="alert" data-testid="signin-refusal">${this.refusal}</p>` : nothing}
        <button class="ns-button ns-primary is-wide" ?disabled=${this.working} data-testid="signin-submit">${this.working ? app.signIn.working : app.signIn.act}</button>
        <p class="hint">${app.signIn.note}</p>
      </form>
    </main>`;
  }

  #submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const { name = "", password = "" } = readForm(form);
    this.working = true;
    this.refusal = "";
    try {
      await signing.signIn(name, password);
      this.dispatchEvent(new CustomEvent("signed-in", { bubbles: true }));
    } catch (thrown) {
      this.refusal = sentenceOf(thrown);
      form.querySelector<HTMLInputElement>("[name=password]")?.select();
    } finally {
      this.working = false;
    }
  };
}

customElements.define("console-sign-in", ConsoleSignIn);
