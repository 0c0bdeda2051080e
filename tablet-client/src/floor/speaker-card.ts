import { inPlaceOf } from "client-kit/meeting/substitutes.ts";
import type { TurnView } from "client-kit/proto/protocol.ts";
import "client-kit/ui/timer.ts";
import { html, nothing, type TemplateResult } from "lit";
import type { Desk } from "../meeting/desk.ts";
import { t } from "../texts/all.ts";
import { kindWords } from "./kind-words.ts";
import "./floor.css";

/** Who has the floor, with the clock that reads the same on every device. */
export function speakerCard(desk: Desk): TemplateResult {
  const { view, mine } = desk.room;
  const turn = view?.floor.speaker;
  if (!view || !turn) return html`<p class="fs is-empty soft" data-testid="speaker">${t("speakingNobody")}</p>`;
  const person = view.people.people[turn.person];
  const me = turn.person === mine?.person;
  const ending = desk.waiting("endTurn") !== undefined;
  return html`<section class=${`fs ${me ? "is-me" : ""}`} data-testid="speaker">
    <div><p class="fs-kicker">${t(me ? "speakingYou" : "speakingNow")} · ${kindWords(turn.kind, view.people.people[turn.with ?? ""]?.name)}</p>
      <p class="fs-name">${person?.name ?? ""}</p>
      ${person && !me ? html`<p class="soft">${[inPlaceOf(view, turn.person), person.title, person.unit].filter(Boolean).join(", ")}</p>` : nothing}
      ${turn.beyond ? html`<p class="soft" data-testid="turn-beyond">${t(`beyond${turn.beyond}`)}</p>` : nothing}
      ${turn.about ? html`<p class="fs-about">${turn.about}</p>` : nothing}</div>
    ${turnClock(turn, view.floor.rules.warnSeconds)}
    ${me ? html`<button type="button" class="ns-button ns-quiet is-main" ?disabled=${ending} @click=${() => desk.give({ type: "endTurn" })} data-testid="end-my-turn">${t("endMyTurn")}</button>` : nothing}
  </section>`;
}

export function turnClock(turn: TurnView, warnSeconds: number): TemplateResult {
  return html`<div class="fs-clock"><ns-timer worded bar .span=${{ spentMs: turn.spentMs, runningSince: turn.runningSince, limitMs: turn.limitMs || undefined, soonMs: warnSeconds * 1000 }} data-testid="turn-clock"></ns-timer>
    ${turn.runningSince === undefined ? html`<small>${t("timePaused")}</small>` : nothing}</div>`;
}
