import type { Revised } from "./changes.ts";

export interface Older {
  readonly paper: string;
  /** The person has read it, on this device or another one. */
  readonly read: boolean;
}

/** The newest earlier revision of a paper that `read` holds, else its direct forerunner; null for a paper that replaces none. */
export function olderOf(papers: Readonly<Record<string, Revised>>, paper: string, read: (paper: string) => boolean): Older | null {
  const direct = forerunner(papers, paper);
  const seen = new Set<string>([paper]);
  for (let at = direct; at !== null && !seen.has(at); at = forerunner(papers, at)) {
    if (read(at)) return { paper: at, read: true };
    seen.add(at);
  }
  return direct === null ? null : { paper: direct, read: false };
}

function forerunner(papers: Readonly<Record<string, Revised>>, paper: string): string | null {
  const older = papers[paper]?.supersedes;
  return older && papers[older]?.status === "READY" ? older : null;
}

/** Earlier revisions that a reader may be shown the changes against: the one before, and the last one that `read` holds. */
export function comparedWith(papers: Readonly<Record<string, Revised>>, paper: string, read: (paper: string) => boolean): string[] {
  const direct = olderOf(papers, paper, () => false)?.paper;
  const last = olderOf(papers, paper, read)?.paper;
  return [...new Set([direct, last].filter((one) => one !== undefined))];
}
