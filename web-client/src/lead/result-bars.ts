import { html, nothing, type TemplateResult } from "lit";
import { inLanguage } from "client-kit/i18n/index.ts";
import type { VoteView } from "client-kit/proto/protocol.ts";
import { lead } from "../texts/lead.ts";
import { screenTexts } from "../texts/screen.ts";

/** The verdict in a word, and each number with its own word, place and pattern. */
export function resultBars(vote: VoteView): TemplateResult | typeof nothing {
  const { result } = vote;
  if (!result) return nothing;
  const all = Math.max(1, result.cast + result.notVoted);
  const row = (meaning: string, label: string, count: number): TemplateResult => html`
    <li data-meaning=${meaning}><b class="tabular">${count}</b><span>${label}</span><i class="bar" aria-hidden="true" .style=${`--share:${((100 * count) / all).toFixed(1)}%`}></i></li>`;
  return html`<p class="verdict" data-outcome=${result.outcome} data-testid="verdict">${screenTexts.outcome[result.outcome]}</p>
    <ul class="result-rows">${vote.choices.map((choice) => row(choice.meaning, inLanguage(choice.label), result.counts[choice.id] ?? 0))}
      ${row("NONE", lead.votes.notVoted, result.notVoted)}</ul>`;
}
