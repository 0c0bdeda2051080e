import { voterName } from "client-kit/meeting/substitutes.ts";
import { left, running } from "../shared/when.ts";
import type { NameGroup } from "./fit.ts";
import type { RoomBoard } from "client-kit/ink/index.ts";
import type { PageLive } from "client-kit/net/index.ts";
import type { MeetingView, TurnView } from "client-kit/proto/protocol.ts";
import { phaseOf, type TimerPhase } from "client-kit/ui/phase.ts";

/** What GET /api/screen says to a paired screen. */
export interface ScreenPlace {
  readonly body: { readonly id: string; readonly name: string };
  readonly meeting?: string;
  readonly next?: { readonly id: string; readonly title: string; readonly startsAt: number; readonly room: string };
  readonly joinPath: string;
  readonly now: number;
}

/** Everything a scene is drawn from. */
export interface Stage {
  readonly place: ScreenPlace;
  readonly view: MeetingView | null;
  readonly live: PageLive | null;
  /** What the presenter has drawn before the room; null on no meeting. */
  readonly board: RoomBoard | null;
  /** Server time, ms. */
  readonly now: () => number;
  /** Address that people scan to join. */
  readonly joinAddress: string;
  /** A small picture of the screen on the console: no reader, no QR. */
  readonly small: boolean;
}

/** The view of somebody who leads, cut down to what the room's screens show. */
export function onTheWall(view: MeetingView): MeetingView {
  const wall = view.lead?.wall;
  if (!wall) return view;
  const { inHand, number } = wall;
  const { inHand: _, ...agenda } = view.agenda;
  const { speaker, ...floor } = view.floor;
  const shown = inHand === undefined ? undefined : agenda.items[inHand];
  return {
    ...view,
    stage: wall.stage,
    agenda: shown ? { ...agenda, inHand: inHand!, items: { ...agenda.items, [inHand!]: { ...shown, number: number ?? shown.number } } } : agenda,
    floor: { ...floor, order: wall.next === undefined ? [] : [wall.next], ...(wall.speaking && speaker ? { speaker } : {}) },
  };
}

/** More names than this are not legible from ten metres. */
export const MOST_NAMES = 60;

/** Who chose what in an open vote, in the order of the choices; null when there are no names, or too many to read. */
export function namesByChoice(view: MeetingView, vote: string, language: "vi" | "en"): NameGroup[] | null {
  const shown = view.votes.votes[vote];
  const names = shown?.result?.names;
  if (!shown || !names) return null;
  const people = view.people.order.filter((id) => names[id] !== undefined);
  if (people.length > MOST_NAMES) return null;
  return shown.contests.flatMap(({ label, marks }) => marks.map((mark) => ({ id: mark.id, label: label[language] === "" ? mark.label[language] : `${label[language]}: ${mark.label[language]}` })))
    .map(({ id: mark, label }) => ({ label, names: people.filter((id) => names[id]?.includes(mark)).map((id) => voterName(shown, view.people.people, id)) }))
    .filter((group) => group.names.length > 0);
}

/** The request that would be called next. */
export function nextSpeaker(view: MeetingView): string | null {
  const first = view.floor.order[0];
  return (first === undefined ? undefined : view.floor.requests[first]?.person) ?? null;
}

/** A clock of something with a limit: what is left, then "+" and what is over; without a limit the time used. */
export function limitedClock(spent: number, limit: number): string {
  if (limit === 0) return running(spent);
  return spent > limit ? `+${running(spent - limit)}` : left(limit - spent);
}

/** What to say beside a turn's clock: it warns when the given time is left, as the tablets do. */
export function turnWord(turn: TurnView, warnSeconds: number, now: number): TimerPhase {
  return phaseOf({ spentMs: turn.spentMs, runningSince: turn.runningSince, limitMs: turn.limitMs || undefined, soonMs: warnSeconds * 1000 }, now).phase;
}

/** How long the item in hand has been dealt with, ms. */
export function spentMs(part: { readonly spentMs: number; readonly runningSince?: number }, now: number): number {
  return part.spentMs + (part.runningSince === undefined ? 0 : Math.max(0, now - part.runningSince));
}
