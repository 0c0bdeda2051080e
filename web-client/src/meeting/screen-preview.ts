import { html, type TemplateResult } from "lit";
import type { MeetingView } from "client-kit/proto/protocol.ts";
import { sceneOf } from "../screen/scenes.ts";
import { onTheWall, type Stage } from "../screen/stage-of.ts";
import { meetingTexts as say } from "../texts/meeting.ts";
import { DeskPart } from "./desk-part.ts";

/** A small live picture of what the room screen shows now, drawn by the screen's own scenes; the desk itself may show more. */
export class ScreenPreview extends DeskPart {
  static override properties = { ...DeskPart.properties, act: { attribute: false } };
  declare act: () => void;

  protected override draw(mine: MeetingView): TemplateResult {
    const { desk } = this;
    const view = onTheWall(mine);
    const stage: Stage = {
      place: { body: { id: view.head.bodyId, name: view.head.bodyName }, meeting: view.head.id, joinPath: "", now: desk.now() },
      view, live: desk.page ?? null, board: desk.board, now: desk.now, joinAddress: "", small: true,
    };
    return html`<button type="button" class="preview" data-testid="screen-sheet" title=${say.screenNow} @click=${this.act}>
      <span class="preview-words"><b>${say.screen}</b><small>${counts(view) ? say.counting : say.scene[view.stage.scene]}</small></span>
      <span class="preview-picture" data-theme="dark" aria-hidden="true"><span class="room small">${sceneOf(stage).picture}</span></span>
    </button>`;
  }
}

/** The scene of a result shows the count before there is one. */
const counts = ({ stage, votes }: MeetingView): boolean => stage.scene === "RESULT" && votes.votes[stage.result ?? ""]?.state === "COUNTING";

customElements.define("screen-preview", ScreenPreview);
