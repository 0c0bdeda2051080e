import { html, nothing, type TemplateResult } from "lit";
import { clockTime } from "../i18n/format.ts";
import { inLanguage } from "../i18n/language.ts";
import { t } from "../i18n/texts.ts";
import { markedWords } from "../meeting/ballot.ts";
import type { PersonView, VoteView } from "../proto/protocol.ts";

type People = Readonly<Record<string, PersonView>>;

/** Sentences about the ballots of a vote: who cast whose, what was recorded for somebody, and what was put right after the closing. */
export function ballotNotes(vote: VoteView, people: People): string[] {
  const name = (id: string): string => people[id]?.name ?? id;
  const words = (marks: readonly string[] | undefined): string => (marks === undefined ? t("notVoted") : marks.length === 0 ? t("blankBallot") : markedWords(vote, marks).join(", "));
  const { corrections = [], helped = {} } = vote.result ?? {};
  return [
    ...Object.entries(vote.holders).map(([giver, holder]) => t(vote.substituted.includes(giver) ? "noteSubstitute" : "noteHeld", { giver: name(giver), holder: name(holder) })),
    ...Object.entries(helped).filter(([id, { reason }]) => reason && !corrections.some(({ person }) => person === id)).map(([id, { by, reason }]) => t("noteHelped", { name: name(id), by: name(by), reason: reason ?? "" })),
    ...corrections.map(({ at, by, person, was, now, reason, sentence }) => t("noteCorrected", { time: clockTime(at), name: name(person), was: words(was), now: words(now), by: name(by), reason, before: inLanguage(sentence) })),
  ];
}

export function voteNotes(vote: VoteView, people: People): TemplateResult | typeof nothing {
  const notes = ballotNotes(vote, people);
  return notes.length === 0 ? nothing : html`<ul class="ns-vote-notes" data-testid="vote-notes">${notes.map((note) => html`<li>${note}</li>`)}</ul>`;
}
