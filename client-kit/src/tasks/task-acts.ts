import { html, nothing, type TemplateResult } from "lit";
import { HttpFailure } from "../net/http.ts";
import { newId } from "../net/tabs.ts";
import type { Command } from "../proto/protocol.ts";
import type { FieldChanged } from "../ui/field.ts";
import "../ui/field.ts";
import { notify } from "../ui/notices.ts";
import { hasEnded, tasks, type TaskLine } from "./tasks.ts";
import { t } from "./texts.ts";

type Act = "report" | "claim" | "extend" | "approve" | "sendBack" | "grant" | "refuse" | "cancelTask";

const WORDS = { report: "reportWords", claim: "claimWords", extend: "extendWhy", approve: "approveWords", sendBack: "sendBackWords", grant: "approveWords", refuse: "refuseWords", cancelTask: "cancelWhy" } as const;
const OPTIONAL: readonly Act[] = ["approve", "grant"];
const LONG: readonly Act[] = ["report", "claim", "approve", "sendBack", "grant", "refuse"];

/** What its reader may do with a task now: one form at a time, whose words stay until they have arrived. */
export class TaskActs {
  #act: Act | null = null;
  #words = "";
  #percent = "";
  #until = "";
  #trouble = "";
  #missing = false;
  #working = false;
  /** Of what is being sent: the same again when it is sent again. */
  #id = "";

  constructor(private readonly redraw: () => void, private readonly done: () => void) {}

  /** Another task is shown. */
  forget(): void {
    this.#act = null;
    this.#working = false;
    this.#trouble = "";
  }

  view(task: TaskLine, edit: (() => void) | null): TemplateResult {
    if (this.#act !== null) return this.#form(task, this.#act);
    const running = !hasEnded(task.state);
    const claimed = task.state === "WAITING_FOR_APPROVAL";
    const acts: readonly Act[] = [
      ...(task.mayOversee && claimed ? (["approve", "sendBack"] as const) : []),
      ...(task.mayOversee && task.ask ? (["grant", "refuse"] as const) : []),
      ...(task.mayReport && running && !claimed ? (["report", "claim"] as const) : []),
      ...(task.mayReport && running && !claimed && task.due !== undefined && !task.ask ? (["extend"] as const) : []),
      ...(task.mayOversee && running ? (["cancelTask"] as const) : []),
    ];
    return html`<div class="tk-acts">${acts.map((act) => html`<button type="button" class=${`ns-button ${kind(act)}`} data-testid=${`task-${act}`} @click=${() => this.#open(act, task)}>${t(act)}</button>`)}
      ${edit && task.mayOversee && running ? html`<button type="button" class="ns-button ns-plain" data-testid="task-edit" @click=${edit}>${t("edit")}</button>` : nothing}</div>`;
  }

  #open(act: Act, task: TaskLine): void {
    this.#act = act;
    this.#words = "";
    this.#percent = String(task.percent);
    this.#until = task.due ?? "";
    this.#trouble = "";
    this.#missing = false;
    this.#id = "";
    this.redraw();
  }

  #form(task: TaskLine, act: Act): TemplateResult {
    const wrong = this.#missing && !OPTIONAL.includes(act) && this.#words.trim() === "";
    return html`<form class="tk-form" novalidate data-testid="task-form" @submit=${(event: SubmitEvent) => { event.preventDefault(); void this.#send(task, act); }}>
      <h3>${t(act)}</h3>
      ${act === "report" ? html`<label class="ns-field tk-percent"><span class="ns-field-label">${t("reportPercent")}</span>
        <input class="ns-input" type="number" min="0" max="100" step="1" inputmode="numeric" data-testid="task-percent" .value=${this.#percent} aria-invalid=${this.#missing && !this.#isPercent() ? "true" : "false"} @input=${(event: InputEvent) => { this.#percent = (event.target as HTMLInputElement).value; this.#changed(); }} />
        ${this.#missing && !this.#isPercent() ? html`<span class="ns-field-error" role="alert">${t("numberNeeded")}</span>` : nothing}</label>` : nothing}
      ${act === "extend" ? html`<ns-field class="tk-percent" kind="date" .label=${t("extendUntil")} .value=${task.due ?? ""} .error=${this.#missing && !this.#isDay() ? t("dayNeeded") : ""} data-testid="task-until" @ns-input=${(event: FieldChanged) => { this.#until = event.detail.value; this.#changed(); }}></ns-field>` : nothing}
      <label class="ns-field"><span class="ns-field-label">${t(WORDS[act])}</span>
        <textarea class="ns-input" rows="4" maxlength=${LONG.includes(act) ? 5_000 : 1_000} data-testid="task-words" .value=${this.#words} aria-invalid=${wrong ? "true" : "false"} @input=${(event: InputEvent) => { this.#words = (event.target as HTMLTextAreaElement).value; this.#changed(); }}></textarea>
        ${wrong ? html`<span class="ns-field-error" role="alert">${t("needed")}</span>` : nothing}</label>
      ${this.#trouble ? html`<p class="tk-trouble" role="alert" data-testid="task-trouble">${this.#trouble}</p>` : nothing}
      <div class="tk-acts"><button class=${`ns-button ${kind(act)}`} data-testid="task-send" ?disabled=${this.#working}>${this.#working ? t("sending") : act === "report" || act === "extend" ? t("send") : t(act)}</button>
        <button type="button" class="ns-button ns-quiet" ?disabled=${this.#working} data-testid="task-not-now" @click=${() => { this.#act = null; this.redraw(); }}>${t("notNow")}</button></div></form>`;
  }

  #isDay(): boolean {
    return /^\d{4}-\d{2}-\d{2}$/.test(this.#until);
  }

  #isPercent(): boolean {
    return /^\d{1,3}$/.test(this.#percent.trim()) && Number(this.#percent) <= 100;
  }

  /** What is worded anew is another act. */
  #changed(): void {
    this.#id = "";
    if (!this.#missing) return;
    this.#missing = false;
    this.redraw();
  }

  async #send(task: TaskLine, act: Act): Promise<void> {
    const words = this.#words.trim();
    this.#missing = (words === "" && !OPTIONAL.includes(act)) || (act === "report" && !this.#isPercent()) || (act === "extend" && !this.#isDay());
    if (this.#missing || this.#working) { this.redraw(); return; }
    this.#id ||= newId();
    this.#working = true;
    this.redraw();
    try {
      await tasks.do(task.meeting, this.#id, this.#command(task.id, act, words));
      this.#act = null;
      notify({ text: t("done"), tone: "good" });
      this.done();
    } catch (failure) {
      if (!(failure instanceof HttpFailure)) throw failure;
      this.#trouble = failure.kind === "refused" ? failure.message : t("notSent", { why: failure.message });
      if (failure.kind === "refused") this.done();
    }
    this.#working = false;
    this.redraw();
  }

  #command(task: string, act: Act, words: string): Command {
    switch (act) {
      case "report": return { type: "reportProgress", task, percent: Number(this.#percent), words };
      case "claim": return { type: "claimCompletion", task, words };
      case "extend": return { type: "askExtension", task, until: this.#until, reason: words };
      case "approve": case "sendBack": return { type: "decideCompletion", task, approved: act === "approve", words };
      case "grant": case "refuse": return { type: "decideExtension", task, granted: act === "grant", words };
      case "cancelTask": return { type: "cancelTask", task, reason: words };
    }
  }
}

const kind = (act: Act): string => (act === "approve" || act === "grant" ? "ns-decisive" : act === "report" ? "ns-primary" : act === "cancelTask" ? "ns-plain" : "ns-quiet");
