import type { Live, Note } from "../proto/protocol.ts";
import type { Ink } from "./stroke.ts";

export type StrokeLive = Extract<Live, { kind: "stroke" }>;

/** A stroke before the room as far as it has come. A later state of it is another object. */
export interface RoomStroke {
  readonly id: string;
  readonly paper: string;
  readonly page: number;
  readonly body: Ink;
}

/** What a piece did: "grows" goes on with a stroke, "whole" puts one down (anew), "none" fits to nothing. */
export type Taken = "grows" | "whole" | "gone" | "none";

/** What the presenter has drawn before the room, by the rules of the server's Blackboard; only for looking at. */
export class RoomBoard {
  readonly #strokes = new Map<string, RoomStroke>();
  readonly #listeners = new Set<(id: string | null, what: Taken) => void>();

  get strokes(): readonly RoomStroke[] { return [...this.#strokes.values()]; }
  get empty(): boolean { return this.#strokes.size === 0; }
  find(id: string): RoomStroke | undefined { return this.#strokes.get(id); }
  on(paper: string, page: number): readonly RoomStroke[] { return this.strokes.filter((one) => one.paper === paper && one.page === page); }

  take(live: Live): void {
    if (live.kind === "wiped") this.clear();
    else if (live.kind === "stroke") this.#tell(live.stroke, this.#piece(live));
  }

  clear(): void {
    this.#strokes.clear();
    this.#tell(null, "gone");
  }

  /** Told after each change; without an id all of them are gone. */
  listen(changed: (id: string | null, what: Taken) => void): () => void {
    this.#listeners.add(changed);
    return () => this.#listeners.delete(changed);
  }

  #piece({ stroke: id, paper, page, tool, colour, width, from, points, gone }: StrokeLive): Taken {
    const there = this.#strokes.get(id);
    if (gone) return this.#strokes.delete(id) ? "gone" : "none";
    if (from === 0) {
      this.#strokes.set(id, { id, paper, page, body: { kind: "ink", tool, colour, width, points: [...points] } });
      return "whole";
    }
    if (!there || there.page !== page || there.body.points.length !== 2 * from) return "none";
    this.#strokes.set(id, { ...there, body: { ...there.body, points: [...there.body.points, ...points] } });
    return "grows";
  }

  #tell(id: string | null, what: Taken): void { if (what !== "none") for (const listener of [...this.#listeners]) listener(id, what); }
}

/** The page's painter knows notes: a stroke before the room is painted as one of nobody's. */
export function asNote({ id, paper, page, body }: RoomStroke): Note {
  return { id, paper, page, body, share: { reach: "NOBODY", people: [] }, opinion: false, madeAt: 0, version: 0 };
}
