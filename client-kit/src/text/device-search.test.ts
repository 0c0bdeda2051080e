import { expect, it } from "vitest";
import type { MeetingView } from "../proto/protocol.ts";
import { DeviceSearch } from "./device-search.ts";
import { accents, fold, Folded } from "./fold.ts";
import type { SearchAnswer } from "./results.ts";
import { Wanted } from "./wanted.ts";

/** The reference pages of S1 in the notes on reading: every way of writing the same, and what only looks alike. */
const REFERENCE: Record<number, string> = {
  7: "Công tác giải phóng mặt bằng dự án trung tâm dữ liệu.",
  42: "GIẢI PHÓNG MẶT BẰNG VÀ TÁI ĐỊNH CƯ",
  99: "giải\nphóng mặt\nbằng bị chậm".normalize("NFD").normalize("NFC"),
  150: "Ông Nguyễn Văn Thuỷ, bà Lê Thị Thủy, bà Đặng Thúy.",
  151: "Khu dân cư Thuy Nguyên (viết không dấu).",
  260: "Đảng uỷ đang họp; bà Ðặng dẫn chương trình.",
  // as intake has repaired it from a TCVN3 font
  333: "Uỷ ban nhân dân tỉnh báo cáo về giải phóng mặt bằng",
  400: "phóng viên, mặt hàng, bằng cấp, giải thưởng",
};
const PAGES = 500;

const text = (page: number): string => `${REFERENCE[page] ?? `Trang ${page} không có gì để tìm`}\nPhần chung của mọi trang.`;
const manifest = { v: 1, sha256: "00", pages: Array.from({ length: PAGES }, (_, i) => ({ label: i < 2 ? ["i", "ii"][i] : String(i - 1), w: 1, h: 1, words: `${i + 1}.json` })), text: "text.json" };
const files: Record<string, unknown> = {
  "/files/hop/tl1/manifest": manifest,
  "/files/hop/tl1/text.json": { v: 1, pages: manifest.pages.map((_, i) => ({ page: i + 1, text: text(i + 1), folded: fold(text(i + 1)) })) },
};

const view = {
  head: { id: "hop", title: "Phiên họp", bodyName: "Ban", startsAt: 0 },
  agenda: { order: ["m1"], items: { m1: { number: "1", title: "Giải phóng mặt bằng đợt 2", papers: ["tl1", "tl2"] } } },
  papers: { papers: { tl1: { item: "m1", title: "Báo cáo chung", status: "READY" }, tl2: { item: "m1", title: "Chưa tải", status: "READY" } } },
} as unknown as MeetingView;

const read: string[] = [];
const search = new DeviceSearch((path) => { read.push(path); return Promise.resolve(files[path] ?? null); }, () => Promise.resolve(), () => 0);

async function find(query: string, exact = false): Promise<SearchAnswer> {
  return search.find(new Wanted(query, exact), [view], new AbortController().signal, () => undefined);
}

/** Pages with a hit, as a reader would find them in the paper alone. */
async function pages(query: string, exact = false): Promise<number[]> {
  const answer = await search.find(new Wanted(query, exact), [view], new AbortController().signal, () => undefined, "tl1");
  return (answer.meetings[0]?.papers[0]?.hits ?? []).map((hit) => hit.number);
}

it("S1: every way of writing finds the same pages", async () => {
  const all = [7, 42, 99, 333, 400];
  for (const query of ["giai phong mat bang", "GIẢI PHÓNG MẶT BẰNG", "giải phóng mặt bằng".normalize("NFD")]) expect([...await pages(query)].sort((a, b) => a - b), query).toEqual(all);
  expect((await pages("giải phóng mặt bằng"))[4]).toBe(400);
  expect(await pages("“giai phong mat bang”")).toEqual([7, 42, 99, 333]);
  expect(await pages("GIẢI PHÓNG")).toEqual([7, 42, 99, 333, 400]);
  expect(await pages("Thuy")).toEqual([150, 151]);
  expect(await pages("Thuỷ")).toEqual([150, 151]);
  expect(await pages("Thủy", true)).toEqual([150]);
  expect(await pages("thuy", true)).toEqual([151]);
  expect(await pages("dang")).toEqual([150, 260]);
  expect(await pages("đặng", true)).toEqual([150, 260]);
  expect(await pages("đảng", true)).toEqual([260]);
  expect(await pages("uỷ ban")).toEqual([333]);
});

it("groups by paper, with printed labels and marks, and finds titles", async () => {
  const answer = await find("giai phong mat bang");
  const [meeting] = answer.meetings;
  expect(meeting?.items.map((item) => item.number)).toEqual(["1"]);
  const paper = meeting!.papers[0]!;
  expect([paper.id, paper.item, paper.pages, paper.hits.length]).toEqual(["tl1", "1", 5, 4]);
  expect(paper.hits[0]).toMatchObject({ number: 7, label: "5" });
  const { text: line, marks } = paper.hits[0]!.snippet;
  expect(line.slice(marks[0], marks[0]! + marks[1]!)).toBe("giải phóng mặt bằng");
  expect(answer.unread, "one paper is not on the device").toBe(1);
  expect((await find("chung")).meetings[0]!.papers[0]!.title.marks.length).toBe(2);
});

it("tells what it has before it is done, and stops when asked", async () => {
  const stop = new AbortController();
  const told: SearchAnswer[] = [];
  await search.find(new Wanted("thuy", false), [view], stop.signal, (answer) => told.push(answer));
  expect(told.length).toBe(1);
  told.length = 0;
  await search.find(new Wanted("phan chung", false), [view], stop.signal, (answer) => told.push(answer));
  expect(told.map((answer) => answer.meetings[0]?.papers[0]?.pages)).toEqual([4, PAGES]);
  stop.abort();
  told.length = 0;
  await search.find(new Wanted("giai phong", false), [view], stop.signal, (answer) => told.push(answer));
  expect(told).toEqual([]);
});

it("lets the page breathe by its clock, and shows by then what was found, however little", async () => {
  let ms = 0;
  let breaths = 0;
  const slow = new DeviceSearch((path) => Promise.resolve(files[path] ?? null), () => { breaths++; return Promise.resolve(); }, () => (ms += 1));
  const told: number[] = [];
  await slow.find(new Wanted("giai phong mat bang", false), [view], new AbortController().signal, (answer) => told.push(answer.meetings[0]?.papers[0]?.pages ?? 0), "tl1");
  expect(told).toEqual([1, 5]);
  expect(breaths).toBeGreaterThan(PAGES / 10);
  expect(breaths).toBeLessThan(PAGES / 5);
});

it("reads one file of words a paper, once, and has it before the first letter when it is told to", async () => {
  const fresh = new DeviceSearch((path) => { read.push(path); return Promise.resolve(files[path] ?? null); }, () => Promise.resolve());
  read.length = 0;
  await Promise.all([fresh.ready(view, new AbortController().signal), fresh.find(new Wanted("thuy", false), [view], new AbortController().signal, () => undefined)]);
  await fresh.find(new Wanted("dang", false), [view], new AbortController().signal, () => undefined);
  expect(read.filter((path) => path.includes("tl1"))).toEqual(["/files/hop/tl1/manifest", "/files/hop/tl1/text.json"]);
});

it("understands a query as the server does", () => {
  const line = "Công tác giải phóng\nmặt bằng; ông Thuỷ và bà Đặng Thu Hoà.";
  const hits = (query: string, exact = false): string[] => new Wanted(query, exact).in(new Folded(line)).map((s) => line.slice(s.start, s.end));
  expect(hits("dang thuy")).toEqual(["Thuỷ", "Đặng"]);
  expect(hits("giai quyet")).toEqual([]);
  expect(hits("hòa", true)).toEqual(["Hoà"]);
  expect(hits("dang", true)).toEqual([]);
  expect(hits("\"phong mat\"")).toEqual(["phóng\nmặt"]);
  expect(hits("“mat phong”")).toEqual([]);
  expect(hits("giai pho")).toEqual(["giải phóng"]);
  expect(hits("giai pho ")).toEqual([]);
  expect(new Wanted("u", false).isEnough).toBe(false);
});

/** The same as it would be done word by word, without a short cut: the words with letters alike, in their order. */
function wordByWord(text: string, query: string, exact: boolean): string[] {
  const words = (of: string): string[] => [...of.matchAll(/[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu)].map((run) => run[0]);
  const alike = (a: string, b: string, last: boolean): boolean => exact ? accents(a) === accents(b) : last ? fold(a).startsWith(fold(b)) : fold(a) === fold(b);
  const wanted = words(query);
  const lastIsOpen = wanted.length > 0 && query.endsWith(wanted[wanted.length - 1]!) && fold(wanted[wanted.length - 1]!).length >= 2;
  const sets = wanted.map((word, i) => words(text).map((one, at) => alike(one, word, lastIsOpen && i === wanted.length - 1) ? at : -1).filter((at) => at >= 0));
  return sets.some((set) => set.length === 0) ? [] : [...new Set(sets.flat())].sort((a, b) => a - b).map((at) => words(text)[at]!);
}

it("finds what a look at every word finds", () => {
  const syllables = ["đảng", "Đặng", "dang", "thuỷ", "thủy", "thu", "hoà", "hòa", "an", "ang", "Ủy", "uỷ", "12", "12a", "à"];
  let seed = 1;
  const pick = (n: number): number => (seed = (seed * 48271) % 2147483647) % n;
  const some = (n: number, between: () => string): string => Array.from({ length: n }, () => syllables[pick(syllables.length)]! + between()).join("");
  const gaps = [" ", "\n", ", ", "-", "  ", ". \u200b"];
  let hits = 0;
  for (let round = 0; round < 3_000; round++) {
    const text = pick(3) ? some(1 + pick(12), () => gaps[pick(gaps.length)]!) : some(1 + pick(12), () => " ").normalize("NFD");
    const query = some(1 + pick(3), () => " ").trimEnd() + (pick(2) ? " " : "");
    const exact = pick(2) === 0;
    const found = new Wanted(query, exact).in(new Folded(text)).flatMap((s) => text.slice(s.start, s.end).match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu) ?? []);
    expect(found, JSON.stringify({ text, query, exact })).toEqual(wordByWord(text, query, exact));
    hits += found.length;
  }
  expect(hits).toBeGreaterThan(1_000);
});
