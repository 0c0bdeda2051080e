import type { Mode } from "client-kit/proto/protocol.ts";

/** What the chair is writing or choosing in the panel; kept while the meeting moves on around it. */
export type LeadTab = "items" | "floor" | "votes" | "seats" | "session";

export interface LeadDraft {
  /** Null: the one that the moment asks for. */
  readonly tab: LeadTab | null;
  /** Minutes of the next turn, 0 for no limit, `BY_THE_RULES`; null before any choice. */
  readonly limitMinutes: number | null;
  readonly seconds: number;
  readonly question: string;
  /** Null: the first that the body allows. */
  readonly mode: Mode | null;
  /** The counting committee of a secret vote, "" where nobody is chosen yet. */
  readonly trustees: readonly string[];
  readonly onItem: boolean;
  /** The form for a new vote is open. */
  readonly writing: boolean;
  readonly reason: string;
  readonly conclusion: string | null;
  /** The seat that was tapped on the map. */
  readonly seat: string | null;
  /** What is missing, by the name of its field. */
  readonly fault: "question" | "reason" | "trustees" | null;
}

export const EMPTY_DRAFT: LeadDraft = { tab: null, limitMinutes: null, seconds: 60, question: "", mode: null, trustees: ["", "", ""], onItem: true, writing: false, reason: "", conclusion: null, seat: null, fault: null };
/** The length that the rules of the floor give, whatever it is. */
export const BY_THE_RULES = -1;
export const LIMITS_MINUTES = [3, 5, 7, 10, 15, 0] as const;
export const COUNTDOWNS_SECONDS = [30, 60, 120, 300, 0] as const;
export const RECESS_MINUTES = [10, 15, 30, 0] as const;
export const LINE_LIMIT = 1_000;
export const TEXT_LIMIT = 20_000;
