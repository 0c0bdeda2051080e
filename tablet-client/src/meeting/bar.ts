import { format } from "client-kit/i18n/index.ts";
import { printedPlace } from "client-kit/reader/index.ts";
import { askedOf, isForm } from "client-kit/meeting/opinion-form.ts";
import type { MeetingView } from "client-kit/proto/protocol.ts";
import { html, nothing, type TemplateResult } from "lit";
import { icons } from "../app/icons.ts";
import { t } from "../texts/index.ts";
import { awaitsMe, countdownMs } from "../vote/ballot-stage.ts";
import type { Desk } from "./desk.ts";

/** The one fixed bar. Its buttons never move; what can't be used now is faint, not gone. */
export function bar(desk: Desk): TemplateResult {
  const { view, mine } = desk.room;
  const reader = desk.paper ? desk.reader : null;
  const count = reader?.count ?? 0;
  const page = reader?.page ?? 0;
  const printed = reader ? printedPlace(reader) : null;
  const inWriting = view ? isForm(view.head) : false;
  const myPlace = view && mine ? mine.requests.map((id) => view.floor.order.indexOf(id) + 1).filter((n) => n > 0).sort((a, b) => a - b)[0] : undefined;
  return html`
    <footer class="bar">
      <div class="bar-turn">
        <button type="button" class="bar-button is-turn" ?disabled=${!count || page <= 1} @click=${() => reader?.previous()} data-testid="previous-page">${icons.back}<span>${t("previous")}</span></button>
        <button type="button" class="bar-button is-count tabular" ?disabled=${!count} aria-haspopup="dialog" aria-label=${count ? `${t("pageOf", { page, count })}. ${t("goToPage")}` : t("goToPage")} @click=${() => reader?.openPanel("goto")} data-testid="page-count">
          ${count ? html`<span>${t("pageOf", { page: page || 1, count })}</span>` : nothing}${printed ? html`<small>${printed}</small>` : nothing}</button>
        <button type="button" class="bar-button is-turn" ?disabled=${!count || page >= count} @click=${() => reader?.next()} data-testid="next-page">${icons.forward}<span>${t("next")}</span></button>
      </div>
      <div class="bar-tools">
        ${tool("large-text", icons.largeText, t("largeText"), () => desk.readLarge(), { disabled: !count, pressed: reader?.large ?? false })}
        ${tool("pen", desk.penWanted ? icons.connecting : icons.pen, t("pen"), (event) => desk.writeNotes("pointerType" in event && event.pointerType === "pen"), { disabled: !count, pressed: desk.ink?.open ?? false, busy: desk.penWanted !== null })}
        ${tool("search", icons.search, t("search"), () => desk.show("search"), { pressed: desk.sheet === "search" })}
        ${tool("floor", icons.speak, t("speak"), () => desk.show("floor"), { disabled: inWriting, pressed: desk.sheet === "floor", badge: myPlace === undefined ? undefined : { n: myPlace, words: t("speakBadge", { n: myPlace }) } })}
        ${voteTool(desk)}
        ${mine?.may.lead ? tool("lead", icons.lead, t("lead"), () => desk.show("lead"), { disabled: inWriting, pressed: desk.sheet === "lead", kind: "is-gold" }) : nothing}
      </div>
    </footer>`;
}

interface Look { readonly disabled?: boolean; readonly pressed?: boolean; readonly busy?: boolean; readonly badge?: { readonly n: number; readonly words: string } | undefined; readonly kind?: string }

function tool(test: string, icon: TemplateResult, word: string, act: (event: MouseEvent) => void, { disabled = false, pressed = false, busy = false, badge, kind = "" }: Look): TemplateResult {
  return html`<button type="button" class=${`bar-button ${kind}`} ?disabled=${disabled} aria-pressed=${pressed ? "true" : "false"} aria-busy=${busy ? "true" : "false"} @click=${act} data-testid=${`bar-${test}`}>
    ${icon}<span>${word}</span>${badge ? html`<b class="bar-badge tabular" aria-hidden="true">${badge.n}</b><span class="unseen">${badge.words}</span>` : nothing}</button>`;
}

function voteTool(desk: Desk): TemplateResult {
  const { view } = desk.room;
  if (view && isForm(view.head)) return formTool(desk, view);
  const running = view?.votes.running;
  const vote = running ? view?.votes.votes[running] : undefined;
  const up = desk.voteSheet.open || desk.sheet === "votes";
  if (!running || !vote) return tool("vote", icons.vote, t("vote"), () => (desk.voteSheet.open ? desk.hideVote() : desk.show("votes")), { pressed: up });
  const left = countdownMs(vote, desk.room.now());
  const stage = desk.ballot(running);
  return html`<button type="button" class=${`bar-button is-live ${stage && awaitsMe(stage) ? "is-waiting" : ""}`} aria-pressed=${up ? "true" : "false"}
    @click=${() => (desk.voteSheet.open && desk.voteSheet.vote === running ? desk.hideVote() : desk.showVote(running))} data-testid="bar-vote">
    ${icons.vote}<span class="tabular">${left === null ? t("stateOPEN") : t("voteNow", { time: format.countdown(left) })}</span></button>`;
}

/** Of an opinion form: its questions, with how many wait for an answer. */
function formTool(desk: Desk, view: MeetingView): TemplateResult {
  const { asked, answered } = askedOf(view, desk.room.mine ?? { entitled: [], ballots: {} });
  const n = view.head.phase === "ISSUED" ? asked.length - answered.length : 0;
  return tool("vote", icons.vote, t("formAnswer"), () => (desk.voteSheet.open ? desk.hideVote() : desk.show("votes")), { pressed: desk.voteSheet.open || desk.sheet === "votes", badge: n === 0 ? undefined : { n, words: t("formLeft", { n }) } });
}
