import type { MeetingView } from "../proto/protocol.ts";

/** What the server says of the body's meetings of a year; who is missing has not spoken. */
export interface Year {
  readonly year: number;
  readonly meetings: number;
  readonly people: Readonly<Record<string, { readonly spentMs: number; readonly turns: number; readonly meetings: number }>>;
}

export interface Speaking {
  readonly id: string;
  readonly hereMs: number;
  readonly hereTurns: number;
  readonly yearMs: number;
  readonly yearTurns: number;
  readonly yearMeetings: number;
}

/** Those present: who has not spoken here first, of these who has spoken least in the year; then by the time spoken here. */
export function bySilence({ floor, people }: MeetingView, year: Year | null): Speaking[] {
  return people.order.filter((id) => people.people[id]?.presence !== undefined)
    .map((id) => ({ id, hereMs: floor.spokenMs[id] ?? 0, hereTurns: floor.turns[id] ?? 0, yearMs: year?.people[id]?.spentMs ?? 0, yearTurns: year?.people[id]?.turns ?? 0, yearMeetings: year?.people[id]?.meetings ?? 0 }))
    .sort((a, b) => Number(a.hereTurns > 0) - Number(b.hereTurns > 0) || a.hereMs - b.hereMs || a.yearMs - b.yearMs);
}
