import type { Colour } from "../proto/protocol.ts";
import type { Look } from "./paint.ts";

export const COLOURS = ["BLUE", "RED", "GREEN", "BLACK"] as const satisfies readonly Colour[];

/** Widths of a line in page units: 0.9, 1.6 and 3 pt; a marker is ten times as wide. */
export const WIDTHS = [18, 32, 60] as const;
export const MARKER_TIMES = 8;

/** Reads the tokens as the theme sets them; `dark` for a page that its reader wants dark. */
export function lookOf(dark: boolean, pressure: boolean): Look {
  const tokens = getComputedStyle(document.documentElement);
  const token = (name: string): string => tokens.getPropertyValue(name).trim() || tokens.color;
  const of = (kind: string): Record<Colour, string> =>
    Object.fromEntries(COLOURS.map((colour) => [colour, token(`--${kind}-${dark ? "night-" : ""}${colour.toLowerCase()}`)])) as Record<Colour, string>;
  return {
    pen: of("pen"), mark: of("marker"), blend: dark ? "screen" : "multiply",
    check: token(dark ? "--note-night-check" : "--note-check"), shared: token(dark ? "--note-night-shared" : "--note-shared"), lasso: token(dark ? "--pen-night-blue" : "--pen-blue"), pressure,
  };
}

/** Hears that the page or the whole app has put on other colours. @returns ends it */
export function onDress(reader: HTMLElement, dressed: () => void): () => void {
  const dress = new MutationObserver(dressed);
  dress.observe(document.documentElement, { attributeFilter: ["data-theme"] });
  dress.observe(reader, { attributeFilter: ["dark-page"] });
  return () => dress.disconnect();
}
