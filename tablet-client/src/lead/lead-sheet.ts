import type { MeetingView } from "client-kit/proto/protocol.ts";
import { html, nothing, type TemplateResult } from "lit";
import type { Desk } from "../meeting/desk.ts";
import { roomPart } from "../meeting/room-part.ts";
import { t } from "../texts/all.ts";
import type { LeadTab } from "./draft.ts";
import { floorPart } from "./floor-part.ts";
import { concludePart, sessionPart } from "./session-part.ts";
import { stepPart } from "./step-part.ts";
import { votePart } from "./vote-part.ts";
import { earlierVotes, resultOnScreens } from "./votes-done.ts";
import "./lead.css";

const TABS: readonly LeadTab[] = ["items", "floor", "votes", "seats", "session"];

/** The chair's panel under one thumb: agenda, floor, votes, session; it opens on what the moment asks for. */
export function leadSheet(desk: Desk): TemplateResult {
  const view = desk.room.view!;
  if (view.head.phase !== "IN_SESSION") return html`<div class="lp">${stepPart(desk)}${sessionPart(desk)}${view.seats.order.length > 0 ? roomPart(desk, (room) => room.seatsPart(desk)) : nothing}</div>`;
  const tab = desk.draft.tab ?? tabOfTheMoment(view);
  return html`<div class="lp">
    <div class="seg lp-tabs" role="tablist" aria-label=${t("leadTitle")}>${TABS.map((one) => html`<button type="button" role="tab" aria-selected=${one === tab ? "true" : "false"} @click=${() => { desk.ask(null); desk.write({ tab: one }); }} data-testid=${`lead-${one}`}>${t(`leadTab_${one}`)}${badge(view, one)}</button>`)}</div>
    ${content(desk, tab)}</div>`;
}

/** A running vote or its result before speakers, speakers before the agenda. */
export function tabOfTheMoment(view: MeetingView): LeadTab {
  if (view.votes.running !== undefined || view.stage.result !== undefined) return "votes";
  return view.floor.speaker !== undefined || view.floor.order.length > 0 ? "floor" : "items";
}

function badge(view: MeetingView, tab: LeadTab): TemplateResult | typeof nothing {
  if (tab === "floor" && view.floor.order.length > 0) return html` <b class="lp-count tabular">${view.floor.order.length}</b>`;
  return tab === "votes" && view.votes.running !== undefined ? html` <b class="lp-count is-live">●</b>` : nothing;
}

function content(desk: Desk, tab: LeadTab): TemplateResult {
  switch (tab) {
    case "items": return html`${stepPart(desk)}${concludePart(desk)}`;
    case "floor": return html`${floorPart(desk)}`;
    case "votes": return html`${resultOnScreens(desk)}${votePart(desk)}${earlierVotes(desk)}`;
    case "seats": return roomPart(desk, (room) => room.seatsPart(desk));
    case "session": return html`${sessionPart(desk)}`;
  }
}
