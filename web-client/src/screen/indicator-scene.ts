import "client-kit/indicators/ns-indicators.ts";
import type { MeetingView } from "client-kit/proto/protocol.ts";
import { html, type TemplateResult } from "lit";
import { tickingFigures } from "../shared/ticker.ts";
import { clock } from "../shared/when.ts";
import type { Stage } from "./stage-of.ts";
import "./fit.ts";

/** The indicators of an item, large: last period beside this one. */
export function indicatorScene(stage: Stage, view: MeetingView): TemplateResult {
  const item = view.stage.indicators ?? "";
  const shown = view.agenda.items[item];
  const laid = view.indicators.beside[item]?.indicators ?? [];
  return html`<div class="scene indicators" data-count=${Math.min(laid.length, 12)}>
    <header class="indicators-head"><fit-text class="indicators-title" .text=${shown ? `${shown.number}. ${shown.title}` : ""} .most=${4} .least=${2.4}></fit-text><p class="indicators-clock tabular">${tickingFigures(() => clock(stage.now()))}</p></header>
    <ns-indicators .indicators=${laid}></ns-indicators>
  </div>`;
}
