import type { FloorView, Mine, RequestView, TurnView } from "client-kit/proto/protocol.ts";

/** Time used by a turn, by the server's clock. */
export function spentMs(turn: TurnView, now: number): number {
  return turn.spentMs + (turn.runningSince === undefined ? 0 : Math.max(0, now - turn.runningSince));
}

/** Time left; negative when it is over; null without a limit. */
export function leftMs(turn: TurnView, now: number): number | null {
  return turn.limitMs > 0 ? turn.limitMs - spentMs(turn, now) : null;
}

export type TurnMood = "plenty" | "soon" | "over";

const SOON_MS = 60_000;

/** The warning comes a minute before the end, in short turns at a fifth of the time. */
export function mood(turn: TurnView, now: number): TurnMood {
  const left = leftMs(turn, now);
  if (left === null) return "plenty";
  if (left < 0) return "over";
  return left <= Math.min(SOON_MS, turn.limitMs / 5) ? "soon" : "plenty";
}

export interface Waiting {
  readonly id: string;
  readonly place: number;
  readonly request: RequestView;
  readonly mine: boolean;
}

/** The queue as it will be called, places counted from 1. */
export function queue(floor: FloorView, mine: Mine): Waiting[] {
  return floor.order.flatMap((id, i) => {
    const request = floor.requests[id];
    return request ? [{ id, place: i + 1, request, mine: mine.requests.includes(id) }] : [];
  });
}

/** "4:05", "-0:12"; whole seconds, rounded up so that 0:00 is said at the end and not before. */
export function clockText(ms: number): string {
  const seconds = Math.ceil(Math.abs(ms) / 1000);
  const text = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
  return ms < 0 && seconds > 0 ? `−${text}` : text;
}
