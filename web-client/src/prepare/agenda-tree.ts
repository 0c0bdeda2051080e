import type { AgendaView } from "client-kit/proto/protocol.ts";

/** Where an item goes: below `parent` (none: first level), in front of `before` (none: at the end). */
export interface Place {
  readonly parent?: string;
  readonly before?: string;
}

export type Step = "up" | "down" | "in" | "out";

const place = (parent: string | undefined, before: string | undefined): Place => ({
  ...(parent === undefined ? {} : { parent }), ...(before === undefined ? {} : { before }),
});

const siblings = (agenda: AgendaView, parent: string | undefined): string[] => agenda.order.filter((id) => agenda.items[id]?.parent === parent);

export const childrenOf = (agenda: AgendaView, item: string): string[] => siblings(agenda, item);

/** Where the keyboard moves an item, or null when it can go no further that way. */
export function stepOf(agenda: AgendaView, item: string, step: Step): Place | null {
  const parent = agenda.items[item]?.parent;
  const row = siblings(agenda, parent);
  const at = row.indexOf(item);
  if (at < 0) return null;
  switch (step) {
    case "up":
      return at === 0 ? null : place(parent, row[at - 1]);
    case "down":
      return at === row.length - 1 ? null : place(parent, row[at + 2]);
    case "in":
      return parent !== undefined || at === 0 || childrenOf(agenda, item).length > 0 ? null : place(row[at - 1], undefined);
    case "out": {
      if (parent === undefined) return null;
      const above = siblings(agenda, undefined);
      return place(undefined, above[above.indexOf(parent) + 1]);
    }
  }
}

export type Edge = "before" | "after" | "inside";

/** Where a dragged item lands when it is dropped at an edge of `target`; null when it may not, or would stay where it is. */
export function dropAt(agenda: AgendaView, item: string, target: string, edge: Edge): Place | null {
  const there = agenda.items[target];
  if (!there || item === target || there.parent === item) return null;
  const heavy = childrenOf(agenda, item).length > 0;
  if (edge === "inside") {
    if (there.parent !== undefined || heavy || agenda.items[item]?.parent === target) return null;
    return place(target, undefined);
  }
  if (there.parent !== undefined && heavy) return null;
  const row = siblings(agenda, there.parent).filter((id) => id !== item);
  const before = edge === "before" ? target : row[row.indexOf(target) + 1];
  return isWhereItIs(agenda, item, there.parent, before) ? null : place(there.parent, before);
}

function isWhereItIs(agenda: AgendaView, item: string, parent: string | undefined, before: string | undefined): boolean {
  if (agenda.items[item]?.parent !== parent) return false;
  const row = siblings(agenda, parent);
  return row[row.indexOf(item) + 1] === before;
}
