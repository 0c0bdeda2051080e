import { http } from "client-kit/net/http.ts";

export type DoorState = "CHECKED_IN" | "ALREADY_IN" | "NOT_LISTED" | "OTHER_MEETING" | "WITHDRAWN" | "UNKNOWN";

export interface Counts {
  readonly present: number;
  readonly of: number;
  readonly quorum: { readonly members: number; readonly present: number; readonly needed: number; readonly met: boolean };
}

/** What became of a code. `since` is ms since 1970. */
export interface Arrival {
  readonly state: DoorState;
  readonly name?: string;
  readonly title?: string;
  readonly unit?: string;
  readonly since?: number;
  readonly late: boolean;
  readonly counts: Counts;
}

/** What the door belongs to; without a meeting nobody is received now. */
export interface Place {
  readonly body: string;
  readonly meeting?: { readonly title: string; readonly room: string; readonly startsAt: number; readonly counts: Counts };
}

/** A door as its page uses it: of a device with a key, or of a meeting whose secretary sits there. */
export interface Door {
  readonly place: () => Promise<Place>;
  readonly arrive: (code: string) => Promise<Arrival>;
  /** The meeting whose secretary has opened the page; null on a device of its own. */
  readonly meeting: string | null;
}

/** What the address says; a key is taken out of it at once, so that it stays in no history. */
export async function openDoor(): Promise<Door> {
  const said = new URLSearchParams(location.hash.slice(1));
  const meeting = said.get("meeting");
  if (meeting !== null) return {
    meeting,
    place: () => http.get<Place>(`/api/meetings/${encodeURIComponent(meeting)}/arrivals`),
    arrive: (code) => http.post<Arrival>(`/api/meetings/${encodeURIComponent(meeting)}/arrivals`, { code }),
  };
  const key = said.get("key");
  if (key !== null) {
    await http.post<Place>("/api/reception", { key });
    history.replaceState(null, "", location.pathname);
  }
  return { meeting: null, place: () => http.get<Place>("/api/reception"), arrive: (code) => http.post<Arrival>("/api/reception/arrivals", { code }) };
}
