import type { Live, MeetingView } from "client-kit/proto/protocol.ts";

/** What the middle of the screen shows. */
export type Place =
  | { readonly kind: "overview" }
  | { readonly kind: "item"; readonly item: string }
  | { readonly kind: "paper"; readonly paper: string };

export type LivePage = Extract<Live, { kind: "page" }>;

export const OVERVIEW: Place = { kind: "overview" };

export function samePlace(a: Place, b: Place): boolean {
  switch (a.kind) {
    case "overview": return b.kind === "overview";
    case "item": return b.kind === "item" && a.item === b.item;
    case "paper": return b.kind === "paper" && a.paper === b.paper;
  }
}

/** The item that a place belongs to, null for the overview and for papers that are gone. */
export function itemOf(view: MeetingView, place: Place): string | null {
  switch (place.kind) {
    case "overview": return null;
    case "item": return place.item;
    case "paper": return view.papers.papers[place.paper]?.item ?? null;
  }
}

/** True while the place can still be shown: papers are withdrawn and items removed. */
export function exists(view: MeetingView, place: Place): boolean {
  switch (place.kind) {
    case "overview": return true;
    case "item": return place.item in view.agenda.items;
    case "paper": return readable(view, place.paper);
  }
}

const readable = (view: MeetingView, paper: string): boolean => view.papers.papers[paper]?.status === "READY";

/** An item opens on its first paper, or on its own page when it has none. */
export function opening(view: MeetingView, item: string): Place {
  const paper = view.agenda.items[item]?.papers.find((id) => readable(view, id));
  return paper ? { kind: "paper", paper } : { kind: "item", item };
}

/** Where the meeting is: the presented paper, else the item in hand, else the overview. */
export function whereTheMeetingIs(view: MeetingView): Place {
  if (view.head.phase !== "IN_SESSION" && view.head.phase !== "RECESS") return OVERVIEW;
  const presented = view.stage.presenting?.paper;
  if (presented && readable(view, presented)) return { kind: "paper", paper: presented };
  const item = view.agenda.inHand;
  return item && item in view.agenda.items ? opening(view, item) : OVERVIEW;
}

const presented = (view: MeetingView, place: Place): boolean => place.kind === "paper" && view.stage.presenting?.paper === place.paper;

/** Away: not where the meeting is. Another paper of the item in hand is not away unless one is presented. */
export function isAway(view: MeetingView, place: Place): boolean {
  const there = whereTheMeetingIs(view);
  if (there.kind === "overview" || samePlace(place, there)) return false;
  return presented(view, there) || itemOf(view, place) !== view.agenda.inHand;
}

/** What is remembered of a meeting on this tablet. `away` also says that its reader turns pages of the presented paper alone. */
export interface Kept {
  readonly place: Place;
  readonly away: boolean;
}

const stays = (view: MeetingView, kept: Kept): Kept => ({ place: kept.place, away: kept.away && (isAway(view, kept.place) || presented(view, kept.place)) });

/** Where a tablet opens: where its reader had wandered to, else where the meeting is. Before the meeting it is where reading stopped. */
export function landing(view: MeetingView, kept: Kept | null): Kept {
  if (kept && exists(view, kept.place) && (kept.away || !isAway(view, kept.place))) return stays(view, kept);
  return { place: whereTheMeetingIs(view), away: false };
}

/** After a change of the view: those who go along move when the meeting moves; nobody stays on what is gone. */
export function afterChange(before: MeetingView | null, after: MeetingView, now: Kept): Kept {
  if (!exists(after, now.place)) return { place: whereTheMeetingIs(after), away: false };
  if (now.away) return stays(after, now);
  // The meeting is over: what came out of it.
  if (after.head.phase === "CLOSED" && before !== null && before.head.phase !== "CLOSED") return { place: OVERVIEW, away: false };
  if (before && samePlace(whereTheMeetingIs(before), whereTheMeetingIs(after))) return now;
  return isAway(after, now.place) ? { place: whereTheMeetingIs(after), away: false } : now;
}

export function parseKept(text: string | null): Kept | null {
  if (!text) return null;
  try {
    const raw = JSON.parse(text) as { place?: { kind?: unknown; item?: unknown; paper?: unknown }; away?: unknown };
    const place = raw.place;
    if (!place) return null;
    const away = raw.away === true;
    if (place.kind === "overview") return { place: OVERVIEW, away };
    if (place.kind === "item" && typeof place.item === "string") return { place: { kind: "item", item: place.item }, away };
    if (place.kind === "paper" && typeof place.paper === "string") return { place: { kind: "paper", paper: place.paper }, away };
    return null;
  } catch {
    return null;
  }
}
