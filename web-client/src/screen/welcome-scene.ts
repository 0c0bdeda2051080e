import { qr } from "client-kit/ui/qr.ts";
import { html, nothing, type TemplateResult } from "lit";
import type { MeetingView } from "client-kit/proto/protocol.ts";
import { clock, hour } from "../shared/when.ts";
import { ticking, tickingFigures } from "../shared/ticker.ts";
import { screenTexts as say } from "../texts/screen.ts";
import type { Stage } from "./stage-of.ts";

/** More names than this would be too small; the number stands beside them. */
const NEWEST = 30;

/** Who has come, newest first, so that everybody sees the own name appear. */
function arrived(view: MeetingView): string[] {
  const { order, people } = view.people;
  return order
    .filter((id) => people[id]?.presence !== undefined)
    .sort((a, b) => (people[b]?.arrivedAt ?? 0) - (people[a]?.arrivedAt ?? 0))
    .map((id) => people[id]?.name ?? "");
}

export function welcomeScene(stage: Stage, view: MeetingView): TemplateResult {
  const { quorum } = view.people;
  const names = arrived(view);
  const shown = names.slice(0, NEWEST);
  const issued = view.head.phase === "ISSUED";
  return html`<div class="scene welcome">
    <div class="welcome-head">
      <p class="welcome-word">${say.welcome}</p>
      <fit-text class="welcome-title" .text=${view.head.title} .most=${8} .least=${4}></fit-text>
    </div>
    <div class="welcome-foot">
      <div class="welcome-count"><p><b class="tabular">${quorum.present}</b><span class="tabular">/${quorum.members}</span></p>
        <p class="label">${say.present}</p>
        <p class="welcome-quorum" data-met=${quorum.met ? "yes" : "no"}>${quorum.met ? say.quorumMet : say.quorumMissing(quorum.needed - quorum.present)}</p></div>
      <fit-names class="welcome-names" .groups=${[{ label: "", names: shown }]} .most=${3.4} .least=${2.3}></fit-names>
      <div class="welcome-side">
        <p class="welcome-clock tabular">${tickingFigures(() => clock(stage.now()))}</p>
        <p class="welcome-when">${issued ? ticking(() => (stage.now() < view.head.startsAt ? say.begins(hour(view.head.startsAt)) : say.soon)) : say.opened}</p>
        ${stage.small ? nothing : html`<div class="join">${qr(stage.joinAddress)}<p>${say.join}</p></div>`}
      </div>
    </div>
  </div>`;
}
