import { html, type TemplateResult } from "lit";
import type { MeetingView } from "client-kit/proto/protocol.ts";
import { DeskPart } from "../meeting/desk-part.ts";
import "./agenda-outline.ts";
import "./head-sheet.ts";
import "./issue-panel.ts";
import "./item-sheet.ts";
import "./making.ts";
import "./people-sheet.ts";
import "./seats-sheet.ts";

/** "head", "people", "seats", or an item's id. */
export type Leaf = string;

/** Before the meeting: the outline of its file left, the leaf in hand in the middle, issue right. */
export class PrepareDesk extends DeskPart {
  static override properties = { ...DeskPart.properties, leaf: { state: true } };
  declare leaf: Leaf;

  constructor() {
    super();
    this.leaf = "";
  }

  protected override draw(view: MeetingView): TemplateResult {
    const { desk } = this;
    const chosen = this.leaf === "people" || this.leaf === "seats" || this.leaf === "head" || view.agenda.items[this.leaf] ? this.leaf : view.agenda.order[0] ?? "head";
    const choose = (leaf: Leaf): void => { this.leaf = leaf; };
    return html`<div class="desk prepare">
      <agenda-outline .desk=${desk} .leaf=${chosen} .choose=${choose} .drafts=${desk.drafts}></agenda-outline>
      <main class="centre" id="stage">
        ${chosen === "head" ? html`<head-sheet .desk=${desk}></head-sheet>`
          : chosen === "people" ? html`<people-sheet .desk=${desk}></people-sheet>`
          : chosen === "seats" ? html`<seats-sheet .desk=${desk}></seats-sheet>`
          : html`<item-sheet .desk=${desk} .item=${chosen} .drafts=${desk.drafts} .choose=${choose} .typed=${() => desk.tell()}></item-sheet>`}
      </main>
      <aside class="side"><making-line .desk=${desk}></making-line><issue-panel .desk=${desk} .choose=${choose}></issue-panel></aside>
    </div>`;
  }
}

customElements.define("prepare-desk", PrepareDesk);
