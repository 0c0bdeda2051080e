import { format, language } from "client-kit/i18n/index.ts";

/** Leaves of a calendar and date fields, in the time of Vietnam, on top of the kit's formats. Vietnam has no summer time. */
const ZONE_MS = 7 * 3_600_000;
const DAY_MS = 86_400_000;

export const clock = format.shortTime;
export const clockSeconds = format.clockTime;
export const hour = format.time;
export const day = format.date;
export const running = format.countup;
export const left = format.countdown;

const local = (ms: number): Date => new Date(ms + ZONE_MS);

/** "Thứ Sáu"; "Friday" */
export function weekday(ms: number): string {
  const name = local(ms).toLocaleDateString(language(), { weekday: "long", timeZone: "UTC" });
  return name.charAt(0).toUpperCase() + name.slice(1);
}

export const dayOfMonth = (ms: number): number => local(ms).getUTCDate();

/** "tháng 7"; "July" */
export const month = (ms: number): string =>
  language() === "vi" ? `tháng ${local(ms).getUTCMonth() + 1}` : local(ms).toLocaleDateString("en", { month: "long", timeZone: "UTC" });

/** "28/11" */
export const dayMonth = (ms: number): string => `${String(dayOfMonth(ms)).padStart(2, "0")}/${String(local(ms).getUTCMonth() + 1).padStart(2, "0")}`;

export const year = (ms: number): number => local(ms).getUTCFullYear();

/** Whole days since 1970 in Vietnam: equal numbers are the same day. */
export const dayNumber = (ms: number): number => Math.floor((ms + ZONE_MS) / DAY_MS);

/** "2019-07-19T08:30", what an input of type datetime-local holds. */
export function toField(ms: number): string {
  const { date, time } = format.toInputs(ms);
  return `${date}T${time}`;
}

/** The instant that such a field means, as an ISO string; null when it is not filled. */
export function fromField(value: string): string | null {
  const [date = "", time = ""] = value.split("T");
  const ms = /^\d{4}-\d\d-\d\d$/.test(date) && /^\d\d:\d\d/.test(time) ? format.fromInputs(date, time) : undefined;
  return ms === undefined ? null : new Date(ms).toISOString();
}
