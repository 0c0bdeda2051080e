import { afterEach, expect, it, vi } from "vitest";
import type { Note } from "../proto/protocol.ts";
import { WordsNow } from "./words-now.ts";

const files: Record<string, unknown> = {
  "/files/m/p2/manifest": { v: 1, pages: [{ words: null }, { words: "2.json" }] },
  "/files/m/p2/2.json": { text: "Mục tiêu cụ thể. Phấn đấu đến hết năm có 92% hồ\nsơ được tiếp nhận.", words: [], lines: [] },
};
const marking = (page: number): Note => ({ id: `n${page}`, paper: "p2", page, body: { kind: "highlight", colour: "YELLOW", quads: [], quote: { exact: "85% hồ sơ", prefix: "", suffix: "" }, start: 45, end: 50 } }) as unknown as Note;

afterEach(() => vi.unstubAllGlobals());

it("a marking that was carried says the words that stand under it now, not those that it quotes", async () => {
  const fetched = vi.fn((url: string) => Promise.resolve({ ok: url in files, json: () => Promise.resolve(files[url]) }));
  vi.stubGlobal("fetch", fetched);
  const told = vi.fn();
  const words = new WordsNow(told);
  expect(words.of("m", marking(2))).toBe("");
  await vi.waitFor(() => expect(told).toHaveBeenCalledOnce());
  expect(words.of("m", marking(2))).toBe("…đấu đến hết năm có 92% hồ sơ được tiếp nhận.");
  expect(fetched).toHaveBeenCalledTimes(2);

  expect(words.of("m", marking(1)), "a page without words").toBe("");
  await vi.waitFor(() => expect(fetched).toHaveBeenCalledTimes(3));
  expect(words.of("m", marking(1))).toBe("");
});

it("without a network the words are asked for again when the list is drawn next", async () => {
  vi.stubGlobal("fetch", vi.fn(() => Promise.reject(new TypeError("no network"))));
  const words = new WordsNow(() => undefined);
  words.of("m", marking(2));
  await vi.waitFor(() => { words.of("m", marking(2)); expect(fetch).toHaveBeenCalledTimes(2); });
});
