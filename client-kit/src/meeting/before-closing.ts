import type { MeetingView } from "../proto/protocol.ts";

/** What speaks against closing the meeting now. A tie and a running vote forbid it; the rest is for whoever closes to weigh. */
export interface BeforeClosing {
  /** tied vote that the chair decides */
  readonly tie?: string;
  /** tied vote that only a further vote settles */
  readonly again?: string;
  readonly running?: string;
  /** person who has the floor */
  readonly speaker?: string;
  /** requests to speak that wait */
  readonly requests: number;
  /** items that were not taken up, in the agenda's order */
  readonly items: readonly string[];
}

/** As whoever leads is told; nothing of ties and items for others. */
export function beforeClosing({ votes, floor, lead }: MeetingView): BeforeClosing {
  const tie = lead?.tiesForChair[0];
  const again = lead?.tiesToRepeat[0];
  return {
    ...(tie === undefined ? {} : { tie }),
    ...(again === undefined ? {} : { again }),
    ...(votes.running === undefined ? {} : { running: votes.running }),
    ...(floor.speaker === undefined ? {} : { speaker: floor.speaker.person }),
    requests: floor.order.length,
    items: lead?.itemsLeft ?? [],
  };
}

/** Whether the chair has still to decide this tie. */
export const waitsForChair = ({ lead }: MeetingView, vote: string): boolean => lead?.tiesForChair.includes(vote) === true;
