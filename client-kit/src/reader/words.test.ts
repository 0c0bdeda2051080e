import { describe, expect, it } from "vitest";
import { findPage, labelLetters, printedLabel, type Manifest } from "./manifest.ts";
import { cellsInSight } from "./strip-window.ts";
import { blocksOf } from "./blocks.ts";
import { boxesOf, wordsBetween, type Words } from "./words.ts";

/** Lines of words at 100 units a character; `x`, `y`, `h` in 0.1 pt. */
function page(...lines: { text: string; x: number; y: number; h?: number }[]): Words {
  const words: number[] = [];
  const starts: number[] = [];
  let text = "";
  for (const line of lines) {
    starts.push(words.length / 6);
    let x = line.x;
    for (const word of line.text.split(" ")) {
      words.push(text.length, word.length, x, line.y, word.length * 60, line.h ?? 140);
      x += (word.length + 1) * 60;
      text += `${word} `;
    }
    text = `${text.slice(0, -1)}\n`;
  }
  return { v: 1, text: text.trimEnd(), words, lines: starts };
}

describe("boxes of words", () => {
  const words = page({ text: "giải phóng mặt", x: 700, y: 1000 }, { text: "bằng xong", x: 700, y: 1200 });

  it("finds the words that a stretch of text touches", () => {
    expect(wordsBetween(words, 5, 12)).toEqual([1, 2]);
    expect(wordsBetween(words, 0, 4)).toEqual([0]);
    expect(wordsBetween(words, 99, 120)).toEqual([]);
  });

  it("joins words on a line into one box and starts another on the next line", () => {
    const boxes = boxesOf(words, [1, 2, 3], { w: 6000, h: 8000 });
    expect(boxes.length).toBe(2);
    expect(boxes[0]![0]).toBeCloseTo(1000 / 6000);
    expect(boxes[0]![2]).toBeCloseTo((1360 + 180 - 1000) / 6000);
    expect(boxes[1]![1]).toBeCloseTo(1200 / 8000);
  });

  it("ignores an index that is no word", () => {
    expect(boxesOf(words, [-1, 99], { w: 1, h: 1 })).toEqual([]);
  });
});

describe("the large-text view", () => {
  it("joins the lines of a paragraph and parts paragraphs, headings and list points", () => {
    const blocks = blocksOf(page(
      { text: "BÁO CÁO SƠ KẾT", x: 1500, y: 500, h: 180 },
      { text: "Trong sáu tháng đầu năm Ban Chỉ đạo đã hoàn thành", x: 700, y: 900 },
      { text: "các nhiệm vụ được giao theo kế hoạch đề ra trong", x: 700, y: 1100 },
      { text: "năm.", x: 700, y: 1300 },
      { text: "Nhiệm vụ trọng tâm sáu tháng cuối năm gồm những", x: 700, y: 1500 },
      { text: "việc sau đây:", x: 700, y: 1700 },
      { text: "- Ký số văn bản đi", x: 700, y: 1900 },
      { text: "- Họp không giấy", x: 700, y: 2100 },
    ));
    expect(blocks.map((b) => b.kind)).toEqual(["heading", "text", "text", "item", "item"]);
    expect(blocks[1]!.text).toBe("Trong sáu tháng đầu năm Ban Chỉ đạo đã hoàn thành các nhiệm vụ được giao theo kế hoạch đề ra trong năm.");
    expect(blocks[4]!.text).toBe("- Họp không giấy");
  });

  it("takes a typesetter's hyphen away, but never a dash between Vietnamese words", () => {
    const joined = (a: string, b: string): string => blocksOf(page({ text: a, x: 700, y: 900 }, { text: b, x: 700, y: 1100 }))[0]!.text;
    expect(joined("The committee has reviewed the develop-", "ment of online services in all districts")).toContain("the development of");
    expect(joined("Tình hình phát triển kinh tế-", "xã hội sáu tháng đầu năm của tỉnh")).toContain("kinh tế- xã hội");
    expect(joined("Kế hoạch phát triển kinh tế -", "xã hội sáu tháng đầu năm của tỉnh")).toContain("kinh tế - xã hội");
    expect(joined("Giai đoạn thực hiện kế hoạch 2019-", "2025 theo Nghị quyết của tỉnh ủy")).toContain("2019- 2025");
  });

  it("knows the words of each paragraph, a point of a list with its further lines", () => {
    const words = page(
      { text: "- Ký số toàn bộ văn bản đi của các sở, ban, ngành", x: 700, y: 900 },
      { text: "trong quý ba", x: 760, y: 1100 },
      { text: "- Họp không giấy", x: 700, y: 1300 },
    );
    const blocks = blocksOf(words);
    expect(blocks.map((b) => b.kind)).toEqual(["item", "item"]);
    expect(blocks.map((b) => [b.first, b.end])).toEqual([[0, 16], [16, 20]]);
  });

  it("is empty for a page without words", () => {
    expect(blocksOf({ v: 1, text: "", words: [], lines: [] })).toEqual([]);
  });
});

describe("page numbers", () => {
  const manifest: Manifest = { v: 1, sha256: "s", pages: ["i", "ii", "1", "2", ""].map((label) => ({ label, w: 1, h: 1, words: null })) };

  it("a typed number counts pages, other labels are looked up", () => {
    expect(findPage(manifest, " 3 ")).toBe(3);
    expect(findPage(manifest, "II")).toBe(2);
    expect(findPage(manifest, "9")).toBeNull();
    expect(findPage(manifest, "")).toBeNull();
    expect(findPage(manifest, "1", "printed")).toBe(3);
    expect(findPage(manifest, "5", "printed")).toBe(5);
    expect(labelLetters(manifest)).toEqual(["i"]);
  });

  it("the printed number is said only where it differs", () => {
    expect(printedLabel(manifest, 3)).toBe("1");
    expect(printedLabel({ ...manifest, pages: [{ label: "1", w: 1, h: 1, words: null }] }, 1)).toBeNull();
    expect(printedLabel(manifest, 5)).toBeNull();
  });
});

describe("the strip of small pages", () => {
  it("makes a few dozen cells for 600 pages wherever it is scrolled", () => {
    for (let top = 0; top < 40_000; top += 777) {
      const cells = cellsInSight(300, 700, top, 600);
      expect(cells.last - cells.first).toBeLessThan(24);
      expect(cells.last).toBeLessThanOrEqual(600);
    }
  });

  it("covers the window and reaches the last page", () => {
    const start = cellsInSight(300, 700, 0, 600);
    expect(start.columns).toBe(2);
    expect(start.first).toBe(1);
    expect(Math.floor((start.last - 1) / 2) * start.cellH).toBeGreaterThan(700 - start.cellH);
    expect(cellsInSight(300, 700, start.height - 700, 600).last).toBe(600);
    expect(cellsInSight(300, 700, 0, 3).last).toBe(3);
    expect(cellsInSight(0, 0, 0, 600).last).toBe(0);
  });
});
