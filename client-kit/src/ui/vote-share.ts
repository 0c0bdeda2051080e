import { percent } from "../i18n/format.ts";
import type { ChoiceView, ResultView, VoteView } from "../proto/protocol.ts";

type Counted = Pick<VoteView, "rule"> & { readonly result: Pick<ResultView, "base" | "counts"> };

/** A choice's share of what the rule counts on, so that it agrees with the verdict; undefined for a choice that the rule leaves out. */
export function shareOfBase({ rule, result }: Counted, choice: Pick<ChoiceView, "id" | "meaning">): string | undefined {
  if (result.base === 0 || (rule.base === "CAST_WITHOUT_ABSTENTIONS" && choice.meaning === "ABSTAIN")) return undefined;
  return percent(result.counts[choice.id] ?? 0, result.base);
}
