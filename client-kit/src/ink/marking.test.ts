import { describe, expect, it } from "vitest";
import type { Note, NoteBody } from "../proto/protocol.ts";
import type { Words } from "../reader/words.ts";
import { flaws } from "../i18n/index.ts";
import { encloses, touches } from "./hit.ts";
import { between, CONTEXT_CHARACTERS, endsOf, firstInSight, highlightOf, stepped, wordNear } from "./marking.ts";
import { deltas } from "./stroke.ts";
import { MemoryNotebook } from "./testing.ts";
import { t } from "./texts.ts";
import { movedBody } from "./tools.ts";
import { serves, windowFor } from "./window.ts";
import { Writing } from "./writing.ts";

/** Three lines of four words each; a word is 40 pt by 12 pt, 50 pt from the next; lines 20 pt apart. Boxes are 0.1 pt. */
const TEXT = "Đồng chí Thuỷ báo cáo kết quả giải phóng mặt bằng xong";
function page(): Words {
  const words: number[] = [];
  let at = 0;
  TEXT.split(" ").forEach((word, i) => { words.push(at, word.length, 1000 + (i % 4) * 500, 1000 + Math.floor(i / 4) * 200, 400, 120); at += word.length + 1; });
  return { v: 1, text: TEXT, words, lines: [0, 4, 8] };
}
const words = page();
const book = new MemoryNotebook();
const note = (body: NoteBody): Note => book.make("p", 1, body);
const stroke = (xy: number[], width = 20): Note => note({ kind: "ink", tool: "PEN", colour: "BLUE", width, points: deltas(xy) });

describe("marking text", () => {
  it("snaps to the word under the hand, else to the nearest on its line, and to none far away", () => {
    expect(wordNear(words, [2100, 2100])).toBe(0);
    expect(wordNear(words, [2850, 2100])).toBe(0);
    expect(wordNear(words, [2950, 2100])).toBe(1);
    expect(wordNear(words, [9000, 2500])).toBe(7);
    expect(wordNear(words, [2100, 9000])).toBe(-1);
  });

  it("keeps quads of whole words in 1/20 pt, one a line, and the quote with what stands around it", () => {
    const body = highlightOf(words, 6, 2, "GREEN")!;
    expect(body.quads).toEqual([[4000, 2000, 1800, 240], [2000, 2400, 2800, 240]]);
    expect(TEXT.slice(body.start, body.end)).toBe(body.quote.exact);
    expect(body.quote).toEqual({ exact: "Thuỷ báo cáo kết quả", prefix: "Đồng chí ", suffix: " giải phóng mặt bằng xong" });
    const long: Words = { ...words, text: TEXT + "x".repeat(100) };
    expect(highlightOf(long, 11, 11, "RED")!.quote).toMatchObject({ exact: "xong", suffix: "x".repeat(CONTEXT_CHARACTERS) });
    expect(highlightOf(long, 11, 11, "RED")!.quote.prefix).toHaveLength(CONTEXT_CHARACTERS);
  });

  it("goes by key to the next word and the line below, and never beyond the page", () => {
    expect([stepped(words, 3, "next"), stepped(words, 0, "back"), stepped(words, 11, "next")]).toEqual([4, -1, -1]);
    expect([stepped(words, 2, "down"), stepped(words, 6, "up"), stepped(words, 1, "up"), stepped(words, 9, "down")]).toEqual([6, 2, -1, -1]);
    const short: Words = { ...words, words: words.words.slice(0, 6 * 9) };
    expect(stepped(short, 7, "down")).toBe(8);
  });

  it("begins by key at the first word in sight", () => {
    const size = { h: 16838 };
    expect(firstInSight(words, [0, 0, 1, 1], size)).toBe(0);
    expect(firstInSight(words, [0, 2300 / size.h, 1, 0.5], size)).toBe(4);
    expect(firstInSight(words, [0, 0.9, 1, 0.1], size)).toBe(0);
    expect(firstInSight({ ...words, words: [] }, [0, 0, 1, 1], size)).toBe(-1);
  });

  it("knows its end words again", () => {
    expect(endsOf(words, highlightOf(words, 3, 9, "RED")!)).toEqual([3, 9]);
    expect(between(5, 3)).toEqual([3, 4, 5]);
  });
});

describe("touching and encircling", () => {
  it("a sweep touches a line that it crosses between its points, a dot, marked text and a pin", () => {
    expect(touches(stroke([0, 0, 1000, 1000]), [1000, 0], [0, 1000], 1)).toBe(true);
    expect(touches(stroke([0, 0, 1000, 1000]), [600, 0], [1000, 300], 5)).toBe(false);
    expect(touches(stroke([500, 500]), [500, 520], [500, 530], 12)).toBe(true);
    const marked = note(highlightOf(words, 2, 6, "RED")!);
    expect(touches(marked, [5000, 1900], [5000, 2100], 1)).toBe(true);
    expect(touches(marked, [5200, 2500], [5300, 2600], 1)).toBe(false);
    expect(touches(note({ kind: "text", colour: "RED", at: [300, 300], text: "a" }), [320, 320], [320, 320], 1)).toBe(true);
  });

  it("a loop takes strokes that lie mostly inside", () => {
    const loop = [0, 0, 1000, 0, 1000, 1000, 0, 1000];
    expect(encloses(loop, stroke([100, 100, 500, 500, 900, 900, 1500, 900]))).toBe(true);
    expect(encloses(loop, stroke([100, 100, 1500, 500, 1900, 900]))).toBe(false);
  });

  it("what is carried away moves by its first point; marked text stays with its words", () => {
    expect(movedBody(stroke([10, 20, 30, 25]).body, 5, -5)).toMatchObject({ points: [15, 15, 20, 5] });
    const body = highlightOf(words, 0, 1, "RED")!;
    expect(movedBody(body, 5, 5)).toBe(body);
  });
});

describe("the canvas", () => {
  const PAGE = { w: 11_906, h: 16_838 };
  it("covers the whole page while all of it is in sight, a part of it when the page is large, and never has too many pixels", () => {
    expect(windowFor([0, 0, 1, 1], PAGE, 800)).toMatchObject({ rect: [0, 0, 1, 1], w: 800, h: 1131 });
    const near = windowFor([0.4, 0.4, 0.2, 0.1], PAGE, 12_000);
    expect(near.rect[2]).toBeCloseTo(0.4);
    expect(near.w * near.h).toBeLessThanOrEqual(6_010_000);
    expect(serves(near, [0.35, 0.4, 0.2, 0.1], near)).toBe(true);
    expect(serves(near, [0.1, 0.4, 0.2, 0.1], near)).toBe(false);
    expect(serves(windowFor([0, 0, 1, 1], PAGE, 800), [0, 0, 1, 1], windowFor([0, 0, 1, 1], PAGE, 1600))).toBe(false);
  });
});

describe("a text that is being written", () => {
  it("is kept when the field is left and at the end, is no note while it is empty, and goes when it was emptied", async () => {
    const notebook = new MemoryNotebook();
    const fresh = notebook.make("p", 1, { kind: "text", colour: "BLUE", at: [5, 5], text: "" });
    const writing = new Writing(fresh, true, () => notebook.notes.find(({ id }) => id === fresh.id), (act) => void notebook.do(act));
    writing.keep();
    expect(notebook.acts).toEqual([]);
    writing.write("Hỏi về tiến độ");
    writing.keep();
    writing.keep();
    await Promise.resolve().then(() => undefined);
    expect(notebook.notes.map(({ body }) => body)).toEqual([{ kind: "text", colour: "BLUE", at: [5, 5], text: "Hỏi về tiến độ" }]);
    expect(notebook.acts).toHaveLength(1);
    writing.write("  ");
    writing.close();
    await Promise.resolve().then(() => undefined);
    expect(notebook.notes).toEqual([]);
  });
});

it("says everything in both languages", () => { expect(flaws(t)).toEqual([]); });
