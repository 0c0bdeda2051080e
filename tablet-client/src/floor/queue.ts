import type { FloorView, Mine, RequestView } from "client-kit/proto/protocol.ts";

export interface Waiting {
  readonly id: string;
  readonly place: number;
  readonly request: RequestView;
  readonly mine: boolean;
}

/** The queue as it will be called, places counted from 1. */
export function queue(floor: FloorView, mine: Mine): Waiting[] {
  return floor.order.flatMap((id, i) => {
    const request = floor.requests[id];
    return request ? [{ id, place: i + 1, request, mine: mine.requests.includes(id) }] : [];
  });
}
