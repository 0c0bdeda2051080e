import type { VoteView } from "client-kit/proto/protocol.ts";
import "client-kit/secret/ns-poll-check.ts";
import { cautionLines } from "client-kit/ui/secret-vote.ts";
import { html, nothing, type TemplateResult } from "lit";
import { icons } from "../app/icons.ts";
import type { Desk } from "../meeting/desk.ts";
import { keyCodeOf } from "./booth-view.ts";
import { codeOf } from "./codes.ts";
import { castFrom } from "./secret-room.ts";
import { say, t } from "./texts.ts";
import { trusteePart } from "./trustee-view.ts";

/** Between the last ballot and the result: who of the counting committee has decrypted, and what its members do. */
export function countingView(desk: Desk, vote: string, of: VoteView): TemplateResult {
  const { people } = desk.room.view!.people;
  const { trustees, decrypted, ballotsCode } = of.secret!;
  return html`<div class="sb-counting" data-testid="counting"><div>
      <p class="vs-told-title">${t("countingTitle")}</p><p class="soft">${t("countingText")}</p>
      <ul class="sb-steps">${trustees.map((person) => html`<li data-done=${decrypted.includes(person) ? "yes" : "no"}>${decrypted.includes(person) ? icons.check : html`<i></i>`}<span>${people[person]?.name ?? person} <small>${t(decrypted.includes(person) ? "countingHas" : "countingWaits")}</small></span></li>`)}</ul>
      <dl class="sb-codes">${ballotsCode ? codeOf(say("ballotsCode"), ballotsCode, "ballots-code-public") : nothing}${keyCodeOf(desk, vote)}</dl></div>
    ${trusteePart(desk, vote)}</div>`;
}

/** Below a result: what the secrecy could not hide, and the check of the count on this very device. */
export function countedView(desk: Desk, vote: string, of: VoteView): TemplateResult | typeof nothing {
  const secret = of.secret;
  if (!secret) return nothing;
  return html`<div class="rs-wide">${secret.counted ? cautionLines(secret.cautions) : nothing}</div>
    ${secret.counted ? html`<ns-poll-check class="rs-wide" .meeting=${desk.room.meeting} .vote=${vote} .of=${of} .receipts=${castFrom(desk, vote)}></ns-poll-check>` : nothing}`;
}
