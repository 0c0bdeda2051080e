import { LanguageController, onLanguage } from "client-kit/i18n/index.ts";
import type { Packs } from "client-kit/offline/index.ts";
import { claimDevice } from "client-kit/offline/names.ts";
import { askToPersist } from "client-kit/offline/storage.ts";
import { registerWorker, renew } from "client-kit/offline/worker.ts";
import { http } from "client-kit/net/index.ts";
import "client-kit/ui/notices.ts";
import { html, LitElement, type TemplateResult } from "lit";
import { keyed } from "lit/directives/keyed.js";
import "../meeting/meeting-screen.ts";
import type { SignedIn } from "../signin/sign-in-screen.ts";
import { later } from "./later.ts";
import type { MePanel, Renewal } from "./me-panel.ts";
import { addressOf, routeOf, type Route } from "./routes.ts";
import { Session } from "./session.ts";
import { LOOK_CHANGED } from "./switches.ts";

/** The tablet: who holds it and which screen is up. */
export class TabletApp extends LitElement {
  static override properties = { route: { state: true } };

  declare route: Route;
  readonly #session = new Session();
  #me: MePanel | null = null;
  #packs: Packs | null = null;
  /** Whose papers are or will be fetched. */
  #packsOf: string | null = null;
  /** Whose papers this tablet holds. */
  #holder: string | null = this.#session.me?.id ?? null;
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
    this.addEventListener("open-me", (event) => void this.#openMe((event as CustomEvent<"storage" | null>).detail));
    this.addEventListener("session-ended", () => this.#session.ended());
    this.addEventListener("signed-in", (event) => this.#signedIn((event as CustomEvent<SignedIn>).detail.meeting));
    // Refusals come in the reader's language by the socket; the server remembers it for what it sends later.
    onLanguage((now) => { if (this.#session.standing === "in") void http.post("/api/me/language", { language: now }).catch(() => undefined); });
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
    if (this.#me?.working) return html`<div class="blank is-page"></div>${this.#me.view(null)}`;
    if (standing === "unknown" && !this.#scanned) return html`<div class="blank is-page" aria-busy="true"></div>`;
    if (standing === "out" || standing === "again" || this.#scanned || !me) { void later.signIn(); return html`<nt-sign-in .session=${this.#session} .scanned=${this.#scanned}></nt-sign-in>`; }
    return html`${this.#screen()}${this.#me?.view(this.#renewal)}<ns-notices></ns-notices>`;
  }

  get #renewal(): Renewal | null {
    if (!this.#renewable?.waiting) return null;
    return this.route.at === "meeting" ? "later" : () => renew(this.#renewable!);
  }

  /** Made anew for each person, of whom nothing stays in it, and for each meeting. */
  #screen(): TemplateResult {
    const { route } = this;
    const me = this.#session.me!;
    switch (route.at) {
      case "meeting": return html`${keyed(`${me.id} ${route.meeting}`, html`<nt-meeting .meeting=${route.meeting} .me=${me} .packs=${this.#packs}></nt-meeting>`)}`;
      case "minutes": void later.after(); return html`${keyed(`${me.id} ${route.meeting}`, html`<nt-minutes .meeting=${route.meeting} .person=${me.id}></nt-minutes>`)}`;
      case "opened": void later.secret(); return html`${keyed(location.hash, html`<nt-opened .route=${route} .me=${me}></nt-opened>`)}`;
      case "tasks": void later.after(); return html`${keyed(me.id, html`<nt-tasks></nt-tasks>`)}`;
      case "meetings": case "code": void later.meetings(); return html`${keyed(me.id, html`<nt-meetings .me=${me} .packs=${this.#packs}></nt-meetings>`)}`;
    }
  }

  readonly #redraw = (): void => { this.requestUpdate(); };

  readonly #routed = (): void => {
    this.route = routeOf(location.hash);
    this.#takeCode();
  };

  /** A tablet that was lent for a meeting opens it. */
  #signedIn(meeting: string | null): void {
    this.#scanned = null;
    if (meeting) location.hash = addressOf({ at: "meeting", meeting });
    this.requestUpdate();
  }

  /** A scanned code is taken out of the address at once: it must not stay in the history of a lent tablet. */
  #takeCode(): void {
    if (this.route.at !== "code") return;
    this.#scanned = this.route.code;
    this.route = { at: "meetings" };
    history.replaceState(null, "", location.pathname + location.search + "#/");
  }

  /** Somebody else has signed in on this tablet: what was here goes, except acts that still wait to be sent, and keys of a vote that is not counted yet. */
  async #takenOver(before: string): Promise<void> {
    const { holdsKeys, unsent, forgetTraces } = await later.me();
    if (await unsent(before) === 0 && !(await holdsKeys(before))) await forgetTraces(before);
  }

  async #openMe(at: "storage" | null): Promise<void> {
    const part = await later.me().catch(() => null);
    if (part) (this.#me ??= new part.MePanel(this, this.#session, () => this.#packs)).open(at ?? "open");
  }

  /** What fetches papers ahead comes after the page that is to be read now; without a network there is nothing to fetch. */
  async #pack(person: string): Promise<void> {
    const part = await later.packs().catch(() => null);
    if (this.#packsOf !== person || this.#packs) return;
    if (!part) { this.#packsOf = null; return; }
    this.#packs = part.Packs.available ? new part.Packs(person) : null;
    this.requestUpdate();
  }

  readonly #stood = (): void => {
    const { me, standing } = this.#session;
    if (standing === "in" && me && this.#holder !== me.id) {
      if (this.#holder) void this.#takenOver(this.#holder).catch(() => undefined);
      this.#holder = me.id;
      void claimDevice(me.id);
      void askToPersist();
    }
    if (standing === "in" && me && this.#packsOf !== me.id) {
      this.#packs?.stop();
      this.#packs = null;
      this.#packsOf = me.id;
      void this.#pack(me.id);
    }
    if (standing === "out") { this.#packs?.stop(); this.#packs = null; this.#packsOf = null; this.#holder = null; }
    this.requestUpdate();
  };
}

customElements.define("nt-app", TabletApp);
