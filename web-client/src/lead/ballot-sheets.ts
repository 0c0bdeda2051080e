import { markedWords, wantsWords, isWhole, touched, type Filled } from "client-kit/meeting/ballot.ts";
import { inLanguage } from "client-kit/i18n/language.ts";
import { html, nothing, type TemplateResult } from "lit";
import type { VoteView } from "client-kit/proto/protocol.ts";
import { opinionField } from "client-kit/ui/ballot-paper.ts";
import type { Desk } from "../meeting/desk.ts";
import { openSheet } from "../shared/ask.ts";
import { readForm } from "../shared/field.ts";
import { common } from "../texts/common.ts";
import { conduct } from "../texts/conduct.ts";

/** The marks of a ballot, as boxes or circles; for who writes it for somebody else. */
function marksField(vote: VoteView, filled: Filled, change: (filled: Filled) => void): TemplateResult {
  return html`${vote.contests.map((contest) => html`<fieldset class="field marks-field"><legend>${inLanguage(contest.label) || conduct.record.choice}</legend>
    ${contest.marks.map((mark) => html`<label class="check"><input type=${contest.most === 1 && contest.least === 1 ? "radio" : "checkbox"} name=${contest.id} .checked=${filled.marks.includes(mark.id)} data-testid="mark-${mark.id}"
      @change=${() => change(touched(contest, filled, mark.id))} /><span>${inLanguage(mark.label)}</span></label>`)}</fieldset>`)}`;
}

/** Records the ballot of a member who is here and can't cast it. */
export async function recordBallot(desk: Desk, id: string, person: string): Promise<void> {
  const vote = desk.view?.votes.votes[id];
  if (!vote) return;
  const say = conduct.record;
  let filled: Filled = { marks: [], words: "" };
  let missing = false;
  const told = await openSheet<{ filled: Filled; reason: string }>("record-ballot", (close, redraw) => html`<form novalidate @submit=${(event: SubmitEvent) => {
      event.preventDefault();
      const { reason = "" } = readForm(event.target as HTMLFormElement);
      missing = reason === "" || !isWhole(vote, filled);
      if (missing) redraw();
      else close({ filled, reason });
    }}><h2 id="sheet-title">${say.title(desk.name(person))}</h2><blockquote class="question">${vote.question}</blockquote><div class="sheet-text"><p>${say.text}</p></div>
    ${marksField(vote, filled, (now) => { filled = now; redraw(); })}
    ${wantsWords(vote, filled) ? opinionField({ vote, filled, change: (now) => { filled = now; redraw(); } }) : nothing}
    <label class="field"><span>${say.why}</span><textarea name="reason" rows="2" maxlength="1000" data-testid="record-reason"></textarea></label>
    ${missing ? html`<p class="hint bad" role="alert">${say.needed}</p>` : nothing}
    <div class="sheet-acts"><button type="button" class="ns-button ns-quiet" @click=${() => close(null)}>${common.cancel}</button><button class="ns-button ns-decisive" data-testid="record-yes">${say.yes}</button></div></form>`);
  if (told) await desk.do({ type: "recordBallot", vote: id, person, marks: [...told.filled.marks], words: told.filled.words, reason: told.reason });
}

/** Casts the ballot of a member who is away and has given the vote to who sits here. */
export async function castHeld(desk: Desk, id: string, person: string): Promise<void> {
  const vote = desk.view?.votes.votes[id];
  if (!vote) return;
  const say = conduct.held;
  let filled: Filled = { marks: [], words: "" };
  let missing = false;
  const told = await openSheet<Filled>("cast-held", (close, redraw) => html`<form novalidate @submit=${(event: SubmitEvent) => {
      event.preventDefault();
      missing = !isWhole(vote, filled);
      if (missing) redraw();
      else close(filled);
    }}><h2 id="sheet-title">${say.act(desk.name(person))}</h2><blockquote class="question">${vote.question}</blockquote><div class="sheet-text"><p>${vote.substituted.includes(person) ? say.substitute : say.text}</p></div>
    ${marksField(vote, filled, (now) => { filled = now; redraw(); })}
    ${wantsWords(vote, filled) ? opinionField({ vote, filled, change: (now) => { filled = now; redraw(); } }) : nothing}
    ${missing ? html`<p class="hint bad" role="alert">${say.needed}</p>` : nothing}
    <div class="sheet-acts"><button type="button" class="ns-button ns-quiet" @click=${() => close(null)}>${common.cancel}</button><button class="ns-button ns-primary" data-testid="held-yes">${say.yes}</button></div></form>`);
  if (told) await desk.do({ type: "castDelegatedBallot", vote: id, person, marks: [...told.marks], words: told.words });
}

/** Puts one ballot of a closed open vote right. */
export async function correctResult(desk: Desk, id: string): Promise<void> {
  const view = desk.view;
  const vote = view?.votes.votes[id];
  const names = vote?.result?.names;
  if (!view || !vote || !names) return;
  const say = conduct.correct;
  // everybody on the list of voters: those who voted, and those who did not
  const voters = view.people.order.filter((person) => names[person] !== undefined || vote.result?.withoutBallot.includes(person));
  const opinion = (of: string): string => vote.result?.opinions.find((each) => each.person === of)?.words ?? "";
  const words = (marks: readonly string[]): string => (marks.length === 0 ? say.blank : markedWords(vote, marks).join(", "));
  const asIs = (of: string): Filled | null => { const marks = names[of]; return marks ? { marks, words: opinion(of) } : null; };
  let person = voters[0] ?? "";
  let filled = asIs(person);
  let missing = false;
  const told = await openSheet<{ reason: string; filled: Filled | null }>("correct-result", (close, redraw) => html`<form novalidate @submit=${(event: SubmitEvent) => {
      event.preventDefault();
      const { reason = "" } = readForm(event.target as HTMLFormElement);
      missing = reason === "" || (filled !== null && !isWhole(vote, filled));
      if (missing) redraw();
      else close({ reason, filled });
    }}><h2 id="sheet-title">${say.title}</h2><blockquote class="question">${vote.question}</blockquote><div class="sheet-text"><p>${say.text}</p></div>
    <label class="field"><span>${say.who}</span><select data-first data-testid="correct-person" @change=${(event: Event) => { person = (event.target as HTMLSelectElement).value; filled = asIs(person); redraw(); }}>${voters.map((each) => html`<option value=${each} .selected=${each === person}>${desk.name(each)}: ${names[each] ? words(names[each]) : say.none}</option>`)}</select></label>
    <p class="eyebrow">${say.now}</p>
    <label class="check"><input type="checkbox" .checked=${filled === null} data-testid="correct-none" @change=${(event: Event) => { filled = (event.target as HTMLInputElement).checked ? null : { marks: [], words: "" }; redraw(); }} /><span>${say.none}</span></label>
    ${filled === null ? nothing : marksField(vote, filled, (now) => { filled = now; redraw(); })}
    ${filled !== null && wantsWords(vote, filled) ? opinionField({ vote, filled, change: (now) => { filled = now; redraw(); } }) : nothing}
    <label class="field"><span>${conduct.record.why}</span><textarea name="reason" rows="2" maxlength="1000" data-testid="correct-reason"></textarea></label>
    ${missing ? html`<p class="hint bad" role="alert">${conduct.record.needed}</p>` : nothing}
    <div class="sheet-acts"><button type="button" class="ns-button ns-quiet" @click=${() => close(null)}>${common.cancel}</button><button class="ns-button ns-decisive" data-testid="correct-yes">${say.yes}</button></div></form>`);
  if (told) await desk.do({ type: "correctResult", vote: id, person, ...(told.filled ? { marks: [...told.filled.marks] } : {}), words: told.filled?.words ?? "", reason: told.reason });
}

/** Gives the vote of a member who is away to one who is here. */
export async function delegate(desk: Desk, person: string): Promise<void> {
  const view = desk.view;
  if (!view) return;
  const say = conduct.delegate;
  const { delegations, mayHold } = view.franchise;
  const room = view.people.order.filter((id) => id !== person && view.people.people[id]?.votes && delegations[id] === undefined && Object.values(delegations).filter((holder) => holder === id).length < mayHold);
  const to = await openSheet<string>("delegate", (close) => html`<form @submit=${(event: SubmitEvent) => { event.preventDefault(); close(readForm(event.target as HTMLFormElement)["to"] ?? null); }}>
    <h2 id="sheet-title">${say.title(desk.name(person))}</h2><div class="sheet-text"><p>${say.text}</p></div>
    <label class="field"><span>${say.to}</span><select name="to" data-first data-testid="delegate-to">${room.map((id) => html`<option value=${id}>${desk.name(id)}</option>`)}</select></label>
    <div class="sheet-acts"><button type="button" class="ns-button ns-quiet" @click=${() => close(null)}>${common.cancel}</button><button class="ns-button ns-decisive" ?disabled=${room.length === 0} data-testid="delegate-yes">${say.yes}</button></div></form>`);
  if (to) await desk.do({ type: "delegateVote", person, to });
}
