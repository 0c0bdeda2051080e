import { LanguageController } from "client-kit/i18n/index.ts";
import { Packs, registerWorker, renew } from "client-kit/offline/index.ts";
import { html, LitElement, type TemplateResult } from "lit";
import "../after/minutes-screen.ts";
import "../meeting/meeting-screen.ts";
import "../meetings/meetings-screen.ts";
import "../signin/sign-in-screen.ts";
import type { MeetingScreen } from "../meeting/meeting-screen.ts";
import { MePanel } from "./me-panel.ts";
import { routeOf, type Route } from "./routes.ts";
import { Session } from "./session.ts";
import { LOOK_CHANGED } from "./switches.ts";

/** The tablet: who holds it and which screen is up. */
export class TabletApp extends LitElement {
  static override properties = { route: { state: true } };

  declare route: Route;
  readonly #session = new Session();
  readonly #me = new MePanel(this, this.#session, () => this.#packs);
  #packs: Packs | null = null;
  #scanned: string | null = null;
  #renewable: ServiceWorkerRegistration | null = null;

  constructor() {
    super();
    this.route = routeOf(location.hash);
    this.#takeCode();
    new LanguageController(this);
  }

  override createRenderRoot(): this { return this; }

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener("hashchange", this.#routed);
    addEventListener(LOOK_CHANGED, this.#redraw);
    this.#session.addEventListener("change", this.#stood);
    this.addEventListener("open-me", () => this.#me.open());
    this.addEventListener("signed-in", () => { this.#scanned = null; this.querySelector<MeetingScreen>("nt-meeting")?.again(); });
    this.#stood();
    if (!this.#scanned) void this.#session.refresh();
    void registerWorker(() => this.requestUpdate()).then((registration) => { this.#renewable = registration; this.requestUpdate(); });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener("hashchange", this.#routed);
    removeEventListener(LOOK_CHANGED, this.#redraw);
  }

  protected override render(): TemplateResult {
    const { standing, me } = this.#session;
    if (this.#me.working) return html`<div class="blank is-page"></div>${this.#me.view(null)}`;
    if (standing === "unknown") return html`<div class="blank is-page" aria-busy="true"></div>`;
    if (standing === "out" || standing === "again" || this.#scanned || !me) return html`<nt-sign-in .session=${this.#session} .scanned=${this.#scanned}></nt-sign-in>`;
    return html`${this.#screen()}${this.#me.view(this.#renewable?.waiting ? () => renew(this.#renewable!) : null)}`;
  }

  #screen(): TemplateResult {
    const { route } = this;
    const me = this.#session.me!;
    switch (route.at) {
      case "meeting": return html`<nt-meeting .meeting=${route.meeting} .me=${me} .packs=${this.#packs}></nt-meeting>`;
      case "minutes": return html`<nt-minutes .meeting=${route.meeting}></nt-minutes>`;
      case "meetings": case "code": return html`<nt-meetings .me=${me} .packs=${this.#packs}></nt-meetings>`;
    }
  }

  readonly #redraw = (): void => { this.requestUpdate(); };

  readonly #routed = (): void => {
    this.route = routeOf(location.hash);
    this.#takeCode();
  };

  /** A scanned code is taken out of the address at once: it must not stay in the history of a lent tablet. */
  #takeCode(): void {
    if (this.route.at !== "code") return;
    this.#scanned = this.route.code;
    this.route = { at: "meetings" };
    history.replaceState(null, "", location.pathname + location.search + "#/");
  }

  readonly #stood = (): void => {
    const { me, standing } = this.#session;
    if (standing === "in" && me && this.#packs?.person !== me.id) {
      this.#packs?.stop();
      this.#packs = Packs.available ? new Packs(me.id) : null;
    }
    if (standing === "out") this.#packs = null;
    this.requestUpdate();
  };
}

customElements.define("nt-app", TabletApp);
