import { format } from "client-kit/i18n/index.ts";
import { readStorage, type DeviceStorage, type Packs } from "client-kit/offline/index.ts";
import { html, nothing, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from "lit";
import { t } from "../texts/all.ts";
import { forgetPerson, holdsKeys, unsent } from "./forget.ts";
import { icons } from "./icons.ts";
import { addressOf } from "./routes.ts";
import type { Session } from "./session.ts";
import { StoragePart } from "./storage-part.ts";
import { languageSwitch, textSizeSwitch, themeSwitch } from "./switches.ts";

/** later: no page is loaded anew in a meeting. */
export type Renewal = (() => Promise<boolean>) | "later";

type Step = "closed" | "open" | "storage" | "leaving" | "working";

/** "Tôi": who holds the tablet, how it looks, and the way out that leaves nothing behind. */
export class MePanel implements ReactiveController {
  #step: Step = "closed";
  #device: DeviceStorage | null = null;
  /** Null: the device could not say. */
  #unsent: number | null = 0;
  #keys = false;
  #notTold = false;
  /** Another page of the tablet holds the old version. */
  #held = false;
  #storage: StoragePart | null = null;

  constructor(private readonly host: ReactiveControllerHost, private readonly session: Session, private readonly packs: () => Packs | null) { host.addController(this); }

  hostConnected(): void { return; }

  /** While everything is wiped no screen may stand, for screens remember. */
  get working(): boolean { return this.#step === "working"; }

  open(at: "open" | "storage" = "open"): void {
    this.#held = false;
    this.#to(at);
    void readStorage().then((device) => { this.#device = device; this.host.requestUpdate(); });
  }

  /** @param renew takes the new version into use; null when there is none */
  view(renew: Renewal | null): TemplateResult | typeof nothing {
    if (this.#step === "closed") return nothing;
    const me = this.session.me;
    return html`<div class="me-veil" @click=${() => { if (this.#step !== "working") this.#to("closed"); }}></div>
      <section class="me" role="dialog" aria-modal="true" aria-labelledby="me-name" data-testid="me-panel" @keydown=${(e: KeyboardEvent) => { if (e.key === "Escape" && this.#step !== "working") this.#to("closed"); }}>
        <div class="me-head"><div><h2 id="me-name">${me?.name ?? ""}</h2><p class="soft">${[me?.title, me?.unit].filter(Boolean).join(", ")}</p></div>
          <button type="button" class="ns-button ns-plain" @click=${() => this.#to("closed")} data-testid="me-close">${icons.close}<span>${t("close")}</span></button></div>
        ${this.#step === "open" ? this.#settings(renew) : this.#step === "storage" ? this.#papers() : this.#leaving()}
      </section>`;
  }

  #settings(renew: Renewal | null): TemplateResult {
    return html`
      ${languageSwitch()}${textSizeSwitch()}${themeSwitch()}
      <a class="ns-button ns-quiet is-wide" href=${addressOf({ at: "tasks" })} @click=${() => this.#to("closed")} data-testid="me-tasks">${icons.agenda}<span>${t("myTasks")}</span></a>
      <p class="me-device soft">${icons.device}<span>${!this.packs() ? t("deviceUnsafe") : this.#device?.persisted ? t("deviceKept") : t("deviceNotKept")}${this.#device?.usedBytes ? html` <span class="tabular">${t("deviceUsed", { used: format.bytes(this.#device.usedBytes) })}</span>` : nothing}</span></p>
      ${this.packs() ? html`<button type="button" class="ns-button ns-quiet is-wide" @click=${() => this.#to("storage")} data-testid="me-storage">${icons.paper}<span>${t("devicePapers")}</span></button>` : nothing}
      ${renew === "later" ? html`<p class="note">${t("newVersion")} ${t("renewLater")}</p>` : renew ? html`<p class="note">${t("newVersion")} <button type="button" class="ns-button ns-quiet" @click=${() => void this.#renew(renew)} data-testid="renew">${t("renew")}</button></p>
        ${this.#held ? html`<p class="note is-warn" role="alert" data-testid="renew-held">${t("renewHeld")}</p>` : nothing}` : nothing}
      <button type="button" class="ns-button ns-quiet is-wide" @click=${() => void this.#askToLeave()} data-testid="sign-out">${icons.leave}<span>${t("signOut")}</span></button>`;
  }

  #papers(): TemplateResult {
    return html`<div class="st-back"><button type="button" class="ns-button ns-plain" @click=${() => this.#to("open")}>${icons.back}<span>${t("back")}</span></button></div>${this.#storage?.view() ?? html`<p>${t("deviceUnsafe")}</p>`}`;
  }

  #leaving(): TemplateResult {
    if (this.#step === "working") return html`<p role="status">${t("signingOut")}</p>`;
    const waits = this.#unsent !== 0 || this.#keys;
    return html`
      <h3>${t("signOutTitle")}</h3>
      <p class=${waits ? "note is-warn" : ""}>${this.#unsent === null ? t("signOutUnknown") : this.#unsent > 0 ? t("signOutWaiting", { n: this.#unsent }) : this.#keys ? t("signOutKeys") : t("signOutText")}</p>
      ${this.#keys && this.#unsent ? html`<p class="note is-warn">${t("signOutKeys")}</p>` : nothing}
      ${this.#unsent === null ? html`<button type="button" class="ns-button ns-primary is-main is-wide" @click=${() => location.reload()} data-testid="sign-out-reload">${t("signOutReload")}</button>` : nothing}
      ${waits ? html`<button type="button" class=${this.#unsent === null ? "ns-button ns-quiet is-wide" : "ns-button ns-primary is-main is-wide"} @click=${() => this.#to("open")} data-testid="sign-out-wait">${t(this.#unsent ? "signOutWait" : "signOutNotNow")}</button>
          <button type="button" class="ns-button ns-danger is-wide" @click=${() => void this.#leave()} data-testid="sign-out-lose">${t(this.#unsent ? "signOutLose" : "signOutGo")}</button>`
        : html`<button type="button" class="ns-button ns-primary is-main is-wide" @click=${() => void this.#leave()} data-testid="sign-out-yes">${t("signOutGo")}</button>
          <button type="button" class="ns-button ns-quiet is-wide" @click=${() => this.#to("open")}>${t("cancelWord")}</button>`}
      ${this.#notTold ? html`<p class="note">${t("signOutOffline")}</p>` : nothing}`;
  }

  async #renew(renew: () => Promise<boolean>): Promise<void> {
    this.#held = !(await renew());
    this.host.requestUpdate();
  }

  async #askToLeave(): Promise<void> {
    const me = this.session.me?.id ?? "";
    [this.#unsent, this.#keys] = await Promise.all([unsent(me), holdsKeys(me)]);
    this.#to("leaving");
  }

  async #leave(): Promise<void> {
    const person = this.session.me?.id;
    if (!person) return;
    this.#to("working");
    await this.host.updateComplete;
    location.hash = "#/";
    const told = this.session.signOut();
    await forgetPerson(person, this.packs());
    this.#notTold = !(await told);
    this.#to("closed");
  }

  #to(step: Step): void {
    this.#step = step;
    this.#storage?.stop();
    const [packs, me] = [this.packs(), this.session.me];
    this.#storage = step === "storage" && packs && me ? new StoragePart(this.host, me.id, packs) : null;
    this.#storage?.start();
    this.host.requestUpdate();
  }
}

export { forgetTraces, holdsKeys, unsent } from "./forget.ts";
