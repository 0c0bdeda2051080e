import type { MeetingView } from "../proto/protocol.ts";

/** How a paper stands to the one that is open: another version of it, of the same item, of another one. */
export type Kinship = "version" | "item" | "other";

export interface PaperBeside {
  readonly id: string;
  readonly title: string;
  /** Number of its item. */
  readonly item: string;
  readonly pages: number;
  readonly kinship: Kinship;
  /** Replaced by a newer version. */
  readonly old: boolean;
}

const RANK: Record<Kinship, number> = { version: 0, item: 1, other: 2 };

/** Papers that may be laid beside an open one: its other versions first, then those of its item, then all others in the agenda's order. */
export function papersBeside(view: MeetingView, open: string): PaperBeside[] {
  const versions = versionsOf(view, open);
  const here = view.papers.papers[open]?.item;
  const agenda = view.agenda.order.flatMap((item) => view.agenda.items[item]?.papers ?? []);
  const ids = new Set([...versions, ...agenda]);
  ids.delete(open);
  return [...ids]
    .flatMap((id): PaperBeside[] => {
      const paper = view.papers.papers[id];
      if (paper?.status !== "READY") return [];
      const kinship: Kinship = versions.has(id) ? "version" : paper.item === here ? "item" : "other";
      return [{ id, title: paper.title, item: view.agenda.items[paper.item]?.number ?? "", pages: paper.pages, kinship, old: paper.supersededBy !== undefined }];
    })
    .sort((a, b) => RANK[a.kinship] - RANK[b.kinship]);
}

/** All versions of a paper that may be seen, itself among them. */
export function versionsOf(view: MeetingView, paper: string): ReadonlySet<string> {
  const found = new Set<string>([paper]);
  const go = (next: (id: string) => string | undefined): void => {
    for (let id = next(paper); id !== undefined && !found.has(id); id = next(id)) found.add(id);
  };
  go((id) => view.papers.papers[id]?.supersedes);
  go((id) => view.papers.papers[id]?.supersededBy);
  return found;
}
