import { newId } from "client-kit/net/index.ts";
import type { ChoiceSet, Form, Option } from "client-kit/proto/protocol.ts";
import { html, nothing, type TemplateResult } from "lit";
import { lead } from "../texts/lead.ts";

/** The kinds of ballot in the order in which they are offered: the sets of answers, then those with options or names. */
export const SETS: readonly ChoiceSet[] = ["LEGAL", "AGREEMENT", "WITH_BLANK", "OPINION", "AGREE_OR_OTHER"];
const WITH_OPTIONS = ["choose", "election", "eachCandidate"] as const;
type WithOptions = (typeof WITH_OPTIONS)[number];
/** `Form.OPTIONS_MAX` of the server. */
const OPTIONS_MAX = 50;

/** What the sheet holds while it is written. */
export interface FormDraft {
  readonly kind: ChoiceSet | WithOptions;
  /** One option or name a line. */
  readonly lines: string;
  /** How many may be chosen, or are to be elected. */
  readonly many: number;
}

export const draftOf = (form: Form | undefined): FormDraft => (form === undefined ? { kind: "LEGAL", lines: "", many: 1 }
  : form.kind === "answers" ? { kind: form.set, lines: "", many: 1 }
  : { kind: form.kind, lines: form.options.map(({ label }) => label).join("\n"), many: form.kind === "choose" ? form.most : form.kind === "election" ? form.seats : 1 });

export const hasOptions = ({ kind }: FormDraft): boolean => (WITH_OPTIONS as readonly string[]).includes(kind);

const labelsIn = (lines: string): string[] => [...new Set(lines.split("\n").map((line) => line.trim()).filter((line) => line !== ""))];

/** The form that is meant; a name that was there before keeps its id. What is wrong with it is said instead. */
export function formOf(draft: FormDraft, before: Form | undefined): Form | { readonly fault: string } {
  const { kind } = draft;
  if (!hasOptions(draft)) return { kind: "answers", set: kind as ChoiceSet };
  const known = before !== undefined && before.kind !== "answers" ? before.options : [];
  const options: Option[] = labelsIn(draft.lines).map((label) => ({ id: known.find((one) => one.label === label)?.id ?? newId(), label }));
  const say = lead.votes.form;
  const least = kind === "choose" ? 2 : 1;
  if (options.length < least || options.length > OPTIONS_MAX) return { fault: say.optionsFault(least, OPTIONS_MAX) };
  const most = kind === "choose" ? options.length : OPTIONS_MAX;
  if (kind !== "eachCandidate" && !(Number.isInteger(draft.many) && draft.many >= 1 && draft.many <= most)) return { fault: say.manyFault(most) };
  switch (kind as WithOptions) {
    case "choose": return { kind: "choose", options, most: draft.many };
    case "election": return { kind: "election", options, seats: draft.many };
    case "eachCandidate": return { kind: "eachCandidate", options };
  }
}

/** What a secret vote can't be asked with: words, and a rule that leaves out ballots of which nobody knows that they are blank. Empty where it can. */
export function secretFault({ kind }: FormDraft, base: string): string {
  const say = lead.votes.form;
  if (kind === "OPINION" || kind === "AGREE_OR_OTHER") return say.secretWords;
  return base === "CAST_WITHOUT_ABSTENTIONS" && (kind === "choose" || kind === "election") ? say.secretBlanks : "";
}

/** The part of the sheet about the ballot. */
export function formFields(draft: FormDraft, change: (draft: FormDraft) => void): TemplateResult {
  const say = lead.votes.form;
  const option = (value: FormDraft["kind"], label: string): TemplateResult => html`<option value=${value} .selected=${value === draft.kind}>${label}</option>`;
  return html`<label class="field"><span>${say.choices}</span><select name="choices" data-testid="vote-choices" @change=${(event: Event) => change({ ...draft, kind: (event.target as HTMLSelectElement).value as FormDraft["kind"] })}>
      ${SETS.map((set) => option(set, say.choiceSet[set]))}${WITH_OPTIONS.map((kind) => option(kind, say.formName[kind]))}</select></label>
    ${!hasOptions(draft) ? nothing : html`<div class="vote-options">
      <label class="field"><span>${draft.kind === "choose" ? say.options : say.names}</span><textarea rows="5" data-testid="vote-options" .value=${draft.lines} @input=${(event: Event) => change({ ...draft, lines: (event.target as HTMLTextAreaElement).value })}></textarea>
        <small>${say.onePerLine(labelsIn(draft.lines).length)}</small></label>
      ${draft.kind === "eachCandidate" ? nothing : html`<label class="field"><span>${draft.kind === "choose" ? say.most : say.seats}</span>
        <input type="number" min="1" max=${OPTIONS_MAX} inputmode="numeric" data-testid="vote-many" .value=${String(draft.many)} @input=${(event: Event) => change({ ...draft, many: Number((event.target as HTMLInputElement).value) })} /></label>`}</div>`}`;
}
