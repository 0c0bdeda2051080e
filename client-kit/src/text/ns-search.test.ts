// @vitest-environment happy-dom
import { afterEach, expect, it, vi } from "vitest";
import { NsSearch } from "./ns-search.ts";
import type { SearchAnswer } from "./results.ts";

const page = (number: number) => ({ number, label: String(number), snippet: { text: "thuỷ lôi", marks: [0, 4] }, sameAccents: true });
const answer = (...pages: number[]): SearchAnswer => ({
  meetings: [{ id: "hop", title: "Phiên họp", bodyName: "Ban", startsAt: 0, items: [], papers: [{ id: "tl1", item: "1", title: { text: "Báo cáo", marks: [] }, handling: "FREE", pages: 3, hits: pages.map(page) }] }],
  more: false, unread: 0,
});

/** The server as far as the search asks it: each question stays open until it is answered. */
function server(): { readonly asked: string[]; reply(what: SearchAnswer): void } {
  const open: ((what: SearchAnswer) => void)[] = [];
  const asked: string[] = [];
  vi.stubGlobal("fetch", (url: string) => new Promise<Response>((resolve) => {
    asked.push(url);
    open.push((what) => resolve(new Response(JSON.stringify(what), { headers: { "Content-Type": "application/json" } })));
  }));
  return { asked, reply: (what) => open.shift()!(what) };
}

const at = (search: NsSearch, id: string): HTMLElement[] => [...search.querySelectorAll<HTMLElement>(`[data-testid=${id}]`)];

async function looking(): Promise<NsSearch> {
  const search = new NsSearch();
  search.places = { meeting: () => null, paper: () => null, device: null };
  document.body.append(search);
  await search.updateComplete;
  const field = search.querySelector<HTMLInputElement>("input[type=search]")!;
  field.value = "thuy loi";
  field.dispatchEvent(new Event("input"));
  search.querySelector("form")!.dispatchEvent(new Event("submit"));
  return search;
}

afterEach(() => { document.body.replaceChildren(); vi.unstubAllGlobals(); });

it("looks again for what was broken off when its sheet was closed", async () => {
  const there = server();
  const search = await looking();
  await vi.waitFor(() => expect(there.asked).toHaveLength(1));
  search.remove();
  there.reply(answer(1));
  document.body.append(search);
  await vi.waitFor(() => expect(there.asked).toHaveLength(2));
  there.reply(answer(1, 2));
  await vi.waitFor(() => expect(at(search, "search-hit")).toHaveLength(2));
  expect(at(search, "search-says")[0]?.textContent).toContain("3 trang trong 1 tài liệu");
});

it("still shows all pages of a paper after its sheet was closed and opened", async () => {
  const there = server();
  const search = await looking();
  await vi.waitFor(() => expect(there.asked).toHaveLength(1));
  there.reply(answer(1, 2));
  await vi.waitFor(() => expect(at(search, "search-more")).toHaveLength(1));
  search.remove();
  document.body.append(search);
  await search.updateComplete;
  expect(there.asked).toHaveLength(1);
  at(search, "search-more")[0]!.click();
  await vi.waitFor(() => expect(there.asked).toHaveLength(2));
  there.reply(answer(1, 2, 3));
  await vi.waitFor(() => expect(at(search, "search-hit")).toHaveLength(3));
});

it("tells how the paper of a result may be handled", async () => {
  const there = server();
  const search = await looking();
  await vi.waitFor(() => expect(there.asked).toHaveLength(1));
  there.reply(answer(1));
  await vi.waitFor(() => expect(at(search, "search-hit")).toHaveLength(1));
  expect(search.paperOf({ meeting: "hop", paper: "tl1", query: "", exact: false })?.handling).toBe("FREE");
});

it("is emptied by a button of its own, which is there as long as there is something to clear", async () => {
  const there = server();
  const search = await looking();
  await vi.waitFor(() => expect(there.asked).toHaveLength(1));
  there.reply(answer(1));
  await vi.waitFor(() => expect(at(search, "search-hit")).toHaveLength(1));
  expect(at(search, "search-clear")[0]?.getAttribute("aria-label")).toBe("Xóa nội dung tìm");
  at(search, "search-clear")[0]!.click();
  await search.updateComplete;
  const field = search.querySelector<HTMLInputElement>("input[type=search]")!;
  expect(field.value).toBe("");
  expect(document.activeElement).toBe(field);
  expect(at(search, "search-hit")).toHaveLength(0);
  expect(at(search, "search-clear")).toHaveLength(0);
});
