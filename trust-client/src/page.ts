import { html, nothing, type TemplateResult } from "lit";
import { chooseLanguage, language } from "client-kit/i18n/index.ts";
import { button } from "client-kit/ui/button.ts";
import { LightElement } from "client-kit/ui/element.ts";
import { icon } from "client-kit/ui/icon.ts";
import { qr } from "client-kit/ui/qr.ts";
import { check, type Trust } from "./check.ts";
import { drawn } from "./picture.ts";
import { PLATFORMS, platformOf, type Platform } from "./platform.ts";
import { askRoom, type Room } from "./room.ts";
import { say, stepsOf, type Step } from "./steps.ts";
import { t } from "./texts.ts";

const TAKEN = "nghisu.trust.taken";
const PER_PAIR = ":";

type State = { at: "checking" } | { at: "unreachable" } | { at: Trust };

/** The whole page: what this device still lacks, and the way there. */
export class TrustPage extends LightElement {
  static override properties = { room: { state: true }, state: { state: true }, platform: { state: true }, taken: { state: true } };

  private declare room: Room | undefined;
  private declare state: State;
  private declare platform: Platform;
  /** whether this browser has taken the root's file */
  private declare taken: boolean;

  constructor() {
    super();
    this.state = { at: "checking" };
    this.platform = platformOf(navigator.userAgent, navigator.maxTouchPoints);
    this.taken = remembered();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // people come back from the settings of their device
    document.addEventListener("visibilitychange", this.comeBack);
    void this.look();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener("visibilitychange", this.comeBack);
  }

  private readonly comeBack = (): void => {
    if (document.visibilityState === "visible" && this.state.at !== "checking" && this.state.at !== "trusted") void this.look();
  };

  private async look(): Promise<void> {
    this.state = { at: "checking" };
    try {
      this.room = await askRoom();
    } catch {
      this.state = { at: "unreachable" };
      return;
    }
    this.state = { at: await check(this.room) };
    // led here by the page on plain HTTP, which can see only half: whether the device trusts for good shows over HTTPS
    if (this.state.at === "trusted" && location.protocol === "https:" && location.search === "?open") location.replace("/tablet/");
  }

  private take(): void {
    this.taken = true;
    try {
      localStorage.setItem(TAKEN, "1");
    } catch {
      return; // a closed storage only means that the hint is less to the point
    }
  }

  protected override render(): TemplateResult {
    document.title = `${t("title")} – Nghị Sự`;
    const other = language() === "vi" ? "en" : "vi";
    return html`<div class="nx-page">
      <header class="nx-head">
        <div><p class="nx-house">Nghị Sự</p><h1>${t("title")}</h1></div>
        ${button({ label: t("otherLanguage"), icon: "language", press: () => chooseLanguage(other) })}
      </header>
      <main>
        <p class="nx-lead">${t("lead")}</p>
        ${this.drawState()}
        <div class="nx-platforms" role="group" aria-label=${t("which")}>
          <span class="nx-platforms-word">${t("which")}</span>
          ${PLATFORMS.map((one) => button({ label: t(one), pressed: one === this.platform, press: () => { this.platform = one; } }))}
        </div>
        <div class="nx-body">
          <ol class="nx-steps" data-testid="trust-steps">${stepsOf(this.platform).map((step, i) => this.drawStep(step, i + 1))}${this.drawLast()}</ol>
          ${this.drawAside()}
        </div>
      </main>
    </div>`;
  }

  private drawState(): TemplateResult {
    const at = this.state.at;
    const again = button({ label: t("again"), press: () => void this.look() });
    const shown = {
      checking: { mark: html`<span class="ns-spinner" aria-hidden="true"></span>`, title: t("checking"), more: "", act: nothing },
      trusted: { mark: icon("saved"), title: t("trusted"), more: t("trustedMore"), act: this.openButton() },
      missing: { mark: icon("warning"), title: t("missing"), more: this.whatIsMissing(), act: again },
      passed: { mark: icon("warning"), title: t("passed"), more: t("passedMore"), act: again },
      unreachable: { mark: icon("offline"), title: t("unreachable"), more: t("unreachableMore"), act: again },
    }[at];
    return html`<div class="nx-state is-${at}" role="status" data-testid="trust-state" data-state=${at}>
      ${shown.mark}<p class="nx-state-words"><b>${shown.title}</b>${shown.more}</p>${shown.act}
    </div>`;
  }

  private openButton(): TemplateResult {
    const to = location.protocol === "https:" ? "/tablet/" : `${this.room?.secure ?? ""}/trust/?open`;
    return html`<a class="ns-button ns-primary is-main" data-testid="trust-open" href=${to}><span class="ns-button-word">${t("open")}</span></a>`;
  }

  /** The page can't see into settings; who has the file most likely forgot the step that most people forget. */
  private missingStep(): number {
    if (this.state.at !== "missing" || !this.taken) return 0;
    return stepsOf(this.platform).findIndex((step) => step.forgotten === true) + 1;
  }

  private whatIsMissing(): string {
    const number = this.missingStep();
    const step = stepsOf(this.platform)[number - 1];
    return step === undefined ? t("missingBegin") : `${t("missingGoOn", { step: number, what: say(step.short) })}. ${t("missingRestart")}`;
  }

  private drawStep(step: Step, number: number): TemplateResult {
    const missing = number === this.missingStep();
    return html`<li class="nx-step ${missing ? "is-missing" : ""}" data-testid="trust-step">
      <span class="nx-step-number" aria-hidden="true">${number}</span>
      <div class="nx-step-words">
        ${missing ? html`<span class="nx-step-missing">${t("stillMissing")}</span>` : nothing}
        <p>${say(step.words)}</p>
        ${step.take === undefined ? nothing : html`<a class="ns-button ns-primary is-main" data-testid="trust-take" href=${step.take.file} @click=${() => this.take()}>${icon("download")}<span class="ns-button-word">${say(step.take.words)}</span></a>`}
      </div>
      ${step.picture === undefined ? nothing : drawn(step.picture())}
    </li>`;
  }

  private drawLast(): TemplateResult {
    return html`<li class="nx-step">
      <span class="nx-step-number" aria-hidden="true">${stepsOf(this.platform).length + 1}</span>
      <div class="nx-step-words">${this.state.at === "trusted" ? this.openButton() : button({ label: t("check"), kind: "primary", main: true, busy: this.state.at === "checking", press: () => void this.checkBelow() })}
        ${this.state.at === "missing" ? html`<p>${t("missing")} ${this.whatIsMissing()}</p>` : nothing}</div>
    </li>`;
  }

  private async checkBelow(): Promise<void> {
    await this.look();
    if (this.state.at !== "missing") this.querySelector(".nx-state")?.scrollIntoView({ block: "center" });
  }

  private drawAside(): TemplateResult | typeof nothing {
    const room = this.room;
    if (room === undefined) return nothing;
    const page = `${room.plain}/trust/`;
    return html`<aside class="nx-aside">
      <section class="nx-card"><h2>${t("print")}</h2><p>${room.name}</p>${print(room.fingerprint, "")}
        ${this.platform === "windows" ? html`<p>${t("printWindows")}</p>${print(room.thumbprint, "is-short")}` : nothing}<p>${t("printWhat")}</p></section>
      <section class="nx-card"><h2>${t("others")}</h2><p>${t("othersWhat")}</p>${qr(page)}<p class="nx-address">${page}</p></section>
      <section class="nx-card"><h2>${t("meaning")}</h2><p>${t("meaningWhat")}</p></section>
      <section class="nx-card"><h2>${t("files")}</h2><p>${t("filesWhat")}</p><p class="nx-files">${["crt", "pem", "der", "mobileconfig"].map((kind) => html`<a class="ns-button ns-quiet" href="/trust/nghi-su.${kind}" download="nghi-su.${kind}">.${kind}</a>`)}</p></section>
    </aside>`;
  }
}

function print(fingerprint: string, kind: string): TemplateResult {
  return html`<div class="nx-print ${kind}" data-testid="trust-print">${fingerprint.split(PER_PAIR).map((pair) => html`<span>${pair}</span>`)}</div>`;
}

function remembered(): boolean {
  try {
    return localStorage.getItem(TAKEN) !== null;
  } catch {
    return false;
  }
}

customElements.define("nx-trust", TrustPage);
