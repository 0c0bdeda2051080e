import type { Fate, Note } from "../proto/protocol.ts";
import { entriesOf, type Entry } from "./listing.ts";

/** What became of my notes when a paper was replaced by a new version, until their owner has looked. */
export interface CarryReport {
  /** the new version */
  readonly paper: string;
  /** notes, each counted once */
  readonly counts: Readonly<Record<Fate, number>>;
  /** found again, but what is around has changed */
  readonly check: readonly Entry[];
  /** without a place in the new version */
  readonly orphan: readonly Entry[];
  /** all that are not looked at */
  readonly notes: readonly string[];
}

/** One report for each new version with notes that nobody has looked at since. */
export function reportsOf(notes: readonly Note[]): CarryReport[] {
  const unseen = notes.filter((note) => note.carried !== undefined && !note.carried.seen);
  return [...new Set(unseen.map((note) => note.paper))].map((paper) => {
    const here = unseen.filter((note) => note.paper === paper);
    const of = (fate: Fate): Note[] => here.filter((note) => note.carried?.fate === fate);
    return {
      paper,
      counts: { KEPT: of("KEPT").length, MOVED: of("MOVED").length, CHECK: of("CHECK").length, ORPHAN: of("ORPHAN").length },
      check: entriesOf(of("CHECK")),
      orphan: entriesOf(of("ORPHAN")),
      notes: here.map((note) => note.id),
    };
  });
}
