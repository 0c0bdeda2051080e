import { inPlaceOf } from "client-kit/meeting/substitutes.ts";
import { hasLimits } from "client-kit/meeting/floor.ts";
import type { FloorRules, RequestView } from "client-kit/proto/protocol.ts";
import { html, nothing, type TemplateResult } from "lit";
import { icons } from "../app/icons.ts";
import { queue } from "../floor/queue.ts";
import { speakerCard } from "../floor/speaker-card.ts";
import { kindWords } from "../floor/kind-words.ts";
import type { Desk } from "../meeting/desk.ts";
import { t } from "../texts/all.ts";
import { asked, numbers } from "./asking.ts";
import { BY_THE_RULES, LIMITS_MINUTES } from "./draft.ts";
import { silencePart } from "./silence-part.ts";

const USUAL_MINUTES = 5;

/** Minutes to give, as chosen; before any choice what the rules say, or what is usual where they say nothing. */
const chosenLimit = (desk: Desk, rules: FloorRules): number => desk.draft.limitMinutes ?? (hasLimits(rules) ? BY_THE_RULES : USUAL_MINUTES);

/** The floor as the chair gives it: who speaks, who is next, how long. */
export function floorPart(desk: Desk): TemplateResult | typeof nothing {
  const { view, mine } = desk.room;
  if (!view || !mine || view.head.phase !== "IN_SESSION") return nothing;
  const waiting = queue(view.floor, mine);
  const turn = view.floor.speaker;
  const minutes = chosenLimit(desk, view.floor.rules);
  return html`<section class="part" data-testid="floor-part"><h3 class="unseen">${t("floorSection")}</h3>
    ${turn ? html`${speakerCard(desk)}<p class="part-acts">
      ${turn.person === mine.person ? nothing : html`<button type="button" class="ns-button ns-quiet is-main" ?disabled=${desk.waiting("endTurn") !== undefined} @click=${() => desk.give({ type: "endTurn" })} data-testid="end-turn">${icons.stop}<span>${t("endTurn")}</span></button>`}
      <button type="button" class="ns-button ns-quiet is-main" @click=${() => desk.give({ type: "pauseTurn", pause: turn.runningSince !== undefined })} data-testid="pause-turn">${turn.runningSince === undefined ? icons.play : icons.pause}<span>${t(turn.runningSince === undefined ? "continueTurn" : "pauseTurn")}</span></button></p>` : nothing}
    ${waiting.length === 0 ? html`<p class="soft">${t("queueEmpty")}</p>` : html`
      ${numbers(t("limit"), [...(hasLimits(view.floor.rules) ? [BY_THE_RULES] : []), ...LIMITS_MINUTES], minutes, limitWord, (n) => desk.write({ limitMinutes: n }), "turn-limit")}
      <ol class="fq lp-queue" data-testid="lead-queue">${waiting.map(({ id, request }, at) => requestLine(desk, id, request, at, waiting.map((w) => w.id)))}</ol>`}
    ${listPart(desk)}
    ${silencePart(desk)}
    ${writtenReceived(desk)}
  </section>`;
}

const limitWord = (n: number): string => (n === BY_THE_RULES ? t("limitRules") : n === 0 ? t("limitNone") : t("limitMinutes", { n }));

function requestLine(desk: Desk, id: string, request: RequestView, at: number, order: readonly string[]): TemplateResult {
  const view = desk.room.view!;
  const person = view.people.people[request.person];
  const minutes = chosenLimit(desk, view.floor.rules);
  const calling = desk.waiting("callSpeaker") !== undefined;
  const question = `beyond-${id}`;
  const longer = minutes !== BY_THE_RULES && request.minutes > 0 && (minutes === 0 || minutes > request.minutes);
  const beyond = request.beyond ?? (longer ? "LENGTH" : undefined);
  const call = (over: boolean): void => desk.give({ type: "callSpeaker", request: id, beyond: over, ...(minutes === BY_THE_RULES ? {} : { limitMinutes: minutes }) });
  // who moves up goes before the one above; who moves down goes behind the one below, which is before the one after that
  const move = (before: string | undefined): void => desk.give({ type: "moveRequest", request: id, ...(before === undefined ? {} : { before }) });
  const turns = view.floor.turns[request.person] ?? 0;
  return html`<li><span class="fq-place tabular">${at + 1}</span>
    <span><b>${person?.name ?? ""}</b><small>${[inPlaceOf(view, request.person), person?.title, person?.unit].filter(Boolean).join(", ")}</small>
      <small>${request.kind === "POINT_OF_ORDER" ? html`<span class="tag">${t("speechPOINT_OF_ORDER")}</span>` : kindWords(request.kind, view.people.people[request.to ?? ""]?.name)}${request.about ? ` · ${request.about}` : ""}</small>
      <small>${turns === 0 ? t("neverSpoken") : t("hasSpoken", { n: turns })}${request.minutes > 0 ? ` · ${t("limitRulesMinutes", { n: request.minutes })}` : ""}${request.beyond ? html` · <b>${t(`beyond${request.beyond}`)}</b>` : nothing}</small></span>
    <span class="lp-queue-acts"><button type="button" class=${`ns-button ${at === 0 ? "ns-decisive" : "ns-quiet"}`} ?disabled=${calling} @click=${() => (beyond ? desk.ask(question) : call(false))} data-testid=${`call-${id}`}>${t("giveFloor")}</button>
      <button type="button" class="ns-button ns-plain" ?disabled=${at === 0} @click=${() => move(order[at - 1])} data-testid=${`up-${id}`}>${t("moveUp")}</button>
      <button type="button" class="ns-button ns-plain" ?disabled=${at === order.length - 1} @click=${() => move(order[at + 2])} data-testid=${`down-${id}`}>${t("moveDown")}</button>
      <button type="button" class="ns-button ns-plain" @click=${() => desk.give({ type: "dismissRequest", request: id })} data-testid=${`dismiss-${id}`}>${t("dismiss")}</button>
      ${asked(desk, { chair: true, name: question, text: t(`askBeyond${beyond ?? "ITEM_TIME"}`, { name: person?.name ?? "", n: request.minutes }), yes: t("giveBeyond"), act: () => call(true) })}</span></li>`;
}

/** The list's three states; each of the other two is one tap away. */
function listPart(desk: Desk): TemplateResult {
  const { list } = desk.room.view!.floor;
  const now = { OPEN: "listOpenNow", PAUSED: "listPausedNow", CLOSED: "listClosedNow" } as const;
  return html`<p class="lp-list"><span class="soft" data-testid="list-state">${t(now[list])}</span>
    ${list === "OPEN" ? html`<button type="button" class="ns-button ns-quiet" @click=${() => desk.give({ type: "pauseSpeakersList" })} data-testid="pause-list">${t("listPause")}</button>` : nothing}
    <button type="button" class="ns-button ns-quiet" @click=${() => desk.give({ type: "openSpeakersList", open: list !== "OPEN" })} data-testid="toggle-list">${t(list === "OPEN" ? "listClose" : "listOpen")}</button>
    ${list === "PAUSED" ? html`<button type="button" class="ns-button ns-quiet" @click=${() => desk.give({ type: "openSpeakersList", open: false })} data-testid="close-list">${t("listClose")}</button>` : nothing}</p>`;
}

function writtenReceived(desk: Desk): TemplateResult | typeof nothing {
  const { agenda, floor, people } = desk.room.view!;
  const items = agenda.order.filter((id) => floor.opinions[id] !== undefined);
  if (items.length === 0) return nothing;
  return html`<details class="lp-written" data-testid="written-received"><summary>${t("writtenCount", { n: items.reduce((sum, id) => sum + Object.keys(floor.opinions[id] ?? {}).length, 0) })}</summary>
    ${items.map((id) => html`<h4>${agenda.items[id]?.number}. ${agenda.items[id]?.title}</h4>
      ${people.order.filter((person) => floor.opinions[id]?.[person]).map((person) => html`<p><b>${people.people[person]?.name}</b><br />${floor.opinions[id]?.[person]?.text}</p>`)}`)}</details>`;
}
