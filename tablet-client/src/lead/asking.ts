import { html, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import type { Desk } from "../meeting/desk.ts";
import { t } from "../texts/index.ts";
import { LINE_LIMIT } from "./draft.ts";

export interface Asked {
  /** Name of the question, also of its button for tests: `{name}-yes`. */
  readonly name: string;
  readonly text: string | TemplateResult;
  readonly yes: string;
  /** Needs a reason in words. */
  readonly reason?: boolean;
  /** Ends something for all: the yes takes no press within a second of the question. */
  readonly grave?: boolean;
  /** What goes on when the answer is no, where that is the safe act: it stands first and is the prominent one. */
  readonly keep?: string;
  /** A decisive act of who leads, as against the own affair of the person. */
  readonly chair?: boolean;
  act(reason: string): void;
}

/** Asks once, in words, where the act was begun. Nothing when another question, or none, is being asked. */
export function asked(desk: Desk, { name, text, yes, reason = false, grave = false, chair = false, keep, act }: Asked): TemplateResult | typeof nothing {
  if (desk.asks !== name) return nothing;
  const { draft } = desk;
  const waits = (): boolean => grave && desk.askWaits();
  const go = (): void => {
    if (waits()) return;
    const words = draft.reason.trim();
    if (reason && !words) { desk.write({ fault: "reason" }); return; }
    desk.write({ reason: "", fault: null });
    desk.ask(null);
    act(words);
  };
  const drop = (): void => { desk.write({ reason: "", fault: null }); desk.ask(null); };
  return html`<div class="ask" role="alertdialog" aria-label=${yes} data-testid=${`${name}-ask`}>
    <div class="ask-text">${text}</div>
    ${reason ? html`<label class="field"><span>${t("reason")}</span>
      <input maxlength=${LINE_LIMIT} autocomplete="off" .value=${live(draft.reason)} aria-invalid=${draft.fault === "reason" ? "true" : "false"} @input=${(e: Event) => desk.write({ reason: (e.target as HTMLInputElement).value, fault: null })} data-testid=${`${name}-reason`} />
      ${draft.fault === "reason" ? html`<small role="alert" class="fa-fault">${t("reasonMissing")}</small>` : nothing}</label>` : nothing}
    <div class="ask-acts">${keep === undefined ? nothing : html`<button type="button" class="ns-button ns-primary is-main" @click=${drop} data-testid=${`${name}-keep`}>${keep}</button>`}
      <button type="button" class=${`ns-button ${keep !== undefined ? "ns-danger" : chair ? "ns-decisive" : "ns-primary"} is-main`} aria-disabled=${waits() ? "true" : nothing} @click=${go} data-testid=${`${name}-yes`}>${yes}</button>
      ${keep === undefined ? html`<button type="button" class="ns-button ns-quiet is-main" @click=${drop} data-testid=${`${name}-no`}>${t("cancelWord")}</button>` : nothing}</div>
  </div>`;
}

/** One of a few numbers, such as minutes. */
export function numbers(label: string, all: readonly number[], now: number, word: (n: number) => string, pick: (n: number) => void, test: string): TemplateResult {
  return html`<label class="lp-pick"><span>${label}</span><select @change=${(e: Event) => pick(Number((e.target as HTMLSelectElement).value))} data-testid=${test}>
    ${all.map((n) => html`<option value=${n} ?selected=${n === now}>${word(n)}</option>`)}</select></label>`;
}
