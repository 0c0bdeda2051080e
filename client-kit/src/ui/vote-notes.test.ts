import { expect, it } from "vitest";
import type { PersonView, VoteView } from "../proto/protocol.ts";
import { ballotNotes } from "./vote-notes.ts";

const people = Object.fromEntries(["An", "Bình", "Chi"].map((name) => [name, { name } as PersonView]));
const vote = (over: object, result: object = {}): VoteView => ({
  form: { kind: "answers", set: "LEGAL" }, contests: [{ id: "motion", label: { vi: "", en: "" }, least: 1, most: 1, marks: [{ id: "for", label: { vi: "Tán thành", en: "For" }, meaning: "FOR" }, { id: "against", label: { vi: "Không tán thành", en: "Against" }, meaning: "AGAINST" }] }],
  holders: {}, substituted: [], ...over, result: { helped: {}, corrections: [], ...result },
}) as unknown as VoteView;

it("tells who casts whose ballot, also before the result", () => {
  expect(ballotNotes({ ...vote({ holders: { An: "Bình" } }), result: undefined as never }, people)).toEqual(["Bình bỏ phiếu thay An theo ủy quyền."]);
  expect(ballotNotes({ ...vote({ holders: { An: "Bình" }, substituted: ["An"] }), result: undefined as never }, people)).toEqual(["Bình dự thay và biểu quyết thay An."]);
});

it("tells who recorded a ballot and why; an answer in a roll call needs no word", () => {
  expect(ballotNotes(vote({}, { helped: { An: { by: "Chi", reason: "máy hỏng" }, Bình: { by: "Chi", reason: "" } } }), people)).toEqual(["Phiếu của An do Chi ghi; lý do: máy hỏng."]);
});

it("keeps the result before beside the one that is put right, and tells it once", () => {
  const correction = { at: 0, by: "Chi", person: "An", was: ["for"], reason: "nghe nhầm", outcome: "PASSED", sentence: { vi: "Thông qua: 2 trên 3", en: "" } };
  const [note, ...more] = ballotNotes(vote({}, { helped: { An: { by: "Chi", reason: "nghe nhầm" } }, corrections: [correction] }), people);
  expect(more).toEqual([]);
  expect(note).toContain("phiếu của An từ “Tán thành” thành “Chưa biểu quyết”");
  expect(note).toContain("Trước đó: Thông qua: 2 trên 3");
});
