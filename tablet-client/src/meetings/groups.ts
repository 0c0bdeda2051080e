import { format } from "client-kit/i18n/index.ts";
import { isForm } from "client-kit/meeting/opinion-form.ts";
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
  /** How far the reader is with an opinion form that is out. */
  readonly form?: { readonly questions: number; readonly answered: number; readonly remindedAt?: number };
  readonly itemInHand?: { readonly number: string; readonly title: string } | string;
}

export interface Groups {
  /** opinion forms that are out */
  readonly forms: readonly MeetingLine[];
  readonly today: readonly MeetingLine[];
  readonly upcoming: readonly MeetingLine[];
  readonly past: readonly MeetingLine[];
}

const running = (m: MeetingLine): boolean => m.phase === "IN_SESSION" || m.phase === "RECESS";
/** An opinion form is there to be answered until its deadline. */
const out = (m: MeetingLine): boolean => isForm(m) && m.phase === "ISSUED";
const waits = (m: MeetingLine): boolean => out(m) && m.form !== undefined && m.form.answered < m.form.questions;
const over = (m: MeetingLine): boolean => m.phase === "CLOSED" || m.phase === "CANCELLED";

/** Today first, what runs before what is to come; forms that are out, those to answer and the nearest deadline first; then the next ones by date, then the past, newest first. */
export function groups(meetings: readonly MeetingLine[], now: number): Groups {
  const today = meetings.filter((m) => running(m) || (!out(m) && format.date(m.startsAt) === format.date(now)));
  const others = meetings.filter((m) => !today.includes(m) && !out(m));
  const isPast = (m: MeetingLine): boolean => over(m) || m.endsAt < now;
  return {
    forms: meetings.filter(out).sort((a, b) => Number(waits(b)) - Number(waits(a)) || a.endsAt - b.endsAt),
    today: [...today].sort((a, b) => Number(running(b)) - Number(running(a)) || Number(over(a)) - Number(over(b)) || a.startsAt - b.startsAt),
    upcoming: others.filter((m) => !isPast(m)).sort((a, b) => a.startsAt - b.startsAt),
    past: others.filter(isPast).sort((a, b) => b.startsAt - a.startsAt),
  };
}
