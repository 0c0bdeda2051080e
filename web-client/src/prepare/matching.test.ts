import { expect, it } from "vitest";
import { matchFiles, type Titled } from "./matching.ts";

const ITEMS: readonly Titled[] = [
  { id: "a", number: "1", title: "Báo cáo kết quả triển khai chính quyền điện tử 6 tháng đầu năm" },
  { id: "b", number: "2", title: "Giới thiệu sản phẩm phòng họp không giấy" },
  { id: "c", number: "3", title: "Thảo luận kế hoạch chuyển đổi số" },
  { id: "c1", number: "3.1", title: "Ý kiến của Sở Tài chính" },
  { id: "c2", number: "3.2", title: "Ý kiến của Sở Nội vụ" },
  { id: "d", number: "10", title: "Thông qua nghị quyết" },
];

const of = (name: string): string => {
  const [match] = matchFiles([name], ITEMS);
  return `${match?.item ?? "-"}${match?.sure ? "" : "?"}`;
};

it.each([
  ["Muc 3 - Bao cao.pdf", "c"],
  ["Mục 3 – Kế hoạch.docx", "c"],
  ["3.2 Y kien.pdf", "c2"],
  ["3.2.pdf", "c2"],
  ["03_ke hoach.pdf", "c"],
  ["2) San pham.pptx", "b"],
  ["Nội dung 10.pdf", "d"],
  ["10.pdf", "d"],
])("finds %s by its number", (name, expected) => expect(of(name)).toBe(expected));

it.each([
  ["Bao cao ket qua chinh quyen dien tu.pdf", "a"],
  ["Ý kiến Sở Nội vụ.pdf", "c2"],
  ["Y_KIEN_SO_TAI_CHINH.docx", "c1"],
  ["Dự thảo nghị quyết thông qua.pdf", "d"],
])("finds %s by its words, accents or not", (name, expected) => expect(of(name)).toBe(expected));

it("takes a number that opens a phrase or a date for no number of an item", () => {
  expect(of("6 tháng đầu năm báo cáo kết quả chính quyền điện tử.pdf")).toBe("a");
  expect(of("10-11-2026 Kế hoạch chuyển đổi số.pdf")).toBe("c");
  expect(of("2026 ke hoach chuyen doi so.pdf")).toBe("c");
});

it("marks what is doubtful", () => {
  expect(of("Ý kiến.pdf")).toMatch(/\?$/);
  expect(of("scan0001.pdf")).toBe("-?");
  expect(of("Muc 2 - Y kien So Noi vu.pdf")).toBe("b?");
  expect(of("99_la.pdf")).toBe("-?");
});

it("has nothing to say without an agenda", () => expect(matchFiles(["a.pdf"], [])).toEqual([{ item: undefined, sure: false }]));
