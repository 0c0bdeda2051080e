import { describe, expect, it } from "vitest";
import { accents, fold, Folded, hasAccents } from "./fold.ts";
import { HITS_LIMIT, search, snippet } from "./search.ts";
import { pageText } from "./whole-text.ts";

describe("folding Vietnamese", () => {
  it.each([
    ["GIẢI PHÓNG", "giai phong"],
    ["Thuỷ", "thuy"],
    ["Thủy", "thuy"],
    ["Thu\u0309y", "thuy"],
    ["hoà", "hoa"],
    ["hòa", "hoa"],
    ["Đặng", "dang"],
    ["đảng", "dang"],
    ["ĐƯỜNG", "duong"],
    ["nghị\u00a0sự", "nghi su"],
    ["giải \n\t phóng", "giai phong"],
    ["cộng\u00adhoà", "conghoa"],
    ["", ""],
  ])("%j becomes %j", (text, folded) => {
    expect(fold(text)).toBe(folded);
    expect(fold(text.normalize("NFD"))).toBe(folded);
  });

  it.each(["Ông Đặng\nThủy", "Ông  Đặng\nThu\u0309y", "Ôn\u00adg Đặn\u0323g", "\u200bÔng Đặng 각"])("knows for every folded character of %j its place in the text", (text) => {
    const whole = new Folded(text);
    expect(whole.folded).toBe(fold(text));
    expect(whole.at(whole.folded.length)).toBe(text.length);
    const at = whole.folded.indexOf("dang");
    expect(fold(text.slice(whole.at(at), whole.at(at + 4)).trim())).toBe("dang");
    expect(text[whole.at(at)]).toBe("Đ");
  });
});

describe("the same accents", () => {
  it.each([["hoà", "hòa"], ["Thuỷ", "thủy"], ["thuỷ", "Thu\u0309y"], ["khoẻ", "khỏe"], ["GIẢI PHÓNG", "giải  phóng"]])("%j and %j agree", (a, b) => expect(accents(a)).toBe(accents(b)));
  it.each([["hoà", "hoa"], ["dang", "đang"], ["đảng", "đáng"], ["tu", "tư"], ["lam", "lâm"]])("%j and %j do not", (a, b) => expect(accents(a)).not.toBe(accents(b)));
  it("knows whether there are any", () => {
    expect(hasAccents("dien")).toBe(false);
    expect(hasAccents("điện")).toBe(true);
    expect(hasAccents("di")).toBe(false);
    expect(hasAccents("đi")).toBe(true);
  });
});

describe("search in a paper", () => {
  const pages = [
    pageText(1, "Ban chỉ đạo đã giải\nphóng mặt bằng."),
    pageText(2, "Đồng chí Đặng Thị Thuỷ và đồng chí Trần Văn Thủy."),
    pageText(3, "Đảng uỷ đang họp; giai phong viết không dấu."),
  ];
  const found = (query: string, exact = false) => search(pages, query, exact).map((h) => [h.page, pages[h.page - 1]!.folded.text.slice(h.start, h.end), h.rank]);

  it("finds across the end of a line, with or without accents, composed or not", () => {
    const expected = [[1, "giải\nphóng", 0], [3, "giai phong", 1]];
    expect(found("giải phóng")).toEqual(expected);
    expect(found("GIẢI PHÓNG")).toEqual(expected);
    expect(found("giải phóng".normalize("NFD"))).toEqual(expected);
    expect(found("giai phong").map((h) => h.slice(0, 2))).toEqual([[1, "giải\nphóng"], [3, "giai phong"]]);
  });

  it("takes both ways of placing the tone for the same", () => {
    expect(found("Thuỷ")).toEqual([[2, "Thuỷ", 0], [2, "Thủy", 0]]);
    expect(found("Thủy", true)).toEqual([[2, "Thuỷ", 0], [2, "Thủy", 0]]);
  });

  it("puts the same accents first", () => {
    expect(found("đang")).toEqual([[3, "đang", 0], [2, "Đặng", 1], [3, "Đảng", 1]]);
    expect(found("dang", true)).toEqual([]);
  });

  it("puts hits inside other syllables last", () => {
    expect(found("ang").every((h) => h[2] === 2)).toBe(true);
  });

  it("uses what the server has folded and still hits the right place", () => {
    const text = "Ông Đặng\nThủy";
    const page = pageText(9, text, "ong dang thuy");
    expect(search([page], "dang thuy").map((h) => text.slice(h.start, h.end))).toEqual(["Đặng\nThủy"]);
  });

  it("asks for two letters, and stops at a limit", () => {
    expect(found("a")).toEqual([]);
    expect(found("   ")).toEqual([]);
    expect(search([pageText(1, "an ".repeat(5000))], "an").length).toBe(HITS_LIMIT);
  });

  it("shows what stands around a hit, cut between words", () => {
    const text = "Trong sáu tháng đầu năm, Ban Chỉ đạo Chính phủ điện tử tỉnh đã giải phóng mặt bằng cho trung tâm dữ liệu của tỉnh theo đúng kế hoạch";
    const hit = search([pageText(1, text)], "giai phong")[0]!;
    const around = snippet(text, hit);
    expect(around.match).toBe("giải phóng");
    expect(around.before.startsWith("…")).toBe(true);
    expect(text).toContain(around.before.slice(1) + around.match + around.after.slice(0, -1));
  });
});
