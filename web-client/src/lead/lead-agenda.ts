import { html, nothing, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import type { ItemView, MeetingView } from "client-kit/proto/protocol.ts";
import { DeskPart } from "../meeting/desk-part.ts";
import { spentMs } from "../screen/stage-of.ts";
import { ticking } from "../shared/ticker.ts";
import { clock, running } from "../shared/when.ts";
import { common } from "../texts/common.ts";
import { lead } from "../texts/lead.ts";

const MINUTE_MS = 60_000;
/** A meeting that is off its plan by more was moved, not late. */
const SENSIBLE_MINUTES = 180;

/** The agenda with planned and real times; one click goes to an item. */
export class LeadAgenda extends DeskPart {
  #scrolledTo: string | undefined;

  protected override draw(view: MeetingView): TemplateResult {
    const { order, items, inHand } = view.agenda;
    const open = view.head.phase === "IN_SESSION" && view.votes.running === undefined;
    return html`<nav class="agenda" aria-label=${lead.agenda}>
      <h2>${lead.agenda}</h2>
      ${order.length === 0 ? html`<p class="hint">${lead.noItems}</p>` : nothing}
      <ol>${repeat(order, (id) => id, (id) => {
        const item = items[id];
        return item ? this.#row(view, id, item, id === inHand, open) : nothing;
      })}</ol>
    </nav>`;
  }

  protected override updated(): void {
    const inHand = this.desk?.view?.agenda.inHand;
    if (inHand === this.#scrolledTo) return;
    this.#scrolledTo = inHand;
    this.querySelector("[aria-current=step]")?.scrollIntoView({ block: "center", behavior: "auto" });
  }

  #row(view: MeetingView, id: string, item: ItemView, now: boolean, open: boolean): TemplateResult {
    return html`<li class="row" data-progress=${item.progress} data-level=${item.parent ? 1 : 0}>
      <button type="button" data-row aria-current=${now ? "step" : nothing} ?disabled=${!open || now} data-testid="agenda-item" data-id=${id}
        title=${open && !now ? lead.takeUp : nothing} @click=${() => this.desk.do({ type: "takeUpItem", item: id })}>
        <span class="row-number">${item.number}</span>
        <span class="row-title">${item.title}</span>
        <span class="row-times">${this.#times(view, item)}</span>
        <span class="unseen">${item.progress === "DONE" ? lead.done : now ? lead.inHand : ""}</span>
      </button>
    </li>`;
  }

  #times(view: MeetingView, item: ItemView): TemplateResult {
    const planned = item.plannedStart === undefined ? "" : clock(item.plannedStart);
    const marks = html`${item.papers.length ? html`<span title=${lead.papers}>${lead.papersOf(item.papers.length)}</span>` : nothing}
      ${item.visibility === "MEMBERS" ? html`<span>${lead.hiddenFromGuests}</span>` : nothing}`;
    if (item.startedAt === undefined)
      return html`${planned ? html`<span class="tabular">${planned}${item.plannedMinutes ? ` · ${common.minutes(item.plannedMinutes)}` : ""}</span>` : nothing}${marks}`;
    const off = item.plannedStart === undefined ? 0 : Math.round((item.startedAt - item.plannedStart) / MINUTE_MS);
    const late = Math.abs(off) < SENSIBLE_MINUTES ? off : 0;
    const spent = (): string => running(spentMs(item, this.desk.now()));
    return html`<span class="tabular real">${clock(item.startedAt)}${item.endedAt === undefined ? "" : `–${clock(item.endedAt)}`}</span>
      <span class="tabular">${item.progress === "IN_HAND" && view.head.phase === "IN_SESSION" ? ticking(spent) : spent()}${item.plannedMinutes ? ` ${lead.ofPlanned(item.plannedMinutes)}` : ""}</span>
      ${late > 1 ? html`<span class="late">${lead.late(late)}</span>` : late < -1 ? html`<span>${lead.early(-late)}</span>` : nothing}`;
  }
}

customElements.define("lead-agenda", LeadAgenda);
