import { drawnSeats } from "client-kit/seats/states.ts";
import { seatKey } from "client-kit/seats/ns-seat-map.ts";
import { html, type TemplateResult } from "lit";
import type { MeetingView } from "client-kit/proto/protocol.ts";
import { tickingFigures } from "../shared/ticker.ts";
import { clock } from "../shared/when.ts";
import { screenTexts as say } from "../texts/screen.ts";
import type { Stage } from "./stage-of.ts";

/** Who is in the room, on its map, without what is between a person and those who lead: why somebody is away, who has voted. */
export function seatsScene(stage: Stage, view: MeetingView): TemplateResult {
  const { quorum } = view.people;
  const seats = drawnSeats(view).map((seat) => ({ ...seat, state: { ...seat.state, voted: false, late: false, recused: false, standing: seat.state.standing === "absent" ? "invited" as const : seat.state.standing } }));
  return html`<div class="scene seats">
    <div class="seats-map"><ns-seat-map still .seats=${seats}></ns-seat-map></div>
    <div class="seats-side">
      <p class="seats-clock tabular">${tickingFigures(() => clock(stage.now()))}</p>
      <div class="welcome-count"><p><b class="tabular">${quorum.present}</b><span class="tabular">/${quorum.members}</span></p>
        <p class="label">${say.present}</p>
        <p class="welcome-quorum" data-met=${quorum.met ? "yes" : "no"}>${quorum.met ? say.quorumMet : say.quorumMissing(quorum.needed - quorum.present)}</p></div>
      ${seatKey(seats)}
    </div>
  </div>`;
}
