import { http } from "../net/http.ts";
import type { LaidIndicator } from "../proto/protocol.ts";
import { difference } from "./amounts.ts";
import { periodAfter, type PeriodKind } from "./periods.ts";

/** A value as it was entered; numbers as text with a point, times in ms. */
export interface Entered {
  readonly period: string;
  /** Absent where a value was taken back. */
  readonly value?: string;
  readonly note: string;
  readonly source: "HAND" | "FILE" | "PROGRAM";
  readonly by: string;
  readonly at: number;
}

export interface Indicator {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly unit: string;
  readonly target?: string;
  readonly better: "MORE" | "LESS";
  readonly kind: PeriodKind;
  readonly place: number;
  readonly inUse: boolean;
  /** In force, the oldest first. */
  readonly values: readonly Entered[];
}

export interface IndicatorList {
  readonly body: string;
  readonly bodyName: string;
  readonly indicators: readonly Indicator[];
  readonly mayEnter: boolean;
}

export type TypedIndicator = Omit<Indicator, "id" | "values" | "place"> & { readonly place?: number };

export interface ImportPreview {
  /** To be sent back to confirm. */
  readonly mark: string;
  readonly fresh: number;
  readonly changed: number;
  readonly same: number;
  readonly lines: readonly { readonly row: number; readonly code: string; readonly name: string; readonly unit: string; readonly period: string; readonly value: string; readonly before?: string; readonly what: "NEW" | "CHANGED" }[];
  readonly leftOff: number;
  /** The first of them, by row and column. */
  readonly faults: readonly string[];
  readonly faultsMore: number;
  /** What is taken and may be wrong. */
  readonly doubts: readonly string[];
  readonly written?: number;
}

export interface IndicatorToken {
  readonly id: string;
  readonly name: string;
  readonly issuedBy: string;
  readonly issued: number;
  readonly lastUsed?: number;
}

const at = (body: string): string => `/api/bodies/${encodeURIComponent(body)}`;

export const indicators = {
  list: (body: string) => http.get<IndicatorList>(`${at(body)}/indicators`),
  add: (body: string, typed: TypedIndicator) => http.post<Indicator>(`${at(body)}/indicators`, typed),
  edit: (body: string, id: string, typed: TypedIndicator) => http.put<Indicator>(`${at(body)}/indicators/${encodeURIComponent(id)}`, typed),
  history: (body: string, id: string) => http.get<{ steps: Entered[] }>(`${at(body)}/indicators/${encodeURIComponent(id)}/history`),
  /** @param values `seen` are those that may stand there, "" for none: over any other the value is not written (INDICATOR_OVERTAKEN) */
  enter: (body: string, values: readonly { indicator: string; period: string; value?: string; note: string; seen?: readonly string[] }[]) => http.post<{ written: number }>(`${at(body)}/indicator-values`, { values }),
  import: (body: string, content: string, confirmed?: string) => http.post<ImportPreview>(`${at(body)}/indicator-import`, confirmed === undefined ? { content } : { content, confirmed }),
  tokens: (body: string) => http.get<{ tokens: IndicatorToken[] }>(`${at(body)}/indicator-tokens`),
  issue: (body: string, name: string) => http.post<{ token: string }>(`${at(body)}/indicator-tokens`, { name }),
  revoke: (body: string, id: string) => http.delete<unknown>(`${at(body)}/indicator-tokens/${encodeURIComponent(id)}`),
  /** @param periods which one is looked at, by indicator; without it the newest that has a value */
  lay: (meeting: string, item: string, ids: readonly string[], periods: Readonly<Record<string, string>>) => http.post<{ indicators: number }>(`/api/meetings/${encodeURIComponent(meeting)}/indicators`, { item, indicators: ids, periods }),
};

/** The value of a period, among points. */
export const valueAt = (points: readonly { readonly period: string; readonly value?: string }[], period: string): string | undefined => points.find((point) => point.period === period)?.value;

/** An indicator at a period as it would be laid. */
export function asLaid(indicator: Indicator, period: string): LaidIndicator {
  const { id, code, name, unit, better, target, values } = indicator;
  const points = values.flatMap((value) => (value.value !== undefined && value.period <= period ? [{ period: value.period, value: value.value }] : [])).slice(-12);
  return { id, code, name, unit, better, period, points, ...(target === undefined ? {} : { target }) };
}

/** This period, the one before and what is between. */
export function standing(laid: LaidIndicator): { readonly now?: string; readonly before?: string; readonly previous: string; readonly change?: string; readonly good?: boolean } {
  const previous = periodAfter(laid.period, -1);
  const now = valueAt(laid.points, laid.period);
  const before = valueAt(laid.points, previous);
  const change = now !== undefined && before !== undefined ? difference(now, before) : undefined;
  return { previous, ...(now === undefined ? {} : { now }), ...(before === undefined ? {} : { before }), ...(change === undefined ? {} : { change, good: change === "0" || change.startsWith("-") === (laid.better === "LESS") }) };
}
