import { isQuestioning } from "client-kit/meeting/floor.ts";
import type { FloorView, Mine, RequestView } from "client-kit/proto/protocol.ts";

export interface Waiting {
  readonly id: string;
  readonly place: number;
  /** Called next of all, as the screens say it. */
  readonly next: boolean;
  readonly request: RequestView;
  readonly mine: boolean;
  /** A question or the reply to one: these are a queue of their own. */
  readonly asks: boolean;
}

/** The queue as it will be called, places counted from 1 among the speeches and among the questions. */
export function queue(floor: FloorView, mine: Mine): Waiting[] {
  const places = { speech: 0, question: 0 };
  return floor.order.flatMap((id) => {
    const request = floor.requests[id];
    const asks = request !== undefined && isQuestioning(request);
    const place = (places[asks ? "question" : "speech"] += 1);
    return request ? [{ id, place, next: id === floor.order[0], request, mine: mine.requests.includes(id), asks }] : [];
  });
}
