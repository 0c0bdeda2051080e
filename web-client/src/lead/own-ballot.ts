import { html, nothing, type TemplateResult } from "lit";
import { BLANK, isWhole, markedWords, marksOf, wantsWords, type Filled } from "client-kit/meeting/ballot.ts";
import { groupedText } from "client-kit/ui/code.ts";
import { ballotPaper, opinionField } from "client-kit/ui/ballot-paper.ts";
import { voteButtons, voteReceipt } from "client-kit/ui/vote.ts";
import type { MeetingView, VoteView } from "client-kit/proto/protocol.ts";
import { DeskPart } from "../meeting/desk-part.ts";
import { confirmAct } from "../shared/ask.ts";
import { conduct } from "../texts/conduct.ts";
import { lead } from "../texts/lead.ts";
import { meetingTexts } from "../texts/meeting.ts";
import { castHeld } from "./ballot-sheets.ts";

/** The ballot of whoever sits at the console and may vote; nothing for others. */
export class OwnBallot extends DeskPart {
  static override properties = { ...DeskPart.properties, vote: {}, filled: { state: true } };
  declare vote: string;
  /** What is marked and not sent yet. */
  declare filled: Filled;
  #of = "";

  constructor() {
    super();
    this.filled = BLANK;
  }

  protected override draw(view: MeetingView): TemplateResult | typeof nothing {
    const vote = view.votes.votes[this.vote];
    const { mine } = this.desk;
    if (!vote || !mine) return nothing;
    if (!mine.entitled.includes(this.vote)) return mine.held.some((one) => one.vote === this.vote) ? html`<section class="own-ballot">${this.#held(vote)}</section>` : nothing;
    if (this.#of !== this.vote) { this.#of = this.vote; this.filled = BLANK; }
    const receipt = mine.ballots[this.vote];
    if (receipt) return html`<div class="own-ballot" data-testid="own-receipt">${voteReceipt({ receipt, vote })}${this.#held(vote)}</div>`;
    if (vote.mode === "SECRET") return html`<section class="own-ballot" data-testid="own-secret"><p class="eyebrow">${lead.votes.mine.title}</p><p class="soft">${lead.votes.mine.secret}</p>
      <p><a class="ns-button ns-quiet" href=${`/tablet/#/m/${view.head.id}`} target="_blank">${meetingTexts.openTablet}</a></p></section>`;
    const sent = this.desk.sentBallot(this.vote);
    const held = vote.state !== "OPEN";
    const off = held || sent !== undefined;
    return html`<section class="own-ballot" data-testid="own-ballot"><p class="eyebrow">${lead.votes.mine.title}</p>
      ${vote.form.kind === "answers" ? this.#answers(vote, sent?.[0], off) : this.#paper(vote, off)}
      ${sent !== undefined ? html`<p class="soft" role="status">${lead.votes.mine.sending}</p>` : held ? html`<p class="soft">${lead.votes.mine.held}</p>` : nothing}${this.#held(vote)}</section>`;
  }

  /** Ballots of members who are away and have given theirs to this person, or in whose place this person has come. */
  #held(vote: VoteView): TemplateResult {
    const held = this.desk.mine?.held.filter((one) => one.vote === this.vote) ?? [];
    return html`${held.map(({ person, receipt }) => (receipt ? html`<p class="soft" data-testid="held-receipt">${conduct.held.done(this.desk.name(person), groupedText(receipt.code))}</p>`
      : html`<p><button type="button" class="ns-button ns-quiet" ?disabled=${vote.state !== "OPEN"} data-testid="held-cast" @click=${() => castHeld(this.desk, this.vote, person)}>${conduct.held.act(this.desk.name(person))}</button></p>`))}`;
  }

  #answers(vote: VoteView, sent: string | undefined, off: boolean): TemplateResult {
    const opines = wantsWords(vote, this.filled);
    return html`<div class="ns-ballot-sheet">${voteButtons({
      choices: marksOf(vote), chosen: sent ?? (opines ? this.filled.marks[0] : undefined), disabled: off, label: lead.votes.mine.title,
      pick: (id) => {
        const filled = { ...this.filled, marks: [id] };
        if (wantsWords(vote, filled)) this.filled = filled;
        else void this.#cast(vote, { marks: [id], words: "" });
      },
    })}${opinionField({ vote, filled: this.filled, disabled: off, change: (filled) => { this.filled = filled; } })}
    ${opines ? this.#send(vote, off) : nothing}</div>`;
  }

  #paper(vote: VoteView, off: boolean): TemplateResult {
    return html`<div class="ns-ballot-sheet">${ballotPaper({ vote, filled: this.filled, disabled: off, change: (filled) => { this.filled = filled; } })}${this.#send(vote, off)}</div>`;
  }

  #send(vote: VoteView, off: boolean): TemplateResult {
    return html`<button type="button" class="ns-button ns-primary" ?disabled=${off || !isWhole(vote, this.filled)} data-testid="own-send" @click=${() => this.#cast(vote, this.filled)}>${lead.votes.mine.send}</button>`;
  }

  /** A ballot can't be changed once it is recorded: asked once, in words. */
  async #cast(vote: VoteView, { marks, words }: Filled): Promise<void> {
    const say = lead.votes.mine;
    if (!(await confirmAct({ title: say.confirm(marks.length === 0 ? say.blank : markedWords(vote, marks).join(" · ")), text: vote.question, act: say.send }))) return;
    const sent = this.desk.do({ type: "castBallot", vote: this.vote, marks: [...marks], words });
    this.desk.tell();
    await sent;
  }
}

customElements.define("own-ballot", OwnBallot);
