import { isForm } from "client-kit/meeting/opinion-form.ts";
import type { MeetingLine } from "../api/api.ts";
import { dayNumber } from "../shared/when.ts";

export interface Day {
  readonly day: number;
  readonly at: number;
  readonly meetings: readonly MeetingLine[];
}

/**
 * A calendar read from today on: what goes on, the days to come in order, drafts, and what is past, newest first. A meeting that was
 * held before its planned day is past; one that was called off keeps its day, for people may still come.
 */
export interface Calendar {
  readonly now: readonly MeetingLine[];
  readonly today: readonly MeetingLine[];
  readonly coming: readonly Day[];
  readonly drafts: readonly MeetingLine[];
  readonly past: readonly Day[];
}

/** An opinion form goes on from its sending to its end. */
const isNow = (meeting: MeetingLine): boolean => meeting.phase === "IN_SESSION" || meeting.phase === "RECESS" || (isForm(meeting) && meeting.phase === "ISSUED");

function byDay(list: readonly MeetingLine[]): Day[] {
  const days: { day: number; at: number; meetings: MeetingLine[] }[] = [];
  for (const meeting of list) {
    const day = dayNumber(meeting.startsAt);
    const last = days[days.length - 1];
    if (last?.day === day) last.meetings.push(meeting);
    else days.push({ day, at: meeting.startsAt, meetings: [meeting] });
  }
  return days;
}

export function calendar(list: readonly MeetingLine[], now: number): Calendar {
  const today = dayNumber(now);
  const sooner = [...list].sort((a, b) => a.startsAt - b.startsAt);
  const planned = sooner.filter((meeting) => !isNow(meeting) && meeting.phase !== "DRAFT");
  const isPast = (meeting: MeetingLine): boolean => dayNumber(meeting.startsAt) < today || (meeting.phase === "CLOSED" && dayNumber(meeting.startsAt) > today);
  return {
    now: sooner.filter(isNow),
    today: planned.filter((meeting) => dayNumber(meeting.startsAt) === today),
    coming: byDay(planned.filter((meeting) => dayNumber(meeting.startsAt) > today && !isPast(meeting))),
    drafts: sooner.filter((meeting) => meeting.phase === "DRAFT"),
    past: byDay(planned.filter(isPast).reverse()),
  };
}
