import { isForm } from "client-kit/meeting/opinion-form.ts";
import { newId } from "client-kit/net/index.ts";
import type { Base, Form, MajorityRule, Mode, Motion, Quorum, Tie } from "client-kit/proto/protocol.ts";
import { areThree, NO_TRUSTEES, trusteePick } from "client-kit/ui/secret-vote.ts";
import { html, nothing, type TemplateResult } from "lit";
import type { Desk } from "../meeting/desk.ts";
import { openSheet } from "../shared/ask.ts";
import { readForm } from "../shared/field.ts";
import { common } from "../texts/common.ts";
import { conduct } from "../texts/conduct.ts";
import { forms } from "../texts/forms.ts";
import { lead } from "../texts/lead.ts";
import { ruleWords } from "./rule-words.ts";
import { secretLimits } from "./vote-acts.ts";
import { draftOf, formFields, formOf, secretFault } from "./vote-form.ts";

const MODES: readonly Mode[] = ["OPEN", "UNNAMED", "SECRET"];
const BASES: readonly Base[] = ["ALL_MEMBERS", "PRESENT", "CAST", "CAST_WITHOUT_ABSTENTIONS"];
const TIES: readonly Tie[] = ["CHAIR_DECIDES", "CHAIR_DECIDES_IF_EVEN", "FALLS", "VOTE_AGAIN"];

const FRACTIONS = {
  half: { numerator: 1, denominator: 2, strict: true },
  twoThirds: { numerator: 2, denominator: 3, strict: false },
  threeQuarters: { numerator: 3, denominator: 4, strict: false },
} as const;
const QUORUMS: Record<"none" | "half" | "twoThirds", Quorum> = { none: { numerator: 0, denominator: 1 }, half: { numerator: 1, denominator: 2 }, twoThirds: { numerator: 2, denominator: 3 } };

type Fraction = keyof typeof FRACTIONS;
type QuorumName = keyof typeof QUORUMS;

const sameShare = (a: Quorum, b: Quorum): boolean => a.numerator * b.denominator === b.numerator * a.denominator;

const fractionOf = (rule: MajorityRule): Fraction | undefined =>
  (Object.keys(FRACTIONS) as Fraction[]).find((name) => FRACTIONS[name].numerator * rule.denominator === rule.numerator * FRACTIONS[name].denominator && FRACTIONS[name].strict === rule.strict);

const quorumOf = (quorum: Quorum): QuorumName | undefined => (Object.keys(QUORUMS) as QuorumName[]).find((name) => sameShare(QUORUMS[name], quorum));

/** Reads the sheet. A rule or quorum that is none of the offered ones stays as it is. */
function motionOf(typed: Record<string, string>, form: Form, before: MajorityRule, usual: Quorum): Motion {
  const { question = "", item = "", mode = "OPEN", base = "ALL_MEMBERS", fraction = "", tie = "CHAIR_DECIDES", quorum = "" } = typed;
  const share = FRACTIONS[fraction as Fraction] ?? before;
  return {
    question, ...(item ? { item } : {}), mode: mode as Mode, form,
    rule: { base: base as Base, numerator: share.numerator, denominator: share.denominator, strict: share.strict, tie: tie as Tie },
    quorum: QUORUMS[quorum as QuorumName] ?? usual,
  };
}

/** Prepares a vote, or changes one that is prepared. */
export async function voteSheet(desk: Desk, vote: string | null, item: string | undefined): Promise<void> {
  const view = desk.view;
  if (!view) return;
  const before = vote === null ? undefined : view.votes.votes[vote];
  const rule = before?.rule ?? view.head.rule;
  const usual = before?.quorum ?? view.head.quorum;
  const say = lead.votes.form;
  let fault = "";
  const inWriting = isForm(view.head);
  const off = (mode: Mode): boolean => inWriting && mode === "SECRET";
  let draft = draftOf(before?.form ?? (inWriting ? { kind: "answers", set: "OPINION" } : undefined));
  const practice = view.franchise.practice;
  const allowed = practice?.modes ?? MODES;
  let mode: Mode = before?.mode ?? allowed[0] ?? "OPEN";
  let trustees: readonly string[] = before?.secret?.trustees ?? NO_TRUSTEES;
  let trusteesMissing = false;
  let base: string = rule.base;
  let special = practice?.rules.find((one) => before !== undefined && JSON.stringify([one.rule, one.quorum]) === JSON.stringify([before.rule, before.quorum]))?.name ?? "";
  const motion = await openSheet<Motion>("vote", (close, redraw) => {
    const submit = (event: SubmitEvent): void => {
      event.preventDefault();
      const typed = readForm(event.target as HTMLFormElement);
      const form = formOf(draft, before?.form);
      const secret = mode === "SECRET";
      fault = !typed["question"] ? say.fill : "fault" in form ? form.fault : secret ? secretFault(draft, base) : "";
      trusteesMissing = secret && !areThree(trustees);
      if ("fault" in form || fault !== "" || trusteesMissing) redraw();
      else {
        const named = practice?.rules.find((one) => one.name === special);
        const motion = { ...motionOf({ ...typed, mode }, form, rule, usual), ...(secret ? { trustees: [...trustees] } : {}) };
        close(named ? { ...motion, rule: named.rule, quorum: named.quorum } : motion);
      }
    };
    const option = (value: string, label: string, chosen: boolean): TemplateResult => html`<option value=${value} ?selected=${chosen}>${label}</option>`;
    return html`<form @submit=${submit} novalidate>
      <h2 id="sheet-title">${inWriting ? (vote === null ? forms.addQuestion : forms.editQuestion) : vote === null ? say.title : say.edit}</h2>
      <label class="field"><span>${say.question}</span><textarea name="question" rows="3" maxlength="1000" data-first placeholder=${say.questionExample} .defaultValue=${before?.question ?? ""} data-testid="vote-question"></textarea></label>
      ${fault ? html`<p class="hint bad" role="alert">${fault}</p>` : nothing}
      <label class="field"><span>${inWriting ? forms.onMatter : say.item}</span><select name="item" data-testid="vote-item">
        ${option("", inWriting ? forms.onNone : lead.votes.free, item === undefined)}
        ${view.agenda.order.map((id) => option(id, `${view.agenda.items[id]?.number ?? ""}. ${view.agenda.items[id]?.title ?? ""}`, id === item))}</select></label>
      <fieldset class="modes"><legend>${say.mode}</legend>
        ${MODES.filter((each) => each === mode || allowed.includes(each)).map((each) => html`<label class="mode" data-off=${off(each) ? "yes" : "no"}><input type="radio" name="mode" value=${each} .checked=${each === mode} ?disabled=${off(each)}
          data-testid="mode-${each}" @change=${() => { mode = each; redraw(); }} /><b>${lead.votes.mode[each]}</b><small>${off(each) ? forms.noSecret : lead.votes.modeHint[each]}</small></label>`)}</fieldset>
      ${mode === "SECRET" ? html`${secretLimits()}${trusteePick({ order: view.people.order, people: view.people.people, chosen: trustees, fault: trusteesMissing, change: (chosen) => { trustees = chosen; trusteesMissing = false; redraw(); } })}` : nothing}
      ${formFields(draft, (changed) => { draft = changed; redraw(); })}
      ${mode === "SECRET" && secretFault(draft, base) ? html`<p class="hint bad" role="status" data-testid="secret-refuses">${secretFault(draft, base)}</p>` : nothing}
      ${practice === undefined || practice.rules.length === 0 ? nothing : html`<label class="field"><span>${conduct.special}</span><select data-testid="vote-special" @change=${(event: Event) => { special = (event.target as HTMLSelectElement).value; redraw(); }}>
        ${option("", conduct.usual, special === "")}${practice.rules.map((one) => option(one.name, `${one.name}: ${ruleWords(one.rule)}`, one.name === special))}</select></label>`}
      <div class="pair" ?hidden=${special !== ""}>
        <label class="field"><span>${say.fraction}</span><select name="fraction" data-testid="vote-fraction">
          ${fractionOf(rule) ? nothing : option("", say.other(rule.numerator, rule.denominator), true)}
          ${(Object.keys(FRACTIONS) as Fraction[]).map((name) => option(name, say[name], name === fractionOf(rule)))}</select></label>
        <label class="field"><span>${say.base}</span><select name="base" data-testid="vote-base" @change=${(event: Event) => { base = (event.target as HTMLSelectElement).value; redraw(); }}>${BASES.filter((base) => !inWriting || base !== "PRESENT").map((base) => option(base, say.baseName[base], base === rule.base))}</select></label>
        <label class="field"><span>${say.tie}</span><select name="tie" data-testid="vote-tie">${TIES.map((tie) => option(tie, say.tieName[tie], tie === rule.tie))}</select></label>
        <label class="field"><span>${say.quorum}</span><select name="quorum" data-testid="vote-quorum">
          ${quorumOf(usual) ? nothing : option("", say.other(usual.numerator, usual.denominator), true)}
          ${(Object.keys(QUORUMS) as QuorumName[]).map((name) => option(name, say.quorumName[name], name === quorumOf(usual)))}</select></label>
      </div>
      <div class="sheet-acts"><button type="button" class="ns-button ns-quiet" @click=${() => close(null)}>${common.cancel}</button>
        <button class="ns-button ns-primary" data-testid="vote-save">${say.act}</button></div>
    </form>`;
  });
  if (motion) await desk.do(vote === null ? { type: "prepareVote", vote: newId(), motion } : { type: "editVote", vote, motion });
}
