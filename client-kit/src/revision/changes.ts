import type { Rect } from "../reader/manifest.ts";

/** A paper of a meeting as far as its revisions go. */
export interface Revised { readonly supersedes?: string; readonly status: string }

/** The file of a paper's folder that tells what changed since an earlier revision. */
export const changesFile = (older: string): string => `changes-${older}`;

/** Where the server tells what changed between two revisions. */
export const addressOfChanges = (meeting: string, newer: string, older: string): string => `/files/${meeting}/${newer}/${changesFile(older)}`;

/** Whether a paper has come, directly or not, in the place of an older one. */
export function isLaterThan(papers: Readonly<Record<string, Revised>>, paper: string, older: string): boolean {
  const seen = new Set<string>([paper]);
  for (let at = papers[paper]?.supersedes; at !== undefined && !seen.has(at); at = papers[at]?.supersedes) {
    if (at === older) return true;
    seen.add(at);
  }
  return false;
}

/** What the server says about two revisions of a paper: /files/{meeting}/{paper}/changes-{older}. Boxes are x, y, w, h in 0.1 pt. */
export interface Changes {
  readonly v: 1;
  /** Words. */
  readonly added: number;
  readonly removed: number;
  readonly moved: number;
  readonly pages: readonly PageChange[];
  /** Pages of the older revision that are gone. */
  readonly removedPages: readonly number[];
}

export interface PageChange {
  readonly page: number;
  readonly kind: "SAME" | "SHIFTED" | "CHANGED" | "PICTURE" | "NEW";
  /** The page of the older revision it comes from. */
  readonly before?: number;
  readonly spans?: readonly Span[];
  readonly regions?: readonly (readonly number[])[];
}

export interface Span {
  readonly op: "ADDED" | "REMOVED" | "MOVED";
  readonly text: string;
  readonly boxes: readonly (readonly number[])[];
}

export const isChanged = (page: PageChange): boolean => page.kind === "CHANGED" || page.kind === "PICTURE" || page.kind === "NEW";

export const changedPages = (changes: Changes): PageChange[] => changes.pages.filter(isChanged);

/** The changed page before or after one, null at the end. */
export function stepFrom(changes: Changes, page: number, step: 1 | -1): number | null {
  const numbers = changedPages(changes).map((change) => change.page);
  return (step === 1 ? numbers.find((n) => n > page) : numbers.filter((n) => n < page).pop()) ?? null;
}

/** Where a page of the older revision is now: its own heir, else that of the nearest page before it. */
export function heirOf(changes: Changes, olderPage: number): number {
  const from = changes.pages.filter((page) => page.before !== undefined && page.before <= olderPage);
  const nearest = from.reduce<PageChange | null>((best, page) => (best === null || page.before! > best.before! ? page : best), null);
  return nearest?.page ?? 1;
}

/** The page of the older revision that belongs to a page of the newer one: its own, else that of the nearest page before it. */
export function originOf(changes: Changes, page: number): number {
  for (let at = page; at >= 1; at--) {
    const before = changes.pages[at - 1]?.before;
    if (before !== undefined) return before;
  }
  return 1;
}

/** Pages of the older revision that are gone and stood right behind the one that this page comes from; before the first page, those in front. */
export function goneAt(changes: Changes, page: number): readonly number[] {
  return changes.removedPages.filter((gone) => heirOf(changes, gone) === page);
}

/** One line of what changed: a replaced stretch is one, with both texts. */
export interface ChangeLine {
  readonly kind: "added" | "removed" | "replaced" | "moved";
  readonly before: string;
  readonly now: string;
}

export function linesOf(page: PageChange): ChangeLine[] {
  const lines: ChangeLine[] = [];
  const spans = page.spans ?? [];
  for (let i = 0; i < spans.length; i++) {
    const span = spans[i]!;
    const next = spans[i + 1];
    if (span.op === "REMOVED" && next?.op === "ADDED" && beside(span, next)) {
      lines.push({ kind: "replaced", before: span.text, now: next.text });
      i++;
    } else {
      const kind = span.op === "ADDED" ? "added" : span.op === "REMOVED" ? "removed" : "moved";
      lines.push({ kind, before: kind === "removed" ? span.text : "", now: kind === "removed" ? "" : span.text });
    }
  }
  return lines;
}

/** A removed stretch is noted at the end of the word before it, so an added one that begins there stands in its place. */
function beside(removed: Span, added: Span): boolean {
  const at = removed.boxes[0];
  const from = added.boxes[0];
  if (!at || !from) return false;
  const sameLine = Math.abs(at[1]! - from[1]!) < from[3]!;
  return sameLine ? from[0]! - at[0]! < 3 * from[3]! : from[1]! > at[1]! && from[1]! - at[1]! < 3 * from[3]!;
}

/** A box as shares of its page, whose size is in 0.1 pt. */
export const shareOf = (box: readonly number[], page: { readonly w: number; readonly h: number }): Rect =>
  [box[0]! / page.w, box[1]! / page.h, box[2]! / page.w, box[3]! / page.h];
