import { beforeEach, describe, expect, it } from "vitest";
import type { NsReader } from "./ns-reader.ts";
import { ReadAloud, tongueOf, voiceFor, type Speech, type Voice } from "./read-aloud.ts";
import { sentencesOf } from "./sentences.ts";
import type { Words } from "./words.ts";

function page(...lines: string[]): Words {
  const words: number[] = [];
  const starts: number[] = [];
  let at = 0;
  lines.forEach((line, row) => {
    starts.push(words.length / 6);
    line.split(" ").forEach((word, i) => { words.push(at, word.length, 700 + i * 300, 900 + row * 200, 280, 140); at += word.length + 1; });
  });
  return { v: 1, text: lines.join("\n"), words, lines: starts };
}

const HERE: Voice = { lang: "vi-VN", localService: true };

class Mouth implements Speech {
  said: string[] = [];
  list: Voice[] = [HERE];
  #ended: ((done: boolean) => void) | null = null;
  voices(): readonly Voice[] { return this.list; }
  say(text: string, _: Voice, ended: (done: boolean) => void): void { this.said.push(text); this.#ended = ended; }
  hush(): void { const ended = this.#ended; this.#ended = null; ended?.(false); }
  onVoices(): () => void { return () => undefined; }
  finish(): void { const ended = this.#ended; this.#ended = null; ended?.(true); }
}

const PAGES = [page("Kính gửi các đồng chí. Đây là báo cáo sơ kết", "sáu tháng đầu năm. Xin cảm ơn!"), page("Trang hai nói về kế hoạch. Hết.")];

let mouth: Mouth;
let reader: NsReader;
let aloud: ReadAloud;
const settle = (): Promise<void> => new Promise((done) => setTimeout(done));

beforeEach(() => {
  mouth = new Mouth();
  const book = {
    page: 1, count: 2, spoken: null as unknown,
    get words(): Words { return PAGES[book.page - 1]!; },
    pageWords: async (n: number) => PAGES[n - 1] ?? null,
    goTo(n: number): void { book.page = n; aloud.left(n); },
  };
  reader = book as unknown as NsReader;
  aloud = new ReadAloud(reader, mouth, () => undefined);
});

describe("reading aloud", () => {
  it("says sentence after sentence over the lines, marks each, and goes on to the next page until the last", async () => {
    await aloud.play();
    expect(mouth.said).toEqual(["Kính gửi các đồng chí."]);
    expect((reader as unknown as { spoken: object }).spoken).toEqual({ page: 1, words: [0, 1, 2, 3, 4], current: true });
    mouth.finish();
    expect(mouth.said[1]).toBe("Đây là báo cáo sơ kết sáu tháng đầu năm.");
    mouth.finish();
    mouth.finish();
    await settle();
    expect(reader.page).toBe(2);
    expect(mouth.said[3]).toBe("Trang hai nói về kế hoạch.");
    mouth.finish();
    mouth.finish();
    expect(aloud.state).toBe("silent");
  });

  it("says the sentence in hand again after a pause", async () => {
    await aloud.play();
    mouth.finish();
    aloud.pause();
    expect(aloud.state).toBe("paused");
    await aloud.play();
    expect(mouth.said.slice(1)).toEqual(["Đây là báo cáo sơ kết sáu tháng đầu năm.", "Đây là báo cáo sơ kết sáu tháng đầu năm."]);
  });

  it("ends when the page is left by hand, and nothing of it is said later", async () => {
    await aloud.play();
    reader.goTo(2);
    expect(aloud.state).toBe("silent");
    mouth.finish();
    await settle();
    expect(mouth.said).toHaveLength(1);
    expect((reader as unknown as { spoken: unknown }).spoken).toBeNull();
  });

  it("is offered only where the device has a voice for the page's language", () => {
    expect(aloud.able).toBe(true);
    mouth.list = [{ lang: "en-US", localService: true }];
    expect(aloud.able).toBe(false);
    mouth.list = [];
    expect(aloud.able).toBe(false);
  });

  it("takes a voice of the device before one of the Internet", () => {
    const far = { lang: "vi_VN", localService: false };
    expect(voiceFor("vi", [far, HERE])).toBe(HERE);
    expect(voiceFor("vi", [far])).toBe(far);
    expect(tongueOf("The committee of Hà Giang province has reviewed the plan")).toBe("en");
    expect(tongueOf("Ban Chỉ đạo Chính phủ điện tử tỉnh Hà Giang")).toBe("vi");
  });
});

describe("sentences", () => {
  it("do not end at short forms, at the number of a point or before a small letter", () => {
    expect(sentencesOf(page("1. Theo TS. Nguyễn Văn An, TP. Hà Giang đã đạt 4.5 điểm. Kết quả tốt.")).map(({ text }) => text))
      .toEqual(["1. Theo TS. Nguyễn Văn An, TP. Hà Giang đã đạt 4.5 điểm.", "Kết quả tốt."]);
  });

  it("leave a heading whole, whatever it counts", () => {
    expect(sentencesOf(page("CHƯƠNG 1. KẾT QUẢ SÁU THÁNG"))[0]!.text).toBe("CHƯƠNG 1. KẾT QUẢ SÁU THÁNG");
  });

  it("are cut at a comma when they would never end", () => {
    const long = Array.from({ length: 200 }, (_, i) => (i % 10 === 9 ? "nhau," : "nói")).join(" ");
    const found = sentencesOf(page(long));
    expect(found.length).toBeGreaterThan(3);
    expect(found.flatMap(({ words }) => words)).toEqual(Array.from({ length: 200 }, (_, i) => i));
  });
});
