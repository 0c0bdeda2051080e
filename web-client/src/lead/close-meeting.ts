import { html, nothing } from "lit";
import { beforeClosing } from "client-kit/meeting/before-closing.ts";
import { Ripeness } from "client-kit/ui/ripe.ts";
import type { Desk } from "../meeting/desk.ts";
import { openSheet } from "../shared/ask.ts";
import { common } from "../texts/common.ts";
import { lead } from "../texts/lead.ts";
import { meetingTexts } from "../texts/meeting.ts";
import { closeVote, decideTie, repeatVote } from "./vote-acts.ts";

/**
 * Closes after telling all that speaks against it. A tie or a running vote forbids it: then the way there is offered instead. The yes is
 * meant: it has no focus, and for a second it takes no press.
 */
export async function closeMeeting(desk: Desk): Promise<void> {
  const view = desk.view;
  if (!view) return;
  const say = meetingTexts.close;
  const { tie, again, running, speaker, requests, items } = beforeClosing(view);
  const numbers = (ids: readonly string[]): string => ids.map((id) => view.agenda.items[id]?.number ?? "").join(", ");
  const question = (vote: string): string => view.votes.votes[vote]?.question ?? "";
  const { unrecorded } = desk;
  const refused = tie !== undefined || again !== undefined || running !== undefined;
  const decides = desk.mine?.may.decide === true;
  const told = (text: string, test: string) => html`<p class="warn-words" data-testid=${test}>${text}</p>`;
  const ripe = new Ripeness();
  const waits = (): number => ripe.waits("close", true);
  const chosen = await openSheet<"close" | "vote" | "tie" | "again">("confirm", (close, redraw) => {
    const rest = waits();
    if (rest > 0) setTimeout(redraw, rest);
    return html`
    <h2 id="sheet-title">${refused ? say.refusedTitle : say.title}</h2>
    <div class="sheet-text">
      ${running === undefined ? nothing : told(say.running(question(running)), "closing-running")}
      ${tie === undefined ? nothing : told(say.tie(question(tie)), "closing-tie")}
      ${tie === undefined || decides ? nothing : html`<p>${say.tieChair}</p>`}
      ${again === undefined ? nothing : told(say.again(question(again)), "closing-again")}
      ${unrecorded.length === 0 ? nothing : told(lead.unrecorded.closing(numbers(unrecorded)), "closing-unrecorded")}
      ${speaker === undefined ? nothing : told(say.speaker(desk.name(speaker)), "closing-speaker")}
      ${requests === 0 ? nothing : told(say.requests(requests), "closing-requests")}
      ${items.length === 0 ? nothing : told(say.left(items.length, numbers(items)), "closing-items")}
      ${refused ? nothing : html`<p>${say.text}</p>`}
    </div>
    <div class="sheet-acts">
      <button type="button" class="ns-button ns-quiet" ?data-first=${!refused} data-testid="confirm-no" @click=${() => close(null)}>${common.cancel}</button>
      ${running !== undefined ? html`<button type="button" class="ns-button ns-primary" data-first data-testid="closing-to-vote" @click=${() => close("vote")}>${lead.votes.close}</button>`
        : tie !== undefined && decides ? html`<button type="button" class="ns-button ns-primary" data-first data-testid="closing-to-tie" @click=${() => close("tie")}>${lead.step.decideTie}</button>`
        : again !== undefined ? html`<button type="button" class="ns-button ns-primary" data-first data-testid="closing-to-again" @click=${() => close("again")}>${lead.votes.repeat}</button>`
        : tie !== undefined ? nothing
        : html`<button type="button" class="ns-button ns-decisive" aria-disabled=${rest > 0 ? "true" : nothing} data-testid="confirm-yes" @click=${() => { if (waits() === 0) close("close"); }}>${say.act}</button>`}
    </div>`;
  });
  if (chosen === "close") await desk.do({ type: "closeMeeting" });
  else if (chosen === "vote" && running !== undefined) await closeVote(desk, running);
  else if (chosen === "tie" && tie !== undefined) await decideTie(desk, tie);
  else if (chosen === "again" && again !== undefined) await repeatVote(desk, again);
}
