import type { MeetingLine } from "./groups.ts";

export interface KeptMeetings {
  readonly meetings: readonly MeetingLine[];
  readonly at: number;
}

const MEETINGS_LIMIT = 100;
const PREFIX = "nghisu.tablet.meetings.";

/** The last list of a person's meetings, for opening the tablet without a network. */
export class KeptList {
  readonly #key: string;

  constructor(person: string) { this.#key = PREFIX + person; }

  read(): KeptMeetings | null {
    try {
      const raw = JSON.parse(localStorage.getItem(this.#key) ?? "null") as KeptMeetings | null;
      return raw && Array.isArray(raw.meetings) && typeof raw.at === "number" ? raw : null;
    } catch {
      return null;
    }
  }

  write(list: KeptMeetings): void {
    // A full or closed storage only means that the list needs the network next time.
    try { localStorage.setItem(this.#key, JSON.stringify({ ...list, meetings: list.meetings.slice(0, MEETINGS_LIMIT) })); } catch { return; }
  }

  forget(): void {
    try { localStorage.removeItem(this.#key); } catch { return; }
  }
}
