import { tasksIn } from "client-kit/meeting/tasks-in.ts";
import { sentenceOf } from "client-kit/net/http.ts";
import type { MeetingView } from "client-kit/proto/protocol.ts";
import { tasks } from "client-kit/tasks/tasks.ts";
import { html, type TemplateResult } from "lit";
import { DeskPart } from "../meeting/desk-part.ts";
import { refuse } from "../shared/notices.ts";
import { taskTexts as say } from "../texts/tasks.ts";

/** Whether this meeting reviews earlier tasks; where it does not, the way to have it do so. */
export class ReviewOffer extends DeskPart {
  static override properties = { ...DeskPart.properties, working: { state: true } };
  declare working: boolean;

  constructor() {
    super();
    this.working = false;
  }

  protected override draw(view: MeetingView): TemplateResult {
    const there = tasksIn(view).review !== undefined;
    return html`<section class="panel review-offer" data-testid="review-offer" data-on=${there ? "yes" : "no"}><header><h2>${say.review}</h2></header><p class="hint">${there ? say.reviewIn : say.reviewOut}</p>
      ${there ? "" : html`<button type="button" class="ns-button ns-quiet is-small" ?disabled=${this.working} data-testid="review-add" @click=${this.#add}>${say.reviewAdd}</button>`}</section>`;
  }

  #add = async (): Promise<void> => {
    const reason = await this.desk.reason(say.reviewWhat);
    if (reason === null) return;
    this.working = true;
    try {
      await tasks.takeUpReview(this.desk.id, reason);
    } catch (thrown) {
      refuse(sentenceOf(thrown));
    }
    this.working = false;
  };
}

customElements.define("review-offer", ReviewOffer);
