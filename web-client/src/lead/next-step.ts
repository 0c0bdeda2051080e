import type { MeetingView, VoteView } from "client-kit/proto/protocol.ts";

/** The one thing that most likely comes next. The server decides whether it may be done. */
export type NextStep =
  | { readonly step: "issue" }
  | { readonly step: "open"; readonly quorumMet: boolean }
  | { readonly step: "resume" }
  | { readonly step: "close-vote"; readonly vote: string; readonly missing: number }
  | { readonly step: "continue-vote"; readonly vote: string }
  | { readonly step: "decide-tie"; readonly vote: string }
  | { readonly step: "clear-result"; readonly vote: string }
  | { readonly step: "end-turn"; readonly person: string }
  | { readonly step: "call"; readonly request: string; readonly person: string }
  | { readonly step: "open-vote"; readonly vote: string }
  | { readonly step: "take-up"; readonly item: string }
  | { readonly step: "close" }
  | { readonly step: "none" };

/** The item after the one in hand that has not been dealt with; the first such one before anything is in hand. */
export function nextItem(view: MeetingView): string | null {
  const { order, items, inHand } = view.agenda;
  const after = inHand === undefined ? order : order.slice(order.indexOf(inHand) + 1);
  const waits = (id: string): boolean => items[id]?.progress === "TO_COME" && !isHeading(view, id);
  return after.find(waits) ?? null;
}

/** An item with items below it and no time of its own is a heading: one goes to its first item. */
function isHeading(view: MeetingView, id: string): boolean {
  return (view.agenda.items[id]?.plannedMinutes ?? 0) === 0 && view.agenda.order.some((other) => view.agenda.items[other]?.parent === id);
}

/** Prepared votes of the item in hand come first, then free ones. */
export function nextVote(view: MeetingView): string | null {
  const prepared = view.votes.order.filter((id) => view.votes.votes[id]?.state === "PREPARED");
  const of = (item: string | undefined): string | undefined => prepared.find((id) => view.votes.votes[id]?.item === item);
  const { inHand } = view.agenda;
  return (inHand === undefined ? undefined : of(inHand)) ?? null;
}

const waitsForChair = (vote: VoteView | undefined): boolean => vote?.result?.outcome === "TIED" && vote.rule.tie === "CHAIR_DECIDES";

export function nextStep(view: MeetingView): NextStep {
  switch (view.head.phase) {
    case "DRAFT":
      return { step: "issue" };
    case "ISSUED":
      return { step: "open", quorumMet: view.people.quorum.met };
    case "RECESS":
      return { step: "resume" };
    case "CLOSED":
    case "CANCELLED":
      return { step: "none" };
    case "IN_SESSION":
      return inSession(view);
  }
}

function inSession(view: MeetingView): NextStep {
  const { votes, stage, floor } = view;
  const { running } = votes;
  const open = running === undefined ? undefined : votes.votes[running];
  if (running !== undefined && open)
    return open.state === "ON_HOLD" ? { step: "continue-vote", vote: running } : { step: "close-vote", vote: running, missing: open.entitled - open.received };
  if (stage.result !== undefined)
    return waitsForChair(votes.votes[stage.result]) ? { step: "decide-tie", vote: stage.result } : { step: "clear-result", vote: stage.result };
  if (floor.speaker) return { step: "end-turn", person: floor.speaker.person };
  const request = floor.order[0];
  const asked = request === undefined ? undefined : floor.requests[request];
  if (request !== undefined && asked) return { step: "call", request, person: asked.person };
  const vote = nextVote(view);
  if (vote) return { step: "open-vote", vote };
  const item = nextItem(view);
  return item ? { step: "take-up", item } : { step: "close" };
}
