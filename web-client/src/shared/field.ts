/** What a person has typed into named fields of a form; blanks at the ends don't count. */
export function readForm(form: HTMLFormElement): Record<string, string> {
  const read: Record<string, string> = {};
  new FormData(form).forEach((value, name) => { if (typeof value === "string") read[name] = value.trim(); });
  return read;
}

/** A whole number typed into a field, kept between limits; `otherwise` when it is none. */
export function wholeNumber(typed: string, least: number, most: number, otherwise: number): number {
  const n = Number.parseInt(typed, 10);
  return Number.isFinite(n) ? Math.min(most, Math.max(least, n)) : otherwise;
}
