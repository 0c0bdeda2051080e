import type { MeetingView, PaperView } from "client-kit/proto/protocol.ts";
import { expect, it } from "vitest";
import { makingWords } from "./making.ts";

const view = (papers: Record<string, Partial<PaperView>>): MeetingView => ({ head: { kind: "REGULAR" }, papers: { papers } }) as unknown as MeetingView;

it("says in one sentence how many papers are checked, prepared and read for search, and nothing when there is nothing to wait for", () => {
  const meeting = view({ a: { status: "PREPARING", pages: 6 }, b: { status: "PREPARING", pages: 10 }, c: { status: "READY", pages: 3 } });
  expect(makingWords(meeting, new Map(), 0, 0)).toBe("Cả phiên họp: đang dựng 2 tài liệu.");
  expect(makingWords(meeting, new Map([["a", { done: 4, total: 6 }]]), 3, 1)).toBe("Cả phiên họp: đang kiểm tra 3 tệp; đang dựng 2 tài liệu (trang 4/16); đang đưa 1 tài liệu vào tìm kiếm.");
  expect(makingWords({ ...meeting, head: { ...meeting.head, kind: "OPINION_FORM" } }, new Map(), 0, 0)).toBe("Cả phiếu: đang dựng 2 tài liệu.");
  expect(makingWords(view({ c: { status: "READY", pages: 3 } }), new Map(), 0, 0)).toBe("");
});
