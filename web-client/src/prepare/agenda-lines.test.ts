import { describe, expect, it } from "vitest";
import { kindOf, MOST_LINES, readLines } from "./agenda-lines.ts";

const titles = (text: string) => readLines(text).map((line) => `${line.level ? "  " : ""}${line.title}`);

describe("an agenda pasted from a word processor", () => {
  it("makes an item of each numbered line", () => {
    expect(titles("1. Khai mạc\n2)\tBáo cáo sơ kết\r\n3/ Thảo luận")).toEqual(["Khai mạc", "Báo cáo sơ kết", "Thảo luận"]);
  });

  it("puts decimals, letters and dashes below the number before them", () => {
    expect(titles("1. Báo cáo\n1.1. Một cửa\n1.2 Văn bản\n2. Thảo luận\na) Ý kiến\n- Trả lời")).toEqual(
      ["Báo cáo", "  Một cửa", "  Văn bản", "Thảo luận", "  Ý kiến", "  Trả lời"]);
  });

  it("takes Roman numerals as the first level when both are used", () => {
    expect(titles("I. Phần mở đầu\n1. Chào cờ\n2. Giới thiệu\nII. Nội dung\n1. Báo cáo")).toEqual(
      ["Phần mở đầu", "  Chào cờ", "  Giới thiệu", "Nội dung", "  Báo cáo"]);
  });

  it("lets a line without a number go on with the item before it", () => {
    expect(titles("1. Báo cáo kết quả cung cấp\ndịch vụ công trực tuyến\n2. Kết luận")).toEqual(
      ["Báo cáo kết quả cung cấp dịch vụ công trực tuyến", "Kết luận"]);
  });

  it("makes an item of every line when none is numbered", () => {
    expect(titles("Khai mạc\n\n  Báo cáo  \nBế mạc;")).toEqual(["Khai mạc", "Báo cáo", "Bế mạc"]);
  });

  it("reads planned minutes at the end of a line", () => {
    expect(readLines("1. Khai mạc (5 phút)\n2. Thảo luận, 45 phút.")).toEqual([
      { title: "Khai mạc", level: 0, minutes: 5 }, { title: "Thảo luận", level: 0, minutes: 45 }]);
  });

  it("drops the clock in front of a line", () => {
    expect(titles("8h00 - 8h15: Đón tiếp đại biểu\n08:15 Khai mạc\n08 giờ 30: Báo cáo")).toEqual(["Đón tiếp đại biểu", "Khai mạc", "Báo cáo"]);
    expect(titles("1. 8h00: Đón tiếp\n2. 8h15: Khai mạc")).toEqual(["Đón tiếp", "Khai mạc"]);
  });

  it("keeps years, numbers and abbreviations inside a title", () => {
    expect(titles("1. Kế hoạch năm 2019\n2. Nghị quyết 17/NQ-CP")).toEqual(["Kế hoạch năm 2019", "Nghị quyết 17/NQ-CP"]);
  });

  it("stops at a limit and ignores emptiness", () => {
    expect(readLines(" \n\t\n")).toEqual([]);
    expect(readLines("mục\n".repeat(MOST_LINES + 50))).toHaveLength(MOST_LINES);
  });
});

it("guesses what an item is from its title", () => {
  expect(["Khai mạc", "Báo cáo sơ kết", "Thảo luận", "Biểu quyết thông qua Kế hoạch", "Kết luận, bế mạc"].map(kindOf)).toEqual(
    ["INFORMATION", "REPORT", "DISCUSSION", "DECISION", "INFORMATION"]);
});
