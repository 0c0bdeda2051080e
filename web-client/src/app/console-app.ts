import { html, type TemplateResult } from "lit";
import { Light } from "../shared/light.ts";
import { app } from "../texts/app.ts";
import { common } from "../texts/common.ts";
import { readRoute, to, type Route } from "./route.ts";
import { Session } from "./session.ts";
import { chooseTheme, themeChoice } from "client-kit/theme/theme.ts";
import { THEMES } from "./own-menu.ts";
import "./masthead.ts";
import "../admin/console-admin.ts";
import "../admin/console-cards.ts";
import "../archive/console-archive.ts";
import "../archive/console-archived.ts";
import "../check/console-check.ts";
import "../meeting/console-meeting.ts";
import "../meetings/console-meetings.ts";
import "../signin/console-setup.ts";
import "../signin/console-sign-in.ts";
import "../indicators/console-indicators.ts";
import "../statistics/console-statistics.ts";
import "../tasks/console-tasks.ts";

/** The console: who is at the desk, and which page lies on it. */
export class ConsoleApp extends Light {
  static override properties = { route: { state: true } };
  declare route: Route;
  readonly #session = new Session(() => { this.requestUpdate(); return this.updateComplete; });

  constructor() {
    super();
    this.route = readRoute(location.hash);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener("hashchange", this.#moved);
    this.addEventListener("signed-in", this.#signedIn);
    void this.#session.start();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener("hashchange", this.#moved);
  }

  #moved = (): void => { this.route = readRoute(location.hash); };
  #signedIn = (): void => { void this.#session.start(); };

  protected override updated(): void {
    // A meeting's page names itself.
    if (this.route.page !== "meeting") document.title = common.product;
  }

  protected override render(): TemplateResult {
    switch (this.#session.standing) {
      case "asking":
        return html`<main class="gate"><p class="hint" role="status">${common.loading}</p></main>`;
      case "unreachable":
        return html`<main class="gate"><div class="gate-card"><p role="alert">${common.noNetwork}</p>
          <button type="button" class="ns-button ns-primary" @click=${this.#signedIn}>${common.retry}</button></div></main>`;
      case "new":
        return html`${this.#tools()}<console-setup></console-setup>`;
      case "out":
        return html`${this.#tools()}<console-sign-in></console-sign-in>`;
      case "in":
        return this.#desk();
    }
  }

  #desk(): TemplateResult {
    const { route } = this;
    const me = this.#session.me;
    if (route.page === "cards") return html`<console-cards .meeting=${route.id} .me=${me?.person.id ?? ""}></console-cards>`;
    if (route.page === "meeting")
      return html`<console-meeting .meeting=${route.id} .tense=${route.tense ?? null} .session=${this.#session}></console-meeting>`;
    return html`
      <a class="skip" href="#main">${app.skip}</a>
      <console-masthead .page=${route.page} .session=${this.#session} .me=${me}></console-masthead>
      ${route.page === "meetings" ? html`<console-meetings .session=${this.#session}></console-meetings>`
        : route.page === "tasks" ? html`<console-tasks></console-tasks>`
        : route.page === "indicators" ? html`<console-indicators .me=${me} .body=${route.body}></console-indicators>`
        : route.page === "statistics" ? html`<console-statistics .me=${me} .body=${route.body}></console-statistics>`
        : route.page === "archive" ? (route.id === undefined ? html`<console-archive></console-archive>` : html`<console-archived .meeting=${route.id}></console-archived>`)
        : route.page === "admin" ? html`<console-admin .section=${route.part}></console-admin>`
        : route.page === "check" ? html`<console-check></console-check>`
        : html`<main id="main" class="empty"><h1>${app.notFound}</h1><a href=${to.meetings}>${app.meetings}</a></main>`}`;
  }

  #tools(): TemplateResult {
    return html`<span class="tools">
      <button type="button" class="ns-button ns-plain" data-testid="theme" @click=${this.#nextTheme}>${common.theme[themeChoice()]}</button>
      <button type="button" class="ns-button ns-plain" data-testid="language" lang=${document.documentElement.lang === "vi" ? "en" : "vi"} @click=${this.#switch}>${common.language}</button>
    </span>`;
  }

  #nextTheme = (): void => {
    chooseTheme(THEMES[(THEMES.indexOf(themeChoice()) + 1) % THEMES.length] ?? "auto");
    this.requestUpdate();
  };

  #switch = (): void => this.#session.switchLanguage();
}

customElements.define("console-app", ConsoleApp);
