import { isForm, phaseWord } from "client-kit/meeting/opinion-form.ts";
import { sentenceOf } from "client-kit/net/http.ts";
import { html, nothing, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { taskReminders } from "client-kit/tasks/reminders.ts";
import type { TaskCounts } from "client-kit/tasks/tasks.ts";
import { meetings, type MeetingLine } from "../api/api.ts";
import { to } from "../app/route.ts";
import type { Session } from "../app/session.ts";
import { Light } from "../shared/light.ts";
import { clock, dayMonth, dayNumber, dayOfMonth, month, weekday, year } from "../shared/when.ts";
import { app } from "../texts/app.ts";
import { common } from "../texts/common.ts";
import { forms } from "../texts/forms.ts";
import { addMeeting } from "./add-meeting.ts";
import { calendar, type Day } from "./days.ts";

const FRESH_EVERY_MS = 20_000;
/** Days of the past that are shown before one asks for more. */
const PAST_DAYS = 12;

/** My meetings: what goes on, today, the days to come, drafts, the past. */
export class ConsoleMeetings extends Light {
  static override properties = { session: { attribute: false }, list: { state: true }, tasks: { state: true }, now: { state: true }, trouble: { state: true }, allPast: { state: true } };
  declare session: Session;
  declare list: readonly MeetingLine[] | null;
  declare tasks: TaskCounts | null;
  declare now: number;
  declare trouble: string;
  declare allPast: boolean;
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor() {
    super();
    this.list = null;
    this.tasks = null;
    this.now = Date.now();
    this.trouble = "";
    this.allPast = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#load();
    this.#timer = setInterval(() => { if (!document.hidden) void this.#load(); }, FRESH_EVERY_MS);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.#timer);
  }

  async #load(): Promise<void> {
    try {
      const { meetings: list, tasks, now } = await meetings.mine();
      this.list = list;
      this.tasks = tasks;
      this.now = now;
      this.trouble = "";
    } catch (thrown) {
      this.trouble = sentenceOf(thrown);
    }
  }

  protected override render(): TemplateResult {
    return html`<main class="meetings" id="main">
      <header class="meetings-head">
        <p class="today-leaf" aria-hidden="true"><span>${weekday(this.now)}</span><b>${dayOfMonth(this.now)}</b><span>${month(this.now)} ${year(this.now)}</span></p>
        <div><p class="eyebrow">${app.list.hello(this.session.me?.person.name ?? "")}</p><h1>${app.list.title}</h1></div>
        ${this.session.prepares.length
          ? html`<button type="button" class="ns-button ns-primary" data-testid="meeting-add" @click=${this.#add}>${app.list.add}</button>`
          : nothing}
      </header>
      ${this.trouble ? html`<p class="hint bad" role="alert">${this.trouble}</p>` : nothing}
      ${this.tasks ? taskReminders(this.tasks, to.tasks) : nothing}
      ${this.list === null ? html`<p class="hint">${common.loading}</p>` : this.list.length === 0 ? this.#none() : this.#calendar(this.list)}
    </main>`;
  }

  #none(): TemplateResult {
    return html`<section class="empty"><h2>${app.list.none}</h2><p>${this.session.prepares.length ? app.list.noneHint : ""}</p>
      ${this.session.me?.administrator ? html`<p><a href=${to.admin("people")}>${app.list.firstPeople}</a> · <a href=${to.admin("bodies")}>${app.list.firstBodies}</a></p>` : nothing}</section>`;
  }

  #calendar(list: readonly MeetingLine[]): TemplateResult {
    const seen = calendar(list, this.now);
    const past = this.allPast ? seen.past : seen.past.slice(0, PAST_DAYS);
    return html`
      ${seen.now.length ? html`<section class="now"><h2>${app.list.now}</h2>${this.#rows(seen.now)}</section>` : nothing}
      <section><h2>${app.list.today}</h2>
        ${seen.today.length ? this.#rows(seen.today) : html`<p class="hint">${app.list.noneToday}</p>`}</section>
      ${seen.coming.length ? html`<section><h2>${app.list.coming}</h2>${seen.coming.map((each) => this.#day(each))}</section>` : nothing}
      ${seen.drafts.length ? html`<section><h2>${app.list.drafts}</h2>${seen.drafts.map((draft) => this.#day({ day: dayNumber(draft.startsAt), at: draft.startsAt, meetings: [draft] }))}</section>` : nothing}
      ${past.length ? html`<section class="past"><h2>${app.list.past}</h2>${past.map((each) => this.#day(each, false))}</section>` : nothing}
      ${past.length < seen.past.length ? html`<button type="button" class="ns-button ns-quiet" @click=${() => { this.allPast = true; }}>${app.list.more}</button>` : nothing}`;
  }

  /** @param ahead how far off the day is, in words */
  #day({ day, at, meetings: list }: Day, ahead = true): TemplateResult {
    const away = ahead ? day - dayNumber(this.now) : 0;
    return html`<div class="day">
      <p class="day-leaf"><b>${dayOfMonth(at)}</b><span>${month(at)}${year(at) === year(this.now) ? "" : ` ${year(at)}`}</span>
        <small>${away === 1 ? app.list.tomorrow : weekday(at)}${away > 1 ? html`<br />${app.list.inDays(away)}` : nothing}</small></p>
      ${this.#rows(list)}
    </div>`;
  }

  #rows(list: readonly MeetingLine[]): TemplateResult {
    return html`<ul class="meeting-rows">${repeat(list, (meeting) => meeting.id, (meeting) => html`
      <li><a class="meeting-row" href=${to.meeting(meeting.id)} data-testid="meeting-row" data-id=${meeting.id}>
        <span class="meeting-time">${isForm(meeting) ? html`${clock(meeting.endsAt)}<small>${dayMonth(meeting.endsAt)}</small>` : html`${clock(meeting.startsAt)}<small>${clock(meeting.endsAt)}</small>`}</span>
        <span class="meeting-what"><b>${meeting.title}</b>
          <small>${[isForm(meeting) ? common.kind[meeting.kind] : "", meeting.bodyName, meeting.room].filter(Boolean).join(" · ")}</small>
          ${meeting.form ? html`<small class=${meeting.form.answered < meeting.form.questions ? "live-words" : ""} data-testid="form-words">${forms.line(meeting.form)}</small>` : nothing}
          ${meeting.changesAsked ? html`<small class="warn-words" data-testid="changes-words">${app.list.changesAsked(meeting.changesAsked)}</small>` : nothing}
          ${meeting.template ? html`<small class="template-words">${app.list.template}</small>` : nothing}
          ${meeting.itemInHand ? html`<small class="live-words">${app.list.item(meeting.itemInHand)}</small>` : nothing}</span>
        <span class="meeting-role">${meeting.role ? common.role[meeting.role] : ""}</span>
        <span class="chip" data-phase=${meeting.phase}>${phaseWord(meeting)}</span>
      </a></li>`)}</ul>`;
  }

  #add = async (): Promise<void> => {
    const id = await addMeeting(this.session.prepares, this.now);
    if (id) location.hash = to.meeting(id, "prepare");
  };
}

customElements.define("console-meetings", ConsoleMeetings);
