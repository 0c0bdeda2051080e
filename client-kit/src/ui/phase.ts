export type TimerPhase = "running" | "paused" | "soon" | "over";

/** What is measured, in the server's ms. */
export interface Span {
  /** set while it runs; absent while it is paused */
  runningSince?: number | undefined;
  /** what had passed before `runningSince` */
  spentMs?: number | undefined;
  /** counts down to this and then shows what is over; absent: counts up */
  limitMs?: number | undefined;
  /** warns when this is left; absent: in the last minute, or the last fifth of a short span */
  soonMs?: number | undefined;
}

const SOON_MS = 60_000;

/** A span from its two ends, e.g. of a vote that closes by itself. */
export function spanUntil(from: number, until: number): Span {
  return { runningSince: from, limitMs: until - from };
}

export function phaseOf(span: Span, now: number): { phase: TimerPhase; passedMs: number; leftMs: number } {
  const { runningSince, spentMs = 0, limitMs, soonMs } = span;
  const passedMs = spentMs + (runningSince === undefined ? 0 : Math.max(0, now - runningSince));
  const leftMs = limitMs === undefined ? Infinity : limitMs - passedMs;
  if (leftMs <= 0) return { phase: "over", passedMs, leftMs };
  if (runningSince === undefined) return { phase: "paused", passedMs, leftMs };
  // of a short span the last fifth is the warning
  const soon = leftMs <= (soonMs !== undefined && soonMs < (limitMs ?? 0) ? soonMs : Math.min(SOON_MS, (limitMs ?? 0) / 5));
  return { phase: soon ? "soon" : "running", passedMs, leftMs };
}
