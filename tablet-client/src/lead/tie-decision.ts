import { waitsForChair } from "client-kit/meeting/before-closing.ts";
import { html, nothing, type TemplateResult } from "lit";
import type { Desk } from "../meeting/desk.ts";
import { t } from "../texts/all.ts";
import { asked } from "./asking.ts";

/** A tie that waits for the chair, wherever the chair sees its result; nothing for others. */
export function tieDecision(desk: Desk, id: string): TemplateResult | typeof nothing {
  const { view, mine } = desk.room;
  if (!view || !mine?.may.decide || !waitsForChair(view, id)) return nothing;
  const sending = desk.waiting("decideTie") !== undefined;
  const word = (passed: boolean): string => t(passed ? "tiePass" : "tieFail");
  const name = (passed: boolean): string => (passed ? "tie-passed" : "tie-failed");
  return html`<div class="lp-tie" data-testid="tie-decision"><p><b>${t("tieTitle")}</b></p>
    <p class="part-acts">${[true, false].map((passed) => html`<button type="button" class="ns-button ns-quiet is-main" ?disabled=${sending} @click=${() => desk.ask(name(passed))} data-testid=${name(passed)}>${word(passed)}</button>`)}</p>
    ${[true, false].map((passed) => asked(desk, { chair: true, name: name(passed), text: t("tieAsk", { word: word(passed) }), yes: word(passed), act: () => desk.give({ type: "decideTie", vote: id, passed }) }))}</div>`;
}
