import { html, nothing, type TemplateResult } from "lit";
import "../charts/ns-chart.ts";
import type { Bars } from "../charts/bars.ts";
import type { LaidIndicator } from "../proto/protocol.ts";
import { LightElement } from "../ui/element.ts";
import { amountWords, compare, withUnit } from "./amounts.ts";
import { standing } from "./indicators.ts";
import { periodShort, periodWords } from "./periods.ts";
import { t } from "./texts.ts";
import "./indicators.css";

/** The bars of an indicator: this period full, the last one hatched, earlier ones empty. */
export function barsOf(laid: LaidIndicator): Bars {
  const { previous } = standing(laid);
  const points = laid.points;
  const crowded = points.length > 8;
  return {
    labels: points.map(({ period }) => periodShort(period)),
    series: [{
      name: laid.name, fill: "empty", values: points.map(({ value }) => Number(value)),
      words: points.map(({ period, value }) => (crowded && period !== laid.period && period !== previous ? "" : amountWords(value))),
      fills: points.map(({ period }) => (period === laid.period ? "solid" : period === previous ? "hatched" : "empty")),
    }],
    ...(laid.target === undefined ? {} : { target: Number(laid.target) }),
    ...(laid.unit === "%" ? { most: 100 } : {}),
  };
}

/** “tăng 10,75, tốt hơn” */
export function changeWords(laid: LaidIndicator): string {
  const { now, before, change, good } = standing(laid);
  if (now === undefined) return t("noValue");
  if (before === undefined || change === undefined) return t("noBefore");
  if (change === "0") return t("same");
  return `${t(change.startsWith("-") ? "down" : "up", { value: withUnit(change.replace("-", ""), laid.unit === "%" ? t("points") : laid.unit) })}, ${t(good ? "better" : "worse")}`;
}

const LONG_LETTERS = 7;

/** The number large and in one piece, its unit beside it. */
function valueLine(value: string | undefined, unit: string, before = false): TemplateResult {
  const words = value === undefined ? "–" : amountWords(value);
  return html`<b class=${before ? "tabular ind-before" : "tabular"} data-long=${words.length > LONG_LETTERS ? "yes" : "no"}><span class="ind-number">${words}</span>${value === undefined ? nothing : html`${unit === "%" ? "" : " "}<span class="ind-unit">${unit}</span>`}</b>`;
}

/** Whether this period's value is where it should be. */
export function isReached(laid: LaidIndicator): boolean | undefined {
  const { now } = standing(laid);
  if (now === undefined || laid.target === undefined) return undefined;
  return laid.better === "MORE" ? compare(now, laid.target) >= 0 : compare(now, laid.target) <= 0;
}

/** Indicators with their charts, last period beside this one; the same as a table for who can't see the charts. */
export class NsIndicators extends LightElement {
  static override properties = { indicators: { attribute: false } };
  declare indicators: readonly LaidIndicator[];

  constructor() {
    super();
    this.indicators = [];
  }

  protected override render(): TemplateResult {
    return html`<ul class="ind-cards" data-many=${this.indicators.length}>${this.indicators.map((laid) => html`<li>${this.#card(laid)}</li>`)}</ul>${table(this.indicators)}`;
  }

  #card(laid: LaidIndicator): TemplateResult {
    const { now, before, previous, change, good } = standing(laid);
    const reached = isReached(laid);
    const words = [`${periodWords(laid.period)}: ${now === undefined ? t("noValue") : withUnit(now, laid.unit)}`, before === undefined ? "" : `${periodWords(previous)}: ${withUnit(before, laid.unit)}`, laid.target === undefined ? "" : t("targetIs", { value: withUnit(laid.target, laid.unit) })].filter(Boolean).join("; ");
    return html`<article class="ind-card" data-testid="indicator-card" data-id=${laid.id}>
      <h3 class="ind-name">${laid.name}</h3>
      <div class="ind-now"><p><span class="ind-key is-now"></span><small>${periodWords(laid.period)}</small>${valueLine(now, laid.unit)}</p>
        <p><span class="ind-key is-before"></span><small>${periodWords(previous)}</small>${valueLine(before, laid.unit, true)}</p></div>
      <p class="ind-change" data-good=${good === undefined || change === "0" ? "none" : good ? "yes" : "no"}>${change === undefined || change === "0" ? nothing : html`<span aria-hidden="true">${change.startsWith("-") ? "▼" : "▲"}</span> `}${changeWords(laid)}</p>
      <ns-chart .bars=${barsOf(laid)} .label=${t("chart", { name: laid.name, words })}></ns-chart>
      ${laid.target === undefined ? nothing : html`<p class="ind-target"><span class="ind-key is-target"></span>${t("targetIs", { value: withUnit(laid.target, laid.unit) })}${reached === undefined ? "" : ` · ${t(reached ? "reached" : "notReached")}`}</p>`}
    </article>`;
  }
}

/** All points of all of them, unseen. */
function table(all: readonly LaidIndicator[]): TemplateResult {
  return html`<table class="unseen" data-testid="indicator-table"><caption>${t("title")}</caption><thead><tr><th scope="col">${t("name")}</th><th scope="col">${t("period")}</th><th scope="col">${t("value")}</th></tr></thead>
    <tbody>${all.flatMap((laid) => laid.points.map((point) => html`<tr><th scope="row">${laid.name}</th><td>${periodWords(point.period)}</td><td>${withUnit(point.value, laid.unit)}</td></tr>`))}</tbody></table>`;
}

customElements.define("ns-indicators", NsIndicators);

declare global {
  interface HTMLElementTagNameMap {
    "ns-indicators": NsIndicators;
  }
}
