import { LanguageController } from "client-kit/i18n/index.ts";
import { serverClock } from "client-kit/net/clock.ts";
import { http, HttpFailure, sentenceOf } from "client-kit/net/http.ts";
import type { Packs } from "client-kit/offline/index.ts";
import { NsSearch } from "client-kit/text/ns-search.ts";
import type { Target } from "client-kit/text/results.ts";
import { html, LitElement, nothing, type TemplateResult } from "lit";
import type { Person } from "../app/session.ts";
import { icons } from "../app/icons.ts";
import { addressOf } from "../app/routes.ts";
import { leaveErrand } from "../search/errand.ts";
import { placesOf } from "../search/places.ts";
import { t } from "../texts/all.ts";
import { groups, type MeetingLine } from "./groups.ts";
import { KeptList } from "./kept-list.ts";
import { listView, type OnDevice } from "./list-view.ts";
import { Preload } from "./preload.ts";
import { taskReminders } from "client-kit/tasks/reminders.ts";
import type { TaskCounts } from "client-kit/tasks/tasks.ts";
import "./meetings.css";

const REFRESH_MS = 30_000;

/** "Phiên họp của tôi": fresh from the server, or as it was when the network went. */
export class MeetingsScreen extends LitElement {
  static override properties = { me: { attribute: false }, packs: { attribute: false }, meetings: { state: true }, tasks: { state: true }, asOf: { state: true }, fault: { state: true }, onDevice: { state: true }, searching: { state: true } };

  declare me: Person;
  declare packs: Packs | null;
  declare meetings: readonly MeetingLine[] | null;
  declare tasks: TaskCounts | null;
  declare asOf: number | null;
  declare fault: string | null;
  declare onDevice: ReadonlyMap<string, OnDevice>;
  declare searching: boolean;
  readonly #search = new NsSearch();
  #timer: ReturnType<typeof setInterval> | undefined;
  #preload: Preload | null = null;

  constructor() {
    super();
    this.packs = null;
    this.meetings = null;
    this.tasks = null;
    this.asOf = null;
    this.fault = null;
    this.onDevice = new Map();
    this.searching = false;
    this.#search.addEventListener("hit", (event) => this.#seek((event as CustomEvent<Target>).detail));
    new LanguageController(this);
  }

  override createRenderRoot(): this { return this; }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#timer = setInterval(() => void this.#load(), REFRESH_MS);
    addEventListener("online", this.#load);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.#timer);
    removeEventListener("online", this.#load);
    this.#preload?.stop();
    this.#preload = null;
  }

  protected override firstUpdated(): void {
    const kept = new KeptList(this.me.id).read();
    if (kept) { this.meetings = kept.meetings; this.asOf = kept.at; }
    void this.#load();
  }

  protected override render(): TemplateResult {
    const now = serverClock.now();
    return html`
      <div class="ml">
        <header class="ml-head">
          <h1>${t("myMeetings")}</h1>
          <button type="button" class="ns-button ns-plain" aria-pressed=${this.searching ? "true" : "false"} @click=${this.#toggleSearch} data-testid="search-all">${this.searching ? icons.close : icons.search}<span>${this.searching ? t("close") : t("search")}</span></button>
          <button type="button" class="ns-button ns-plain" @click=${() => this.dispatchEvent(new CustomEvent("open-me", { bubbles: true }))} data-testid="me">${icons.person}<span>${t("greeting", { name: this.me.name })}</span></button>
        </header>
        <main class="ml-body" data-testid="meetings">${this.searching ? html`<div class="ml-search">${this.#search}</div>` : html`${this.tasks ? taskReminders(this.tasks, addressOf({ at: "tasks" })) : nothing}${listView({ groups: this.meetings ? groups(this.meetings, now) : null, asOf: this.fault === null ? null : this.asOf, fault: this.fault, now, onDevice: this.onDevice, noRoomFor: noRoomFor(this.packs) }, this.#load)}`}</main>
      </div>`;
  }

  readonly #toggleSearch = (): void => {
    this.#search.places = placesOf(this.me.id, () => null, () => null);
    this.searching = !this.searching;
  };

  #seek(target: Target): void {
    leaveErrand(target);
    location.hash = addressOf({ at: "meeting", meeting: target.meeting });
  }

  readonly #load = async (): Promise<void> => {
    try {
      const { meetings, tasks, now } = await http.get<{ meetings: MeetingLine[]; tasks: TaskCounts; now: number }>("/api/meetings");
      this.meetings = meetings;
      this.tasks = tasks;
      this.asOf = now;
      this.fault = null;
      new KeptList(this.me.id).write({ meetings, at: now });
      this.packs?.keepOnly(new Map(meetings.map((m) => [m.id, m.papers ?? []])));
    } catch (failure) {
      if (failure instanceof HttpFailure && failure.kind === "signedOut") return;
      this.fault = sentenceOf(failure);
    }
    if (!this.isConnected || !this.meetings || !this.packs) return;
    this.#preload ??= new Preload(this.me.id, this.packs, (onDevice) => { this.onDevice = onDevice; });
    void this.#preload.look(this.meetings, this.fault === null);
  };
}

function noRoomFor(packs: Packs | null): number {
  const summary = packs?.summary;
  return summary?.phase === "full" ? summary.papers - summary.ready : 0;
}

customElements.define("nt-meetings", MeetingsScreen);
