import type { MeetingView } from "../proto/protocol.ts";

/** What speaks against closing the meeting now. A tie and a running vote forbid it; the rest is for whoever closes to weigh. */
export interface BeforeClosing {
  readonly tie?: string;
  readonly running?: string;
  /** person who has the floor */
  readonly speaker?: string;
  /** requests to speak that wait */
  readonly requests: number;
  /** items that were not taken up, in the agenda's order */
  readonly items: readonly string[];
}

export function beforeClosing(view: MeetingView): BeforeClosing {
  const { votes, floor, agenda } = view;
  const tie = votes.order.find((id) => waitsForChair(view, id));
  return {
    ...(tie === undefined ? {} : { tie }),
    ...(votes.running === undefined ? {} : { running: votes.running }),
    ...(floor.speaker === undefined ? {} : { speaker: floor.speaker.person }),
    requests: floor.order.length,
    // An item with parts below it and no time of its own is a heading.
    items: agenda.order.filter((id) => {
      const item = agenda.items[id];
      return item?.progress === "TO_COME" && (item.plannedMinutes > 0 || !agenda.order.some((other) => agenda.items[other]?.parent === id));
    }),
  };
}

/** A tie that the chair has not decided and that is not voted on again; between names only a further vote decides (`Votes.waitsForChair` of the server). */
export function waitsForChair({ votes }: MeetingView, id: string): boolean {
  const vote = votes.votes[id];
  return vote?.result?.outcome === "TIED" && vote.rule.tie === "CHAIR_DECIDES" && vote.form.kind !== "election" && !repeated(votes, id);
}

const repeated = (votes: MeetingView["votes"], id: string): boolean =>
  votes.order.some((other) => votes.votes[other]?.repeats === id && (votes.votes[other]?.state === "CLOSED" || repeated(votes, other)));
