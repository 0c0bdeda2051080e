import { sentenceOf } from "client-kit/net/http.ts";
import { html, nothing, type TemplateResult } from "lit";
import type { MeetingView } from "client-kit/proto/protocol.ts";
import { meetings, type EarlierMeeting } from "../api/api.ts";
import { DeskPart } from "../meeting/desk-part.ts";
import { bodyRulesSheet } from "../shared/body-rules-sheet.ts";
import { refuse } from "../shared/notices.ts";
import { conduct } from "../texts/conduct.ts";
import { prepare } from "../texts/prepare.ts";

/** Makes this meeting its body's template, or no longer; for those who prepare the body's meetings. */
export class TemplatePanel extends DeskPart {
  static override properties = { ...DeskPart.properties, offered: { state: true }, working: { state: true } };
  /** Null while it is not known, and for others. */
  declare offered: readonly EarlierMeeting[] | null;
  declare working: boolean;
  #asked = "";

  constructor() {
    super();
    this.offered = null;
    this.working = false;
  }

  protected override draw(view: MeetingView): TemplateResult | typeof nothing {
    if (this.#asked !== view.head.bodyId) void this.#ask(view.head.bodyId);
    if (!this.offered?.some((meeting) => meeting.id === this.desk.id)) return nothing;
    const say = prepare.template;
    const now = this.offered.find((meeting) => meeting.template);
    const is = now?.id === this.desk.id;
    return html`<section class="panel template"><header><h2>${say.title}</h2></header>
      <p class="hint" data-testid="template-words">${is ? say.is : say.isNot}${!is && now ? html` ${say.now(now.title)}` : nothing}</p>
      <button type="button" class="ns-button ns-quiet is-wide" ?disabled=${this.working} data-testid=${is ? "template-drop" : "template-name"}
        @click=${() => this.#change(view.head.bodyId, !is)}>${is ? say.drop : say.name}</button>
      <button type="button" class="ns-button ns-plain is-wide" data-testid="body-voting-rules" @click=${() => bodyRulesSheet(view.head.bodyId)}>${conduct.rules.act}</button></section>`;
  }

  async #ask(body: string): Promise<void> {
    this.#asked = body;
    this.offered = await meetings.earlier(body).catch(() => null);
  }

  async #change(body: string, name: boolean): Promise<void> {
    this.working = true;
    try {
      await (name ? meetings.nameTemplate(body, this.desk.id) : meetings.dropTemplate(body));
      await this.#ask(body);
    } catch (thrown) {
      refuse(sentenceOf(thrown));
    }
    this.working = false;
  }
}

customElements.define("template-panel", TemplatePanel);
