import { Folded } from "./fold.ts";

/** The words of a whole paper in one file, as the server ships it beside the manifest; pages without words are left out. */
export interface WholeText {
  readonly v: 1;
  readonly pages: readonly { readonly page: number; readonly text: string; readonly folded: string }[];
}

/** The text of one page; it counts from 1. */
export interface PageText {
  readonly page: number;
  readonly folded: Folded;
}

export const pageText = (page: number, text: string, folded?: string): PageText => ({ page, folded: new Folded(text, folded) });

/** In page order; null when it is not what it should be. */
export function pagesOfText(body: unknown): PageText[] | null {
  const pages = (body as Partial<WholeText> | null | undefined)?.pages;
  return Array.isArray(pages) ? pages.map((one) => pageText(one.page, one.text, one.folded)) : null;
}
