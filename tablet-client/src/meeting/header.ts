import { format } from "client-kit/i18n/index.ts";
import { isForm, phaseWord } from "client-kit/meeting/opinion-form.ts";
import { html, nothing, type TemplateResult } from "lit";
import { icons } from "../app/icons.ts";
import { t } from "../texts/index.ts";
import { position } from "./agenda-rows.ts";
import type { Desk } from "./desk.ts";
import { statusOf, type Status } from "./status.ts";

/** The one line that always tells where the meeting is, what time it is, and whether everything has arrived. */
export function header(desk: Desk): TemplateResult {
  const { view } = desk.room;
  const inHand = view?.agenda.inHand;
  const item = inHand ? view?.agenda.items[inHand] : undefined;
  const status = statusOf(desk.room, { waiting: desk.notebook?.waiting ?? 0, refused: desk.notebook?.refused.length ?? 0 });
  return html`
    <header class="mh">
      <a class="ns-button ns-plain mh-home" href="#/" data-testid="to-meetings">${icons.back}<span>${t("allMeetings")}</span></a>
      <button type="button" class="ns-button ns-plain mh-agenda" aria-expanded=${desk.railOpen ? "true" : "false"} @click=${() => desk.openRail()} data-testid="open-agenda">${icons.agenda}<span>${t("agenda")}</span></button>
      <div class="mh-where">
        <p class="mh-title">${view?.head.title ?? ""}</p>
        ${view?.head.phase === "RECESS" ? html`<h1 class="mh-item" data-testid="item-in-hand"><span>${view.head.resumesAt ? t("recessUntil", { time: format.time(view.head.resumesAt) }) : t("recessNow")}</span></h1>` : view && inHand && item ? html`<h1 class="mh-item" data-testid="item-in-hand"><span class="mh-live">${t("itemOf", position(view, inHand))}</span> <span>${item.title}</span></h1>`
          : view ? html`<h1 class="mh-item" data-testid="item-in-hand"><span>${isForm(view.head) ? `${phaseWord(view.head)}${view.head.phase === "ISSUED" ? ` · ${t("formUntil", { time: format.dateTime(view.head.endsAt) })}` : ""}` : t(`phase${view.head.phase}`)}</span></h1>` : nothing}
      </div>
      <time class="mh-clock tabular" data-testid="clock">${format.shortTime(desk.room.now())}</time>
      <button type="button" class=${`chip is-${status.kind}`} @click=${() => desk.show("status")} aria-haspopup="dialog" data-testid="status-chip" data-state=${status.kind}>
        ${mark(status.kind)}<span role="status">${status.word}</span>
      </button>
      <button type="button" class="ns-button ns-plain mh-me" @click=${(e: Event) => (e.currentTarget as HTMLElement).dispatchEvent(new CustomEvent("open-me", { bubbles: true }))} data-testid="me">${icons.person}<span>${t("me")}</span></button>
    </header>`;
}

function mark(kind: Status["kind"]): TemplateResult {
  switch (kind) {
    case "saved": return icons.saved;
    case "sending": return icons.sending;
    case "connecting": return icons.connecting;
    case "refused": return icons.warn;
    case "offline": case "away": return icons.cloudOff;
  }
}
