import { html, nothing, type TemplateResult } from "lit";
import { day } from "../shared/when.ts";
import { app } from "../texts/app.ts";
import type { Beginning } from "./beginning.ts";

/** The choice of what a new meeting starts from; nothing while there is only a blank page. */
export function beginningPart(beginning: Beginning, redraw: () => void): TemplateResult | typeof nothing {
  const { ways, way, from, earlier } = beginning;
  if (ways.length === 1) return nothing;
  const say = app.add;
  return html`<div class="beginning">
    <div class="picks" role="radiogroup" aria-label=${say.from}><span class="picks-label">${say.from}</span>
      ${ways.map((each) => html`<button type="button" class="pick" role="radio" aria-checked=${each === way ? "true" : "false"} data-testid="from-${each}"
        @click=${() => { beginning.choose(each); redraw(); }}>${say.way[each]}</button>`)}</div>
    ${way === "earlier" ? html`<label class="field"><span>${say.which}</span>
      <select data-testid="from-which" @change=${(event: Event) => { beginning.pick((event.target as HTMLSelectElement).value); redraw(); }}>
        ${earlier.map((meeting) => html`<option value=${meeting.id} .selected=${meeting.id === from?.id}>${day(meeting.startsAt)} · ${meeting.title}</option>`)}</select></label>` : nothing}
    ${from ? html`<p class="hint" data-testid="from-comes">${say.comes(from.items, from.motions, from.people)}</p>` : nothing}
  </div>`;
}
