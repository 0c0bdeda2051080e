import { sentenceOf } from "client-kit/net/http.ts";
import { amountWords, typedAmount, withUnit } from "client-kit/indicators/amounts.ts";
import { asLaid, indicators, standing, valueAt, type Indicator, type IndicatorList } from "client-kit/indicators/indicators.ts";
import { changeWords } from "client-kit/indicators/ns-indicators.ts";
import { hasBegun, periodAfter, periodAt, periodWords, type PeriodKind } from "client-kit/indicators/periods.ts";
import { serverClock } from "client-kit/net/clock.ts";
import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { directory, type Me } from "../api/api.ts";
import { Light } from "../shared/light.ts";
import { notify, refuse } from "../shared/notices.ts";
import { common } from "../texts/common.ts";
import { indicatorTexts as say } from "../texts/indicators.ts";
import { to } from "../app/route.ts";
import { isUntouched, seenBefore, unsentValues as unsent, type UnsentValue } from "./unsent-values.ts";
import { historySheet, importSheet, indicatorSheet, tokenSheet } from "./indicator-sheets.ts";

const KINDS: readonly PeriodKind[] = ["MONTH", "QUARTER", "HALF_YEAR", "YEAR"];

interface BodyLine {
  readonly id: string;
  readonly name: string;
}

/** A body's indicators: each kind of period with its own table, this period beside the last one; values are typed into the rows. */
export class ConsoleIndicators extends Light {
  static override properties = { me: { attribute: false }, body: {}, list: { state: true }, trouble: { state: true }, chosen: { state: true }, periods: { state: true }, kept: { state: true } };
  declare me: Me | null;
  declare body: string;
  declare list: IndicatorList | null;
  declare trouble: string;
  declare chosen: string;
  declare periods: Readonly<Partial<Record<PeriodKind, string>>>;
  /** Bodies whose programs an administrator keeps, without reading their values. */
  declare kept: readonly BodyLine[];
  #unwatch: (() => void) | undefined;

  constructor() {
    super();
    this.me = this.list = null;
    this.body = this.trouble = this.chosen = "";
    this.periods = {};
    this.kept = [];
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#unwatch = unsent.watch((settled) => {
      if (settled?.why === "overtaken") void this.#load();
      else if (settled) void this.#recorded(settled);
      else this.requestUpdate();
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#unwatch?.();
  }

  /** Guests of a body don't read them. */
  get #own(): Me["bodies"] {
    return this.me?.bodies.filter(({ role }) => role !== "GUEST") ?? [];
  }

  get #bodies(): readonly BodyLine[] {
    return [...this.#own, ...this.kept.filter(({ id }) => !this.#own.some((own) => own.id === id))];
  }

  /** Whether its values are for the reader too. */
  get #reads(): boolean {
    return this.#own.some(({ id }) => id === this.#body);
  }

  get #body(): string {
    return this.#bodies.find(({ id }) => id === this.body)?.id ?? this.#bodies[0]?.id ?? "";
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("body") || changed.has("me")) {
      this.list = null;
      this.periods = {};
      void this.#find().then(this.#load);
    }
  }

  async #find(): Promise<void> {
    if (this.me?.administrator) this.kept = await directory.bodies().catch(() => []);
  }

  #load = async (): Promise<void> => {
    if (this.#body === "" || !this.#reads) return;
    try {
      this.list = await indicators.list(this.#body);
      this.trouble = "";
    } catch (failure) {
      this.trouble = sentenceOf(failure);
    }
  };

  /** The newest with a value that is not still to come, or the last one that is over. */
  #period(kind: PeriodKind): string {
    const newest = this.list?.indicators.filter((each) => each.kind === kind).flatMap(({ values }) => values.flatMap(({ period, value }) => (value !== undefined && hasBegun(period, serverClock.now()) ? [period] : []))).sort().at(-1);
    return this.periods[kind] ?? newest ?? periodAfter(periodAt(kind, serverClock.now()), -1);
  }

  /** Later ones than this show only where values stand there by mistake, to be taken back. */
  #isLast(kind: PeriodKind, period: string): boolean {
    const next = periodAfter(period, 1);
    return !hasBegun(next, serverClock.now()) && !this.list?.indicators.some((each) => each.kind === kind && each.values.some((value) => value.period >= next && value.value !== undefined));
  }

  #move(kind: PeriodKind, by: number): void {
    this.periods = { ...this.periods, [kind]: periodAfter(this.#period(kind), by) };
  }

  protected override render(): TemplateResult {
    const { list } = this;
    return html`<main class="indicators-page" id="main">
      <header><div><p class="eyebrow">${say.hello}</p><h1>${say.title}</h1></div>
        ${this.#bodies.length > 1 ? html`<label class="field"><span>${say.body}</span><select data-testid="indicators-body" @change=${(event: Event) => { location.hash = to.indicators((event.target as HTMLSelectElement).value); }}>${this.#bodies.map(({ id, name }) => html`<option value=${id} ?selected=${id === this.#body}>${name}</option>`)}</select></label>` : html`<p class="eyebrow">${this.#bodies[0]?.name}</p>`}
        ${list?.mayEnter ? html`<div class="page-acts"><button type="button" class="ns-button ns-quiet" data-testid="indicator-tokens" @click=${() => tokenSheet(list.body)}>${say.tokens}</button>
          <button type="button" class="ns-button ns-quiet" data-testid="indicator-import" @click=${this.#import}>${say.file}</button>
          <button type="button" class="ns-button ns-primary" data-testid="indicator-add" @click=${() => this.#edit(null)}>${say.add}</button></div>` : nothing}</header>
      ${this.trouble ? html`<p class="hint bad" role="alert">${this.trouble} <button type="button" class="ns-button ns-quiet is-small" @click=${this.#load}>${common.retry}</button></p>` : nothing}
      ${this.#bodies.length === 0 ? html`<p class="empty">${say.noBody}</p>` : !this.#reads ? html`<div class="empty" data-testid="indicators-kept"><h2>${say.keptOnly}</h2><p>${say.keptHow}</p><p><button type="button" class="ns-button ns-primary" data-testid="indicator-tokens" @click=${() => tokenSheet(this.#body)}>${say.tokens}</button></p></div>`
        : list === null && this.trouble ? nothing
        : list === null ? html`<p class="hint" role="status">${common.loading}</p>`
        : list.indicators.length === 0 ? html`<div class="empty"><h2>${say.none}</h2><p>${list.mayEnter ? say.noneHow : ""}</p></div>` : this.#tables(list)}
    </main>`;
  }

  #tables(list: IndicatorList): TemplateResult {
    const chosen = list.indicators.find(({ id }) => id === this.chosen) ?? list.indicators.find(({ values }) => values.length > 0);
    const waiting = unsent.count(list.body);
    return html`<div class="indicators-desk"><div>${waiting > 0 ? html`<p class="hint bad values-unsent" role="status" data-testid="values-unsent">${say.unsentCount(waiting)} <button type="button" class="ns-button ns-quiet is-small" @click=${unsent.again}>${common.retry}</button></p>` : nothing}
        ${KINDS.filter((kind) => list.indicators.some((each) => each.kind === kind)).map((kind) => this.#table(list, kind, chosen))}
        ${list.mayEnter ? html`<p class="hint">${say.enterHint}</p>` : nothing}</div>
      ${chosen ? html`<aside><ns-indicators .indicators=${[asLaid(chosen, this.#period(chosen.kind))]}></ns-indicators></aside>` : nothing}</div>`;
  }

  #table(list: IndicatorList, kind: PeriodKind, chosen: Indicator | undefined): TemplateResult {
    const period = this.#period(kind);
    const rows = list.indicators.filter((each) => each.kind === kind);
    return html`<section class="indicator-kind" data-testid="indicator-kind" data-kind=${kind}>
      <header><h2>${say.kind[kind]}</h2><div class="period-steps"><button type="button" class="ns-button ns-quiet is-small" aria-label=${say.earlier} data-testid="period-earlier" @click=${() => this.#move(kind, -1)}>‹</button>
        <b class="tabular" data-testid="period" data-period=${period}>${periodWords(period)}</b><button type="button" class="ns-button ns-quiet is-small" aria-label=${say.later} data-testid="period-later" ?disabled=${this.#isLast(kind, period)} @click=${() => this.#move(kind, 1)}>›</button></div></header>
      <table class="people-table indicator-table"><thead><tr><th scope="col">${say.code}</th><th scope="col">${say.name}</th><th scope="col" class="is-number">${say.target}</th><th scope="col" class="is-number">${periodWords(period)}</th><th scope="col" class="is-number">${periodWords(periodAfter(period, -1))}</th><th scope="col">${say.change}</th><th scope="col"><span class="unseen">${say.edit}</span></th></tr></thead>
        <tbody>${repeat(rows, ({ id }) => `${id} ${period}`, (each) => this.#row(list, each, period, each === chosen))}</tbody></table></section>`;
  }

  #row(list: IndicatorList, each: Indicator, period: string, chosen: boolean): TemplateResult {
    const laid = asLaid(each, period);
    const { now, before, change, good } = standing(laid);
    const typed = unsent.of(each.id, period);
    const wrong = typed === undefined || typed.why === "sending" ? "" : typed.why === "notNumber" ? say.notNumber : typed.why === "waiting" ? say.unsent : typed.why === "overtaken" ? say.overtaken(now === undefined ? "–" : withUnit(now, each.unit)) : say.refused;
    const doubt = now !== undefined && each.unit.trim() === "%" && (Number(now) < 0 || Number(now) > 100) ? html`<small class="warn-words" data-testid="indicator-doubt">${say.outside}</small>` : nothing;
    return html`<tr data-testid="indicator" data-code=${each.code} aria-current=${chosen ? "true" : nothing} @click=${() => { this.chosen = each.id; }}>
      <td class="tabular">${each.code}</td><th scope="row"><button type="button" class="row-name" data-testid="indicator-choose">${each.name}</button><small>${[each.unit, each.inUse ? "" : say.ended].filter(Boolean).join(" · ")}</small></th>
      <td class="is-number tabular">${each.target === undefined ? "–" : amountWords(each.target)}</td>
      <td class="is-number">${list.mayEnter && each.inUse ? html`<input class="amount tabular" inputmode="decimal" autocomplete="off" maxlength="40" data-testid="indicator-value" aria-label=${say.valueOf(each.name, periodWords(period))} aria-invalid=${wrong === "" ? nothing : "true"}
            .value=${typed?.typed ?? (now === undefined ? "" : amountWords(now))} @focus=${() => { this.chosen = each.id; }} @change=${(event: Event) => this.#enter(each, period, event.target as HTMLInputElement)} @keydown=${(event: KeyboardEvent) => this.#key(event, typed)} />${wrong === "" ? doubt : html`<small class="bad" role="alert">${wrong}</small>`}`
          : html`<b class="tabular">${now === undefined ? "–" : amountWords(now)}</b>${doubt}`}</td>
      <td class="is-number tabular">${before === undefined ? "–" : amountWords(before)}</td>
      <td><span class="ind-change" data-good=${good === undefined || change === "0" ? "none" : good ? "yes" : "no"}>${change === undefined ? "–" : changeWords(laid)}</span></td>
      <td class="row-acts"><button type="button" class="ns-button ns-plain is-small" data-testid="indicator-history" @click=${() => historySheet(list.body, each)}>${say.history}</button>
        ${list.mayEnter ? html`<button type="button" class="ns-button ns-plain is-small" data-testid="indicator-edit" @click=${() => this.#edit(each)}>${say.edit}</button>` : nothing}</td></tr>`;
  }

  /** Enter goes down the column, as in a spreadsheet. */
  #key(event: KeyboardEvent, typed: UnsentValue | undefined): void {
    if (event.key !== "Enter") return;
    event.preventDefault();
    const own = event.target as HTMLInputElement;
    if (typed && (typed.why === "waiting" || typed.why === "refused" || typed.why === "overtaken") && own.value === typed.typed) { own.dispatchEvent(new Event("change")); return; }
    const inputs = [...this.querySelectorAll<HTMLInputElement>("input.amount")];
    const next = inputs[inputs.indexOf(event.target as HTMLInputElement) + (event.shiftKey ? -1 : 1)];
    if (next) { next.focus(); next.select(); } else (event.target as HTMLInputElement).blur();
  }

  async #enter(each: Indicator, period: string, input: HTMLInputElement): Promise<void> {
    const typed = input.value.trim();
    const value = typed === "" ? undefined : typedAmount(typed);
    const earlier = unsent.of(each.id, period);
    const stands = valueAt(each.values, period);
    const cell = { body: this.#body, indicator: each.id, period, typed: input.value, seen: seenBefore(earlier, stands) };
    if (typed !== "" && value === undefined) {
      unsent.keep({ ...cell, why: "notNumber" });
      return;
    }
    if (value === stands && isUntouched(earlier)) {
      unsent.drop(each.id, period);
      input.value = value === undefined ? "" : amountWords(value);
      return;
    }
    const entered: UnsentValue = { ...cell, ...(value === undefined ? {} : { value }), why: "sending" };
    try {
      await unsent.send(entered);
    } catch (failure) {
      refuse(sentenceOf(failure)); // what is typed stays in its cell, marked as not recorded
    }
  }

  async #recorded({ indicator, period, value }: UnsentValue): Promise<void> {
    const { list } = this;
    const each = list?.indicators.find(({ id }) => id === indicator);
    if (!list || !each) return;
    const values = [...each.values.filter((other) => other.period !== period), ...(value === undefined ? [] : [{ period, value, note: "", source: "HAND" as const, by: "", at: serverClock.now() }])];
    this.list = { ...list, indicators: list.indicators.map((other) => (other === each ? { ...each, values: values.sort((a, b) => a.period.localeCompare(b.period)) } : other)) };
    this.periods = { ...this.periods, [each.kind]: this.#period(each.kind) };
    await this.#load();
    notify(`${say.saved} ${each.code}, ${periodWords(period)}: ${value === undefined ? say.takenBack : withUnit(value, each.unit)}`);
  }

  #import = async (): Promise<void> => {
    const written = await importSheet(this.#body);
    if (written === null) return;
    this.periods = {};
    await this.#load();
    notify(say.written(written));
  };

  async #edit(each: Indicator | null): Promise<void> {
    if ((await indicatorSheet(this.#body, each)) !== null) await this.#load();
  }
}

customElements.define("console-indicators", ConsoleIndicators);
