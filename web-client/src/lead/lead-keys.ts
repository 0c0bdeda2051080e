import { html } from "lit";
import { openSheet } from "../shared/ask.ts";
import { common } from "../texts/common.ts";
import { lead } from "../texts/lead.ts";
import { takeStep } from "./take-step.ts";
import type { LeadDesk } from "./lead-desk.ts";
import { closeVote, openVote } from "./vote-acts.ts";
import { callSpeaker } from "./floor-acts.ts";

export function helpSheet(): Promise<unknown> {
  return openSheet("help", (close) => html`<h2 id="sheet-title">${lead.help.title}</h2>
    <dl class="keys">${lead.help.rows.map(([key, what]) => html`<div><dt><kbd>${key}</kbd></dt><dd>${what}</dd></div>`)}</dl>
    <div class="sheet-acts"><button type="button" class="ns-button ns-primary" data-first @click=${() => close(null)}>${common.close}</button></div>`);
}

const typing = (target: EventTarget | null): boolean => target instanceof HTMLElement && (target.matches("input, textarea, select, [contenteditable]") || target.closest("dialog") !== null);

/** The keyboard of the desk. Single letters work only while nothing is being typed. */
export class LeadKeys {
  constructor(private readonly page: LeadDesk) {}

  listen(): void { addEventListener("keydown", this.#pressed); }
  stop(): void { removeEventListener("keydown", this.#pressed); }

  readonly #pressed = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || typing(event.target) || document.querySelector("dialog[open]")) return;
    if (this.#act(event)) event.preventDefault();
  };

  #act(event: KeyboardEvent): boolean {
    const { page } = this;
    const { desk } = page;
    const view = desk?.view;
    if (!view) return false;
    switch (event.key) {
      case "?":
        void helpSheet();
        return true;
      case "Enter":
        if (event.target instanceof HTMLElement && event.target.matches("button, a, summary, [tabindex='0']")) return false;
        if (view.lead) void takeStep(desk, view.lead);
        return true;
      case "d":
        page.checking = !page.checking;
        if (page.checking) void page.updateComplete.then(() => page.querySelector<HTMLElement>("[data-testid=people-search]")?.focus());
        return true;
      case "p": {
        const first = view.floor.order[0];
        if (view.floor.speaker) void desk.do({ type: "endTurn" });
        else if (first !== undefined) void callSpeaker(desk, first);
        return true;
      }
      case "b": {
        const prepared = view.lead?.vote;
        if (view.votes.running !== undefined) void closeVote(desk, view.votes.running);
        else if (prepared !== undefined) void openVote(desk, prepared);
        return true;
      }
      case "k":
        page.reading = null;
        void page.updateComplete.then(() => page.querySelector<HTMLElement>("[data-testid=conclusion-text]")?.focus());
        return true;
      case "t": {
        const papers = view.agenda.inHand === undefined ? [] : view.agenda.items[view.agenda.inHand]?.papers ?? [];
        page.reading = page.reading === null ? papers[0] ?? null : null;
        return true;
      }
      case "Escape":
        if (page.reading === null && !page.checking) return false;
        page.reading = null;
        page.checking = false;
        return true;
      case "ArrowUp":
      case "ArrowDown":
        if (page.reading !== null) return false;
        return this.#walk(event.key === "ArrowUp" ? -1 : 1);
      default:
        return false;
    }
  }

  /** Moves the focus through the agenda. */
  #walk(step: 1 | -1): boolean {
    const rows = [...this.page.querySelectorAll<HTMLElement>("lead-agenda [data-row]")];
    if (rows.length === 0) return false;
    const at = rows.findIndex((row) => row === document.activeElement);
    const current = at >= 0 ? at : rows.findIndex((row) => row.getAttribute("aria-current") === "step");
    rows[Math.min(rows.length - 1, Math.max(0, current + step))]?.focus();
    return true;
  }
}
