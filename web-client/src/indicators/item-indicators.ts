import { dateTime } from "client-kit/i18n/format.ts";
import { indicators, type Indicator } from "client-kit/indicators/indicators.ts";
import { periodWords } from "client-kit/indicators/periods.ts";
import { t } from "client-kit/indicators/texts.ts";
import "client-kit/indicators/ns-indicators.ts";
import { sentenceOf } from "client-kit/net/http.ts";
import type { MeetingView } from "client-kit/proto/protocol.ts";
import { html, nothing, type TemplateResult } from "lit";
import { to } from "../app/route.ts";
import { DeskPart } from "../meeting/desk-part.ts";
import { openSheet } from "../shared/ask.ts";
import { notify, refuse } from "../shared/notices.ts";
import { common } from "../texts/common.ts";
import { indicatorTexts as say } from "../texts/indicators.ts";

const MOST = 12;

/** The indicators beside one item: chosen, refreshed, put on the screens. */
export class ItemIndicators extends DeskPart {
  static override properties = { ...DeskPart.properties, item: {}, folded: { type: Boolean } };
  declare item: string;
  /** The charts are behind a line that opens them. */
  declare folded: boolean;

  protected override draw(view: MeetingView): TemplateResult | typeof nothing {
    const { phase, bodyId } = view.head;
    const laid = view.indicators?.beside[this.item];
    const open = phase !== "CLOSED" && phase !== "CANCELLED";
    if (!laid && !open) return nothing;
    const shown = view.stage.indicators === this.item;
    const hidden = view.agenda.items[this.item]?.visibility === "MEMBERS";
    const showable = laid !== undefined && phase === "IN_SESSION";
    return html`<section class="panel item-indicators" data-testid="item-indicators"><header><h2>${say.beside}</h2>
        ${showable ? html`<button type="button" class="ns-button ns-quiet is-small" ?disabled=${hidden && !shown} aria-describedby=${hidden ? "indicators-hidden" : nothing} aria-pressed=${shown ? "true" : "false"} data-testid="indicators-screen" @click=${() => this.desk.do(shown ? { type: "clearIndicators" } : { type: "showIndicators", item: this.item })}>${shown ? say.offScreen : say.onScreen}</button>` : nothing}
        ${open ? html`${laid ? html`<button type="button" class="ns-button ns-plain is-small" data-testid="indicators-again" @click=${() => this.#lay(laid.indicators.map(({ id }) => id), Object.fromEntries(laid.indicators.map(({ id, period }) => [id, period])))}>${say.layAgain}</button>
            <button type="button" class="ns-button ns-plain is-small" data-testid="indicators-away" @click=${() => this.desk.do({ type: "takeAwayIndicators", item: this.item })}>${say.takeAway}</button>` : nothing}
          <button type="button" class="ns-button ns-quiet is-small" data-testid="indicators-lay" @click=${() => this.#choose(bodyId, laid?.indicators.map(({ id }) => id) ?? [])}>${say.lay}</button>` : nothing}</header>
      ${showable && hidden ? html`<p class="hint" id="indicators-hidden" data-testid="indicators-hidden">${say.membersOnly}</p>` : nothing}
      ${laid ? html`<p class="hint tabular">${t("asOf", { time: dateTime(laid.at) })}</p>${this.folded ? html`<details class="indicators-fold"><summary data-testid="indicators-unfold">${say.charts(laid.indicators.length)}</summary><ns-indicators .indicators=${laid.indicators}></ns-indicators></details>` : html`<ns-indicators .indicators=${laid.indicators}></ns-indicators>`}` : html`<p class="hint">${say.besideNone} <a href=${to.indicators(bodyId)}>${say.page}</a></p>`}</section>`;
  }

  async #choose(body: string, before: readonly string[]): Promise<void> {
    try {
      const { indicators: all } = await indicators.list(body);
      const chosen = await chooseSheet(all.filter(({ inUse }) => inUse), before);
      if (chosen !== null) await this.#lay(chosen.ids, chosen.period === undefined ? {} : Object.fromEntries(chosen.ids.map((id) => [id, chosen.period!])));
    } catch (failure) {
      refuse(sentenceOf(failure));
    }
  }

  async #lay(ids: readonly string[], periods: Readonly<Record<string, string>>): Promise<void> {
    try {
      await indicators.lay(this.desk.id, this.item, ids, periods);
      notify(say.laid);
    } catch (failure) {
      refuse(sentenceOf(failure));
    }
  }
}

/** Those without values are named and can't be chosen. */
function chooseSheet(listed: readonly Indicator[], before: readonly string[]): Promise<{ readonly ids: readonly string[]; readonly period?: string } | null> {
  const all = listed.filter(({ values }) => values.some(({ value }) => value !== undefined));
  const without = listed.filter((each) => !all.includes(each));
  const ids = new Set(before.filter((id) => all.some((each) => each.id === id)));
  const periods = [...new Set(all.flatMap(({ values }) => values.map(({ period }) => period)))].sort().reverse();
  let period = "";
  return openSheet("lay-indicators", (close, redraw) => html`<h2 id="sheet-title">${say.layTitle}</h2><p class="hint">${say.layHow}</p>
    ${all.length === 0 ? html`<p class="hint">${say.layNone}</p>` : html`<label class="field"><span>${say.atPeriod}</span><select data-testid="lay-period" @change=${(event: Event) => { period = (event.target as HTMLSelectElement).value; }}><option value="">${say.newest}</option>${periods.map((each) => html`<option value=${each}>${periodWords(each)}</option>`)}</select></label>
      <div class="sheet-scroll lay-list">${all.map((each) => html`<label class="check"><input type="checkbox" data-testid="lay-choice" data-code=${each.code} .checked=${ids.has(each.id)} @change=${(event: Event) => { if ((event.target as HTMLInputElement).checked) ids.add(each.id); else ids.delete(each.id); redraw(); }} /><span>${each.name}<small>${[each.code, each.unit].filter(Boolean).join(" · ")}</small></span></label>`)}${without.map((each) => html`<label class="check"><input type="checkbox" disabled data-testid="lay-without" data-code=${each.code} /><span>${each.name}<small>${[each.code, each.unit, say.noValues].filter(Boolean).join(" · ")}</small></span></label>`)}</div>`}
    ${ids.size > MOST ? html`<p class="hint bad" role="alert">${say.layMost}</p>` : nothing}
    <div class="sheet-acts"><button type="button" class="ns-button ns-quiet" @click=${() => close(null)}>${common.cancel}</button>
      <button type="button" class="ns-button ns-primary" ?disabled=${ids.size === 0 || ids.size > MOST} data-testid="lay-save" @click=${() => close({ ids: [...ids], ...(period === "" ? {} : { period }) })}>${say.layAct(ids.size)}</button></div>`);
}

customElements.define("item-indicators", ItemIndicators);
