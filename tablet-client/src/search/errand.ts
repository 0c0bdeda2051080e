import type { Target } from "client-kit/text/results.ts";

/** A result in another meeting: where its screen is to go once it is up. */
let pending: Target | null = null;

export const leaveErrand = (target: Target): void => { pending = target; };

export function takeErrand(meeting: string): Target | null {
  const found = pending?.meeting === meeting ? pending : null;
  if (found) pending = null;
  return found;
}
