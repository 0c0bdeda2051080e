import { sentenceOf } from "client-kit/net/http.ts";
import type { Base, ChairAnswers, MajorityRule, Mode, NamedRule, Quorum, SecretSize, Substitutes, Tie } from "client-kit/proto/protocol.ts";
import { html, nothing, type TemplateResult } from "lit";
import { directory, type BodyRules } from "../api/api.ts";
import { common } from "../texts/common.ts";
import { conduct } from "../texts/conduct.ts";
import { lead } from "../texts/lead.ts";
import { openSheet } from "./ask.ts";
import { refuse } from "./notices.ts";

const MODES: readonly Mode[] = ["OPEN", "UNNAMED", "SECRET"];
const BASES: readonly Base[] = ["ALL_MEMBERS", "PRESENT", "CAST", "CAST_WITHOUT_ABSTENTIONS"];
const TIES: readonly Tie[] = ["CHAIR_DECIDES", "CHAIR_DECIDES_IF_EVEN", "FALLS", "VOTE_AGAIN"];
const CHAIR: readonly ChairAnswers[] = ["FIRST", "AS_LISTED", "LAST"];
const SUBSTITUTES: readonly Substitutes[] = ["NONE", "WITHOUT_VOTE", "WITH_VOTE"];
const DENOMINATOR_MOST = 1_000;
const PEOPLE_LEAST = 3;
const PEOPLE_MOST = 1_000;

const isShare = ({ numerator, denominator }: Quorum): boolean => Number.isInteger(numerator) && Number.isInteger(denominator) && numerator >= 0 && denominator >= 1 && denominator <= DENOMINATOR_MOST && numerator <= denominator;

/** Whether a secret vote needs so many people as it may: `SecretSize` of the server. */
const isSize = ({ fewest, few }: SecretSize): boolean => Number.isInteger(fewest) && Number.isInteger(few) && fewest >= PEOPLE_LEAST && few >= fewest && few <= PEOPLE_MOST;

/** Whether the server would take them. */
export const areWhole = ({ rule, quorum, practice }: BodyRules): boolean =>
  isShare(rule) && isShare(quorum) && practice.modes.length > 0 && isSize(practice.secrecy) && practice.rules.every((each) => each.name.trim() !== "" && isShare(each.rule) && isShare(each.quorum))
  && new Set(practice.rules.map(({ name }) => name.trim())).size === practice.rules.length;

/** The rules by which a body votes: every threshold, what is allowed, and special rules by name. */
export async function bodyRulesSheet(body: string): Promise<void> {
  let shown: { rules: BodyRules; own: boolean };
  try { shown = await directory.votingRules(body); } catch (failure) { return refuse(sentenceOf(failure)); }
  let rules = shown.rules;
  let fault = "";
  const say = conduct.rules;
  await openSheet<true>("body-rules", (close, redraw) => {
    const set = (change: Partial<BodyRules>): void => { rules = { ...rules, ...change }; redraw(); };
    const practise = (change: Partial<BodyRules["practice"]>): void => set({ practice: { ...rules.practice, ...change } });
    const save = async (work: Promise<unknown>): Promise<void> => { try { await work; close(true); } catch (failure) { fault = sentenceOf(failure); redraw(); } };
    const submit = (event: SubmitEvent): void => {
      event.preventDefault();
      fault = areWhole(rules) ? "" : isSize(rules.practice.secrecy) ? say.fault : say.secretFault;
      if (fault) redraw();
      else void save(directory.writeRules(body, { ...rules, practice: { ...rules.practice, rules: rules.practice.rules.map((each) => ({ ...each, name: each.name.trim() })) } }));
    };
    const rename = (at: number, change: Partial<NamedRule>): void => practise({ rules: rules.practice.rules.map((each, i) => (i === at ? { ...each, ...change } : each)) });
    return html`<form @submit=${submit} novalidate><h2 id="sheet-title">${say.title}</h2>
      <div class="sheet-text"><p>${say.text} <b>${shown.own ? say.own : say.template}</b></p></div>
      ${ruleFields(rules.rule, (rule) => set({ rule }), "rule")}
      ${shareField(say.quorum, rules.quorum, (quorum) => set({ quorum }), "quorum")}
      <fieldset class="field marks-field"><legend>${say.modes}</legend>${MODES.map((mode) => html`<label class="check"><input type="checkbox" .checked=${rules.practice.modes.includes(mode)} data-testid="rules-${mode}"
        @change=${(event: Event) => practise({ modes: (event.target as HTMLInputElement).checked ? [...rules.practice.modes, mode] : rules.practice.modes.filter((one) => one !== mode) })} /><span>${lead.votes.mode[mode]}</span></label>`)}</fieldset>
      <label class="check"><input type="checkbox" .checked=${rules.practice.weights} data-testid="rules-weights" @change=${(event: Event) => practise({ weights: (event.target as HTMLInputElement).checked })} /><span>${say.weights}</span></label>
      <div class="pair"><label class="field"><span>${say.delegations}</span><input type="number" min="0" max="10" .value=${String(rules.practice.delegations)} data-testid="rules-delegations" @change=${(event: Event) => practise({ delegations: Math.min(10, Math.max(0, Math.trunc(Number((event.target as HTMLInputElement).value)) || 0)) })} /></label>
        <label class="field"><span>${say.chair}</span><select data-testid="rules-chair" @change=${(event: Event) => practise({ chairAnswers: (event.target as HTMLSelectElement).value as ChairAnswers })}>${CHAIR.map((each) => html`<option value=${each} .selected=${each === rules.practice.chairAnswers}>${say.chairAt[each]}</option>`)}</select></label></div>
      <label class="field"><span>${say.substitutes}</span><select data-testid="rules-substitutes" @change=${(event: Event) => practise({ substitutes: (event.target as HTMLSelectElement).value as Substitutes })}>${SUBSTITUTES.map((each) => html`<option value=${each} .selected=${each === rules.practice.substitutes}>${say.substitutesAre[each]}</option>`)}</select></label>
      <div class="pair">${people(say.fewest, rules.practice.secrecy.fewest, (fewest) => practise({ secrecy: { ...rules.practice.secrecy, fewest } }), "fewest")}
        ${people(say.few, rules.practice.secrecy.few, (few) => practise({ secrecy: { ...rules.practice.secrecy, few } }), "few")}</div>
      <h3>${say.special}</h3>
      ${rules.practice.rules.map((each, i) => html`<section class="named-rule" data-testid="named-rule"><div class="pair"><label class="field"><span>${say.name}</span><input maxlength="200" .value=${each.name} data-testid="named-rule-name" @input=${(event: Event) => rename(i, { name: (event.target as HTMLInputElement).value })} /></label>
          <button type="button" class="ns-button ns-plain is-small" @click=${() => practise({ rules: rules.practice.rules.filter((_, at) => at !== i) })}>${say.remove}</button></div>
        ${ruleFields(each.rule, (rule) => rename(i, { rule }), `named-${i}`)}${shareField(say.quorum, each.quorum, (quorum) => rename(i, { quorum }), `named-quorum-${i}`)}</section>`)}
      <p><button type="button" class="ns-button ns-quiet is-small" data-testid="named-rule-add" ?disabled=${rules.practice.rules.length >= 20} @click=${() => practise({ rules: [...rules.practice.rules, { name: "", rule: { base: "ALL_MEMBERS", numerator: 2, denominator: 3, strict: false, tie: "FALLS" }, quorum: rules.quorum }] })}>${say.add}</button></p>
      ${fault ? html`<p class="hint bad" role="alert">${fault}</p>` : nothing}
      <div class="sheet-acts">${shown.own ? html`<button type="button" class="ns-button ns-plain" data-testid="rules-drop" @click=${() => save(directory.dropRules(body))}>${say.drop}</button>` : nothing}
        <button type="button" class="ns-button ns-quiet" @click=${() => close(null)}>${common.cancel}</button><button class="ns-button ns-primary" data-testid="rules-save">${say.save}</button></div></form>`;
  });
}

const people = (label: string, many: number, change: (many: number) => void, test: string): TemplateResult => html`<label class="field"><span>${label}</span><input type="number" min=${PEOPLE_LEAST} max=${PEOPLE_MOST} .value=${String(many)} data-testid="rules-${test}"
  @change=${(event: Event) => change(Number((event.target as HTMLInputElement).value))} /></label>`;

function shareField(label: string, share: Quorum, change: (share: Quorum) => void, test: string): TemplateResult {
  const number = (name: "numerator" | "denominator", least: number): TemplateResult => html`<input type="number" min=${least} max=${DENOMINATOR_MOST} aria-label=${`${label} (${name === "numerator" ? 1 : 2})`} .value=${String(share[name])} data-testid=${`${test}-${name}`}
    @change=${(event: Event) => change({ numerator: share.numerator, denominator: share.denominator, [name]: Number((event.target as HTMLInputElement).value) })} />`;
  return html`<div class="field share-field"><span>${label}</span><span class="share">${number("numerator", 0)}<b>/</b>${number("denominator", 1)}</span></div>`;
}

function ruleFields(rule: MajorityRule, change: (rule: MajorityRule) => void, test: string): TemplateResult {
  const say = conduct.rules;
  const form = lead.votes.form;
  return html`<div class="pair"><label class="field"><span>${say.fraction}</span><select data-testid=${`${test}-strict`} @change=${(event: Event) => change({ ...rule, strict: (event.target as HTMLSelectElement).value === "over" })}>
      <option value="over" .selected=${rule.strict}>${say.over}</option><option value="least" .selected=${!rule.strict}>${say.atLeast}</option></select></label>
    ${shareField(say.of, rule, (share) => change({ ...rule, numerator: share.numerator, denominator: share.denominator }), test)}
    <label class="field"><span>${say.base}</span><select data-testid=${`${test}-base`} @change=${(event: Event) => change({ ...rule, base: (event.target as HTMLSelectElement).value as Base })}>${BASES.map((base) => html`<option value=${base} .selected=${base === rule.base}>${form.baseName[base]}</option>`)}</select></label>
    <label class="field"><span>${say.tie}</span><select data-testid=${`${test}-tie`} @change=${(event: Event) => change({ ...rule, tie: (event.target as HTMLSelectElement).value as Tie })}>${TIES.map((tie) => html`<option value=${tie} .selected=${tie === rule.tie}>${form.tieName[tie]}</option>`)}</select></label></div>`;
}
