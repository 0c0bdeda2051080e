import type { MeetingView } from "client-kit/proto/protocol.ts";
import { comparedWith } from "client-kit/revision/older.ts";
import { markedPapers, papersInOrder } from "./agenda-rows.ts";

/** What of a meeting comes onto the device, as `Packs.want` takes it. */
export interface PackOf {
  readonly papers: readonly string[];
  readonly marked: ReadonlySet<string>;
  readonly compared: ReadonlyMap<string, readonly string[]>;
  /** The same for the same content. */
  readonly key: string;
}

/** What this person may read, and what changed in it since the revision before and since the one that was read last. */
export function packOf(view: MeetingView, read: Pick<ReadonlySet<string>, "has">): PackOf {
  const papers = papersInOrder(view);
  const marked = markedPapers(view);
  const compared = new Map(papers.map((id) => [id, comparedWith(view.papers.papers, id, (one) => read.has(one))] as const).filter(([, older]) => older.length > 0));
  return { papers, marked, compared, key: papers.map((id) => `${id}${marked.has(id) ? "!" : ""}<${compared.get(id)?.join("<") ?? ""}`).join() };
}
