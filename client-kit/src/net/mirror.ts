import type { JsonValue } from "../proto/protocol.ts";
import { mergePatch, share } from "./merge-patch.ts";

export type MirrorFrame<V, M> =
  | { t: "view"; epoch: string; rev: number; view: V; mine: M }
  | { t: "patch"; from: number; rev: number; patch: JsonValue }
  | { t: "mine"; patch: JsonValue; whole?: boolean };

/** What may be kept over a reload: the mirror goes on from there with a hello. */
export interface Reflection<V, M> {
  epoch: string;
  rev: number;
  view: V;
  mine: M;
}

/** `gap`: a patch was missed; say hello again. `same`: old news. */
export type Received = "changed" | "same" | "gap";

/**
 * The client's copy of the server's view and of `mine`. It holds no rules: it merges what comes.
 * Unchanged parts stay the same objects from one view to the next.
 */
export class Mirror<V, M> {
  private held: Reflection<V, M> | undefined;

  get view(): V | undefined {
    return this.held?.view;
  }

  get mine(): M | undefined {
    return this.held?.mine;
  }

  get reflection(): Reflection<V, M> | undefined {
    return this.held;
  }

  /** Where a hello may resume. */
  get position(): { epoch: string; rev: number } | undefined {
    return this.held === undefined ? undefined : { epoch: this.held.epoch, rev: this.held.rev };
  }

  restore(kept: Reflection<V, M>): void {
    this.held ??= kept;
  }

  forget(): void {
    this.held = undefined;
  }

  receive(frame: MirrorFrame<V, M>): Received {
    switch (frame.t) {
      case "view": {
        const before = this.held;
        const view = share(json(before?.view), json(frame.view) ?? {}) as V;
        const mine = share(json(before?.mine), json(frame.mine) ?? {}) as M;
        this.held = { epoch: frame.epoch, rev: frame.rev, view, mine };
        return before?.view === view && before.mine === mine ? "same" : "changed";
      }
      case "patch": {
        const held = this.held;
        if (held === undefined) return "gap";
        if (frame.rev <= held.rev) return "same";
        if (frame.from !== held.rev) return "gap";
        const view = mergePatch(json(held.view), frame.patch) as V;
        this.held = { ...held, rev: frame.rev, view };
        return view === held.view ? "same" : "changed";
      }
      case "mine": {
        const held = this.held;
        if (held === undefined) return "gap";
        // after a joined patch the whole is told, and a merge patch could not say which receipts are gone
        const mine = (frame.whole ? share(json(held.mine), mergePatch({}, frame.patch)) : mergePatch(json(held.mine), frame.patch)) as M;
        if (mine === held.mine) return "same";
        this.held = { ...held, mine };
        return "changed";
      }
    }
  }
}

/** Views are made of JSON by construction (they came through a frame); the compiler can't know. */
function json(value: unknown): JsonValue | undefined {
  return value as JsonValue | undefined;
}
