import type { Packs } from "client-kit/offline/index.ts";
import type { MeetingView } from "client-kit/proto/protocol.ts";
import { markedPapers, papersInOrder } from "../meeting/agenda-rows.ts";

/** Asks for all that belongs to one meeting's pack, as its view shows it to this person. */
export function wantPack(packs: Packs, _person: string, meeting: string, view: MeetingView, options: { readonly rank?: number; readonly spreadMs?: number } = {}): void {
  packs.want(meeting, papersInOrder(view), { ...options, marked: markedPapers(view) });
}
