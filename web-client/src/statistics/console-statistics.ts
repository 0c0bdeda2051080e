import "client-kit/charts/ns-chart.ts";
import "client-kit/indicators/indicators.css";
import type { Bars } from "client-kit/charts/bars.ts";
import { date, duration, number, percent } from "client-kit/i18n/format.ts";
import { http, sentenceOf } from "client-kit/net/http.ts";
import { serverClock } from "client-kit/net/clock.ts";
import type { FieldChanged } from "client-kit/ui/field.ts";
import "client-kit/ui/field.ts";
import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import type { Me } from "../api/api.ts";
import { directory } from "../api/api.ts";
import { to } from "../app/route.ts";
import { Light } from "../shared/light.ts";
import { common } from "../texts/common.ts";
import { statisticTexts as say } from "../texts/statistics.ts";

type Outcome = "PASSED" | "PARTLY" | "FAILED" | "TIED" | "NOT_COUNTED";

/** As the server tells it; times in ms. */
interface Statistics {
  readonly meetings: readonly { readonly id: string; readonly title: string; readonly startedAt: number; readonly members: number; readonly present: number; readonly late: number; readonly spokenMs: number; readonly turns: number; readonly votes: number; readonly sheets: number }[];
  readonly people: readonly { readonly id: string; readonly name: string; readonly unit: string; readonly invited: number; readonly present: number; readonly late: number; readonly spokenMs: number; readonly turns: number }[];
  readonly items: readonly { readonly title: string; readonly startedAt: number; readonly spokenMs: number; readonly turns: number }[];
  /** how many items there are; the list has those with the longest discussions */
  readonly discussed: number;
  readonly votes: readonly { readonly question: string; readonly openedAt: number; readonly mode: "OPEN" | "UNNAMED" | "SECRET"; readonly outcome?: Outcome; readonly cast: number; readonly entitled: number }[];
  /** of all votes; the list has the newest */
  readonly modes: readonly { readonly mode: "OPEN" | "UNNAMED" | "SECRET"; readonly votes: number; readonly passed: number; readonly cast: number; readonly entitled: number }[];
  readonly paper: { readonly papers: number; readonly pages: number; readonly sheets: number };
  /** absent where its reader is told of no tasks */
  readonly tasks?: { readonly given: number; readonly done: number; readonly open: number; readonly overdue: number };
}

const BARS = 12;
const MINUTE_MS = 60_000;
/** Shorter speaking makes no bar. */
const SHOWN_MS = 3_000;
const isoDay = (ms: number): string => new Date(ms + 7 * 3_600_000).toISOString().slice(0, 10);
const sum = <T>(all: readonly T[], of: (one: T) => number): number => all.reduce((total, one) => total + of(one), 0);
/** Nothing has no share. */
const share = (part: number, whole: number): string => (whole === 0 ? say.undecided : percent(part, whole));
/** Cut between words. */
const shortened = (text: string, most: number): string => (text.length > most ? `${text.slice(0, Math.max(text.lastIndexOf(" ", most - 1), 1))}…` : text);
/** As charts and files have it. */
const minutes = (ms: number): string => `${number(ms / MINUTE_MS, ms === 0 ? 0 : 1)} ${say.minutes}`;

/** What a body's closed meetings come to between two days, as numbers, charts and tables. */
export class ConsoleStatistics extends Light {
  static override properties = { me: { attribute: false }, body: {}, told: { state: true }, trouble: { state: true }, from: { state: true }, until: { state: true }, bodies: { state: true } };
  declare me: Me | null;
  declare body: string;
  declare told: Statistics | null;
  declare trouble: string;
  declare from: string;
  declare until: string;
  declare bodies: readonly { readonly id: string; readonly name: string }[] | null;

  constructor() {
    super();
    this.me = this.told = this.bodies = null;
    this.body = this.trouble = "";
    this.until = isoDay(serverClock.now());
    this.from = `${this.until.slice(0, 4)}-01-01`;
  }

  /** Those whose meetings the reader prepares; an administrator has all. */
  async #find(): Promise<void> {
    const own = this.me?.bodies.filter(({ role }) => role === "CHAIR" || role === "SECRETARY") ?? [];
    this.bodies = this.me?.administrator ? await directory.bodies().catch(() => own) : own;
  }

  get #body(): string {
    return this.bodies?.find(({ id }) => id === this.body)?.id ?? this.bodies?.[0]?.id ?? "";
  }

  get #query(): string {
    return `from=${this.from}&to=${this.until}`;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("body") || changed.has("me")) void this.#find().then(this.#load);
  }

  #load = async (): Promise<void> => {
    if (this.#body === "" || this.from > this.until) return;
    try {
      this.told = (await http.get<{ statistics: Statistics }>(`/api/bodies/${encodeURIComponent(this.#body)}/statistics?${this.#query}`)).statistics;
      this.trouble = "";
    } catch (failure) {
      this.trouble = sentenceOf(failure);
    }
  };

  #day = (which: "from" | "until") => (event: FieldChanged): void => {
    const { value } = event.detail;
    if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return;
    this[which] = value;
    void this.#load();
  };

  protected override render(): TemplateResult {
    const { told, bodies } = this;
    const guest = this.me?.administrator === true && !this.me.bodies.some(({ id, role }) => id === this.#body && (role === "CHAIR" || role === "SECRETARY"));
    return html`<main class="statistics-page" id="main"><header><div><p class="eyebrow">${say.hello}</p><h1>${say.title}</h1></div>
        ${bodies && bodies.length > 1 ? html`<label class="field"><span>${say.body}</span><select data-testid="statistics-body" @change=${(event: Event) => { location.hash = to.statistics((event.target as HTMLSelectElement).value); }}>${bodies.map(({ id, name }) => html`<option value=${id} ?selected=${id === this.#body}>${name}</option>`)}</select></label>` : html`<p class="eyebrow">${bodies?.[0]?.name}</p>`}
        <div class="statistic-days"><ns-field kind="date" .label=${say.from} .value=${this.from} data-testid="statistics-from" @ns-input=${this.#day("from")}></ns-field>
        <ns-field kind="date" .label=${say.to} .value=${this.until} data-testid="statistics-to" @ns-input=${this.#day("until")}></ns-field></div>
        ${told && told.meetings.length > 0 ? html`<a class="ns-button ns-primary" download data-testid="statistics-xlsx" href=${this.#file("xlsx")}>${say.workbook}</a>` : nothing}</header>
      ${guest ? html`<p class="hint">${say.partly}</p>` : nothing}
      ${bodies?.length === 0 ? html`<p class="empty">${say.noBody}</p>` : this.from > this.until ? html`<p class="hint bad" role="alert" data-testid="statistics-turned">${say.turned}</p>` : this.trouble ? html`<p class="hint bad" role="alert">${this.trouble} <button type="button" class="ns-button ns-quiet is-small" @click=${this.#load}>${common.retry}</button></p>`
        : told === null ? html`<p class="hint" role="status">${common.loading}</p>` : told.meetings.length === 0 ? html`<p class="empty" data-testid="statistics-none">${say.none}</p>` : this.#told(told)}</main>`;
  }

  #file(kind: "csv" | "xlsx", table = ""): string {
    return `/api/bodies/${encodeURIComponent(this.#body)}/statistics/file?kind=${kind}${table ? `&table=${table}` : ""}&${this.#query}`;
  }

  #told(told: Statistics): TemplateResult {
    const { meetings, people, votes, modes, paper, tasks, items, discussed } = told;
    const voted = sum(modes, (each) => each.votes);
    const figure = (label: string, value: string, notes: readonly string[], testid = ""): TemplateResult => html`<div class="statistic" data-testid=${testid || nothing}><dt>${label}</dt><dd class="tabular"><b>${value}</b>${notes.map((note) => html`<small>${note}</small>`)}</dd></div>`;
    return html`<dl class="statistic-row">
        ${figure(say.meetings, String(meetings.length), [])}
        ${figure(say.attendance, share(sum(meetings, (each) => each.present), sum(meetings, (each) => each.members)), [say.lateOnes(sum(meetings, (each) => each.late))], "statistic-attendance")}
        ${figure(say.speaking, duration(sum(meetings, (each) => each.spokenMs)), [say.turns(sum(meetings, (each) => each.turns))])}
        ${figure(say.votes, number(voted), [say.passed(sum(modes, (each) => each.passed)), `${say.turnout} ${share(sum(modes, (each) => each.cast), sum(modes, (each) => each.entitled))}`])}
        ${tasks ? figure(say.tasks, String(tasks.given), [say.done(tasks.done), say.overdue(tasks.overdue)], "statistic-tasks") : nothing}
        ${figure(say.paper, say.sheets(number(paper.sheets)), [say.formula])}
      </dl>
      ${this.#part(say.byMeeting, "MEETINGS", attendanceBars(told), html`<table class="people-table"><thead><tr><th scope="col">${say.meeting}</th><th scope="col">${say.day}</th><th scope="col" class="is-number">${say.present}</th><th scope="col" class="is-number">${say.late}</th><th scope="col" class="is-number">${say.spoken}</th><th scope="col" class="is-number">${say.votes}</th><th scope="col" class="is-number">${say.paperHead}</th></tr></thead>
        <tbody>${meetings.map((each) => html`<tr data-testid="statistic-meeting"><th scope="row">${each.title}</th><td class="tabular">${date(each.startedAt)}</td><td class="is-number tabular">${each.present}/${each.members} (${share(each.present, each.members)})</td><td class="is-number tabular">${each.late}</td><td class="is-number tabular">${minutes(each.spokenMs)}</td><td class="is-number tabular">${each.votes}</td><td class="is-number tabular">${number(each.sheets)}</td></tr>`)}</tbody></table>`)}
      ${this.#part(say.byPerson, "PEOPLE", speakingBars(told), html`<table class="people-table"><thead><tr><th scope="col">${say.name}</th><th scope="col">${say.unit}</th><th scope="col" class="is-number">${say.present}</th><th scope="col" class="is-number">${say.late}</th><th scope="col" class="is-number">${say.spoken}</th><th scope="col" class="is-number">${say.turnsHead}</th></tr></thead>
        <tbody>${people.map((each) => html`<tr data-testid="statistic-person"><th scope="row">${each.name}</th><td>${each.unit}</td><td class="is-number tabular">${each.invited === 0 ? say.undecided : `${each.present}/${each.invited}`}</td><td class="is-number tabular">${each.late}</td><td class="is-number tabular">${minutes(each.spokenMs)}</td><td class="is-number tabular">${each.turns}</td></tr>`)}</tbody></table>`)}
      <div class="statistic-pair">${chartOnly(say.paperByMeeting, paperBars(told))}${chartOnly(say.votesByMode, voteBars(told), html`<p class="statistic-key"><span class="ind-key is-now"></span>${say.outcome.PASSED} <span class="ind-key"></span>${say.otherOutcome}</p>`)}</div>
      ${this.#part(say.byItem, "ITEMS", null, items.length === 0 ? html`<p class="hint">${say.noSpeech}</p>` : html`${items.length < discussed ? html`<p class="hint">${say.longestOf(number(items.length), number(discussed))}</p>` : nothing}<table class="people-table"><thead><tr><th scope="col">${say.item}</th><th scope="col">${say.day}</th><th scope="col" class="is-number">${say.spoken}</th><th scope="col" class="is-number">${say.turnsHead}</th></tr></thead>
        <tbody>${items.map((each) => html`<tr><th scope="row">${each.title}</th><td class="tabular">${date(each.startedAt)}</td><td class="is-number tabular">${minutes(each.spokenMs)}</td><td class="is-number tabular">${each.turns}</td></tr>`)}</tbody></table>`)}
      ${this.#part(say.voteTable, "VOTES", null, votes.length === 0 ? html`<p class="hint">${say.noVotes}</p>` : html`${votes.length < voted ? html`<p class="hint" data-testid="votes-cut">${say.newestOf(number(votes.length), number(voted))}</p>` : nothing}<table class="people-table"><thead><tr><th scope="col">${say.question}</th><th scope="col">${say.day}</th><th scope="col">${say.modeHead}</th><th scope="col">${say.outcomeHead}</th><th scope="col" class="is-number">${say.voted}</th></tr></thead>
        <tbody>${votes.map((each) => html`<tr><th scope="row">${each.question}</th><td class="tabular">${date(each.openedAt)}</td><td>${say.mode[each.mode]}</td><td>${each.outcome === undefined ? say.undecided : say.outcome[each.outcome]}</td><td class="is-number tabular">${each.cast}/${each.entitled}</td></tr>`)}</tbody></table>`)}`;
  }

  #part(title: string, table: string, bars: Bars | null, rows: TemplateResult): TemplateResult {
    const words = bars ? bars.labels.map((label, i) => `${label} ${bars.series[0]?.words[i] ?? ""}`).join("; ") : "";
    return html`<section class="statistic-part" data-testid="statistic-part" data-table=${table}><header><h2>${title}</h2><a class="ns-button ns-quiet is-small" download data-testid="statistics-csv" data-table=${table} href=${this.#file("csv", table)}>${say.csv}</a></header>
      <div class="statistic-body" data-chart=${bars ? "yes" : "no"}>${bars ? html`<ns-chart data-rows=${bars.labels.length} .bars=${bars} .label=${say.chartOf(title.toLowerCase(), words)}></ns-chart>` : nothing}<div class="statistic-table" tabindex="0" role="region" aria-label=${title}>${rows}</div></div></section>`;
  }
}

/** Shares of those present, the newest meetings. */
function attendanceBars({ meetings }: Statistics): Bars {
  const shown = meetings.slice(-BARS);
  return { most: 100, labels: shown.map((each) => date(each.startedAt)), series: [{ name: say.attendance, fill: "solid", values: shown.map((each) => (each.members === 0 ? 0 : (100 * each.present) / each.members)), words: shown.map((each) => share(each.present, each.members)) }] };
}

/** A chart whose numbers stand in a table below. */
function chartOnly(title: string, bars: Bars | null, key: TemplateResult | typeof nothing = nothing): TemplateResult | typeof nothing {
  if (bars === null) return nothing;
  const words = bars.labels.map((label, i) => `${label}: ${bars.series.map(({ name, words: each }) => `${name} ${each[i] || "0"}`).join(", ")}`).join("; ");
  return html`<section class="statistic-part"><header><h2>${title}</h2></header>${key}<ns-chart .bars=${bars} .label=${say.chartOf(title.toLowerCase(), words)}></ns-chart></section>`;
}

/** Sheets of paper that were not printed, the newest meetings. */
function paperBars({ meetings }: Statistics): Bars | null {
  const shown = meetings.slice(-BARS);
  if (!shown.some(({ sheets }) => sheets > 0)) return null;
  return { labels: shown.map((each) => date(each.startedAt)), series: [{ name: say.paperHead, fill: "solid", values: shown.map(({ sheets }) => sheets), words: shown.map(({ sheets }) => number(sheets)) }] };
}

/** Votes of each mode, those that passed beside all others. */
function voteBars({ modes }: Statistics): Bars | null {
  if (modes.length === 0) return null;
  const counts = (passed: boolean): number[] => modes.map((each) => (passed ? each.passed : each.votes - each.passed));
  const series = (name: string, fill: "solid" | "empty", values: readonly number[]): Bars["series"][number] => ({ name, fill, values, words: values.map((n) => (n === 0 ? "" : String(n))) });
  return { labels: modes.map(({ mode }) => say.mode[mode]), series: [series(say.outcome.PASSED, "solid", counts(true)), series(say.otherOutcome, "empty", counts(false))] };
}

/** Who has spoken longest. */
function speakingBars({ people }: Statistics): Bars | null {
  const shown = people.filter(({ spokenMs }) => spokenMs >= SHOWN_MS).slice(0, BARS);
  if (shown.length === 0) return null;
  return { lying: true, labels: shown.map(({ name }) => shortened(name, 24)), series: [{ name: say.speaking, fill: "solid", values: shown.map(({ spokenMs }) => spokenMs / MINUTE_MS), words: shown.map(({ spokenMs }) => minutes(spokenMs)) }] };
}

customElements.define("console-statistics", ConsoleStatistics);
