import { inPlaceOf } from "client-kit/meeting/substitutes.ts";
import { qr } from "client-kit/ui/qr.ts";
import { html, nothing, type TemplateResult } from "lit";
import type { MeetingView, Scene, TurnView } from "client-kit/proto/protocol.ts";
import { screenTexts as say } from "../texts/screen.ts";
import { clock, day, dayNumber, hour, left, running, weekday } from "../shared/when.ts";
import { ticking, tickingFigures } from "../shared/ticker.ts";
import { limitedClock, nextSpeaker, spentMs, turnWord, type Stage } from "./stage-of.ts";
import { resultScene, voteScene } from "./vote-scenes.ts";
import { indicatorScene } from "./indicator-scene.ts";
import { seatsScene } from "./seats-scene.ts";
import { welcomeScene } from "./welcome-scene.ts";
import "./fit.ts";
import "./screen-page.ts";

/** What a screen shows now; a new key means another picture, so that the old one fades into it. */
export interface Shown {
  readonly key: string;
  readonly picture: TemplateResult;
}

export function sceneOf(stage: Stage): Shown {
  const view = stage.view;
  if (!view) return { key: "idle", picture: idle(stage) };
  const scene = view.stage.scene;
  return { key: keyOf(scene, view), picture: pictureOf(scene, stage, view) };
}

function keyOf(scene: Scene, view: MeetingView): string {
  switch (scene) {
    case "ITEM":
      return `item ${view.agenda.inHand}`;
    case "PAGE":
      return `page ${view.stage.presenting?.paper}`;
    case "SPEAKER":
      return `speaker ${view.floor.speaker?.person} ${view.floor.speaker?.from}`;
    case "VOTE":
      return `vote ${view.votes.running}`;
    case "RESULT":
      return `result ${view.stage.result}`;
    case "INDICATORS":
      return `indicators ${view.stage.indicators}`;
    case "IDLE":
    case "WELCOME":
    case "SEATS":
    case "RECESS":
    case "CLOSED":
      return scene.toLowerCase();
  }
}

function pictureOf(scene: Scene, stage: Stage, view: MeetingView): TemplateResult {
  switch (scene) {
    case "IDLE":
      return idle(stage);
    case "WELCOME":
      return welcomeScene(stage, view);
    case "ITEM":
      return item(stage, view);
    case "PAGE":
      return page(stage, view);
    case "SPEAKER":
      return speaker(stage, view);
    case "VOTE":
      return voteScene(stage, view);
    case "RESULT":
      return resultScene(stage, view);
    case "SEATS":
      return seatsScene(stage, view);
    case "INDICATORS":
      return indicatorScene(stage, view);
    case "RECESS":
      return recess(stage, view);
    case "CLOSED":
      return closed(stage, view);
  }
}

function idle(stage: Stage): TemplateResult {
  const { next, body } = stage.place;
  const now = stage.now();
  const when = (at: number): string => {
    const away = dayNumber(at) - dayNumber(now);
    return `${hour(at)}, ${away === 0 ? say.today : away === 1 ? say.tomorrow : `${weekday(at)} ${day(at)}`}`;
  };
  return html`<div class="scene idle">
    <div class="idle-main">
      <fit-text class="idle-body" .text=${body.name} .most=${6} .least=${3}></fit-text>
      <p class="idle-clock">${tickingFigures(() => clock(stage.now()))}</p>
      <p class="idle-day">${ticking(() => `${weekday(stage.now())}, ${day(stage.now())}`)}</p>
    </div>
    <div class="idle-side">
      <div class="idle-next"><p class="label">${next ? say.next : say.noNext}</p>
        ${next ? html`<fit-text class="idle-title" .text=${next.title} .most=${5.5} .least=${2.8}></fit-text>
          <p class="idle-when">${when(next.startsAt)}</p><p class="idle-room">${next.room}</p>` : nothing}</div>
      ${stage.small ? nothing : html`<div class="join">${qr(stage.joinAddress)}<p>${say.join}</p></div>`}
    </div>
  </div>`;
}

function item(stage: Stage, view: MeetingView): TemplateResult {
  const { inHand } = view.agenda;
  const shown = inHand === undefined ? undefined : view.agenda.items[inHand];
  if (!shown) return welcomeScene(stage, view);
  const by = [shown.presenter, shown.unit].filter(Boolean).filter((word, i, all) => all.indexOf(word) === i).join(" · ");
  return html`<div class="scene item">
    <p class="item-number">${say.item(shown.number)}</p>
    <fit-text class="item-title" .text=${shown.title} .most=${13} .least=${3.5}></fit-text>
    ${by ? html`<p class="item-by"><span class="label">${say.presenter}</span> ${by}</p>` : nothing}
    <div class="item-time">${itemTime(stage, shown)}</div>
  </div>`;
}

function itemTime(stage: Stage, shown: { readonly plannedMinutes: number; readonly spentMs: number; readonly runningSince?: number }): TemplateResult {
  const planned = shown.plannedMinutes * 60_000;
  const spent = (): number => spentMs(shown, stage.now());
  if (planned === 0) return html`<p class="time"><b>${tickingFigures(() => running(spent()))}</b> <span>${say.timeUsed}</span></p>`;
  return html`
    <p class="time"><b class="tabular">${tickingFigures(() => limitedClock(spent(), planned))}</b>
      <span>${ticking(() => (spent() > planned ? say.over : say.timeLeft))}</span></p>
    <p class="track" .style=${`--share:${Math.min(100, (100 * spent()) / planned).toFixed(1)}%`}></p>`;
}

function page(stage: Stage, view: MeetingView): TemplateResult {
  const presenting = view.stage.presenting;
  if (!presenting) return item(stage, view);
  const shown = view.agenda.inHand === undefined ? undefined : view.agenda.items[view.agenda.inHand];
  const live = stage.live?.paper === presenting.paper ? stage.live : null;
  return html`<div class="scene page">
    <screen-page .meeting=${view.head.id} .paper=${presenting.paper} .marked=${view.papers.papers[presenting.paper]?.handling === "MARKED"} .live=${live} .board=${stage.board} .small=${stage.small}></screen-page>
    <div class="strip">
      <p class="strip-item">${shown ? html`<b>${shown.number}</b> ${shown.title}` : view.papers.papers[presenting.paper]?.title}</p>
      ${view.floor.speaker ? html`<p class="strip-speaker">${view.people.people[view.floor.speaker.person]?.name} ${turnClock(stage, view)}</p>` : nothing}
    </div>
  </div>`;
}

/** The speaker's clock: what is left of a limited turn, else the time used. */
function turnClock(stage: Stage, view: MeetingView): TemplateResult {
  const turn = view.floor.speaker;
  if (!turn) return html``;
  const spent = (): number => spentMs(turn, stage.now());
  const words = { paused: say.paused, over: say.over, soon: say.turnSoon, running: turn.limitMs > 0 ? say.timeLeft : "" } as const;
  return html`<b class="turn-clock tabular">${tickingFigures(() => limitedClock(spent(), turn.limitMs))}</b>
    <span class="turn-word">${ticking(() => words[turnWord(turn, view.floor.rules.warnSeconds, stage.now())])}</span>`;
}

/** "Chất vấn: …", "Trả lời: …" where somebody is asked or replied to. */
function speakingKind(view: MeetingView, turn: TurnView): string {
  const other = view.people.people[turn.with ?? ""]?.name;
  return other !== undefined && (turn.kind === "QUESTION" || turn.kind === "REPLY") ? say.speakingTo[turn.kind](other) : say.speakingKind[turn.kind];
}

function speaker(stage: Stage, view: MeetingView): TemplateResult {
  const turn = view.floor.speaker;
  const person = turn ? view.people.people[turn.person] : undefined;
  if (!turn || !person) return item(stage, view);
  const next = nextSpeaker(view);
  return html`<div class="scene speaker">
    <p class="speaker-label"><span class="live-mark"></span>${speakingKind(view, turn)}</p>
    <fit-text class="speaker-name" .text=${person.name} .most=${15} .least=${6}></fit-text>
    <p class="speaker-who">${[inPlaceOf(view, turn.person), person.title].filter(Boolean).join(", ")}</p>
    ${person.unit && !person.title.includes(person.unit) ? html`<p class="speaker-unit">${person.unit}</p>` : nothing}
    <div class="speaker-foot">
      <p class="time">${turnClock(stage, view)}</p>
      ${next ? html`<p class="speaker-next"><span class="label">${say.nextSpeaker}</span> ${view.people.people[next]?.name}</p>` : nothing}
    </div>
  </div>`;
}

function recess(stage: Stage, view: MeetingView): TemplateResult {
  const until = view.head.resumesAt;
  return html`<div class="scene recess">
    <p class="recess-word">${say.recess}</p>
    ${until === undefined
      ? html`<p class="recess-clock">${tickingFigures(() => clock(stage.now()))}</p><p class="recess-when">${say.resumesSoon}</p>`
      : html`<p class="recess-clock tabular">${tickingFigures(() => left(until - stage.now()))}</p>
          <p class="recess-when">${ticking(() => (stage.now() < until ? say.resumes(hour(until)) : say.resumesNow))}</p>`}
    <fit-text class="recess-title" .text=${view.head.title} .most=${4} .least=${2.5}></fit-text>
  </div>`;
}

function closed(stage: Stage, view: MeetingView): TemplateResult {
  return html`<div class="scene closed">
    <p class="closed-word">${say.closed}</p>
    <fit-text class="closed-title" .text=${view.head.title} .most=${6} .least=${3}></fit-text>
    <p class="closed-thanks">${say.thanks}</p>
    <p class="closed-clock">${tickingFigures(() => clock(stage.now()))}</p>
  </div>`;
}
