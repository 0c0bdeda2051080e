import { language } from "../i18n/language.ts";

export type PeriodKind = "MONTH" | "QUARTER" | "HALF_YEAR" | "YEAR";

const ROMAN = ["I", "II", "III", "IV"];
const IN_YEAR: Readonly<Record<PeriodKind, number>> = { MONTH: 12, QUARTER: 4, HALF_YEAR: 2, YEAR: 1 };

interface Period {
  readonly kind: PeriodKind;
  readonly year: number;
  readonly ordinal: number;
}

/** 2026-Q3, 2026-09, 2026-H1, 2026 taken apart. */
function read(key: string): Period | undefined {
  const found = /^(\d{4})(?:-(?:(Q)([1-4])|(H)([12])|(\d{2})))?$/.exec(key);
  if (!found) return undefined;
  const [, year, quarter, q, half, h, month] = found;
  return { kind: quarter ? "QUARTER" : half ? "HALF_YEAR" : month ? "MONTH" : "YEAR", year: Number(year), ordinal: Number(q ?? h ?? month ?? 1) };
}

function write({ kind, year, ordinal }: Period): string {
  switch (kind) {
    case "MONTH":
      return `${year}-${String(ordinal).padStart(2, "0")}`;
    case "QUARTER":
      return `${year}-Q${ordinal}`;
    case "HALF_YEAR":
      return `${year}-H${ordinal}`;
    case "YEAR":
      return String(year);
  }
}

/** So many periods later; negative for earlier. */
export function periodAfter(key: string, by: number): string {
  const period = read(key);
  if (!period) return key;
  const whole = period.year * IN_YEAR[period.kind] + period.ordinal - 1 + by;
  return write({ kind: period.kind, year: Math.floor(whole / IN_YEAR[period.kind]), ordinal: (whole % IN_YEAR[period.kind]) + 1 });
}

/** The period that holds a moment. */
export function periodAt(kind: PeriodKind, ms: number): string {
  const day = new Date(ms + 7 * 3_600_000);
  return write({ kind, year: day.getUTCFullYear(), ordinal: Math.floor((day.getUTCMonth() * IN_YEAR[kind]) / 12) + 1 });
}

/** Whether a period has begun at a moment: before that it has no values. */
export function hasBegun(key: string, ms: number): boolean {
  const period = read(key);
  return period === undefined || key <= periodAt(period.kind, ms);
}

/** Quý III/2026 · Q3/2026 */
export function periodWords(key: string): string {
  const period = read(key);
  if (!period) return key;
  const { kind, year, ordinal } = period;
  const vi = language() === "vi";
  switch (kind) {
    case "MONTH":
      return vi ? `Tháng ${ordinal}/${year}` : `${String(ordinal).padStart(2, "0")}/${year}`;
    case "QUARTER":
      return vi ? `Quý ${ROMAN[ordinal - 1]}/${year}` : `Q${ordinal}/${year}`;
    case "HALF_YEAR":
      return vi ? `6 tháng ${ordinal === 1 ? "đầu" : "cuối"} năm ${year}` : `${ordinal === 1 ? "First" : "Second"} half of ${year}`;
    case "YEAR":
      return vi ? `Năm ${year}` : String(year);
  }
}

/** Shorter, under a bar: III/2026, 9/2026. */
export function periodShort(key: string): string {
  const period = read(key);
  if (!period) return key;
  const { kind, year, ordinal } = period;
  return kind === "MONTH" ? `${ordinal}/${year}` : kind === "QUARTER" ? `${language() === "vi" ? ROMAN[ordinal - 1] : `Q${ordinal}`}/${year}` : kind === "HALF_YEAR" ? `${language() === "vi" ? "6T" : "H"}${ordinal}/${year}` : String(year);
}
