/** A paper of a meeting as far as its revisions go. */
export interface Revised { readonly supersedes?: string; readonly status: string }

/** The newest earlier revision of a paper that `read` holds, else its direct forerunner; null for a paper that replaces none. */
export function olderOf(papers: Readonly<Record<string, Revised>>, paper: string, read: (paper: string) => boolean): { readonly paper: string; readonly read: boolean } | null {
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

/** The file of a paper's folder that tells what changed since an earlier revision. */
export const changesFile = (older: string): string => `changes-${older}`;
