import { http } from "client-kit/net/http.ts";
import type { Handling, Kind, MeetingView } from "client-kit/proto/protocol.ts";
import type { PageHit } from "client-kit/text/results.ts";
import type { Snippet } from "client-kit/text/wanted.ts";

/** A body with the years of its closed meetings, the newest first. */
export interface Shelf {
  readonly id: string;
  readonly name: string;
  readonly years: readonly { readonly year: number; readonly meetings: number }[];
}

/** Where it was found, besides papers; `number` is that of the item, may be empty. */
export interface ArchiveHit {
  readonly what: "MEETING" | "ITEM" | "CONCLUSION" | "MINUTES" | "VOTE";
  readonly number: string;
  readonly id: string;
  readonly text: Snippet;
}

export interface PaperHit {
  readonly id: string;
  readonly item: string;
  readonly title: Snippet;
  readonly handling: Handling;
  readonly pages: number;
  readonly hits: readonly PageHit[];
}

/** A closed meeting, in numbers of what its reader may see; times in ms. */
export interface ArchiveLine {
  readonly id: string;
  readonly title: string;
  readonly body: string;
  readonly bodyName: string;
  readonly kind: Kind;
  readonly room: string;
  readonly startsAt: number;
  readonly closedAt: number;
  readonly prepares: boolean;
  readonly items: number;
  readonly papers: number;
  readonly votes: number;
  readonly conclusions: number;
  readonly hits: readonly ArchiveHit[];
  readonly inPapers: readonly PaperHit[];
  readonly more: boolean;
}

export interface ArchiveList {
  readonly bodies: readonly Shelf[];
  readonly meetings: readonly ArchiveLine[];
  readonly found: number;
  readonly from: number;
  readonly unread: number;
  /** Meetings may be missing, since only the papers that fit best were looked at. */
  readonly cut: boolean;
}

export interface Archived {
  readonly view: MeetingView;
  readonly prepares: boolean;
  readonly mayReadMinutes: boolean;
}

export interface Wish {
  readonly body: string;
  readonly year: string;
  readonly q: string;
}

export const archive = {
  list: (wish: Wish, from: number, signal: AbortSignal) => http.get<ArchiveList>(`/api/archive?${new URLSearchParams({ ...wish, from: String(from) }).toString()}`, { signal }),
  one: (meeting: string) => http.get<Archived>(`/api/archive/${encodeURIComponent(meeting)}`),
};
