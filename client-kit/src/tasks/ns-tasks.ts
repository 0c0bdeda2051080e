import { html, nothing, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { bytes, date, dateTime } from "../i18n/format.ts";
import { HttpFailure } from "../net/http.ts";
import type { Entrusted } from "../proto/protocol.ts";
import { fold } from "../text/fold.ts";
import { LightElement } from "../ui/element.ts";
import { icon } from "../ui/icon.ts";
import { empty, loading } from "../ui/plain.ts";
import "../ui/tabs.ts";
import type { TabSelected } from "../ui/tabs.ts";
import { TaskActs } from "./task-acts.ts";
import { TaskFiles } from "./task-files.ts";
import { taskTags, taskWords } from "./task-row.ts";
import { dayWords, hasEnded, tasks, waits, type Of, type TaskLine, type TaskList, type TaskStep } from "./tasks.ts";
import { t } from "./texts.ts";
import "./tasks.css";

type Filter = "open" | "overdue" | "waiting" | "ended" | "all";
const FILTERS: readonly Filter[] = ["open", "overdue", "waiting", "ended", "all"];
const FRESH_EVERY_MS = 20_000;

const passes: Record<Filter, (task: TaskLine) => boolean> = {
  open: (task) => !hasEnded(task.state),
  overdue: (task) => task.overdue,
  waiting: waits,
  ended: (task) => hasEnded(task.state),
  all: () => true,
};

/** Tasks across meetings: mine, my unit's, those I decide on; overdue first; beside the list the chosen one with its history. */
export class NsTasks extends LightElement {
  static override properties = { edit: { attribute: false }, of: { state: true }, list: { state: true }, trouble: { state: true }, filter: { state: true }, typed: { state: true }, chosen: { state: true }, steps: { state: true } };
  /** Words a task anew, where there is room for it; true when it was done. */
  declare edit: ((task: TaskLine) => Promise<boolean>) | null;
  declare of: Of;
  declare list: TaskList | null;
  declare trouble: string;
  declare filter: Filter;
  declare typed: string;
  declare chosen: TaskLine | null;
  declare steps: readonly TaskStep[] | null;
  readonly #acts = new TaskActs(() => this.requestUpdate(), () => void this.#fresh());
  readonly #files = new TaskFiles(() => this.requestUpdate(), () => void this.#fresh());
  /** What was opened from the list, and how far that was scrolled, px. */
  #left: { readonly task: TaskLine; readonly scrolled: number } | undefined;
  #oversees = false;
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor() {
    super();
    this.edit = null;
    this.of = "me";
    this.list = null;
    this.trouble = "";
    this.filter = "open";
    this.typed = "";
    this.chosen = null;
    this.steps = null;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#load();
    this.#timer = setInterval(() => { if (!document.hidden) void this.#fresh(); }, FRESH_EVERY_MS);
    addEventListener("online", this.#online);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.#timer);
    removeEventListener("online", this.#online);
  }

  readonly #online = (): void => { void this.#fresh(); };

  async #load(): Promise<void> {
    const { of } = this;
    try {
      const list = await tasks.list(of);
      if (of !== this.of) return;
      this.list = list;
      this.trouble = "";
    } catch (failure) {
      if (!(failure instanceof HttpFailure)) throw failure;
      this.trouble = failure.message;
    }
  }

  async #fresh(): Promise<void> {
    await Promise.all([this.#load(), this.chosen ? this.#look(this.chosen) : undefined]);
  }

  async #look(task: TaskLine): Promise<void> {
    try {
      const { task: now, steps } = await tasks.one(task.meeting, task.id);
      if (this.chosen?.id !== task.id || this.chosen.meeting !== task.meeting) return;
      this.chosen = now;
      this.steps = steps;
    } catch (failure) {
      if (!(failure instanceof HttpFailure)) throw failure;
      if (failure.status === 404) this.chosen = null;
      else this.trouble = failure.message;
    }
  }

  protected override render(): TemplateResult {
    this.#oversees = this.list?.oversees ?? this.#oversees;
    const of: readonly Of[] = this.#oversees ? ["me", "unit", "body"] : ["me", "unit"];
    return html`<div class="tk" data-open=${this.chosen ? "yes" : "no"}>
      <section class="tk-list" aria-label=${t("lists")}>
        <ns-tabs .label=${t("lists")} .selected=${this.of} .tabs=${of.map((id) => ({ id, label: t(id) }))} .content=${this.#listed()} @ns-select=${(event: TabSelected) => this.#show(event.detail.tab as Of)}></ns-tabs>
      </section>
      <section class="tk-one" aria-label=${this.chosen?.assignment.title ?? t("title")}>${this.chosen ? this.#detail(this.chosen) : html`<p class="tk-choose">${t("choose")}</p>`}</section>
    </div>`;
  }

  #show(of: Of): void {
    this.of = of;
    this.list = null;
    this.chosen = null;
    void this.#load();
  }

  #listed(): TemplateResult {
    const { list } = this;
    if (list === null) {
      return this.trouble === "" ? loading(t("loading"))
        : empty({ icon: "offline", title: this.trouble, action: html`<button type="button" class="ns-button ns-quiet" @click=${() => void this.#load()}>${t("retry")}</button>` });
    }
    const stale = this.trouble === "" ? nothing : html`<p class="tk-trouble" role="status" data-testid="tasks-stale">${t("stale", { why: this.trouble })}</p>`;
    if (list.tasks.length === 0) {
      return html`${stale}<div data-testid="tasks-none">${this.of === "me" ? empty({ icon: "agenda", title: t("noneMe"), text: t("noneMeText") })
        : this.of === "unit" ? empty({ icon: "people", title: t("noneUnit"), text: list.unit === "" ? t("noUnit") : list.unit })
        : empty({ icon: "agenda", title: t("noneBody"), text: t("noneBodyText") })}</div>`;
    }
    const wanted = fold(this.typed).trim();
    const shown = list.tasks.filter(passes[this.filter]).filter((task) => wanted === "" || fold(words(task)).includes(wanted));
    const { counts } = list;
    const number: Partial<Record<Filter, number>> = { open: counts.open, overdue: counts.overdue, waiting: counts.waiting };
    return html`${stale}
      <div class="tk-filters" role="group" aria-label=${t("filters")}>${FILTERS.map((filter) => html`<button type="button" class="tk-filter" aria-pressed=${this.filter === filter ? "true" : "false"} data-testid=${`tasks-${filter}`} @click=${() => { this.filter = filter; }}>${t(filter)}${number[filter] ? html` <span class="tabular">${number[filter]}</span>` : nothing}</button>`)}</div>
      <input class="ns-input tk-search" type="search" placeholder=${t("search")} aria-label=${t("search")} data-testid="tasks-search" .value=${this.typed} @input=${(event: InputEvent) => { this.typed = (event.target as HTMLInputElement).value; }} />
      <p class="tk-files-out">${(["csv", "xlsx"] as const).map((kind) => html`<a class="ns-button ns-plain" download data-testid=${`tasks-${kind}`} href=${tasks.fileOf(this.of, kind)}>${icon("download")}<span>${t(kind)}</span></a>`)}</p>
      ${shown.length === 0 ? html`<p class="tk-choose">${t("noneSuch")}</p>` : nothing}
      <ul class="tk-rows">${repeat(shown, (task) => `${task.meeting}/${task.id}`, (task) => html`<li><button type="button" class="tk-row" data-testid="task" data-id=${task.id} data-overdue=${task.overdue ? "yes" : "no"} aria-current=${this.chosen?.id === task.id && this.chosen.meeting === task.meeting ? "true" : nothing} @click=${() => this.#choose(task)}>${taskWords(task)}</button></li>`)}</ul>
      ${list.leftOff > 0 ? html`<p class="tk-choose">${t("leftOff", { n: list.leftOff })}</p>` : nothing}`;
  }

  #choose(task: TaskLine): void {
    this.#acts.forget();
    this.#files.forget();
    if (this.chosen === null) this.#left = { task, scrolled: scroller(this)?.scrollTop ?? 0 };
    this.chosen = task;
    this.steps = null;
    void this.#look(task);
  }

  /** To the same place of the list, on the task that was looked at. */
  readonly #back = async (): Promise<void> => {
    const left = this.#left;
    this.chosen = null;
    await this.updateComplete;
    if (left === undefined) return;
    const place = scroller(this);
    if (place) place.scrollTop = left.scrolled;
    const row = [...this.querySelectorAll<HTMLElement>("[data-testid=task]")].find(({ dataset }) => dataset["id"] === left.task.id);
    row?.focus({ preventScroll: true });
  };

  #detail(task: TaskLine): TemplateResult {
    const { assignment } = task;
    const { edit } = this;
    return html`<article class="tk-detail" data-testid="task-detail">
      <button type="button" class="ns-button ns-plain tk-back" data-testid="task-back" @click=${this.#back}>${icon("back")}<span>${t("back")}</span></button>
      ${taskTags(task)}
      <h2>${assignment.title}</h2>
      ${assignment.content ? html`<div class="tk-content">${assignment.content.split("\n").map((line) => html`<p>${line}</p>`)}</div>` : nothing}
      ${task.ask ? html`<div class="tk-ask" data-testid="task-ask"><p><b>${t("asked", { name: task.ask.by, day: dayWords(task.ask.until) })}</b></p><p>${task.ask.reason}</p></div>` : nothing}
      ${waits(task) && !task.mayOversee ? html`<p class="tk-decides" role="status" data-testid="task-decides">${t("whoDecides")}</p>` : nothing}
      ${this.#acts.view(task, edit ? () => { void edit(task).then((done) => { if (done) void this.#fresh(); }); } : null)}
      ${hasEnded(task.state) ? nothing : this.#files.view(task)}
      <dl class="tk-facts">
        ${fact(t("dueLabel"), task.due === undefined ? t("noDue") : dayWords(task.due))}
        ${fact(t("progress"), t("percent", { n: task.percent }))}
        ${fact(t("lead"), assignment.leadUnit)}
        ${assignment.coordinating.length ? fact(t("coordinating"), assignment.coordinating.join("; ")) : nothing}
        ${fact(t("handler"), person(assignment.handler))}
        ${assignment.director ? fact(t("director"), person(assignment.director)) : nothing}
        ${assignment.monitor ? fact(t("monitor"), person(assignment.monitor)) : nothing}
        ${fact(t("from"), [task.about, t("fromMeeting", { title: task.title, day: date(task.metAt) }), task.bodyName].filter(Boolean).join(" · "))}
      </dl>
      ${this.#evidence(task)}
      <h3>${t("history")}</h3>
      ${this.steps === null ? loading(t("loading")) : html`<ol class="tk-steps">${[...this.steps].reverse().map((step) => html`<li data-testid="task-step" data-what=${step.what}><time class="tabular">${dateTime(step.at)}</time>
        <p><b>${step.by}</b> ${step.what === "REPORTED" ? t("what_REPORTED", { n: step.percent }) : step.what === "EXTENSION_GRANTED" ? t("what_EXTENSION_GRANTED", { day: dayWords(step.due ?? "") }) : step.what === "EXTENSION_ASKED" ? t("what_EXTENSION_ASKED", { day: dayWords(step.until ?? "") }) : t(`what_${step.what}`)}</p>${step.words ? html`<p class="tk-said">${step.words}</p>` : nothing}${step.file ? html`<p class="tk-said">${step.file.fileName}</p>` : nothing}</li>`)}</ol>`}
    </article>`;
  }

  #evidence(task: TaskLine): TemplateResult | typeof nothing {
    const files = this.steps?.flatMap((step) => step.file ?? []) ?? [];
    return files.length === 0 ? nothing : html`<h3>${t("files")}</h3><ul class="tk-files">${files.map((file) => html`<li><a download href=${tasks.fileAddress(task.meeting, task.id, file.id)} data-testid="task-file-link">${icon("download")}<span>${file.fileName}</span></a> <span class="tk-who tabular">${bytes(file.bytes)}</span></li>`)}</ul>`;
  }
}
customElements.define("ns-tasks", NsTasks);

/** What scrolls around an element. */
function scroller(of: HTMLElement): Element | null {
  for (let each = of.parentElement; each !== null; each = each.parentElement) {
    if (each.scrollHeight > each.clientHeight && /auto|scroll/.test(getComputedStyle(each).overflowY)) return each;
  }
  return document.scrollingElement;
}

const person = ({ name, title, unit }: Entrusted): string => [name, title, unit].filter(Boolean).join(", ");

const words = ({ assignment, title, bodyName }: TaskLine): string => [assignment.title, assignment.leadUnit, assignment.handler.name, assignment.director?.name ?? "", assignment.monitor?.name ?? "", title, bodyName].join(" ");

function fact(name: string, value: string): TemplateResult {
  return html`<div><dt>${name}</dt><dd>${value}</dd></div>`;
}

declare global {
  interface HTMLElementTagNameMap {
    "ns-tasks": NsTasks;
  }
}
