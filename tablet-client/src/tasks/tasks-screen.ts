import { LanguageController } from "client-kit/i18n/index.ts";
import "client-kit/tasks/ns-tasks.ts";
import { t as task } from "client-kit/tasks/texts.ts";
import { html, LitElement, type TemplateResult } from "lit";
import { icons } from "../app/icons.ts";
import { addressOf } from "../app/routes.ts";
import { t } from "../texts/index.ts";
import "./tasks-screen.css";

/** "Nhiệm vụ": what the person has to report on, and what a chair approves. */
export class TasksScreen extends LitElement {
  constructor() {
    super();
    new LanguageController(this);
  }

  override createRenderRoot(): this { return this; }

  protected override render(): TemplateResult {
    return html`<div class="ts"><header class="ts-head"><a class="ns-button ns-plain" href=${addressOf({ at: "meetings" })} data-testid="back-to-meetings">${icons.back}<span>${t("myMeetings")}</span></a><h1>${task("title")}</h1></header>
      <main class="ts-body" data-testid="tasks"><ns-tasks></ns-tasks></main></div>`;
  }
}

customElements.define("nt-tasks", TasksScreen);
