import { html, nothing, type TemplateResult } from "lit";
import { inLanguage } from "client-kit/i18n/index.ts";
import { voteButtons, voteReceipt } from "client-kit/ui/vote.ts";
import type { ChoiceView, MeetingView } from "client-kit/proto/protocol.ts";
import { DeskPart } from "../meeting/desk-part.ts";
import { confirmAct } from "../shared/ask.ts";
import { lead } from "../texts/lead.ts";

/** The ballot of whoever sits at the console and may vote; nothing for others. */
export class OwnBallot extends DeskPart {
  static override properties = { ...DeskPart.properties, vote: {} };
  declare vote: string;

  protected override draw(view: MeetingView): TemplateResult | typeof nothing {
    const vote = view.votes.votes[this.vote];
    const { mine } = this.desk;
    if (!vote || !mine?.entitled.includes(this.vote)) return nothing;
    const receipt = mine.ballots[this.vote];
    const { choices } = vote;
    if (receipt) return html`<div class="own-ballot" data-testid="own-receipt">${voteReceipt({ receipt, choices })}</div>`;
    const sent = this.desk.sentBallot(this.vote);
    const held = vote.state !== "OPEN";
    return html`<section class="own-ballot" data-testid="own-ballot"><p class="eyebrow">${lead.votes.mine.title}</p>
      ${voteButtons({ choices, chosen: sent, disabled: held || sent !== undefined, label: lead.votes.mine.title, pick: (id) => void this.#cast(vote.question, choices.find((choice) => choice.id === id)) })}
      ${sent !== undefined ? html`<p class="soft" role="status">${lead.votes.mine.sending}</p>` : held ? html`<p class="soft">${lead.votes.mine.held}</p>` : nothing}</section>`;
  }

  /** A ballot can't be changed once it is recorded: asked once, in words. */
  async #cast(question: string, choice: ChoiceView | undefined): Promise<void> {
    if (!choice) return;
    const say = lead.votes.mine;
    if (!(await confirmAct({ title: say.confirm(inLanguage(choice.label)), text: question, act: say.send }))) return;
    const sent = this.desk.do({ type: "castBallot", vote: this.vote, choice: choice.id });
    this.desk.tell();
    await sent;
  }
}

customElements.define("own-ballot", OwnBallot);
