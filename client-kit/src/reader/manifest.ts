/** What the server writes once about a paper: /files/{meeting}/{paper}/manifest. Lengths of a page are 0.1 pt, after rotation. */
export interface Manifest {
  readonly v: 1;
  readonly sha256: string;
  readonly pages: readonly ManifestPage[];
  readonly outline?: readonly OutlineEntry[];
  /** File with the words of all pages (text/whole-text.ts), when any page has some. */
  readonly text?: string;
  /** Who signed the file, and what that was worth when it came. */
  readonly signed?: readonly PaperSignature[];
}

/** `vi` and `en` say why it does not hold, else they are empty. `trusted`: its certificate led to one that the server trusts. */
export interface PaperSignature {
  readonly signer: string;
  readonly holds: boolean;
  readonly trusted: boolean;
  readonly vi: string;
  readonly en: string;
}

export interface ManifestPage {
  /** The number printed on the page ("iv", "12"); empty when the paper has none. */
  readonly label: string;
  readonly w: number;
  readonly h: number;
  readonly fit?: PageImage | null;
  readonly thumb?: PageImage | null;
  /** File with the words of the page, null for a page that is only an image. */
  readonly words: string | null;
  /** Reason code when the server could not turn this page into an image. */
  readonly failed?: string;
}

/** Pixels. */
export interface PageImage {
  readonly file: string;
  readonly w: number;
  readonly h: number;
  readonly bytes: number;
}

/** `page` counts from 1, `depth` from 0. */
export interface OutlineEntry {
  readonly title: string;
  readonly page: number;
  readonly depth: number;
}

/** A rectangle of a page, each number 0..1: left, top, width, height. */
export type Rect = readonly [number, number, number, number];
export type Point = readonly [number, number];

export const WHOLE_PAGE: Rect = [0, 0, 1, 1];

/** Pages count from 1 everywhere outside the manifest's own array. */
export const pageAt = (manifest: Manifest | null | undefined, page: number): ManifestPage | undefined => manifest?.pages[page - 1];

export const clampPage = (page: number, count: number): number => Math.min(Math.max(1, Math.trunc(page) || 1), Math.max(1, count));

/** The printed label when it says something else than the count does. */
export const printedLabel = (manifest: Manifest | null | undefined, page: number): string | null => {
  const label = pageAt(manifest, page)?.label;
  return label && label !== String(page) ? label : null;
};

/** What a typed number counts: the pages from the first, or what is printed on them. */
export type Numbering = "count" | "printed";

/** Which page a typed text means; what is no page by the one numbering is looked for by the other ("iv"). Null when there is none. */
export function findPage(manifest: Manifest, typed: string, numbering: Numbering = "count"): number | null {
  const wanted = typed.trim().toLowerCase();
  if (!wanted) return null;
  const labelled = manifest.pages.findIndex((p) => p.label.toLowerCase() === wanted) + 1;
  const number = /^\d{1,5}$/.test(wanted) ? Number(wanted) : 0;
  const counted = number <= manifest.pages.length ? number : 0;
  return (numbering === "printed" ? labelled || counted : counted || labelled) || null;
}

/** Letters that printed numbers are made of besides figures, for the keys of a pad: "i", "v", "x". */
export function labelLetters(manifest: Manifest): string[] {
  const letters = new Set(manifest.pages.flatMap((p) => [...p.label.toLowerCase()].filter((c) => /\p{L}/u.test(c))));
  return letters.size > MOST_LETTERS ? [] : [...letters].sort();
}

const MOST_LETTERS = 6;
