// @vitest-environment happy-dom
import { expect, it } from "vitest";
import { titleOf, unitsOf } from "./task-sheet.ts";

it("makes a title of the words that were marked", () => {
  expect(titleOf(" - Sở Nội vụ rà soát thủ tục. ")).toEqual({ title: "Sở Nội vụ rà soát thủ tục", content: "" });
  expect(titleOf("Rà soát thủ tục\nBáo cáo trước ngày 15")).toEqual({ title: "Rà soát thủ tục", content: "Báo cáo trước ngày 15" });
  expect(titleOf("")).toEqual({ title: "", content: "" });
});

it("takes units one a line, and known ones also with commas between", () => {
  const known = ["Sở Nội vụ", "Sở Tài chính", "Hội Nông dân, Thanh niên"];
  expect(unitsOf("Sở Nội vụ, Sở Tài chính\n\nHội Nông dân, Thanh niên; Sở Lạ, Sở Nội vụ", known)).toEqual(["Sở Nội vụ", "Sở Tài chính", "Hội Nông dân, Thanh niên", "Sở Lạ, Sở Nội vụ"]);
});

it("cuts what is too long for a title at a word, and keeps the whole", () => {
  const long = "rà soát ".repeat(100);
  const { title, content } = titleOf(long);
  expect(title.length).toBeLessThanOrEqual(500);
  expect(title).toMatch(/(?:rà|soát)$/);
  expect(content).toBe(long.trim());
});
