import type { MeetingView } from "client-kit/proto/protocol.ts";

/** Which vote the vote sheet shows, and whether it is open. */
export interface VoteSheet {
  readonly vote: string | null;
  readonly open: boolean;
}

export const NO_VOTE: VoteSheet = { vote: null, open: false };

/**
 * What a change of the view does to the vote sheet: a vote that opens and a result that is shown bring it up by themselves;
 * a result that the chair clears goes away. What its reader has folded away stays so until something new comes.
 */
export function attention(before: MeetingView | null, after: MeetingView, sheet: VoteSheet, seen: ReadonlySet<string>): VoteSheet {
  const running = after.votes.running;
  if (running !== undefined && running !== before?.votes.running) return { vote: running, open: true };
  const result = after.stage.result;
  if (result !== undefined && result !== before?.stage.result && after.head.phase !== "CLOSED") return { vote: result, open: !seen.has(result) || result === sheet.vote };
  // shown while it was counted, and now it stands
  if (result !== undefined && before?.votes.votes[result]?.state === "COUNTING" && after.votes.votes[result]?.state === "CLOSED") return { vote: result, open: true };
  if (result === undefined && before?.stage.result !== undefined && sheet.vote === before.stage.result) return NO_VOTE;
  if (sheet.vote !== null && !(sheet.vote in after.votes.votes)) return NO_VOTE;
  return sheet;
}
