import type { MeetingView, RevisionView } from "../proto/protocol.ts";

/** Who took a paper back, when and why; undefined while it is there, or when its withdrawal is not for this reader to know. */
export function withdrawalOf(view: MeetingView, paper: string): RevisionView | undefined {
  return view.head.revisions.find((revision) => revision.withdrew?.paper === paper);
}
