import { isForm } from "client-kit/meeting/opinion-form.ts";
import { tasksIn } from "client-kit/meeting/tasks-in.ts";
import type { MeetingView } from "client-kit/proto/protocol.ts";

/** A hint before issue. What `must` be done the server will insist on; the rest is advice. */
export type Hint =
  | { readonly hint: "noItems"; readonly must: true }
  | { readonly hint: "noQuestion"; readonly must: true }
  | { readonly hint: "preparing"; readonly must: true; readonly paper: string }
  | { readonly hint: "noPapers"; readonly must: false; readonly item: string }
  | { readonly hint: "broken"; readonly must: false; readonly paper: string }
  | { readonly hint: "failedPages"; readonly must: false; readonly paper: string }
  | { readonly hint: "noVote"; readonly must: false; readonly item: string }
  | { readonly hint: "overlong"; readonly must: false; readonly minutes: number }
  | { readonly hint: "noRoom"; readonly must: false };

const MINUTE_MS = 60_000;

/** @param broken whether a signature in a paper's file is known not to hold */
export function hints(view: MeetingView, broken: (paper: string) => boolean = () => false): Hint[] {
  const { order, items } = view.agenda;
  const found: Hint[] = [];
  const inWriting = isForm(view.head);
  if (inWriting && view.votes.order.length === 0) found.push({ hint: "noQuestion", must: true });
  if (order.length === 0 && !inWriting) found.push({ hint: "noItems", must: true });
  const alive = Object.entries(view.papers.papers).filter(([, paper]) => paper.status !== "WITHDRAWN");
  for (const [paper, { status }] of alive) if (status === "PREPARING") found.push({ hint: "preparing", must: true, paper });
  for (const [paper] of alive) if (broken(paper)) found.push({ hint: "broken", must: false, paper });
  for (const [paper, { failedPages }] of alive) if (failedPages.length > 0) found.push({ hint: "failedPages", must: false, paper });
  for (const id of order) {
    const item = items[id];
    const isHeading = order.some((other) => items[other]?.parent === id);
    if (item?.kind === "REPORT" && item.papers.length === 0 && !isHeading && tasksIn(view).review !== id) found.push({ hint: "noPapers", must: false, item: id });
    if (item?.kind === "DECISION" && !isHeading && !Object.values(view.votes.votes).some((vote) => vote.item === id)) found.push({ hint: "noVote", must: false, item: id });
  }
  if (inWriting) return found.filter(({ hint }) => hint !== "noVote");
  const over = Math.round(plannedMinutes(view) - (view.head.endsAt - view.head.startsAt) / MINUTE_MS);
  if (over > 0) found.push({ hint: "overlong", must: false, minutes: over });
  if (view.head.room === "") found.push({ hint: "noRoom", must: false });
  return found;
}

export const plannedMinutes = (view: MeetingView): number => view.agenda.order.reduce((sum, id) => sum + (view.agenda.items[id]?.plannedMinutes ?? 0), 0);

/** Pages that a member is asked to read. */
export const pagesToRead = (view: MeetingView): number =>
  view.agenda.order.reduce((sum, id) => sum + (view.agenda.items[id]?.papers ?? []).reduce((pages, paper) => pages + (view.papers.papers[paper]?.pages ?? 0), 0), 0);
