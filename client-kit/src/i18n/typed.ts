/**
 * Dates and times as people type them in Vietnam. Inputs of the browser follow the language of the browser, which on a
 * borrowed computer gives 11/24/2026 and "04:24 AM"; ours don't.
 */

/** "19/7/2019", "19-07-19", "19.7.2019" → "2019-07-19"; undefined when there is no such day. */
export function typedDate(text: string): string | undefined {
  const match = /^\s*(\d{1,2})\s*[/.\- ]\s*(\d{1,2})\s*[/.\- ]\s*(\d{4}|\d{2})\s*$/.exec(text);
  if (match === null) return undefined;
  const [day, month] = [Number(match[1]), Number(match[2])];
  const year = Number(match[3]) + (match[3]?.length === 2 ? 2000 : 0);
  const at = new Date(Date.UTC(year, month - 1, day));
  if (at.getUTCMonth() !== month - 1 || at.getUTCDate() !== day) return undefined;
  return at.toISOString().slice(0, 10);
}

/** "8:30", "8h30", "08 giờ 30", "8h", "0830" → "08:30". */
export function typedTime(text: string): string | undefined {
  const match = /^\s*(\d{1,2})\s*(?:[:.hg]|giờ)\s*(\d{1,2})?\s*(?:phút|p)?\s*$/i.exec(text) ?? /^\s*(\d{2})(\d{2})\s*$/.exec(text);
  if (match === null) return undefined;
  const [hour, minute] = [Number(match[1]), Number(match[2] ?? 0)];
  if (hour > 23 || minute > 59) return undefined;
  return `${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}`;
}

/** "2019-07-19" → "19/7/2019"; anything else as it is. */
export function shownDate(iso: string): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso);
  return match === null ? iso : `${Number(match[3])}/${Number(match[2])}/${match[1]}`;
}
