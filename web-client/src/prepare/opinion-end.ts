import type { MeetingView } from "client-kit/proto/protocol.ts";
import { html, nothing, type TemplateResult } from "lit";
import { DeskPart } from "../meeting/desk-part.ts";
import { openSheet } from "../shared/ask.ts";
import { momentField } from "../shared/moment-field.ts";
import { clock, day, fromField, toField } from "../shared/when.ts";
import { common } from "../texts/common.ts";
import { opinions as say } from "../texts/opinions.ts";

/** Until when members may give opinions before the meeting; the opening, unless the secretary says sooner. */
export class OpinionEnd extends DeskPart {
  protected override draw(view: MeetingView): TemplateResult | typeof nothing {
    if (view.head.phase !== "DRAFT" && view.head.phase !== "ISSUED") return nothing;
    const { cutOff } = view.beforehand;
    return html`<section class="panel"><header><h2>${say.end}</h2></header>
      <p data-testid="opinion-end">${cutOff === undefined ? say.untilOpening : say.until(`${clock(cutOff)}, ${day(cutOff)}`)}</p>
      <button type="button" class="ns-button ns-quiet is-wide" data-testid="opinion-end-change" @click=${this.#change}>${say.change}</button></section>`;
  }

  #change = async (): Promise<void> => {
    const { view } = this.desk;
    if (!view) return;
    let until = toField(view.beforehand.cutOff ?? view.head.startsAt);
    const chosen = await openSheet<"opening" | { until: string }>("opinion-end", (close, redraw) => html`<form novalidate @submit=${(event: SubmitEvent) => {
        event.preventDefault();
        const moment = fromField(until);
        if (moment !== null) close({ until: moment });
      }}>
      <h2 id="sheet-title">${say.changeTitle}</h2>
      ${momentField({ label: say.deadline, value: until, testid: "opinion-until", change: (value) => { until = value; redraw(); } })}
      <div class="sheet-acts"><button type="button" class="ns-button ns-quiet" @click=${() => close(null)}>${common.cancel}</button>
        <button type="button" class="ns-button ns-quiet" data-testid="opinion-until-opening" @click=${() => close("opening")}>${say.untilOpening}</button>
        <button class="ns-button ns-primary" data-testid="opinion-until-save">${common.save}</button></div></form>`);
    if (chosen !== null) await this.desk.do({ type: "setOpinionCutOff", ...(chosen === "opening" ? {} : chosen) });
  };
}

customElements.define("opinion-end", OpinionEnd);
