import type { LeadView, MeetingView } from "client-kit/proto/protocol.ts";
import { Ripeness } from "client-kit/ui/ripe.ts";
import { to } from "../app/route.ts";
import type { Desk } from "../meeting/desk.ts";
import { lead } from "../texts/lead.ts";
import { callSpeaker } from "./floor-acts.ts";
import { closeMeeting } from "./close-meeting.ts";
import { openMeeting, resume } from "./session-acts.ts";
import { closeVote, decideTie, holdVote, openVote, repeatVote } from "./vote-acts.ts";

const ripeness = new WeakMap<Desk, Ripeness>();

/** Ms until the step may be taken: a press is not taken for a step that came under it within the last second. Asked at each drawing. */
export function stepWaits(desk: Desk, { step, about = "" }: LeadView): number {
  const ripe = ripeness.get(desk) ?? new Ripeness();
  ripeness.set(desk, ripe);
  return ripe.waits(`${step}/${about}`);
}

/** Does the step that the server offers, once it has stood there for a second; what can't be taken back asks first. */
export async function takeStep(desk: Desk, next: LeadView): Promise<void> {
  if (stepWaits(desk, next) > 0) return;
  const { step, about = "" } = next;
  switch (step) {
    case "ISSUE":
      location.hash = to.meeting(desk.id, "prepare");
      return;
    case "OPEN":
      return openMeeting(desk);
    case "RESUME":
      await resume(desk);
      return;
    case "CLOSE_VOTE":
      return closeVote(desk, about);
    case "CONTINUE_VOTE":
      await holdVote(desk, about, false);
      return;
    case "AWAIT_COUNT":
      return;
    case "DECIDE_TIE":
      return next.tiesToRepeat.includes(about) ? repeatVote(desk, about) : decideTie(desk, about);
    case "CLEAR_RESULT":
      await desk.do({ type: "clearResult" });
      return;
    case "END_TURN":
      await desk.do({ type: "endTurn" });
      return;
    case "CALL":
      await callSpeaker(desk, about);
      return;
    case "OPEN_VOTE":
      return openVote(desk, about);
    case "TAKE_UP":
      await desk.do({ type: "takeUpItem", item: about });
      return;
    case "CLOSE":
      return closeMeeting(desk);
    case "NONE":
      location.hash = to.meeting(desk.id, "minutes");
  }
}

export function stepWords(desk: Desk, view: MeetingView, { step, about = "", tiesToRepeat }: LeadView): string {
  const say = lead.step;
  switch (step) {
    case "ISSUE":
      return say.issue;
    case "OPEN":
      return say.open;
    case "RESUME":
      return say.resume;
    case "CLOSE_VOTE":
      return say.closeVote;
    case "CONTINUE_VOTE":
      return say.continueVote;
    case "AWAIT_COUNT":
      return say.awaitCount;
    case "DECIDE_TIE":
      return tiesToRepeat.includes(about) ? lead.votes.repeat : say.decideTie;
    case "CLEAR_RESULT":
      return say.clearResult;
    case "END_TURN":
      return say.endTurn(desk.name(view.floor.speaker?.person ?? ""));
    case "CALL":
      return say.call(desk.name(view.floor.requests[about]?.person ?? ""));
    case "OPEN_VOTE":
      return say.openVote;
    case "TAKE_UP": {
      const name = `${say.itemWord} ${view.agenda.items[about]?.number ?? ""}`;
      return view.agenda.inHand === undefined ? say.takeUpFirst(name) : say.takeUp(name);
    }
    case "CLOSE":
      return say.close;
    case "NONE":
      return say.none;
  }
}

/** What the step is about, in smaller letters on the button. */
export function stepObject(view: MeetingView, { step, about = "" }: LeadView): string {
  switch (step) {
    case "TAKE_UP":
      return view.agenda.items[about]?.title ?? "";
    case "OPEN_VOTE":
      return view.votes.votes[about]?.question ?? "";
    case "CALL": {
      const person = view.people.people[view.floor.requests[about]?.person ?? ""];
      return [person?.title, person?.unit].filter(Boolean).join(", ");
    }
    case "CLOSE_VOTE":
    case "CONTINUE_VOTE":
    case "ISSUE":
    case "OPEN":
    case "RESUME":
    case "AWAIT_COUNT":
    case "DECIDE_TIE":
    case "CLEAR_RESULT":
    case "END_TURN":
    case "CLOSE":
    case "NONE":
      return "";
  }
}
