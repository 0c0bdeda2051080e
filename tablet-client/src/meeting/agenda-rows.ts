import type { ItemView, MeetingView, PaperView, Progress } from "client-kit/proto/protocol.ts";

export interface PaperRow {
  readonly id: string;
  readonly paper: PaperView;
  readonly isNew: boolean;
}

export interface ItemRow {
  readonly id: string;
  readonly item: ItemView;
  readonly depth: 0 | 1;
  readonly progress: Progress;
  readonly papers: readonly PaperRow[];
}

/** New to this reader: added after the issue, or a revision, and not opened on this tablet. */
export function isNew(view: MeetingView, paper: PaperView, opened: boolean): boolean {
  if (opened || paper.status !== "READY") return false;
  return paper.supersedes !== undefined || (view.head.issuedAt !== undefined && paper.addedAt > view.head.issuedAt);
}

/** The rail's rows in reading order. Papers in preparation and withdrawn ones are left to the console. */
export function agendaRows(view: MeetingView, opened: ReadonlySet<string>): ItemRow[] {
  return view.agenda.order.flatMap((id) => {
    const item = view.agenda.items[id];
    if (!item) return [];
    const papers = item.papers.flatMap((paperId) => {
      const paper = view.papers.papers[paperId];
      return paper?.status === "READY" ? [{ id: paperId, paper, isNew: isNew(view, paper, opened.has(paperId)) }] : [];
    });
    return [{ id, item, depth: item.parent ? 1 as const : 0 as const, progress: item.progress, papers }];
  });
}

/** "Mục 3/6" counts what stands on the first level. */
export function position(view: MeetingView, item: string): { readonly number: string; readonly of: number } {
  const of = view.agenda.order.filter((id) => !view.agenda.items[id]?.parent).length;
  return { number: view.agenda.items[item]?.number ?? "", of };
}

/** Papers whose pages bear their reader's name. */
export const markedPapers = (view: MeetingView): ReadonlySet<string> =>
  new Set(Object.entries(view.papers.papers).filter(([, paper]) => paper.handling === "MARKED").map(([id]) => id));

/** All readable papers, those of the item in hand first: the order in which they come onto the device. */
export function papersInOrder(view: MeetingView): string[] {
  const inHand = view.agenda.inHand;
  const items = [...view.agenda.order].sort((a, b) => Number(b === inHand) - Number(a === inHand));
  const shown = items.flatMap((id) => view.agenda.items[id]?.papers ?? []);
  const presented = view.stage.presenting?.paper;
  const all = presented ? [presented, ...shown.filter((id) => id !== presented)] : shown;
  return all.filter((id) => view.papers.papers[id]?.status === "READY");
}
