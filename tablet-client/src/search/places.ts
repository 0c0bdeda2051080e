import { Packs } from "client-kit/offline/index.ts";
import { packCache } from "client-kit/offline/names.ts";
import type { MeetingView } from "client-kit/proto/protocol.ts";
import { kept } from "client-kit/store/kept.ts";
import { packReader } from "client-kit/text/device-search.ts";
import type { SearchPlaces } from "client-kit/text/ns-search.ts";
import { KeptList } from "../meetings/kept-list.ts";

/** Meetings whose last view this tablet has kept, the latest first. */
async function keptViews(person: string): Promise<MeetingView[]> {
  const meetings = [...new KeptList(person).read()?.meetings ?? []].sort((a, b) => b.startsAt - a.startsAt);
  const views = await Promise.all(meetings.map(({ id }) => kept.view(person, id).catch(() => undefined)));
  return views.flatMap((view) => (view ? [view.view as unknown as MeetingView] : []));
}

/** Where one person may search on this tablet. */
export const placesOf = (person: string, meeting: () => MeetingView | null, paper: () => string | null): SearchPlaces => ({
  meeting, paper,
  device: Packs.available ? { here: packReader(packCache(person)), views: () => keptViews(person) } : null,
});
