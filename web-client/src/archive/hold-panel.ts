import { http, sentenceOf } from "client-kit/net/http.ts";
import { newId } from "client-kit/net/index.ts";
import type { MeetingView } from "client-kit/proto/protocol.ts";
import { html, type TemplateResult } from "lit";
import { askReason } from "../shared/ask.ts";
import { refuse } from "../shared/notices.ts";
import { day } from "../shared/when.ts";
import { archiveTexts as say } from "../texts/archive.ts";

/** Whether a closed meeting is held back from being destroyed, and the way to do so or to end it. */
export function holdPanel(view: MeetingView, changed: () => void): TemplateResult {
  const { hold } = view.retention;
  const act = async (): Promise<void> => {
    const reason = await askReason({ title: hold ? say.liftHold : say.setHold, hint: hold ? say.liftHint : say.holdText, act: hold ? say.liftHold : say.setHold });
    if (reason === null) return;
    try {
      await http.post(`/api/meetings/${encodeURIComponent(view.head.id)}/commands`, { id: newId(), command: { type: hold ? "liftHold" : "setHold", reason } });
      changed();
    } catch (failure) {
      refuse(sentenceOf(failure));
    }
  };
  return html`<section class="panel" data-testid="hold" data-held=${hold ? "yes" : "no"}><h2>${say.hold}</h2>
    <p class="hint">${hold ? say.heldSince(hold.reason, view.people.people[hold.by]?.name ?? hold.by, day(hold.at)) : say.notHeld}</p>
    <button type="button" class="ns-button ns-quiet is-wide" data-testid="hold-act" @click=${act}>${hold ? say.liftHold : say.setHold}</button></section>`;
}
