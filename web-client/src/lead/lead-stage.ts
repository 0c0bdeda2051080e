import { voterName } from "client-kit/meeting/substitutes.ts";
import { html, nothing, type TemplateResult } from "lit";
import "client-kit/tasks/ns-task-review.ts";
import { tasksIn } from "client-kit/meeting/tasks-in.ts";
import { recusedFrom } from "client-kit/meeting/recusals.ts";
import { cautionLines, countState, tooFew } from "client-kit/ui/secret-vote.ts";
import { voteNotes } from "client-kit/ui/vote-notes.ts";
import { voteResult } from "client-kit/ui/vote.ts";
import type { ItemView, LeadView, MeetingView, VoteView } from "client-kit/proto/protocol.ts";
import { DeskPart } from "../meeting/desk-part.ts";
import { limitedClock, spentMs } from "../screen/stage-of.ts";
import { ticking, tickingFigures } from "../shared/ticker.ts";
import { clock, day, hour, left, running } from "../shared/when.ts";
import { common } from "../texts/common.ts";
import { conduct } from "../texts/conduct.ts";
import { lead } from "../texts/lead.ts";
import { meetingTexts } from "../texts/meeting.ts";
import { recusal } from "../texts/recusal.ts";
import { closeMeeting } from "./close-meeting.ts";
import { recess } from "./session-acts.ts";
import { recordBallot } from "./ballot-sheets.ts";
import "./own-ballot.ts";
import { rollCall } from "./roll-call.ts";
import { stepObject, stepWaits, stepWords, takeStep } from "./take-step.ts";
import { cancelVote, closeVote, holdVote, uncountedActs } from "./vote-acts.ts";

const LATELY = 18;

/** What lies before the room now, and the one step that comes next. */
export class LeadStage extends DeskPart {
  static override properties = { ...DeskPart.properties, read: { attribute: false }, checkIn: { attribute: false } };
  declare read: (paper: string) => void;
  declare checkIn: () => void;
  #ripens: ReturnType<typeof setTimeout> | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#ripens);
  }

  protected override draw(view: MeetingView): TemplateResult {
    const { inHand } = view.agenda;
    const item = inHand === undefined ? undefined : view.agenda.items[inHand];
    return html`<section class="stage" data-phase=${view.head.phase}>
      ${this.#before(view, item)}
      ${this.#live(view)}
      ${inHand !== undefined && inHand === tasksIn(view).review ? html`<ns-task-review tabindex="0" .meeting=${view.head.id}></ns-task-review>` : nothing}
      ${item ? this.#papers(view, item) : nothing}
      ${this.#step(view)}
    </section>`;
  }

  #before(view: MeetingView, item: ItemView | undefined): TemplateResult {
    const { head } = view;
    if (head.phase === "RECESS")
      return html`<p class="eyebrow">${common.phase.RECESS}</p>
        <h2 class="stage-title">${head.resumesAt === undefined ? meetingTexts.resume.text : html`${meetingTexts.recess.until} ${hour(head.resumesAt)}`}</h2>
        ${head.resumesAt === undefined ? nothing : html`<p class="stage-clock tabular">${tickingFigures(() => left((head.resumesAt ?? 0) - this.desk.now()))}</p>`}`;
    if (!item)
      return html`<p class="eyebrow">${common.phase[head.phase]}</p><h2 class="stage-title" data-length=${lengthOf(head.title)}>${head.phase === "IN_SESSION" ? lead.nothingInHand : head.title}</h2>
        <p class="stage-by">${[head.bodyName, `${hour(head.startsAt)}, ${day(head.startsAt)}`, head.room].filter(Boolean).join(" · ")}</p>
        ${head.phase === "ISSUED" ? this.#arrivals(view) : nothing}`;
    const { inHand } = view.agenda;
    const by = [item.presenter, item.unit].filter(Boolean).filter((word, i, all) => all.indexOf(word) === i).join(" · ");
    const spent = (): number => spentMs(item, this.desk.now());
    const planned = item.plannedMinutes * 60_000;
    return html`
      <div class="stage-head"><p class="eyebrow"><span class="live-mark"></span>${lead.inHand} · ${common.itemKind[item.kind]}${item.startedAt === undefined ? "" : ` · ${lead.began} ${clock(item.startedAt)}`}</p>
        <p class="stage-time tabular">${tickingFigures(() => running(spent()))} <small>${item.plannedMinutes ? lead.ofPlanned(item.plannedMinutes) : lead.spent}</small>
          <span class="late">${ticking(() => (planned > 0 && spent() > planned ? `${lead.over} ${running(spent() - planned)}` : ""))}</span></p></div>
      <h2 class="stage-title" data-length=${lengthOf(item.title)} data-testid="item-in-hand"><span>${item.number}</span> ${item.title}</h2>
      ${by ? html`<p class="stage-by">${by}</p>` : nothing}
      ${inHand === undefined ? nothing : this.#without(view, inHand)}`;
  }

  #without(view: MeetingView, item: string): TemplateResult | typeof nothing {
    const out = recusedFrom(view, item);
    return out.length === 0 ? nothing : html`<p class="stage-by stage-without" data-testid="stage-recused">${recusal.inHand}: ${out.map(({ person }) => this.desk.name(person)).join(", ")}</p>`;
  }

  /** Who came last, and who said that they won't. */
  #arrivals(view: MeetingView): TemplateResult | typeof nothing {
    const { order, people } = view.people;
    const come = order.filter((id) => people[id]?.presence).sort((a, b) => (people[b]?.arrivedAt ?? 0) - (people[a]?.arrivedAt ?? 0));
    const away = order.filter((id) => people[id]?.absence);
    if (come.length + away.length === 0) return nothing;
    return html`<div class="stage-live arrivals">
      ${come.length ? html`<p class="eyebrow">${lead.people.lately}</p><ul class="names">${come.slice(0, LATELY).map((id) => html`<li><span class="tabular">${clock(people[id]?.arrivedAt ?? 0)}</span> ${people[id]?.name}</li>`)}</ul>` : nothing}
      ${away.length ? html`<p class="eyebrow">${lead.people.absent}</p><ul class="names">${away.map((id) => html`<li>${people[id]?.name}: ${people[id]?.absence}</li>`)}</ul>` : nothing}</div>`;
  }

  /** The vote, the result or the speaker that the room looks at. */
  #live(view: MeetingView): TemplateResult | typeof nothing {
    const { votes, stage, floor } = view;
    const running_ = votes.running === undefined ? undefined : votes.votes[votes.running];
    if (votes.running !== undefined && running_) return this.#vote(votes.running, running_);
    const shown = stage.result === undefined ? undefined : votes.votes[stage.result];
    if (shown?.result) return html`<div class="stage-live result-live" data-testid="result-live"><p class="question">${shown.question}</p>${voteResult({ vote: { ...shown, result: shown.result }, question: false })}${voteNotes(shown, view.people.people)}${shown.secret?.counted ? cautionLines(shown.secret.cautions) : nothing}${shown.result.outcome === "NOT_COUNTED" && view.lead ? uncountedActs(this.desk, stage.result ?? "") : nothing}</div>`;
    if (shown?.secret && shown.state === "COUNTING") return html`<div class="stage-live result-live" data-testid="counting-live"><p class="question">${shown.question}</p>${countState(shown.secret, view.people.people)}</div>`;
    const turn = floor.speaker;
    if (!turn) return nothing;
    const person = this.desk.person(turn.person);
    const spent = (): number => spentMs(turn, this.desk.now());
    return html`<div class="stage-live speaker-live"><p class="eyebrow">${lead.floor.kind[turn.kind]}${turn.runningSince === undefined ? ` · ${lead.floor.paused}` : ""}</p>
      <p class="speaker-line"><b data-testid="speaker">${person?.name}</b><span>${person?.title}</span></p>
      ${turn.about ? html`<p class="soft">“${turn.about}”</p>` : nothing}
      <p class="stage-clock tabular" data-over=${turn.limitMs > 0 && spent() > turn.limitMs ? "yes" : "no"}>${tickingFigures(() => limitedClock(spent(), turn.limitMs))}</p></div>`;
  }

  #vote(id: string, vote: VoteView): TemplateResult {
    const say = lead.votes;
    const waiting = vote.waitingFor ?? [];
    return html`<div class="stage-live vote-live" data-testid="vote-live">
      <p class="eyebrow"><span class="live-mark"></span>${say.state[vote.state]} · ${say.mode[vote.mode]}</p>
      <p class="question">${vote.question}</p>
      <div class="vote-now"><p class="vote-numbers"><b class="tabular" data-testid="vote-received">${vote.received}</b><span class="tabular">/${vote.entitled}</span> <small>${say.received}${vote.recused.length === 0 ? "" : ` · ${recusal.notCounted(vote.recused.length)}`}</small></p>
        ${vote.endsAt === undefined ? nothing : html`<p class="stage-clock tabular">${tickingFigures(() => (this.desk.now() < (vote.endsAt ?? 0) ? left((vote.endsAt ?? 0) - this.desk.now()) : say.timeUp))}</p>`}
        <span class="spring"></span><span class="vote-acts">
        <button type="button" class="ns-button ns-quiet is-small" data-testid="vote-hold" @click=${() => holdVote(this.desk, id, vote.state === "OPEN")}>${vote.state === "OPEN" ? say.hold : say.go}</button>
        ${vote.state === "ON_HOLD" ? html`<button type="button" class="ns-button ns-quiet is-small" data-testid="vote-close-held" @click=${() => closeVote(this.desk, id)}>${say.close}</button>` : nothing}
        <button type="button" class="ns-button ns-quiet is-small" data-testid="vote-cancel" @click=${() => cancelVote(this.desk, id)}>${say.cancel}</button></span></div>
      <p class="track" .style=${`--share:${vote.entitled ? ((100 * vote.received) / vote.entitled).toFixed(1) : 0}%`}></p>
      ${rollCall(this.desk, id, vote)}
      <own-ballot .desk=${this.desk} .vote=${id}></own-ballot>
      ${waiting.length === 0 ? html`<p class="soft">${say.waitingNone}</p>`
        : html`<details class="waiting" ?open=${waiting.length <= 12}><summary>${say.waiting(waiting.length)}</summary>
            <ul class="names" data-testid="vote-waiting">${waiting.map((person) => html`<li>${voterName(vote, this.desk.view?.people.people ?? {}, person)}${vote.holders[person] && !vote.substituted.includes(person) ? html` <small class="soft">(${this.desk.name(vote.holders[person])})</small>` : vote.mode === "OPEN" && vote.state === "OPEN" && !vote.rollCall ? html` <button type="button" class="ns-button ns-plain is-small" data-testid="record-ballot" data-id=${person} @click=${() => recordBallot(this.desk, id, person)}>${conduct.record.act}</button>` : nothing}</li>`)}</ul></details>`}
    </div>`;
  }

  #papers(view: MeetingView, item: ItemView): TemplateResult | typeof nothing {
    if (item.papers.length === 0) return nothing;
    const presenting = view.stage.presenting;
    return html`<ul class="stage-papers" aria-label=${lead.papers}>${item.papers.map((id) => {
      const paper = view.papers.papers[id];
      if (!paper) return nothing;
      const shown = presenting?.paper === id;
      return html`<li data-shown=${shown ? "yes" : "no"}><button type="button" class="paper-open" data-testid="paper-open" data-id=${id} ?disabled=${paper.status !== "READY"} @click=${() => this.read(id)}>
          <b>${paper.title}</b><small>${common.pages(paper.pages)}${shown ? ` · ${lead.presentedBy(this.desk.name(presenting.presenter))}` : ""}</small></button>
        ${shown ? html`<button type="button" class="ns-button ns-plain" data-testid="presenting-stop" @click=${() => this.desk.do({ type: "stopPresenting" })}>${lead.stopPresenting}</button>` : nothing}</li>`;
    })}</ul>`;
  }

  #step(view: MeetingView): TemplateResult | typeof nothing {
    const next = view.lead;
    if (!next) return nothing;
    const object = stepObject(view, next);
    const name = next.step.toLowerCase().replaceAll("_", "-");
    const waits = stepWaits(this.desk, next);
    clearTimeout(this.#ripens);
    if (waits > 0) this.#ripens = setTimeout(() => this.requestUpdate(), waits);
    return html`<div class="next">
      ${next.step === "AWAIT_COUNT" ? html`<p class="next-wait" data-testid="next-step" data-step=${name}>${stepWords(this.desk, view, next)}</p>` : next.step === "DECIDE_TIE" && this.desk.mine?.may.decide !== true && !next.tiesToRepeat.includes(next.about ?? "") ? html`<p class="next-wait" data-testid="next-step" data-step=${name}>${lead.votes.tieOnlyChair}</p>` : html`<button type="button" class=${`ns-button next-step ${toneOf(next, view)}`} aria-disabled=${waits > 0 ? "true" : nothing} data-testid="next-step" data-step=${name} @click=${() => takeStep(this.desk, next)}>
        <span class="unseen">${lead.next}: </span><b>${stepWords(this.desk, view, next)}</b>${object ? html`<small>${object}</small>` : nothing}</button>`}
      <div class="next-others">${this.#others(view, next)}</div>
    </div>`;
  }

  /** What else may be done here, quietly. */
  #others(view: MeetingView, { step, item }: LeadView): TemplateResult {
    const { phase } = view.head;
    const running_ = view.votes.running !== undefined;
    return html`
      ${step === "AWAIT_COUNT" && view.stage.result !== undefined ? html`<button type="button" class="ns-button ns-plain" data-testid="count-clear" @click=${() => this.desk.do({ type: "clearResult" })}>${lead.votes.clearCount}</button>` : nothing}
      ${phase === "ISSUED" ? html`<button type="button" class="ns-button ns-plain" data-testid="check-in-open" @click=${this.checkIn}>${lead.people.checkIn}</button>` : nothing}
      ${phase === "IN_SESSION" && !running_ && item !== undefined && step !== "TAKE_UP"
        ? html`<button type="button" class="ns-button ns-plain" data-testid="next-item" @click=${() => this.desk.do({ type: "takeUpItem", item })}>${lead.step.takeUp(`${lead.step.itemWord} ${view.agenda.items[item]?.number ?? ""}`)}</button>` : nothing}
      ${phase === "IN_SESSION" && !running_ ? html`<button type="button" class="ns-button ns-plain" data-testid="recess" @click=${() => recess(this.desk)}>${meetingTexts.recess.act}</button>` : nothing}
      ${(phase === "IN_SESSION" || phase === "RECESS") && step !== "CLOSE"
        ? html`<button type="button" class="ns-button ns-plain" data-testid="meeting-close" @click=${() => closeMeeting(this.desk)}>${meetingTexts.close.act}</button>` : nothing}`;
  }
}

/** Long titles are set smaller. */
const lengthOf = (title: string): "short" | "long" | "longest" => (title.length > 200 ? "longest" : title.length > 90 ? "long" : "short");

/** Red for what is live, gold for the chair's decisive acts, ink for the rest. */
function toneOf({ step, about = "" }: LeadView, { votes }: MeetingView): string {
  switch (step) {
    case "OPEN_VOTE":
      return "ns-live";
    case "CLOSE_VOTE":
      // closing it now would drop the ballots
      return votes.votes[about] && tooFew(votes.votes[about]) ? "ns-quiet" : "ns-decisive";
    case "OPEN":
    case "CLOSE":
    case "DECIDE_TIE":
      return "ns-decisive";
    case "ISSUE":
    case "RESUME":
    case "CONTINUE_VOTE":
    case "AWAIT_COUNT":
      return "ns-primary";
    case "CLEAR_RESULT":
      return votes.votes[about]?.result?.outcome === "NOT_COUNTED" ? "ns-quiet" : "ns-primary";
    case "END_TURN":
    case "CALL":
    case "TAKE_UP":
    case "NONE":
      return "ns-primary";
  }
}

customElements.define("lead-stage", LeadStage);
