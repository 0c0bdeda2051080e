// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from "vitest";
import { catalogue, chooseLanguage, flaws, format, language, onLanguage, startLanguage } from "./index.ts";
import { t as kit } from "./texts.ts";
import { t as widgets } from "../ui/texts.ts";
import { shownDate, typedDate, typedTime } from "./typed.ts";

const AT = Date.UTC(2019, 6, 19, 1, 30, 7); // 08:30:07 in Hà Nội, a Friday

afterEach(() => {
  chooseLanguage("vi");
});

describe("a catalogue", () => {
  const t = catalogue({ vi: { hello: "Kính chào đồng chí", left: "Còn {n} phút" }, en: { hello: "Welcome", left: "{n} {n|minute|minutes} left" } });

  it("speaks Vietnamese first, and English after a switch", () => {
    expect(t("hello")).toBe("Kính chào đồng chí");
    chooseLanguage("en");
    expect(t("hello")).toBe("Welcome");
    expect(document.documentElement.lang).toBe("en");
  });

  it("fills in values and bends English to the number", () => {
    expect(t("left", { n: 1 })).toBe("Còn 1 phút");
    chooseLanguage("en");
    expect(t("left", { n: 1 })).toBe("1 minute left");
    expect(t("left", { n: 5 })).toBe("5 minutes left");
  });

  it("refuses missing keys, unknown keys and missing values when it is compiled", () => {
    // @ts-expect-error English lacks a key
    catalogue({ vi: { one: "một", two: "hai" }, en: { one: "one" } });
    // @ts-expect-error English has a key of its own
    catalogue({ vi: { one: "một" }, en: { one: "one", two: "two" } });
    // @ts-expect-error no such text
    t("nothing");
    // @ts-expect-error {n} is missing
    t("left");
  });

  it("names its flaws", () => {
    expect(flaws(catalogue({ vi: { a: "{n} phút", b: " " }, en: { a: "{m} minutes", b: "x" } }))).toEqual(["a: {n} against {m}", "b: empty"]);
    expect(flaws(kit)).toEqual([]);
    expect(flaws(widgets)).toEqual([]);
  });
});

describe("the language", () => {
  it("is told to listeners once, and kept for the next visit", () => {
    const heard: string[] = [];
    const end = onLanguage((now) => heard.push(now));
    chooseLanguage("en");
    chooseLanguage("en");
    end();
    chooseLanguage("vi");
    expect(heard).toEqual(["en"]);
    localStorage.setItem("nghisu.language", "en");
    startLanguage();
    expect(language()).toBe("en");
  });
});

describe("dates, times and numbers", () => {
  it("are written as Vietnam writes them", () => {
    expect(format.date(AT)).toBe("19/7/2019");
    expect(format.longDate(AT)).toBe("thứ Sáu, ngày 19 tháng 7 năm 2019");
    expect(format.longDate(Date.UTC(2026, 1, 5))).toBe("thứ Năm, ngày 05 tháng 02 năm 2026");
    expect(format.time(AT)).toBe("08 giờ 30");
    expect(format.time(AT - 30 * 60_000)).toBe("08 giờ");
    expect(format.clockTime(AT)).toBe("08:30:07");
    expect(format.dateTime(AT)).toBe("08 giờ 30, thứ Sáu, 19/7/2019");
    expect(format.number(1234567.25, 1)).toBe("1.234.567,3");
    expect(format.number(-0.2)).toBe("0");
    expect(format.percent(25, 27)).toBe("92,6%");
    expect(format.percent(27, 27)).toBe("100%");
    expect(format.percent(0, 0)).toBe("0%");
    expect(format.bytes(3_400_000)).toBe("3,4 MB");
    expect(format.duration(80 * 60_000)).toBe("1 giờ 20 phút");
  });

  it("are written in English after a switch", () => {
    chooseLanguage("en");
    expect(format.longDate(AT)).toBe("Friday, 19 July 2019");
    expect(format.dateTime(AT)).toBe("Friday, 19 July 2019, 08:30");
    expect(format.number(1234567.25, 1)).toBe("1,234,567.3");
  });

  it("go to inputs and come back", () => {
    expect(format.toInputs(AT)).toEqual({ date: "2019-07-19", time: "08:30" });
    expect(format.fromInputs("2019-07-19", "08:30")).toBe(AT - 7000);
    expect(format.fromInputs("2019-07-19", "")).toBeUndefined();
  });

  it("are read as people type them", () => {
    expect(["19/7/2019", " 19-07-19", "19.7.2019", "19 7 2019"].map(typedDate)).toEqual(Array.from({ length: 4 }, () => "2019-07-19"));
    expect(["31/2/2019", "7/2019", "ngày mai", "2019-07-19"].map(typedDate)).toEqual([undefined, undefined, undefined, undefined]);
    expect(["8:30", "8h30", "08 giờ 30", "0830", "8g30"].map(typedTime)).toEqual(Array.from({ length: 5 }, () => "08:30"));
    expect(["8h", "25:00", "8:75", "sáng"].map(typedTime)).toEqual(["08:00", undefined, undefined, undefined]);
    expect(shownDate("2019-07-09")).toBe("9/7/2019");
    expect(shownDate("9/7")).toBe("9/7");
  });

  it("count down to zero and no further", () => {
    expect(format.countdown(299_001)).toBe("05:00");
    expect(format.countdown(1)).toBe("00:01");
    expect(format.countdown(-5)).toBe("00:00");
    expect(format.countup(3_723_999)).toBe("1:02:03");
  });
});
