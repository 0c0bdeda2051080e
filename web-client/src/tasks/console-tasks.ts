import "client-kit/tasks/ns-tasks.ts";
import { html, type TemplateResult } from "lit";
import { Light } from "../shared/light.ts";
import { taskTexts as say } from "../texts/tasks.ts";
import { editLine } from "./assigning.ts";

/** The page of tasks: mine, my unit's, those I oversee. */
export class ConsoleTasks extends Light {
  protected override render(): TemplateResult {
    return html`<main class="tasks-page" id="main"><header><p class="eyebrow">${say.hello}</p><h1>${say.title}</h1></header><ns-tasks .edit=${editLine}></ns-tasks></main>`;
  }
}

customElements.define("console-tasks", ConsoleTasks);
