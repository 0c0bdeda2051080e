import { html } from "lit";
import type { Desk } from "../meeting/desk.ts";
import { confirmAct, openSheet } from "../shared/ask.ts";
import { refuse } from "../shared/notices.ts";
import { clock } from "../shared/when.ts";
import { common } from "../texts/common.ts";
import { meetingTexts } from "../texts/meeting.ts";

const MINUTE_MS = 60_000;
const RECESSES = [10, 15, 20, 30, 60, 90];

/** Opens the session; without a quorum it warns and goes on only explicitly. */
export async function openMeeting(desk: Desk): Promise<void> {
  const view = desk.view;
  if (!view) return;
  const say = meetingTexts.open;
  const { met, present, members, needed } = view.people.quorum;
  const yes = met
    ? await confirmAct({ title: say.title, text: say.text(present, members), act: say.act, tone: "chair" })
    : await confirmAct({ title: say.without, text: say.withoutText(present, members, needed), act: say.withoutAct, tone: "grave" });
  if (!yes) return;
  const answer = await desk.do({ type: "openMeeting", withoutQuorum: !met }, true);
  if (answer.kind === "done") return;
  // Somebody left while we asked: the server's own numbers, and the question again.
  if (answer.code !== "QUORUM_NOT_MET") return refuse(answer.text);
  if (await confirmAct({ title: say.without, text: answer.text, act: say.withoutAct, tone: "grave" })) await desk.do({ type: "openMeeting", withoutQuorum: true });
}

export async function recess(desk: Desk): Promise<void> {
  const say = meetingTexts.recess;
  let minutes = 15;
  const chosen = await openSheet<number>("recess", (close, redraw) => html`
    <h2 id="sheet-title">${say.title}</h2>
    <div class="sheet-text"><p>${say.text}</p></div>
    <div class="picks" role="radiogroup" aria-label=${say.minutes}>
      ${[...RECESSES, 0].map((n) => html`<button type="button" class="pick" role="radio" aria-checked=${n === minutes ? "true" : "false"} data-testid="recess-${n}"
        @click=${() => { minutes = n; redraw(); }}>${n === 0 ? say.open : common.minutes(n)}</button>`)}
    </div>
    <p class="big-line">${minutes ? `${say.until} ${clock(desk.now() + minutes * MINUTE_MS)}` : "\u00a0"}</p>
    <div class="sheet-acts">
      <button type="button" class="ns-button ns-quiet" @click=${() => close(null)}>${common.cancel}</button>
      <button type="button" class="ns-button ns-primary" data-first data-testid="recess-go" @click=${() => close(minutes)}>${say.go}</button>
    </div>`);
  if (chosen === null) return;
  await desk.do(chosen === 0 ? { type: "recessMeeting" } : { type: "recessMeeting", until: new Date(desk.now() + chosen * MINUTE_MS).toISOString() });
}

export const resume = (desk: Desk): Promise<unknown> => desk.do({ type: "resumeMeeting" });

