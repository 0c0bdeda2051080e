import { html, nothing, type TemplateResult } from "lit";
import type { MeetingView } from "client-kit/proto/protocol.ts";
import { to } from "../app/route.ts";
import { DeskPart } from "../meeting/desk-part.ts";
import { confirmAct } from "../shared/ask.ts";
import { lead } from "../texts/lead.ts";
import { mayCorrect } from "./correct-attendance.ts";

/** Beside the minutes: conclusions that are not in them. Until the minutes are signed the way to record them, afterwards the text itself. */
export class UnrecordedConclusions extends DeskPart {
  protected override draw(view: MeetingView): TemplateResult | typeof nothing {
    const items = this.desk.unrecorded;
    if (items.length === 0) return nothing;
    const say = lead.unrecorded;
    const numbers = items.map((item) => view.agenda.items[item]?.number ?? "").join(", ");
    if (view.head.phase !== "CLOSED" || mayCorrect(view)) return html`<p class="warn-words" role="status" data-testid="unrecorded">${say.sentence(numbers)} <a href=${to.meeting(view.head.id, "lead")}>${say.go}</a></p>`;
    return html`<section class="unrecorded" data-testid="unrecorded"><h2>${say.title}</h2><p class="warn-words">${say.over}</p>
      ${items.map((item) => html`<h3>${say.item(view.agenda.items[item]?.number ?? "")}</h3>
        <blockquote class="question">${this.desk.conclusions.of(item).value.text}</blockquote>
        <button type="button" class="ns-button ns-plain is-small" data-testid="unrecorded-drop" @click=${() => this.#drop(item)}>${say.drop}</button>`)}</section>`;
  }

  async #drop(item: string): Promise<void> {
    const { conclusions } = this.desk;
    if (!(await confirmAct({ title: lead.unrecorded.dropTitle, text: conclusions.of(item).value.text, act: lead.unrecorded.drop, tone: "grave" }))) return;
    conclusions.drop(item);
    this.desk.tell();
  }
}

customElements.define("unrecorded-conclusions", UnrecordedConclusions);
