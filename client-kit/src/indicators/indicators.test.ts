import { afterEach, describe, expect, it } from "vitest";
import { chooseLanguage } from "../i18n/index.ts";
import type { LaidIndicator } from "../proto/protocol.ts";
import { amountWords, difference, typedAmount, withUnit } from "./amounts.ts";
import { asLaid, standing } from "./indicators.ts";
import { barsOf, changeWords, isReached } from "./ns-indicators.ts";
import { periodAfter, periodAt, periodShort, periodWords } from "./periods.ts";

const laid = (more: Partial<LaidIndicator> = {}): LaidIndicator => ({
  id: "i", code: "CT01", name: "Tỷ lệ", unit: "%", better: "MORE", target: "80", period: "2026-Q3", points: [{ period: "2026-Q1", value: "50" }, { period: "2026-Q2", value: "61.5" }, { period: "2026-Q3", value: "72.25" }], ...more,
});

afterEach(() => chooseLanguage("vi"));

describe("periods", () => {
  it("follow one another over the year's end", () => {
    expect([periodAfter("2026-Q1", -1), periodAfter("2026-12", 1), periodAfter("2026-H2", 1), periodAfter("2026", -1)]).toEqual(["2025-Q4", "2027-01", "2027-H1", "2025"]);
    expect(periodAt("QUARTER", Date.parse("2026-09-30T18:00:00Z")), "already October in Việt Nam").toBe("2026-Q4");
  });

  it("are worded in both languages", () => {
    expect([periodWords("2026-Q3"), periodWords("2026-09"), periodWords("2026-H1"), periodWords("2026"), periodShort("2026-Q3")]).toEqual(["Quý III/2026", "Tháng 9/2026", "6 tháng đầu năm 2026", "Năm 2026", "III/2026"]);
    chooseLanguage("en");
    expect([periodWords("2026-Q3"), periodWords("2026-09"), periodShort("2026-Q3")]).toEqual(["Q3/2026", "09/2026", "Q3/2026"]);
  });
});

describe("amounts", () => {
  it("stay exact", () => {
    expect(difference("0.3", "0.1")).toBe("0.2");
    expect(difference("1.5", "123456789012345.25")).toBe("-123456789012343.75");
    expect([amountWords("1234567.5"), withUnit("72.25", "%"), withUnit("-3", "hồ sơ")]).toEqual(["1.234.567,5", "72,25%", "−3 hồ sơ"]);
  });

  it("are read as they are typed", () => {
    expect([typedAmount("1.234,5"), typedAmount("1.234"), typedAmount("72,25 %"), typedAmount("7.5"), typedAmount("bảy"), typedAmount("1,2,3"), typedAmount("0.954"), typedAmount("-0.125")]).toEqual(["1234.5", "1234", "72.25", "7.5", undefined, undefined, "0.954", "-0.125"]);
    chooseLanguage("en");
    expect([typedAmount("1,234.5"), typedAmount("1.234")]).toEqual(["1234.5", "1.234"]);
  });
});

describe("an indicator", () => {
  it("stands beside its last period", () => {
    expect(standing(laid())).toEqual({ previous: "2026-Q2", now: "72.25", before: "61.5", change: "10.75", good: true });
    expect(changeWords(laid())).toBe("tăng 10,75 điểm %, tốt hơn");
    expect(changeWords(laid({ better: "LESS", unit: "hồ sơ" }))).toBe("tăng 10,75 hồ sơ, kém hơn");
    expect(changeWords(laid({ points: [] }))).toBe("chưa có số liệu");
    expect(changeWords(laid({ points: [{ period: "2026-Q3", value: "1" }] }))).toBe("chưa có kỳ trước");
    expect([isReached(laid()), isReached(laid({ target: "72.25" })), isReached(laid({ better: "LESS" }))]).toEqual([false, true, true]);
  });

  it("is drawn with this period full and the last one hatched", () => {
    expect(barsOf(laid()).series[0]?.fills).toEqual(["empty", "hatched", "solid"]);
    expect(barsOf(laid()).series[0]?.words).toEqual(["50", "61,5", "72,25"]);
  });

  it("is laid up to the period that is looked at", () => {
    const values = ["2026-Q1", "2026-Q2", "2026-Q3"].map((period) => ({ period, value: "1", note: "", source: "HAND" as const, by: "", at: 0 }));
    expect(asLaid({ id: "i", code: "c", name: "n", unit: "", better: "MORE", kind: "QUARTER", place: 0, inUse: true, values }, "2026-Q2").points).toHaveLength(2);
  });
});
