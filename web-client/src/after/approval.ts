import { html, nothing, type TemplateResult } from "lit";
import type { MinutesView } from "client-kit/proto/protocol.ts";
import type { Desk } from "../meeting/desk.ts";
import { askReason, confirmAct } from "../shared/ask.ts";
import { day, hour } from "../shared/when.ts";
import { openComments } from "client-kit/minutes/comments.ts";
import { minutesTexts as say } from "../texts/minutes.ts";

/**
 * Whether the chair agrees to the minutes as they are, and the chair's way to say so where they are read as a whole.
 *
 * @param shown what the page shows as a whole; undefined while only a part stands there
 * @param read leads to the whole
 */
export function approval(desk: Desk, minutes: MinutesView, shown: MinutesView | undefined, read: () => void): TemplateResult {
  const given = minutes.approval;
  const at = given ? `${hour(given.at)}, ${day(given.at)}` : "";
  const state = given === undefined ? "none" : given.holds ? "holds" : "outdated";
  return html`<span class="approval" data-approval=${state} data-testid="approval">${minutes.locked ? say.locked : given === undefined ? say.notApproved : given.holds ? say.approved(desk.name(given.by), at) : say.outdated(at)}</span>
    ${desk.mine?.may.decide && !given?.holds && !minutes.locked && desk.view?.head.phase === "CLOSED" ? html`<span class="approval-acts">${shown === undefined ? html`<button type="button" class="ns-button ns-decisive is-small" data-testid="approve-read" @click=${read}>${say.readToApprove}</button>`
      : html`<button type="button" class="ns-button ns-decisive is-small" data-testid="approve" @click=${() => void approve(desk, shown)}>${say.approve}</button>`}
      <button type="button" class="ns-button ns-quiet is-small" data-testid="ask-changes" @click=${() => void askChanges(desk)}>${say.askChanges}</button></span>` : nothing}`;
}

/** What the chair wants changed, above the minutes. */
export function changesAsked(desk: Desk, { asked, locked }: MinutesView): TemplateResult | typeof nothing {
  return asked && !locked ? html`<p class="changes-asked" role="status" data-testid="changes-asked"><b>${say.changesAsked(desk.name(asked.by), `${hour(asked.at)}, ${day(asked.at)}`)}</b> ${asked.reason}</p>` : nothing;
}

async function askChanges(desk: Desk): Promise<void> {
  const reason = await askReason({ title: say.askChangesTitle, text: say.askChangesText, act: say.askChanges, label: say.askChangesLabel, hint: "" });
  if (reason !== null) await desk.do({ type: "askMinutesChanges", reason });
}

async function approve(desk: Desk, shown: MinutesView): Promise<void> {
  const versions = Object.fromEntries(Object.entries(shown.texts).map(([key, text]) => [key, text.version]));
  const open = openComments(shown).length;
  const text = open === 0 ? say.approveText : html`<p class="warn-words" data-testid="approve-open">${say.openComments(open)}.</p><p>${say.approveText}</p>`;
  if (await confirmAct({ title: say.approveTitle, text, act: say.approve, tone: "chair" })) await desk.do({ type: "approveMinutes", versions });
}
