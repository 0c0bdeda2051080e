import { chooseLanguage } from "client-kit/i18n/index.ts";
import { afterEach, describe, expect, it } from "vitest";
import { dayNumber, fromField, month, toField, weekday } from "./when.ts";

const at = Date.parse("2019-07-19T01:30:07Z");
afterEach(() => chooseLanguage("vi"));

describe("leaves of the calendar", () => {
  it("speaks both languages", () => {
    expect([weekday(at), month(at)]).toEqual(["Thứ Sáu", "tháng 7"]);
    chooseLanguage("en");
    expect([weekday(at), month(at)]).toEqual(["Friday", "July"]);
  });
  it("begins a new day at midnight in Vietnam", () => {
    expect(dayNumber(Date.parse("2019-07-19T16:59:59Z"))).toBe(dayNumber(at));
    expect(dayNumber(Date.parse("2019-07-19T17:00:00Z"))).toBe(dayNumber(at) + 1);
  });
  it("reads back what a field holds", () => {
    expect(toField(at)).toBe("2019-07-19T08:30");
    expect(fromField(toField(at))).toBe("2019-07-19T01:30:00.000Z");
    expect(fromField("")).toBeNull();
  });
});
