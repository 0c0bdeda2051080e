import { html, nothing, type TemplateResult } from "lit";
import type { Contest, VoteView } from "../proto/protocol.ts";
import { inLanguage } from "../i18n/language.ts";
import { pollAddress } from "../meeting/secret-addresses.ts";
import { http, sentenceOf } from "../net/http.ts";
import { grouped, groupedText } from "../ui/code.ts";
import { LightElement } from "../ui/element.ts";
import { icon } from "../ui/icon.ts";
import { CHECKS } from "./fault.ts";
import { t } from "./texts.ts";
import { type Shown, type Verdict, verifyPoll } from "./verify-poll.ts";
import { wordsHash } from "./words.ts";
import "./secret.css";

/** Fetching 64 MiB over a poor line is no fault. */
const TIMEOUT_MS = 10 * 60_000;

type Work = { readonly at: "idle" | "fetching" } | { readonly at: "checking"; readonly done: number; readonly of: number } | { readonly at: "told"; readonly verdict: Verdict };

/** What this device shows of the vote at this moment, to be compared with what the file holds. @param receipts codes of the ballots that were cast from here */
export const shownOf = (meeting: string, id: string, { secret, result, question, contests }: VoteView, receipts: readonly string[]): Shown => ({
  poll: `${meeting}:${id}:${secret?.attempt}`, trustees: secret?.trustees ?? [], words: wordsHash({ question, contests }), keyCode: secret?.keyCode, ballotsCode: secret?.ballotsCode,
  ballots: result?.cast ?? 0, counts: result?.votes ?? result?.counts ?? {}, receipts,
});

/**
 * "Checked on this device": fetches the exported poll, goes through every check, compares it with the result that is shown, and lists all that, with the counts
 * and codes to compare; and the file itself for other verifiers.
 */
export class NsPollCheck extends LightElement {
  static override properties = { meeting: {}, vote: {}, of: { attribute: false }, receipts: { attribute: false }, work: { state: true }, trouble: { state: true } };
  declare meeting: string;
  declare vote: string;
  /** the closed vote as this device shows it */
  declare of: VoteView;
  /** receipt codes of the ballots that were cast from here, to be found in the list */
  declare receipts: readonly string[];
  declare work: Work;
  declare trouble: string;

  constructor() {
    super();
    this.meeting = this.vote = this.trouble = "";
    this.receipts = [];
    this.work = { at: "idle" };
  }

  protected override render(): TemplateResult {
    const { work } = this;
    const busy = work.at === "fetching" || work.at === "checking";
    return html`<section class="sb-check" data-testid="poll-check" data-state=${work.at === "told" ? (work.verdict.right ? (work.verdict.missing.length > 0 ? "missing" : "right") : "wrong") : work.at}>
      <h3>${t("pollCheckTitle")}</h3><p class="sb-soft">${t("pollCheckText")}</p>
      <p class="sb-acts"><button type="button" class="ns-button ns-primary" ?disabled=${busy} @click=${this.#check} data-testid="poll-check-go">${icon("check")}<span>${t(work.at === "told" ? "pollCheckAgain" : "pollCheckAct")}</span></button>
        <a class="ns-button ns-quiet" href=${pollAddress(this.meeting, this.vote)} download data-testid="poll-file">${icon("download")}<span>${t("pollFile")}</span></a></p>
      ${busy ? html`<p role="status">${work.at === "checking" ? t("pollChecking", { done: work.done, of: work.of }) : t("pollFetching")}</p>
        ${work.at === "checking" ? html`<progress class="sb-progress" max=${work.of} .value=${work.done} aria-label=${t("pollCheckTitle")}></progress>` : nothing}` : nothing}
      ${this.trouble ? html`<p class="sb-warn" role="alert">${icon("warning")}<span>${this.trouble}</span></p>` : nothing}
      ${work.at === "told" ? this.#verdict(work.verdict) : nothing}</section>`;
  }

  #verdict(verdict: Verdict): TemplateResult {
    const number = verdict.right ? 0 : CHECKS.indexOf(verdict.failed) + 1;
    const looked = CHECKS.slice(0, verdict.right ? CHECKS.length : number);
    const checks = html`<details ?open=${!verdict.right}><summary>${t("pollChecks", { n: looked.length })}</summary><ol class="sb-checks">${looked.map((check) => html`<li data-held=${verdict.held.includes(check) ? "yes" : "no"}>${icon(verdict.held.includes(check) ? "check" : "cross")}<span>${t(`check_${check}`)}</span></li>`)}</ol></details>`;
    return html`<div class=${verdict.right ? "sb-verdict is-good" : "sb-verdict is-warn"} role=${verdict.right ? "status" : "alert"}>${icon(verdict.right ? "check" : "warning")}
        <div><p><b data-testid="poll-verdict">${verdict.right ? t("pollRight", { n: CHECKS.length }) : t("pollWrong")}</b></p>
          <p>${verdict.right ? t("pollRightText", { n: verdict.ballots ?? 0 }) : t("pollWrongText", { n: number, check: t(`check_${verdict.failed}`) })}</p></div></div>
      ${verdict.right && verdict.missing.length > 0 ? html`<p class="sb-warn" role="alert" data-testid="poll-missing">${icon("warning")}<span>${t("pollMissing", { codes: verdict.missing.map(groupedText).join(", ") })}</span></p>` : nothing}
      ${verdict.right ? nothing : checks}
      ${verdict.counts ? html`<ul class="sb-counts" data-testid="poll-counts">${this.of.contests.map((contest) => counted(contest, verdict.counts!))}</ul>` : nothing}
      <dl class="sb-codes">${verdict.keyCode ? html`<div><dt>${t("keyCode")}</dt><dd class="tabular">${grouped(verdict.keyCode)}</dd></div>` : nothing}
        ${verdict.ballotsCode ? html`<div><dt>${t("ballotsCode")}</dt><dd class="tabular">${grouped(verdict.ballotsCode)}</dd></div>` : nothing}</dl>
      ${verdict.right ? html`<p class="sb-soft">${t("pollCompare")}</p>` : nothing}
      ${verdict.right ? checks : nothing}
      ${verdict.receipts ? html`<details><summary>${t("pollReceipts", { n: verdict.receipts.length })}</summary><p class="sb-receipts tabular">${verdict.receipts.map((code) => html`<span class=${this.receipts.includes(code) ? "is-mine" : ""}>${grouped(code)}</span> `)}</p></details>` : nothing}`;
  }

  readonly #check = async (): Promise<void> => {
    this.trouble = "";
    this.work = { at: "fetching" };
    try {
      const file = await http.get<unknown>(pollAddress(this.meeting, this.vote), { timeoutMs: TIMEOUT_MS });
      this.work = { at: "told", verdict: await verifyPoll(file, shownOf(this.meeting, this.vote, this.of, this.receipts), (done, of) => { this.work = { at: "checking", done, of }; }) };
    } catch (failure) {
      this.work = { at: "idle" };
      this.trouble = sentenceOf(failure);
    }
  };
}

/** What was counted for each mark of a question, as the file has it. */
const counted = ({ label, marks }: Contest, counts: Readonly<Record<string, number>>): TemplateResult[] => marks.map((mark) =>
  html`<li><span>${[inLanguage(label), inLanguage(mark.label)].filter(Boolean).join(": ")}</span> <b class="tabular">${counts[mark.id] ?? 0}</b></li>`);

customElements.define("ns-poll-check", NsPollCheck);
