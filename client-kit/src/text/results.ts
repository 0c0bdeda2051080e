import type { Handling } from "../proto/protocol.ts";
import type { Snippet } from "./wanted.ts";

/** What GET /api/search answers, and what a search on the device makes alike (the server's SearchAnswer). */
export interface SearchAnswer {
  /** The best first. */
  readonly meetings: readonly InMeeting[];
  /** Something was left out because it was too much. */
  readonly more: boolean;
  /** Papers that can't be found yet: their words are still to be read, or are not on the device. */
  readonly unread: number;
}

export interface InMeeting {
  readonly id: string;
  readonly title: string;
  readonly bodyName: string;
  /** ms */
  readonly startsAt: number;
  readonly items: readonly { readonly id: string; readonly number: string; readonly title: Snippet }[];
  readonly papers: readonly InPaper[];
}

export interface InPaper {
  readonly id: string;
  /** Number of its item on the agenda. */
  readonly item: string;
  readonly title: Snippet;
  /** What may be done with it besides reading. */
  readonly handling: Handling;
  /** How many pages have it; `hits` are the best of them. */
  readonly pages: number;
  readonly hits: readonly PageHit[];
}

export interface PageHit {
  readonly number: number;
  /** The number printed on it. */
  readonly label: string;
  readonly snippet: Snippet;
  readonly sameAccents: boolean;
}

/** Where a result leads; without a page a paper opens where it was, without a paper the item. */
export interface Target {
  readonly meeting: string;
  readonly item?: string;
  readonly paper?: string;
  readonly page?: number;
  readonly query: string;
  readonly exact: boolean;
}
