import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { date, dateTime } from "../i18n/format.ts";
import { HttpFailure } from "../net/http.ts";
import { LightElement } from "../ui/element.ts";
import { loading } from "../ui/plain.ts";
import { taskWords } from "./task-row.ts";
import { tasks, type TaskCounts, type TaskLine } from "./tasks.ts";
import { t } from "./texts.ts";
import "./tasks.css";

const FRESH_EVERY_MS = 5_000;

/** What a meeting reviews: the tasks of the body's earlier meetings, each as it stands at this moment. */
export class NsTaskReview extends LightElement {
  static override properties = { meeting: {}, review: { state: true }, trouble: { state: true } };
  declare meeting: string;
  declare review: { readonly tasks: readonly TaskLine[]; readonly counts: TaskCounts; readonly at: number } | null;
  declare trouble: string;
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor() {
    super();
    this.meeting = this.trouble = "";
    this.review = null;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#timer = setInterval(() => { if (!document.hidden) void this.#load(); }, FRESH_EVERY_MS);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.#timer);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("meeting")) void this.#load();
  }

  async #load(): Promise<void> {
    if (this.meeting === "") return;
    try {
      this.review = await tasks.review(this.meeting);
      this.trouble = "";
    } catch (failure) {
      if (!(failure instanceof HttpFailure)) throw failure;
      this.trouble = failure.message;
    }
  }

  protected override render(): TemplateResult {
    const { review, trouble } = this;
    if (review === null) return trouble === "" ? loading(t("loading")) : html`<p class="tk-trouble" role="alert">${trouble}</p>`;
    const { counts } = review;
    return html`<section class="tk-review" data-testid="task-review"><h3>${t("reviewTitle")}</h3>
      <p class="tk-when tabular">${[counts.overdue ? t("countOverdue", { n: counts.overdue }) : "", t("countOpen", { n: counts.open }), counts.waiting ? t("countWaiting", { n: counts.waiting }) : "", t("reviewAt", { time: dateTime(review.at) })].filter(Boolean).join(" · ")}</p>
      ${trouble === "" ? nothing : html`<p class="tk-trouble" role="status">${t("stale", { why: trouble })}</p>`}
      ${review.tasks.length === 0 ? html`<p class="tk-choose">${t("reviewNone")}</p>` : html`<ul class="tk-rows">${review.tasks.map((task) => html`<li class="tk-row" data-testid="reviewed-task" data-id=${task.id} data-overdue=${task.overdue ? "yes" : "no"} data-state=${task.state}>${taskWords(task)}
        ${task.report ? html`<span class="tk-said">${t("lastReport", { name: task.report.by, day: date(task.report.at), words: task.report.words })}</span>` : nothing}</li>`)}</ul>`}</section>`;
  }
}
customElements.define("ns-task-review", NsTaskReview);

declare global {
  interface HTMLElementTagNameMap {
    "ns-task-review": NsTaskReview;
  }
}
