import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { isForm, phaseWord } from "client-kit/meeting/opinion-form.ts";
import type { MeetingView } from "client-kit/proto/protocol.ts";
import type { Tense } from "../app/route.ts";
import { ownMenu } from "../app/own-menu.ts";
import { to } from "../app/route.ts";
import type { Session } from "../app/session.ts";
import { searchSheet } from "../shared/search-sheet.ts";
import { Light } from "../shared/light.ts";
import { hour, day } from "../shared/when.ts";
import { app } from "../texts/app.ts";
import { common } from "../texts/common.ts";
import { forms } from "../texts/forms.ts";
import { minutesTexts } from "../texts/minutes.ts";
import { meetingTexts as say } from "../texts/meeting.ts";
import "../after/minutes-desk.ts";
import "../forms/form-desk.ts";
import "../lead/lead-desk.ts";
import "../papers/papers-desk.ts";
import "../prepare/prepare-desk.ts";
import type { HeldBack } from "client-kit/ui/status-chip.ts";
import { lead } from "../texts/lead.ts";
import { prepare } from "../texts/prepare.ts";
import { Desk } from "./desk.ts";
import { screenSheet } from "./screen-sheet.ts";
import "./screen-preview.ts";

const TENSES: readonly Tense[] = ["prepare", "lead", "minutes", "papers"];

/** The tense a meeting opens in. */
export function tenseOf(view: MeetingView): Tense {
  switch (view.head.phase) {
    case "DRAFT":
    case "CANCELLED":
      return "prepare";
    case "ISSUED":
    case "IN_SESSION":
    case "RECESS":
      return "lead";
    case "CLOSED":
      return "minutes";
  }
}

/** Where something is typed into the meeting's file that is not saved: its general part, numbers of items. */
function unsavedIn({ drafts, view }: Desk): string {
  const items = drafts.dirty.flatMap((item) => view?.agenda.items[item]?.number ?? []);
  return [...(drafts.head?.dirty ? [prepare.head] : []), ...(items.length === 0 ? [] : [prepare.itemNumbers(items.join(", "))])].join("; ");
}

/** What waits on this console for its writer, so that nobody takes it for recorded. */
function heldBack(desk: Desk): HeldBack | undefined {
  const numbers = desk.unrecorded.map((item) => desk.view?.agenda.items[item]?.number ?? "");
  if (desk.texts?.held) {
    if (!desk.texts.refused) return minutesTexts.unsent;
    const places = desk.texts.refusedTexts.map((key) => key.split("/")[0]!).map((place) => (place === "general" ? minutesTexts.general : (desk.view?.agenda.items[place]?.title ?? minutesTexts.gone)));
    return { word: minutesTexts.notTaken.word, sentence: minutesTexts.notTaken.sentence([...new Set(places)].join("; ")) };
  }
  const typed = unsavedIn(desk);
  if (numbers.length === 0 && typed !== "") return { word: prepare.unsavedWord, sentence: prepare.unsavedIn(typed) };
  return numbers.length === 0 ? undefined : { word: lead.unrecorded.word, sentence: lead.unrecorded.sentence(numbers.join(", ")) };
}

const keepsTexts = (meeting: string, person: string): boolean => Object.keys(localStorage).some((key) => key.startsWith(`ns.minutes.${person}.${meeting}.`));

/** One meeting, one place, three tenses. */
export class ConsoleMeeting extends Light {
  static override properties = { meeting: {}, tense: { attribute: false }, session: { attribute: false }, desk: { state: true } };
  declare meeting: string;
  declare tense: Tense | null;
  declare session: Session;
  declare desk: Desk | null;
  #unwatch: (() => void) | undefined;

  constructor() {
    super();
    this.desk = null;
    this.tense = null;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) this.#enter();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#leave();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("meeting")) this.#enter();
  }

  #enter(): void {
    this.#leave();
    const desk = new Desk(this.meeting, this.session.me?.person.id ?? "");
    this.#unwatch = desk.watch(() => this.requestUpdate());
    desk.open();
    // what was typed before a reload is sent from whichever page is opened
    if (keepsTexts(this.meeting, desk.me)) void import("../minutes/text-desk.ts").then(({ TextDesk }) => { if (this.desk === desk) desk.texts ??= new TextDesk(desk.id, desk.me, () => desk.tell()); });
    this.desk = desk;
  }

  #leave(): void {
    this.#unwatch?.();
    this.desk?.close();
  }

  protected override render(): TemplateResult {
    const { desk } = this;
    const view = desk?.view;
    if (!desk || !view) return this.#waiting();
    if (!desk.mine?.may.prepare && !desk.mine?.may.lead) return this.#notYours(view);
    const tense = this.tense ?? tenseOf(view);
    document.title = `${view.head.title} – ${common.product}`;
    return html`
      <a class="skip" href="#stage">${app.skip}</a>
      ${this.#masthead(desk, view, tense)}
      ${tense === "prepare" ? html`<prepare-desk .desk=${desk}></prepare-desk>`
        : tense === "lead" ? isForm(view.head) ? html`<form-desk .desk=${desk}></form-desk>` : html`<lead-desk .desk=${desk}></lead-desk>`
        : tense === "papers" ? html`<papers-desk .desk=${desk}></papers-desk>` : html`<minutes-desk .desk=${desk}></minutes-desk>`}`;
  }

  #waiting(): TemplateResult {
    const trouble = this.desk?.trouble;
    return html`<main class="gate"><p class="hint" role="status">${trouble ? trouble : common.loading}</p><a href=${to.meetings}>${app.meetings}</a></main>`;
  }

  #notYours(view: MeetingView): TemplateResult {
    return html`<main class="gate"><div class="gate-card"><h1>${view.head.title}</h1><p>${say.notYours}</p>
      <a class="ns-button ns-primary" href=${`/tablet/#/m/${view.head.id}`}>${say.openTablet}</a> <a href=${to.meetings}>${app.meetings}</a></div></main>`;
  }

  #masthead(desk: Desk, view: MeetingView, tense: Tense): TemplateResult {
    const { head } = view;
    return html`<header class="masthead meeting-masthead">
      <a class="mark" href=${to.meetings} title=${app.meetings}>${common.product}</a>
      <div class="meeting-name">
        <h1 data-testid="meeting-name" title=${`${head.title} – ${head.bodyName}, ${isForm(head) ? forms.until(`${hour(head.endsAt)}, ${day(head.endsAt)}`) : `${hour(head.startsAt)}, ${day(head.startsAt)}, ${head.room}`}`}>${head.title}</h1>
      </div>
      <nav class="tenses" aria-label=${say.tenses}>
        ${TENSES.map((each) => html`<a href=${to.meeting(head.id, each)} aria-current=${each === tense ? "page" : nothing} data-testid="tense-${each}">${(isForm(head) ? forms.tense : say.tense)[each]}</a>`)}
      </nav>
      <button type="button" class="ns-button ns-plain is-small" data-testid="search" @click=${() => void searchSheet(() => desk.view ?? null)}>${common.search}</button>
      <span class="chip" data-phase=${head.phase} data-testid="phase">${phaseWord(head)}</span>
      <ns-status-chip .status=${desk.status} .held=${heldBack(desk)} data-testid="link"></ns-status-chip>
      ${isForm(head) ? nothing : html`<screen-preview .desk=${desk} .act=${() => void screenSheet(desk)}></screen-preview>`}
      <ns-clock class="now" seconds></ns-clock>
      ${ownMenu(this.session, () => this.requestUpdate())}
    </header>`;
  }
}

customElements.define("console-meeting", ConsoleMeeting);
