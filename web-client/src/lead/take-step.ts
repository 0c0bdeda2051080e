import type { MeetingView } from "client-kit/proto/protocol.ts";
import { to } from "../app/route.ts";
import type { Desk } from "../meeting/desk.ts";
import { lead } from "../texts/lead.ts";
import { callSpeaker } from "./floor-acts.ts";
import type { NextStep } from "./next-step.ts";
import { closeMeeting, openMeeting, resume } from "./session-acts.ts";
import { closeVote, decideTie, holdVote, openVote } from "./vote-acts.ts";

/** Does the step that is offered; what can't be taken back asks first. */
export async function takeStep(desk: Desk, step: NextStep): Promise<void> {
  switch (step.step) {
    case "issue":
      location.hash = to.meeting(desk.id, "prepare");
      return;
    case "open":
      return openMeeting(desk);
    case "resume":
      await resume(desk);
      return;
    case "close-vote":
      return closeVote(desk, step.vote);
    case "continue-vote":
      await holdVote(desk, step.vote, false);
      return;
    case "decide-tie":
      return decideTie(desk, step.vote);
    case "clear-result":
      await desk.do({ type: "clearResult" });
      return;
    case "end-turn":
      await desk.do({ type: "endTurn" });
      return;
    case "call":
      await callSpeaker(desk, step.request);
      return;
    case "open-vote":
      return openVote(desk, step.vote);
    case "take-up":
      await desk.do({ type: "takeUpItem", item: step.item });
      return;
    case "close":
      return closeMeeting(desk);
    case "none":
      location.hash = to.meeting(desk.id, "minutes");
  }
}

export function stepWords(desk: Desk, view: MeetingView, step: NextStep): string {
  const say = lead.step;
  switch (step.step) {
    case "issue":
      return say.issue;
    case "open":
      return say.open;
    case "resume":
      return say.resume;
    case "close-vote":
      return say.closeVote;
    case "continue-vote":
      return say.continueVote;
    case "decide-tie":
      return say.decideTie;
    case "clear-result":
      return say.clearResult;
    case "end-turn":
      return say.endTurn(desk.name(step.person));
    case "call":
      return say.call(desk.name(step.person));
    case "open-vote":
      return say.openVote;
    case "take-up": {
      const item = view.agenda.items[step.item];
      const name = `${say.itemWord} ${item?.number ?? ""}`;
      return view.agenda.inHand === undefined ? say.takeUpFirst(name) : say.takeUp(name);
    }
    case "close":
      return say.close;
    case "none":
      return say.none;
  }
}

/** What the step is about, in smaller letters on the button. */
export function stepObject(view: MeetingView, step: NextStep): string {
  switch (step.step) {
    case "take-up":
      return view.agenda.items[step.item]?.title ?? "";
    case "open-vote":
      return view.votes.votes[step.vote]?.question ?? "";
    case "call": {
      const person = view.people.people[step.person];
      return [person?.title, person?.unit].filter(Boolean).join(", ");
    }
    case "close-vote":
    case "continue-vote":
    case "issue":
    case "open":
    case "resume":
    case "decide-tie":
    case "clear-result":
    case "end-turn":
    case "close":
    case "none":
      return "";
  }
}
