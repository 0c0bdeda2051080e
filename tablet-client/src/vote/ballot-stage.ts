import { isWhole, type Filled } from "client-kit/meeting/ballot.ts";
import type { Command, Receipt, VoteView } from "client-kit/proto/protocol.ts";

/** What the server has said about a ballot that it did not take. */
export interface BallotRefusal {
  readonly code: string;
  readonly text: string;
}

/** Where this tablet's own ballot stands. Recorded is said only when the server has said it. */
export type BallotStage =
  | { readonly at: "not-entitled" }
  | { readonly at: "choosing" }
  | { readonly at: "confirming"; readonly filled: Filled }
  | { readonly at: "sending"; readonly filled: Filled; readonly kept: boolean }
  | { readonly at: "recorded"; readonly receipt: Receipt }
  | { readonly at: "refused"; readonly refusal: BallotRefusal }
  | { readonly at: "on-hold" }
  | { readonly at: "missed" }
  | { readonly at: "over" }
  | { readonly at: "cancelled"; readonly because: string };

export interface BallotFacts {
  readonly vote: VoteView;
  readonly entitled: boolean;
  readonly receipt: Receipt | undefined;
  /** A ballot in the outbox; kept: it is on this device's disk. */
  readonly sending: { readonly filled: Filled; readonly kept: boolean } | undefined;
  readonly refusal: BallotRefusal | undefined;
  /** What is marked and not sent; `ready` once its writer wants to send it. */
  readonly picked: (Filled & { readonly ready: boolean }) | undefined;
}

/** Whether a command casts the own ballot of a vote, open or sealed. */
export const castsOwn = (command: Command, vote: string, person: string): boolean =>
  (command.type === "castBallot" && command.vote === vote) || (command.type === "castSecretBallot" && command.vote === vote && command.ballot.voter === person);

/** Whether the vote's own sheet says what became of it: the own ballot, and one that is opened for a check. */
export const toldInSheet = (command: Command, vote: string, person: string): boolean => castsOwn(command, vote, person) || (command.type === "spoilBallot" && command.vote === vote);

export function ballotStage({ vote, entitled, receipt, sending, refusal, picked }: BallotFacts): BallotStage {
  if (receipt) return { at: "recorded", receipt };
  if (sending !== undefined) return { at: "sending", ...sending };
  // A refusal while the vote was on hold does not keep anybody from voting afterwards.
  if (refusal && !(vote.state === "OPEN" && refusal.code === "VOTE_NOT_OPEN")) return { at: "refused", refusal };
  switch (vote.state) {
    case "CANCELLED": return { at: "cancelled", because: vote.cancelledBecause ?? "" };
    case "COUNTING": case "CLOSED": return entitled ? { at: "missed" } : { at: "over" };
    case "PREPARED": return { at: "over" };
    case "ON_HOLD": return entitled ? { at: "on-hold" } : { at: "not-entitled" };
    case "OPEN":
      if (!entitled) return { at: "not-entitled" };
      return picked?.ready && isWhole(vote, picked) ? { at: "confirming", filled: { marks: picked.marks, words: picked.words } } : { at: "choosing" };
  }
}

/** Milliseconds to the announced end, null without one; 0 when it has come. */
export function countdownMs(vote: VoteView, now: number): number | null {
  return vote.endsAt === undefined ? null : Math.max(0, vote.endsAt - now);
}

/** True when somebody still has to act on this vote here. */
export const awaitsMe = (stage: BallotStage): boolean => stage.at === "choosing" || stage.at === "confirming" || stage.at === "on-hold";
