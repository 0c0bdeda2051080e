import { format } from "client-kit/i18n/index.ts";
import type { Kind, Phase, Role } from "client-kit/proto/protocol.ts";

/** One line of GET /api/meetings; times in ms. */
export interface MeetingLine {
  readonly id: string;
  readonly title: string;
  readonly bodyName: string;
  readonly kind: Kind;
  readonly phase: Phase;
  readonly room: string;
  readonly startsAt: number;
  readonly endsAt: number;
  readonly role?: Role;
  /** Papers that may be read now. */
  readonly papers?: readonly string[];
  readonly itemInHand?: { readonly number: string; readonly title: string } | string;
}

export interface Groups {
  readonly today: readonly MeetingLine[];
  readonly upcoming: readonly MeetingLine[];
  readonly past: readonly MeetingLine[];
}

const running = (m: MeetingLine): boolean => m.phase === "IN_SESSION" || m.phase === "RECESS";
const over = (m: MeetingLine): boolean => m.phase === "CLOSED" || m.phase === "CANCELLED";

/** Today first, what runs before what is to come; then the next ones by date, then the past, newest first. */
export function groups(meetings: readonly MeetingLine[], now: number): Groups {
  const today = meetings.filter((m) => running(m) || format.date(m.startsAt) === format.date(now));
  const others = meetings.filter((m) => !today.includes(m));
  const isPast = (m: MeetingLine): boolean => over(m) || m.endsAt < now;
  return {
    today: [...today].sort((a, b) => Number(running(b)) - Number(running(a)) || Number(over(a)) - Number(over(b)) || a.startsAt - b.startsAt),
    upcoming: others.filter((m) => !isPast(m)).sort((a, b) => a.startsAt - b.startsAt),
    past: others.filter(isPast).sort((a, b) => b.startsAt - a.startsAt),
  };
}
