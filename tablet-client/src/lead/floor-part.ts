import { html, nothing, type TemplateResult } from "lit";
import { icons } from "../app/icons.ts";
import { queue } from "../floor/queue.ts";
import { speakerCard } from "../floor/speaker-card.ts";
import type { Desk } from "../meeting/desk.ts";
import { t } from "../texts/all.ts";
import { numbers } from "./asking.ts";
import { LIMITS_MINUTES } from "./draft.ts";

/** The floor as the chair gives it: who speaks, who is next, how long. */
export function floorPart(desk: Desk): TemplateResult | typeof nothing {
  const { view, mine } = desk.room;
  if (!view || !mine || view.head.phase !== "IN_SESSION") return nothing;
  const waiting = queue(view.floor, mine);
  const turn = view.floor.speaker;
  const { limitMinutes } = desk.draft;
  const calling = desk.waiting("callSpeaker") !== undefined;
  return html`<section class="part" data-testid="floor-part"><h3 class="unseen">${t("floorSection")}</h3>
    ${turn ? html`${speakerCard(desk)}<p class="part-acts">
      ${turn.person === mine.person ? nothing : html`<button type="button" class="ns-button ns-quiet is-main" ?disabled=${desk.waiting("endTurn") !== undefined} @click=${() => desk.give({ type: "endTurn" })} data-testid="end-turn">${icons.stop}<span>${t("endTurn")}</span></button>`}
      <button type="button" class="ns-button ns-quiet is-main" @click=${() => desk.give({ type: "pauseTurn", pause: turn.runningSince !== undefined })} data-testid="pause-turn">${turn.runningSince === undefined ? icons.play : icons.pause}<span>${t(turn.runningSince === undefined ? "continueTurn" : "pauseTurn")}</span></button></p>` : nothing}
    ${waiting.length === 0 ? html`<p class="soft">${t("queueEmpty")}</p>` : html`
      ${numbers(t("limit"), LIMITS_MINUTES, limitMinutes, (n) => (n === 0 ? t("limitNone") : t("limitMinutes", { n })), (n) => desk.write({ limitMinutes: n }), "turn-limit")}
      <ol class="fq lp-queue" data-testid="lead-queue">${waiting.map(({ id, place, request }) => {
        const person = view.people.people[request.person];
        return html`<li><span class="fq-place tabular">${place}</span>
          <span><b>${person?.name ?? ""}</b><small>${[person?.title, person?.unit].filter(Boolean).join(", ")}</small>
            <small>${request.kind === "POINT_OF_ORDER" ? html`<span class="tag">${t("speechPOINT_OF_ORDER")}</span>` : t(`speech${request.kind}`)}${request.about ? ` · ${request.about}` : ""}</small></span>
          <span class="lp-queue-acts"><button type="button" class=${`ns-button ${place === 1 ? "ns-decisive" : "ns-quiet"}`} ?disabled=${calling} @click=${() => desk.give({ type: "callSpeaker", request: id, limitMinutes })} data-testid=${`call-${id}`}>${t("giveFloor")}</button>
            <button type="button" class="ns-button ns-plain" @click=${() => desk.give({ type: "dismissRequest", request: id })} data-testid=${`dismiss-${id}`}>${t("dismiss")}</button></span></li>`;
      })}</ol>`}
    <p class="lp-list"><span class="soft">${t(view.floor.listOpen ? "listOpenNow" : "listClosedNow")}</span>
      <button type="button" class="ns-button ns-quiet" @click=${() => desk.give({ type: "openSpeakersList", open: !view.floor.listOpen })} data-testid="toggle-list">${t(view.floor.listOpen ? "listClose" : "listOpen")}</button></p>
  </section>`;
}
