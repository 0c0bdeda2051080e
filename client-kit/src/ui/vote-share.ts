import { percent } from "../i18n/format.ts";
import type { Mark, ResultView, VoteView } from "../proto/protocol.ts";

type Counted = Pick<VoteView, "rule"> & { readonly result: Pick<ResultView, "base" | "counts" | "votes"> };

/**
 * The parts of a result's bar beside the choices, whose widths then agree with the shares: `silent` who cast no ballot, `away` what else the
 * rule counts on, and the `whole`. In votes where members have several: then nobody knows how many votes were not cast, and they are in `away`.
 */
export function barOf({ result }: { readonly result: Pick<ResultView, "base" | "counts" | "votes" | "notVoted"> }): { readonly silent: number; readonly away: number; readonly whole: number } {
  const cast = Object.values(result.votes ?? result.counts).reduce((sum, n) => sum + n, 0);
  const silent = result.votes ? 0 : result.notVoted;
  const whole = Math.max(result.base, cast + silent);
  return { silent, away: whole - cast - silent, whole };
}

/** A choice's share of what the rule counts on, so that it agrees with the verdict; undefined for a choice that the rule leaves out. */
export function shareOfBase({ rule, result }: Counted, choice: Pick<Mark, "id" | "meaning">): string | undefined {
  if (result.base === 0 || (rule.base === "CAST_WITHOUT_ABSTENTIONS" && choice.meaning === "ABSTAIN")) return undefined;
  return percent((result.votes ?? result.counts)[choice.id] ?? 0, result.base);
}
