import { html, nothing, type TemplateResult } from "lit";
import { http, sentenceOf } from "../net/http.ts";
import { grouped } from "../ui/code.ts";
import { LightElement } from "../ui/element.ts";
import { icon } from "../ui/icon.ts";
import { CHECKS } from "./fault.ts";
import { t } from "./texts.ts";
import { type Verdict, verifyPoll } from "./verify-poll.ts";
import "./secret.css";

/** Fetching 64 MiB over a poor line is no fault. */
const TIMEOUT_MS = 10 * 60_000;

type Work = { readonly at: "idle" | "fetching" } | { readonly at: "checking"; readonly done: number; readonly of: number } | { readonly at: "told"; readonly verdict: Verdict };

/** "Checked on this device": fetches the exported poll, goes through every check and lists them, with the codes to compare; and the file itself for other verifiers. */
export class NsPollCheck extends LightElement {
  static override properties = { address: {}, receipt: {}, work: { state: true }, trouble: { state: true } };
  /** where the exported poll is */
  declare address: string;
  /** the own receipt code, to be found in the list; empty for who has none */
  declare receipt: string;
  declare work: Work;
  declare trouble: string;

  constructor() {
    super();
    this.address = this.receipt = this.trouble = "";
    this.work = { at: "idle" };
  }

  protected override render(): TemplateResult {
    const { work } = this;
    const busy = work.at === "fetching" || work.at === "checking";
    return html`<section class="sb-check" data-testid="poll-check" data-state=${work.at === "told" ? (work.verdict.right ? "right" : "wrong") : work.at}>
      <h3>${t("pollCheckTitle")}</h3><p class="sb-soft">${t("pollCheckText")}</p>
      <p class="sb-acts"><button type="button" class="ns-button ns-primary" ?disabled=${busy} @click=${this.#check} data-testid="poll-check-go">${icon("check")}<span>${t(work.at === "told" ? "pollCheckAgain" : "pollCheckAct")}</span></button>
        <a class="ns-button ns-quiet" href=${this.address} download data-testid="poll-file">${icon("download")}<span>${t("pollFile")}</span></a></p>
      ${busy ? html`<p role="status">${work.at === "checking" ? t("pollChecking", { done: work.done, of: work.of }) : t("pollFetching")}</p>
        ${work.at === "checking" ? html`<progress class="sb-progress" max=${work.of} .value=${work.done} aria-label=${t("pollCheckTitle")}></progress>` : nothing}` : nothing}
      ${this.trouble ? html`<p class="sb-warn" role="alert">${icon("warning")}<span>${this.trouble}</span></p>` : nothing}
      ${work.at === "told" ? this.#verdict(work.verdict) : nothing}</section>`;
  }

  #verdict(verdict: Verdict): TemplateResult {
    const number = verdict.right ? 0 : CHECKS.indexOf(verdict.failed) + 1;
    return html`<div class=${verdict.right ? "sb-verdict is-good" : "sb-verdict is-warn"} role="status">${icon(verdict.right ? "check" : "warning")}
        <div><p><b data-testid="poll-verdict">${t(verdict.right ? "pollRight" : "pollWrong")}</b></p>
          <p>${verdict.right ? t("pollRightText", { n: verdict.ballots ?? 0 }) : t("pollWrongText", { n: number, check: t(`check_${verdict.failed}`) })}</p></div></div>
      <ol class="sb-checks">${CHECKS.slice(0, verdict.right ? -1 : number).map((check) => html`<li data-held=${verdict.held.includes(check) ? "yes" : "no"}>${icon(verdict.held.includes(check) ? "check" : "cross")}<span>${t(`check_${check}`)}</span></li>`)}</ol>
      <dl class="sb-codes">${verdict.keyCode ? html`<div><dt>${t("keyCode")}</dt><dd class="tabular">${grouped(verdict.keyCode)}</dd></div>` : nothing}
        ${verdict.ballotsCode ? html`<div><dt>${t("ballotsCode")}</dt><dd class="tabular">${grouped(verdict.ballotsCode)}</dd></div>` : nothing}</dl>
      ${verdict.right ? html`<p class="sb-soft">${t("pollCompare")}</p>` : nothing}
      ${verdict.receipts ? html`<details><summary>${t("pollReceipts", { n: verdict.receipts.length })}</summary><p class="sb-receipts tabular">${verdict.receipts.map((code) => html`<span class=${code === this.receipt ? "is-mine" : ""}>${grouped(code)}</span> `)}</p></details>` : nothing}`;
  }

  readonly #check = async (): Promise<void> => {
    this.trouble = "";
    this.work = { at: "fetching" };
    try {
      const file = await http.get<unknown>(this.address, { timeoutMs: TIMEOUT_MS });
      this.work = { at: "told", verdict: await verifyPoll(file, (done, of) => { this.work = { at: "checking", done, of }; }) };
    } catch (failure) {
      this.work = { at: "idle" };
      this.trouble = sentenceOf(failure);
    }
  };
}

customElements.define("ns-poll-check", NsPollCheck);
