import { html, nothing, type TemplateResult } from "lit";
import { HttpFailure } from "../net/http.ts";
import { newId } from "../net/tabs.ts";
import { notify } from "../ui/notices.ts";
import { tasks, type TaskLine } from "./tasks.ts";
import { t } from "./texts.ts";

const KINDS = ".pdf,.doc,.docx,.xls,.xlsx,.ppt,.pptx,.odt,.ods,.odp,.png,.jpg,.jpeg";

/** Brings files that show what came of a task, one at a time; one that did not arrive stays here to be sent again under the same id. */
export class TaskFiles {
  #waiting: { readonly task: string; readonly id: string; readonly file: File } | null = null;
  #share = -1;
  #trouble = "";
  /** It may be taken when it is sent again as it is. */
  #passing = false;

  constructor(private readonly redraw: () => void, private readonly done: () => void) {}

  /** Another task is shown. What is being sent goes on. */
  forget(): void {
    if (this.#share >= 0) return;
    this.#waiting = null;
    this.#trouble = "";
  }

  view(task: TaskLine): TemplateResult | typeof nothing {
    if (!task.mayBring) return nothing;
    if (this.#share >= 0 && this.#waiting) return html`<p class="tk-sending" role="status" data-testid="task-file-sending">${t(this.#share < 1 ? "fileSending" : "fileChecking", { name: this.#waiting.file.name, share: Math.floor(this.#share * 100) })}</p>`;
    const left = this.#waiting?.task === task.id ? this.#waiting : null;
    return html`${left ? html`<div class="tk-form" data-testid="task-file-left"><p class="tk-trouble" role="alert" data-testid="task-file-trouble">${t("fileNotSent", { name: left.file.name, why: this.#trouble })}</p>
        <div class="tk-acts">${this.#passing ? html`<button type="button" class="ns-button ns-primary" data-testid="task-file-again" @click=${() => void this.#send(task)}>${t("retry")}</button>` : nothing}
          <button type="button" class="ns-button ns-quiet" @click=${() => { this.#waiting = null; this.redraw(); }}>${t("notNow")}</button></div></div>` : nothing}
      <label class="ns-button ns-quiet tk-add-file">${t("addFile")}<input type="file" accept=${KINDS} data-testid="task-file" @change=${(event: Event) => this.#chosen(task, event.target as HTMLInputElement)} /></label>`;
  }

  #chosen(task: TaskLine, input: HTMLInputElement): void {
    const file = input.files?.[0];
    input.value = "";
    if (!file) return;
    this.#waiting = { task: task.id, id: newId(), file };
    void this.#send(task);
  }

  async #send(task: TaskLine): Promise<void> {
    const sent = this.#waiting;
    if (!sent || this.#share >= 0) return;
    this.#share = 0;
    this.redraw();
    try {
      await tasks.bring(task.meeting, task.id, sent.id, sent.file, (share) => { this.#share = share; this.redraw(); });
      this.#waiting = null;
      notify({ text: t("fileAdded", { name: sent.file.name }), tone: "good" });
      this.done();
    } catch (failure) {
      if (!(failure instanceof HttpFailure)) throw failure;
      this.#trouble = failure.message;
      this.#passing = failure.passing;
    } finally {
      this.#share = -1;
      this.redraw();
    }
  }
}
