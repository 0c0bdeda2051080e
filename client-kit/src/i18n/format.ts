import { language } from "./language.ts";

/**
 * Dates, times and numbers as Vietnam writes them, and English beside. All moments are ms since 1970 and are shown in
 * Việt Nam's time, whatever the tablet believes.
 */
const ZONE = "Asia/Ho_Chi_Minh";

interface Parts {
  year: number;
  month: number;
  day: number;
  weekday: number;
  hour: number;
  minute: number;
  second: number;
}

const WEEKDAYS = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];
const VI_DAYS = ["Chủ nhật", "thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy"];
const EN_DAYS = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];
const EN_MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

let maker: Intl.DateTimeFormat | undefined;

function partsOf(ms: number): Parts {
  maker ??= new Intl.DateTimeFormat("en-US", { timeZone: ZONE, hourCycle: "h23", weekday: "short", year: "numeric", month: "numeric", day: "numeric", hour: "numeric", minute: "numeric", second: "numeric" });
  const found = new Map(maker.formatToParts(ms).map((part) => [part.type, part.value]));
  const number = (type: Intl.DateTimeFormatPartTypes): number => Number(found.get(type));
  return { year: number("year"), month: number("month"), day: number("day"), weekday: WEEKDAYS.indexOf(found.get("weekday") ?? ""), hour: number("hour"), minute: number("minute"), second: number("second") };
}

const two = (n: number): string => String(n).padStart(2, "0");

/** 19/7/2019 · 19 July 2019 */
export function date(ms: number): string {
  const { day, month, year } = partsOf(ms);
  return language() === "vi" ? `${day}/${month}/${year}` : `${day} ${EN_MONTHS[month - 1]} ${year}`;
}

/** thứ Sáu, ngày 19 tháng 7 năm 2019 · Friday, 19 July 2019 */
export function longDate(ms: number): string {
  const { day, month, year, weekday } = partsOf(ms);
  return language() === "vi" ? `${VI_DAYS[weekday]}, ngày ${two(day)} tháng ${month < 3 ? two(month) : month} năm ${year}` : `${EN_DAYS[weekday]}, ${date(ms)}`;
}

/** 08 giờ 30 · 08:30 */
export function time(ms: number): string {
  const { hour, minute } = partsOf(ms);
  if (language() === "en") return `${two(hour)}:${two(minute)}`;
  return minute === 0 ? `${two(hour)} giờ` : `${two(hour)} giờ ${two(minute)}`;
}

/** 08:30, for columns and bars where room is short. */
export function shortTime(ms: number): string {
  const { hour, minute } = partsOf(ms);
  return `${two(hour)}:${two(minute)}`;
}

/** 09:41:07 */
export function clockTime(ms: number): string {
  return `${shortTime(ms)}:${two(partsOf(ms).second)}`;
}

/** 08 giờ 30, thứ Sáu, 19/7/2019 · Friday, 19 July 2019, 08:30 */
export function dateTime(ms: number): string {
  const { weekday } = partsOf(ms);
  return language() === "vi" ? `${time(ms)}, ${VI_DAYS[weekday]}, ${date(ms)}` : `${EN_DAYS[weekday]}, ${date(ms)}, ${time(ms)}`;
}

/** 04:59, 1:02:03; what runs out never shows less than 00:00. Counts down to the full second above, up to the one below. */
export function countdown(ms: number): string {
  return clockOf(Math.max(0, Math.ceil(ms / 1000)));
}

export function countup(ms: number): string {
  return clockOf(Math.max(0, Math.floor(ms / 1000)));
}

function clockOf(seconds: number): string {
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor(seconds / 60) % 60;
  return hours === 0 ? `${two(minutes)}:${two(seconds % 60)}` : `${hours}:${two(minutes)}:${two(seconds % 60)}`;
}

/** 1 giờ 20 phút · 1 h 20 min; to the minute. */
export function duration(ms: number): string {
  const minutes = Math.max(0, Math.round(ms / 60_000));
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  const [h, m] = language() === "vi" ? ["giờ", "phút"] : ["h", "min"];
  if (hours === 0) return `${rest} ${m}`;
  return rest === 0 ? `${hours} ${h}` : `${hours} ${h} ${rest} ${m}`;
}

/** 1.234,5 · 1,234.5 */
export function number(value: number, decimals = 0): string {
  const [whole = "0", part] = Math.abs(value).toFixed(decimals).split(".");
  const [group, point] = language() === "vi" ? [".", ","] : [",", "."];
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, group);
  return `${value < 0 && Number(value.toFixed(decimals)) !== 0 ? "−" : ""}${grouped}${part === undefined ? "" : point + part}`;
}

/** 92,6% of two counts; "0%" when there is nothing to divide by. At most one decimal, none when exact. */
export function percent(part: number, whole: number): string {
  if (whole === 0) return "0%";
  const tenths = Math.round((part * 1000) / whole);
  return `${number(tenths / 10, tenths % 10 === 0 ? 0 : 1)}%`;
}

/** 900 byte, 12 KB, 3,4 MB */
export function bytes(count: number): string {
  if (count < 1000) return `${count} byte`;
  if (count < 1_000_000) return `${number(count / 1000)} KB`;
  return count < 1_000_000_000 ? `${number(count / 1_000_000, 1)} MB` : `${number(count / 1_000_000_000, 1)} GB`;
}

/** The moment as <input type=date> and <input type=time> want it: 2019-07-19 and 08:30. */
export function toInputs(ms: number): { date: string; time: string } {
  const { year, month, day, hour, minute } = partsOf(ms);
  return { date: `${year}-${two(month)}-${two(day)}`, time: `${two(hour)}:${two(minute)}` };
}

/** The way back; undefined while the inputs are half filled. */
export function fromInputs(dateInput: string, timeInput: string): number | undefined {
  const wall = Date.parse(`${dateInput}T${timeInput.slice(0, 5)}:00Z`);
  if (Number.isNaN(wall)) return undefined;
  const first = wall - offsetAt(wall);
  return wall - offsetAt(first);
}

function offsetAt(ms: number): number {
  const { year, month, day, hour, minute, second } = partsOf(ms);
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(ms / 1000) * 1000;
}
