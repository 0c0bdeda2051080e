import "client-kit/charts/chart-part.ts";
import { dateTime } from "client-kit/i18n/format.ts";
import "client-kit/indicators/ns-indicators.ts";
import { t as say } from "client-kit/indicators/texts.ts";
import { html, nothing, type TemplateResult } from "lit";
import type { Desk } from "../meeting/desk.ts";

/** The indicators beside an item, as they stood when they were laid there. */
export function itemIndicators(desk: Desk, item: string): TemplateResult | typeof nothing {
  const beside = desk.room.view!.indicators?.beside[item];
  return beside === undefined ? nothing : html`<section data-testid="item-indicators"><h3>${say("title")}</h3><p class="soft tabular">${say("asOf", { time: dateTime(beside.at) })}</p>
    <ns-indicators .indicators=${beside.indicators}></ns-indicators></section>`;
}
