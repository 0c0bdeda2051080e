import { percent } from "../i18n/format.ts";
import type { Mark, ResultView, VoteView } from "../proto/protocol.ts";

type Counted = Pick<VoteView, "rule"> & { readonly result: Pick<ResultView, "base" | "counts" | "votes"> };

/** A choice's share of what the rule counts on, so that it agrees with the verdict; undefined for a choice that the rule leaves out. */
export function shareOfBase({ rule, result }: Counted, choice: Pick<Mark, "id" | "meaning">): string | undefined {
  if (result.base === 0 || (rule.base === "CAST_WITHOUT_ABSTENTIONS" && choice.meaning === "ABSTAIN")) return undefined;
  return percent((result.votes ?? result.counts)[choice.id] ?? 0, result.base);
}
